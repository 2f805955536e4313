import Foundation
import Mahdar
import Testing

@testable import MahdarReaders

/// A folder of language data of its own, and one of images, that go away with their owner.
private final class DataFolder {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-\(UUID().uuidString)")
  var images: String { url.path + "/images" }
  var language: LanguageData { LanguageData(folder: url.path + "/Data", images: images) }

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: root.appending(path: "Data"), to: url.appending(path: "Data"))
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of the one image whose name begins so.
  func image(_ name: String) throws -> String {
    let files = try FileManager.default.contentsOfDirectory(atPath: images)
    return images + "/"
      + (try #require(files.count { $0.hasPrefix(name) } == 1 ? files.first { $0.hasPrefix(name) } : nil))
  }

  func edit(_ path: String, _ change: (inout Data) -> Void) throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    change(&bytes)
    try bytes.write(to: URL(fileURLWithPath: path))
  }
}

private let article = Article(
  id: "a", title: "لقاء في الدوحة",
  text: """
    أعلنت وزارة الخارجية القطرية أن أمير قطر تميم بن حمد آل ثاني استقبل أمس الثلاثاء في قصر لوسيل وزير خارجية سنغافورة \
    فيفيان بالاكريشنان، وبحثا العلاقات الثنائية. وقال الوزير "إن اللقاء كان مثمرا". ونفى مصدر مطلع لقاء لافروف وروبيو الشهر الماضي.
    """, published: "2025-10-22")

private func line(_ lexicon: Lexicon) -> [UInt8] {
  AnalysisWriter(data: lexicon.digest).line(Pipeline(lexicon: lexicon)(article))
}

@Test func anImageGivesWhatTheTablesGive() throws {
  let folder = try DataFolder()
  let tables = try Lexicon(reading: folder.language.folder)
  #expect(try line(folder.language.lexicon()) == line(tables))
  let kept = try Data(contentsOf: URL(fileURLWithPath: folder.image("lexicon")))
  #expect(try line(folder.language.lexicon()) == line(tables))
  #expect(String(decoding: line(tables), as: UTF8.self).contains(#""status":"denied""#))
  // It was read, not made again.
  #expect(try Data(contentsOf: URL(fileURLWithPath: folder.image("lexicon"))) == kept)

  let search = try SearchLexicon(reading: folder.language.folder)
  _ = try folder.language.search()
  let read = try folder.language.search()
  #expect(read.digest == search.digest)
  #expect(read.country("فرنسا") == "FR")
  #expect(SearchTerms(lexicon: read).terms(of: article.text) == SearchTerms(lexicon: search).terms(of: article.text))
}

@Test func aDamagedImageIsMadeAnew() throws {
  let folder = try DataFolder()
  let wanted = try line(folder.language.lexicon())
  let path = try folder.image("lexicon")
  let sound = try Data(contentsOf: URL(fileURLWithPath: path))
  // The head, the first count, some table, the digest; a byte less, a byte more, nothing.
  for place in [0, 9, 20, 27, sound.count / 2, sound.count - 1] {
    try folder.edit(path) { $0[place] ^= 0x10 }
    #expect(try line(folder.language.lexicon()) == wanted, "byte \(place)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == sound.count)
  }
  for count in [0, 23, 24, 100, sound.count - 1] {
    try folder.edit(path) { $0.removeSubrange(count...) }
    #expect(try line(folder.language.lexicon()) == wanted, "\(count) bytes")
  }
  try folder.edit(path) { $0.append(0) }
  #expect(try line(folder.language.lexicon()) == wanted)
}

@Test func aChangedTableMakesTheImageAnew() throws {
  let folder = try DataFolder()
  let before = try folder.language.lexicon().digest
  let search = try folder.language.search().digest
  try folder.edit(folder.language.folder + "/ar/gazetteer/city-names.tsv") {
    $0.insert(contentsOf: Array("# a line\n".utf8), at: 0)
  }
  #expect(try folder.language.lexicon().digest != before)
  #expect(try folder.language.search().digest != search)
  // A table that can't be used is told, whatever is kept.
  try folder.edit(folder.language.folder + "/ar/months.tsv") {
    $0.append(contentsOf: Array("gregorian\t13\tnone\tx\n".utf8))
  }
  #expect(throws: DataError.self) { try folder.language.lexicon() }
}

@Test func anImageThatOthersMayWriteIsNotRead() throws {
  let folder = try DataFolder()
  let wanted = try line(folder.language.lexicon())
  let path = try folder.image("lexicon")
  try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
  #expect(try line(folder.language.lexicon()) == wanted)
  let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
  #expect(mode?.intValue == 0o600)
}

@Test func withoutAFolderForImagesTheTablesAreRead() throws {
  let folder = try DataFolder()
  let language = LanguageData(folder: folder.language.folder, images: "/proc/none/here")
  #expect(try language.lexicon().digest == Lexicon(reading: language.folder).digest)
  #expect(try LanguageData(folder: language.folder, images: nil).search().country("مصر") == "EG")
}
