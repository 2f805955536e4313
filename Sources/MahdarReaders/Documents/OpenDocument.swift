import Mahdar

/// A text document of OpenDocument (ODT), as LibreOffice writes: what was taken out and what is hidden left out, footnotes at
/// the end.
///
/// - Source: OASIS OpenDocument 1.3, part 3.
struct OpenDocument {
  private static let content = "content.xml"
  private static let properties = "meta.xml"

  private var text = DocumentText()
  /// Styles by which text is not shown, and those of titles.
  private var hidden: Set<String> = []
  private var titles: Set<String> = ["Title"]

  static func article(_ bytes: UnsafeBufferPointer<UInt8>, id: String) throws(InputError) -> Article {
    let parts = try DocumentParts(bytes, named: [content, properties], kind: "OpenDocument", id: id)
    guard let body = parts[content] else {
      throw InputError(.unreadable, "broken: it is no whole OpenDocument document; save it anew", id: id)
    }
    var reading = OpenDocument()
    let tree = try MarkupTree(part: body)
    if tree.isCut { reading.text.remarks.append("elements nested too deep: what follows them was not read") }
    reading.readStyles(tree)
    reading.readBody(tree)
    if let part = parts[properties] { reading.text.readProperties(try MarkupTree(part: part)) }
    return try reading.text.article(id: id, kind: "OpenDocument")
  }

  private mutating func readStyles(_ tree: MarkupTree) {
    for node in tree.nodes.indices where tree.localName(of: node) == "style" {
      guard let name = tree.attribute("style:name", of: node) else { continue }
      if tree.attribute("style:parent-style-name", of: node) == "Title" { titles.insert(name) }
      if tree.children(of: node).contains(where: { tree.attribute("text:display", of: $0) == "none" }) {
        hidden.insert(name)
      }
    }
  }

  private struct Open {
    enum Kind { case paragraph, cell, row, note }
    var kind: Kind
    var end: Int32
    var text = ""
    var role = DocumentText.Role.body
    /// The style that the paragraph has.
    var isHidden = false
  }

  private mutating func readBody(_ tree: MarkupTree) {
    var open: [Open] = []
    var node = tree.nodes.indices.first { tree.localName(of: $0) == "body" } ?? 0
    while node < tree.nodes.count {
      close(&open, before: node)
      let element = tree.nodes[node]
      if element.isText {
        if let last = open.lastIndex(where: { $0.kind == .paragraph }) { append(tree, node, to: &open[last].text) }
        node += 1
        continue
      }
      let style = tree.attribute("text:style-name", of: node) ?? ""
      switch tree.localName(of: node) {
      case "h": open.append(Open(kind: .paragraph, end: element.end, role: .heading, isHidden: hidden.contains(style)))
      case "p":
        let role: DocumentText.Role = titles.contains(style) ? .title : .body
        open.append(Open(kind: .paragraph, end: element.end, role: role, isHidden: hidden.contains(style)))
      case "table-cell": open.append(Open(kind: .cell, end: element.end))
      case "table-row": open.append(Open(kind: .row, end: element.end))
      case "note-body": open.append(Open(kind: .note, end: element.end))
      case "span" where hidden.contains(style): fallthrough
      case "tracked-changes", "note-citation", "annotation", "hidden-text", "hidden-paragraph", "forms",
        "table-of-content", "sequence-decls":
        node = Int(element.end)
        continue
      case "s", "tab": if let last = open.indices.last { open[last].text += " " }
      case "line-break": if let last = open.indices.last { open[last].text += "\n" }
      default: break
      }
      node += 1
    }
    close(&open, before: tree.nodes.count)
  }

  /// Appends a text, its white space run together.
  private func append(_ tree: MarkupTree, _ node: Int, to text: inout String) {
    var bytes: [UInt8] = []
    var isSpace = text.utf8.last.map { $0 == 0x20 } ?? true
    for byte in tree.bytes[Int(tree.nodes[node].content.lowerBound)..<Int(tree.nodes[node].content.upperBound)] {
      if byte > 0x20 { bytes.append(byte) } else if !isSpace { bytes.append(0x20) }
      isSpace = byte <= 0x20
    }
    text += String(decoding: bytes, as: UTF8.self)
  }

  private mutating func close(_ open: inout [Open], before node: Int) {
    while let last = open.last, last.end <= node {
      open.removeLast()
      if last.isHidden { continue }
      guard let place = open.lastIndex(where: { $0.kind != .paragraph }) else {
        if last.kind == .note { text.addNote(last.text) } else { text.add(last.text, role: last.role) }
        continue
      }
      if last.kind == .note {
        text.addNote(last.text)
        continue
      }
      let words = last.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !words.isEmpty { open[place].text += (open[place].text.isEmpty ? "" : " ") + words }
    }
  }
}
