/// The news agency that an article says it is from: «(رويترز)» at its head or foot, «لندن - رويترز:».
struct Wire {
  private(set) var agency: Voucher?

  /// How many tokens of the text's first and last line are looked at.
  private static let reach = 14

  init(map: ClauseMap, lexicon: AttributionLexicon, chains: [Chain]) {
    let tokens = map.tokens
    let head = tokens.titleCount..<min(tokens.titleCount + Self.reach, tokens.count)
    let foot = max(head.upperBound, tokens.count - Self.reach)..<max(head.upperBound, tokens.count)
    for index in [head, foot].joined() where map.mentionAt[index] >= 0 {
      let mention = map.mentions[Int(map.mentionAt[index])]
      guard mention.kind == .outlet, mention.tokens.lowerBound == index, let id = chains[mention.chain].id,
        lexicon.agencies.contains(id)
      else { continue }
      let (before, behind) = (tokens.mark(index - 1), tokens.mark(mention.tokens.upperBound))
      let isBracketed = before == UInt8(ascii: "(") && behind == UInt8(ascii: ")")
      let isDateline =
        head.contains(index) && before == UInt8(ascii: "-")
        && (behind == UInt8(ascii: ":") || behind == UInt8(ascii: "-"))
      guard isBracketed || isDateline else { continue }
      agency = Voucher(name: mention.span, kind: .outlet, token: index, chain: mention.chain)
      return
    }
  }
}
