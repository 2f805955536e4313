/// Cues: the words of a unit that may say that somebody said something, and how they stand to each other.
extension SpeechReader {
  /// The tokens of `unit` outside quotes that may be cues, in order.
  func cues(in unit: Range<Int>) -> [CueToken] {
    var cues: [CueToken] = []
    // What stands in a bracket or between dashes parts no verb outside from its clause.
    var enclosed = unit.lowerBound
    var hasBetween = false
    for index in unit where quoteOf[index] == 0 {
      if let end = enclosureEnd(index) { enclosed = max(enclosed, end) }
      let word = tokens[index].word
      guard word != 0 else { continue }
      if lexicon.classes(word).contains(.source) {
        // «على لسان الوزير», not «ناطقة بلسان»
        if lexicon.isTongue(word), tokens.word(index - 1) != lexicon.on { continue }
        cues.append(CueToken(index: index, place: .main, isAside: !lexicon.isTongue(word)))
      } else if isWording(index) {
        cues.append(CueToken(index: index, place: .main, isAside: true))
      } else if let cue = cue(at: index) {
        let isBetween = word == lexicon.between
        // «بين الوزارة وبين فلان»
        if !(isBetween && hasBetween), accepts(cue, index, unit) {
          cues.append(CueToken(index: index, place: place(of: index, cue, unit), isAside: index < enclosed))
        } else if isBetween {
          hasBetween = true
        }
      } else if !lexicon.classes(word).isDisjoint(with: [.source, .saying, .sayingNoun]) {
        // «جرى التأكيد على أن», «سيحاول التأكيد على أن», «طمأنة الدول والتأكيد على أن»: nobody is told to have said it.
        if lexicon.isDone(tokens.word(index - 1)) || isVerb(index - 1) && classes(index - 1).contains(.governor) {
          continue
        }
        if tokens[index].conjunction != 0, classes(index).contains(.saying), !hasPronoun(index) { continue }
        let isAside = !lexicon.classes(word).isDisjoint(with: [.source, .sayingNoun])
        cues.append(CueToken(index: index, place: .main, isAside: isAside))
      } else if lexicon.isBetween(word) {
        hasBetween = true
      }
    }
    return cues
  }

  /// «على حد تعبير الوزير»: whose words they are.
  private func isWording(_ index: Int) -> Bool {
    lexicon.isExtent(tokens[index].word) && tokens.word(index - 1) == lexicon.on && !hasPronoun(index + 1)
      && classes(index + 1).contains(.wording)
  }

  /// Where the words of each cue end at the latest: at the next cue of a clause of its own.
  func limits(of cues: [CueToken], in unit: Range<Int>) -> [Int] {
    var limit = unit.upperBound
    var limits: [Int] = []
    for cue in cues.reversed() {
      limits.append(limit)
      if !cue.isAside, cue.place == .main { limit = cue.index }
    }
    return limits.reversed()
  }

  func place(of index: Int, _ cue: SpeechCue, _ unit: Range<Int>) -> SpeechFrame.Place {
    // «قال المسؤول رافضا كشف هويته إن»
    if cue.shape == .participle, cue.frame == .urge || cue.frame == .think,
      classes(index + 1).contains(.disclosure) || lexicon.isWithholding(tokens.word(index + 1))
    {
      return .described
    }
    guard cue.shape == .verb, tokens[index].conjunction == 0 else { return .main }
    var before = index - 1
    while before > unit.lowerBound, classes(before).contains(.auxiliary) { before -= 1 }
    if classes(before).contains(.relative) { return .relative }
    // «قال مصدر، طلب عدم ذكر اسمه، إن»
    if cue.frame == .urge, classes(index + 1).contains(.disclosure) || lexicon.isWithholding(tokens.word(index + 1)) {
      return .described
    }
    guard before == index - 1, isIndefinite(before), before > unit.lowerBound else { return .main }
    if cue.form.hasObject { return .described }
    // «وفي إحصائية جديدة ذكر المرصد أن»: its own subject follows it.
    if isSubjectBehind(index) { return .main }
    // «في رسالة نشرت على حساب», «نشر بلاغا ذكر فيه أن»
    while before > unit.lowerBound, tokens[before].preposition == 0, isIndefinite(before - 1) { before -= 1 }
    let isGoverned =
      self.cue(at: before - 1)?.shape == .verb || tokens[before].preposition != 0
      || classes(before - 1).contains(.preposition)
      || tokens.letters(before).last == Letters.alef
    return isGoverned ? .described : .main
  }

  /// No phrase of time or place at the head of a sentence is looked through for a verb further than so many words.
  private static let longestOpening = 12

  /// «وفي إحصائية جديدة ذكر المرصد أن»: only such phrases stand before the verb of the sentence.
  private func followsAdverbials(_ index: Int, _ unit: Range<Int>) -> Bool {
    var position = afterDateline(of: unit)
    guard position < index, index - position <= Self.longestOpening else { return false }
    if let end = joinedPhrase(at: position, limit: index) { position = end }
    return adverbials(from: position, limit: index) == index
  }

  private func isSubjectBehind(_ index: Int) -> Bool {
    if let mention = mention(at: index + 1) {
      return mention.tokens.lowerBound == index + 1 && mention.preposition == 0 && mention.conjunction == 0
        && speaks(mention)
    }
    return classes(index + 1).contains(.speakerHead) || isDefinite(index + 1) && !isTime[index + 1]
  }

  /// Whether a noun or adjective without article, pronoun or mention stands at `index`.
  private func isIndefinite(_ index: Int) -> Bool {
    mentionOf[index] == 0 && !isTime[index] && !isSet[index] && !isDefinite(index) && !hasPronoun(index)
      && quoteOf[index] == 0 && tokens.letters(index).count > 2 && isNominal(index)
  }

  /// Whether the word at `index` is the cue that it is spelled like.
  private func accepts(_ cue: SpeechCue, _ index: Int, _ unit: Range<Int>) -> Bool {
    let token = tokens[index]
    // بـ, لـ and كـ stand before no verb; س does.
    if token.preposition != 0, token.preposition != Letters.seen, !isLed(index, cue) { return false }
    if let mention = mention(at: index), mention.tokens.count > 1 {
      // «وطالب سامي شاكر بأن»: a verb at the head of a sentence that is spelled like an office.
      guard mention.tokens.lowerBound == index,
        isCalling(index, cue)
          || token.conjunction == Letters.waw && !cue.isLoose && cue.shape == .verb && !cue.form.hasObject
            && (index == unit.lowerBound || tokens[index - 1].kind == .mark)
      else { return false }
    }
    if cue.isBare, cue.frame == .think, isHamzated(index) { return false }
    if cue.shape == .verb, endsAsNoun(index, cue) { return false }
    // «يريد لفت انتباه نظيره»: right behind a finite verb a word as short as a verbal noun is one.
    if isVerbalNoun(index, cue), index > unit.lowerBound { return false }
    let before = classes(index - 1)
    // «ولم يستبعد الوزير أن» is a stance.
    if index > unit.lowerBound, before.contains(.negation), !lexicon.isStance(token.word) { return false }
    // «الجدير ذكره أن»: a noun with its pronoun.
    if cue.form.hasObject, token.conjunction == 0, before.contains(.governor), isDefinite(index - 1) { return false }
    // «الجولة تعد الأولى»: a verb of being, unless its clause follows at once.
    if cue.isImpersonal, cue.frame == .think, classes(index).contains(.being), !isComplementizer(index + 1) {
      return false
    }
    // «نفى نفيا قاطعا»: a noun in the accusative, spelled as the dual.
    if cue.shape == .verb, cue.form.tense == .past, cue.form.number != .singular, !cue.form.isFeminine,
      !cue.form.hasObject,
      tokens[index].foldedEnd - tokens[index].folded == 4, tokens.letters(index).last == Letters.alef,
      token.conjunction == 0, tokens.letters(index + 1).last == Letters.alef, !isDefinite(index + 1),
      isNominal(index + 1)
    {
      return false
    }
    // «أبرزها: …»: a noun with its pronoun.
    if cue.shape == .verb, cue.prepositions.contains(.weak), cue.form.hasObject, token.conjunction == 0,
      isColon(index + 1)
    {
      return false
    }
    // «اجتماع نقله التلفزيون», «ونقلته الوكالة» tell no words.
    if cue.frame == .relay, cue.form.hasObject { return false }
    // «ما جاء في المقابلة "كاف"»: what is told of, no telling.
    if cue.frame == .place { return isPlaced(index) && !before.contains(.relative) }
    if cue.shape == .verb, cue.isLoose {
      // «بين», «عبر»: a preposition, but after و and the like.
      if lexicon.classes(token.word).contains(.preposition) {
        // «بيّن المدير أن»
        if hasShadda(index), !tokens.isFeminineNoun(index) { return true }
        return isJoined(index) && (isSubject(index + 1) || leadsToClause(index))
          || !before.isDisjoint(with: [.relative, .auxiliary]) || before.contains(.conjunction) && isSubject(index + 1)
          || expresses(index, unit)
      }
      if token.conjunction != 0 || index == unit.lowerBound { return true }
      if tokens[index - 1].kind == .mark { return true }
      return !before.isDisjoint(with: [.relative, .auxiliary, .conjunction, .lead, .adverb])
        || isTime[index - 1] || isSet[index - 1] || cue.form.hasObject && isSubject(index + 1)
        || !cue.form.hasObject && mention(at: index - 1).map { speaks($0) } ?? false
        || !cue.form.hasObject && isSubjectBehind(index) && followsAdverbials(index, unit)
    }
    // «في مدينة المرفأ», not «، مدينة الهجوم»
    if cue.shape == .participle, lexicon.classes(token.word).contains(.nameHead), !isComma(index - 1) { return false }
    // «أن نقل الصلاحيات …»: a noun; «بعد أن نقل» is none.
    if cue.shape == .verb, cue.form.tense == .past, tokens[index].foldedEnd - tokens[index].folded <= 3,
      let complementizer = complementizer(index - 1), !complementizer.pronoun, !classes(index - 2).contains(.governor)
    {
      return false
    }
    // «قبل توجهه إلى المدينة»: behind a preposition of time or place stands a noun.
    if index > unit.lowerBound, cue.shape == .verb, cue.form.tense == .present, token.conjunction == 0,
      before.contains(.during)
        || [lexicon.within, lexicon.from, lexicon.to, lexicon.on].contains(tokens.word(index - 1)),
      !before.contains(.conjunction), tokens.letter(index, 0) == Letters.teh
    {
      return false
    }
    if index > unit.lowerBound, cue.shape == .verb, !before.isDisjoint(with: .preposition),
      !before.contains(.conjunction),
      cue.form.tense == .past
    {
      return false
    }
    return true
  }

  /// «، داعية المواطنين إلى»: a participle that is spelled like an office, before its preposition.
  private func isCalling(_ index: Int, _ cue: SpeechCue) -> Bool {
    guard cue.shape == .participle, cue.frame == .urge, isComma(index - 1), tokens.isFeminineNoun(index) else {
      return false
    }
    return (index + 1...index + Self.longestObject).contains { tokens.word($0) == lexicon.to }
  }

  /// Between a participle and its preposition stand at most so many words.
  private static let longestObject = 8

  /// «عاد الوزير ليؤكد أن»: ل before a present that has its words.
  func isLed(_ index: Int, _ cue: SpeechCue) -> Bool {
    guard tokens[index].preposition == Letters.lam, cue.shape == .verb, cue.form.tense == .present,
      tokens[index].conjunction == 0, !cue.form.hasObject, cue.frame == .say
    else { return false }
    let next = lexicon.isComplement(tokens.word(index + 1)) ? index + 2 : index + 1
    return isComplementizer(next)
  }

  /// Whether و stands before a word, as its clitic or alone.
  private func isJoined(_ index: Int) -> Bool {
    tokens[index].conjunction != 0 || isLoneClitic(index - 1) && tokens.word(index - 1) == lexicon.and
  }

  /// «وبين المصدر أن»: behind a noun phrase and its adverbials stands the clause of a verb.
  private func leadsToClause(_ index: Int) -> Bool {
    let limit = tokens.sentence(of: index).upperBound
    guard index + 1 < limit, isDefinite(index + 1) || mentionOf[index + 1] != 0 || isBareWord(index + 1),
      !isPreposition(index + 1)
    else { return false }
    let end = adverbials(from: nounPhraseEnd(index + 1, limit), limit: limit)
    return complementizer(end).map { $0.conjunction == 0 } ?? false
  }

  /// Whether a past of three letters is rather the noun that a finite verb before it has as its object.
  private func isVerbalNoun(_ index: Int, _ cue: SpeechCue) -> Bool {
    guard cue.shape == .verb, cue.form.tense == .past, !cue.form.isFeminine, cue.form.number == .singular,
      !cue.form.hasObject, tokens[index].conjunction == 0, tokens[index].foldedEnd - tokens[index].folded == 3
    else { return false }
    let before = index - 1
    return mentionOf[before] == 0 && tokens[before].kind == .word
      && classes(before).isDisjoint(with: [.auxiliary, .relative, .conjunction, .adverb])
      && (lexicon.verb(tokens[before].word)?.tense == .present || classes(before).contains(.governor) && isVerb(before))
  }

  /// «عبر الوزير عن قلقه»: a person and عن tell the verb from the preposition.
  private func expresses(_ index: Int, _ unit: Range<Int>) -> Bool {
    let told = classes(index + 1)
    guard
      isSubject(index + 1) && mentionOf[index + 1] != 0
        || !told.isDisjoint(with: [.speakerHead, .pair, .anaphorBody, .anaphorPerson]),
      let subject = subject(at: index + 1, limit: unit.upperBound, unit: unit, afterPreposition: false)
    else { return false }
    var position = subject.end
    while position < unit.upperBound, tokens.word(position) != lexicon.from {
      if isComma(position) {
        position += 1
      } else if let end = adverbial(at: position, limit: unit.upperBound) {
        position = end
      } else {
        return false
      }
    }
    return tokens.word(position) == lexicon.from
  }

  /// Whether a word is written as no verb is: «دعوة» with ة, «تحدي» with two dots, which fold as «دعوه» and «تحدى».
  private func endsAsNoun(_ index: Int, _ cue: SpeechCue) -> Bool {
    let end = Int(tokens[index].span.end)
    if cue.form.hasObject { return tokens.byte(end - 2) == 0xD8 && tokens.byte(end - 1) == 0xA9 }
    return cue.form.tense == .past && tokens.letters(index).last == Letters.yeh && tokens.byte(end - 2) == 0xD9
      && tokens.byte(end - 1) == 0x8A
  }

  /// Whether a word is written with a doubled letter.
  private func hasShadda(_ index: Int) -> Bool {
    let span = tokens[index].span
    return (Int(span.start)..<Int(span.end) - 1).contains { tokens.byte($0) == 0xD9 && tokens.byte($0 + 1) == 0x91 }
  }

  /// Whether the verb at `index` is written with أ.
  private func isHamzated(_ index: Int) -> Bool {
    let start = Int(tokens[index].span.start) + (tokens[index].conjunction == 0 ? 0 : 2)
    return tokens.byte(start) == 0xD8 && tokens.byte(start + 1) == 0xA3
  }

  /// Whether a mention that can speak starts at `index`.
  private func isSubject(_ index: Int) -> Bool {
    if classes(index).contains(.honorific) || isComplementizer(index) { return true }
    guard let mention = mention(at: index) else { return false }
    return mention.tokens.lowerBound == index && mention.kind == .person && mention.preposition == 0
  }

  // MARK: Subjects before the verb

  /// The subjects that stand before a verb of saying, by its token: «لكن كيري أكد», «وكان لافروف قد أعلن»,
  /// «أما المرصد، ومقره كاتماندو، فقد قال».
  ///
  /// Each place where a clause can start is read once, over at most three commas, so that the work stays linear.
  func subjectsBefore(_ cues: [CueToken], in unit: Range<Int>) -> [Int: Subject] {
    var subjects: [Int: Subject] = [:]
    let verbs = cues.filter { $0.place == .main && lexicon.cue(tokens[$0.index].word)?.shape == .verb }
    var next = 0
    let first = afterDateline(of: unit)
    for position in first..<max(unit.upperBound, first) where quoteOf[position] == 0 {
      while next < verbs.count, verbs[next].index <= position { next += 1 }
      guard next < verbs.count else { break }
      let verb = verbs[next].index
      guard subjects[verb] == nil, tokens[verb].conjunction != Letters.waw,
        position == first || startsClause(position), mayStartSubject(position),
        let found = subject(at: position, limit: verb, unit: unit, afterPreposition: false, isSaying: true),
        leads(from: found.end, to: verb)
      else { continue }
      subjects[verb] = found
    }
    return subjects
  }

  /// Whether a clause with its subject first can start at `index`.
  private func startsClause(_ index: Int) -> Bool {
    let before = index - 1
    if tokens[before].kind == .mark {
      return enclosureEnd(before) == nil && !isQuoteMark(before) && tokens.mark(before) != UInt8(ascii: ")")
    }
    return opensSubject(before) || classes(before).contains(.lead)
  }

  /// Whether a word lets a clause begin with its subject: «لكن», «كان», «أن».
  private func opensSubject(_ index: Int) -> Bool {
    !classes(index).isDisjoint(with: [.conjunction, .auxiliary]) || isComplementizer(index)
  }

  private func mayStartSubject(_ index: Int) -> Bool {
    // «لكن «المرفأ» تقول إن»
    if isQuoteMark(index) { return opensSubject(index - 1) && quote(opening: index).map { isShort($0) } ?? false }
    guard tokens[index].kind == .word || tokens[index].kind == .number else { return false }
    if let mention = mention(at: index) { return mention.tokens.lowerBound == index && mention.preposition == 0 }
    guard !isTime[index], tokens[index].preposition == 0, !isVerb(index), !classes(index).contains(.copula) else {
      return false
    }
    return isDefinite(index) || startsWithArticle(index, dropping: 1)
      || classes(index).contains(.speakerHead) || opensSubject(index - 1) && tokens[index].conjunction == 0
  }

  /// Whether nothing but appositions, relatives, adverbials and «قد» stands between a subject's end and the verb.
  func leads(from start: Int, to verb: Int) -> Bool {
    var position = start
    var commas = 0
    var isDescribed = false
    while position < verb {
      if let end = adverbial(at: position, limit: verb) {
        position = end
      } else if classes(position).contains(.auxiliary) {
        position += 1
      } else if tokens[position].conjunction == Letters.waw, isJoinedNoun(position) {
        // «لكن شاكر ومسؤولي الاتحاد قالوا إن»
        position = nounPhraseEnd(position, verb)
      } else if isComma(position) || isDash(position) {
        commas += 1
        guard commas <= 3 else { return false }
        position += 1
        // «ومنذ ذلك، يؤكد …»: one comma alone parts no subject from its verb.
        if position == verb { return commas > 1 || isDescribed || mentionOf[start - 1] != 0 }
        if classes(position).contains(.auxiliary) { continue }
        // What follows a comma is an apposition only where another comma ends it.
        guard let comma = (position..<verb).first(where: { isComma($0) || isDash($0) }) else { return false }
        guard !opensClause(position) else { return false }
        position = comma
      } else if classes(position).contains(.relative) {
        guard position + 1 < verb else { return false }
        let end = (position..<verb).first(where: { isComma($0) }) ?? verb
        // «المقابلة التي أجرتها القناة حيث أعلن»: the verb is that of another clause.
        if end == verb, classes(verb - 1).contains(.conjunction) { return false }
        position = end
        // «كثيرون ممن حضروا الحفل، أكدوا أن»
        isDescribed = true
      } else {
        return false
      }
    }
    return true
  }

  /// Whether و joins a noun that may speak to the subject before it.
  private func isJoinedNoun(_ index: Int) -> Bool {
    if let mention = mention(at: index) { return mention.tokens.lowerBound == index && speaks(mention) }
    return classes(index).contains(.speakerHead)
  }

  /// Whether the words behind a comma are a clause, not an apposition.
  private func opensClause(_ index: Int) -> Bool {
    isVerbLike(index) || isComplementizer(index) || lexicon.isAsked(tokens[index].word)
      || classes(index).contains(.conjunction) && tokens[index].conjunction == 0
  }
}
