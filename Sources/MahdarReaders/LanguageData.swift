import Foundation
import Mahdar

/// The language data of a folder: its tables, and what was compiled of them before.
///
/// Tables are the source. What they compile to is kept in a folder of the user's, for that takes a tenth of a second and reading
/// it back a few milliseconds. An image is used only when the tables and the program are those it was made of and its bytes are
/// as they were written; else it is made anew, and where it can't be kept, nothing but time is lost.
public struct LanguageData: Sendable {
  /// The folder that holds `ar/`.
  public let folder: String
  private let images: String?

  /// - Parameters:
  ///   - folder: the folder that holds `ar/`.
  ///   - images: the folder of images, made when it is missing; nil for none.
  public init(folder: String, images: String? = LanguageData.userImages) {
    self.folder = folder
    self.images = images
  }

  /// `mahdar` in the user's folder of caches, `$XDG_CACHE_HOME` or `~/.cache`; nil for a user without a home.
  public static var userImages: String? {
    let environment = ProcessInfo.processInfo.environment
    if let caches = environment["XDG_CACHE_HOME"], caches.hasPrefix("/") { return caches + "/mahdar" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.cache/mahdar"
  }

  /// - Errors: `DataError` of the first table that is missing or that breaks a law of the notation.
  public func lexicon() throws(DataError) -> Lexicon {
    let image = image("lexicon")
    if let lexicon = image?.read(Lexicon.init(image:source:)) { return lexicon }
    let lexicon = try Lexicon(reading: folder)
    image?.keep(lexicon.image)
    return lexicon
  }

  /// - Errors: `DataError` of the first table that is missing or that breaks a law of the notation.
  public func search() throws(DataError) -> SearchLexicon {
    let image = image("search")
    if let lexicon = image?.read(SearchLexicon.init(image:source:)) { return lexicon }
    let lexicon = try SearchLexicon(reading: folder)
    image?.keep(lexicon.image)
    return lexicon
  }

  /// - Errors: `DataError` where the table is missing or breaks a law of the notation.
  public func pages() throws(DataError) -> PageWords { try PageWords(reading: folder) }

  private func image(_ name: String) -> ImageFile? {
    guard let images, let key = ImageKey(tables: folder + "/ar") else { return nil }
    return ImageFile(folder: images, name: name, of: folder, key: key)
  }
}
