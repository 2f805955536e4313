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
            && mentionOf[index] == 0
          || isOurs(index))
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
      } else if isVerb(index) || isVerbLike(index) || isLooseVerb(index) {
        if relatives == 0 { return true }
        relatives -= 1
      }
    }
    return false
  }

  /// «الوزير طلب»: a verb that is spelled like a noun, right behind whom it tells of.
  private func isLooseVerb(_ index: Int) -> Bool {
    guard let cue = lexicon.cue(tokens[index].word), cue.shape == .verb, cue.isLoose, !cue.form.hasObject,
      tokens[index].conjunction == 0, !classes(index).contains(.preposition), let before = mention(at: index - 1)
    else { return false }
    return before.preposition == 0 && before.kind == .person
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

  mutating func add(_ kind: StatementKind, _ range: Range<Int>, _ speaker: Speaker, _ frame: SpeechFrame) {
    var span = tokens.span(range)
    // «وحسب الوزير، فمن المنتظر أن»: ف only leads to the clause.
    if frame.shape == .noun, frame.content == .clause(range.lowerBound),
      tokens[range.lowerBound].conjunction == Letters.feh
    {
      span = TextSpan(span.start + 2, span.end)
    }
    statements.append(
      Statement(
        kind: kind, span: span, tokens: range, speaker: speaker.span, chain: speaker.chain,
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
