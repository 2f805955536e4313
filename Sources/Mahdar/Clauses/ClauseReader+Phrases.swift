/// Nouns of contact, times and phrases, each with the predicate that it belongs to.
extension ClauseReader {
  mutating func addNoun(_ word: Predicate.Word, _ index: Int) {
    if current < 0 { open(.main, parent: -1, at: index) }
    var predicate = Predicate(word: word, token: index, clause: current)
    let token = tokens[index]
    if token.preposition == Letters.beh {
      predicate.role = .by
    } else if token.preposition == Letters.lam || token.letter == Letters.lam && token.whole == 0 {
      predicate.role = .to
    } else if let pending, !(pending.isClosed && pending.words > 1) {
      predicate.role = pending.role
    }
    if predicate.role == nil || predicate.role == .to || pending == nil {
      // «جولة محادثات», but «على هامش المؤتمر اجتماعا».
      let isOpen =
        lastNoun >= 0 && tree.predicates[lastNoun].noun.map { $0.isDefinite && predicate.role == nil } != true
      if isOpen, tree.predicates[lastNoun].token == index - 1 || predicate.role == .to && nounEnd == index {
        predicate.isConstruct = true
        predicate.governor = lastNoun
      }
    } else if pending?.role == .from, let held = pending?.token, held == index - 1 {
      // «جولة جديدة من المحادثات»
      if lastNoun >= 0, nounEnd == held {
        predicate.isConstruct = true
        predicate.governor = lastNoun
      }
    }
    if predicate.governor < 0 { predicate.governor = tree.clauses[current].predicate }
    // «على هامش زيارة للبلد»: whoever is there visits it.
    predicate.isSetting =
      occasion >= 0 && index - occasion <= 1 && predicate.noun != nil && predicate.noun?.kind != .visit
    if predicate.isSetting { occasion = -1 }
    tree.predicates.append(predicate)
    lastNoun = tree.predicates.count - 1
    nounEnd = index + 1
    pending = nil
    plain = -1
  }

  mutating func readTime(_ time: Int) -> Int {
    let range = map.times[time].tokens
    var owner = -1
    let clause = max(current, 0)
    if let last = tree.predicates.indices.last, tree.predicates[last].clause == clause { owner = last }
    if owner < 0 { owner = tree.clauses[clause].predicate }
    tree.times.append((time, owner))
    pending = nil
    return range.upperBound
  }

  // MARK: Phrases

  mutating func addPronoun(_ role: FunctionWord, _ index: Int) {
    if current < 0 { open(.main, parent: -1, at: index) }
    var phrase = Phrase(reference: .pronoun, role: role, tokens: index..<index + 1, clause: current)
    phrase.predicate = role == .with || role == .to ? tree.clauses[current].predicate : -1
    if role == .between {
      // «اللقاء الذي جرى بينه وبين أ»: with a verb of its own, the verb's.
      let verb = tree.clauses[current].predicate
      phrase.predicate = lastNoun < verb ? verb : lastNoun
    }
    append(phrase)
    pending = nil
    plain = -1
  }

  /// «اللجنتان الكينية والأوغندية»: a definite dual with two adjectives in the singular, one of its own kind between them or none.
  func isDistributive(_ index: Int) -> Bool {
    guard isDual(index) else { return false }
    let first = isDual(index + 1) ? index + 2 : index + 1
    return isNisba(first, tokens.letters(first)) && tokens[first + 1].kind == .word
      && tokens.letter(first + 1, 0) == Letters.waw && isNisba(first + 1, tokens.letters(first + 1).dropFirst())
  }

  /// «اللجنتان», «الحكوميتين»
  private func isDual(_ index: Int) -> Bool {
    let letters = tokens.letters(index)
    guard tokens[index].kind == .word, letters.count > 5, letters.last == Letters.noon,
      letters.starts(with: [Letters.alef, Letters.lam])
    else { return false }
    let vowel = letters[letters.endIndex - 2]
    return vowel == Letters.alef || vowel == Letters.yeh
  }

  /// «الكيني», «الكينية»
  private func isNisba(_ index: Int, _ letters: ArraySlice<UInt8>) -> Bool {
    guard tokens[index].kind == .word, map.mentionAt[index] < 0, letters.starts(with: [Letters.alef, Letters.lam])
    else {
      return false
    }
    return letters.last == Letters.yeh
      || letters.last == Letters.heh && letters.dropLast().last == Letters.yeh
  }

  /// «استقبل سموه», «مع سموه», but not «موقف سموه»; «عن سعادته» is no title.
  func isTitled(_ index: Int) -> Bool {
    let token = tokens[index]
    guard !(plain >= 0 && plain == index - 1), pending == nil || pending?.role == .with else { return false }
    return [token.whole, token.lessConjunction, token.lessPreposition].contains(where: map.lexicon.titled.contains)
  }

  mutating func readTitled(_ index: Int) -> Int {
    if current < 0 { open(.main, parent: -1, at: index) }
    var phrase = Phrase(reference: .titled, tokens: index..<index + 1, clause: current)
    phrase.role =
      map.lexicon.titled.contains(tokens[index].whole) || tokens[index].preposition == 0
      ? pending?.role : tokens[index].preposition == Letters.lam ? .to : .by
    return add(phrase, as: .person, at: index)
  }

  /// «بلاده», but not «موقف بلاده».
  func isHomeland(_ index: Int) -> Bool {
    let token = tokens[index]
    guard !(plain >= 0 && plain == index - 1) else { return false }
    return [token.whole, token.lessConjunction, token.lessPreposition].contains(where: map.lexicon.homeland.contains)
  }

  /// «أن بلاده ستشارك», «بين بلاده وب».
  mutating func readHomeland(_ index: Int, _ end: Int) -> Int {
    if current < 0 { open(.main, parent: -1, at: index) }
    var phrase = Phrase(tokens: index..<index + 1, clause: current)
    phrase.isOfHomeland = true
    if !map.lexicon.homeland.contains(tokens[index].whole), tokens[index].preposition != 0 {
      phrase.role = tokens[index].preposition == Letters.lam ? .to : .by
    } else {
      phrase.role = pending?.role
    }
    let next = map.mentionAt[index + 1]
    if next >= 0, map.mentions[Int(next)].conjunction == Letters.waw {
      let (members, upper) = list(from: Int(next), end)
      phrase.members = members
      phrase.tokens = index..<upper
    }
    return add(phrase, as: .state, at: index)
  }

  /// Attaches a phrase that names nobody as one that names a person or state would be; the token behind it.
  private mutating func add(_ told: Phrase, as kind: MentionKind, at index: Int) -> Int {
    var phrase = told
    let mention = Mention(
      tokens: phrase.tokens, span: tokens[index].span, kind: kind, preposition: 0, conjunction: 0, chain: -1,
      isPlural: false, rule: "")
    attach(&phrase, mention)
    append(phrase)
    pending = nil
    plain = -1
    return phrase.tokens.upperBound
  }

  mutating func addPair(_ start: Int, _ end: Int) {
    if current < 0 { open(.main, parent: -1, at: start) }
    var role = pending?.role
    if role == nil, tokens[start].preposition == Letters.lam { role = .to }
    if tokens[start].preposition == 0, map.lexicon.betweenThem.contains(tokens[start].whole) { role = .between }
    var phrase = Phrase(reference: .pair, role: role, tokens: start..<end, clause: current)
    let told = tree.clauses[current].governor
    if let noun = lastNoun >= 0 ? tree.predicates[lastNoun].token : nil, noun == start - 1 || role == .between {
      phrase.predicate = lastNoun
    } else if role == .between, tree.clauses[current].kind == .relative, told >= 0, tree.predicates[told].noun != nil {
      // «المحادثات التي جرت بينهما»
      phrase.predicate = told
    } else {
      phrase.isGenitive = plain == start - 1 && plain >= 0 && role == nil
      phrase.predicate = tree.clauses[current].predicate
    }
    append(phrase)
    pending = nil
    plain = -1
  }

  mutating func append(_ phrase: Phrase) {
    tree.phrases.append(phrase)
    let number = tree.phrases.count - 1
    if phrase.predicate >= 0, tree.predicates[phrase.predicate].phrases.count < 24 {
      tree.predicates[phrase.predicate].phrases.append(number)
    } else if phrase.predicate < 0, phrase.role == nil, !phrase.isGenitive, tree.clauses[phrase.clause].predicate < 0 {
      tree.clauses[phrase.clause].topic = number
    }
    lastPhrase = number
  }

  mutating func readPhrase(_ mention: Int, _ end: Int) -> Int {
    if current < 0 { open(.main, parent: -1, at: map.mentions[mention].tokens.lowerBound) }
    let first = map.mentions[mention]
    let (members, upper) = list(from: mention, end)
    let start = map.head(of: first.tokens.lowerBound)
    var phrase = Phrase(members: members, tokens: start..<upper, clause: current)
    let head = start < first.tokens.lowerBound ? tokens[start].preposition : first.preposition
    if head == Letters.beh {
      phrase.role = .by
    } else if head == Letters.lam {
      phrase.role = .to
    } else if let pending,
      !(pending.isClosed && (pending.words > 0 || isOfClitic) && first.kind == .person && first.office != nil),
      !(pending.isClosed && pending.words > 1 && first.kind == .state)
    {
      // «على مائدة الإفطار نظيره», «بمزرعته نظيره»: an office behind a closed construct is governed by the verb.
      phrase.role = pending.role
      phrase.isGenitive = pending.words > 0 || pending.token + 1 < start && tokens[pending.token].preposition != 0
    } else {
      // «واضطر الوفد إلى …»: a clause's first word with its subject behind it is a verb that no table has.
      // «الزيارة التي قام بها وفد»: a pronoun governs nothing.
      phrase.isGenitive =
        plain >= 0 && plain == start - 1 && first.kind != .person && !isOpening(plain)
        && !map.lexicon.bound.contains(tokens.word(plain)) && !isPossessed(plain)
    }
    phrase.isComplement = pending?.isComplement ?? (plain >= 0 && plain == start - 1 && phrase.role != nil)
    phrase.isAfterComma = tokens.mark(start - 1) == UInt8(ascii: ",") || tokens.mark(start - 1) == UInt8(ascii: "-")
    if !phrase.isAfterComma, let named = named(by: first, phrase, head: start) {
      tree.offices[mention] = tree.phrases[named].members[0]
      tree.phrases[named].members = members
      tree.phrases[named].tokens = tree.phrases[named].tokens.lowerBound..<upper
      pending = nil
      plain = -1
      return upper
    }
    if joined == start, phrase.role == nil {
      phrase.isGenitive = true
      append(phrase)
      pending = nil
      plain = -1
      return upper
    }
    phrase.isEach = each >= 0 && each == start && members.count > 1 || first.isEach
    attach(&phrase, first)
    append(phrase)
    pending = nil
    plain = -1
    return upper
  }

  /// The phrase of an office without a name that a name completes: «المستشار بالديوان المشرف على المركز الدكتور أ»,
  /// «بوكيل الوزارة لشؤون أفريقيا أ».
  func named(by mention: Mention, _ phrase: Phrase, head: Int) -> Int? {
    guard phrase.role == nil, mention.kind == .person, let name = mention.name, mention.office == nil,
      mention.conjunction == 0
    else { return nil }
    let isTitled = head < mention.tokens.lowerBound || name.start > mention.span.start
    for number in tree.phrases.indices.suffix(2).reversed() {
      let before = tree.phrases[number]
      guard before.clause == current, before.members.count == 1,
        let last = before.members.first.map({ map.mentions[$0] }),
        last.kind == .person, last.name == nil, !last.isPlural, mention.side == nil || mention.side == last.side,
        before.role == nil ? isTitled : head - before.tokens.upperBound <= Self.farthest + 1,
        !(before.tokens.upperBound..<max(head, before.tokens.upperBound)).contains(where: {
          map.timeAt[$0] >= 0 || tokens[$0].kind == .mark
        })
      else { continue }
      return number
    }
    return nil
  }

  func isOpening(_ index: Int) -> Bool {
    let token = tokens[index]
    return (token.conjunction != 0 || index == tree.sentence.lowerBound || tokens[index - 1].kind == .mark)
      && token.letter != Letters.alef
  }

  /// Finds the predicate whose slot a phrase fills: the nearest of its clause that takes such a phrase.
  mutating func attach(_ phrase: inout Phrase, _ first: Mention) {
    if phrase.role == nil, first.kind == .person { leaveIntransitive(&phrase) }
    let verb = tree.clauses[current].predicate
    if phrase.role == nil {
      if lastNoun >= 0, isGenitiveOf(lastNoun, phrase) {
        phrase.predicate = lastNoun
        tree.predicates[lastNoun].genitive = tree.phrases.count
        return
      }
      // «لقائه اليوم نظيره»: the noun's object.
      if lastNoun >= 0, tree.predicates[lastNoun].clause == current,
        tree.predicates[lastNoun].noun?.pronoun == .singular,
        tree.predicates[lastNoun].noun?.kind == .encounter || first.kind != .person,
        verb < 0 || tree.predicates[lastNoun].token > tree.predicates[verb].token, !phrase.isGenitive,
        !tree.predicates[lastNoun].phrases.contains(where: { tree.phrases[$0].role == nil }),
        isMet(phrase, by: lastNoun)
      {
        phrase.predicate = lastNoun
        return
      }
      // «بعد لقاء الوزير أ نظيره ب», «استقبال سموه أمس ب»: right behind the noun's genitive, its object.
      if lastNoun >= 0, !phrase.isAfterComma, first.kind == .person, tree.predicates[lastNoun].noun?.kind == .encounter,
        isBehindGenitive(phrase, of: lastNoun)
      {
        phrase.predicate = lastNoun
        return
      }
      phrase.predicate = phrase.isGenitive && !isSubjectLike(first) ? -1 : verb
      return
    }
    if let noun = nounOfVerblessRelative {
      phrase.isComplement = false
      if takes(tree.predicates[noun], phrase, first) {
        phrase.predicate = noun
        return
      }
    }
    for index in tree.predicates.indices.suffix(Self.reach).reversed() where tree.predicates[index].clause == current {
      // «نتائج المؤتمر ستكون موضع نقاش مع أ»: beyond the copula the noun takes nothing.
      if tree.predicates[index].token < copula, tree.predicates[index].noun != nil { continue }
      if isTopic(index, of: verb), phrase.role == .with, first.kind == .person { continue }
      if takes(tree.predicates[index], phrase, first) {
        phrase.predicate = index
        return
      }
    }
  }

  /// «ناقش أ التحضيرات لمحادثات السلام مع ب»: what is talked about, in the construct of a plain noun, has no company of its own.
  private func isTopic(_ noun: Int, of verb: Int) -> Bool {
    guard verb >= 0, noun > verb, tree.predicates[noun].role != nil, tree.predicates[verb].verb?.frame == .discuss,
      !tree.predicates[verb].phrases.contains(where: { tree.phrases[$0].role == .with })
    else { return false }
    let index = tree.predicates[noun].token
    return tokens[index].preposition == Letters.lam && tokens[index - 1].kind == .word && map.mentionAt[index - 1] < 0
      && map.timeAt[index - 1] < 0 && map.verb(index - 1) == nil
  }

  /// «يلتقي أ الذي وصل إلى بغداد في زيارة مفاجئة ب»: nobody arrives somebody, so he is the object of the verb above.
  mutating func leaveIntransitive(_ phrase: inout Phrase) {
    let clause = tree.clauses[current]
    guard clause.kind == .relative, clause.antecedent >= 0, clause.parent >= 0, clause.predicate >= 0,
      let frame = tree.predicates[clause.predicate].verb?.frame, frame == .go || frame == .stay || frame == .visit,
      tree.clauses[clause.parent].predicate >= 0
    else { return }
    current = clause.parent
    phrase.clause = current
  }

  /// «لقاؤه الذي كان مقررا مع أ», «الزيارة التي ستكون إلى ب»: a relative clause of a copula alone tells of its noun.
  private var nounOfVerblessRelative: Int? {
    let clause = tree.clauses[current]
    guard isVerblessRelative(clause), tree.predicates[clause.governor].noun != nil else { return nil }
    return clause.governor
  }

  func isVerblessRelative(_ clause: Clause) -> Bool {
    clause.kind == .relative && clause.predicate < 0 && clause.governor >= 0 && copula >= clause.start
  }

  func isCity(_ mention: Mention) -> Bool {
    mention.kind == .place && mention.entry != nil || mention.kind == .venue
  }

  /// Whether the preposition that waits is a clitic: «لمواجهة», «بحضور».
  var isOfClitic: Bool { pending.map { tokens[$0.token].preposition != 0 } ?? false }

  func isSubjectLike(_ mention: Mention) -> Bool { mention.kind == .person }

  /// «لقاء أ», «للقاء أ»: right behind a noun that has no article or pronoun.
  func isGenitiveOf(_ noun: Int, _ phrase: Phrase) -> Bool {
    let next = tree.predicates[noun].token + 1
    // «وصول وفد من الحزب»
    let isPart = map.lexicon.partitives.contains(tokens.word(next)) && phrase.tokens.lowerBound == next + 2
    guard !phrase.isAfterComma, phrase.tokens.lowerBound == next || isPart else { return false }
    guard let word = tree.predicates[noun].noun else {
      if case .joining = tree.predicates[noun].word { return true }
      return false
    }
    return word.pronoun == nil && (!word.isDefinite || tree.predicates[noun].role == .to)
  }

  /// Only times stand between a noun's genitive and the phrase; or anything, where the verb above has its subject already.
  private func isBehindGenitive(_ phrase: Phrase, of noun: Int) -> Bool {
    let genitive = tree.predicates[noun].genitive
    guard genitive >= 0, tree.phrases[genitive].tokens.upperBound <= phrase.tokens.lowerBound,
      phrase.tokens.lowerBound - tree.phrases[genitive].tokens.upperBound <= Self.reach
    else { return false }
    let between = tree.phrases[genitive].tokens.upperBound..<phrase.tokens.lowerBound
    if between.allSatisfy({ map.timeAt[$0] >= 0 }) { return true }
    let verb = tree.clauses[current].predicate
    return isMet(phrase, by: noun) && verb >= 0
      && tree.predicates[verb].phrases.contains { tree.phrases[$0].role == nil }
  }

  /// Between the noun and whom it meets stand only time and place.
  func isMet(_ phrase: Phrase, by noun: Int) -> Bool {
    let start = tree.predicates[noun].token + 1
    if phrase.tokens.lowerBound - start <= 2 { return true }
    return (start..<phrase.tokens.lowerBound).allSatisfy {
      map.mentionAt[$0] >= 0 || map.timeAt[$0] >= 0 || map.function($0) != nil || tokens[$0].kind == .mark
    }
  }

  /// Whether a predicate has a slot for a phrase under its preposition, as the frames of contacts have them.
  func takes(_ predicate: Predicate, _ phrase: Phrase, _ first: Mention) -> Bool {
    guard let role = phrase.role else { return false }
    if predicate.isSetting, predicate.noun?.hasPronoun == false, role != .in, first.kind != .place { return false }
    let isPlace = first.kind == .place || first.kind == .state || first.kind == .venue
    // «لمواجهة التنظيم», «بمشاركة الحلف»: whoever stands behind the noun of a clitic is the noun's.
    if phrase.isGenitive, role == .to || role == .by, isOfClitic, !isPlace { return false }
    // «العلاقات مع إيران», «الأزمة في سوريا»: of the plain noun before it, which a person mostly does not complete.
    if phrase.isComplement, !isCity(first) || role == .with || role == .by, isPlace, role != .between, role != .from {
      if case .verb(let verb) = predicate.word, verb.frame == .go { return role == .to }
      // «يحل ضيفا على البلد»
      if case .verb(let verb) = predicate.word, verb.frame == .stay { return role == .on }
      return false
    }
    // «يستعرض اللقاء عمل اللجنة بين أ وب»
    if phrase.isComplement, role == .between, isPlace || first.kind != .person && predicate.noun?.isDefinite == true {
      return false
    }
    switch predicate.word {
    case .joining: return role == .in || role == .by && isPlace
    case .noun(let noun):
      switch (noun.kind, role) {
      // «اجتماعا خلال زيارته مع أ»: nobody is visited with مع.
      case (.visit, .with): return predicate.role == nil
      case (_, .with), (_, .between): return noun.kind != .visit
      case (_, .in), (_, .during), (_, .on): return isPlace
      // «استقبال أ خلال زيارته لب»: whose visit it is, its pronoun tells.
      case (.visit, .to): return isPlace || noun.pronoun == nil
      case (.invitation, .to), (.message, .to), (.invitation, .from), (.message, .from), (.call, .from): return true
      case (.call, .to), (.visit, .from): return true
      case (.encounter, .from): return noun.lemma == map.lexicon.reception && noun.hasPronoun
      // «وصول أ إلى ب»
      case (.travel, .to): return isPlace
      case (.encounter, .to), (.talks, .to): return !phrase.isComplement && (!isPlace || first.kind == .state)
      // «يلتقي خلال زيارته بأعضاء اللجنة»: the verb's.
      case (.visit, .by), (.travel, .by): return isPlace
      case (_, .by): return true
      default: return false
      }
    case .verb(let verb):
      switch role {
      case .with, .between, .from, .to, .in, .by, .during, .on: return true
      case .about: return verb.frame == .discuss
      default: return false
      }
    case .other: return true
    }
  }
}
