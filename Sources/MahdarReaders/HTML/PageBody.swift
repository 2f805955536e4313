/// Finds the lines of a page that are its article.
///
/// 1. Lines speak for what is around them by the words that are no links (`PageBlock.weight`), less in frames of the page and in
///    boxes that lead elsewhere.
/// 2. The scope is what is around the title with enough of such lines; the core is the box in it for which most of them speak.
/// 3. From the core upward, neighbours that are like it or are text join, as far as the scope goes.
/// 4. Of all that has joined, lines go that lead to other articles, tell of author and day, repeat others, or stand behind the end.
struct PageBody {
  private let page: PageTree
  private let heading: Int?
  private let title: String
  private let words: PageWords
  private let blocks: [PageBlock]
  /// By node: the weights of all lines in it.
  private let weights: [Int]
  /// By node: those of its own lines.
  private let ownWeights: [Int]
  /// By node: the words of all lines in it.
  private let sizes: [Int]
  /// By node: whether it stands in a box that leads elsewhere.
  let isCard: [Bool]

  /// - Parameters:
  ///   - heading: the node of the title on the page.
  ///   - title: folded.
  init(_ page: PageTree, heading: Int?, title: String, standIns: Bool, words: PageWords) {
    self.page = page
    self.title = title
    self.words = words
    var blocks = PageBlocks(page, standIns: standIns).blocks
    let cards = PageCards(page, blocks, heading: heading)
    isCard = cards.isCard
    for index in blocks.indices where cards.isCard[blocks[index].node] { blocks[index].marks.insert(.card) }
    self.blocks = blocks
    // Old pages have no headings.
    self.heading = heading ?? blocks.first { $0.size >= 3 && !$0.isLinks && PageText.folded($0.string) == title }?.node
    sizes = cards.sizes
    var weights = [Int](repeating: 0, count: page.tree.nodes.count)
    for block in blocks { weights[block.node] += block.weight }
    ownWeights = weights
    for node in weights.indices.reversed() {
      if let parent = page.parent(of: node) { weights[parent] += max(weights[node], -20) }
    }
    self.weights = weights
  }

  /// What was found.
  struct Found {
    var lines: [PageBlock] = []
    /// Words of prose between the title and the first line that were taken for something else.
    var passedOver = 0

    var size: Int { lines.reduce(0) { $0 + $1.size } }
    /// Whether nothing better is to be looked for.
    var isSure: Bool { size >= 12 && passedOver < size }
  }

  /// The lines of the article in order; none where the page has none.
  func callAsFunction() -> Found {
    guard let core = core() else { return Found() }
    let (top, excluded) = joined(from: core)
    let members = members(of: top, without: excluded).filter { !isCaption(blocks[$0], in: top) }
    let lines = PageLines(
      blocks, in: members, boxes: blocks.map { page.signature(of: container(of: $0.node)) }, heading: headingPlace,
      title: title, words: words)()
    guard let first = lines.first,
      let start = members.first(where: { blocks[$0].node == first.node && blocks[$0].text == first.text })
    else { return Found() }
    let passedOver = blocks[min(headingPlace ?? 0, start)..<start].filter {
      $0.size >= 10 && !$0.isLinks && !$0.marks.contains(.card)
    }
    return Found(lines: summary(before: start, of: lines) + lines, passedOver: passedOver.reduce(0) { $0 + $1.size })
  }

  /// All lines that are no frame of the page: what a page of a few words has for an article.
  var rest: [PageBlock] {
    blocks.filter {
      $0.marks.isDisjoint(with: PageMarks.outside) && !$0.isLinks
        && (title.isEmpty || PageText.folded($0.string) != title)
    }
  }

  /// How many boxes lead to other pages.
  var cards: Int { isCard.indices.count { isCard[$0] && page.parent(of: $0).map { !isCard[$0] } ?? true } }

  /// The lines between title and body that sum it up, unless the body says the same.
  private func summary(before start: Int, of lines: [PageBlock]) -> [PageBlock] {
    guard let headingPlace, headingPlace + 1 < start else { return [] }
    let text = PageText.folded(lines.prefix(3).map(\.string).joined(separator: " "))
    return blocks[(headingPlace + 1)..<start].filter { block in
      guard block.size >= 6, !block.isLinks, block.marks.isDisjoint(with: PageMarks.outside.union([.byline, .hidden]))
      else {
        return false
      }
      guard block.marks.contains(.summary) || block.endsSentence && isBesideHeading(block.node) else { return false }
      return !text.contains(PageText.folded(block.string)) && !isCaption(block, in: nil)
    }
  }

  private func isBesideHeading(_ node: Int) -> Bool {
    var node = node
    for _ in 0..<3 {
      guard let parent = page.parent(of: node), let heading else { return false }
      if page.holds(parent, heading) { return true }
      node = parent
    }
    return false
  }

  /// Few words in one box with a picture are about the picture, unless they are a sentence of some length.
  private func isCaption(_ block: PageBlock, in top: Int?) -> Bool {
    guard block.size <= 30, block.headingLevel == 0, !(block.endsSentence && block.size >= 12) else { return false }
    var node = block.node
    for _ in 0..<3 {
      if node == top || sizes[node] > 40 { return false }
      if page.holdsImage(node) { return true }
      guard let parent = page.parent(of: node) else { return false }
      node = parent
    }
    return false
  }

  /// The place of the first line of the title, or of what follows it.
  private var headingPlace: Int? {
    heading.map { heading in blocks.firstIndex { $0.node >= heading } ?? blocks.count }
  }

  /// The places of the lines in a box, less those in boxes that have not joined.
  private func members(of top: Int, without excluded: Set<Int>) -> [Int] {
    var isOut = [Bool](repeating: true, count: page.tree.nodes.count)
    isOut[top] = false
    for node in (top + 1)..<max(top + 1, Int(page.tree.nodes[top].end)) {
      isOut[node] = excluded.contains(node) || page.parent(of: node).map { isOut[$0] } ?? true
    }
    return blocks.indices.filter { !isOut[blocks[$0].node] }
  }

  // MARK: The core

  private func core() -> Int? {
    let scores = scores()
    let best = scores.values.max() ?? 0
    guard best > 0 else { return nil }
    let scope = scope(best: best)
    return scores.filter { page.holds(scope, $0.key) }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// For each box how much the lines in it speak for it: whole for the innermost, less for those around it.
  private func scores() -> [Int: Int] {
    var scores: [Int: Int] = [:]
    for block in blocks where block.weight > 0 {
      var node: Int? = container(of: block.node)
      var share = block.weight * 8
      for _ in 0..<4 {
        guard let current = node, share > 0 else { break }
        scores[current, default: 0] += page.marks(of: current).contains(.body) ? share * 3 / 2 : share
        node = page.parent(of: current)
        share /= 2
      }
    }
    return scores
  }

  /// The box around a line, or around the list or quotation that it stands in.
  private func container(of node: Int) -> Int {
    var node = node
    while page.element(of: node).isLine, let parent = page.parent(of: node) { node = parent }
    if let name = page.tree.name(of: node), name == "ul" || name == "ol" || name == "dl",
      let parent = page.parent(of: node)
    {
      return parent
    }
    return node
  }

  /// What is around the title and holds enough text for an article.
  private func scope(best: Int) -> Int {
    guard let heading else { return 0 }
    let enough = min(max(best / 32, 25), 120)
    var node = heading
    while let parent = page.parent(of: node) {
      node = parent
      if weights[node] >= enough { return node }
    }
    return node
  }

  // MARK: Its neighbours

  private func joined(from core: Int) -> (top: Int, excluded: Set<Int>) {
    var top = core
    var excluded: Set<Int> = []
    var pending: Set<Int> = []
    var node = core
    let limit = limit(of: core)
    var isBeyond = false
    while let parent = page.parent(of: node) {
      isBeyond = isBeyond || node == limit
      var hasJoined = false
      var refused: Set<Int> = []
      let own = page.signature(of: node)
      for child in page.tree.children(of: parent) where child != node {
        if page.tree.nodes[child].isText { continue }
        // Beyond them only parts of the same kind without a title of their own: further sections, not further articles.
        let joins = isBeyond ? isLike(child, own) : joins(child, node, own)
        if joins { hasJoined = hasJoined || weights[child] > 0 } else { refused.insert(child) }
      }
      pending.formUnion(refused)
      if hasJoined || !isBeyond && ownWeights[parent] > 3 {
        top = parent
        excluded.formUnion(pending)
        pending = []
      }
      node = parent
    }
    return (top, excluded)
  }

  /// The last box in which neighbours of any kind are looked for: the one around title and core, or a few steps up.
  private func limit(of core: Int) -> Int {
    var node = core
    if let heading {
      while !page.holds(node, heading), let parent = page.parent(of: node) { node = parent }
      return node
    }
    for _ in 0..<3 { if let parent = page.parent(of: node) { node = parent } }
    return node
  }

  private func joins(_ child: Int, _ neighbour: Int, _ signature: UInt64) -> Bool {
    let marks = page.marks(of: child)
    if !marks.isDisjoint(with: .outside) || isCard[child] { return false }
    let element = page.element(of: child)
    if element.isLine || element.isHeading { return true }
    if marks.contains(.summary) || marks.contains(.body) { return true }
    guard weights[child] > 0 else { return weights[child] > -3 && !isLong(child) }
    if page.signature(of: child) == signature { return true }
    switch page.tree.name(of: child) {
    case "ul", "ol", "dl", "table", "pre", "font", "center", "figure", "details": return true
    // What is shown on a click weighs a quarter.
    default: return weights[child] * (marks.contains(.hidden) ? 12 : 3) >= weights[neighbour]
    }
  }

  private func isLike(_ child: Int, _ signature: UInt64) -> Bool {
    guard weights[child] > 0, !isCard[child], page.marks(of: child).isDisjoint(with: .outside) else { return false }
    guard page.element(of: child) == .block, page.signature(of: child) == signature else { return false }
    return !(child..<Int(page.tree.nodes[child].end)).contains {
      let element = page.element(of: $0)
      return element == .heading1 || element == .article
    }
  }

  private func isLong(_ node: Int) -> Bool { Int(page.tree.nodes[node].end) - node > 40 }
}
