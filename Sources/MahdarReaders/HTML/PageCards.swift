/// Finds boxes of one kind that each lead to another page: related articles, the most read, what else is new.
struct PageCards {
  /// By node: whether it stands in such a box.
  private(set) var isCard: [Bool]
  /// By node: the words of all lines in it.
  let sizes: [Int]

  /// More words than this have no box that leads elsewhere.
  private static let longest = 80
  /// Nor more than this within what is called the body: its parts may have links for headings.
  private static let longestInBody = 25

  init(_ page: PageTree, _ blocks: [PageBlock], heading: Int?) {
    let count = page.tree.nodes.count
    var sizes = [Int](repeating: 0, count: count)
    var links = sizes
    var leads = [Bool](repeating: false, count: count)
    for block in blocks {
      sizes[block.node] += block.size
      links[block.node] += block.linkSize
      if block.isLinks, block.size >= 3 { leads[block.node] = true }
    }
    for node in (0..<count).reversed() {
      guard let parent = page.parent(of: node) else { continue }
      sizes[parent] += sizes[node]
      links[parent] += links[node]
      if leads[node] { leads[parent] = true }
    }
    self.sizes = sizes
    func holds(_ node: Int, _ heading: Int?) -> Bool { heading.map { page.holds(node, $0) } ?? false }
    isCard = [Bool](repeating: false, count: count)
    var limits = [Int](repeating: Self.longest, count: count)
    for node in 0..<count {
      if page.parent(of: node).map({ limits[$0] == Self.longestInBody }) == true || page.marks(of: node).contains(.body)
      {
        limits[node] = Self.longestInBody
      }
    }
    var groups: [Int: [UInt64: [Int]]] = [:]
    for node in 0..<count where sizes[node] > 0 && !page.tree.nodes[node].isText && page.element(of: node).isBlock {
      // A heading that is a link is no box.
      if page.element(of: node).isLine, links[node] == sizes[node] { continue }
      guard let parent = page.parent(of: node), leads[parent] else { continue }
      groups[parent, default: [:]][page.signature(of: node), default: []].append(node)
    }
    for group in groups.values.flatMap(\.values) where group.count >= 3 {
      let isLeading = group.map { leads[$0] && sizes[$0] <= limits[$0] && !holds($0, heading) }
      let isMost = isLeading.count(where: { $0 }) * 10 >= group.count * 7
      var start = 0
      while start < group.count {
        var end = start
        while end < group.count, isLeading[end] { end += 1 }
        // Among paragraphs some in a row are enough.
        if isMost || end - start >= 3 { for node in group[start..<end] { isCard[node] = true } }
        start = max(end, start + 1)
      }
    }
    for node in 0..<count where leads[node] && sizes[node] <= limits[node] && page.element(of: node) == .article {
      // Within another article one that leads elsewhere needs no others beside it.
      if !holds(node, heading), page.parent(of: node) != nil { isCard[node] = true }
    }
    for node in 0..<count {
      if let parent = page.parent(of: node), isCard[parent] { isCard[node] = true }
    }
  }
}
