/// Writes the quotations of a unit: whose they are, and whether they are anybody's words.
extension SpeechReader {
  mutating func writeQuotes(_ frames: [SpeechFrame], _ unit: Range<Int>, _ main: Speaker?) {
    var index = unit.lowerBound
    while index < unit.upperBound {
      guard quoteOf[index] != 0 else {
        index += 1
        continue
      }
      let quote = Int(quoteOf[index]) - 1
      index = max(index + 1, tokens.quotes[quote].tokens.upperBound)
      // One that began in the unit before was written there.
      guard quote > lastQuote else { continue }
      lastQuote = quote
      write(quote, frames, unit, main)
    }
  }

  private mutating func write(_ quote: Int, _ frames: [SpeechFrame], _ unit: Range<Int>, _ main: Speaker?) {
    let range = trimmed(tokens.quotes[quote].tokens)
    guard !range.isEmpty, range.lowerBound >= tokens.titleCount, !isName(quote), !isScripture(quote) else { return }
    let count = words(range)
    // «أكد عضو "المكتب الموحد" فلان»
    if frames.contains(where: { $0.subject?.contains(range.lowerBound) ?? false }) { return }
    let isAfterColon = isColon(tokens.quotes[quote].tokens.lowerBound - 2)
    let frame = governing(quote, frames, unit)
    if count < 3, !(isAfterColon && frame?.content == .quote(quote)) {
      guard let frame else { return }
      guard
        holds(frame, range, count) && (!isDefinite(range) || frame.frame == .describe || isClause(range, of: frame))
          || count == 1 && isJudgement(range.lowerBound) || isWorded(behind: range.upperBound)
      else { return }
    }
    if isAfterColon, frame?.content != .quote(quote), let speaker = label(before: quote, unit) {
      write(range, speaker, "label and colon")
    } else if let frame, let speaker = frame.speaker {
      add(.direct, range, speaker, frame)
    } else if count >= 5 || count >= 3 && (isAfterColon || words(unit) == count) {
      let first = tokens.quotes[quote].tokens.lowerBound
      guard !isGoverned(first, unit) else { return }
      let own = main.flatMap { $0.head >= 0 && $0.head < first ? $0 : nil }
      guard let speaker = own ?? running(before: quote, unit) ?? main ?? last ?? subject else { return }
      write(range, speaker, "quotation without a verb of saying")
    }
  }

  /// Whether a quotation that no verb leads to is a verse, or a title or term that belongs to the words before it:
  /// «اتهامه بـ"…"», «في مستوى "…"», «ووثيقة و"…"».
  private func isGoverned(_ first: Int, _ unit: Range<Int>) -> Bool {
    let mark = first - 1
    if tokens.mark(mark) == UInt8(ascii: "{") { return true }
    guard mark > unit.lowerBound, !isColon(mark - 1) else { return false }
    if isLoneClitic(mark - 1) { return mark - 1 > unit.lowerBound && tokens[mark - 2].kind == .word }
    return isBareWord(mark - 1) && tokens[mark - 1].word != 0
  }

  /// «قال الله تعالى: "…"», «وقوله تعالى: "…"»: a verse that is cited is nobody's statement.
  private func isScripture(_ quote: Int) -> Bool {
    var before = tokens.quotes[quote].tokens.lowerBound - 1
    while before > 0, tokens[before].kind == .mark { before -= 1 }
    let word = tokens.word(before)
    return lexicon.isExalted(word) || lexicon.isGod(word) && cue(at: before - 1)?.shape == .verb
  }

  /// Writes words that no verb leads to: in marks, a line of a transcript, an answer.
  mutating func write(_ range: Range<Int>, _ speaker: Speaker, _ rule: String) {
    statements.append(
      Statement(
        kind: .direct, span: tokens.span(range), tokens: range, speaker: speaker.span, chain: speaker.chain,
        speakerKind: speaker.kind, via: nil, cue: tokens.span(range.lowerBound..<range.lowerBound + 1),
        rule: rule, joint: speaker.joint))
  }

  /// «هدى عمران: "…"»: whoever is named at the head of a paragraph, right before a colon.
  private func label(before quote: Int, _ unit: Range<Int>) -> Speaker? {
    let colon = tokens.quotes[quote].tokens.lowerBound - 2
    guard colon > unit.lowerBound else { return nil }
    return label(from: unit.lowerBound, to: colon)
  }

  /// The person or body whose words fill the tokens up to a colon, marks at their head left out.
  func label(from start: Int, to colon: Int) -> Speaker? {
    var first = start
    while first < colon, tokens[first].kind == .mark { first += 1 }
    guard let mention = mention(at: first), mention.tokens.lowerBound == first, mention.tokens.upperBound == colon,
      mention.conjunction == 0, mention.preposition == 0, speaks(mention), mention.kind != .outlet
    else { return nil }
    return speaker(mention)
  }

  /// Whoever goes on speaking in a quotation that no verb leads to: the last speaker, told in the unit or the one
  /// before.
  private func running(before quote: Int, _ unit: Range<Int>) -> Speaker? {
    guard let last, unitNumber - last.unit <= 2 else { return nil }
    return last
  }

  /// Whether a quotation of one word or two is plainly the speaker's: one that stands in the clause the frame reports,
  /// or, of two words, right after a verb of saying or describing.
  private func holds(_ frame: SpeechFrame, _ range: Range<Int>, _ count: Int) -> Bool {
    // «عن صحته و"قمع" منظمات»: one word in a list of the article's own.
    let before = range.lowerBound - 2
    // «أبلغت مصادر "صوت المرفأ" بوصول الوفد»: whom they told.
    if frame.subject?.upperBound == range.lowerBound - 1, frame.frame == .say,
      cue(at: frame.cue.lowerBound)?.prepositions.contains(.object) == true
    {
      return false
    }
    // «أن الأزمة نشأت مما أسمته "عنادا"»: the outer speaker's word for something.
    let verb = isLoneClitic(before) ? before - 1 : before
    if let cue = cue(at: verb), cue.frame == .describe, cue.form.hasObject, classes(verb - 1).contains(.relative) {
      return true
    }
    // «ما سماه "برودة"», «واصفا إياها "بالمصيرية"»: his own word.
    if frame.frame == .describe, let cue = cue(at: frame.cue.lowerBound) {
      let object = frame.cue.upperBound
      if before == frame.cue.lowerBound && (cue.form.hasObject || cue.shape == .participle)
        || before == object && lexicon.isHim(tokens.word(object))
      {
        return true
      }
      // «وصف الوزير اللقاء بـ"الإيجابي"»
      if isLoneClitic(before), tokens.letter(before, 0) == Letters.beh, isDefinite(range),
        !cue.prepositions.contains(.weak)
      {
        return true
      }
      // «وصف الوزير بالـ"كاذب" والـ"متهور"»
      if isLoneClitic(before), tokens.letters(before).count > 1, isQuoteMark(before - 1) || cue.shape == .verb {
        return true
      }
    }
    if count == 1, tokens.word(before) == lexicon.and, !isQuoteMark(before - 1), !isListed(before) { return false }
    switch frame.content {
    case .clause(let start) where start <= range.lowerBound:
      // One word is somebody's judgement where it is the predicate or an adjective: «كان "مجنونا"», «إصابات "سطحية"».
      // «إنه "متفائل"», «إن إسرائيل "سترد"»
      if start >= range.lowerBound - 1, complementizer(start - 1)?.pronoun == true {
        // «إنه "شعر" بأن …»: a verb whose clause goes on outside says nothing alone.
        return count > 1 || !isVerb(range.lowerBound) || tokens[range.lowerBound].preposition != 0
          || tokens[range.upperBound + 1].kind == .mark
      }
      return count > 1 || frame.frame == .describe || isPredicate(range.lowerBound, from: start)
        || tokens.letter(range.lowerBound, 0) == Letters.seen && isVerbLike(range.lowerBound)
        || classes(before).contains(.copula)
        || tokens.isFeminineNoun(range.lowerBound) && !isPreposition(range.lowerBound)
        || tokens.word(before) == lexicon.and && (isQuoteMark(before - 1) || isListed(before))
    // «طالب بـ"موقف حازم"», «عزا ذلك إلى "ظروف طارئة"»
    case .none where frame.frame == .urge && frame.shape == .verb && count == 2:
      if isLoneClitic(before) && tokens.letter(before, 0) == Letters.beh || tokens.word(before) == lexicon.to {
        return true
      }
      // «طالب الوزير بحل "شامل وعادل"», «دعا إلى حوار "جاد وصريح"»
      guard isBareNoun(before) || isPreposition(before), !hasPronoun(before) else { return false }
      return isPreposition(before) && tokens.letter(before, 0) == Letters.beh || tokens.word(before - 1) == lexicon.to
    // «"اللقاء ألغي"، بحسب شاكر»
    case .none where frame.shape == .noun && frame.isExplicit && count == 2:
      let mark = range.lowerBound - 1
      return tokens[mark - 1].kind != .word && isComma(range.upperBound + 1)
        && frame.cue.lowerBound == range.upperBound + 2
    case .none where frame.frame == .urge || frame.shape == .noun: return false
    // «كشف عن لقاء جمع "عن بعد" بين الطرفين»: in a clause of the article's own.
    case .none
    where frame.frame != .describe
      && (max(frame.cue.upperBound, before - Self.longestClause)..<max(before, frame.cue.upperBound)).contains {
        quoteOf[$0] == 0 && isVerb($0)
      }:
      return false
    default:
      return count == 2 && frame.frame != .urge || frame.frame == .describe && count == 2 || frame.frame == .think
    }
  }

  /// «مؤكدا أن "الزيارة خاصة"»: all of the clause stands in marks.
  private func isClause(_ range: Range<Int>, of frame: SpeechFrame) -> Bool {
    guard case .clause(let start) = frame.content, start == range.lowerBound - 1, words(range) == 2 else {
      return false
    }
    return tokens[range.upperBound + 1].kind == .mark
  }

  /// «بأن سامي شاكر "مريض"»: one word right behind the name that the clause tells of.
  private func isPredicate(_ index: Int, from start: Int) -> Bool {
    guard let mention = mention(at: start), mention.kind == .person, mention.tokens == start..<index - 1 else {
      return false
    }
    return mention.name != nil && !isDefinite(index)
  }

  /// «"ضرورة" على حد تعبير الوزير», «"غير شرعي" بحسب قولهم», «"غير شرعي" حسبهم»: plainly somebody's words.
  private func isWorded(behind end: Int) -> Bool {
    let index = isComma(end + 1) ? end + 2 : end + 1
    if lexicon.isAsTheySay(tokens.word(index)) { return true }
    let noun = tokens.word(index) == lexicon.on && lexicon.isExtent(tokens.word(index + 1)) ? index + 2 : index + 1
    guard noun == index + 2 || classes(index).contains(.source) else { return false }
    return !classes(noun).isDisjoint(with: [.wording, .saying])
  }

  /// No verb of a clause stands farther before its quotation, in tokens.
  private static let longestClause = 120

  /// «"مجنونا"، و"مختلا"»: و behind another quotation and a comma.
  private func isListed(_ and: Int) -> Bool {
    guard isComma(and - 1), isQuoteMark(and - 2), quoteOf[and - 3] != 0 else { return false }
    let quote = Int(quoteOf[and - 3]) - 1
    return words(tokens.quotes[quote].tokens) < 3 && !isName(quote)
      && tokens.word(tokens.quotes[quote].tokens.lowerBound - 2) != lexicon.and
  }

  /// «سياستها "العدائية"», «بالمحادثات "البناءة"»: an adjective of somebody's.
  private func isJudgement(_ index: Int) -> Bool {
    let noun = index - 2
    // «إصابات "سطحية"»
    if !isDefinite(index), tokens.isFeminineNoun(index), isNominal(noun), mentionOf[noun] == 0, !isDefinite(noun),
      !hasPronoun(noun), tokens.isFeminineNoun(noun)
    {
      return true
    }
    return isDefinite(index) && tokens.isFeminineNoun(index) && tokens[noun].kind == .word && mentionOf[noun] == 0
      && (hasPronoun(noun) || isDefinite(noun) || hasPrepositionalArticle(noun))
  }

  func isDefinite(_ range: Range<Int>) -> Bool {
    let letters = tokens.letters(range.lowerBound)
    return letters.starts(with: [Letters.alef, Letters.lam])
  }

  /// The frame that a quotation belongs to: an attribution right after it, else the last cue before it, else the next.
  private func governing(_ quote: Int, _ frames: [SpeechFrame], _ unit: Range<Int>) -> SpeechFrame? {
    let range = tokens.quotes[quote].tokens
    if let own = frames.last(where: {
      $0.content == .quote(quote) && $0.frame != .urge && $0.isExplicit
        && cue(at: $0.cue.lowerBound)?.prepositions.contains(.only) != true
    }) {
      return own
    }
    let after = frames.first { $0.cue.lowerBound >= range.upperBound }
    let before = frames.last {
      $0.cue.upperBound <= range.lowerBound && !isOuters($0, quote)
        && !($0.isNested && classes($0.cue.lowerBound - 1).contains(.relative))
        && !(classes($0.cue.lowerBound).contains(.source) && $0.content == .none
          && $0.cue.lowerBound > unit.lowerBound + 2)
        && !isNaming($0, range.lowerBound)
        // «وأضاف في تصريح نشرته الوكالة أن "…"»
        && !($0.place == .described && $0.content == .none && $0.form?.hasObject == true && $0.frame != .describe
          && $0.frame != .think)
    }
    // «واتفق الطرفان، حسب الإعلان، على "…"»: a joint act is told by whoever is named as its source.
    if let before, before.shape == .verb, let cue = cue(at: before.cue.lowerBound),
      cue.frame == .urge && cue.prepositions.contains(.weak) || cue.prepositions.contains(.only),
      let source = frames.last(where: {
        ($0.shape == .noun || isAccording($0)) && $0.isExplicit && $0.content == .none && $0.speaker?.kind != .outlet
      })
    {
      return source
    }
    if let after, after.isExplicit, after.shape == .noun || after.shape == .verb,
      after.shape == .noun ? after.start <= range.upperBound + 2 : after.cue.lowerBound <= range.upperBound + 3,
      after.shape == .noun || tokens[after.cue.lowerBound].conjunction == 0
    {
      // «طالب الوزير بـ"…" وفق ما أوردت الوكالة»: the outlet only passes it on.
      if let before, after.shape == .noun, after.speaker?.kind == .outlet, let speaker = before.speaker,
        speaker.kind != .outlet, before.frame != .describe || before.content != .none
      {
        return before
      }
      // What a named person says «بحسب البيان» stays that person's.
      if let before, after.shape == .noun, before.frame == .say || before.frame == .think, before.content != .none,
        let speaker = before.speaker, speaker.kind == .person,
        before.shape != .participle && before.isExplicit || after.speaker?.kind != .person
      {
        return before
      }
      return after
    }
    if let before {
      return before
    }
    if let after, after.isExplicit, tokens[after.cue.lowerBound].conjunction == 0 { return after }
    return nil
  }

  /// «اتفق الطرفان على "…"، كما قال مصدر»
  private func isAccording(_ frame: SpeechFrame) -> Bool {
    frame.shape == .verb && frame.frame == .say && lexicon.isAlso(tokens.word(frame.cue.lowerBound - 1))
  }

  /// «سمى اختراعه "وادي النخيل"»: what something is called, not what is said of it.
  private func isNaming(_ frame: SpeechFrame, _ first: Int) -> Bool {
    guard frame.frame == .describe, frame.shape == .verb, frame.content == .none, frame.form?.hasObject == false
    else { return false }
    return cue(at: frame.cue.lowerBound)?.prepositions.contains(.weak) ?? false
  }

  /// Whether a quotation in the clause of a nested frame is rather the outer speaker's: not where somebody says it,
  /// «تفيد تقارير بأن الرئيس قال إن المدير "مجنون"».
  private func isOuters(_ frame: SpeechFrame, _ quote: Int) -> Bool {
    guard frame.isNested, frame.content != .quote(quote) || frame.frame == .urge, frame.frame != .describe else {
      return false
    }
    return frame.frame != .say || cue(at: frame.cue.lowerBound)?.prepositions.contains(.object) ?? false
  }
}
