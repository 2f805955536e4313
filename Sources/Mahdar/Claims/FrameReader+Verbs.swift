/// The frames of contact verbs: which slot each of their arguments fills.
extension FrameReader {
  func readVerb(_ verb: ContactVerb, _ predicate: Int) {
    let index = token(predicate)
    // What did not take place is no contact, unless somebody denies it.
    let clause = tree.clauses[tree.predicates[predicate].clause]
    // «دون أن يلتقي أ»
    let isWithout =
      clause.kind == .complement && map.function(clause.start - 1) == .negation
      && !lexicon.contrasts.contains(tokens.word(clause.start - 1))
    if isWithout
      || map.function(index - 1) == .negation && tokens.word(index - 1) != lexicon.willNot && !isDenied(predicate)
    {
      if let noun = objectNoun(of: predicate) { taken.insert(noun) }
      return
    }
    // «وليست المرة الأولى التي يجري فيها أ محادثات مع ب»
    if map.hasCue(.notFirst, from: sentence.lowerBound, to: min(index, sentence.lowerBound + 6)) {
      if let noun = objectNoun(of: predicate) { taken.insert(noun) }
      return
    }
    // «كاد أ يلتقي ب»
    if (max(sentence.lowerBound, index - Self.farNearly)..<index).contains(where: {
      map.lexicon.nearly.contains(tokens.word($0))
    }) {
      return
    }
    switch verb.frame {
    case .meet, .receive, .confer, .phone: readMeeting(verb, predicate)
    case .discuss: readDiscussion(verb, predicate)
    case .host: readHosting(verb, predicate)
    case .hold, .get, .send: readWithNoun(verb, predicate)
    // «جولة قادته إلى أ وب»
    case .lead where verb.inflection.hasObject && phrase(predicate, .to).map(isPlace) == true: readTour(predicate)
    case .lead where objectNoun(of: predicate) == nil && !readLeading(predicate): readChairing(predicate)
    case .lead: if !readLeading(predicate) { readWithNoun(verb, predicate) }
    case .join: readTakingPart(verb, predicate)
    case .inform, .present: readInforming(verb, predicate)
    case .write: readWriting(verb, predicate)
    case .dispatch: readDispatch(predicate)
    case .visit, .go, .stay, .leave, .comeback: readTravel(verb, predicate)
    case .gather: readGathering(verb, predicate)
    case .sign: readSigning(verb, predicate)
    // «لقاءات شملت أ وب»
    case .tour where governingNoun(predicate)?.kind == .encounter: readGathering(verb, predicate)
    case .tour: readTour(predicate)
    case .request: readRequest(predicate)
    case .occur: readSession(verb, predicate)
    }
  }

  /// «كاد» and its verb have the subject alone between them.
  private static let farNearly = 6

  /// The noun that a verb's relative clause tells more of.
  private func governingNoun(_ predicate: Int) -> ContactNoun? {
    let clause = tree.clauses[tree.predicates[predicate].clause]
    return clause.kind == .relative && clause.governor >= 0 ? tree.predicates[clause.governor].noun : nil
  }

  /// «قالت الرئاسة إن الرئيس لم يستقبل أ»: somebody says that a meeting did not take place.
  private func isDenied(_ predicate: Int) -> Bool {
    let frame = tree.predicates[predicate].verb?.frame
    return tree.clauses[tree.predicates[predicate].clause].kind == .complement && (frame == .meet || frame == .receive)
  }

  /// The subject told, else the one that the clause takes over.
  func subject(of predicate: Int) -> [Party] {
    let told = arguments(predicate).subject
    return told.isEmpty ? subject(ofClause: tree.predicates[predicate].clause) : told
  }

  // MARK: Meeting

  func readMeeting(_ verb: ContactVerb, _ predicate: Int) {
    let index = token(predicate)
    // «لقطة تداولها السعوديون»
    if verb.frame == .confer, verb.inflection.hasObject { return }
    // «رسالة تتصل بعلاقات البلدين»
    if verb.frame == .phone, tokens[index + 1].preposition == Letters.beh, map.mentionAt[index + 1] < 0,
      phrase(predicate, .by).map({ $0.tokens.lowerBound > index + 2 }) ?? true
    {
      return
    }
    var (own, other) = arguments(predicate)
    if own.isEmpty { own = subject(ofClause: tree.predicates[predicate].clause) }
    if other.isEmpty { other = company(of: predicate, verb.frame, beside: own) }
    // «حين يلتقيه»
    if other.isEmpty, verb.frame == .meet || verb.frame == .receive, verb.inflection.hasObject, !own.isEmpty {
      other = inferred(antecedent(before: index, excluding: own).map { [$0] } ?? [])
    }
    // «استقبل من طرف أ»: the host of a passive.
    if let from = phrase(predicate, .from), verb.frame == .receive, other.isEmpty, isPerson(from) {
      other = parties(from, excluding: own, at: index)
    }
    // «استدعي السفير إلى وزارة الخارجية الكينية»
    if other.isEmpty, verb.frame == .receive, let to = phrase(predicate, .to), !isPlace(to), !isPerson(to) {
      other = own
      own = parties(to, excluding: own, at: index)
    }
    if other.isEmpty, verb.frame == .confer, case let joint = jointly(behind: index), sides(joint).count > 1 {
      return readSession(verb, predicate)
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
    // «تستقبل موسكو الوزير»: he visits.
    if verb.frame == .receive, !own.isEmpty, isStates(own), let host = hostPhrase(of: predicate) {
      // «تستقبل مصر أ وب وج»: guests of many states come to one event.
      if sides(other).count > 2 { return add("receive", .conference, own + other, at: index) }
      for side in sides(other).sorted() {
        addVisit("receive", other.filter { chains[$0.chain].side == side }, [host], at: index, noun: nil)
      }
      return
    }
    let isEach = tree.predicates[predicate].phrases.contains { tree.phrases[$0].isEach }
    if sides(own).count == 1, isEach || map.hasCue(.separate, from: index, to: sentence.upperBound) {
      for one in other { add(verb.frame.rawValue, form(verb), own + [one], at: index) }
      return
    }
    add(verb.frame.rawValue, form(verb), own + other, at: index)
  }

  /// «تنعقد اللجنة الكينية الأوغندية المشتركة»: the states meet in their committee; the noun of a contact tells it itself.
  private func readSession(_ verb: ContactVerb, _ predicate: Int) {
    guard objectNoun(of: predicate) == nil else { return }
    let joint = jointly(behind: token(predicate))
    guard sides(joint).count > 1 else { return }
    let heads = joined(behind: token(predicate) + 1)
    add(verb.frame.rawValue, .talks, sides(heads) == sides(joint) ? heads : joint, at: token(predicate))
  }

  /// «ترأس أ وب أعمال اللجنة المشتركة»
  private func readChairing(_ predicate: Int) {
    let own = arguments(predicate).subject
    guard sides(own).count > 1, let last = phrases(predicate, nil).last?.tokens.upperBound else { return }
    let behind = last..<min(last + Self.chairedReach, sentence.upperBound)
    guard behind.contains(where: { map.lexicon.joint.contains(tokens.word($0)) }) else { return }
    add("hold", .talks, own, at: token(predicate))
  }

  /// «أعمال الدورة الثالثة للجنة العليا المشتركة»
  private static let chairedReach = 7

  /// The place or state that receives a guest: the verb's subject.
  private func hostPhrase(of predicate: Int) -> Phrase? {
    (topic(of: predicate) + phrases(predicate, nil)).first(where: isPlace)
  }

  func form(_ verb: ContactVerb) -> ContactForm { verb.frame == .phone ? .call : verb.form }

  /// Whom a verb of meeting has under its preposition: «مع ب», «بـب».
  func company(of predicate: Int, _ frame: VerbFrame, beside own: [Party]) -> [Party] {
    let index = token(predicate)
    for phrase in tree.predicates[predicate].phrases.map({ tree.phrases[$0] }) {
      switch phrase.role {
      case .with, .between: break
      case .by where frame != .receive && !isPlace(phrase): break
      case .to where frame == .confer && (isPerson(phrase) || isGroup(phrase)): break
      default: continue
      }
      let found = parties(phrase, excluding: own, at: index)
      if !found.isEmpty { return found }
    }
    return []
  }

  // MARK: Discussion

  func readDiscussion(_ verb: ContactVerb, _ predicate: Int) {
    let index = token(predicate)
    var (own, object) = arguments(predicate)
    if own.isEmpty, !object.isEmpty, verb.inflection.hasObject == false, sides(object).count > 1 {
      swap(&own, &object)
    }
    let told = !own.isEmpty
    // «لقاء ثنائيا مع أ، بحثا خلاله التعاون»: what they talked of in it.
    if !told, verb.inflection.number != .singular, map.isResumptive(index + 1) { return }
    if own.isEmpty { own = subject(ofClause: tree.predicates[predicate].clause) }
    if let with = phrases(predicate, .with).first(where: { isTalkedTo($0, index) }) {
      let other = parties(with, excluding: own, at: index)
      if isStates(own + other) { return }
      return add("discuss", verb.form, own + other, at: index)
    }
    guard sides(own).count > 1 else { return }
    // «وبحث الجانبان …»: more of the contact that made them a pair.
    if own.allSatisfy(\.isInferred), isTold(own) || !own.allSatisfy({ chains[$0.chain].kind == .person }) {
      return retell("discuss", verb.form, own, at: index)
    }
    let isAll =
      verb.inflection.number != .singular
      || own.contains { chains[$0.chain].kind == .person || chains[$0.chain].kind == .group }
    // «بحث الجانبان الكيني والأوغندي»
    let isPair = phrases(predicate, nil).contains(where: isOfHalves) && !own.allSatisfy(\.isInferred)
    if isPair || isAll && (told || verb.inflection.number != .singular) && !isStates(own) {
      add("discuss", verb.form, own, at: index)
    }
  }

  /// «الجانبان», «الجانبان الكيني والأوغندي»
  private func isOfHalves(_ phrase: Phrase) -> Bool {
    phrase.reference == .pair
      || phrase.members.first.map { lexicon.halves.contains(tokens.word(mentions[$0].tokens.lowerBound)) } ?? false
  }

  /// Whether a contact of these parties has been told.
  func isTold(_ parties: [Party]) -> Bool {
    let known = Set(parties.map(\.chain))
    return drafts.suffix(Self.memory).contains { draft in
      !draft.isAnaphor && draft.parties.count(where: { known.contains($0.chain) }) > 1
    }
  }

  /// So many tellings back a pair's contact is looked for.
  private static let memory = 20

  /// A person, or a body named right behind the verb: «بحث … العلاقة مع إيران» talks of Iran, not to it.
  func isTalkedTo(_ phrase: Phrase, _ index: Int) -> Bool {
    phrase.reference != .named || isPerson(phrase) || phrase.tokens.lowerBound - index <= 3
      || !phrase.isComplement && !isPlace(phrase)
  }

  // MARK: Telling and writing

  /// «أطلع السفير الوزير على …»: two people of two sides, each told bare.
  func readInforming(_ verb: ContactVerb, _ predicate: Int) {
    guard !verb.inflection.hasObject else { return }
    var (own, told) = arguments(predicate)
    if own.isEmpty { own = subject(ofClause: tree.predicates[predicate].clause) }
    // «عرض أ على ب الخطة»
    if !told.contains(where: { chains[$0.chain].kind == .person }), verb.frame == .present,
      let on = phrase(predicate, .on, .to),
      isPerson(on)
    {
      told = parties(on, excluding: own, at: token(predicate))
    }
    guard !own.isEmpty, told.contains(where: { chains[$0.chain].kind == .person }),
      sides(own + told).count > 1 || isWithStranger("inform", own + told),
      own.contains(where: { chains[$0.chain].kind != .state })
    else { return }
    add("inform", verb.form, own + told, at: token(predicate))
  }

  /// «كتب أ إلى ب»: to a person named behind it; a play is written by somebody, to nobody.
  func readWriting(_ verb: ContactVerb, _ predicate: Int) {
    let index = token(predicate)
    guard !verb.inflection.hasObject, let to = phrase(predicate, .to), isPerson(to), !to.isGenitive else { return }
    let own = subject(of: predicate)
    let other = parties(to, excluding: own, at: index)
    guard sides(own + other).count > 1 else { return }
    add("write", .message, own + other, at: index)
  }

  // MARK: Signing and gathering

  func readSigning(_ verb: ContactVerb, _ predicate: Int) {
    var own = arguments(predicate).subject
    let with = parties(phrase(predicate, .with), excluding: own, at: token(predicate))
    // «حيث وقع مع ب اتفاقا، اختتم أ زيارته», but not «الاتفاق الذي وقع مع ب».
    let clause = tree.clauses[tree.predicates[predicate].clause]
    if own.isEmpty, !with.isEmpty,
      clause.kind != .relative
        || clause.antecedent >= 0 && tree.phrases[clause.antecedent].tokens.upperBound == clause.start
    {
      own = subject(of: predicate)
    }
    if sides(own + with).count < 2, case let actors = actors(), !actors.isEmpty { own = actors }
    if sides(own + with).count > 1 { add("sign", verb.form, own + with, at: token(predicate)) }
  }

  /// «لقاء جمع أ وب», «الاجتماع الذي ضم أ إلى ب».
  func readGathering(_ verb: ContactVerb, _ predicate: Int) {
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
    // «لقاء جمعه بنظيره», «القمة التي كانت ستضمه إلى أ»
    if verb.inflection.hasObject, sides(gathered).count == 1 {
      gathered.insert(contentsOf: owner(of: event, excluding: gathered), at: 0)
    }
    // «عقد أ سلسلة لقاءات شملت ب وج»: one with each.
    let people = gathered.filter { chains[$0.chain].kind == .person }
    let over = tree.predicates[event].governor
    if noun.number == .plural, !people.isEmpty, over >= 0, tree.predicates[over].verb?.frame.isHolding == true,
      case let holder = subject(of: over), !holder.isEmpty
    {
      taken.insert(event)
      for one in people { add("gather", form(of: event, holder + [one]), holder + [one], at: index, noun: event) }
      return
    }
    guard sides(gathered).count > 1 || gathered.count > 1 && gathered.contains(where: isOfDiplomats) else { return }
    taken.insert(event)
    // «لقاءات ضمت مسؤولين من الطرفين»: a series without names.
    if noun.number == .plural, people.isEmpty { return }
    add("gather", form(of: event, gathered), gathered, at: index, noun: event)
  }

  /// «وترأس الوفد الجورجي أ», «ويقود أ وفد بلاده», «يتألف الوفد من أ وب»: whether it tells who acts for a side; he took part in what was told
  /// before of that side.
  private func readLeading(_ predicate: Int) -> Bool {
    let bare = phrases(predicate, nil) + topic(of: predicate) + phrases(predicate, .from)
    guard
      let group = bare.lazy.compactMap({ $0.members.first }).first(where: {
        self.isHalf($0)
      }),
      let person = bare.first(where: isPerson)
    else { return false }
    delegate(parties(person, at: token(predicate)), for: group, at: token(predicate))
    return true
  }

  /// «الوفد السعودي», «الجانب السعودي»
  func isHalf(_ mention: Int) -> Bool {
    let mention = mentions[mention]
    return mention.kind == .group && mention.sides.count < 2
      || mention.kind == .state && lexicon.halves.contains(tokens.word(mention.tokens.lowerBound))
  }

  /// The phrase before a verb that is its subject.
  private func topic(of predicate: Int) -> [Phrase] {
    let topic = tree.clauses[tree.predicates[predicate].clause].topic
    return topic >= 0 ? [tree.phrases[topic]] : []
  }
}
