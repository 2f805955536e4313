/// Names in marks: quotations that tell what something is called, not what is said.
extension SpeechReader {
  /// Whether a word before the quotation that starts at `start` says that it is a name: «ما يعرف بـ "…"», «المسماة "…"».
  func isNamed(_ start: Int) -> Bool {
    var before = start - 2
    // بـ stands alone before a quotation mark.
    if tokens[before].kind == .word, tokens[before].foldedEnd - tokens[before].folded == 1 { before -= 1 }
    if classes(before).contains(.same) || classes(before).contains(.adverb) { before -= 1 }
    return classes(before).contains(.naming)
  }

  /// Whether a quotation is as short as names are.
  func isShort(_ quote: Int) -> Bool { words(tokens.quotes[quote].tokens) <= 4 }

  /// Whether a quote holds a name, not words said.
  func isName(_ quote: Int) -> Bool {
    let range = tokens.quotes[quote].tokens
    let count = words(range)
    if count == 0 { return true }
    // An address of the web.
    if range.allSatisfy({ tokens[$0].kind != .word }) { return true }
    if count <= 4, names.contains(key(range)) || holder(of: range) != nil { return true }
    let before = range.lowerBound - 2
    // «مقال بعنوان: "…"»
    if classes(isColon(before) ? before - 1 : before).contains(.heading) { return true }
    // A name of the body or outlet before it («وكالة الأنباء السودانية «سونا»»), or one that its Latin spelling follows.
    if count <= 2, let mention = mention(at: before), mention.kind == .outlet || mention.kind == .organisation {
      return true
    }
    if count <= 5, tokens.mark(range.upperBound + 1) == UInt8(ascii: "("),
      tokens[range.upperBound + 2].kind == .latin
    {
      return true
    }
    if count <= 3, cue(at: before)?.frame == .relay { return true }
    // «تقرير «المرفأ»», «تقرير لـ«المرفأ»», «في مقابلة مع «المرفأ»»
    let noun = isLoneClitic(before) ? before - 1 : before
    if count <= 4, classes(noun).contains(.document) || lexicon.media.contains(tokens.word(noun)) { return true }
    if count <= 4, classes(range.lowerBound).contains(.nameHead), cue(at: before)?.frame != .describe,
      !isComplementizer(before)
    {
      return true
    }
    if count <= 6, !classes(before).isDisjoint(with: .nameHead) { return true }
    // «المسار 1.5», «رؤية 2030»; «"المسار الثاني" (شبه رسمي)»: terms, with a number or a gloss.
    if count <= 3, range.contains(where: { tokens[$0].kind == .latin || tokens[$0].kind == .number }) { return true }
    if count <= 3, tokens.mark(range.upperBound + 1) == UInt8(ascii: "(") { return true }
    if count <= 5, isNamed(range.lowerBound) { return true }
    if count <= 4, isApposition(range) || isAddressee(range) || isListed(range) { return true }
    if (2...6).contains(count), isHeaded(range) { return true }
    if (2...3).contains(count), isPersonName(range) { return true }
    if let mention = mention(at: range.lowerBound), mention.tokens.upperBound >= range.upperBound { return true }
    return false
  }

  /// The person whose name ends in the words of a quotation.
  func holder(of range: Range<Int>) -> Mention? {
    familyNames.isEmpty ? nil : familyNames[key(range)].map { mentions[$0] }
  }

  /// Whether a short quotation is the name of the noun right before it, which has the article: «السفينة "وادي النخيل"»;
  /// an adjective («الخطة "الفاشلة"») or a clause is somebody's words.
  private func isApposition(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    // «إن المشروع "خطوة كبيرة"»: the predicate, unless the clause goes on behind it.
    let next = range.upperBound + 1
    if isComplementizer(first - 3), tokens[next].kind == .mark || isComplementizer(next) { return false }
    return classes(first - 2).contains(.nameBearer) && mayOpenName(first)
  }

  /// Whether a name in marks may begin with a word, which no clause begins with.
  private func mayOpenName(_ first: Int) -> Bool {
    !isDefinite(first) && !isPreposition(first) && !isComplementizer(first) && !isVerb(first) && !isVerbLike(first)
      && classes(first).isDisjoint(with: [.negation, .relative, .conjunction, .adverb, .auxiliary, .governor])
  }

  /// Whether a short quotation is the medium that somebody spoke to, for what was said follows it: «وأوضح شاكر لـ"عين
  /// الصباح" أن», «في برنامج على "إذاعة المدينة": "…"».
  private func isAddressee(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound - 2
    guard
      isLoneClitic(before) && tokens.letter(before, 0) == Letters.lam || tokens.word(before) == lexicon.on
        || lexicon.media.contains(tokens.word(before))
    else { return false }
    // «وفي تصريح خاص لـ"عين الصباح"، كشفت …»
    if isLoneClitic(before),
      (before - 2..<before).contains(where: { !classes($0).isDisjoint(with: [.occasion, .document]) })
    {
      return true
    }
    var next = adverbials(from: range.upperBound + 1, limit: min(tokens.count, range.upperBound + Self.longestFollow))
    if isComma(next) { next += 1 }
    return isColon(next) || complementizer(next)?.conjunction == 0
  }

  /// What stands between a medium's name and what was said to it ends at the latest so many tokens on.
  private static let longestFollow = 40

  /// «شركتي "النورس" و"الشراع"»: joined to a name by و.
  private func isListed(_ range: Range<Int>) -> Bool {
    let and = range.lowerBound - 2
    guard tokens.word(and) == lexicon.and, isLoneClitic(and) else { return false }
    let mark = isComma(and - 1) ? and - 2 : and - 1
    guard isQuoteMark(mark), quoteOf[mark - 1] != 0 else { return false }
    let before = tokens.quotes[Int(quoteOf[mark - 1]) - 1].tokens
    return before.upperBound == mark && names.contains(key(before))
  }

  /// «المدرب "سيرو بالتاريني"», «مدير الجهاز "…" الذي»: words that nobody knows, behind who it is or before a relative.
  private func isPersonName(_ range: Range<Int>) -> Bool {
    guard range.allSatisfy({ isBareWord($0) && tokens[$0].word == 0 && !isVerbLike($0) }) else { return false }
    let before = range.lowerBound - 2
    return classes(before).contains(.anaphorPerson)
      || classes(range.upperBound + 1).contains(.relative) && (isDefinite(before) || mentionOf[before] != 0)
  }

  /// «برنامج الوزارة التدريبي "خطوة أولى"», «الأمسية الشعرية "ليالي المرفأ"»: between the noun that bears a name and the
  /// name stand what it belongs to and its adjectives.
  private func isHeaded(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    guard mayOpenName(first) else { return false }
    var noun = first - 2
    guard isDefinite(noun) || mentionOf[noun] != 0 else { return false }
    while true {
      if let mention = mention(at: noun) {
        guard mention.preposition == 0, mention.conjunction == 0 else { return false }
        noun = mention.tokens.lowerBound - 1
      } else if isDefinite(noun), isNominal(noun), !classes(noun).contains(.nameBearer) {
        noun -= 1
      } else {
        break
      }
    }
    // «أن تكون عملية الانضمام "سريعة وسلسة"»: a predicate.
    return noun < first - 2 && !classes(noun).isDisjoint(with: [.nameHead, .nameBearer]) && !isVerb(noun - 1)
      && !classes(noun - 1).contains(.copula) && !isComplementizer(noun - 1)
  }

  // MARK: Names that speak

  /// A name in quotation marks that speaks: «وقالت «أوراق المساء» إن».
  func quotedName(at index: Int, limit: Int, isSaying: Bool) -> Subject? {
    guard let quote = quote(opening: index), tokens.quotes[quote].isClosed else { return nil }
    let range = tokens.quotes[quote].tokens
    guard range.upperBound < limit, isName(quote) || isSaying && isShort(quote) else { return nil }
    var end = range.upperBound + 1
    if let mention = mention(at: range.lowerBound), mention.tokens.upperBound >= range.upperBound {
      return speaks(mention) ? Subject(speaker: speaker(mention), start: index, end: end) : nil
    }
    if let person = holder(of: range) { return Subject(speaker: speaker(person), start: index, end: end) }
    while end < limit, isDefinite(end), isNominal(end), mentionOf[end] == 0 { end += 1 }
    return Subject(
      speaker: Speaker(span: tokens.span(range), kind: .outlet, head: range.lowerBound), start: index, end: end)
  }

  /// «وذكرت (الزراعة) أن»: a name in brackets right behind the verb.
  func bracketed(at index: Int, limit: Int) -> Subject? {
    guard tokens.mark(index) == UInt8(ascii: "("), let close = enclosureEnd(index), close < limit,
      (2...Self.longestBracket).contains(close - index), quoteOf[index] == 0
    else { return nil }
    if let mention = mention(at: index + 1), mention.tokens == index + 1..<close, speaks(mention) {
      return Subject(speaker: speaker(mention), start: index, end: close + 1)
    }
    guard close == index + 2, isDefinite(index + 1), isNominal(index + 1) else { return nil }
    return Subject(
      speaker: Speaker(span: tokens.span(index + 1..<close), kind: .office, head: index + 1), start: index,
      end: close + 1)
  }

  /// A bracket that holds a name ends at most so many tokens on.
  private static let longestBracket = 5
}
