/// States that share a name or nisba: «الكونغو», «الكونغولي» are the one of the two that the article tells unmistakably.
extension ChainBuilder {
  mutating func settleTwins() {
    var doubtful: [(draft: Int, other: SideID, entry: GazetteerEntry?)] = []
    var certain: [SideID: Int] = [:]
    for index in drafts.indices where drafts[index].side != 0 {
      if let (other, entry) = twin(of: drafts[index]) {
        doubtful.append((index, other, entry))
      } else if drafts[index].kind == .state || drafts[index].kind == .place {
        certain[drafts[index].side, default: 0] += 1
      }
    }
    for (index, other, entry) in doubtful
    where certain[other, default: 0] > certain[drafts[index].side, default: 0] {
      drafts[index].side = other
      if let entry { drafts[index].entry = entry }
    }
  }

  /// The other state that the words of a mention may tell.
  private func twin(of draft: MentionDraft) -> (side: SideID, entry: GazetteerEntry?)? {
    if draft.kind == .state, draft.tokens.count == 1 {
      let head = tokens[draft.tokens.lowerBound].word(draft.reading)
      guard let match = lexicon.names.longest(at: draft.tokens.lowerBound, head: head, in: tokens) else { return nil }
      let other = match.values.first {
        $0.entry.kind == .state && ($0.use == .name || $0.use == .alias)
          && lexicon.gazetteer[$0.entry].side != draft.side
      }
      return other.map { (lexicon.gazetteer[$0.entry].side, $0.entry) }
    }
    guard draft.kind != .place else { return nil }
    for index in draft.tokens.prefix(Self.twinReach) {
      let other = lexicon.twin(tokens[index].word)
      if other != 0, other != draft.side, lexicon.nisba(at: index, in: tokens) == draft.side { return (other, nil) }
    }
    return nil
  }

  /// How many words of a mention are looked at for its nisba.
  private static let twinReach = 12
}
