/// Documents that speak, and who issued them.
extension SpeechReader {
  /// Remembers who issued or wrote the documents that `unit` tells of.
  mutating func rememberDocuments(of unit: Range<Int>) {
    for index in unit where classes(index).contains(.document) && quoteOf[index] == 0 && mentionOf[index] == 0 {
      let limit = nextBreak(index + 1, unit.upperBound)
      rememberAuthor(of: index, unit)
      // «هذه الرسالة في لقاء مع الوزير»: told of before, and issued by nobody who stands behind it.
      if isDefinite(index), !isIssued(nounPhraseEnd(index, unit.upperBound)) { continue }
      let next = (index + 1..<max(limit, index + 1)).first { mentionOf[$0] != 0 }
      if let issuer = issuer(of: index, limit: limit), issuer.chain == nil, issuer.kind == .office {
        lastIssuer = issuer
        continue
      }
      guard let next, let mention = mention(at: next), mention.tokens.lowerBound == next, speaks(mention) else {
        // «وأدانت الوزارة، في بيان، …»
        if tokens.word(index - 1) == lexicon.within, !isAttributed(index, unit),
          let main = mainSubject(of: unit.lowerBound..<index)
        {
          lastIssuer = main
        }
        continue
      }
      if let issuer = issuer(of: index, limit: limit), issuer.head == next { lastIssuer = issuer }
    }
  }

  /// «سارعت الوزارة إلى إصدار بيان قالت فيه إن»: the document is of whoever says something in it.
  mutating func rememberIssuer(_ frames: [SpeechFrame]) {
    for frame in frames where frame.place == .described && frame.shape == .verb && frame.content != .none {
      if classes(frame.cue.lowerBound - 1).contains(.document), tokens.word(frame.cue.upperBound) != 0,
        classes(frame.cue.upperBound).contains(.pronounPhrase), let speaker = frame.speaker
      {
        lastIssuer = speaker
      }
    }
  }

  /// «مقال رأي لفلان», «مقال رأي، لفلان»
  private mutating func rememberAuthor(of index: Int, _ unit: Range<Int>) {
    let limit = min(unit.upperBound, index + Self.longestDescription)
    guard let next = (index + 1..<max(limit, index + 1)).first(where: { mentionOf[$0] != 0 }),
      let mention = mention(at: next), mention.kind == .person, mention.name != nil, mention.preposition == Letters.lam
    else { return }
    author = speaker(mention)
  }

  /// Whether somebody else is named as the source of the words before a document.
  private func isAttributed(_ index: Int, _ unit: Range<Int>) -> Bool {
    (unit.lowerBound..<index).contains { classes($0).contains(.source) }
  }

  /// The next mark that ends a document's description: a comma, colon or quotation; at most a few words behind it,
  /// so that documents told one after the other cost no more than their sentence.
  private func nextBreak(_ start: Int, _ end: Int) -> Int {
    let limit = min(end, start + Self.longestDescription)
    return (start..<max(limit, start)).first {
      isComma($0) || isColon($0) || isComplementizer($0) || quote(opening: $0) != nil
    } ?? limit
  }

  /// No description of a document in the press names its issuer later than so many words behind it.
  private static let longestDescription = 12

  /// The mention that a document is from: «بيان لوزارة الخارجية», «بيان صادر عن مكتب الرئيس», «تقرير أعدته اللجنة».
  func issuer(of index: Int, limit: Int) -> Speaker? {
    // «بيان لرئاسة الجمهورية»: of a body that no mention covers.
    let owner = nounPhraseEnd(index, limit)
    if !isDefinite(index), owner < limit, mentionOf[owner] == 0, tokens.letter(owner, 0) == Letters.lam,
      isPreposition(owner),
      classes(owner).isEmpty, !isTime[owner], let end = prepositional(at: owner, limit: limit),
      end > owner + 1 || tokens.letter(owner, 1) == Letters.lam
    {
      return Speaker(span: tokens.span(owner..<end, reading: .preposition), kind: .office, head: owner)
    }
    for position in index + 1..<max(limit, index + 1) {
      // «بلاغ توصلت به الصحيفة», «البيان الذي تلاه الأمين العام»: whoever passed it on did not issue it.
      if classes(position).contains(.passing) || classes(position).contains(.relative) { return nil }
      if let mention = mention(at: position), mention.tokens.lowerBound == position,
        speaks(mention) || mention.kind == .place && lexicon.isComplement(tokens.word(position - 1))
      {
        // «أصدره مكتب رئيس الوزراء»: the office, not the man.
        let head = classes(position - 1).contains(.title) ? position - 2 : position - 1
        if mention.kind == .person, mention.preposition == 0, head > index, isBareNoun(head), !isVerb(head),
          tokens[head].preposition == 0
        {
          return Speaker(span: tokens.span(head..<mention.tokens.upperBound), kind: .office, head: head)
        }
        return speaker(mention)
      }
      // «تقرير للوزارة», «بيان صادر عن الوزارة»
      if classes(position).contains(.anaphorBody) {
        if let body = bodies.told(by: position, in: tokens) { return body }
        if tokens.word(position - 1) == lexicon.from { return body(at: position, limit: limit) }
      }
      // «بيان صادر عن ديوان المحاسبة»
      if tokens.word(position - 1) == lexicon.from, lexicon.isIssued(tokens.word(position - 2)),
        isNominal(position), !isTime[position]
      {
        return body(at: position, limit: limit)
      }
    }
    return nil
  }

  private func body(at index: Int, limit: Int) -> Speaker {
    Speaker(span: tokens.span(index..<nounPhraseEnd(index, limit)), kind: .office, head: index)
  }

  /// Whose words a document at `index` has: its issuer's, or its own where it is one of several: «تقرير للهيئة».
  func document(at index: Int, limit: Int) -> Subject? {
    let kind = classes(index)
    let stop = nextBreak(index + 1, limit)
    let isOne = !isDefinite(index) && !hasJoinedArticle(index)
    let isPassedOn = (index + 1..<max(stop, index + 1)).contains {
      !classes($0).isDisjoint(with: [.passing, .relative])
    }
    var end = nounPhraseEnd(index, limit)
    let reading = tokens[index].reading
    // «تقرير لـ«المرفأ»», «تقرير «المرفأ»»
    let name = isLoneClitic(end) ? end + 1 : end
    let marked = isQuoteMark(end - 1) ? quoteOf[end - 2] : 0
    if let quote = quote(opening: name) ?? (marked > 0 ? Int(marked) - 1 : nil), name < limit,
      words(tokens.quotes[quote].tokens) <= 4, isOne
    {
      let range = tokens.quotes[quote].tokens
      var speaker = Speaker(span: tokens.span(range), kind: .outlet, head: range.lowerBound)
      if let mention = mention(at: range.lowerBound), speaks(mention) { speaker = self.speaker(mention) }
      return Subject(speaker: speaker, start: index, end: range.upperBound + 1)
    }
    if !isPassedOn, isOne || isIssued(end), let issuer = issuer(of: index, limit: stop) {
      // «بيان للبيت الأبيض», «تعميم من الأمانة»: the document itself speaks for somebody.
      if isOne, issuer.kind != .person, issuer.chain == nil || mentionOf[end] != 0, end < limit, isPreposition(end),
        !lexicon.isComplement(tokens.word(end)),
        tokens.word(end) != lexicon.within, let wider = prepositional(at: end, limit: limit)
      {
        end = wider
        while tokens.letter(end, 0) == Letters.lam, isPreposition(end), let wider = prepositional(at: end, limit: limit)
        {
          end = wider
        }
        return Subject(
          speaker: Speaker(span: tokens.span(index..<end, reading: reading), kind: .office, head: index),
          start: index, end: end)
      }
      // «تقرير سنوي حول الحريات أصدره الوزير»: it speaks itself.
      if isOne, issuer.kind == .person, let end = describedEnd(of: index, from: end, issuer, limit: stop) {
        return Subject(
          speaker: Speaker(span: tokens.span(index..<end, reading: reading), kind: .office, head: index),
          start: index, end: end)
      }
      return Subject(speaker: issuer, start: index, end: max(end, index + 1))
    }
    // «تعميم صحفي من أمانة المجلس»
    if isOne, !isPassedOn, end < limit, isPreposition(end), !lexicon.isComplement(tokens.word(end)),
      tokens.word(end) != lexicon.within, !isTime[end], mention(at: end)?.kind != .outlet,
      let wider = prepositional(at: end, limit: limit)
    {
      return Subject(
        speaker: Speaker(span: tokens.span(index..<wider, reading: reading), kind: .office, head: index), start: index,
        end: wider)
    }
    // «البيان» alone is the one told of before; «بيان أوروبي» and «البيان الختامي» stand for themselves.
    if kind.contains(.report), !isOne, let outlet = bodies.lastOutlet, outlet.unit >= lastIssuer?.unit ?? 0 {
      return Subject(speaker: outlet, start: index, end: end)
    }
    if !isOne || isPassedOn, end == index + 1, let known = lastIssuer ?? lastBody ?? last ?? subject {
      return Subject(speaker: known, start: index, end: end)
    }
    return Subject(
      speaker: Speaker(span: tokens.span(index..<end, reading: reading), kind: .office, head: index), start: index,
      end: end)
  }

  /// Where the description of a document ends that a phrase tells the matter of and a verb its issuer; nil where it has none.
  private func describedEnd(of index: Int, from start: Int, _ issuer: Speaker, limit: Int) -> Int? {
    var end = start
    while end < limit, isPreposition(end), !isTime[end], let next = prepositional(at: end, limit: limit), next > end {
      end = next
    }
    return end > start && issuer.head == end + 1 && hasPronoun(end) && mentionOf[end] == 0 ? end : nil
  }

  /// Whether behind a definite document its issuer follows: «البيان الصادر عن الوزارة», «تقرير الوزارة»; not «البيان في
  /// اجتماع مع الوزير».
  private func isIssued(_ end: Int) -> Bool {
    tokens.word(end) == lexicon.from || tokens.letter(end, 0) == Letters.lam
      || !isPreposition(end) && mentionOf[end] != 0
  }

  /// «للبيان», «والبيان»
  private func hasJoinedArticle(_ index: Int) -> Bool {
    startsWithArticle(index, dropping: 1)
      || tokens.letter(index, 0) == Letters.lam && tokens.letter(index, 1) == Letters.lam
  }

  /// Whose document it is that a verb of place names: «جاء في البيان», «ورد في خطابه».
  func issuer(after index: Int, limit: Int, unit: Range<Int>) -> Speaker? {
    var noun = index + 2
    if lexicon.isDemonstrative(tokens.word(noun)) { noun += 1 }
    // «جاء في حساب الرئيس على المنصة»: of the account's owner.
    if classes(noun).contains(.account), let owner = mention(at: noun + 1), owner.tokens.lowerBound == noun + 1,
      owner.preposition == 0, speaks(owner)
    {
      return told(by: owner, limit: limit).speaker
    }
    // «خطابه»: of whoever spoke last.
    if hasPronoun(noun), mentionOf[noun] == 0 { return last }
    return subject(at: noun, limit: limit, unit: unit, afterPreposition: true)?.speaker
  }
}
