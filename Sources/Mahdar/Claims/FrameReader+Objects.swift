/// Verbs whose object is a noun of contact: «عقد اجتماعا», «وجه دعوة», «استضاف قمة».
extension FrameReader {
  /// The contact noun that is the verb's object or subject: «أجرى محادثات», «قام بزيارة», «لقاء عقده أ».
  func objectNoun(of predicate: Int) -> Int? {
    let verb = tree.predicates[predicate]
    if verb.inflection?.hasObject == true
      || tree.clauses[verb.clause].kind == .relative && tree.clauses[verb.clause].governor >= 0
    {
      let governor = tree.clauses[verb.clause].governor
      if governor >= 0, tree.predicates[governor].noun != nil { return governor }
    }
    // «الزيارة التي كان مقررا أن يقوم بها أ»
    if verb.inflection?.hasObject == true || map.lexicon.bound.contains(tokens.word(verb.token + 1)),
      let noun = resumedNoun(of: verb.clause)
    {
      return noun
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
        case .in where verb.verb?.frame != .join && verb.verb?.frame.isHolding != true: break
        // «عقدت اللجنة دورتها»
        default:
          if !noun.hasPronoun || verb.verb?.frame.isHolding == true && noun.kind == .encounter {
            return innermost(position)
          }
        }
      }
      position += 1
    }
    return nil
  }

  /// «اجتماعا كان من المفترض أن يعقده», «اللقاء الذي كان مقررا أن يعقده»: the noun that the pronoun behind أن resumes.
  private func resumedNoun(of clause: Int) -> Int? {
    guard tree.clauses[clause].kind == .complement, case let parent = tree.clauses[clause].parent, parent >= 0 else {
      return nil
    }
    let above = tree.clauses[parent]
    if above.kind == .relative, above.governor >= 0 {
      return tree.predicates[above.governor].noun != nil ? above.governor : nil
    }
    let start = tree.clauses[clause].start
    return tree.predicates.indices.last {
      tree.predicates[$0].token < start && tree.predicates[$0].clause == parent
        && tree.predicates[$0].noun.map { !$0.isDefinite } == true
    }
  }

  /// «جولة محادثات»: the last noun of a construct has the company.
  func innermost(_ noun: Int) -> Int {
    var noun = noun
    while noun + 1 < tree.predicates.count, tree.predicates[noun + 1].isConstruct,
      tree.predicates[noun + 1].governor == noun
    {
      noun += 1
    }
    return noun
  }

  func readWithNoun(_ verb: ContactVerb, _ predicate: Int) {
    guard let at = objectNoun(of: predicate), let noun = tree.predicates[at].noun, !isSeries(at) else { return }
    let index = token(predicate)
    if noun.kind == .credentials { return readCredentials(verb, predicate, at) }
    if verb.frame == .send, noun.kind != .message && noun.kind != .invitation { return }
    if verb.frame == .send, noun.number == .plural || noun.number == .dual && areTwo(at, predicate) {
      return sendEach(predicate, at)
    }
    // «بدأت زيارة الوزير إلى …»: the noun tells whose it is.
    if noun.kind == .visit, genitive(of: at).map(isPerson) == true { return }
    var own = arguments(predicate).subject
    // «عقدت اللجنة المشتركة الكينية الأوغندية اجتماعها»
    let joint = verb.frame.isHolding ? jointly(behind: index) : []
    if own.isEmpty, joint.isEmpty || verb.frame == .lead, !isPassive(verb, predicate, at) {
      own = subject(ofClause: tree.predicates[predicate].clause)
    }
    if !joint.isEmpty, !own.contains(where: { chains[$0.chain].kind == .person }) { own = joint }
    taken.insert(at)
    // «تواصل لندن الحوار مع …»: relations that go on, but «تستأنف المفاوضات في جنيف الأحد».
    if !isDated(at), !isDated(predicate), tokens[index].preposition != Letters.seen, noun.kind == .talks,
      noun.isDefinite, !noun.hasPronoun, !tree.predicates[at].isConstruct, isStates(own),
      verb.inflection.tense == .present
    {
      return
    }
    if at > 0, tree.predicates[at].isConstruct { taken.insert(tree.predicates[at].governor) }
    switch noun.kind {
    case .visit: return addVisit("visit", own, goals(of: at, predicate), at: index, noun: at)
    case .travel: return
    case .invitation: return readInvitation(verb, predicate, at, own)
    case .message:
      // «تبادل أ وب برقيات التهنئة»
      if verb.frame.isHolding {
        return sides(own).count > 1 ? add("send", .message, own, at: index, noun: at) : ()
      }
      fallthrough
    case .call:
      let from = parties(phrase(at, .from) ?? phrase(predicate, .from), excluding: own, at: index)
      if verb.frame == .get { return add("get", noun.form, own + from, at: index, noun: at) }
      if noun.kind == .message {
        // «نقل الوزير الكيني رسالة من الرئيس إلى ب»: of the bearer's state.
        if let side = own.first.flatMap({ chains[$0.chain].side }) {
          for party in from where mention(of: party).map({ $0.tokens.count == 1 && $0.name == nil }) == true {
            lead(party.chain, side)
          }
        }
        let to = parties(phrase(at, .to) ?? phrase(predicate, .to), excluding: own + from, at: index)
        var object = to.isEmpty ? arguments(predicate).object : to
        // «وصل الوزير الكيني، وسلم الرئيس الهندي رسالة من الرئيس الكيني»: it is handed over by whoever is told before.
        let clause = tree.predicates[predicate].clause
        let goesOn =
          tree.clauses[clause].previous >= 0 || tree.clauses[clause].parent >= 0 || tokens[index].conjunction != 0
        if object.isEmpty, !from.isEmpty, goesOn, case let bearer = inferred(dropped(clause)),
          sides(bearer) == sides(from), sides(own).isDisjoint(with: sides(from))
        {
          (own, object) = (bearer, own)
        }
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
      leadInTurn(own + parties)
      // «ترأس أ وب اجتماع اللجنة المشتركة»: they act for its states; «أجريا مباحثات بحضور الأعضاء»: who has no side was there.
      let present = sides(own.filter { chains[$0.chain].kind != .state })
      let more =
        sides(own).count > 1 ? parties.filter { chains[$0.chain].side.map { !present.contains($0) } ?? false } : parties
      let isChaired = verb.frame == .lead && own.contains { chains[$0.chain].kind == .person && !$0.isInferred }
      let all = isAll && !isChaired && !(isStates(parties) && sides(own) == sides(parties)) ? parties : own + more
      // «عقد الاجتماع بحضور أ»: more of one told before.
      if own.isEmpty, noun.isDefinite, sides(all).count < 2 {
        return retell(verb.frame.telling, noun.form, all, at: index, noun: at)
      }
      if noun.kind == .encounter, noun.number != .singular, !isAll, let caller = all.first, sides(all).count > 2 {
        // «عقد أ لقاءات مع ب وج»: one with each.
        for other in all.dropFirst() where chains[other.chain].side != chains[caller.chain].side {
          add(verb.frame.telling, noun.form, [caller, other], at: index, noun: at)
        }
        return
      }
      add(verb.frame.telling, form(of: at, all), all, at: index, noun: at)
    }
    addOthers(verb, predicate, at, own)
  }

  /// «أجرى أ مكالمة مع ب، وأخرى مع ج»: another one with each told behind.
  private func addOthers(_ verb: ContactVerb, _ predicate: Int, _ noun: Int, _ own: [Party]) {
    guard !own.isEmpty, let kind = tree.predicates[noun].noun else { return }
    for phrase in phrases(noun, .with) + phrases(predicate, .with)
    where lexicon.another.contains(tokens[phrase.tokens.lowerBound - 2].lessConjunction) {
      let other = parties(phrase, excluding: own, at: phrase.tokens.lowerBound)
      if sides(own + other).count > 1 {
        add(verb.frame.telling, kind.form, own + other, at: phrase.tokens.lowerBound)
      }
    }
  }

  /// «رسالتين إلى أ وب»
  private func areTwo(_ noun: Int, _ predicate: Int) -> Bool {
    (phrase(noun, .to) ?? phrase(predicate, .to)).map { $0.members.count == 2 } ?? false
  }

  /// «بعث أ برسائل إلى قادة ب وج»: one to each who is told.
  private func sendEach(_ predicate: Int, _ noun: Int) {
    guard let to = phrase(noun, .to) ?? phrase(predicate, .to), !isPlace(to) else { return }
    let own = subject(of: predicate)
    taken.insert(noun)
    for one in parties(to, excluding: own, at: token(predicate))
    where !sides(own).isEmpty && sides(own + [one]).count > 1 {
      add("send", .message, own + [one], at: token(predicate), noun: noun)
    }
  }

  /// «تسلم أ أوراق اعتماد ب», «قدم أ أوراق اعتماده إلى ب».
  func readCredentials(_ verb: ContactVerb, _ predicate: Int, _ noun: Int) {
    let index = token(predicate)
    guard map.lexicon.credentials.contains(tokens.word(token(noun) + 1)) else { return }
    var own = arguments(predicate).subject
    if own.isEmpty { own = subject(ofClause: tree.predicates[predicate].clause) }
    let near = phrase(from: token(noun) + 1).flatMap { isPerson($0) || $0.isEach ? $0 : nil }
    let other = phrase(noun, .from, .to) ?? phrase(predicate, .from, .to) ?? near
    let found = parties(other, excluding: own, at: index)
    // «أوراق اعتماد سفراء أ وب»
    for one in sides(found).count > 1 ? found.map({ [$0] }) : [found] { add("receive", .meeting, own + one, at: index) }
  }

  /// «عقد اجتماع بين أ وب»: the noun is what was held, not what somebody holds.
  func isPassive(_ verb: ContactVerb, _ predicate: Int, _ noun: Int) -> Bool {
    guard verb.frame.isHolding, verb.inflection.number == .singular, !verb.inflection.hasObject else { return false }
    return (phrase(noun, .between) ?? phrase(predicate, .between)) != nil
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
  func readInvitation(_ verb: ContactVerb, _ predicate: Int, _ at: Int, _ own: [Party]) {
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
  func readRequest(_ predicate: Int) {
    let index = token(predicate)
    guard let verb = tree.predicates[predicate].verb, !verb.inflection.hasObject else { return }
    var (own, asked) = arguments(predicate)
    if own.isEmpty { own = subject(ofClause: tree.predicates[predicate].clause) }
    if let from = phrase(predicate, .from), !from.isComplement { asked = parties(from, excluding: own, at: index) }
    guard !asked.isEmpty else { return requestSession(predicate, own) }
    // «دعت الوزارة السفير إلى مقرها»: a summons.
    if let to = phrase(predicate, .to), to.members.contains(where: { mentions[$0].kind == .venue }),
      asked.contains(where: { chains[$0.chain].kind == .person })
    {
      return add("receive", .meeting, own + asked, at: index)
    }
    addProposal(own, asked, behind: predicate, index)
  }

  /// «طلبت كينيا عقد اجتماع طارئ لمجلس الأمن»: who asks and the body.
  private func requestSession(_ predicate: Int, _ own: [Party]) {
    guard let at = objectNoun(of: predicate), tree.predicates[at].noun?.kind == .encounter else { return }
    let (body, _) = company(of: at, verb: nil, owner: own)
    guard body.contains(where: { chains[$0.chain].kind == .organisation }), sides(own + body).count > 1 else { return }
    taken.insert(at)
    add("request", form(of: at, own + body), own + body, at: token(at), noun: at)
  }

  /// The visit or meeting that is asked for.
  func addProposal(_ host: [Party], _ guest: [Party], behind predicate: Int, _ index: Int) {
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
      // «دعوة من الرئيس أ لزيارة بلاده»: whose invitation it is told to be is the host.
      let inviters = parties(phrase(predicate, .from), at: index)
      for index in drafts.indices[count...] {
        guard let place = drafts[index].parties.firstIndex(where: \.isHost),
          let side = chains[drafts[index].parties[place].chain].side,
          var inviter = inviters.first(where: { chains[$0.chain].kind == .person && chains[$0.chain].side == side })
        else { continue }
        inviter.isHost = true
        drafts[index].parties[place] = inviter
      }
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

  func readHosting(_ verb: ContactVerb, _ predicate: Int) {
    var (own, guests) = arguments(predicate)
    if !guests.isEmpty, !isStates(guests) {
      if own.isEmpty { own = subject(ofClause: tree.predicates[predicate].clause) }
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
  func readTakingPart(_ verb: ContactVerb, _ predicate: Int) {
    guard let at = objectNoun(of: predicate), let noun = tree.predicates[at].noun, !isSeries(at),
      noun.kind == .encounter || noun.kind == .talks
    else { return readTakingPartInTold(verb, predicate) }
    let index = token(predicate)
    var own = arguments(predicate).subject
    if own.isEmpty { own = subject(ofClause: tree.predicates[predicate].clause) }
    // «حضر اللقاء عن الجانب الكيني أ وعن الجانب الأوغندي ب»
    if case let actors = actors(), !actors.isEmpty { own = actors }
    let (company, _) = company(of: at, verb: nil, owner: own)
    taken.insert(at)
    // Who attends a contact told before takes no part in it, unless the text says so.
    if sides(own + company).count > 1, !(noun.isDefinite && company.isEmpty) {
      return add("join", form(of: at, own + company), own + company, at: index, noun: at)
    }
    // «مئة رئيس سيحضرون اجتماعات الجمعية العامة»: who they are is not told, when and where the body meets is.
    if own.isEmpty, isBody(company) { return retell("join", noun.form, company, at: index, noun: at) }
    guard noun.isDefinite else { return }
    var draft = draft("attend", noun.form, own, at: index, noun: at)
    draft.isAnaphor = true
    drafts.append(draft)
  }

  /// «ويشارك فيها أ وب»: in a conference told before.
  func readTakingPartInTold(_ verb: ContactVerb, _ predicate: Int) {
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
  func guest(of clause: Int) -> [Party] {
    let predicate = tree.clauses[clause].predicate
    guard predicate >= 0, tree.predicates[predicate].verb?.frame == .receive else { return [] }
    return arguments(predicate).object
  }
}
