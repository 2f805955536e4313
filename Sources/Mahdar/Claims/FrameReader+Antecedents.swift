/// Whom verbs without subject, pronouns, duals and counterparts stand for.
extension FrameReader {
  // MARK: Subjects

  /// The subject of a clause: told before or behind its verb, that of the relative's antecedent, or of the clause it is joined to.
  func subject(ofClause clause: Int) -> [Party] {
    if let known = subjects[clause] { return known }
    subjects[clause] = []
    let found = findSubject(clause)
    subjects[clause] = found
    return found
  }

  private func findSubject(_ index: Int) -> [Party] {
    let clause = tree.clauses[index]
    if let told = toldByNoun(index) { return [told] }
    if hasPlainSubject(index), case let told = arguments(clause.predicate).subject, told.isEmpty { return [] }
    guard clause.predicate >= 0 else {
      if clause.topic >= 0 { return parties(tree.phrases[clause.topic], at: clause.start) }
      return clause.parent >= 0 ? inferred(subject(ofClause: clause.parent)) : inferred(discourse.focus)
    }
    let (told, _) = arguments(clause.predicate)
    if !told.isEmpty { return told }
    return inferred(dropped(index)).map(principal)
  }

  /// The subject that a verb without one has.
  func dropped(_ index: Int) -> [Party] {
    let clause = tree.clauses[index]
    let form = clause.predicate >= 0 ? tree.predicates[clause.predicate].inflection : nil
    if clause.antecedent >= 0, clause.previous < 0 {
      let found = parties(tree.phrases[clause.antecedent], at: clause.start)
      if !found.isEmpty { return found }
    }
    // «وقالت أ: "سنجري محادثات"»
    if form?.isFirst == true {
      if index > 0 {
        let speaker = subject(ofClause: 0)
        if !speaker.isEmpty { return speaker }
      }
      return discourse.focus
    }
    // «قال أ: "تحدثت مع ب"»
    if clause.kind == .main, index > 0, clause.previous < 0, tokens.mark(clause.start - 1) == UInt8(ascii: ":") {
      let speaker = subject(ofClause: index - 1)
      if !speaker.isEmpty { return speaker }
    }
    // «في تصريح للوزير أ قال إنه يعتزم لقاء ب»
    if clause.predicate >= 0, clause.previous < 0,
      let told = phrases(before: token(clause.predicate)).last(where: {
        $0.clause == index && $0.role == .to && isPerson($0)
      })
    {
      return parties(told, at: clause.start)
    }
    if clause.previous >= 0, clause.previous < index {
      let found = subject(ofClause: clause.previous)
      if agrees(found, form) { return found }
    }
    if clause.parent >= 0, clause.parent < index {
      // «وسبق لأ أن زار», «لا بد لأ أن يلتقي»: no verb stands over it.
      if clause.kind == .complement, tree.clauses[clause.parent].predicate < 0,
        let whose = phrases(before: clause.start + 1).last, whose.role == .to, isPerson(whose),
        whose.tokens.upperBound == clause.start
      {
        return parties(whose, at: clause.start)
      }
      // «أوفد أ ب إلى المكان حيث أجرى …»: who was sent goes on.
      let above = tree.clauses[clause.parent].predicate
      if clause.kind == .adverbial, above >= 0, tree.predicates[above].verb?.frame == .dispatch,
        case let sent = arguments(above).object, !sent.isEmpty
      {
        return sent
      }
      let found = subject(ofClause: clause.parent)
      if !found.isEmpty, agrees(found, form) { return found }
      // «سبق لأ أن التقى ب»
      if clause.kind == .complement, above >= 0, let whose = phrase(above, .to), isPerson(whose) {
        return parties(whose, at: clause.start)
      }
      // «أوضح أ أن المشروع يستهدف ج، مشيرا إلى أنه أطلع ب»: beyond a clause of another subject.
      let further = tree.clauses[clause.parent].parent
      if further >= 0, case let beyond = subject(ofClause: further), agrees(beyond, form) {
        return beyond
      }
    }
    if form?.number == .dual { return pair(before: clause.start, states: false) }
    return agrees(discourse.focus, form) ? discourse.focus : []
  }

  /// «انتقلوا», «التقيا» are not said of one person.
  private func agrees(_ parties: [Party], _ form: VerbForm?) -> Bool {
    guard let first = parties.first else { return false }
    // «الدور الذي تلعبه إيران عندما يلتقي نظيره»: most states are feminine.
    if let form, form.number == .singular, !form.isFirst, !form.isFeminine, parties.count == 1,
      chains[first.chain].kind == .state, let name = chains[first.chain].side.flatMap({ lexicon.countries[$0]?.name }),
      !lexicon.masculine.contains(name)
    {
      return false
    }
    switch form?.number {
    case .dual: return parties.count > 1
    case .plural where form?.isFirst != true: return parties.count > 1 || chains[first.chain].kind != .person
    default: return true
    }
  }

  /// «قال مكتب الرئيس أ إن الأخير …»: the person named last, within an office or body as well.
  private func latter(_ index: Int) -> Party? {
    let clause = tree.clauses[index]
    guard clause.kind == .complement, lexicon.latter.contains(tokens.word(clause.start + 1)) else { return nil }
    let before = Self.count(mentions) { $0.tokens.lowerBound < clause.start }
    let named = mentions[max(0, before - ClauseReader.reach)..<before].last {
      $0.kind == .person && $0.tokens.lowerBound >= sentence.lowerBound
    }
    return named.map { mark(Party(chain: $0.chain, span: $0.span)) } ?? inferred(subject(ofClause: clause.parent)).first
  }

  /// «أن رحلة تقل مسافرين وصلت إلى …»: a plain noun right behind the particle is the subject.
  func hasPlainSubject(_ index: Int) -> Bool {
    let clause = tree.clauses[index]
    let first = clause.start + 1
    guard clause.kind == .complement, clause.topic < 0, clause.predicate >= 0, first < token(clause.predicate),
      tokens[token(clause.predicate)].conjunction == 0, tokens[first].kind == .word, map.mentionAt[first] < 0,
      map.timeAt[first] < 0, map.function(first) == nil,
      tokens[first].preposition == 0,
      map.noun(first) == nil || tree.predicates[clause.predicate].verb?.frame.isTravel == true
    else { return false }
    return map.lexicon.cues.longest(at: first, in: tokens) == nil && map.verb(first) == nil
      && map.otherVerb(first) == nil
  }

  /// The subject and the object that a verb's bare phrases are.
  ///
  /// One phrase behind the verb is the subject unless another stands before the verb, a relative pronoun is it, or the
  /// verb goes on with the subject of the clause before («، والتقى ب»: so in 8 of 9, behind «حيث» in 12 of 12).
  func arguments(_ predicate: Int) -> (subject: [Party], object: [Party]) {
    let verb = tree.predicates[predicate]
    let clause = tree.clauses[verb.clause]
    let isPlain = verb.verb.map { $0.frame == .visit || $0.frame == .leave || $0.frame == .go } ?? false
    var bare = tree.predicates[predicate].phrases.map { tree.phrases[$0] }.filter { phrase in
      phrase.role == nil && phrase.reference != .pronoun && phrase.tokens.lowerBound > verb.token
        && !(isPlain && isPlace(phrase))
    }
    var behind = bare.map { parties($0, at: verb.token) }
    bare = zip(bare, behind).filter { !$1.isEmpty }.map(\.0)
    behind.removeAll(where: \.isEmpty)
    // «التقى خلالها أ وعددا من المسؤولين», «وقع أ في المدينة وب اتفاقا»: what و joins is one argument.
    while behind.count > 1, isJoined(bare[1]), !bare[1].isAfterComma,
      verb.verb?.frame == .sign || map.isResumptive(verb.token + 1) && clause.kind == .relative
    {
      behind[0] += behind.remove(at: 1)
      bare.remove(at: 1)
    }
    if clause.kind == .complement, let own = toldByNoun(verb.clause) { return ([own], behind.first ?? []) }
    if clause.topic >= 0, tree.phrases[clause.topic].tokens.upperBound <= verb.token,
      behind.isEmpty || !isSetApart(tree.phrases[clause.topic])
    {
      let topic = parties(tree.phrases[clause.topic], at: verb.token)
      if !topic.isEmpty {
        if verb.inflection?.hasObject == true { return (behind.first ?? topic, behind.isEmpty ? [] : topic) }
        return (topic, behind.first ?? [])
      }
    }
    guard let first = behind.first else { return ([], []) }
    // «سألتقي ب»: who speaks is told before.
    if verb.inflection?.isFirst == true { return ([], first) }
    if verb.inflection?.hasObject == true {
      // «استقبله الوزير»
      return (first, inferred(antecedent(before: verb.token, excluding: first).map { [$0] } ?? []))
    }
    // «زيارة التقى خلالها أ»: the visitor met somebody during it.
    if map.isResumptive(verb.token + 1), behind.count == 1, clause.kind == .relative { return ([], first) }
    let isResumed = map.isResumptive(verb.token + 1) || map.lexicon.bound.contains(tokens.word(verb.token + 1))
    if clause.kind == .relative, clause.previous < 0, clause.antecedent >= 0, !isResumed {
      return ([], first)
    }
    // «زيارة قام بها نظيره أ»: a counterpart is met, but travels himself.
    if bare.first.map(isCounterpart) == true, verb.verb.map({ $0.frame.isHolding || $0.frame.isTravel }) != true {
      return ([], first)
    }
    // «والتقت رئيس الوزراء»
    if let frame = verb.verb?.frame, frame == .meet || frame == .receive || frame == .phone,
      isOfOtherGender(bare[0], verb.inflection)
    {
      return (behind.count > 1 ? behind[1] : [], first)
    }
    if behind.count > 1 { return (first, behind[1]) }
    // «وصل أ وزار مجلس الشورى»: a body is visited.
    if verb.verb?.frame == .visit, chains[first[0].chain].kind == .organisation,
      clause.previous >= 0 || tokens[verb.token].conjunction != 0
    {
      return ([], first)
    }
    if verb.inflection.map({ $0.number != .singular }) == true { return ([], first) }
    guard let frame = verb.verb?.frame,
      frame == .meet || frame == .receive || frame == .phone || frame == .inform || frame == .host && isPerson(bare[0])
    else {
      return (first, [])
    }
    // Who is met may stand in a prepositional phrase; then the bare one is the subject.
    if phrases(predicate, .with).contains(where: { !isPlace($0) })
      || phrases(predicate, .by).contains(where: { frame != .receive && isPerson($0) })
    {
      return (first, [])
    }
    let isOpening = clause.previous < 0 && !clause.isContinued && !isOfOther(first, than: clause)
    if isOpening, !isResumed, frame != .inform, isLone(bare[0]), isOfOther(first) {
      return ([], first)
    }
    // «يصل أ في زيارة تستمر يومين، يلتقي خلالها ب»
    let isDuring = map.isResumptive(verb.token + 1) && (frame == .meet || frame == .receive)
    return (isOpening || isResumed) && !isDuring ? (first, []) : ([], first)
  }

  /// The subject that a noun behind the particle of a complement stands for: «الأخير», «وفدها».
  private func toldByNoun(_ clause: Int) -> Party? { latter(clause) ?? unnamedDelegation(before: clause) }

  /// «قالت الحركة إن وفدها التقى ب», «أعلن الوزير أن وفدا وصل إلى ب»: a delegation without a side is of who tells of it.
  private func unnamedDelegation(before index: Int) -> Party? {
    let clause = tree.clauses[index]
    guard clause.kind == .complement, clause.predicate >= 0, clause.parent >= 0, clause.topic < 0,
      clause.start + 1 < token(clause.predicate), map.mentionAt[clause.start + 1] < 0,
      lexicon.delegations.contains(tokens.word(clause.start + 1))
    else { return nil }
    if let known = unnamed[clause.start] { return known }
    guard let teller = subject(ofClause: clause.parent).first, let side = chains[teller.chain].side else { return nil }
    // «وفدها» is the movement itself.
    if chains[teller.chain].kind == .organisation, isPossessed(clause.start + 1) { return inferred([teller]).first }
    let party = delegation(tokens[clause.start + 1].span, of: side)
    unnamed[clause.start] = party
    return party
  }

  /// «وفدها», «وفدهم»
  private func isPossessed(_ index: Int) -> Bool {
    tokens.letters(index).suffix(2).elementsEqual([Letters.heh, Letters.alef])
      || tokens.letters(index).last == Letters.meem
      || tokens.letters(index).last == Letters.heh
  }

  /// «وعددا من المسؤولين»
  private func isJoined(_ phrase: Phrase) -> Bool {
    let start = phrase.tokens.lowerBound
    return tokens[start].conjunction == Letters.waw
      || map.lexicon.partitives.contains(tokens[start - 2].lessConjunction) && map.function(start - 1) == .from
  }

  /// «في محور أ – ب، أجرى ج», «باريس، استقبل ج»: a place with a comma or dash behind it is where something is told.
  private func isSetApart(_ phrase: Phrase) -> Bool {
    isPlace(phrase) && tokens[phrase.tokens.upperBound].kind == .mark
  }

  /// «والتقت رئيس الوزراء», «والتقى الوزيرة»: an office of another gender than the verb is told by is not its subject.
  private func isOfOtherGender(_ phrase: Phrase, _ form: VerbForm?) -> Bool {
    guard let form, form.number == .singular, !form.isFirst, phrase.members.count == 1 else { return false }
    let mention = mentions[phrase.members[0]]
    let head = mention.tokens.lowerBound
    // «سعادة السفير», «مكتب الوزيرة»
    guard mention.kind == .person, !mention.isPlural, let office = mention.office, office.start == mention.span.start,
      map.lexicon.cues.longest(at: head, in: tokens)?.match.values.contains(.honorific) != true,
      tokens[head - 1].kind != .word || map.timeAt[head - 1] >= 0 || map.mentionAt[head - 1] >= 0
        || map.verb(head - 1) != nil
    else { return false }
    return tokens.isFeminineNoun(head) != form.isFeminine
  }

  /// «والتقى وزير الخارجية القبرصي.», «والتقى خلال الزيارة الوزير.»: nothing stands behind it that he could have met.
  private func isLone(_ phrase: Phrase) -> Bool {
    let next = phrase.tokens.upperBound
    return next >= sentence.upperBound || tokens[next].kind == .mark || map.timeAt[next] >= 0
      || map.function(next) != nil
      || tokens[next].conjunction != 0
  }

  /// Somebody of another side than the one told of in the sentence before.
  private func isOfOther(_ parties: [Party]) -> Bool {
    let people = discourse.focus.filter { chains[$0.chain].kind == .person || chains[$0.chain].kind == .group }
    return !people.isEmpty && !sides(parties).isEmpty && sides(people).isDisjoint(with: sides(parties))
  }

  /// «غادر أ بعد أن التقى ب», «وصل أ حيث من المقرر أن يلتقي ب»: somebody of another side than the subject of the clause above.
  private func isOfOther(_ parties: [Party], than clause: Clause) -> Bool {
    guard clause.kind == .adverbial || clause.kind == .complement, clause.parent >= 0 else { return false }
    let above = subject(ofClause: clause.parent).filter {
      chains[$0.chain].kind == .person || chains[$0.chain].kind == .group
    }
    return !sides(above).isEmpty && !sides(parties).isEmpty && sides(above).isDisjoint(with: sides(parties))
  }

  /// «نظيره»: told by somebody else, who is the subject.
  private func isCounterpart(_ phrase: Phrase) -> Bool {
    phrase.members.first.map { mentions[$0].isCounterpart } ?? false
  }

  func isSpokesperson(_ party: Party) -> Bool {
    (chains[party.chain].kind == .person || chains[party.chain].kind == .source)
      && mention(of: party).map { lexicon.spokespeople.contains(tokens.word($0.tokens.lowerBound)) } == true
  }

  /// «قال المتحدث إن الوزير لم يلتق أحدا، موضحا أن زيارته …»: a spokesperson tells of whom he speaks for.
  func principal(_ party: Party) -> Party {
    guard party.isInferred, isSpokesperson(party), let side = chains[party.chain].side else { return party }
    let named = tree.phrases.prefix(Self.reach).flatMap { $0.reference == .named ? $0.members : [] }.map {
      Party(chain: mentions[$0].chain, span: mentions[$0].span)
    }
    return (discourse.recent + named).last {
      chains[$0.chain].kind == .person && chains[$0.chain].side == side && !isSpokesperson($0)
    }.map { mark($0) } ?? party
  }

  // MARK: Antecedents

  /// Whom a singular pronoun means: the nearest person before it in the sentence that is none of `others`, the clause's
  /// subject first; else the subject of the sentence before.
  func antecedent(before index: Int, excluding others: [Party]) -> Party? {
    let excluded = Set(others.map(\.chain))
    let barred = sides(others)
    func fits(_ party: Party) -> Bool {
      !excluded.contains(party.chain) && (chains[party.chain].side.map { !barred.contains($0) } ?? true)
    }
    var nearest: Party?
    for phrase in phrases(before: index).reversed() where phrase.reference == .named && isPerson(phrase) {
      let found = parties(phrase, at: index)
      if let person = found.last(where: fits) {
        nearest = person
        break
      }
    }
    if let nearest { return principal(mark(nearest)) }
    if let focus = discourse.focus.last(where: fits) { return principal(mark(focus)) }
    return nil
  }

  private func mark(_ party: Party) -> Party {
    var party = party
    party.isInferred = true
    return party
  }

  /// The two sides that «الجانبان», «الوزيران», «بينهما» mean: those joined in the sentence before it, those of the last
  /// contact told, or the last two named of different sides.
  func pair(before index: Int, states: Bool) -> [Party] {
    var joined: [Party] = []
    for phrase in phrases(before: index).reversed() where phrase.reference == .named && !isOrdering(phrase) {
      let found = parties(phrase, at: index)
      if sides(found).count > 1 { return inferred(found) }
      joined.insert(contentsOf: found, at: 0)
      if joined.count > 12 { break }
    }
    if let two = lastTwo(joined), sides(discourse.contact + discourse.joined).count < 2 { return inferred(two) }
    if sides(discourse.contact).count > 1 { return inferred(discourse.contact) }
    if sides(discourse.joined).count > 1 { return inferred(discourse.joined) }
    return lastTwo(discourse.recent + joined).map(inferred) ?? []
  }

  /// «بناء على توجيه أ وب», «على ضوء مواقف أ وب»: whose word or wish it was, not who met.
  private func isOrdering(_ phrase: Phrase) -> Bool { phrase.role == .on && phrase.isGenitive }

  /// The last party and the last one of another side, people before states.
  private func lastTwo(_ parties: [Party]) -> [Party]? {
    for wanted in [parties.filter { chains[$0.chain].kind == .person }, parties] {
      guard let last = wanted.last(where: { chains[$0.chain].side != nil }), let side = chains[last.chain].side,
        let other = wanted.last(where: { chains[$0.chain].side.map { $0 != side } ?? false })
      else { continue }
      return [other, last]
    }
    return nil
  }

  /// Keeps what the sentence leaves in mind.
  func note(_ first: Int) {
    if let main = tree.clauses.indices.first(where: {
      tree.clauses[$0].kind == .main && tree.clauses[$0].predicate >= 0
    }) {
      let found = subject(ofClause: main)
      if !found.isEmpty { discourse.focus = found }
    } else if let phrase = tree.phrases.first(where: { $0.role == nil && isPerson($0) }) {
      discourse.focus = parties(phrase, at: sentence.lowerBound)
    }
    if discourse.first == nil { discourse.first = discourse.focus.first { chains[$0.chain].isNamedPerson } }
    for phrase in tree.phrases where phrase.reference == .named {
      for member in phrase.members where map.mayAct(mentions[member]) && mentions[member].kind != .place {
        discourse.name(Party(chain: mentions[member].chain, span: mentions[member].span))
      }
    }
    for phrase in tree.phrases where phrase.reference == .named && phrase.members.count > 1 {
      let found = parties(phrase, at: sentence.lowerBound)
      if sides(found).count > 1 { discourse.joined = found }
    }
    if let told = drafts[first...].last(where: { !$0.isAnaphor && sides($0.parties).count > 1 }) {
      discourse.contact = told.parties
    }
  }
}
