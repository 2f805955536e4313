/// The text of the HTML that items of feeds hold: a line for each paragraph, as readers of pages make them.
enum FeedHTML {
  /// Tags by which a text shows that its HTML was escaped once too often.
  private static let tags = [
    "p", "br", "div", "a", "img", "span", "b", "strong", "em", "i", "ul", "li", "h2", "blockquote",
  ]

  static func text(_ html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return paragraphs(html)
    }
    var text = html
    for _ in 0..<3 {
      // Plain text keeps its lines.
      let isPlain = !holdsTags(text)
      text = HTMLFragment.text(isPlain ? text.replacing("\n", with: "<br>") : text) ?? paragraphs(text)
      if !holdsTags(text) { break }
    }
    return text
  }

  /// The text of a title: one line.
  static func line(_ html: String) -> String {
    text(html).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func holdsTags(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var start = 0
    while let open = bytes[start...].firstIndex(of: UInt8(ascii: "<")) {
      start = open + 1
      var name = bytes[start...].prefix(12)
      if name.first == UInt8(ascii: "/") { name = name.dropFirst() }
      let word = name.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
      let next = name.dropFirst(word.count).first ?? 0
      guard next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next <= 0x20 && next != 0 else { continue }
      if tags.contains(String(decoding: word, as: UTF8.self).lowercased()) { return true }
    }
    return false
  }

  /// The lines of a plain text, with white space run together.
  private static func paragraphs(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
