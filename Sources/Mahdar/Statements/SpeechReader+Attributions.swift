/// Nouns that tell speech: «حسب المتحدث», «قوله إن», «إعلان الجيش أن».
extension SpeechReader {
  /// «قوله إن …», «بقولها: …», «حسب قوله».
  func saying(at index: Int, _ context: Context) -> SpeechFrame? {
    let cue = SpeechCue(
      frame: .say, shape: .noun, form: VerbForm(tense: .past, number: .singular, isFeminine: false), isLoose: false)
    let (content, _) = self.content(after: index, limit: context.limit, cue: cue)
    let earlier = context.earlier.last { $0.shape == .verb }
    let start = earlier?.cue.upperBound ?? context.unit.lowerBound
    let doer = hasPronoun(index) ? nil : doer(in: start..<index)
    return SpeechFrame(
      cue: index..<index + 1, frame: .say, shape: .noun, form: nil, start: index,
      speaker: doer?.speaker ?? earlier?.speaker ?? context.clause?.speaker ?? last, via: earlier?.via,
      content: content, isExplicit: false)
  }

  /// «لم يزد الوزير على القول», «لم تنف الوزارة الخبر واكتفت بالقول»: the subject right behind the last verb that has one.
  private func doer(in range: Range<Int>) -> Subject? {
    let verb = range.last { position in
      guard isVerb(position), quoteOf[position] == 0, !hasPronoun(position),
        !classes(position - 1).contains(.relative)
      else { return false }
      if let next = mention(at: position + 1) {
        return next.tokens.lowerBound == position + 1 && next.preposition == 0 && next.conjunction == 0 && speaks(next)
      }
      return isBareNoun(position + 1) && quote(opening: position + 2).map { isShort($0) } ?? false
    }
    return verb.flatMap {
      subject(at: $0 + 1, limit: range.upperBound, unit: range, afterPreposition: false, isSaying: true)
    }
  }

  /// «بحسب المتحدث», «وفق ما أعلنته الوزارة», «على حد تعبيره».
  func source(at index: Int, _ context: Context) -> SpeechFrame? {
    let unit = context.unit
    var next = index + 1
    while next < unit.upperBound, !isComma(next) {
      let kind = classes(next)
      if kind.contains(.preposition),
        tokens[next].word == lexicon.from || tokens[next].word == lexicon.to
          || next == index + 1 && tokens[next].word == lexicon.on
      {
        next += 1
        continue
      }
      if kind.contains(.relative) || cue(at: next) != nil || kind.contains(.pronounPhrase)
        || kind.contains(.wording) && !hasPronoun(next)
      {
        next += 1
      } else if isTime[next], mentionOf[next] == 0 {
        next += 1
      } else {
        break
      }
    }
    guard next < unit.upperBound else { return nil }
    var named: Subject?
    let isOwn = !classes(next).isDisjoint(with: [.wording, .saying])
    if !isOwn {
      named = subject(at: next, limit: unit.upperBound, unit: unit, afterPreposition: true, isSaying: true)
    }
    // «وحسب ما نقلت الصحيفة عن مصادر فإن …»
    if let outlet = named, outlet.speaker.kind == .outlet, tokens[outlet.end].word == lexicon.from,
      let source = subject(
        at: outlet.end + 1, limit: unit.upperBound, unit: unit, afterPreposition: true, isSaying: true)
    {
      named = source
    }
    // «وحسب الوزير، فإن …», «وحسب الوزير، تستغرق الأعمال عامين»
    var content = SpeechFrame.Content.none
    // «جاء الرد على لسان الوزيرة هدى عمران بأنها …»
    if lexicon.isTongue(tokens[index].word), let named {
      var clause = named.end
      // «كارولينا موتا»: half of a name that nobody knows.
      while clause < unit.upperBound, isBareWord(clause), tokens[clause].word == 0 { clause += 1 }
      if isComma(clause) { clause += 1 }
      if let quote = quote(opening: isColon(clause) ? clause + 1 : clause) {
        content = .quote(quote)
      } else if let complementizer = complementizer(clause), complementizer.conjunction == 0 {
        content = .clause(clause + 1)
      }
    }
    if index <= unit.lowerBound + 2 {
      var position = next
      while isComma(position) { position = adverbials(from: position + 1, limit: unit.upperBound) }
      while position < unit.upperBound, complementizer(position)?.conjunction != Letters.feh, !isVerb(position) {
        position += 1
      }
      if complementizer(position)?.conjunction == Letters.feh { content = .clause(position + 1) }
      // «وحسب قوله سيلتقي …», «وحسب المصدر، فقد جرى …»
      let first = adverbials(from: named?.end ?? next + 1, limit: unit.upperBound)
      let start = isComma(first) ? first + 1 : first
      if content == .none, lexicon.isThus(tokens[start].whole), cue(at: start + 1) == nil {
        content = .clause(start + 1)
      } else if content == .none, named != nil, tokens[start].conjunction == Letters.feh, mentionOf[start] == 0 {
        // «وحسب الوزير، فمن المنتظر أن …»
        content = .clause(start)
      } else if content == .none, isOwn, isVerb(start), cue(at: start) == nil {
        content = .clause(start)
      }
    }
    // «حسب الحجم», «وفق نوعها»: a measure, no source.
    if content == .none, next == index + 1, let head = named?.start, isMeasure(head) { return nil }
    return SpeechFrame(
      cue: index..<next, frame: .say, shape: .noun, form: nil,
      start: lexicon.isExtent(tokens[index].word) ? index - 1 : index, end: named?.end ?? next + 1,
      subject: named.map { $0.start..<max($0.start, $0.end) },
      speaker: named?.speaker ?? last, via: lexicon.isTongue(tokens[index].word) ? teller(context) : nil,
      content: content, isExplicit: named != nil)
  }

  /// «أوردت وكالة المرفأ على لسان الوزير أن»: the outlet that tells it.
  private func teller(_ context: Context) -> TextSpan? {
    let speaker = context.earlier.last { $0.shape == .verb }?.speaker
    return speaker?.kind == .outlet ? speaker?.span : nil
  }

  /// Whether a noun behind «حسب» tells what something goes by: one that no table knows to speak, with the article or a
  /// pronoun, and no plural of people.
  private func isMeasure(_ index: Int) -> Bool {
    guard tokens[index].kind == .word, mentionOf[index] == 0, quoteOf[index] == 0,
      isDefinite(index) || startsWithArticle(index, dropping: 1) || hasPrepositionalArticle(index) || hasPronoun(index)
    else { return false }
    let speaks: SpeechWord = [
      .speakerHead, .anaphorPerson, .anaphorBody, .anaphorOutlet, .anaphorSpeaker, .anaphorAuthor, .anaphorLatter,
      .anaphorReporter, .document, .honorific, .title, .nameBearer, .pair, .report, .saying, .wording, .anyBody,
    ]
    return classes(index).isDisjoint(with: speaks) && !isOblique(index)
  }

  /// «إعلان الجيش أن …», «تصريح الوزير بأن …», «تأكيده أن …».
  func sayingNoun(at index: Int, _ context: Context) -> SpeechFrame? {
    let cue = SpeechCue(
      frame: .say, shape: .noun, form: VerbForm(tense: .past, number: .singular, isFeminine: false), isLoose: false)
    let owner = subject(
      at: index + 1, limit: context.limit, unit: context.unit, afterPreposition: false, isSaying: true)
    guard owner.map({ mayOwn($0.start) && isSomebody($0.speaker) }) ?? hasPronoun(index) else { return nil }
    // «في تصريح صحافي»: an adjective.
    if let owner, tokens.word(index - 1) == lexicon.within, !isDefinite(owner.start), owner.speaker.chain == nil {
      return nil
    }
    let limit = min(context.limit, context.next)
    var start = adverbials(from: owner?.end ?? index + 1, limit: limit)
    while isComma(start), start + 1 < limit { start = adverbials(from: start + 1, limit: limit) }
    let (content, lead) = self.content(after: start - 1, limit: limit, cue: cue)
    guard content != .none, lead <= start + 1, let speaker = owner?.speaker ?? context.earlier.last?.speaker ?? last
    else { return nil }
    if case .colon = content { return nil }
    return SpeechFrame(
      cue: index..<index + 1, frame: .say, shape: .noun, form: nil, start: index, speaker: speaker, via: nil,
      content: content, isExplicit: false)
  }

  /// Whether a noun of saying may be that of the noun phrase behind it: not «بتصريح مشترك».
  private func mayOwn(_ index: Int) -> Bool {
    mentionOf[index] != 0 || isDefinite(index) || classes(index).contains(.speakerHead) || isQuoteMark(index)
      || mentionOf[index + 1] != 0
  }
}
