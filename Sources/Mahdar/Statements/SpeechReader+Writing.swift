/// Writes the statements of a unit from its frames.
extension SpeechReader {
  mutating func writeClauses(_ frames: [SpeechFrame], _ unit: Range<Int>) {
    for frame in frames {
      guard let speaker = frame.speaker, !frame.isNested else { continue }
      let start: Int
      switch frame.content {
      case .clause(let index): start = index
      case .colon(let index): start = index
      case .quote(let quote):
        guard let index = continuation(after: quote, unit) else {
          writeLongClause(of: quote, frame, frames, unit)
          continue
        }
        start = index
      case .none:
        guard let index = resumption(behind: frame, frames, unit) else { continue }
        start = index
      }
      // «واصفا الاتفاق بأنه جيد» tells no clause, «ووصف الاتفاق بأنه جيد» does.
      if frame.frame == .describe, frame.shape == .participle || quote(opening: start) != nil { continue }
      let end = clauseEnd(from: start, frame, frames, unit)
      let range = trimmed(start..<end)
      if case .colon = frame.content, isQuoteMark(end) || speaksForItself(range) {
        add(.direct, range, speaker, frame)
        continue
      }
      guard words(range) >= 1, range.lowerBound >= tokens.titleCount else { continue }
      // «إن المشروع "خطوة كبيرة" وأن بلاده ستموله»: the quotation, and the second clause.
      if let second = secondClause(of: range), isQuoted(range.lowerBound..<second - 1) {
        let rest = trimmed(second..<range.upperBound)
        if !isQuoted(rest) { add(.indirect, rest, speaker, frame) }
        continue
      }
      guard !isQuoted(range) else { continue }
      // «وقال الوزير: إن موقفنا لم يتغير»
      let isOwn = isColon(start - 2) && !range.contains { quoteOf[$0] != 0 } && speaksForItself(range)
      add(isOwn ? .direct : .indirect, range, speaker, frame)
    }
  }

  /// Whether words behind a colon are somebody's own, without marks: the first person.
  private func speaksForItself(_ range: Range<Int>) -> Bool {
    range.contains { index in
      quoteOf[index] == 0
        && (classes(index).contains(.firstPerson)
          || tokens.letters(index).count > 5
            && tokens.letters(index).suffix(3).elementsEqual([Letters.teh, Letters.noon, Letters.alef])
          || tokens.letters(index).count > 5
            && tokens.letters(index).suffix(3).elementsEqual([Letters.yeh, Letters.noon, Letters.alef])
            && mentionOf[index] == 0 || isOurs(index))
    }
  }

  /// «موقفنا», «شعبنا»: not an accusative in نا as «قانونا», «يقينا».
  private func isOurs(_ index: Int) -> Bool {
    let letters = tokens.letters(index)
    guard letters.count > 4, mentionOf[index] == 0, cue(at: index) == nil, !isDefinite(index), !hasTanween(index),
      letters.suffix(2).elementsEqual([Letters.noon, Letters.alef])
    else { return false }
    return ![Letters.alef, Letters.waw, Letters.yeh].contains(letters[letters.endIndex - 3])
  }

  /// «داعيا إلى الحوار، وأن الحل قريب»: a participle without a clause, and the clause of the verb before goes on.
  private func resumption(behind frame: SpeechFrame, _ frames: [SpeechFrame], _ unit: Range<Int>) -> Int? {
    guard frame.shape == .participle, frame.cue.lowerBound > unit.lowerBound, isComma(frame.cue.lowerBound - 1) else {
      return nil
    }
    let limit = frames.first { $0.start > frame.start }?.start ?? unit.upperBound
    for index in frame.cue.upperBound..<max(limit, frame.cue.upperBound) {
      if isComplementizer(index) {
        return isComma(index - 1) && complementizer(index)?.conjunction == Letters.waw ? index + 1 : nil
      }
    }
    return nil
  }

  /// «إن "أي هجوم مباشر" على أراضي بلاده سيتطلب ردا»: a short quotation is the subject of a longer clause.
  private mutating func writeLongClause(
    of quote: Int, _ frame: SpeechFrame, _ frames: [SpeechFrame], _ unit: Range<Int>
  ) {
    let range = tokens.quotes[quote].tokens
    guard let speaker = frame.speaker, frame.frame != .describe, isComplementizer(range.lowerBound - 2),
      words(range) <= Self.longestTail, !range.contains(where: { isVerb($0) }),
      range.upperBound + 1 < unit.upperBound
    else { return }
    let end = clauseEnd(from: range.upperBound + 1, frame, frames, unit)
    guard words(range.upperBound..<max(end, range.upperBound)) > Self.longestTail else { return }
    add(.indirect, trimmed(range.lowerBound - 1..<end), speaker, frame)
  }

  /// Where a clause that وأن joins starts right behind the first quotation of a clause.
  private func secondClause(of range: Range<Int>) -> Int? {
    guard let mark = range.first(where: { quoteOf[$0] != 0 }) else { return nil }
    var position = tokens.quotes[Int(quoteOf[mark]) - 1].tokens.upperBound + 1
    if isComma(position) { position += 1 }
    guard position + 1 < range.upperBound, complementizer(position)?.conjunction == Letters.waw else { return nil }
    return position + 1
  }

  /// Where a clause goes on behind a quotation: «إن المشروع "خطوة كبيرة" وأن بلاده ستموله».
  private func continuation(after quote: Int, _ unit: Range<Int>) -> Int? {
    var position = tokens.quotes[quote].tokens.upperBound + 1
    if isComma(position) { position += 1 }
    guard position < unit.upperBound, let next = complementizer(position), next.conjunction == Letters.waw else {
      return nil
    }
    return position + 1
  }

  /// A range less the marks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while end > start, tokens[end - 1].kind == .mark, !closesSomething(end - 1, start) { end -= 1 }
    while start < end, isComma(start) || isColon(start) || isDash(start) { start += 1 }
    return start..<end
  }

  private func closesSomething(_ index: Int, _ start: Int) -> Bool {
    let mark = tokens.mark(index)
    if mark == UInt8(ascii: ")") {
      return (start..<index).contains { tokens.mark($0) == UInt8(ascii: "(") }
    }
    if mark == UInt8(ascii: "%") { return true }
    return isQuoteMark(index) && index > start && quoteOf[index - 1] != 0
      && tokens.quotes[Int(quoteOf[index - 1]) - 1].tokens.lowerBound > start
  }

  /// Whether the predicate of the clause is a quotation, which then stands alone: «إن الأزمة "تمس أمننا"».
  ///
  /// What stands outside the marks tells something of its own where it is a verb with more than its subject, a long
  /// subject or more than a phrase behind the quotation (360 quotations in reported clauses of marked articles).
  private func isQuoted(_ range: Range<Int>) -> Bool {
    guard let mark = range.first(where: { quoteOf[$0] != 0 }) else { return false }
    let quote = tokens.quotes[Int(quoteOf[mark]) - 1].tokens
    if isName(Int(quoteOf[mark]) - 1) { return false }
    let before = range.lowerBound..<min(mark, range.upperBound)
    let after = min(quote.upperBound, range.upperBound)..<range.upperBound
    let (head, tail, length) = (words(before), words(after), words(quote))
    // «أن "وجهه تشوه"، وأنه "أصيب بجروح"»: all of it stands in marks.
    if !range.contains(where: {
      quoteOf[$0] == 0 && tokens[$0].kind != .mark && !isComplementizer($0) && !isLoneClitic($0)
    }) {
      return true
    }
    if head == 0 {
      if tail == 0 { return true }
      // «إنه "متفائل" بشأن المحادثات», but «إن "أي هجوم" سيتطلب ردا»
      if length < 3, complementizer(range.lowerBound - 1)?.pronoun != true { return false }
      // A short quotation that much follows is the subject of a longer clause.
      if length > 2, length <= Self.longestTail, tail > Self.longestTail, !quote.contains(where: { isVerb($0) }) {
        return false
      }
      return !hasVerb(after)
    }
    guard tail <= Self.longestTail else { return false }
    if length < 3 {
      let last = mark - 2
      return tail <= 1 && !hasVerb(before) && startsPredicate(quote.lowerBound)
        && (last < range.lowerBound || !classes(last).contains(.preposition))
    }
    // «أن قضية المياه تعد "مسألة أمن"»: the predicate of a verb of being.
    if tail == 0, classes(mark - 2).contains(.being), isQuoteMark(mark - 1), head <= Self.longestSubject,
      !hasVerb(range.lowerBound..<max(mark - 2, range.lowerBound))
    {
      return true
    }
    return hasVerb(before) ? head + tail <= Self.longestFrame : head <= Self.longestSubject
  }

  /// Behind a quotation a phrase of so many words adds nothing to it: «"لن تتنازل" عن حقوقها».
  private static let longestTail = 4
  /// So many words outside the marks are a subject and its verb at most.
  private static let longestFrame = 2
  /// A subject longer than that tells something itself.
  private static let longestSubject = 11

  /// Whether a clause has its verb in `range`, relative clauses left out.
  func hasVerb(_ range: Range<Int>) -> Bool {
    // The first verb behind a relative is that of its clause.
    var relatives = 0
    for index in range where quoteOf[index] == 0 {
      if classes(index).contains(.relative) {
        relatives += 1
      } else if isVerb(index) || isVerbLike(index) {
        if relatives == 0 { return true }
        relatives -= 1
      }
    }
    return false
  }

  /// Whether a quotation starts with a verb, a particle or «ليس»: «تمس أمننا», «لن تتنازل».
  private func startsPredicate(_ index: Int) -> Bool {
    if isVerbLike(index) || !classes(index).isDisjoint(with: [.negation, .auxiliary]) { return true }
    guard let first = tokens.letters(index).first, mentionOf[index] == 0 else { return false }
    return first == Letters.yeh || first == Letters.teh || first == Letters.seen || tokens[index].word == lexicon.not
  }

  /// Whether a token is spelled like a finite verb: a present in ي or سـ, a past of the feminine, or a known verb.
  func isVerbLike(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, mentionOf[index] == 0, token.preposition == 0 || token.preposition == Letters.seen
    else { return false }
    if let cue = lexicon.cue(token.word), cue.shape == .verb, !cue.isLoose { return true }
    if !classes(index).isDisjoint(with: [.auxiliary, .negation]) { return true }
    let letters = tokens.letters(index)
    let count = letters.count
    guard let first = letters.first, count >= 4, classes(index).isEmpty else { return false }
    // A word that some table knows and that is no verb there is a name or noun: «ياسين», «ستاثاكيس».
    if token.word != 0, lexicon.verb(token.word) == nil, lexicon.cue(token.word) == nil { return false }
    let second = letters[letters.startIndex + 1]
    if first == Letters.yeh { return true }
    if first == Letters.seen, count >= 5, second == Letters.yeh || second == Letters.teh || second == Letters.noon {
      return true
    }
    return letters.last == Letters.teh && letters[letters.endIndex - 2] != Letters.alef
  }

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
    guard !range.isEmpty, range.lowerBound >= tokens.titleCount, !isName(quote) else { return }
    let count = words(range)
    // «أكد عضو "المكتب الموحد" فلان»
    if frames.contains(where: { $0.subject?.contains(range.lowerBound) ?? false }) { return }
    let isAfterColon = isColon(tokens.quotes[quote].tokens.lowerBound - 2)
    let frame = governing(quote, frames, unit)
    if count < 3, !(isAfterColon && frame?.content == .quote(quote)) {
      guard let frame else { return }
      guard
        holds(frame, range, count) && (!isDefinite(range) || frame.frame == .describe)
          || count == 1 && isJudgement(range.lowerBound)
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

  /// Writes words in marks that no verb leads to.
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
    // «ما سماه "برودة"», «واصفا إياها "بالمصيرية"»: his own word.
    if frame.frame == .describe, let cue = cue(at: frame.cue.lowerBound) {
      let object = frame.cue.upperBound
      if before == frame.cue.lowerBound && (cue.form.hasObject || cue.shape == .participle)
        || before == object && lexicon.isHim(tokens.word(object))
      {
        return true
      }
      // «وصف الوزير بالـ"كاذب" والـ"متهور"»
      if isLoneClitic(before), tokens.letters(before).count > 1, isQuoteMark(before - 1) || cue.shape == .verb { return true }
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
      return count > 1 || frame.frame == .describe
        || tokens.letter(range.lowerBound, 0) == Letters.seen && isVerbLike(range.lowerBound)
        || classes(before).contains(.copula)
        || isFeminineNoun(range.lowerBound) && !isPreposition(range.lowerBound)
        || tokens.word(before) == lexicon.and && (isQuoteMark(before - 1) || isListed(before))
    case .none where frame.frame == .urge || frame.shape == .noun: return false
    // «كشف عن لقاء جمع "عن بعد" بين الطرفين»: in a clause of the article's own.
    case .none where frame.frame != .describe
      && (frame.cue.upperBound..<max(before, frame.cue.upperBound)).contains { quoteOf[$0] == 0 && isVerb($0) }:
      return false
    default:
      return count == 2 && frame.frame != .urge || frame.frame == .describe && count == 2 || frame.frame == .think
    }
  }

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
    if !isDefinite(index), isFeminineNoun(index), isNominal(noun), mentionOf[noun] == 0, !isDefinite(noun),
      !hasPronoun(noun), isFeminineNoun(noun)
    {
      return true
    }
    return isDefinite(index) && isFeminineNoun(index) && tokens[noun].kind == .word && mentionOf[noun] == 0
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
        && !($0.place == .described && $0.content == .none && $0.form?.hasObject == true && $0.frame != .describe)
    }
    // «واتفق الطرفان، حسب الإعلان، على "…"»: a joint act is told by whoever is named as its source.
    if let before, before.shape == .verb, let cue = cue(at: before.cue.lowerBound),
      cue.frame == .urge && cue.prepositions.contains(.weak) || cue.prepositions.contains(.only),
      let source = frames.last(where: {
        $0.shape == .noun && $0.isExplicit && $0.content == .none && $0.speaker?.kind != .outlet
      })
    {
      return source
    }
    if let after, after.isExplicit, after.shape == .noun || after.shape == .verb,
      after.cue.lowerBound <= range.upperBound + (after.shape == .noun ? 2 : 3),
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

  mutating func add(_ kind: StatementKind, _ range: Range<Int>, _ speaker: Speaker, _ frame: SpeechFrame) {
    statements.append(
      Statement(
        kind: kind, span: tokens.span(range), tokens: range, speaker: speaker.span, chain: speaker.chain,
        speakerKind: speaker.kind, via: frame.via, cue: tokens.span(frame.cue), rule: rule(frame), joint: speaker.joint)
    )
  }

  func rule(_ frame: SpeechFrame) -> String {
    switch frame.shape {
    case .verb: "verb of saying"
    case .participle: "participle of saying"
    case .noun: "words of attribution"
    }
  }
}
