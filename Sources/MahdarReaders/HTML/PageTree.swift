import Mahdar

/// The tree of a page with what its elements mean.
struct PageTree: Sendable {
  let tree: MarkupTree
  /// By the place of a name.
  private let elements: [PageElement]
  private let classPlace: Int32?
  /// By node: what the element itself says, not those around it.
  private var ownMarks: [PageMarks]
  /// By node: whether it holds an element that ends a line.
  private let holdsBlock: [Bool]
  /// By node: whether it is or holds a picture or film.
  private let holdsImage: [Bool]

  init(_ tree: MarkupTree) {
    self.tree = tree
    elements = tree.names.map(PageElement.init)
    classPlace = tree.place(ofName: "class")
    var holdsBlock = [Bool](repeating: false, count: tree.nodes.count)
    var holdsImage = holdsBlock
    let isImage = tree.names.map(
      ["img", "amp-img", "picture", "video", "amp-video", "iframe", "svg", "object"].contains)
    for index in tree.nodes.indices.reversed() where !tree.nodes[index].isText {
      let element = elements[Int(tree.nodes[index].name)]
      let parent = Int(tree.nodes[index].parent)
      if isImage[Int(tree.nodes[index].name)] { holdsImage[index] = true }
      guard parent >= 0 else { continue }
      if element.isBlock || holdsBlock[index] { holdsBlock[parent] = true }
      if holdsImage[index] { holdsImage[parent] = true }
    }
    self.holdsBlock = holdsBlock
    self.holdsImage = holdsImage
    ownMarks = []
  }

  /// Learns what elements say of themselves.
  ///
  /// - Parameters:
  ///   - heading: the article's title on the page: what is around it is no frame of the page, whatever it is called.
  ///   - trusting: how far names are believed: names of bodies beside those of frames make them weak.
  mutating func mark(around heading: Int?, trusting trust: Trust) {
    var byName: [ArraySlice<UInt8>: PageMarks] = [:]
    let kinds = tree.names.map { Attribute(rawValue: $0) }
    let isWhole = tree.names.map { ["html", "body", "main"].contains($0) }
    ownMarks = tree.nodes.indices.map { index in
      guard !tree.nodes[index].isText else { return [] }
      var marks = Self.marks(of: elements[Int(tree.nodes[index].name)])
      for attribute in attributes(of: index) {
        guard let kind = kinds[Int(attribute.name)] else { continue }
        switch kind {
        case .class, .id:
          if trust == .none { continue }
          let value = named(attribute.value, &byName)
          if trust == .strong, value.contains(.weak) {
            marks.formUnion(value.intersection([.body, .summary]))
          } else {
            marks.formUnion(value)
          }
        case .role: marks.formUnion(Self.roles[text(attribute.value).lowercased()] ?? [])
        case .itemprop: if text(attribute.value).lowercased().contains("articlebody") { marks.formUnion(.body) }
        case .hidden: marks.formUnion(.hidden)
        case .ariaHidden: if text(attribute.value) == "true" { marks.formUnion(.hidden) }
        case .style: if isHiding(attribute.value) { marks.formUnion(.hidden) }
        }
      }
      let isAround = heading.map { index <= $0 && $0 < Int(tree.nodes[index].end) } == true
      if isAround || isWhole[Int(tree.nodes[index].name)] { marks.formIntersection([.body]) }
      return marks
    }
  }

  /// Attributes that say what an element is.
  private enum Attribute: String {
    case `class`, id, role, itemprop, hidden, style
    case ariaHidden = "aria-hidden"
  }

  enum Trust: CaseIterable { case all, strong, none }

  private func named(_ value: Range<Int32>, _ byName: inout [ArraySlice<UInt8>: PageMarks]) -> PageMarks {
    let bytes = tree.bytes[Int(value.lowerBound)..<Int(value.upperBound)]
    if let marks = byName[bytes] { return marks }
    let marks = PageMarks(names: bytes)
    byName[bytes] = marks
    return marks
  }

  private static func marks(of element: PageElement) -> PageMarks {
    switch element {
    case .menu: .menu
    case .aside: .aside
    case .footer: .footer
    case .caption: .caption
    case .address: .byline
    default: []
    }
  }

  private static let roles: [String: PageMarks] = [
    "navigation": .menu, "contentinfo": .footer, "complementary": .aside, "dialog": .notice, "search": .notice,
    "alertdialog": .notice, "menu": .menu, "menubar": .menu, "tablist": .menu, "toolbar": .menu,
  ]

  private func isHiding(_ style: Range<Int32>) -> Bool {
    let plain = tree.bytes[Int(style.lowerBound)..<Int(style.upperBound)].filter { $0 > 0x20 }.map { $0 | 0x20 }
    return Self.hiding.contains { hiding in
      plain.count >= hiding.count
        && plain.indices.dropLast(hiding.count - 1).contains { plain[$0...].starts(with: hiding) }
    }
  }

  private static let hiding = ["display:none", "visibility:hidden"].map { Array($0.utf8) }

  // MARK: Asking it

  func element(of node: Int) -> PageElement {
    tree.nodes[node].isText ? .inline : elements[Int(tree.nodes[node].name)]
  }

  func marks(of node: Int) -> PageMarks { ownMarks[node] }

  /// Whether part of a line is none of it, by what it says: a date or a caption in a box of its own.
  func isApart(_ node: Int) -> Bool {
    guard element(of: node) == .inline, !tree.nodes[node].isText else { return false }
    return !ownMarks[node].isDisjoint(with: PageMarks.outside.union([.byline, .hidden]))
      && !ownMarks[node].contains(.weak)
  }

  /// Whether the cells of a row are boxes of a layout, not figures of a table.
  func isLaidOut(cell: Int) -> Bool {
    let row = Int(tree.nodes[cell].parent)
    return row < 0 || holdsBlock[cell] || holdsBlock[row]
  }

  func holdsImage(_ node: Int) -> Bool { holdsImage[node] }

  func headingLevel(of node: Int) -> Int8 {
    let name = tree.name(of: node) ?? ""
    return Int8(name.utf8.last.map { Int($0) - 0x30 } ?? 0)
  }

  func attributes(of node: Int) -> ArraySlice<MarkupTree.Attribute> {
    tree.attributes[Int(tree.nodes[node].content.lowerBound)..<Int(tree.nodes[node].content.upperBound)]
  }

  func text(_ range: Range<Int32>) -> String {
    String(decoding: tree.bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  func parent(of node: Int) -> Int? { tree.nodes[node].parent < 0 ? nil : Int(tree.nodes[node].parent) }

  func holds(_ node: Int, _ inner: Int) -> Bool { node <= inner && inner < Int(tree.nodes[node].end) }

  /// The same for elements of one kind and first class, less what tells them apart by number.
  func signature(of node: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    mix(UInt8(truncatingIfNeeded: tree.nodes[node].name))
    guard let range = value(classPlace, of: node) else { return hash }
    for byte in tree.bytes[range].drop(while: { $0 <= 0x20 }).prefix(while: { $0 > 0x20 })
    where byte < 0x30 || byte > 0x39 { mix(byte) }
    return hash
  }

  /// Where the value of an attribute stands, by the place of its name.
  private func value(_ name: Int32?, of node: Int) -> Range<Int>? {
    guard let name else { return nil }
    return attributes(of: node).first { $0.name == name }.map { Int($0.value.lowerBound)..<Int($0.value.upperBound) }
  }

  /// The text of an element, clean.
  func cleanText(of node: Int) -> String { PageText.clean(tree.text(of: node)) }
}
