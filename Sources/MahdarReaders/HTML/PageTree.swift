import Mahdar

/// The tree of a page with what its elements mean.
struct PageTree: Sendable {
  let tree: MarkupTree
  /// By the place of a name.
  private let elements: [PageElement]
  /// By node: what the element itself says, not those around it.
  private var ownMarks: [PageMarks]
  /// By node: whether it holds an element that ends a line.
  private let holdsBlock: [Bool]
  /// By node: whether it is or holds a picture or film.
  private let holdsImage: [Bool]

  init(_ tree: MarkupTree) {
    self.tree = tree
    elements = tree.names.map(PageElement.init)
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
    var known: [Range<Int32>: PageMarks] = [:]
    var byName: [String: PageMarks] = [:]
    ownMarks = tree.nodes.indices.map { index in
      guard !tree.nodes[index].isText else { return [] }
      var marks = Self.marks(of: elements[Int(tree.nodes[index].name)])
      for attribute in attributes(of: index) {
        switch tree.names[Int(attribute.name)] {
        case "class", "id":
          if trust == .none { continue }
          let value = known[attribute.value] ?? named(attribute.value, &byName)
          known[attribute.value] = value
          if trust == .strong, value.contains(.weak) {
            marks.formUnion(value.intersection([.body, .summary]))
          } else {
            marks.formUnion(value)
          }
        case "role": marks.formUnion(Self.roles[text(attribute.value).lowercased()] ?? [])
        case "itemprop": if text(attribute.value).lowercased().contains("articlebody") { marks.formUnion(.body) }
        case "hidden": marks.formUnion(.hidden)
        case "aria-hidden": if text(attribute.value) == "true" { marks.formUnion(.hidden) }
        case "style": if isHiding(text(attribute.value)) { marks.formUnion(.hidden) }
        case "data-component", "data-testid", "data-qa":
          if text(attribute.value).hasPrefix("related") { marks.formUnion(.related) }
        default: break
        }
      }
      let name = tree.names[Int(tree.nodes[index].name)]
      let isAround = heading.map { index <= $0 && $0 < Int(tree.nodes[index].end) } == true
      if isAround || name == "html" || name == "body" || name == "main" { marks.formIntersection([.body]) }
      return marks
    }
  }

  enum Trust: CaseIterable { case all, strong, none }

  private func named(_ value: Range<Int32>, _ byName: inout [String: PageMarks]) -> PageMarks {
    let text = text(value)
    if let marks = byName[text] { return marks }
    let marks = PageMarks(names: text)
    byName[text] = marks
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

  private func isHiding(_ style: String) -> Bool {
    let plain = style.lowercased().filter { !$0.isWhitespace }
    return plain.contains("display:none") || plain.contains("visibility:hidden")
  }

  // MARK: Asking it

  func element(of node: Int) -> PageElement {
    tree.nodes[node].isText ? .inline : elements[Int(tree.nodes[node].name)]
  }

  func marks(of node: Int) -> PageMarks { ownMarks[node] }

  /// Adds a mark to an element.
  mutating func mark(_ node: Int, _ marks: PageMarks) { ownMarks[node].formUnion(marks) }

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

  /// Elements of one kind and class, less what tells them apart by number.
  func signature(of node: Int) -> String {
    let name = tree.name(of: node) ?? ""
    let names = tree.attribute("class", of: node)?.split(whereSeparator: \.isWhitespace).first ?? ""
    return name + "." + names.filter { !$0.isNumber }
  }

  /// The text of an element, clean.
  func cleanText(of node: Int) -> String { PageText.clean(tree.text(of: node)) }
}
