/// How often an article tells of each side by a nisba, counted when it is first asked.
final class NisbaCounts {
  private var counts: [SideID: Int]?

  func count(of side: SideID, in tokens: Tokens, _ lexicon: MentionLexicon) -> Int {
    if let counts { return counts[side, default: 0] }
    var counts: [SideID: Int] = [:]
    for token in tokens.tokens { counts[lexicon.nisba(token.word), default: 0] += 1 }
    self.counts = counts
    return counts[side, default: 0]
  }
}
