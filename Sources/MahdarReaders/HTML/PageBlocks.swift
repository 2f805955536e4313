/// Cuts a page into its lines, each with what the elements around it say of it.
struct PageBlocks {
  private struct Open {
    var node: Int32
    var end: Int32
    var element: PageElement
    var marks: PageMarks
    /// The innermost block, this or one around it.
    var block: Int32
    var isLink: Bool
    var headingLevel: Int8
    var isItem: Bool
  }

  private let page: PageTree
  private(set) var blocks: [PageBlock] = []
  private var open: [Open] = []
  private var text: [UInt8] = []
  private var linkSize = 0
  private var linkText: [UInt8] = []

  /// - Parameter standIns: whether what stands for the page where no scripts run is read.
  init(_ page: PageTree, standIns: Bool) {
    self.page = page
    read(standIns: standIns)
  }

  private mutating func read(standIns: Bool) {
    let tree = page.tree
    var index = 0
    while index < tree.nodes.count {
      close(before: index)
      let node = tree.nodes[index]
      if node.isText {
        add(node.content)
        index += 1
        continue
      }
      let element = page.element(of: index)
      switch element {
      case .skipped, .metadata:
        index = Int(node.end)
        continue
      case .standIn where !standIns:
        index = Int(node.end)
        continue
      default: break
      }
      if element.isBlock || page.isApart(index) { endLine() }
      if element == .cell { startCell(index) }
      push(index, element)
      index += 1
    }
    close(before: tree.nodes.count)
    endLine()
  }

  private mutating func push(_ index: Int, _ element: PageElement) {
    let outer = open.last
    let node = page.tree.nodes[index]
    let isBlock = element.isBlock || element == .cell && page.isLaidOut(cell: index)
    open.append(
      Open(
        node: Int32(index), end: node.end, element: element,
        marks: (outer?.marks ?? []).union(page.marks(of: index)),
        block: isBlock ? Int32(index) : outer?.block ?? 0, isLink: outer?.isLink == true || element == .anchor,
        headingLevel: element.isHeading ? page.headingLevel(of: index) : outer?.headingLevel ?? 0,
        isItem: element == .item || element == .quote || outer?.isItem == true))
  }

  private mutating func close(before index: Int) {
    while let last = open.last, last.end <= index {
      // What it holds is a line under its own marks.
      if last.element.isBlock || last.element == .cell && page.isLaidOut(cell: Int(last.node))
        || page.isApart(Int(last.node))
      {
        endLine()
      }
      open.removeLast()
      if last.isLink, open.last?.isLink != true { endLink() }
      if last.element == .cell { PageText.appendSpace(to: &text) }
    }
  }

  /// Cells of a table of figures are one line, those that hold paragraphs are boxes.
  private mutating func startCell(_ index: Int) {
    if page.isLaidOut(cell: index) { endLine() } else { PageText.appendSpace(to: &text) }
  }

  private mutating func add(_ range: Range<Int32>) {
    let isLink = open.last?.isLink == true
    page.tree.bytes.withUnsafeBufferPointer { bytes in
      let piece = UnsafeBufferPointer(rebasing: bytes[Int(range.lowerBound)..<Int(range.upperBound)])
      let before = text.count
      PageText.append(piece, to: &text)
      if isLink { linkText.append(contentsOf: text[min(before, text.count)...]) }
    }
  }

  private mutating func endLink() {
    linkSize += PageText.size(linkText)
    linkText.removeAll(keepingCapacity: true)
  }

  private mutating func endLine() {
    endLink()
    defer {
      text.removeAll(keepingCapacity: true)
      linkSize = 0
    }
    if text.last == 0x20 { text.removeLast() }
    guard !text.isEmpty else { return }
    // Of a fragment some text stands in no element.
    let outer = open.last
    let size = PageText.size(text)
    blocks.append(
      PageBlock(
        text: text, node: Int(outer?.block ?? 0), marks: outer?.marks ?? [], size: size, linkSize: min(linkSize, size),
        headingLevel: Int(outer?.headingLevel ?? 0), isItem: outer?.isItem == true,
        endsSentence: PageText.endsSentence(text)))
  }
}
