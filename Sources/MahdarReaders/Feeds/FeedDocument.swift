/// The XML of a feed: a tree whose names are those that their namespaces have by custom, in small letters.
struct FeedDocument {
  private static let prefixes = [
    "http://purl.org/rss/1.0/modules/content/": "content:", "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:", "http://purl.org/rss/1.0/modules/syndication/": "sy:",
    "http://www.w3.org/2005/Atom": "atom:", "http://purl.org/atom/ns#": "atom:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:", "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "", "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "", "http://www.w3.org/1999/xhtml": "",
  ]

  let tree: MarkupTree
  /// By the place of a name in the tree's names.
  private let names: [String]

  /// - Parameter text: UTF-8.
  /// - Errors: `InputError` where libxml2 is missing.
  init(_ text: UnsafeBufferPointer<UInt8>) throws(InputError) {
    let mended = FeedXML.mended(text)
    let read = mended.withUnsafeBufferPointer { bytes -> Result<MarkupTree, InputError> in
      do throws(InputError) { return .success(try MarkupTree(bytes, as: .xml)) } catch { return .failure(error) }
    }
    let tree = try read.get()
    self.tree = tree
    var declared: [Substring: String] = [:]
    for attribute in tree.attributes {
      let name = tree.names[Int(attribute.name)]
      guard name.hasPrefix("xmlns:"), declared[name.dropFirst(6)] == nil else { continue }
      let value = tree.bytes[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]
      declared[name.dropFirst(6)] = String(decoding: value, as: UTF8.self)
    }
    let plain = tree.names.map { name -> String in
      guard let colon = name.firstIndex(of: ":") else { return name.lowercased() }
      let prefix = declared[name[..<colon]].flatMap { Self.prefixes[$0] }
      let local = name[name.index(after: colon)...].lowercased()
      return prefix.map { $0 + local } ?? name.lowercased()
    }
    // In a feed of Atom, its names are the plain ones.
    let first = tree.children(of: nil).first { !tree.nodes[$0].isText }
    let root = first.map { plain[Int(tree.nodes[$0].name)] }
    let isAtom = root == "atom:feed" || root == "atom:entry"
    names = isAtom ? plain.map { $0.hasPrefix("atom:") ? String($0.dropFirst(5)) : $0 } : plain
  }

  /// The name of the outermost element.
  var root: String? { rootNode.flatMap { name(of: $0) } }

  var rootNode: Int? { tree.children(of: nil).first { !tree.nodes[$0].isText } }

  /// The name of an element; nil for a text.
  func name(of node: Int) -> String? {
    let place = tree.nodes[node].name
    return place < 0 ? nil : names[Int(place)]
  }

  /// The elements of a name wherever they stand, for broken feeds nest them.
  func all(_ name: String) -> [Int] { tree.nodes.indices.filter { self.name(of: $0) == name } }

  /// The children of these names, first name first.
  func children(_ wanted: [String], of node: Int) -> [Int] {
    let found = tree.children(of: node).filter { name(of: $0) != nil }
    return wanted.flatMap { name in found.filter { self.name(of: $0) == name } }
  }

  /// The text of an element, what broken nesting put into it left out.
  func text(of node: Int) -> String {
    var text: [UInt8] = []
    var inner = node + 1
    while inner < Int(tree.nodes[node].end) {
      if isItem(inner) {
        inner = Int(tree.nodes[inner].end)
        continue
      }
      let one = tree.nodes[inner]
      if one.isText { text.append(contentsOf: tree.bytes[Int(one.content.lowerBound)..<Int(one.content.upperBound)]) }
      inner += 1
    }
    return String(decoding: text, as: UTF8.self).trimmingBlanks
  }

  private func isItem(_ node: Int) -> Bool {
    let name = name(of: node)
    return name == "item" || name == "entry"
  }

  /// Whether an element holds others, as content does that is not escaped.
  func holdsElements(_ node: Int) -> Bool {
    tree.children(of: node).contains { !tree.nodes[$0].isText && !isItem($0) }
  }

  /// What stands in an element, as HTML.
  func markup(in node: Int) -> String {
    var html: [UInt8] = []
    var open: [(end: Int, name: String)] = []
    func close(before node: Int) {
      while let last = open.last, last.end <= node {
        html.append(contentsOf: "</\(last.name)>".utf8)
        open.removeLast()
      }
    }
    var inner = node + 1
    let end = Int(tree.nodes[node].end)
    while inner < end {
      close(before: inner)
      let one = tree.nodes[inner]
      if one.isText {
        Self.escape(tree.bytes[Int(one.content.lowerBound)..<Int(one.content.upperBound)], onto: &html)
      } else if isItem(inner) {
        inner = Int(one.end)
        continue
      } else {
        let name = name(of: inner) ?? ""
        html.append(contentsOf: "<\(name)>".utf8)
        open.append((Int(one.end), name))
      }
      inner += 1
    }
    close(before: end)
    return String(decoding: html, as: UTF8.self)
  }

  private static func escape(_ text: ArraySlice<UInt8>, onto html: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): html.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: "&"): html.append(contentsOf: "&amp;".utf8)
      default: html.append(byte)
      }
    }
  }

  /// Bytes of an attribute that is read: longer ones are neither addresses nor names.
  private static let longestAttribute = 8192

  func attribute(_ name: String, of node: Int) -> String? {
    let one = tree.nodes[node]
    guard !one.isText else { return nil }
    for attribute in tree.attributes[Int(one.content.lowerBound)..<Int(one.content.upperBound)]
    where tree.names[Int(attribute.name)] == name {
      guard attribute.value.count <= Self.longestAttribute else { return nil }
      let bytes = tree.bytes[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]
      // As libxml2 hands on an `&` in attributes of XML.
      let value = String(decoding: bytes, as: UTF8.self).replacing("&#38;", with: "&").trimmingBlanks
      return value.isEmpty ? nil : value
    }
    return nil
  }

  /// The text of the first child that has one of these names and some text.
  func text(_ names: [String], of node: Int) -> String? {
    for child in children(names, of: node) {
      let text = text(of: child)
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// The address that links within a node are relative to.
  func base(of node: Int, in address: String) -> WebAddress {
    var bases: [String] = []
    var next = Int32(node)
    while next >= 0 {
      if let base = attribute("xml:base", of: Int(next)) { bases.append(base) }
      next = tree.nodes[Int(next)].parent
    }
    return bases.reversed().reduce(WebAddress(address)) { $0.resolving($1) ?? $0 }
  }

  /// The language that a node or the nearest around it tells.
  func language(of node: Int) -> String? {
    var next = Int32(node)
    while next >= 0 {
      if let language = attribute("xml:lang", of: Int(next)) { return language }
      next = tree.nodes[Int(next)].parent
    }
    return nil
  }
}
