import Mahdar

/// A document of Word (DOCX): the text as it is after its changes were taken, hidden text left out, footnotes at the end.
///
/// - Source: ECMA-376, part 1, 17 (WordprocessingML).
struct WordDocument {
  private static let document = "word/document.xml"
  private static let styles = "word/styles.xml"
  private static let notes = ["word/footnotes.xml", "word/endnotes.xml"]
  private static let properties = "docProps/core.xml"

  private var text = DocumentText()
  /// What the styles of paragraphs are called, by their ids.
  private var roles: [String: DocumentText.Role] = [:]

  static func article(_ bytes: UnsafeBufferPointer<UInt8>, id: String) throws(InputError) -> Article {
    let parts = try DocumentParts(
      bytes, named: Set([document, styles, properties] + notes), kind: "Word", id: id)
    guard let body = parts[document] else {
      throw InputError(.unreadable, "broken: it is no whole Word document; save it anew", id: id)
    }
    var reading = WordDocument()
    if let styles = parts[styles] { reading.readStyles(try MarkupTree(part: styles)) }
    let tree = try MarkupTree(part: body)
    if tree.isCut { reading.text.remarks.append("elements nested too deep: what follows them was not read") }
    reading.readBody(tree, Array(tree.nodes.indices)[...], isNotes: false)
    for name in notes {
      guard let part = parts[name] else { continue }
      let tree = try MarkupTree(part: part)
      reading.readBody(tree, Array(tree.nodes.indices)[...], isNotes: true)
    }
    if let part = parts[properties] { reading.text.readProperties(try MarkupTree(part: part)) }
    return try reading.text.article(id: id, kind: "Word")
  }

  private mutating func readStyles(_ tree: MarkupTree) {
    for node in tree.nodes.indices where tree.localName(of: node) == "style" {
      guard let id = tree.localAttribute("styleId", of: node),
        let name = tree.children(of: node).first(where: { tree.localName(of: $0) == "name" })
          .flatMap({ tree.localAttribute("val", of: $0) })?.lowercased()
      else { continue }
      if name == "title" { roles[id] = .title } else if name.hasPrefix("heading") { roles[id] = .heading }
    }
  }

  /// A paragraph or cell that is being read.
  private struct Open {
    enum Kind { case paragraph, cell, row, table, note }
    var kind: Kind
    var end: Int32
    var text = ""
    var role = DocumentText.Role.body
  }

  private mutating func readBody(_ tree: MarkupTree, _ nodes: ArraySlice<Int>, isNotes: Bool) {
    var open: [Open] = []
    var node = 0
    while node < tree.nodes.count {
      close(&open, before: node, isNotes)
      let end = tree.nodes[node].end
      switch tree.localName(of: node) {
      case "p": open.append(Open(kind: .paragraph, end: end))
      case "tbl": open.append(Open(kind: .table, end: end))
      case "tr": open.append(Open(kind: .row, end: end))
      case "tc": open.append(Open(kind: .cell, end: end))
      case "footnote", "endnote":
        if let type = tree.localAttribute("type", of: node), type != "normal" {
          node = Int(end)
          continue
        }
      case "pStyle":
        let style = tree.localAttribute("val", of: node) ?? ""
        let role = roles[style] ?? (style == "Title" ? .title : style.hasPrefix("Heading") ? .heading : .body)
        if let last = open.indices.last { open[last].role = role }
      case "r" where isHidden(tree, node): fallthrough
      // What was taken out or moved away, the second way of telling a drawing, what fields are made of.
      case "del", "moveFrom", "Fallback", "instrText", "delText", "rPrChange", "pPrChange":
        node = Int(end)
        continue
      case "t":
        if let last = open.indices.last { open[last].text += tree.text(of: node) }
        node = Int(end)
        continue
      // Among the properties of a paragraph there are tabs, too.
      case "tab" where tree.nodes[node].parent >= 0 && tree.localName(of: Int(tree.nodes[node].parent)) == "r":
        if let last = open.indices.last { open[last].text += " " }
      case "br", "cr": if let last = open.indices.last { open[last].text += "\n" }
      case "noBreakHyphen": if let last = open.indices.last { open[last].text += "-" }
      default: break
      }
      node += 1
    }
    close(&open, before: tree.nodes.count, isNotes)
  }

  /// Ends what ends before a node: a paragraph goes to the text, or into the cell that it stands in.
  private mutating func close(_ open: inout [Open], before node: Int, _ isNotes: Bool) {
    while let last = open.last, last.end <= node {
      open.removeLast()
      // A paragraph in a text box stands in one of the text: it is its own.
      let outer = open.last { $0.kind == .cell || $0.kind == .row }
      if last.kind == .paragraph, outer == nil {
        if isNotes { text.addNote(last.text) } else { text.add(last.text, role: last.role) }
      } else if let place = open.lastIndex(where: { $0.kind == .cell || $0.kind == .row }) {
        let words = last.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !words.isEmpty { open[place].text += (open[place].text.isEmpty ? "" : " ") + words }
      } else if !isNotes {
        text.add(last.text)
      }
    }
  }

  private func isHidden(_ tree: MarkupTree, _ run: Int) -> Bool {
    guard let properties = tree.children(of: run).first(where: { tree.localName(of: $0) == "rPr" }) else {
      return false
    }
    return tree.children(of: properties).contains { node in
      guard tree.localName(of: node) == "vanish" || tree.localName(of: node) == "webHidden" else { return false }
      let value = tree.localAttribute("val", of: node)
      return value != "0" && value != "false" && value != "off"
    }
  }
}

extension DocumentText {
  /// Reads core.xml of Word or meta.xml of OpenDocument.
  mutating func readProperties(_ tree: MarkupTree) {
    title = tree.text(ofFirst: "title")
    author = tree.text(ofFirst: "initial-creator") ?? tree.text(ofFirst: "creator")
    created =
      tree.text(ofFirst: "created") ?? tree.text(ofFirst: "creation-date") ?? tree.text(ofFirst: "modified")
    created = created.flatMap(PublicationDate.sound)
  }
}
