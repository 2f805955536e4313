import Mahdar
import MahdarReaders

/// By what an article is known again under another address: articles that agree in one of these are one.
///
/// An address alone is not enough, for some give all their articles one, nor is a text, which others print as well.
struct Sameness: Hashable, Sendable {
  /// The address as it was given.
  var url: String
  /// Of the address, and the title or, without one, the first letters of the text.
  var page: Int64
  /// Of title, text and outlet.
  var text: Int64

  /// Letters of a text that stand for its title.
  private static let start = 120

  /// Nil for an article without an address.
  init?(_ article: Article) {
    guard let url = article.url else { return nil }
    let address = WebAddress(url)
    guard address.isOfTheWeb, !address.isFirstPage else { return nil }
    self.url = url
    let letters = article.text.utf8.lazy.filter { $0 > 0x20 }
    var page = Hash()
    page.add(address.key.utf8)
    if let title = article.title { page.add(Spelling.folded(title).utf8) } else { page.add(letters.prefix(Self.start)) }
    var text = Hash()
    text.add(Spelling.folded(article.title ?? "").utf8)
    text.add(letters)
    text.add(Spelling.folded(article.outlet ?? "").utf8)
    (self.page, self.text) = (page.value, text.value)
  }

  init(url: String, page: Int64, text: Int64) {
    self.url = url
    self.page = page
    self.text = text
  }

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
