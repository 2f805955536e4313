/// Who a delegation is: «وفد ياباني برئاسة فلان», «ويقود الوفد فلان», «ضم الوفد فلانا وفلانا».
extension ChainBuilder {
  /// How many mentions may stand between a delegation and its leader: places and days.
  private static let delegationReach = 4

  /// The chains of the people whom the article names as leaders or members of a group, by the group's chain.
  func delegations() -> [Int: [Int]] {
    var members: [Int: [Int]] = [:]
    for index in drafts.indices where drafts[index].kind == .person && links[drafts[index].chain].isNamed {
      guard let group = delegation(of: index), isOneSide(drafts[group], drafts[index]) else { continue }
      let chain = drafts[index].chain
      if members[drafts[group].chain]?.contains(chain) != true {
        members[drafts[group].chain, default: []].append(chain)
      }
    }
    return members
  }

  /// The delegation that a person is told to lead or to be a member of.
  private func delegation(of index: Int) -> Int? {
    let draft = drafts[index]
    let start = draft.tokens.lowerBound
    let isLeader = lexicon.cues.ledBy.contains(tokens[start - 1].word)
    for position in (max(0, index - Self.delegationReach)..<index).reversed() {
      let before = drafts[position]
      guard tokens.sentenceOf[before.tokens.lowerBound] == tokens.sentenceOf[start] else { return nil }
      switch before.kind {
      case .group:
        // «ويقود الوفد فلان», «ضم الوفد فلانا»
        let verb = tokens[before.tokens.lowerBound - 1].word
        let isHeaded =
          before.tokens.upperBound == start
          && (lexicon.cues.leads.contains(verb) || lexicon.cues.members.contains(verb))
        return isLeader || isHeaded || draft.isListed ? position : nil
      case .place, .venue: continue
      case .person:
        // A list goes on.
        guard draft.isListed, before.isListed else { return nil }
      default: return nil
      }
    }
    return nil
  }

  private func isOneSide(_ group: MentionDraft, _ person: MentionDraft) -> Bool {
    let link = links[person.chain]
    let side = chainSide(link, [])
    return group.sides.count < 2 && (group.side == 0 || side == 0 || side == group.side)
  }
}
