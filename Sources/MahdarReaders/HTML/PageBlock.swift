/// A line of a page: what stands between two ends of paragraphs.
struct PageBlock: Sendable {
  var text: [UInt8]
  /// The innermost element around all of it that is a block.
  var node: Int
  /// Of the elements around it.
  var marks: PageMarks
  /// About in words.
  var size: Int
  /// Of it what is links.
  var linkSize: Int
  /// 1 to 6; 0 for other lines.
  var headingLevel: Int
  /// Whether it stands in a list or a quotation.
  var isItem: Bool
  var endsSentence: Bool

  /// Whether most of it is links; of a sentence more of it may be.
  var isLinks: Bool { endsSentence && size >= 8 ? linkSize * 5 > size * 4 : linkSize * 2 > size }

  /// How much it speaks for what is around it to be the article; below zero against it.
  var weight: Int {
    if !marks.isDisjoint(with: .outside) { return 0 }
    if isLinks { return -min(size, 10) / 2 }
    if headingLevel > 0 { return 0 }
    if marks.contains(.byline), size < 25 { return 0 }
    let own = size - linkSize
    if own >= 10 || endsSentence && own >= 4 {
      let whole = isItem ? own * 3 / 4 : own
      return marks.contains(.hidden) ? whole / 4 : whole
    }
    return own >= 4 ? 1 : 0
  }

  var string: String { String(decoding: text, as: UTF8.self) }
}
