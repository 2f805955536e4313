/// What a frame tells: a contact with its form, time and place, or more of one told before.
extension FrameReader {
  // MARK: Forms

  func form(of noun: Int, _ parties: [Party]) -> ContactForm {
    guard let word = tree.predicates[noun].noun else { return .meeting }
    let sides = self.sides(parties).count
    if word.kind == .talks || word.kind == .encounter, isRemote(noun) { return .call }
    // A summit of two is a meeting, that of a body or group is not.
    let isOfBody = parties.contains { [.organisation, .group].contains(chains[$0.chain].kind) }
    if word.form == .conference, sides == 2, !isOfBody { return .meeting }
    if word.kind == .encounter || word.kind == .talks, sides > 2 || isMultilateral(noun) { return .conference }
    return word.form
  }

  /// «محادثات هاتفية», «اتصال عبر الفيديو».
  func isRemote(_ noun: Int) -> Bool { map.hasCue(.remote, from: token(noun) + 1, to: token(noun) + 4) }

  /// «اتصال ثلاثي», «اتصال جماعي»: several in one call.
  private func isTogether(_ index: Int) -> Bool { map.hasCue(.multilateral, from: index, to: index + 6) }

  func isMultilateral(_ noun: Int) -> Bool { map.hasCue(.multilateral, from: token(noun) + 1, to: token(noun) + 3) }

  // MARK: Tellings

  func draft(_ frame: String, _ form: ContactForm, _ parties: [Party], at index: Int, noun told: Int?) -> ClaimDraft {
    let noun = told.map(token)
    var draft = ClaimDraft(
      frame: frame, form: form, parties: parties, trigger: index, noun: noun, segment: sentence, sentence: sentence)
    draft.triggers = [index]
    draft.isInTitle = index < tokens.titleCount
    draft.isLikewise = (max(sentence.lowerBound, index - 3)..<min(sentence.upperBound, index + 4)).contains {
      map.lexicon.likewise.contains(tokens.word($0))
    }
    draft.isLikewise = draft.isLikewise || goesOnInTime
    draft.lemma = noun.flatMap { map.noun($0)?.lemma }
    draft.time = time(of: [told, predicate(at: index)].compactMap(\.self))
    draft.place = place(of: [told, predicate(at: index)].compactMap(\.self))
    return draft
  }

  /// «وعقب ذلك التقى ج», «ثم اجتمع مع ج»
  private var goesOnInTime: Bool {
    (sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + Self.openingWords)).contains { index in
      [tokens.word(index), tokens[index].lessConjunction].contains(where: lexicon.succession.contains)
        || map.function(index) == .after && lexicon.that.contains(tokens.word(index + 1))
    }
  }

  /// What joins a sentence to the one before stands among its first words.
  private static let openingWords = 3

  /// The time that a contact's own predicates govern, or the verb over its noun: not since, before or after it.
  private func time(of predicates: [Int]) -> Int? {
    // «الجولة الرابعة ستعقد في يونيو»: the noun that stands before its verb is its subject.
    let over = predicates.map { predicate in
      let governor = tree.predicates[predicate].governor
      return governor >= 0 ? governor : tree.clauses[tree.predicates[predicate].clause].predicate
    }.filter { governor in
      guard governor >= 0, let frame = tree.predicates[governor].verb?.frame else { return false }
      return frame == .occur || frame.isHolding
    }
    for owner in predicates + over {
      for (time, predicate) in tree.times where predicate == owner {
        let told = map.times[time]
        guard told.type == .date || told.type == .time, told.calendar != nil else { continue }
        switch map.function(told.tokens.lowerBound - 1) {
        case .after, .before: continue
        default: return time
        }
      }
    }
    return nil
  }

  /// Where the phrases of a contact's own predicates put it: «في جنيف», «بالرياض».
  private func place(of predicates: [Int]) -> ContactClaim.Place? {
    for predicate in predicates {
      for phrase in phrases(predicate, .in) + phrases(predicate, .by) {
        // «بحثا وقف النار في غزة»: the subject has its place.
        guard let first = phrase.members.first,
          !(phrase.isComplement && tree.predicates[predicate].verb?.frame == .discuss)
        else { continue }
        let mention = mentions[first]
        // «في العاصمة الهندية (نيودلهي)»
        if mention.kind == .place { return place(map.city(behind: mention) ?? mention) }
      }
      // «محادثات أوسلو»
      if tree.predicates[predicate].noun.map({ $0.kind == .encounter || $0.kind == .talks }) == true,
        let city = genitive(of: predicate)?.members.first.map({ mentions[$0] }), city.kind == .place
      {
        return place(city)
      }
    }
    return nil
  }

  func place(_ mention: Mention) -> ContactClaim.Place {
    let chain = chains[mention.chain]
    return .init(name: mention.span, country: chain.side, id: chain.id, isCountry: mention.kind == .state)
  }

  /// Adds a telling whose parties are of two sides; one that lacks a side tells more of a contact told elsewhere.
  func add(_ frame: String, _ form: ContactForm, _ found: [Party], at index: Int, noun: Int? = nil) {
    var parties = distinct(found)
    if !parties.contains(where: { chains[$0.chain].kind == .person }), case let actors = actors(),
      sides(actors) == sides(parties)
    {
      parties = actors
    }
    // A state stands only where nobody of its side is named.
    let named = Set(parties.filter { chains[$0.chain].kind == .person }.compactMap { chains[$0.chain].side })
    parties.removeAll {
      (chains[$0.chain].kind == .state || chains[$0.chain].kind == .place)
        && named.contains(chains[$0.chain].side ?? "")
    }
    // A city stands for its state beside another state, not beside a person.
    if parties.contains(where: { chains[$0.chain].kind == .person }) {
      parties.removeAll { chains[$0.chain].kind == .place }
    }
    if parties.count == 1, form != .call, form != .message, let host = host(of: parties, noun ?? predicate(at: index)) {
      parties.append(host)
    }
    guard parties.count >= 2, sides(parties).count > 1 || isWithStranger(frame, parties) else {
      return retell(frame, form, parties, at: index, noun: noun)
    }
    var form = form
    if form == .talks, let noun = noun.flatMap({ tree.predicates[$0].noun }),
      map.lexicon.plainTalks.contains(noun.lemma),
      areNamed(parties)
    {
      form = .meeting
    }
    if form == .meeting {
      form = isByCall(noun ?? predicate(at: index)) ? .call : sides(parties).count > 2 ? .conference : .meeting
    }
    if form == .call, sides(parties).count > 2, frame != "gather", !isTogether(index) {
      // «اتصل أ بـب وج»: a call each.
      for other in parties.dropFirst() where chains[other.chain].side != chains[parties[0].chain].side {
        drafts.append(draft(frame, form, [parties[0], other], at: index, noun: noun))
      }
      return
    }
    drafts.append(draft(frame, form, parties, at: index, noun: noun))
  }

  /// «اللجنتان الكينية والأوغندية برئاسة أ وب»: as many people without sides as there are states act for one each, in their order.
  func leadInTurn(_ parties: [Party]) {
    let states = parties.filter { chains[$0.chain].kind == .state }
    let people = parties.filter { chains[$0.chain].kind == .person }
    guard states.count == 2, people.count == 2, parties.count == 4,
      people.allSatisfy({ chains[$0.chain].side == nil || chains[$0.chain].isHomely })
    else { return }
    for (state, person) in zip(states, people) {
      if let side = chains[state.chain].side { lead(person.chain, side) }
    }
  }

  /// «ناقش أ هاتفيا مع ب», «بحث أ مع ب، خلال اتصال هاتفي، …»
  private func isByCall(_ predicate: Int?) -> Bool {
    guard let predicate else { return false }
    let clause = tree.predicates[predicate].clause
    let end = tree.predicates[(predicate + 1)...].first { $0.clause != clause }?.token ?? sentence.upperBound
    let index = token(predicate)
    if tree.predicates[predicate].noun != nil { return map.hasCue(.remote, from: index + 1, to: index + 12) }
    return tree.predicates[(predicate + 1)...].prefix(ClauseReader.reach).contains { other in
      other.clause == clause && other.noun?.kind == .call && other.noun?.number == .singular
        && (other.role == nil || tokens[other.token].preposition != 0 || map.function(other.token - 1) == other.role)
        && (other.role == .in || other.role == .during || other.role == .by || other.role == nil && other.governor < 0)
    } || map.hasCue(.remote, from: index + 1, to: min(end, index + Self.callReach))
  }

  /// «هاتفيا» stands among the first words behind its verb, before what was talked about.
  private static let callReach = 12

  /// «بحث المسؤولون مع لافروف»: a contact told before, by one of those who took part.
  func retell(_ frame: String, _ form: ContactForm, _ known: [Party], at index: Int, noun: Int? = nil) {
    guard !known.isEmpty else { return }
    var draft = draft(frame, form, known, at: index, noun: noun)
    draft.isAnaphor = true
    drafts.append(draft)
  }

  /// A definite noun without arguments of its own tells more of a contact told before.
  func anaphor(_ noun: ContactNoun, _ predicate: Int) {
    let isOfPlace = genitive(of: predicate).map(isPlace) ?? false
    let order = order(of: predicate)
    // «أول اجتماع لها»: of somebody else.
    if order != .none, map.lexicon.owned.contains(tokens.word(token(predicate) + 1)) { return }
    guard noun.isDefinite || isOfPlace || order != .none, noun.number != .dual else { return }
    var draft = draft("anaphor", noun.form, [], at: token(predicate), noun: predicate)
    draft.order = order
    draft.beside = tree.phrases.prefix(Self.reach).reduce(into: []) { sides, phrase in
      if phrase.members.contains(where: { mentions[$0].kind != .place }) { sides.formUnion(self.sides(phrase)) }
    }
    draft.isAnaphor = true
    drafts.append(draft)
  }

  /// Which of several a noun means, by the words right behind its construct or before it: «الجولة الثانية من المحادثات», «ثاني جولة».
  private func order(of noun: Int) -> ClaimDraft.Order {
    var first = noun
    while tree.predicates[first].isConstruct, tree.predicates[first].governor >= 0 {
      first = tree.predicates[first].governor
    }
    for index in [token(first) - 1, token(first) + 1, token(first) + 2, token(noun) + 1, token(noun) + 2]
    where map.mentionAt[index] < 0 && map.timeAt[index] < 0 && sentence.contains(index) {
      let word = tokens.word(index)
      if lexicon.further.contains(word) { return .further }
      if lexicon.coming.contains(word) { return .coming }
      if lexicon.ordinals.contains(word) { return .ordinal }
    }
    return .none
  }

  /// «استقبل الرئيس أ رئيس الحزب»: somebody whose side the text does not tell, received or met by somebody of a state.
  func isWithStranger(_ frame: String, _ parties: [Party]) -> Bool {
    guard Self.strangers.contains(frame), sides(parties).count < 2 else { return false }
    if sides(parties).count == 1, parties.contains(where: isOfDiplomats) { return true }
    let strangers = parties.filter { party in
      let chain = chains[party.chain]
      return chain.side == nil && chain.kind == .person && chain.isNamed
    }
    // An official of the paper's own country meets its citizens every day.
    let isForeign = parties.contains { chains[$0.chain].side != nil && !chains[$0.chain].isHomely }
    // «التقى الوزير أ نظيره ب»: two of two states, whichever they are.
    return sides(parties).count == 1
      ? !strangers.isEmpty && isForeign
      : strangers.count > 1 && strangers.contains { mention(of: $0)?.isCounterpart ?? false }
  }

  /// «سفراء اللجنة الخماسية», «عدد من نظرائه»
  func isOfDiplomats(_ party: Party) -> Bool {
    chains[party.chain].side == nil
      && mention(of: party)?.tokens.contains { lexicon.diplomats.contains(tokens.word($0)) } == true
  }

  private static let strangers: Set<String> = [
    "receive", "meet", "phone", "confer", "get", "discuss", "inform", "hold", "gather", "noun.encounter", "noun.call",
    "noun.talks",
  ]

  func predicate(at index: Int) -> Int? {
    let place = Self.count(tree.predicates) { $0.token < index }
    return place < tree.predicates.count && tree.predicates[place].token == index ? place : nil
  }

  /// The state where officials of another hold talks: «أجرى الوزير المصري مباحثات في الرياض».
  private func host(of parties: [Party], _ predicate: Int?) -> Party? {
    guard let predicate, let side = parties.first.flatMap({ chains[$0.chain].side }),
      lexicon.countries[side] != nil
        ? parties.contains(where: { chains[$0.chain].kind == .person || chains[$0.chain].kind == .group })
        : parties.allSatisfy({ chains[$0.chain].kind == .organisation || chains[$0.chain].kind == .group }),
      let place = (phrases(predicate, .in) + phrases(predicate, .by)).first(where: isPlace)?.members.first,
      let code = chains[mentions[place].chain].side, code != side
    else { return nil }
    let span = mentions[place].span
    return .init(chain: stateChain(code, span: span, chain: nil), span: span, isInferred: true, isHost: true)
  }

  /// Talks of people, not of delegations, are a meeting.
  private func areNamed(_ parties: [Party]) -> Bool {
    Set(parties.filter { chains[$0.chain].kind == .person }.map { chains[$0.chain].side }).count > 1
  }
}
