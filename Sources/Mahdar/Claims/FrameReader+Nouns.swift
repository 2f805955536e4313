/// The frames of contact nouns: «لقاء أ مع ب», «المحادثات بين أ وب», «زيارة أ إلى …».
extension FrameReader {
  func genitive(of predicate: Int) -> Phrase? {
    let index = tree.predicates[predicate].genitive
    return index >= 0 ? tree.phrases[index] : nil
  }

  /// Those whom a noun of encounter, talks or call has with it, and whether they are all that took part.
  ///
  /// - Parameters:
  ///   - verb: the verb whose object the noun is; a preposition may stand behind either.
  ///   - owner: who holds it, so that a pronoun does not mean him.
  func company(of noun: Int, verb: Int?, owner: [Party]) -> (parties: [Party], isAll: Bool) {
    let index = token(noun)
    let kind = tree.predicates[noun].noun?.kind
    var all = tree.predicates[noun].phrases + (verb.map { tree.predicates[$0].phrases } ?? [])
    if let relative = relativeVerb(of: noun), relative != verb, isCourse(relative) {
      all += tree.predicates[relative].phrases.filter { tree.phrases[$0].role != nil }
    }
    let phrases = all.map { tree.phrases[$0] }
    let genitive = genitive(of: noun)
    if let between = phrases.first(where: { $0.role == .between }) {
      var found = parties(between, at: index)
      if sides(found).count < 2, let second = secondNisba(of: between) { found.append(second) }
      // «اللقاء بينه وبين أ»
      if between.reference == .pronoun,
        let other = phrases.first(where: { $0.role == .between && $0.tokens.lowerBound > between.tokens.lowerBound })
      {
        let named = parties(other, at: index)
        found = parties(between, excluding: named, at: index) + named
        if found.count == named.count { found = self.owner(of: noun, excluding: named) + named }
        return (found, true)
      }
      // «الاتصال بين أ مع ب»
      if sides(found).count < 2, let with = phrases.first(where: { $0.role == .with }) {
        found += parties(with, excluding: found, at: index)
      }
      if sides(found).count < 2 { found += joined(behind: between.tokens.upperBound) }
      return (found, true)
    }
    // «ورد إلى أ اتصال من ب»
    if kind == .call, let from = phrases.first(where: { $0.role == .from && isPerson($0) }) {
      let over = tree.predicates[noun].governor
      let near = phrases + (over >= 0 ? self.phrases(over, .to) : [])
      let to = near.first { $0.role == .to && isPerson($0) }
      let caller = parties(from, excluding: owner, at: index)
      return (parties(to, excluding: caller, at: index) + caller, to != nil)
    }
    let joint = jointly(behind: index)
    if !joint.isEmpty {
      // «الدورة الثانية للجنة المشتركة الكينية الأوغندية برئاسة أ وب»
      let heads = joined(behind: index + 1)
      // «سيترأس أ اللجنة الكينية الأوغندية مع نظيره ب»
      let beside =
        owner
        + (phrases.first { $0.role == .with && isPerson($0) }.map { parties($0, excluding: owner, at: index) } ?? [])
      return ([heads, beside].first { sides($0) == sides(joint) } ?? joint, true)
    }
    let own = parties(genitive.flatMap { isVenueLike($0) ? nil : $0 }, at: index)
    if let with = phrases.first(where: { $0.role == .with && !(isPlace($0) && $0.isComplement) }) {
      return (own + parties(with, excluding: owner + own, at: index), !own.isEmpty)
    }
    // «لدى استقباله من قبل أ», «تم استقبال ب من قبل أ»: the host of a passive.
    let over = tree.predicates[noun].governor
    if tree.predicates[noun].noun?.lemma == map.lexicon.reception,
      let host = (phrases + (over >= 0 ? self.phrases(over, .from) : [])).first(where: {
        $0.role == .from && isPerson($0) && $0.tokens.lowerBound > index
      })
    {
      return (own + parties(host, excluding: owner + own, at: index), !own.isEmpty)
    }
    // «لقاء من نظيره أ»: a slip for مع.
    if kind == .encounter || kind == .talks,
      let slip = phrases.first(where: { $0.role == .from && $0.members.contains { mentions[$0].isCounterpart } })
    {
      return (own + parties(slip, excluding: owner + own, at: index), !own.isEmpty)
    }
    // «أقام أ مأدبة على شرف ب»
    if let guest = phrases.first(where: {
      $0.role == .on && map.hasCue(.honour, from: $0.tokens.lowerBound - 3, to: $0.tokens.lowerBound)
    }) {
      return (own + parties(guest, excluding: owner + own, at: index), !own.isEmpty)
    }
    if let met = phrases.first(where: {
      $0.role == .by && !isPlace($0) && (isPerson($0) || isGroup($0) || isOfficials($0) || kind == .call)
    }) {
      return (own + parties(met, excluding: owner + own, at: index), !own.isEmpty)
    }
    if let object = phrases.first(where: { $0.role == nil && $0.tokens.lowerBound > index && $0.reference == .named }),
      tree.predicates[noun].noun?.pronoun == .singular, !isPlace(object)
    {
      return (parties(object, excluding: owner, at: index), false)
    }
    // «مؤتمرا حضره أ وب»
    if let relative = relativeVerb(of: noun), relative != verb, tree.predicates[relative].verb?.frame == .join {
      let guests = arguments(relative).subject
      if !guests.isEmpty { return (own + guests, owner.isEmpty) }
    }
    if !own.isEmpty {
      if sides(own).count > 1 { return (own, true) }
      // «بعد لقاء الرئيس نظيره ب»
      if kind == .encounter, let genitive,
        let met = phrases.first(where: {
          $0.role == nil && $0.tokens.lowerBound >= genitive.tokens.upperBound && !isPlace($0)
        })
      {
        return (own + parties(met, excluding: own, at: index), true)
      }
      // «مقابلة الرئيس للوزير»
      if let to = phrases.first(where: { $0.role == .to && isPerson($0) && !$0.isGenitive }) {
        return (own + parties(to, excluding: own, at: index), true)
      }
      let more = joined(behind: genitive?.tokens.upperBound ?? index + 1)
      return (own + more, !more.isEmpty || owner.isEmpty || kind == .talks)
    }
    if let to = phrases.first(where: { $0.role == .to }), kind != .call {
      let members = parties(to, at: index)
      // «الجولة السابعة للجنة الفنية بمشاركة أ وب»
      let more = joined(behind: to.tokens.upperBound)
      if sides(more).count > 1 { return (more, true) }
      if !members.isEmpty { return (members, false) }
    }
    if let next = phrase(from: index + 1), next.role == .between, next.predicate < 0,
      next.clause == tree.predicates[noun].clause, isOfBody(noun)
    {
      // «الاجتماع الثاني للمجلس بين أ وب»
      let found = parties(next, at: index)
      if sides(found).count > 1 { return (found, true) }
    }
    let more = joined(behind: index + 1)
    // «عقد المجلس جلسة بطلب من أ وب»: the body with them.
    if !more.isEmpty { return (more, sides(more).count > 1 && !isBody(owner)) }
    // «قمة كينية أوغندية», «القمة الكينية الأوغندية»: definite talks are a process.
    let isOne = tree.predicates[noun].noun.map { !$0.isDefinite || $0.form == .conference } ?? false
    let nisbas = isOne ? nisbas(behind: index) : []
    return (nisbas, nisbas.count > 1)
  }

  /// «محادثات جرت أمس مع أ», «لقاء استمر ساعة مع أ»: tells only where, when and how long, so that what stands behind it is
  /// the noun's.
  private func isCourse(_ predicate: Int) -> Bool {
    tree.predicates[predicate].verb?.frame == .occur
      || map.hasCue(.duration, from: token(predicate), to: token(predicate) + 1)
  }

  /// «الاجتماع الثاني للجنة …», «اجتماع اللجنة …»: what stands behind the noun is its own.
  private func isOfBody(_ noun: Int) -> Bool {
    let next = token(noun) + 1
    let isDefinite = tokens.letters(next).starts(with: [Letters.alef, Letters.lam])
    return map.mentionAt[next] < 0 && (isDefinite || tokens[next].preposition == Letters.lam)
  }

  private func isVenueLike(_ phrase: Phrase) -> Bool {
    guard let first = phrase.members.first else { return false }
    return mentions[first].kind == .place || mentions[first].kind == .venue
  }

  func readNoun(_ noun: ContactNoun, _ predicate: Int) {
    // «على هامش اجتماعات …»: a setting, no contact of its own.
    guard !tree.predicates[predicate].isSetting else { return }
    // «تعمد عدم زيارة البلد»
    if map.function(token(predicate) - 1) == .negation, !isRuledOut(noun, predicate) { return }
    // «لا توجد لقاءات مقررة»
    if noun.number == .plural, map.function(token(predicate) - 2) == .negation { return }
    // «جولة محادثات مع ب»: the inner noun tells it.
    if predicate + 1 < tree.predicates.count, tree.predicates[predicate + 1].isConstruct,
      tree.predicates[predicate + 1].governor == predicate
    {
      return
    }
    switch noun.kind {
    case .visit, .travel: return readVisitNoun(noun, predicate)
    case .dispatch: return readDispatchNoun(predicate)
    case .invitation: return readInvitationNoun(predicate)
    case .message: return readMessage(noun, predicate)
    case .credentials: return
    default: break
    }
    let index = token(predicate)
    if noun.lemma == map.lexicon.interview, isWithOutlet(predicate) { return }
    if noun.lemma == map.lexicon.reception, tree.predicates[predicate].role == .in {
      return readReception(noun, predicate)
    }
    if isSeries(predicate) || noun.number == .plural, noun.kind == .encounter || noun.kind == .call {
      return readSeries(noun, predicate)
    }
    if isSeries(predicate) { return }
    if isOfSeveral(noun, predicate) {
      let found = noun.pronoun == .plural ? several(before: index) : pair(before: index, states: false)
      return found.isEmpty ? anaphor(noun, predicate) : addNoun(noun, predicate, found)
    }
    // «نفى أ لقاء جمع ب بـج»: those gathered met, whoever tells of it.
    let isGathered = relativeVerb(of: predicate).map { tree.predicates[$0].verb?.frame == .gather } ?? false
    var holder = isGathered ? [] : holder(of: noun, predicate)
    if isStates(holder), isOfUnknown(noun, predicate) { holder = [] }
    let (found, isAll) = company(of: predicate, verb: nil, owner: holder)
    // «نفى الوزير إجراء محادثات مع أوغندا»: his state held none.
    if !found.isEmpty, isStates(found), isDenied(predicate) { holder = holder.map(asState) }
    // «على اتصال مع روسيا وتركيا»: no call that could be dated.
    if noun.kind == .call, !found.isEmpty, isStates(found) { return }
    if isAll, sides(found).count > 1 || noun.kind == .talks && !found.isEmpty && !isStates(found) {
      return addNoun(noun, predicate, found)
    }
    let isTogether = !isBody(found) || phrase(predicate, .with, .between, .by) != nil || isTakenPartIn(predicate)
    let all = isAll || !isTogether ? found : distinct(holder + found)
    if !found.isEmpty, sides(all).count > 1 || isWithStranger("noun." + noun.kind.rawValue, all) {
      // «المحادثات مع إيران»: a series or a process, no encounter that could be dated.
      if !found.contains(where: { chains[$0.chain].kind == .person }), holder.allSatisfy(\.isInferred),
        noun.kind == .talks ? isKnown(noun, predicate) : noun.number == .plural
      {
        return
      }
      return addNoun(noun, predicate, all)
    }
    if found.isEmpty {
      // «اتفق أ مع ب على الاجتماع في يوليو»
      let over = tree.predicates[predicate].governor
      let isAgreed = tree.predicates[predicate].role == .on
      let partners =
        isAgreed && over >= 0 && tree.predicates[over].verb?.frame == .discuss
        ? parties(phrase(over, .with), excluding: holder, at: index) : []
      if sides(holder + partners).count > 1, !noun.isDefinite || noun.kind == .talks || isAgreed,
        isHeldBySubject(predicate)
      {
        return addNoun(noun, predicate, holder + partners)
      }
    }
    if noun.kind == .call, !noun.isDefinite, found.isEmpty {
      let people = sentencePeople(around: index)
      if people.count > 1 { return addNoun(noun, predicate, people) }
    }
    if !found.isEmpty, noun.kind == .encounter || noun.kind == .talks, isBody(found) {
      return addBody(noun, predicate, found)
    }
    if !found.isEmpty, !isStates(found) {
      return retell("noun." + noun.kind.rawValue, noun.form, found, at: index, noun: predicate)
    }
    anaphor(noun, predicate)
  }

  /// «الكرملين: لا لقاء بين أ وب»: somebody says that there will be none.
  private func isRuledOut(_ noun: ContactNoun, _ predicate: Int) -> Bool {
    let index = token(predicate)
    return noun.kind == .encounter && !noun.isDefinite && noun.number == .singular
      && tokens.mark(index - 2) == UInt8(ascii: ":") && phrase(predicate, .between, .with) != nil
  }

  /// «بغداد تنفي لقاء السوداني بمسؤول»: the noun's genitive is somebody whom nothing knows, not the state that tells of it.
  private func isOfUnknown(_ noun: ContactNoun, _ predicate: Int) -> Bool {
    let next = token(predicate) + 1
    return !noun.isDefinite && map.mentionAt[next] < 0 && map.timeAt[next] < 0
      && tokens.letters(next).starts(with: [Letters.alef, Letters.lam])
  }

  /// «اجتماعهم»: those joined in the sentence before it.
  private func several(before index: Int) -> [Party] {
    for phrase in phrases(before: index).reversed() where phrase.reference == .named {
      let found = parties(phrase, at: index)
      guard sides(found).count > 1 else { continue }
      // «تحدث أ إلى نظرائه في لقائهم»: with him.
      let isFacing = phrase.members.contains { mentions[$0].isCounterpart }
      return inferred((isFacing ? subject(ofClause: phrase.clause) : []) + found)
    }
    return []
  }

  /// «مقابلة مع شبكة …», «مقابلة أجرتها معه صحيفة …»
  private func isWithOutlet(_ predicate: Int) -> Bool {
    let index = token(predicate)
    return (index + 1..<min(index + Self.outletReach, sentence.upperBound)).contains {
      map.mentionAt[$0] >= 0 && mentions[Int(map.mentionAt[$0])].kind == .outlet
    }
  }

  /// A medium stands within a dozen words of its interview in nine of ten.
  private static let outletReach = 12

  /// «سلسلة مكالمات مع أ وب», «لقاءات مع أ ومع ب»: one with each side, where their members are told.
  private func readSeries(_ noun: ContactNoun, _ predicate: Int) {
    let (found, isAll) = company(of: predicate, verb: nil, owner: [])
    guard !found.isEmpty else { return anaphor(noun, predicate) }
    // «لقاءات واسعة مع الأوروبيين», «اتصالات مع روسيا»
    if isStates(found) { return }
    if isAll, sides(found).count > 1 {
      return isSeries(predicate) ? () : addNoun(noun, predicate, found)
    }
    let holder = holder(of: noun, predicate).filter { own in !found.contains { $0.chain == own.chain } }
    let people = found.filter { chains[$0.chain].kind == .person }
    guard !people.isEmpty || noun.kind == .encounter && !isSeries(predicate) else { return }
    var told: Set<String> = []
    for one in found {
      let side = chains[one.chain].side ?? ""
      guard told.insert(side).inserted else { continue }
      let all = distinct(holder + found.filter { chains[$0.chain].side ?? "" == side })
      guard sides(all).count > 1 else { continue }
      add("noun." + noun.kind.rawValue, form(of: predicate, all), all, at: token(predicate), noun: predicate)
    }
  }

  func addNoun(_ noun: ContactNoun, _ predicate: Int, _ parties: [Party]) {
    if noun.number == .plural, noun.kind == .call { return }
    add("noun." + noun.kind.rawValue, form(of: predicate, parties), parties, at: token(predicate), noun: predicate)
  }

  /// Who holds what a noun tells: its pronoun's antecedent, else the subject of the verb over it.
  private func holder(of noun: ContactNoun, _ predicate: Int) -> [Party] {
    let word = tree.predicates[predicate]
    let index = word.token
    if noun.pronoun != nil {
      // «لقائه مع ب في عاصمة بلاده»: where they meet bars nobody.
      let other = word.phrases.map { tree.phrases[$0] }.filter { phrase in
        phrase.tokens.lowerBound > index && !(isPlace(phrase) && (phrase.role == .in || phrase.role == .by))
      }
      let excluded = other.filter { $0.reference == .named }.flatMap { parties($0, at: index) }
      return owner(of: predicate, excluding: excluded)
    }
    // «أوفد أ ب للقاء ج»: who is sent meets.
    if word.role == .to, word.governor >= 0, tree.predicates[word.governor].verb?.frame == .dispatch,
      case let sent = arguments(word.governor).object, !sent.isEmpty
    {
      return inferred(sent)
    }
    // «توجه أ إلى المكان لعقد مباحثات مع ب»: who travels for it holds it.
    if word.governor >= 0, tree.predicates[word.governor].verb?.frame.isTravel == true,
      case let told = arguments(word.governor).subject, !told.isEmpty
    {
      return told.map(spokenFor)
    }
    // «وكان لـأ لقاء مع ب»
    if word.governor < 0, let whose = phrases(before: index).last, whose.role == .to, isPerson(whose),
      map.function(whose.tokens.lowerBound - 1) == .copula
    {
      return parties(whose, at: index)
    }
    return inferred(subject(ofClause: word.clause)).map(spokenFor)
  }

  private func isDenied(_ noun: Int) -> Bool {
    let over = tree.predicates[noun].governor
    guard over >= 0, tree.predicates[over].noun == nil else { return false }
    return lexicon.modality.longest(at: token(over), in: tokens)?.match.values.contains { $0.status == .denied }
      ?? false
  }

  /// «نفى المتحدث باسم الخارجية محادثات مع أ»: who speaks for a state holds none; the state does.
  private func spokenFor(_ party: Party) -> Party {
    isSpokesperson(party) ? asState(party) : party
  }

  private func asState(_ party: Party) -> Party {
    guard let side = chains[party.chain].side, lexicon.countries[side] != nil else { return party }
    var state = party
    state.chain = stateChain(side, span: party.span, chain: nil)
    return state
  }

  /// «خلال قمة الاتحاد», «في اجتماع المجلس»: whoever is told to be there takes part in a body's meeting; who comes back
  /// from it or speaks of it need not.
  private func isTakenPartIn(_ predicate: Int) -> Bool {
    switch tree.predicates[predicate].role {
    case .in, .during, .to, .by: true
    default: false
    }
  }

  /// Whose visit or meeting a pronoun tells: the subject of the clause where it stands before the noun, the nearest
  /// person before it, else the subject behind («وفي زيارته إلى …، عرض أ»).
  func owner(of predicate: Int, excluding others: [Party]) -> [Party] {
    let word = tree.predicates[predicate]
    let barred = sides(others)
    let chainsOut = Set(others.map(\.chain))
    func fits(_ party: Party) -> Bool {
      !chainsOut.contains(party.chain) && (chains[party.chain].side.map { !barred.contains($0) } ?? true)
    }
    // «يرافق الرئيس في زيارته»: the person right before the preposition.
    if let last = phrases(before: word.token).last, isPerson(last), word.token - last.tokens.upperBound <= 1,
      let party = parties(last, at: word.token).last(where: fits)
    {
      return inferred([party])
    }
    let subject = self.subject(ofClause: word.clause).filter(fits)
    let verb = tree.clauses[word.clause].predicate
    let isBehind = verb >= 0 && tree.predicates[verb].token > word.token
    if !subject.isEmpty,
      subject.contains(where: { chains[$0.chain].kind == .person || chains[$0.chain].kind == .group })
    {
      return inferred(subject)
    }
    if isBehind, !subject.isEmpty { return inferred(subject) }
    return antecedent(before: word.token, excluding: others).map { [$0] } ?? inferred(subject)
  }

  /// «خلال قمة في لومي», «في ختام الاجتماع»: held by the subject of the clause.
  private func isHeldBySubject(_ predicate: Int) -> Bool {
    switch tree.predicates[predicate].role {
    case .during, .in, .after: return tree.predicates[predicate].noun?.isDefinite == false
    // «خرج أ وب من المحادثات باتفاق»
    case .from: return tree.predicates[predicate].noun?.kind == .talks
    // «اتفق الرئيسان على الاجتماع في يوليو»
    case .on: return isDated(predicate) && isAgreed(predicate)
    default: return false
    }
  }

  func isDated(_ noun: Int) -> Bool {
    tree.times.contains { $0.predicate == noun } || phrase(noun, .in).map(isPlace) == true
  }

  private func isAgreed(_ noun: Int) -> Bool {
    let verb = tree.clauses[tree.predicates[noun].clause].predicate
    return verb >= 0 && tree.predicates[verb].verb?.frame == .discuss
  }

  /// «توقيع الاتفاق»: definite by its article or the noun behind it.
  private func isKnown(_ noun: ContactNoun, _ predicate: Int) -> Bool {
    if noun.isDefinite { return !noun.hasPronoun }
    let next = token(predicate) + 1
    guard next < sentence.upperBound, map.mentionAt[next] < 0 else { return false }
    return tokens.letters(next).starts(with: [Letters.alef, Letters.lam])
  }

  /// «لقائهما», «قمتهم», «الاتصال بينهما».
  private func isOfSeveral(_ noun: ContactNoun, _ predicate: Int) -> Bool {
    if let pronoun = noun.pronoun { return pronoun != .singular }
    return tree.predicates[predicate].phrases.contains { tree.phrases[$0].reference == .pair }
  }

  /// «أبلغ أ، في اتصال هاتفي، ب»: the sentence's first two people of different sides.
  private func sentencePeople(around index: Int) -> [Party] {
    var people: [Party] = []
    for phrase in tree.phrases.prefix(12) where phrase.role == nil && isPerson(phrase) {
      if tree.clauses[phrase.clause].kind == .complement, phrase.tokens.lowerBound > index { break }
      people += parties(phrase, at: index)
    }
    guard let first = people.first, let side = chains[first.chain].side,
      let other = people.first(where: { chains[$0.chain].side.map { $0 != side } ?? false })
    else { return [] }
    return [first, other]
  }
}
