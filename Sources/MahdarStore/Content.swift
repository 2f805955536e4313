/// What the spans of an article point into: its title, a line end and its text; or the text alone.
struct Content {
  private let bytes: [UInt8]

  init(title: String?, text: String) {
    bytes = Array((title.map { $0 + "\n" + text } ?? text).utf8)
  }

  var count: Int { bytes.count }

  /// The words of a span; nil outside the content.
  subscript(start: Int, end: Int) -> String? {
    guard start >= 0, end >= start, end <= bytes.count else { return nil }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
