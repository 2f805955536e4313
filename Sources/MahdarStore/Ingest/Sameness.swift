import Mahdar
import MahdarReaders

/// By what an article is known again under another address.
///
/// An address with its title is not enough, for what a page tells may become another story, nor is a text, which others print as
/// well: articles are one that have one text of one outlet, or one page of which the texts begin alike or one is a teaser.
struct Sameness: Hashable, Sendable {
  /// The address as it was given.
  var url: String
  /// Of the address, and the title or, without one, the first letters of the text.
  var page: Int64
  /// Of title, text and outlet.
  var text: Int64
  /// Of the first letters of the text.
  var start: Int64
  /// The bytes of the text.
  var size: Int

  /// Letters that stand for a text.
  private static let letters = 120
  /// Texts of fewer bytes may be teasers, or what a page shows to those who have not paid.
  private static let teaser = 1000

  /// Nil for an article without an address.
  init?(_ article: Article) {
    guard let url = article.url else { return nil }
    let address = WebAddress(url)
    guard address.isOfTheWeb, !address.isFirstPage else { return nil }
    self.url = url
    let letters = article.text.utf8.lazy.filter { $0 > 0x20 }
    var start = Hash()
    start.add(letters.prefix(Self.letters))
    var page = Hash()
    page.add(address.key.utf8)
    if let title = article.title {
      page.add(Spelling.folded(title).utf8)
    } else {
      page.add(letters.prefix(Self.letters))
    }
    var text = Hash()
    text.add(Spelling.folded(article.title ?? "").utf8)
    text.add(letters)
    text.add(Spelling.folded(article.outlet ?? "").utf8)
    (self.page, self.text, self.start, size) = (page.value, text.value, start.value, article.text.utf8.count)
  }

  init(_ bytes: inout ByteReader) {
    url = bytes.text()
    page = Int64(bitPattern: bytes.word())
    text = Int64(bitPattern: bytes.word())
    start = Int64(bitPattern: bytes.word())
    size = Int(truncatingIfNeeded: bytes.word())
  }

  func write(to bytes: inout ByteWriter) {
    bytes.add(url)
    for word in [page, text, start, Int64(size)] { bytes.add(UInt64(bitPattern: word)) }
  }

  /// What an article that agrees with another in page or text is to it.
  enum Relation { case same, fuller, other }

  /// - Parameter known: the other, which came before.
  func relation(to known: (text: Int64, start: Int64, size: Int)) -> Relation {
    if text == known.text { return .same }
    guard start == known.start || min(size, known.size) <= Self.teaser else { return .other }
    return Self.isFuller(size, than: known.size) ? .fuller : .same
  }

  /// Whether a text is so much longer that it takes the other's place.
  static func isFuller(_ size: Int, than other: Int) -> Bool { size * 2 > other * 3 }

  /// FNV-1a.
  private struct Hash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325
    var value: Int64 { Int64(bitPattern: state) }

    mutating func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      state = (state ^ 0xFF) &* 0x0000_0100_0000_01B3
    }
  }
}
