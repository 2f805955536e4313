/// Whom the words before a verb tell of: antecedents, owners, the subject of a clause.
extension SpeechReader {
  /// Whom a relative clause tells of: «كيري الذي قال», «مصادر الوكالة التي أشارت».
  func antecedent(before index: Int, _ cue: SpeechCue) -> Subject? {
    var position = index - 1
    while classes(position).contains(.auxiliary) { position -= 1 }
    // «ما قال», «مما أعلن»: no antecedent.
    guard tokens.letters(position).starts(with: [Letters.alef, Letters.lam]) else { return nil }
    let isPlural = tokens.letters(position).last == Letters.noon
    guard isPlural == (cue.form.number != .singular) else { return nil }
    position -= 1
    if isComma(position) || isDash(position) { position -= 1 }
    if isQuoteMark(position), quoteOf[position - 1] != 0 {
      position = tokens.quotes[Int(quoteOf[position - 1]) - 1].tokens.lowerBound - 2
    }
    guard let mention = mention(at: position), speaks(mention) else { return nil }
    return Subject(
      speaker: speaker(mention), start: mention.tokens.lowerBound, end: mention.tokens.upperBound)
  }

  /// The indefinite document that a verb at `index` describes, when it is the one that speaks: «في ظل تقارير تفيد بأن»,
  /// but not «بيانا أعلنوا فيه».
  func documentBefore(_ index: Int) -> Subject? {
    var position = index - 1
    while isNominal(position), mentionOf[position] == 0, !classes(position).contains(.document), !isDefinite(position) {
      position -= 1
    }
    guard classes(position).contains(.document), !isDefinite(position), tokens.letters(position).last != Letters.alef,
      !classes(index + 1).contains(.pronounPhrase)
    else { return nil }
    let reading = tokens[position].reading
    return Subject(
      speaker: Speaker(span: tokens.span(position..<index, reading: reading), kind: .office, head: position),
      start: index, end: index)
  }

  /// «هذا الأخير»: the person told last.
  func latter(before index: Int) -> Speaker? {
    var position = index - 1
    while position >= 0 {
      if let mention = mention(at: position) {
        if mention.kind == .person, chains[mention.chain].isNamed { return speaker(mention) }
        position = mention.tokens.lowerBound
      }
      // No further than the paragraph before.
      if tokens.mark(position) == 0x0A, position < index - 1, tokens.mark(position - 1) != 0x0A {
        return lastPerson
      }
      position -= 1
    }
    return lastPerson
  }

  /// Anybody whom a unit names, when nobody else is known.
  func anybody(in unit: Range<Int>) -> Speaker? {
    for position in unit {
      if let mention = mention(at: position), mention.kind == .person, mention.tokens.lowerBound == position {
        return speaker(mention)
      }
    }
    return nil
  }

  /// «تصريحات لرئيسة المجلس أكدت فيها»: whoever made the statement that a verb tells of.
  func owner(before index: Int) -> Subject? {
    if tokens[index].conjunction == 0, classes(index + 1).contains(.pronounPhrase), let maker = maker(before: index) {
      return maker
    }
    guard tokens[index].conjunction == 0, let mention = mention(at: index - 1), mention.kind == .person,
      mention.preposition == Letters.lam,
      !classes(mention.tokens.lowerBound - 1).isDisjoint(with: [.sayingNoun, .document])
    else { return nil }
    return Subject(speaker: speaker(mention), start: index, end: index)
  }

  /// «تقرير أعدته لجنة المصايد قالت فيه إن»: whoever made what a verb with a pronoun tells of.
  private func maker(before index: Int) -> Subject? {
    var start = index
    while start > 0 {
      let before = start - 1
      if let mention = mention(at: before) {
        start = mention.tokens.lowerBound
      } else if isDefinite(before) && isNominal(before) {
        start = before
      } else {
        break
      }
    }
    // The first half of a construct: «لجنة المصايد».
    if start < index, mentionOf[start] == 0 || mentionOf[start - 1] == 0, isBareNoun(start - 1), !hasPronoun(start - 1),
      !isVerb(start - 1)
    {
      start -= 1
    }
    guard start < index, hasPronoun(start - 1), mentionOf[start - 1] == 0,
      tokens.letters(start - 1).suffix(2).first == Letters.teh || cue(at: start - 1)?.form.hasObject ?? false
        || lexicon.verb(tokens.word(start - 1))?.hasObject ?? false
    else { return nil }
    if let mention = mention(at: start), mention.tokens.upperBound == index { return told(by: mention, limit: index) }
    return Subject(
      speaker: Speaker(span: tokens.span(start..<index), kind: .office, head: start), start: start, end: index)
  }

  private func follows(aPreposition index: Int, _ unit: Range<Int>) -> Bool {
    index > unit.lowerBound && classes(index - 1).contains(.preposition)
  }

  /// Where a unit goes on after the place and medium it is told from: «دبي، الإمارات (CNN) --», «الخرطوم -».
  func afterDateline(of unit: Range<Int>) -> Int {
    var position = unit.lowerBound
    while position < unit.upperBound {
      if isDash(position), position > unit.lowerBound {
        while position < unit.upperBound, isDash(position) { position += 1 }
        return position
      }
      let kind = mention(at: position)?.kind
      guard
        tokens[position].kind == .mark || tokens[position].kind == .latin || isTime[position]
          || kind == .state || kind == .place || kind == .outlet
      else { break }
      position += 1
    }
    return unit.lowerBound
  }

  /// The grammatical subject of a unit's first clause: right behind its verb, or before it.
  func clauseSubject(of unit: Range<Int>) -> Subject? {
    var position = afterDateline(of: unit)
    if let end = joinedPhrase(at: position, limit: unit.upperBound) { position = end }
    position = adverbials(from: position, limit: unit.upperBound)
    if isComma(position) { position = adverbials(from: position + 1, limit: unit.upperBound) }
    while position < unit.upperBound, !classes(position).isDisjoint(with: [.auxiliary, .conjunction, .negation]),
      mentionOf[position] == 0
    {
      position += 1
    }
    // «غير أن الوزير عاد وأكد»
    while position < unit.upperBound, !classes(position).isDisjoint(with: [.governor, .conjunction]),
      mentionOf[position] == 0, complementizer(position + 1)?.conjunction == 0
    {
      position += 2
    }
    // «يذكر أن الوزير … أعلن», «كما يشار إلى أن»: the subject of what is recalled.
    if lexicon.isRecall(tokens.word(position)),
      let particle = (position + 1..<position + 5).first(where: { isComplementizer($0) }),
      particle + 1 < unit.upperBound
    {
      position = adverbials(from: particle + 1, limit: unit.upperBound)
    }
    if let mention = mention(at: position), mention.tokens.lowerBound == position, mention.preposition == 0 {
      return subject(at: position, limit: unit.upperBound, unit: unit, afterPreposition: false)
    }
    guard position < unit.upperBound, tokens[position].kind == .word, mentionOf[position] == 0,
      isVerbLike(position) || lexicon.verb(tokens[position].word) != nil
        || cue(at: position)?.shape == .verb || tokens[position].conjunction != 0
    else { return nil }
    position = adverbials(from: position + 1, limit: unit.upperBound)
    // «والتقى بورغ نظيره»: a name that nobody knows, before what belongs to it.
    if isBareWord(position), tokens[position].word == 0, hasPronoun(position + 1),
      mention(at: position + 1)?.kind == .person
    {
      let speaker = Speaker(span: tokens.span(position..<position + 1), kind: .person, head: position)
      return Subject(speaker: speaker, start: position, end: position + 1)
    }
    guard let found = subject(at: position, limit: unit.upperBound, unit: unit, afterPreposition: false),
      found.speaker.kind != .outlet
    else { return nil }
    return found
  }

  /// The first mention of the unit that can be its subject.
  func mainSubject(of unit: Range<Int>, outsidePhrases: Bool = false) -> Speaker? {
    let unit = afterDateline(of: unit)..<unit.upperBound
    var position = unit.lowerBound
    while position < unit.upperBound {
      if quoteOf[position] != 0 {
        position = max(position + 1, tokens.quotes[Int(quoteOf[position]) - 1].tokens.upperBound)
        continue
      }
      guard let mention = mention(at: position) else {
        // «عرج على كلام الوزير هوتي»: whom a noun behind a preposition belongs to is no subject.
        let end =
          outsidePhrases && isPreposition(position) ? prepositional(at: position, limit: unit.upperBound) : nil
        position = max(position + 1, end ?? 0)
        continue
      }
      if speaks(mention) || mention.kind == .place && position <= unit.lowerBound + 2, mention.preposition == 0,
        mention.kind != .outlet, mention.tokens.lowerBound == position,
        !follows(aPreposition: position, unit)
      {
        return speaker(mention)
      }
      position = max(position + 1, mention.tokens.upperBound)
    }
    return nil
  }
}
