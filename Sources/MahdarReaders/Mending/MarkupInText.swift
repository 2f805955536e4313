/// Markup that stands in text which should hold none: `<p>…</p>`, as exports of feeds have it.
enum MarkupInText {
  /// The text without its tags, a line for each of its blocks; nil where it has no tags.
  static func removed(from text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return nil }
    var text = text
    return text.withUTF8 { bytes in
      let names = names(bytes)
      guard !names.isEmpty, let tree = try? MarkupTree(bytes, as: .html) else { return nil }
      return lines(tree, keepsLines: names.isDisjoint(with: blocks))
    }
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

  /// The text of a tree, a line for each block. Line ends in the text are kept where they alone part it.
  static func lines(_ tree: MarkupTree, keepsLines: Bool = false) -> String {
    var text: [UInt8] = []
    func endLine() {
      while text.last == 0x20 { text.removeLast() }
      if let last = text.last, last != 0x0A { text.append(0x0A) }
    }
    var open: [Int32] = []
    for (index, node) in tree.nodes.enumerated() {
      while let end = open.last, end <= index {
        open.removeLast()
        endLine()
      }
      if node.isText {
        for byte in tree.bytes[Int(node.content.lowerBound)..<Int(node.content.upperBound)] {
          // A hard space stands for a space in most of these.
          if byte == 0xA0, text.last == 0xC2 {
            text.removeLast()
            if let last = text.last, last > 0x20 { text.append(0x20) }
          } else if byte > 0x20 || byte == 0x0A && keepsLines {
            text.append(byte)
          } else if let last = text.last, last > 0x20 {
            text.append(0x20)
          }
        }
      } else if let name = tree.name(of: index), blocks.contains(name) {
        endLine()
        if node.end > index + 1 { open.append(node.end) }
      } else if tree.name(of: index) == "td" || tree.name(of: index) == "th", let last = text.last, last > 0x20 {
        text.append(0x20)
      }
    }
    endLine()
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}
