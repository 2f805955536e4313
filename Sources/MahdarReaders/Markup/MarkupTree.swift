import CLibraries

/// A page or document as a tree in flat arrays: elements and texts in document order, as libxml2 tells them.
///
/// libxml2 was weighed against gumbo, which follows HTML5 to the letter: it reads pages five times as fast, and what it makes of
/// broken ones gives the same articles (docs/evaluation.md, Pages).
///
/// - Shape: the children of a node are the nodes after it up to its `end`, each followed by its own `end`.
package struct MarkupTree: Sendable {
  package enum Language: Sendable { case html, xml }

  package struct Node: Sendable {
    /// Of an element the place of its name in `names`; -1 for a text.
    package var name: Int32
    /// -1 for those at the top.
    package var parent: Int32
    /// The node after its last descendant.
    package var end: Int32
    /// The bytes of a text, or the attributes of an element.
    package var content: Range<Int32>

    package var isText: Bool { name < 0 }
  }

  package struct Attribute: Sendable {
    package var name: Int32
    package var value: Range<Int32>
  }

  /// Elements nested deeper than this are read as if they stood at this depth, in XML they end the reading: browsers stop at half
  /// of it, and libxml2 at a quarter in XML.
  package static let depthLimit = 1024

  package private(set) var nodes: [Node] = []
  package private(set) var attributes: [Attribute] = []
  package private(set) var names: [String] = []
  /// The texts and the values of attributes, in sound UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// Whether elements were nested deeper than `depthLimit`.
  package private(set) var isCut = false

  /// - Parameter bytes: sound UTF-8; U+0000 is read as a space.
  /// - Errors: `unreadable` where libxml2 is missing.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, as language: Language) throws(InputError) {
    let builder = Builder(language)
    let context = Unmanaged.passUnretained(builder).toOpaque()
    var events = mahdar_markup_events(
      start: { context, name, attributes in
        Unmanaged<Builder>.fromOpaque(context).takeUnretainedValue().start(name, attributes)
      },
      end: { context, _ in Unmanaged<Builder>.fromOpaque(context).takeUnretainedValue().end() },
      text: { context, bytes, count in
        Unmanaged<Builder>.fromOpaque(context).takeUnretainedValue().text(bytes, count)
      })
    let result = bytes.withMemoryRebound(to: CChar.self) { chars in
      chars.baseAddress.map {
        mahdar_markup(
          language == .html ? 1 : 0, $0, chars.count, Int32(language == .html ? Self.depthLimit : 250), &events, context
        )
      }
    }
    switch result {
    case nil, MAHDAR_MARKUP_READ: break
    case MAHDAR_MARKUP_TOO_DEEP: builder.tree.isCut = true
    case MAHDAR_MARKUP_MISSING:
      throw InputError(
        .unreadable, "libxml2 is missing, which pages and feeds are read by (install the package libxml2)")
    default: throw InputError(.unreadable, "there is no memory for its elements")
    }
    self = builder.finish()
  }

  private init() {}

  /// Makes the tree out of what libxml2 tells.
  private final class Builder {
    var tree = MarkupTree()
    private let language: Language
    /// The open elements.
    private var open: [Int32] = []
    /// By the addresses of names, which libxml2 keeps once each.
    private var places: [UnsafeRawPointer: Int32] = [:]
    private var byName: [String: Int32] = [:]
    /// The open element whose text is none of the page's: a script or a style sheet.
    private var skipped: Int32?

    init(_ language: Language) { self.language = language }

    func start(_ name: UnsafePointer<CChar>, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?) {
      let first = Int32(tree.attributes.count)
      var next = attributes
      while let pair = next, let name = pair[0] {
        tree.attributes.append(Attribute(name: place(of: name), value: pair[1].map(append) ?? 0..<0))
        next = pair + 2
      }
      let node = Int32(tree.nodes.count)
      tree.nodes.append(
        Node(
          name: place(of: name), parent: open.last ?? -1, end: node + 1,
          content: first..<Int32(tree.attributes.count)))
      open.append(node)
      if language == .html, skipped == nil, tree.holdsNoText(Int(node)) { skipped = node }
    }

    func end() {
      guard let node = open.popLast() else { return }
      tree.nodes[Int(node)].end = Int32(tree.nodes.count)
      if skipped == node { skipped = nil }
    }

    func text(_ text: UnsafePointer<CChar>, _ count: Int) {
      guard skipped == nil, tree.bytes.count + count < Int(Int32.max) else { return }
      let start = Int32(tree.bytes.count)
      text.withMemoryRebound(to: UInt8.self, capacity: count) {
        tree.bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
      }
      let end = Int32(tree.bytes.count)
      let parent = open.last ?? -1
      if let last = tree.nodes.last, last.isText, last.parent == parent, last.content.upperBound == start {
        tree.nodes[tree.nodes.count - 1].content = last.content.lowerBound..<end
      } else {
        let node = Int32(tree.nodes.count)
        tree.nodes.append(Node(name: -1, parent: parent, end: node + 1, content: start..<end))
      }
    }

    func finish() -> MarkupTree {
      while !open.isEmpty { end() }
      return tree
    }

    private func append(_ value: UnsafePointer<CChar>) -> Range<Int32> {
      let start = Int32(tree.bytes.count)
      var next = value
      while next.pointee != 0, tree.bytes.count < Int(Int32.max) - 1 {
        tree.bytes.append(UInt8(bitPattern: next.pointee))
        next += 1
      }
      return start..<Int32(tree.bytes.count)
    }

    private func place(of name: UnsafePointer<CChar>) -> Int32 {
      if let place = places[UnsafeRawPointer(name)] { return place }
      // One of no element of libxml2's list may be spelled in capitals.
      let spelled = String(cString: name)
      let text = language == .html ? spelled.lowercased() : spelled
      let place = byName[text] ?? Int32(tree.names.count)
      if place == tree.names.count {
        tree.names.append(text)
        byName[text] = place
      }
      places[UnsafeRawPointer(name)] = place
      return place
    }
  }

  private func holdsNoText(_ node: Int) -> Bool {
    switch name(of: node) {
    case "style": true
    case "script": attribute("type", of: node)?.lowercased() != "application/ld+json"
    default: false
    }
  }

  // MARK: Reading it

  /// The name of an element; nil for a text.
  package func name(of node: Int) -> String? {
    let place = nodes[node].name
    return place < 0 ? nil : names[Int(place)]
  }

  /// The place of a name in `names`, to compare nodes by; nil where no element or attribute has it.
  package func place(ofName name: String) -> Int32? { names.firstIndex(of: name).map(Int32.init) }

  /// The value of an attribute as it stands there; nil where the element has none of this name.
  package func attribute(_ name: String, of node: Int) -> String? {
    guard !nodes[node].isText else { return nil }
    for attribute in attributes[Int(nodes[node].content.lowerBound)..<Int(nodes[node].content.upperBound)]
    where names[Int(attribute.name)] == name {
      return String(decoding: bytes[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)], as: UTF8.self)
    }
    return nil
  }

  /// The children of a node, or those at the top, in order.
  package func children(of node: Int?) -> some Sequence<Int> {
    let end = node.map { Int(nodes[$0].end) } ?? nodes.count
    let first = node.map { $0 + 1 } ?? 0
    return sequence(state: first) { next in
      guard next < end else { return nil }
      defer { next = Int(nodes[next].end) }
      return next
    }
  }

  /// All text within a node, as it stands there.
  package func text(of node: Int) -> String {
    var text: [UInt8] = []
    for inner in node..<Int(nodes[node].end) where nodes[inner].isText {
      text.append(contentsOf: bytes[Int(nodes[inner].content.lowerBound)..<Int(nodes[inner].content.upperBound)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
