/// The frames of verbs of travel: who goes where, to whom.
extension FrameReader {
  func readTravel(_ verb: ContactVerb, _ predicate: Int) {
    var visitors = arguments(predicate).subject
    let isTold = !visitors.isEmpty
    if visitors.isEmpty { visitors = subject(ofClause: tree.predicates[predicate].clause) }
    // «زار أ ب في مكتبه»
    if verb.frame == .visit, !verb.inflection.hasObject, !phrases(predicate, nil).contains(where: isPlace), isTold,
      case let host = arguments(predicate).object, !isStates(host),
      host.contains(where: { chains[$0.chain].kind == .person && mention(of: $0)?.tokens.count ?? 0 > 1 }),
      sides(visitors + host).count > 1
    {
      return add("visit", .meeting, visitors + host, at: token(predicate))
    }
    let isAbroad = phrases(predicate, nil).contains { isPlace($0) && isForeign($0, to: visitors) }
    let goals = tree.predicates[predicate].phrases.map { tree.phrases[$0] }.filter { phrase in
      guard isPlace(phrase) else { return false }
      switch verb.frame {
      case .visit: return phrase.role == nil
      // «غادر الوزير عمّان إلى الدوحة»: who leaves his own country goes where he goes.
      case .leave: return phrase.role == (isAbroad ? nil : .to) && (!isAbroad || isForeign(phrase, to: visitors))
      case .comeback: return phrase.role == .from && isForeign(phrase, to: visitors)
      // «يحل ضيفا على البلد»
      case .stay: return phrase.role == .in || phrase.role == .by || phrase.role == .on
      // «وصل الوزير باريس»
      case .go where phrase.role == nil: return isTold && isForeign(phrase, to: visitors)
      default: return phrase.role == .to
      }
    }
    // «تعداد يعود إلى مطلع الشهر»: who comes back is told to.
    if verb.frame == .comeback, visitors.allSatisfy(\.isInferred),
      tree.clauses[tree.predicates[predicate].clause].kind == .relative
    {
      return
    }
    // «غادر إلى الدوحة»: he goes where he goes.
    let frame: VerbFrame = verb.frame == .leave && !isAbroad ? .go : verb.frame
    addVisit(frame.rawValue, visitors, goals, at: token(predicate), noun: nil)
  }

  private func isForeign(_ place: Phrase, to visitors: [Party]) -> Bool {
    sides(place).isDisjoint(with: sides(visitors))
  }

  /// «أوفد أ ب إلى المكان»: who is sent travels.
  func readDispatch(_ predicate: Int) {
    let (own, sent) = arguments(predicate)
    // «أوفد الرئيس مبعوثه أ»: he acts for who sends him.
    if let side = own.first.flatMap({ chains[$0.chain].side }) {
      for party in sent where chains[party.chain].side == nil { lead(party.chain, side) }
    }
    addVisit(
      "dispatch", sent.isEmpty ? own : sent, phrases(predicate, .to).filter(isPlace), at: token(predicate), noun: nil)
  }

  /// «جولة شملت إسبانيا وألمانيا», «تمتد الجولة إلى أ وب»: each country is a visit.
  func readTour(_ predicate: Int) {
    let index = token(predicate)
    let near = (predicate + 1..<min(predicate + 2, tree.predicates.count)).first {
      tree.predicates[$0].governor == predicate && tree.predicates[$0].role == nil
    }
    guard
      let noun = near ?? tree.predicates.indices[..<predicate].last(where: { tree.predicates[$0].noun != nil }),
      let word = tree.predicates[noun].noun, word.number == .singular, word.kind == .visit || word.kind == .talks,
      abs(index - token(noun)) <= 8, let visitor = visitor(of: noun)
    else { return }
    let goals = (phrases(predicate, nil) + phrases(predicate, .to) + phrases(noun, .to)).filter(isPlace)
    guard !goals.isEmpty else { return }
    taken.insert(noun)
    addVisit("tour", [visitor], goals, at: index, noun: noun)
  }

  /// «جولة نقلته إلى أ وب», «رحلة حملته إلى أ»: whatever verb of moving a journey has, where it leads to are visits.
  func readCarriage(_ predicate: Int) {
    let clause = tree.clauses[tree.predicates[predicate].clause]
    guard clause.kind == .relative, clause.governor >= 0, tree.predicates[clause.governor].noun?.kind == .visit,
      phrase(predicate, .to).map(isPlace) == true
    else { return }
    readTour(predicate)
  }

  /// Whose journey it is: its genitive, else the person told before it.
  private func visitor(of noun: Int) -> Party? {
    genitive(of: noun).flatMap { parties($0, at: token(noun)).first { chains[$0.chain].kind == .person } }
      ?? antecedent(before: token(noun), excluding: [])
  }

  /// A visit: the travellers and the state of each place they go to.
  func addVisit(_ frame: String, _ visitors: [Party], _ goals: [Phrase], at index: Int, noun: Int?) {
    // A body travels only where the words say so.
    let travellers = visitors.filter {
      let kind = chains[$0.chain].kind
      return [.person, .group, .source].contains(kind) || kind == .organisation && !$0.isInferred
    }
    // Poets and suspects travel as well: a visit is of somebody with an office, or whom the gazetteer knows.
    guard frame == "dispatch" || travellers.contains(where: isOfficial) else { return }
    var seen: Set<String> = []
    let places = goals.prefix(1).flatMap(\.members)
    for member in places {
      let mention = mentions[member]
      guard let code = chains[mention.chain].side, seen.insert(code).inserted,
        travellers.contains(where: { mayVisit($0, code) })
      else { continue }
      // «تلبية لدعوة الملك، قام أ بزيارة إلى المملكة»: nobody visits his own country.
      var parties = distinct(travellers.filter { chains[$0.chain].side != code })
      let host = stateChain(code, span: mention.span, chain: mention.kind == .state ? mention.chain : nil)
      parties.append(
        inviter(behind: noun.map(token) ?? index, side: code, places.count == 1)
          ?? Party(chain: host, span: mention.span, isHost: true))
      var draft = draft(frame, .visit, parties, at: index, noun: noun)
      let place = map.city(behind: mention) ?? mention
      draft.place = .init(name: place.span, country: code, id: chains[place.chain].id, isCountry: place.kind == .state)
      drafts.append(draft)
    }
  }

  /// Whether somebody is of another state than `code`; of an official whose side the text does not tell it is likely.
  private func mayVisit(_ party: Party, _ code: String) -> Bool {
    let chain = chains[party.chain]
    return chain.side.map { $0 != code } ?? (chain.isNamedPerson && chain.office != nil && !chain.isHomely)
  }

  func isOfficial(_ party: Party) -> Bool {
    let chain = chains[party.chain]
    guard chain.kind == .person, chain.office == nil, chain.id == nil else { return true }
    // «وفد برئاسة أ»
    if tree.delegations.keys.contains(where: { mentions[$0].chain == party.chain }) { return true }
    // «الشيخ أ»
    return chain.mentions.prefix(ClauseReader.reach).contains { index in
      mentions[index].name.map { $0.start > mentions[index].span.start } ?? false
    }
  }

  /// The host who invited the visitors: «زيارة إلى برلين بدعوة من نظيره أ».
  func inviter(behind index: Int, side: String, _ isOnly: Bool) -> Party? {
    guard isOnly,
      let noun = tree.predicates.indices.first(where: {
        token($0) > index && tree.predicates[$0].noun?.kind == .invitation
      }), token(noun) - index <= 20,
      // «سيزور البلد للتحضير لزيارة أ بدعوة من ب»: of the other visit.
      !tree.predicates.contains(where: { $0.token > index && $0.token < token(noun) && $0.noun?.kind == .visit })
    else { return nil }
    guard let from = phrase(noun, .from), isPerson(from) else { return nil }
    var host = parties(from, at: index).first { chains[$0.chain].side == side }
    host?.isHost = true
    return host
  }
}
