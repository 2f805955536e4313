/// The text of the HTML that items of feeds hold: a line for each paragraph, as readers of pages make them.
enum FeedHTML {
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "figure", "footer", "h1", "h2",
    "h3",
    "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
  ]
  private static let skipped: Set<String> = [
    "script", "style", "iframe", "noscript", "figcaption", "form", "button", "object", "embed", "svg", "video", "audio",
    "select", "textarea", "template", "head",
  ]
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
      text = read(isPlain ? text.replacing("\n", with: "<br>") : text)
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

  private static func read(_ html: String) -> String {
    var html = html
    let tree = html.withUTF8 { try? MarkupTree($0, as: .html) }
    guard let tree else { return paragraphs(html) }
    var lines: [[UInt8]] = [[]]
    /// Where open blocks end.
    var ends: [Int] = []
    var node = 0
    func breakLine() { if lines.last?.isEmpty == false { lines.append([]) } }
    while node < tree.nodes.count {
      while let end = ends.last, end <= node {
        ends.removeLast()
        breakLine()
      }
      let one = tree.nodes[node]
      if let name = tree.name(of: node) {
        if skipped.contains(name) {
          node = Int(one.end)
          continue
        }
        if name == "br" { breakLine() }
        if blocks.contains(name) {
          breakLine()
          ends.append(Int(one.end))
        }
      } else {
        append(tree.bytes[Int(one.content.lowerBound)..<Int(one.content.upperBound)], to: &lines[lines.count - 1])
      }
      node += 1
    }
    return lines.map { line in
      String(decoding: line.last == 0x20 ? line.dropLast() : line[...], as: UTF8.self)
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Appends text with every run of white space as one space, and none at the start of a line.
  private static func append(_ text: ArraySlice<UInt8>, to line: inout [UInt8]) {
    var index = text.startIndex
    while index < text.endIndex {
      let isHardSpace = text[index] == 0xC2 && index + 1 < text.endIndex && text[index + 1] == 0xA0
      if text[index] <= 0x20 || isHardSpace {
        if let last = line.last, last != 0x20 { line.append(0x20) }
      } else {
        line.append(text[index])
      }
      index += isHardSpace ? 2 : 1
    }
  }
}
