/// States that share a name or nisba: «الكونغو», «الكونغولي» are the one of the two that the article tells unmistakably.
extension ChainBuilder {
  func settleTwins() {
    var doubtful: [(draft: Int, other: SideID)] = []
    var certain: [SideID: Int] = [:]
    for index in drafts.indices where lexicon.isTwinned(drafts[index].side) {
      if let other = twin(of: drafts[index]) {
        doubtful.append((index, other))
      } else if drafts[index].kind == .state || drafts[index].kind == .place {
        certain[drafts[index].side, default: 0] += 1
      }
    }
    for (index, other) in doubtful where certain[other, default: 0] > certain[drafts[index].side, default: 0] {
      if let entry = entry(of: drafts[index], other) { drafts[index].entry = entry }
      drafts[index].side = other
    }
  }

  /// The other state that the words of a mention may tell.
  private func twin(of draft: MentionDraft) -> SideID? {
    if draft.kind == .state, draft.tokens.count == 1 {
      let other = lexicon.twin(tokens[draft.tokens.lowerBound].word(draft.reading))
      return other != 0 && other != draft.side ? other : nil
    }
    guard draft.kind != .place else { return nil }
    for index in draft.tokens.prefix(Self.twinReach) where lexicon.nisba(tokens[index].word) == draft.side {
      let other = lexicon.twin(tokens[index].word)
      if other != 0, other != draft.side { return other }
    }
    return nil
  }

  /// The row of a state by the name that a mention gives it.
  private func entry(of draft: MentionDraft, _ side: SideID) -> GazetteerEntry? {
    let start = draft.tokens.lowerBound
    guard draft.kind == .state,
      let match = lexicon.names.longest(at: start, head: tokens[start].word(draft.reading), in: tokens)
    else { return nil }
    return match.values.first { $0.entry.kind == .state && lexicon.gazetteer[$0.entry].side == side }?.entry
  }

  /// How many words of a mention are looked at for its nisba.
  private static let twinReach = 12
}
