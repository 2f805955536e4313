/// The frames of contact verbs: which slot each of their arguments fills.
extension FrameReader {
  func readVerb(_ verb: ContactVerb, _ predicate: Int) {
    let index = token(predicate)
    // What did not take place is no contact, unless somebody denies it.
    if map.function(index - 1) == .negation {
      if let noun = objectNoun(of: predicate) { taken.insert(noun) }
      return
    }
    // «وليست المرة الأولى التي يجري فيها أ محادثات مع ب»
    if map.hasCue(.notFirst, from: sentence.lowerBound, to: min(index, sentence.lowerBound + 6)) {
      if let noun = objectNoun(of: predicate) { taken.insert(noun) }
      return
    }
    switch verb.frame {
    case .meet, .receive, .confer, .phone: readMeeting(verb, predicate)
    case .discuss: readDiscussion(verb, predicate)
    case .host: readHosting(verb, predicate)
    case .hold, .get, .send: readWithNoun(verb, predicate)
    case .join: readTakingPart(verb, predicate)
    case .inform: readInforming(verb, predicate)
    case .write: readWriting(verb, predicate)
    case .dispatch: readDispatch(predicate)
    case .visit, .go, .stay: readTravel(verb, predicate)
    case .gather: readGathering(verb, predicate)
    case .sign: readSigning(verb, predicate)
    case .tour: readTour(predicate)
    case .request: readRequest(predicate)
    case .occur: break
    }
  }

  /// The subject told, else the one that the clause takes over.
  func subject(of predicate: Int) -> [Party] {
    let told = arguments(predicate).subject
    return told.isEmpty ? subject(ofClause: tree.predicates[predicate].clause) : told
  }

  // MARK: Meeting

  private func readMeeting(_ verb: ContactVerb, _ predicate: Int) {
    let index = token(predicate)
    var (own, other) = arguments(predicate)
    if own.isEmpty { own = subject(ofClause: tree.predicates[predicate].clause) }
    if other.isEmpty { other = company(of: predicate, verb.frame, beside: own) }
    // «استقبل من طرف أ»: the host of a passive.
    if let from = phrase(predicate, .from), verb.frame == .receive, other.isEmpty, isPerson(from) {
      other = parties(from, excluding: own, at: index)
    }
    if other.isEmpty, sides(own).count < 2 {
      // «اجتمع المسؤولان»: one phrase tells all of them.
      guard verb.inflection.number == .singular || own.isEmpty else {
        own = pair(before: index, states: false)
        if isTold(own) { return retell(verb.frame.rawValue, form(verb), own, at: index) }
        return add(verb.frame.rawValue, form(verb), own, at: index)
      }
      return retell(verb.frame.rawValue, form(verb), own, at: index)
    }
    let known = Set(other.map(\.chain))
    own.removeAll { known.contains($0.chain) }
    // «استقبل المزارعون القرار»: what is received must be somebody.
    if verb.frame == .receive, isStates(other) { return }
    if tree.predicates[predicate].phrases.contains(where: { tree.phrases[$0].isEach }), sides(own).count == 1 {
      for one in other { add(verb.frame.rawValue, form(verb), own + [one], at: index) }
      return
    }
    add(verb.frame.rawValue, form(verb), own + other, at: index)
  }

  private func form(_ verb: ContactVerb) -> ContactForm { verb.frame == .phone ? .call : verb.form }

  /// Whom a verb of meeting has under its preposition: «مع ب», «بـب».
  private func company(of predicate: Int, _ frame: VerbFrame, beside own: [Party]) -> [Party] {
    let index = token(predicate)
    for phrase in tree.predicates[predicate].phrases.map({ tree.phrases[$0] }) {
      switch phrase.role {
      case .with, .between: break
      case .by where frame != .receive && !isPlace(phrase): break
      case .to where frame == .confer && isPerson(phrase): break
      default: continue
      }
      let found = parties(phrase, excluding: own, at: index)
      if !found.isEmpty { return found }
    }
    return []
  }

  // MARK: Discussion

  private func readDiscussion(_ verb: ContactVerb, _ predicate: Int) {
    let index = token(predicate)
    var (own, object) = arguments(predicate)
    if own.isEmpty, !object.isEmpty, verb.inflection.hasObject == false, sides(object).count > 1 {
      swap(&own, &object)
    }
    let told = !own.isEmpty
    if own.isEmpty { own = subject(ofClause: tree.predicates[predicate].clause) }
    if let with = phrases(predicate, .with).first(where: { isTalkedTo($0, index) }) {
      let other = parties(with, excluding: own, at: index)
      if isStates(own + other) { return }
      return add("discuss", verb.form, own + other, at: index)
    }
    guard sides(own).count > 1 else { return }
    // «وبحث الجانبان …»: more of the contact that made them a pair.
    if own.allSatisfy(\.isInferred), isTold(own) { return retell("discuss", verb.form, own, at: index) }
    let isAll = verb.inflection.number != .singular || own.contains { chains[$0.chain].kind == .person }
    if isAll, told || verb.inflection.number != .singular, !isStates(own) {
      add("discuss", verb.form, own, at: index)
    }
  }

  /// Whether a contact of these parties has been told.
  private func isTold(_ parties: [Party]) -> Bool {
    let known = Set(parties.map(\.chain))
    return drafts.suffix(Self.memory).contains { draft in
      !draft.isAnaphor && draft.parties.count(where: { known.contains($0.chain) }) > 1
    }
  }

  /// So many tellings back a pair's contact is looked for.
  private static let memory = 20

  /// A person, or a body named right behind the verb: «بحث … العلاقة مع إيران» talks of Iran, not to it.
  private func isTalkedTo(_ phrase: Phrase, _ index: Int) -> Bool {
    phrase.reference != .named || isPerson(phrase) || phrase.tokens.lowerBound - index <= 3
      || !phrase.isComplement && !isPlace(phrase)
  }

  // MARK: Telling and writing

  /// «أطلع السفير الوزير على …»: two people of two sides, each told bare.
  private func readInforming(_ verb: ContactVerb, _ predicate: Int) {
    guard !verb.inflection.hasObject else { return }
    let (own, told) = arguments(predicate)
    guard !own.isEmpty, told.contains(where: { chains[$0.chain].kind == .person }), sides(own + told).count > 1,
      own.contains(where: { chains[$0.chain].kind != .state })
    else { return }
    add("inform", verb.form, own + told, at: token(predicate))
  }

  /// «كتب أ إلى ب»: to a person named behind it; a play is written by somebody, to nobody.
  private func readWriting(_ verb: ContactVerb, _ predicate: Int) {
    let index = token(predicate)
    guard !verb.inflection.hasObject, let to = phrase(predicate, .to), isPerson(to), !to.isGenitive else { return }
    let own = subject(of: predicate)
    let other = parties(to, excluding: own, at: index)
    guard sides(own + other).count > 1 else { return }
    add("write", .message, own + other, at: index)
  }

  // MARK: Signing and gathering

  private func readSigning(_ verb: ContactVerb, _ predicate: Int) {
    let own = arguments(predicate).subject
    let with = parties(phrase(predicate, .with), excluding: own, at: token(predicate))
    if sides(own + with).count > 1 { add("sign", verb.form, own + with, at: token(predicate)) }
  }

  /// «لقاء جمع أ وب», «الاجتماع الذي ضم أ إلى ب».
  private func readGathering(_ verb: ContactVerb, _ predicate: Int) {
    let index = token(predicate)
    let clause = tree.clauses[tree.predicates[predicate].clause]
    // «المجلس الذي يضم أ وب»: a body's members, no event.
    if clause.kind == .relative, clause.governor < 0, clause.antecedent >= 0 { return }
    var event = clause.governor
    if event < 0 || tree.predicates[event].noun == nil {
      event = tree.predicates.indices[..<predicate].last { tree.predicates[$0].noun != nil } ?? -1
      // «جمعت مأدبة أ وب»
      let next = predicate + 1
      if next < tree.predicates.count, tree.predicates[next].noun != nil, token(next) - index <= 2 { event = next }
    }
    guard event >= 0, let noun = tree.predicates[event].noun, abs(index - token(event)) <= 12,
      noun.kind == .encounter || noun.kind == .talks || noun.kind == .call
    else { return }
    var gathered: [Party] = []
    for phrase in tree.predicates[predicate].phrases.map({ tree.phrases[$0] })
    where phrase.role == nil || phrase.role == .by && !isPlace(phrase) || phrase.role == .with
      || phrase.role == .between
      || phrase.role == .to
    {
      gathered += parties(phrase, excluding: gathered, at: index)
    }
    guard sides(gathered).count > 1 else { return }
    taken.insert(event)
    add("gather", form(of: event, gathered), gathered, at: index, noun: event)
  }

  // MARK: Travel

  private func readTravel(_ verb: ContactVerb, _ predicate: Int) {
    var visitors = arguments(predicate).subject
    if visitors.isEmpty { visitors = subject(ofClause: tree.predicates[predicate].clause) }
    let goals = tree.predicates[predicate].phrases.map { tree.phrases[$0] }.filter { phrase in
      guard isPlace(phrase) else { return false }
      switch verb.frame {
      case .visit: return phrase.role == nil
      case .stay: return phrase.role == .in || phrase.role == .by
      default: return phrase.role == .to
      }
    }
    addVisit(verb.frame.rawValue, visitors, goals, at: token(predicate), noun: nil)
  }

  /// «أوفد أ ب إلى المكان»: who is sent travels.
  private func readDispatch(_ predicate: Int) {
    let (own, sent) = arguments(predicate)
    addVisit(
      "dispatch", sent.isEmpty ? own : sent, phrases(predicate, .to).filter(isPlace), at: token(predicate), noun: nil)
  }

  /// «جولة شملت إسبانيا وألمانيا»: each country is a visit.
  private func readTour(_ predicate: Int) {
    guard let noun = tree.predicates.indices[..<predicate].last(where: { tree.predicates[$0].noun != nil }),
      tree.predicates[noun].noun?.number == .singular, token(predicate) - token(noun) <= 8,
      let visitor = antecedent(before: token(noun), excluding: [])
    else { return }
    let goals = phrases(predicate, nil).filter(isPlace)
    guard !goals.isEmpty else { return }
    taken.insert(noun)
    addVisit("tour", [visitor], goals, at: token(predicate), noun: noun)
  }

  /// A visit: the travellers and the state of each place they go to.
  func addVisit(_ frame: String, _ visitors: [Party], _ goals: [Phrase], at index: Int, noun: Int?) {
    // A body travels only where the words say so.
    let travellers = visitors.filter {
      let kind = chains[$0.chain].kind
      return kind == .person || kind == .group || kind == .organisation && !$0.isInferred
    }
    // Poets and suspects travel as well: a visit is of somebody with an office, or whom the gazetteer knows.
    guard travellers.contains(where: isOfficial) else { return }
    var seen: Set<String> = []
    let places = goals.prefix(1).flatMap(\.members)
    for member in places {
      let mention = mentions[member]
      guard let code = chains[mention.chain].side, seen.insert(code).inserted,
        travellers.contains(where: { chains[$0.chain].side.map { $0 != code } ?? false })
      else { continue }
      var parties = distinct(travellers)
      let host = stateChain(code, span: mention.span, chain: mention.kind == .state ? mention.chain : nil)
      parties.append(
        inviter(behind: index, side: code, places.count == 1) ?? Party(chain: host, span: mention.span, isHost: true))
      var draft = draft(frame, .visit, parties, at: index, noun: noun)
      let place = map.city(behind: mention) ?? mention
      draft.place = .init(name: place.span, country: code, id: chains[place.chain].id, isCountry: place.kind == .state)
      drafts.append(draft)
    }
  }

  private func isOfficial(_ party: Party) -> Bool {
    let chain = chains[party.chain]
    guard chain.kind == .person, chain.office == nil, chain.id == nil else { return true }
    // «الشيخ أ»
    return chain.mentions.prefix(ClauseReader.reach).contains { index in
      mentions[index].name.map { $0.start > mentions[index].span.start } ?? false
    }
  }

  /// The host who invited the visitors: «زيارة إلى برلين بدعوة من نظيره أ».
  private func inviter(behind index: Int, side: String, _ isOnly: Bool) -> Party? {
    guard isOnly,
      let noun = tree.predicates.indices.first(where: {
        token($0) > index && tree.predicates[$0].noun?.kind == .invitation
      }), token(noun) - index <= 20
    else { return nil }
    guard let from = phrase(noun, .from), isPerson(from) else { return nil }
    var host = parties(from, at: index).first { chains[$0.chain].side == side }
    host?.isHost = true
    return host
  }

  // MARK: Nouns as objects

  /// The contact noun that is the verb's object or subject: «أجرى محادثات», «قام بزيارة», «لقاء عقده أ».
  func objectNoun(of predicate: Int) -> Int? {
    let verb = tree.predicates[predicate]
    if verb.inflection?.hasObject == true
      || tree.clauses[verb.clause].kind == .relative && tree.clauses[verb.clause].governor >= 0
    {
      let governor = tree.clauses[verb.clause].governor
      if governor >= 0, tree.predicates[governor].noun != nil { return governor }
    }
    // «جولة مفاوضات بين أ وب تستضيفها المدينة»
    if verb.inflection?.hasObject == true, predicate > 0, tree.predicates[predicate - 1].clause == verb.clause,
      tree.predicates[predicate - 1].noun != nil, tree.predicates[predicate - 1].role == nil
    {
      return predicate - 1
    }
    var position = predicate + 1
    while position < tree.predicates.count, position <= predicate + 4 {
      let next = tree.predicates[position]
      guard next.clause == verb.clause else {
        position += 1
        continue
      }
      if let noun = next.noun, !taken.contains(position), next.governor == predicate {
        switch next.role {
        case .from where noun.kind == .credentials: return position
        case .with, .between, .after, .before, .during, .to, .from, .about, .on: break
        case .in where verb.verb?.frame != .join && verb.verb?.frame != .hold: break
        // «عقدت اللجنة دورتها»
        default:
          if !noun.hasPronoun || verb.verb?.frame == .hold && noun.kind == .encounter { return innermost(position) }
        }
      }
      position += 1
    }
    return nil
  }

  /// «جولة محادثات»: the last noun of a construct has the company.
  private func innermost(_ noun: Int) -> Int {
    var noun = noun
    while noun + 1 < tree.predicates.count, tree.predicates[noun + 1].isConstruct,
      tree.predicates[noun + 1].governor == noun
    {
      noun += 1
    }
    return noun
  }

  private func readWithNoun(_ verb: ContactVerb, _ predicate: Int) {
    guard let at = objectNoun(of: predicate), let noun = tree.predicates[at].noun, !isSeries(at) else { return }
    let index = token(predicate)
    if noun.kind == .credentials { return readCredentials(verb, predicate, at) }
    if verb.frame == .send, noun.kind != .message && noun.kind != .invitation || noun.number == .plural { return }
    var own = arguments(predicate).subject
    if own.isEmpty, !isPassive(verb, predicate, at) { own = subject(ofClause: tree.predicates[predicate].clause) }
    taken.insert(at)
    // «تواصل لندن الحوار مع …»: relations that go on.
    if noun.kind == .talks, noun.isDefinite, !noun.hasPronoun, isStates(own), verb.inflection.tense == .present {
      return
    }
    if at > 0, tree.predicates[at].isConstruct { taken.insert(tree.predicates[at].governor) }
    switch noun.kind {
    case .visit: return addVisit("visit", own, goals(of: at, predicate), at: index, noun: at)
    case .travel: return
    case .invitation: return readInvitation(verb, predicate, at, own)
    case .message:
      if verb.frame == .hold { return }
      fallthrough
    case .call:
      let from = parties(phrase(at, .from) ?? phrase(predicate, .from), excluding: own, at: index)
      if verb.frame == .get { return add("get", noun.form, own + from, at: index, noun: at) }
      if noun.kind == .message {
        let to = parties(phrase(at, .to) ?? phrase(predicate, .to), excluding: own + from, at: index)
        let object = to.isEmpty ? arguments(predicate).object : to
        // «سلم السفير الوزير رسالة من أ»: the bearer meets the addressee.
        if !from.isEmpty, to.isEmpty, own.contains(where: { chains[$0.chain].kind == .person && !$0.isInferred }),
          object.contains(where: { chains[$0.chain].kind == .person }), sides(own + object).count > 1
        {
          add("receive", .meeting, own + object, at: index)
        }
        return add("send", noun.form, own + from + object, at: index, noun: at)
      }
      fallthrough
    default:
      let (parties, isAll) = company(of: at, verb: predicate, owner: own)
      let all = isAll ? parties : own + parties
      if noun.kind == .encounter, noun.number != .singular, !isAll, let caller = all.first, sides(all).count > 2 {
        // «عقد أ لقاءات مع ب وج»: one with each.
        for other in all.dropFirst() where chains[other.chain].side != chains[caller.chain].side {
          add(verb.frame.rawValue, noun.form, [caller, other], at: index, noun: at)
        }
        return
      }
      add(verb.frame.rawValue, form(of: at, all), all, at: index, noun: at)
    }
  }

  /// «تسلم أ أوراق اعتماد ب», «قدم أ أوراق اعتماده إلى ب».
  private func readCredentials(_ verb: ContactVerb, _ predicate: Int, _ noun: Int) {
    let index = token(predicate)
    guard lexicon.credentials.contains(tokens.word(token(noun) + 1)) else { return }
    var own = arguments(predicate).subject
    if own.isEmpty { own = subject(ofClause: tree.predicates[predicate].clause) }
    let near = phrase(from: token(noun) + 1).flatMap { isPerson($0) ? $0 : nil }
    let other = phrase(noun, .from, .to) ?? phrase(predicate, .from, .to) ?? near
    add("receive", .meeting, own + parties(other, excluding: own, at: index), at: index)
  }

  /// «عقد اجتماع بين أ وب»: the noun is what was held, not what somebody holds.
  private func isPassive(_ verb: ContactVerb, _ predicate: Int, _ noun: Int) -> Bool {
    guard verb.frame == .hold, verb.inflection.number == .singular, !verb.inflection.hasObject else { return false }
    return phrase(noun, .between) != nil && token(noun) > token(predicate)
  }

  /// Where a visit leads: behind its noun, else behind the verb.
  func goals(of noun: Int, _ verb: Int?) -> [Phrase] {
    let all = tree.predicates[noun].phrases + (verb.map { tree.predicates[$0].phrases } ?? [])
    let places = all.map { tree.phrases[$0] }.filter(isPlace)
    let goals = places.filter { $0.role == .to }
    if !goals.isEmpty { return goals }
    let bare = places.filter { $0.role == nil && $0.tokens.lowerBound > token(noun) }
    return bare.isEmpty ? places.filter { $0.role == .in || $0.role == .by } : bare
  }

  // MARK: Invitations and requests

  /// «وجه أ دعوة إلى ب لزيارة ج», «تلقى أ دعوة من ب لحضور …».
  private func readInvitation(_ verb: ContactVerb, _ predicate: Int, _ at: Int, _ own: [Party]) {
    let index = token(predicate)
    var (host, guest) = (own, parties(phrase(at, .to) ?? phrase(predicate, .to), excluding: own, at: index))
    if verb.frame == .get {
      guest = own
      host = parties(phrase(at, .from) ?? phrase(predicate, .from), excluding: own, at: index)
    }
    guard !guest.isEmpty else { return }
    addProposal(host, guest, behind: at, index)
  }

  /// «دعا أ ب إلى زيارة …», «طلب أ من ب عقد اجتماع».
  private func readRequest(_ predicate: Int) {
    let index = token(predicate)
    guard let verb = tree.predicates[predicate].verb, !verb.inflection.hasObject else { return }
    var (own, asked) = arguments(predicate)
    if own.isEmpty { own = subject(ofClause: tree.predicates[predicate].clause) }
    if let from = phrase(predicate, .from), !from.isComplement { asked = parties(from, excluding: own, at: index) }
    guard !asked.isEmpty else { return }
    // «دعت الوزارة السفير إلى مقرها»: a summons.
    if let to = phrase(predicate, .to), to.members.contains(where: { mentions[$0].kind == .venue }),
      asked.contains(where: { chains[$0.chain].kind == .person })
    {
      return add("receive", .meeting, own + asked, at: index)
    }
    addProposal(own, asked, behind: predicate, index)
  }

  /// The visit or meeting that is asked for.
  private func addProposal(_ host: [Party], _ guest: [Party], behind predicate: Int, _ index: Int) {
    guard
      let at = tree.predicates.indices[(predicate + 1)...].prefix(4).first(where: {
        tree.predicates[$0].noun.map { ![.message, .invitation, .travel].contains($0.kind) } ?? false
          && token($0) - token(predicate) <= 20 && tree.predicates[$0].clause == tree.predicates[predicate].clause
      }), let noun = tree.predicates[at].noun
    else { return }
    taken.insert(at)
    if noun.kind == .visit {
      let goals = goals(of: at, predicate)
      let count = drafts.count
      addVisit("request", guest, goals, at: token(at), noun: at)
      if drafts.count == count, sides(host + guest).count > 1 {
        var draft = draft("request", .visit, distinct(host + guest), at: token(at), noun: at)
        for index in draft.parties.indices where host.contains(where: { $0.chain == draft.parties[index].chain }) {
          draft.parties[index].isHost = true
        }
        drafts.append(draft)
      }
      return
    }
    let (company, isAll) = company(of: at, verb: nil, owner: guest)
    add(
      "request", form(of: at, isAll ? company : host + guest + company), isAll ? company : host + guest + company,
      at: token(at), noun: at)
  }

  // MARK: Conferences

  private func readHosting(_ verb: ContactVerb, _ predicate: Int) {
    let (own, guests) = arguments(predicate)
    if !guests.isEmpty, !isStates(guests) {
      return add("host", .meeting, own + guests, at: token(predicate))
    }
    guard let at = objectNoun(of: predicate), !isSeries(at) else { return }
    let (found, isAll) = company(of: at, verb: predicate, owner: [])
    taken.insert(at)
    let host = own.isEmpty ? subject(ofClause: tree.predicates[predicate].clause) : own
    let parties = isAll && isStates(host) || sides(found).count > 1 && isStates(host) ? found : host + found
    let count = drafts.count
    add("host", form(of: at, parties), parties, at: token(predicate), noun: at)
    // «محادثات تستضيفها جنيف»
    let subject =
      phrases(predicate, nil).first
      ?? (tree.clauses[tree.predicates[predicate].clause].topic >= 0
        ? tree.phrases[tree.clauses[tree.predicates[predicate].clause].topic] : nil)
    if drafts.count > count, drafts[count].place == nil, let subject, isPlace(subject),
      let first = subject.members.first
    {
      drafts[count].place = place(mentions[first])
    }
  }

  /// «شارك أ في قمة …», «حضر الاجتماع أ وب».
  private func readTakingPart(_ verb: ContactVerb, _ predicate: Int) {
    guard let at = objectNoun(of: predicate), let noun = tree.predicates[at].noun, !isSeries(at),
      noun.kind == .encounter || noun.kind == .talks
    else { return readTakingPartInTold(verb, predicate) }
    let index = token(predicate)
    var own = arguments(predicate).subject
    if own.isEmpty { own = subject(ofClause: tree.predicates[predicate].clause) }
    let (company, _) = company(of: at, verb: nil, owner: own)
    taken.insert(at)
    // Who attends a contact told before takes no part in it, unless the text says so.
    if sides(own + company).count > 1, !(noun.isDefinite && company.isEmpty) {
      return add("join", form(of: at, own + company), own + company, at: index, noun: at)
    }
    guard noun.isDefinite else { return }
    var draft = draft("attend", noun.form, own, at: index, noun: at)
    draft.isAnaphor = true
    drafts.append(draft)
  }

  /// «ويشارك فيها أ وب»: in a conference told before.
  private func readTakingPartInTold(_ verb: ContactVerb, _ predicate: Int) {
    let index = token(predicate)
    guard map.lexicon.bound.contains(tokens.word(index + 1)) || map.function(index + 1) == .in else { return }
    let own = arguments(predicate).subject
    guard sides(own).count > 1 else { return }
    add("join", verb.form, own, at: index)
  }

  /// «لحضور اجتماع لوزراء خارجية الحلف», «للمشاركة في مؤتمر».
  func readJoining(_ predicate: Int) {
    guard predicate + 1 < tree.predicates.count, let noun = tree.predicates[predicate + 1].noun,
      token(predicate + 1) - token(predicate) <= 8, !taken.contains(predicate + 1),
      noun.kind == .encounter || noun.kind == .talks
    else { return }
    let at = innermost(predicate + 1)
    let index = token(predicate)
    var own = parties(genitive(of: predicate), at: index)
    if own.isEmpty { own = guest(of: tree.predicates[predicate].clause) }
    if own.isEmpty { own = subject(ofClause: tree.predicates[predicate].clause) }
    let (company, _) = company(of: at, verb: nil, owner: own)
    guard !company.isEmpty, sides(own + company).count > 1 else { return }
    taken.insert(at)
    add("join", form(of: at, own + company), own + company, at: index, noun: at)
  }

  /// «استقبل أ ب للمشاركة في …»: who is received takes part.
  private func guest(of clause: Int) -> [Party] {
    let predicate = tree.clauses[clause].predicate
    guard predicate >= 0, tree.predicates[predicate].verb?.frame == .receive else { return [] }
    return arguments(predicate).object
  }
}
