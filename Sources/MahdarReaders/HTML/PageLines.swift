/// Takes out of the lines that a body holds those that are none of the article.
struct PageLines {
  private let blocks: [PageBlock]
  private let members: [Int]
  /// By block: what kind of box stands around it.
  private let boxes: [UInt64]
  /// The place of the title among all lines.
  private let heading: Int?
  private let title: String
  private let words: PageWords

  /// - Parameter heading: it is none where most of the text stands before it, as pages have it that are put in order by their sheets.
  init(_ blocks: [PageBlock], in members: [Int], boxes: [UInt64], heading: Int?, title: String, words: PageWords) {
    self.blocks = blocks
    self.boxes = boxes
    self.title = title
    self.words = words
    let isAhead = members.reduce(0) { $0 + max(blocks[$1].weight, 0) * ($1 < heading ?? 0 ? 1 : -1) } > 0
    self.heading = isAhead ? nil : heading
    self.members = isAhead ? members.filter { $0 < heading ?? 0 } : members
  }

  func callAsFunction() -> [PageBlock] {
    var last: [UInt64: Int] = [:]
    for place in members where blocks[place].weight > 3 { last[boxes[place]] = place }
    var furthest = 0
    var before = 0
    var lines: [PageBlock] = []
    var seen: Set<[UInt8]> = []
    for place in members {
      let block = blocks[place]
      defer { before += max(block.weight, 0) }
      if before >= 30, isLegal(block) { break }
      // Before the title stand the section, the day and what is new.
      if let heading, place < heading { continue }
      if before >= 30, isHeading(block, of: words.ends) { break }
      if before >= 30, isHeading(block, of: words.others) {
        // Where the text goes on in a box as it stood in before, the heading is one of a box within it.
        if furthest > place { continue }
        break
      }
      if block.weight > 3 { furthest = max(furthest, last[boxes[place]] ?? 0) }
      guard isOfArticle(block, hasBegun: before > 3) else { continue }
      if block.size >= 6, !seen.insert(block.text).inserted { continue }
      lines.append(block)
    }
    while let last = lines.last, last.headingLevel > 0 || lines.count > 2 && isLabel(last) { lines.removeLast() }
    return lines
  }

  private func isOfArticle(_ block: PageBlock, hasBegun: Bool) -> Bool {
    if !block.marks.isDisjoint(with: .outside) { return false }
    if block.marks.contains(.hidden), block.weight < 5 { return false }
    if block.marks.contains(.byline), block.size < 25, !block.endsSentence || block.size < 8 { return false }
    if block.isLinks, block.headingLevel == 0, block.size < 40 { return false }
    let text = PageText.folded(block.string)
    if text.isEmpty || text == title { return false }
    if block.size < 4, !text.unicodeScalars.contains(where: \.properties.isAlphabetic) { return false }
    if block.size < 30, block.linkSize > 0 || block.size < 6, words.leads.contains(where: text.hasPrefix) {
      return false
    }
    if !hasBegun, block.size < 25, words.published.contains(where: text.hasPrefix) { return false }
    if !hasBegun, block.headingLevel == 0, !block.marks.contains(.summary), !block.endsSentence, block.size < 15 {
      return false
    }
    return true
  }

  /// A few words that are no sentence.
  private func isLabel(_ block: PageBlock) -> Bool { block.size <= 4 && !block.isItem && !block.endsSentence }

  private func isLegal(_ block: PageBlock) -> Bool {
    guard block.size < 120 else { return false }
    let text = block.string
    let folded = PageText.folded(text)
    return block.size < 30 && text.contains("©") || words.rights.contains { folded.hasPrefix($0) }
  }

  private func isHeading(_ block: PageBlock, of headings: [String]) -> Bool {
    guard block.size <= 6, block.headingLevel > 0 || !block.endsSentence else { return false }
    let text = PageText.folded(block.string)
    return headings.contains { text == $0 || text.hasPrefix($0 + " ") && (block.headingLevel > 0 || block.size <= 3) }
  }
}
