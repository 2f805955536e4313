/// Where the news of an article is from: its dateline, and the city of the event that its lead tells of.
struct NewsPlace {
  private let chains: [Chain]
  /// «الرياض 26 شوال 1436 …», «القاهرة - …» at the head of the text.
  private let dateline: ContactClaim.Place?
  /// «انطلقت أشغال المؤتمر بمدينة مراكش».
  private let event: ContactClaim.Place?

  /// No sentence of fewer words tells news.
  private static let shortest = 6

  init(map: ClauseMap, chains: [Chain], circumstances: CircumstanceReader) {
    self.chains = chains
    dateline = Self.dateline(map, chains)
    event = Self.event(map, chains, circumstances)
  }

  /// The place of a contact that tells none of its own.
  func place(of contact: ClaimDraft, isCentral: Bool) -> ContactClaim.Place? {
    guard !contact.isRemote, !contact.isVisit, [.held, .underway, .scheduled].contains(contact.status) else {
      return nil
    }
    if isCentral, let dateline, contact.parties.contains(where: { chains[$0.chain].side == dateline.country }) {
      return dateline
    }
    // «التقى وزير الخارجية المغربي نظراءه»: the host of an event meets its guests there.
    if let event, !contact.isRecalled,
      contact.parties.contains(where: {
        chains[$0.chain].side == event.country && chains[$0.chain].kind == .person
      })
    {
      return event
    }
    return nil
  }

  private static func dateline(_ map: ClauseMap, _ chains: [Chain]) -> ContactClaim.Place? {
    let start = map.tokens.titleCount
    guard map.mentionAt[start] >= 0 else { return nil }
    let mention = map.mentions[Int(map.mentionAt[start])]
    var next = mention.tokens.upperBound
    if map.function(next) == .in { next += 1 }
    guard mention.kind == .place || mention.kind == .state, next < map.tokens.count,
      map.timeAt[next] >= 0
        || [UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: "/")].contains(map.tokens.mark(next))
    else { return nil }
    let chain = chains[mention.chain]
    guard chain.side != nil else { return nil }
    return .init(name: mention.span, country: chain.side, id: chain.id, isCountry: mention.kind == .state)
  }

  /// The city right behind the noun of a conference that the lead's first sentence tells of.
  private static func event(
    _ map: ClauseMap, _ chains: [Chain], _ circumstances: CircumstanceReader
  ) -> ContactClaim.Place? {
    guard
      let lead = map.tokens.sentences.first(where: {
        $0.lowerBound >= map.tokens.titleCount && $0.count >= Self.shortest
      }), let noun = lead.first(where: { map.noun($0)?.kind == .encounter && map.mentionAt[$0] < 0 })
    else { return nil }
    let end = lead.first { $0 > noun && map.tokens.mark($0) == UInt8(ascii: ",") } ?? lead.upperBound
    guard let mention = circumstances.placeArgument(from: noun + 1, to: end), mention.kind == .place,
      chains[mention.chain].side != nil
    else { return nil }
    return .init(name: mention.span, country: chains[mention.chain].side, id: chains[mention.chain].id)
  }
}
