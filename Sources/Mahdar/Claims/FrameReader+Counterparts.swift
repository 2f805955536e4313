/// Counterparts: «نظيره» is of another state than the one he is told by.
extension FrameReader {
  /// So many mentions of a person are looked at for the one that takes part.
  private static let tellings = 20

  func mention(of party: Party) -> Mention? {
    chains[party.chain].mentions.prefix(Self.tellings).first { mentions[$0].span == party.span }.map { mentions[$0] }
      ?? chains[party.chain].mentions.first.map { mentions[$0] }
  }

  /// «نظيره», «نظيرتها».
  func isCounterpart(_ mention: Mention) -> Bool {
    let token = tokens[mention.tokens.lowerBound]
    return Reading.allCases.contains { lexicon.counterparts.contains(token.word($0)) }
  }
}
