/// Markup that stands in text which should hold none: `<p>…</p>`, as exports of feeds have it.
enum MarkupInText {
  /// The text without its tags, a line for each of its blocks; nil where it has no tags.
  static func removed(from text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return nil }
    var text = text
    let names = text.withUTF8(names)
    guard !names.isEmpty else { return nil }
    // Line ends are kept where they alone part the text.
    if names.isDisjoint(with: blocks) { text = text.replacing("\n", with: "<br>") }
    return HTMLFragment.text(text)
  }

  private static let blocks: Set<String> = [
    "p", "div", "br", "hr", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "blockquote",
    "section",
    "article", "figure", "figcaption", "header", "footer", "aside", "main", "pre", "dl", "dt", "dd", "html", "body",
  ]
  private static let inlines: Set<String> = [
    "a", "b", "i", "u", "em", "strong", "span", "font", "img", "sup", "sub", "small", "big", "center", "td", "th",
    "tbody",
    "thead", "q", "cite", "script", "style", "iframe", "video", "time", "mark", "s", "strike", "del", "ins", "label",
  ]

  /// The elements of HTML whose tags stand in a text.
  private static func names(_ bytes: UnsafeBufferPointer<UInt8>) -> Set<String> {
    var names: Set<String> = []
    var index = 0
    while index < bytes.count {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "<") else { continue }
      var start = index + 1
      if start < bytes.count, bytes[start] == UInt8(ascii: "/") { start += 1 }
      var end = start
      while end < bytes.count, end - start < 11,
        bytes[end] | 0x20 >= 0x61 && bytes[end] | 0x20 <= 0x7A
          || bytes[end] >= 0x31 && bytes[end] <= 0x36
      {
        end += 1
      }
      guard end > start, end < bytes.count, bytes[end] <= 0x20 || bytes[end] == 0x3E || bytes[end] == 0x2F else {
        continue
      }
      let name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
      if blocks.contains(name) || inlines.contains(name) { names.insert(name) }
    }
    return names
  }
}
