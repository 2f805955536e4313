/// Where the news of an article is from: its dateline, the city of the event that its lead tells of, where its guest has
/// come, and where the event on whose margins people meet takes place.
struct NewsPlace {
  private let map: ClauseMap
  private let chains: [Chain]
  private let circumstances: CircumstanceReader
  /// «الرياض 26 شوال 1436 …», «القاهرة - …» at the head of the text.
  private let dateline: ContactClaim.Place?
  /// «انطلقت أشغال المؤتمر بمدينة مراكش».
  private let event: ContactClaim.Place?
  /// «لقاء رباعي في نيروبي» in the headline.
  private let headline: ContactClaim.Place?
  /// «وصل أ إلى نيروبي» in the lead.
  private let arrival: Arrival?
  /// Where the conferences of the article take place, by their nouns' dictionary words.
  private let conferences: [Int: ContactClaim.Place]

  /// Where the lead tells somebody to have come, and all whom it names.
  private struct Arrival {
    var place: ContactClaim.Place
    var named: Set<Int>
  }

  /// No sentence of fewer words tells news.
  private static let shortest = 6
  /// So many tellings of a contact are asked.
  private static let most = 8

  init(map: ClauseMap, chains: [Chain], circumstances: CircumstanceReader) {
    self.map = map
    self.chains = chains
    self.circumstances = circumstances
    dateline = Self.dateline(map, chains)
    let lead = map.tokens.sentences.first { $0.lowerBound >= map.tokens.titleCount && $0.count >= Self.shortest }
    event = lead.flatMap { Self.encounter(in: $0, circumstances) }
    headline = Self.encounter(in: 0..<map.tokens.titleCount, circumstances)
    arrival = lead.flatMap { Self.arrival(in: $0, circumstances) }
    conferences = Self.conferences(circumstances)
  }

  /// The place of a contact that tells none of its own.
  func place(of contact: ClaimDraft, isCentral: Bool) -> ContactClaim.Place? {
    if contact.isRemote || contact.isVisit { return nil }
    if let place = placeOfOccasion(contact) { return place }
    guard [.held, .underway, .scheduled].contains(contact.status) else { return nil }
    if let arrival, !contact.isRecalled, isOfGuest(contact, arrival) { return arrival.place }
    if let place = placeBefore(contact) { return place }
    if isCentral, let headline, tellsHeadline(contact) { return headline }
    if isCentral, let dateline, hasSide(dateline.country, contact) { return dateline }
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

  private func hasSide(_ country: String?, _ contact: ClaimDraft) -> Bool {
    contact.parties.contains { chains[$0.chain].side == country }
  }

  /// Whether a host of the country takes part, and a guest of another whom the lead names.
  private func isOfGuest(_ contact: ClaimDraft, _ arrival: Arrival) -> Bool {
    hasSide(arrival.place.country, contact)
      && contact.parties.contains { party in
        chains[party.chain].side != arrival.place.country && arrival.named.contains(party.chain)
      }
  }

  /// Whether the lead tells a contact that the headline tells in other words.
  private func tellsHeadline(_ contact: ClaimDraft) -> Bool {
    !contact.isInTitle && contact.trigger >= map.tokens.titleCount
  }

  /// «التقى أ ب على هامش القمة»: where the article tells the summit to be.
  private func placeOfOccasion(_ contact: ClaimDraft) -> ContactClaim.Place? {
    if conferences.isEmpty { return nil }
    for trigger in (contact.triggers + [contact.trigger]).prefix(Self.most) {
      for index in map.tokens.sentence(of: trigger) where map.mentionAt[index] < 0 {
        guard let (match, _) = map.lexicon.cues.longest(at: index, in: map.tokens), match.values.contains(.occasion),
          let noun = (match.end...match.end + Self.near).first(where: { map.noun($0)?.form == .conference }),
          let place = map.noun(noun).flatMap({ conferences[$0.lemma] })
        else { continue }
        return place
      }
    }
    return nil
  }

  /// «اجتمع أ بممثلي المعارضة في المكلا. وأجرى مباحثات مع ب»: the story goes on where the sentence before it told who met.
  private func placeBefore(_ contact: ClaimDraft) -> ContactClaim.Place? {
    guard contact.status == .held, let before = Self.storyBefore(contact, map) else { return nil }
    let end = before.sentence.first {
      $0 > before.verb && map.mentionAt[$0] < 0 && [.relative, .complementizer].contains(map.function($0))
    }
    guard let mention = circumstances.placeArgument(from: before.verb + 1, to: end ?? before.sentence.upperBound),
      before.sentence.contains(where: { index in
        map.mentionAt[index] >= 0
          && contact.parties.contains {
            chains[$0.chain].kind == .person && $0.chain == map.mentions[Int(map.mentionAt[index])].chain
          }
      })
    else { return nil }
    return Self.place(of: mention, chains)
  }

  /// The sentence before one that goes on with و and a past verb, and the verb by which people meet there.
  static func storyBefore(_ contact: ClaimDraft, _ map: ClauseMap) -> (sentence: Range<Int>, verb: Int)? {
    let own = map.tokens.sentence(of: contact.trigger)
    guard map.tokens[own.lowerBound].conjunction == Letters.waw, map.verb(own.lowerBound)?.inflection.tense == .past,
      (own.lowerBound..<contact.trigger).allSatisfy({ map.function($0) != .complementizer || map.mentionAt[$0] >= 0 }),
      case let number = Int(map.tokens.sentenceOf[own.lowerBound]), number > 0,
      let before = map.tokens.sentences[..<number].suffix(2).last(where: { $0.count >= shortest }),
      before.lowerBound >= map.tokens.titleCount,
      let verb = before.first(where: {
        map.mentionAt[$0] < 0 && map.verb($0)?.inflection.tense == .past && map.verb($0)?.frame.isEncounter == true
      })
    else { return nil }
    return (before, verb)
  }

  /// So many words may stand between «على هامش» and the noun of the event: «أعمال».
  private static let near = 2

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
    return place(of: mention, chains)
  }

  private static func place(of mention: Mention, _ chains: [Chain]) -> ContactClaim.Place? {
    let chain = chains[mention.chain]
    guard chain.side != nil else { return nil }
    return .init(name: mention.span, country: chain.side, id: chain.id, isCountry: mention.kind == .state)
  }

  /// The city behind the noun of an encounter, up to the next comma.
  private static func encounter(
    in sentence: Range<Int>, _ circumstances: CircumstanceReader
  ) -> ContactClaim.Place? {
    let map = circumstances.map
    let noun = sentence.first { index in
      // «في مؤتمر صحفي في نيروبي» tells no place of news.
      map.mentionAt[index] < 0 && map.noun(index)?.kind == .encounter
        && map.lexicon.cues.longest(at: index, in: map.tokens)?.match.values.contains(.none) != true
    }
    guard let noun else { return nil }
    let end = sentence.first { $0 > noun && map.tokens.mark($0) == UInt8(ascii: ",") } ?? sentence.upperBound
    guard let mention = circumstances.placeArgument(from: noun + 1, to: end), mention.kind == .place else { return nil }
    return place(of: mention, circumstances.chains)
  }

  /// The place that somebody comes to in a sentence: «وصل إلى نيروبي», «وصول أ إلى نيروبي», «زيارته لنيروبي».
  private static func arrival(in sentence: Range<Int>, _ circumstances: CircumstanceReader) -> Arrival? {
    let map = circumstances.map
    guard sentence.contains(where: { isComing($0, map) }) else { return nil }
    var reader = ClauseReader(map, sentence: sentence)
    let tree = circumstances.trees[sentence.lowerBound] ?? reader.read()
    for index in tree.predicates.indices where isComing(tree.predicates[index].token, map) {
      guard var mention = goal(of: index, in: tree, map),
        mention.kind == .place || circumstances.isCountry(mention)
      else { continue }
      if !circumstances.isCity(mention), let city = map.city(behind: mention) { mention = city }
      let named = sentence.compactMap { map.mentionAt[$0] >= 0 ? map.mentions[Int(map.mentionAt[$0])].chain : nil }
      return place(of: mention, circumstances.chains).map { Arrival(place: $0, named: Set(named)) }
    }
    return nil
  }

  /// What a predicate of coming leads to: the first phrase of its own, or of the verb over its noun, behind it.
  private static func goal(of index: Int, in tree: ClauseTree, _ map: ClauseMap) -> Mention? {
    let predicate = tree.predicates[index]
    let next = index + 1 < tree.predicates.count ? tree.predicates[index + 1].token : tree.sentence.upperBound
    let first = tree.phrases.first { phrase in
      guard phrase.tokens.lowerBound > predicate.token, phrase.role.map({ [.to, .in, .by].contains($0) }) == true else {
        return false
      }
      return phrase.predicate == index
        || predicate.noun != nil && phrase.predicate == predicate.governor && phrase.tokens.lowerBound < next
    }
    return first.flatMap { $0.members.first }.map { map.mentions[$0] }
  }

  private static func isComing(_ index: Int, _ map: ClauseMap) -> Bool {
    if map.mentionAt[index] >= 0 { return false }
    if let verb = map.verb(index) { return verb.frame.isComing }
    return map.noun(index).map { $0.kind == .visit || $0.kind == .travel } == true
  }

  /// The places right behind the nouns of conferences; two of one name tell nothing.
  private static func conferences(_ circumstances: CircumstanceReader) -> [Int: ContactClaim.Place] {
    let map = circumstances.map
    var found: [Int: ContactClaim.Place] = [:]
    for noun in 0..<map.tokens.count where map.mentionAt[noun] < 0 {
      guard let word = map.noun(noun), word.form == .conference else { continue }
      let end = (noun + 1..<min(map.tokens.sentence(of: noun).upperBound, noun + Self.reach)).first {
        map.noun($0) != nil || map.verb($0) != nil || map.function($0) == .relative && map.mentionAt[$0] < 0
      }
      guard
        let mention = circumstances.placeArgument(
          from: noun + 1, to: end ?? min(map.tokens.sentence(of: noun).upperBound, noun + Self.reach)),
        mention.kind == .place, let place = place(of: mention, circumstances.chains)
      else { continue }
      found[word.lemma] = found[word.lemma] ?? place
    }
    return found
  }

  /// The name of an event is no longer.
  private static let reach = 24
}
