/// The frames of travel: the traveller and the state of each place.
extension FrameReader {
  mutating func readTravel(_ verb: ContactVerb, at index: Int, limit: Int) {
    let found = map.arguments(from: index + 1, to: limit).list
    let left = leftSubject(of: index)
    let bare = groups(found.filter { $0.role == nil && mentions[$0.mention].kind != .place }).first
    let isPlain = verb.frame == .visit
    var own = left
    if own.isEmpty, let bare,
      !(isPlain && mentions[bare[0].mention].kind != .person && mentions[bare[0].mention].kind != .group)
    {
      own = bare
    }
    if own.isEmpty, hasUnknownSubject(index) { return }
    let inferred = own.isEmpty ? referent(before: index, excluding: found) : nil
    let visitors = inferred.map { [$0] } ?? own
    let visited = found.filter { argument in
      !visitors.contains { $0.mention == argument.mention }
        && (isPlain ? argument.role == nil : argument.role == .to) && isDestination(argument, of: index)
    }
    guard visitors.contains(where: { isTraveller($0) }) else { return }
    addVisit(verb.frame.rawValue, visitors, visited, inferred: inferred, at: index, noun: nil)
  }

  /// «تتوجه سفينة …»: a noun that names nobody is the subject.
  func hasUnknownSubject(_ index: Int) -> Bool {
    let next = index + 1
    guard next < sentence.upperBound else { return false }
    if map.mentionAt[next] >= 0, map.verb(index)?.form != .visit {
      // «التقت باترسون»: a name that is a place's as well.
      let mention = mentions[Int(map.mentionAt[next])]
      return mention.kind == .place && mention.preposition == 0
    }
    guard map.mentionAt[next] < 0, map.timeAt[next] < 0, tokens[next].kind == .word else {
      return false
    }
    return map.function(next) == nil && tokens[next].preposition == 0 && map.noun(next) == nil
  }

  /// Whether few strange words stand between the verb and where it leads.
  func isDestination(_ argument: Argument, of index: Int) -> Bool {
    var strange = 0
    for position in index + 1..<max(index + 1, argument.tokens.lowerBound)
    where map.mentionAt[position] < 0 && map.timeAt[position] < 0 && map.function(position) == nil {
      if tokens[position].kind == .word { strange += 1 }
    }
    return strange <= 3
  }

  /// «جولة شملت إسبانيا وألمانيا»: each country is a visit.
  mutating func readTour(_ verb: ContactVerb, at index: Int, limit: Int) {
    guard let noun = nounBefore(index), map.noun(noun)?.number == .singular,
      let visitor = referent(before: noun, excluding: [])
    else { return }
    let visited = map.arguments(from: index + 1, to: limit).list.filter { isPlace($0) }
    guard isTraveller(visitor), !visited.isEmpty else { return }
    addVisit("tour", [visitor], visited, inferred: visitor, at: index, noun: noun)
  }

  func isTraveller(_ argument: Argument) -> Bool {
    let kind = mentions[argument.mention].kind
    return kind == .person || kind == .group || kind == .organisation
  }

  /// A visit: the travellers and the state of each place they go to.
  mutating func addVisit(
    _ frame: String, _ visitors: [Argument], _ behind: [Argument], inferred: Argument?, at index: Int, noun: Int?
  ) {
    guard !visitors.isEmpty else { return }
    var destinations = behind.filter { argument in
      let mention = mentions[argument.mention]
      return (mention.kind == .place || mention.kind == .state) && chains[mention.chain].side != nil
        && (argument.role == nil || argument.role == .to || argument.role == .by || argument.role == .in)
    }
    if destinations.count > 1 {
      let first = destinations[0]
      destinations =
        [first]
        + destinations.dropFirst().prefix {
          $0.isCoordinated && chains[mentions[$0.mention].chain].side != chains[mentions[first.mention].chain].side
        }
    }
    for destination in destinations {
      let mention = mentions[destination.mention]
      var parties: [ClaimDraft.Party] = []
      for visitor in visitors { parties.append(party(led(visitor), inferred: inferred)) }
      guard let code = chains[mention.chain].side else { continue }
      let host = stateChain(code, span: mention.span, chain: mention.kind == .state ? mention.chain : nil)
      if destinations.count == 1, let inviter = inviter(behind: index, side: code) {
        parties.append(
          .init(chain: mentions[inviter.mention].chain, span: mentions[inviter.mention].span, isHost: true))
      } else {
        parties.append(.init(chain: host, span: mention.span, isHost: true))
      }
      guard parties.dropLast().contains(where: { chains[$0.chain].side.map { $0 != code } ?? false }) else { continue }
      var draft = draft(frame, .visit, parties, at: index, noun: noun)
      let place = map.city(behind: mention) ?? mention
      draft.place = .init(name: place.span, country: code, id: chains[place.chain].id, isCountry: place.kind == .state)
      drafts.append(draft)
    }
  }

  /// The chain of a state, made when the article names the state only by a place or nisba.
  mutating func stateChain(_ code: String, span: TextSpan, chain: Int?) -> Int {
    if let chain { return chain }
    if let known = finder.state(code, in: chains) { return known }
    let country = map.lexicon.countries[code]
    return add(
      Chain(
        kind: .state, name: span, office: nil, side: code, id: country?.wikidata, label: country?.label,
        isResolved: true,
        isNamed: false, mentions: [], knownName: country?.name ?? code))
  }
}
