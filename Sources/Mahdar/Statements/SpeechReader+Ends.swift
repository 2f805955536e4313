/// Ends: where a reported clause gives way to the article's own words or to the next that speaks.
extension SpeechReader {
  /// Where the clause of `frame` that starts at `start` ends.
  func clauseEnd(from start: Int, _ frame: SpeechFrame, _ frames: [SpeechFrame], _ unit: Range<Int>) -> Int {
    var later = frames.drop { $0.start < start }
    let limit = max(start, min(unit.upperBound, enclosure(of: frame.start, in: unit) ?? unit.upperBound))
    let isFronted = isSubordinate(frame, unit)
    var index = start
    while index < limit {
      while let next = later.first, next.start < index { later.removeFirst() }
      if tokens.mark(index) == 0x0A { return index }
      if let next = later.first, next.start == index, ends(next, frame, index, start) {
        return beforeConnective(index, start)
      }
      if index > start, opensOwnWords(index, frame) || isStrayQuoteMark(index) || answersBack(index, frame, later.first)
      {
        return lexicon.isOf(tokens.word(index - 1)) ? index - 1 : index
      }
      if isFronted, isComma(index), startsMainClause(index + 1) { return index }
      if let close = enclosureEnd(index), close < limit { index = close }
      if index > start, let quote = quote(opening: index), isSentence(quote, behind: start..<index) { return index }
      if let quote = quote(opening: index) { index = min(limit, tokens.quotes[quote].tokens.upperBound) - 1 }
      index += 1
    }
    return limit
  }

  /// Whether a quotation is a sentence of its own that goes with none before it: «وجها لوجه "إذ لم نتصافح …"».
  private func isSentence(_ quote: Int, behind clause: Range<Int>) -> Bool {
    let range = tokens.quotes[quote].tokens
    let first = range.lowerBound
    guard words(range) >= Self.leastSentence, mentionOf[first] == 0, tokens[first - 2].kind == .word,
      !isComplementizer(first - 2), classes(first - 2).isDisjoint(with: [.preposition, .pronounPhrase]),
      !isVerb(first - 2),
      cue(at: first - 2) == nil || tokens[first - 2].preposition != 0
    else { return false }
    // «فالصعوبات مرتبطة …»
    if tokens.letter(first, 0) == Letters.feh, startsWithArticle(first, dropping: 1) { return true }
    // The predicate of the clause may begin as a sentence does: «فإن اللاجئين "هم أولئك …"».
    guard hasVerb(clause) else { return false }
    return isPronounWord(first) || !classes(first).isDisjoint(with: [.firstPerson, .conjunction])
      || complementizer(first)?.beh == false
  }

  private func isPronounWord(_ index: Int) -> Bool {
    tokens[index].conjunction == 0 && lexicon.isPronoun(tokens[index].word)
  }

  /// A quotation of fewer words is part of the clause that it stands in.
  private static let leastSentence = 5

  /// The mark that ends the bracket or the dashes that a token stands in, within its unit.
  private func enclosure(of index: Int, in unit: Range<Int>) -> Int? {
    var position = index - 1
    while position >= unit.lowerBound, tokens[position].kind != .mark || enclosureEnd(position) == nil { position -= 1 }
    guard position >= unit.lowerBound, let end = enclosureEnd(position), end > index else { return nil }
    return end
  }

  /// A closing quotation mark whose opening one is missing.
  private func isStrayQuoteMark(_ index: Int) -> Bool {
    isQuoteMark(index) && tokens.mark(index) != UInt8(ascii: "'") && quoteOf[index] == 0 && quoteOf[index - 1] == 0
      && quote(opening: index) == nil
  }

  /// Whether a frame stands in a clause that a main clause follows: «وبينما أعلن … أن …، قالت الوزارة».
  private func isSubordinate(_ frame: SpeechFrame, _ unit: Range<Int>) -> Bool {
    guard frame.isNested == false else { return false }
    let word = tokens[unit.lowerBound].word
    // «وفي حين تقر كييف بأن …، تتحدث موسكو عن …»
    return lexicon.isFronting(word) || lexicon.isWithin(word) && lexicon.isWhen(tokens.word(unit.lowerBound + 1))
  }

  private func startsMainClause(_ index: Int) -> Bool {
    tokens[index].conjunction == 0 && classes(index).isDisjoint(with: [.conjunction, .relative])
      && (lexicon.verb(tokens[index].word) != nil && tokens[index].foldedEnd - tokens[index].folded > 3
        || cue(at: index)?.shape == .verb)
  }

  /// Whether the article's own words go on at `index`: «، وذلك بعد يوم», «، في خطوة», «غير أن», «لكنه لم يوضح».
  private func opensOwnWords(_ index: Int, _ frame: SpeechFrame) -> Bool {
    let kind = classes(index)
    let next = classes(index + 1)
    // «، هذا وستشهد الساعات المقبلة …»
    if isComma(index - 1), lexicon.isDemonstrative(tokens[index].word), tokens[index].conjunction == 0,
      tokens[index + 1].conjunction == Letters.waw || lexicon.isMay(tokens[index + 1].whole)
    {
      return true
    }
    // «، ولكن المدعي العام سامي شاكر لم …»: somebody else does something.
    if kind.contains(.conjunction), lexicon.isBut(tokens[index].word), isComma(index - 1),
      let mention = mention(at: index + 1), mention.kind == .person, mention.name != nil,
      mention.chain != frame.speaker?.chain
    {
      return true
    }
    if isComma(index - 1), startsOtherNews(index) || startsComment(index) { return true }
    // «، على الرغم من …»
    if tokens[index].word == lexicon.on, lexicon.isSpite(tokens.word(index + 1)), isComma(index - 1) { return true }
    // «جماعات كان يرى أنها ضعيفة، إلا أنه …»: the sentence that a relative clause stands in goes on.
    if frame.place != .main, isComma(index - 1), kind.contains(.conjunction) || kind.contains(.governor),
      isComplementizer(index + 1)
    {
      return true
    }
    if kind.contains(.ender) { return endsWords(index, frame) }
    // «، لكن لم يذكر أن», «و"نحن نرفض"»
    if kind.contains(.conjunction), next.contains(.negation), isRefusal(index + 2, frame), isComma(index - 1) {
      return true
    }
    if tokens[index].word == lexicon.and, isLoneClitic(index), let quote = quote(opening: index + 1) {
      let first = tokens.quotes[quote].tokens.lowerBound
      if classes(first).contains(.firstPerson)
        || tokens.letter(first, 0) == Letters.noon && mentionOf[first] == 0 && classes(first).isEmpty
      {
        return true
      }
    }
    if tokens[index].word == lexicon.within, tokens[index].conjunction == 0, next.contains(.setting) {
      return isComma(index - 1) || lexicon.isRemark(tokens.word(index + 1))
    }
    // «من دون تقديم تفاصيل», «من غير أن يوضح»
    if kind.contains(.governor) || kind.contains(.preposition), lexicon.isWithout(tokens[index].word) {
      let object = isComplementizer(index + 1) ? index + 2 : index + 1
      if !classes(object).isDisjoint(with: [.disclosure, .refusal])
        || isComplementizer(index + 1)
          && cue(at: object)?.frame == .say
      {
        return true
      }
    }
    guard isComma(index - 1) else { return false }
    if kind.contains(.governor), kind.isDisjoint(with: [.preposition, .conjunction]),
      !lexicon.isAnswer(tokens[index].word), complementizer(index + 1).map({ !$0.beh }) ?? false
    {
      return true
    }
    // «، مع إقرار الوزير بأن»
    if !next.isDisjoint(with: [.sayingNoun, .disclosure]), kind.contains(.preposition), tokens[index].conjunction == 0 {
      return true
    }
    // «، ومن المتوقع أن»
    if next.contains(.outlook), tokens[index].conjunction == Letters.waw, kind.contains(.preposition) { return true }
    // «، وتشمل هذه الشراكة …»: news of the article's own about what was said.
    if isPresent(index), tokens[index].conjunction == Letters.waw || tokens.letter(index, 0) == Letters.waw,
      lexicon.isDemonstrative(tokens.word(index + 1)), isDefinite(index + 2)
    {
      return true
    }
    // «، ولم يوضح متى»
    if kind.contains(.negation), tokens[index].conjunction == Letters.waw {
      return isRefusal(index + 1, frame)
    }
    return false
  }

  /// «، وهو ما نفاه مكتبه»: what others say of it.
  private func startsComment(_ index: Int) -> Bool {
    guard tokens[index].conjunction == Letters.waw, lexicon.isPronoun(tokens[index].word),
      lexicon.isWhat(tokens.word(index + 1)), let cue = cue(at: index + 2)
    else { return false }
    return cue.shape == .verb && cue.form.hasObject && cue.form.tense == .past
  }

  /// «، فيما قرر المجلس تأجيل جلسته»: a past with its own subject tells other news.
  private func startsOtherNews(_ index: Int) -> Bool {
    guard lexicon.isWhereas(tokens[index].word), let form = lexicon.verb(tokens.word(index + 1)),
      form.tense == .past, !form.hasObject, mentionOf[index + 1] == 0
    else { return false }
    if let mention = mention(at: index + 2) {
      return mention.tokens.lowerBound == index + 2 && mention.preposition == 0
    }
    return isDefinite(index + 2) || classes(index + 2).contains(.speakerHead)
  }

  /// Whether the article answers back at `index`: «علما أن», and «غير أن», «بيد أن» where somebody else speaks behind
  /// them or the speaker keeps something back; else what was said goes on.
  private func answersBack(_ index: Int, _ frame: SpeechFrame, _ next: SpeechFrame?) -> Bool {
    guard lexicon.isAnswer(tokens[index].word), let clause = complementizer(index + 1) else { return false }
    if lexicon.isNote(tokens[index].word) { return true }
    if clause.pronoun, classes(index + 2).contains(.negation), isRefusal(index + 3, frame) { return true }
    // «إلا أن الوزير لم يشأ تأكيد الخبر»
    if let other = mention(at: index + 2), other.tokens.lowerBound == index + 2,
      classes(other.tokens.upperBound).contains(.negation),
      classes(other.tokens.upperBound + 1).contains(.refusal)
    {
      return true
    }
    guard let next, next.shape == .verb, next.place == .main, next.start > index else { return false }
    // «إلا أنها أكدت»: not whoever spoke, by the gender.
    if clause.pronoun, !next.isExplicit, !agrees(next, frame) { return false }
    return !(index + 2..<max(next.start, index + 2)).contains { isComma($0) || isVerb($0) }
  }

  /// Whether a verb behind a negation says what the speaker of `frame` kept back.
  private func isRefusal(_ index: Int, _ frame: SpeechFrame) -> Bool {
    if classes(index).contains(.refusal) { return true }
    guard let cue = cue(at: index), cue.shape == .verb else { return false }
    return frame.form.map { $0.isFeminine == cue.form.isFeminine } ?? true
  }

  /// Whether a word that may end the words said ends them here.
  private func endsWords(_ index: Int, _ frame: SpeechFrame) -> Bool {
    let next = index + 1
    // «وذلك بعد يوم من …» is news of the article's own, «وذلك عن طريق …» is not.
    if lexicon.isThat(tokens[index].whole) {
      if isComma(index - 1), isQuoteMark(index - 2) { return true }
      return lexicon.isAfter(tokens.word(next)) && !isComplementizer(next + 1)
    }
    // «لكنه لم يوضح» is the speaker, «لكنها رفضت» is whoever the words tell of.
    if let pronoun = lexicon.butPronoun(tokens[index].word) {
      let verb = !classes(next).isDisjoint(with: [.negation, .auxiliary]) ? next + 1 : next
      guard isComma(index - 1) || classes(next).contains(.negation) else { return false }
      let speaker = frame.speaker?.isPlural == true
      guard speaker == (pronoun == .plural),
        speaker || frame.form.map({ $0.isFeminine == (pronoun == .feminine) }) ?? true
      else { return false }
      return cue(at: verb) != nil || classes(verb).contains(.refusal)
    }
    guard isComma(index - 1) else { return false }
    // «وقد يتأخر» is a possibility.
    if lexicon.isMay(tokens[index].word) { return !isPresent(next) }
    return true
  }

  /// Whether a token is spelled like a verb of the present.
  private func isPresent(_ index: Int) -> Bool {
    if let form = lexicon.verb(tokens.word(index)) ?? cue(at: index)?.form {
      return form.tense == .present
    }
    let first = tokens.letter(index, 0)
    return (first == Letters.yeh || first == Letters.teh && tokens[index].word == 0)
      && tokens[index].foldedEnd - tokens[index].folded > 3
  }

  /// Whether a clause of `outer` ends where `frame` starts.
  private func ends(_ frame: SpeechFrame, _ outer: SpeechFrame, _ index: Int, _ start: Int) -> Bool {
    let token = tokens[frame.cue.lowerBound]
    let isApart = isComma(index - 1) || isQuoteMark(index - 1) || isDash(index - 1)
    switch frame.shape {
    case .participle:
      if frame.content != .none { return true }
      // «، وداعيا إلى», but «، ومطالبة المجتمع» is a noun.
      guard token.conjunction == 0 || isApart && tokens.letters(frame.cue.lowerBound).last == Letters.alef else {
        return false
      }
      // «قالت مصادر إن العمدة رفض الاستقالة، مفضلا البقاء»: whoever the words tell of.
      if isApart { return agrees(frame, outer) || frame.form?.number != .singular }
      return agrees(frame, outer) && isAccusative(index) && (takesComplement(index) || hasObject(index))
        && (hasPronoun(index - 1) || !isBareNoun(index - 1))
    case .noun:
      if isDash(index - 1) { return false }
      if isComma(index - 1) || isQuoteMark(index - 1) { return !isParenthesis(frame) }
      return classes(index).contains(.saying) || classes(index + 1).contains(.wording)
        || lexicon.isExtent(tokens.word(index + 1))
    case .verb:
      return endsBefore(frame, outer, index, isApart)
    }
  }

  /// Whether words of attribution stand between two commas and the clause goes on behind them: «التقى، بحسب المصدر
  /// ذاته، نظيره».
  private func isParenthesis(_ frame: SpeechFrame) -> Bool {
    guard frame.content == .none, isComma(frame.end) else { return false }
    let next = frame.end + 1
    guard tokens[next].kind == .word || isQuoteMark(next) else { return false }
    if isQuoteMark(next) { return true }
    if let cue = cue(at: next), cue.shape == .participle || tokens[next].conjunction != 0 { return false }
    return classes(next).isDisjoint(with: [.conjunction, .ender, .source, .lead]) && !opensOwnPart(next)
  }

  /// «، في حين», «، وذلك»
  private func opensOwnPart(_ index: Int) -> Bool {
    tokens[index].word == lexicon.within && classes(index + 1).contains(.setting)
  }

  private func endsBefore(_ frame: SpeechFrame, _ outer: SpeechFrame, _ index: Int, _ isApart: Bool) -> Bool {
    guard frame.place == .main else { return false }
    let cue = frame.cue.lowerBound
    let token = tokens[cue]
    // «وسيعلن», «وستطلب» go on with what was said.
    if token.preposition == Letters.seen { return false }
    let isTold = frame.content != .none
    // «بينما تنفي السلطات ذلك» goes on with what was said, «فيما رحبت الجامعة بالهدنة» is other news.
    let isNews = frame.isExplicit && !isAside(frame) && frame.form?.tense == .past
    let before = classes(index - 1)
    if index < cue {
      // A subject before its verb: «لكن الوزير ذكر أن», «، وكان الوزير قد قال».
      return isTold && (before.contains(.conjunction) || before.contains(.auxiliary) || isApart)
    }
    guard token.conjunction != 0 else {
      if lexicon.butPronoun(tokens.word(index - 1)) != nil { return agrees(frame, outer) && isTold }
      return before.contains(.conjunction) && (isTold || isNews || !frame.isExplicit && agrees(frame, outer))
    }
    // Another subject than the speaker's, by the verb's gender, is one the words tell of.
    guard frame.isExplicit || outer.place != .main || agrees(frame, outer) || isTold && goesOn(frame) else {
      return false
    }
    if isTold { return true }
    if !frame.isExplicit, outnumbers(frame, outer) { return false }
    // «، ونقل عن سامي شاكر قوله»
    if isApart, frame.frame == .relay, !isAside(frame), let source = frame.speaker, source.span != outer.speaker?.span {
      return true
    }
    // «، وأوضح له موقف بلاده»: whom the words tell of is told something.
    if tokens.letter(cue + 1, 0) == Letters.lam, classes(cue + 1).contains(.pronounPhrase) { return false }
    // «، ونقلت عنه الوكالة قوله إن»
    if frame.isExplicit { return isApart && (saysMuch(cue) || frame.via != nil || frame.medium != nil) }
    return isApart ? saysMuch(cue) : saysMuch(cue) && takesComplement(cue)
  }

  /// Whether the verbs of two frames may have one subject.
  func agrees(_ frame: SpeechFrame, _ outer: SpeechFrame) -> Bool {
    guard let form = frame.form, let other = outer.form else { return true }
    return form.isFeminine == other.isFeminine
  }

  /// «ذكر بيان أن الوزيرين التقيا، وجددا التزامهما»: a verb of two or more behind the words of one.
  private func outnumbers(_ frame: SpeechFrame, _ outer: SpeechFrame) -> Bool {
    guard let number = frame.form?.number, number != .singular, let speaker = outer.speaker,
      speaker.isPlural != true, speaker.joint.isEmpty
    else { return false }
    return number == .dual || speaker.kind == .person
  }

  /// Whether a verb goes on with the speaker of the one before, whatever its gender: «وأضاف», «وتابع».
  func goesOn(_ frame: SpeechFrame) -> Bool {
    cue(at: frame.cue.lowerBound)?.prepositions.contains(.same) ?? false
  }

  /// Whether a verb tells of speech even without a clause: not «تابع», «واصل», «نشر».
  private func saysMuch(_ index: Int) -> Bool {
    guard let cue = cue(at: index) else { return false }
    return !cue.prepositions.contains(.only) && (cue.frame != .relay || !cue.prepositions.contains(.weak))
      && cue.frame != .place
      && !cue.prepositions.contains(.weak)
  }

  /// Whether a cue is followed by a preposition that leads to what it tells: «مشددا على», «معربا في هذا الصدد عن».
  private func takesComplement(_ index: Int) -> Bool {
    var position = index + 1
    while let phrase = lexicon.adverbials.longest(at: position, in: tokens) { position = phrase.match.end }
    return lexicon.isComplement(tokens.word(position))
      || isPreposition(position) && tokens.letter(position, 0) == Letters.beh
  }

  /// «صمد أمام التحديات مؤكدا عزم الشعب»: a participle in ا with an object behind it.
  private func hasObject(_ index: Int) -> Bool {
    guard cue(at: index)?.frame == .say, tokens[index].conjunction == 0, tokens.letters(index).last == Letters.alef,
      !isPreposition(index + 1), tokens[index + 1].kind == .word
    else { return false }
    return isNominal(index + 1) || mentionOf[index + 1] != 0
  }

  private func isAccusative(_ index: Int) -> Bool {
    tokens.letters(index).last == Letters.alef || tokens.isFeminineNoun(index)
  }

  /// The token before the connectives that lead to the frame at `index`: «، كما», «، فيما».
  private func beforeConnective(_ index: Int, _ start: Int) -> Int {
    var end = index
    while end > start, classes(end - 1).contains(.conjunction) || classes(end - 1).contains(.auxiliary) { end -= 1 }
    if end < index, end > start, complementizer(end - 1)?.conjunction == Letters.waw { end -= 1 }
    // «على حد قوله»
    if end - 2 > start, lexicon.isExtent(tokens.word(end - 1)), tokens.word(end - 2) == lexicon.on { end -= 2 }
    return end
  }
}
