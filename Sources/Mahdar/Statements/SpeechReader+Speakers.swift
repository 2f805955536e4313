/// Who speaks: the noun phrase behind the verb or before it.
extension SpeechReader {
  /// The subject of the verb at `token`, as the words around it tell it.
  func speaker(
    of cue: SpeechCue, _ token: CueToken, _ context: Context, _ content: SpeechFrame.Content, _ lead: Int
  ) -> Subject? {
    let index = token.index
    // «مبيعات وصفها أصحاب المحال بـ…»: behind its object only the subject of a verb stands.
    let isSaying =
      content != .none && (cue.frame == .say || cue.frame == .think)
      || cue.frame == .describe && cue.form.hasObject && content == .none && tokens[index + 1].kind == .word
      || cue.frame == .relay && namesSource(behind: index, lead)
    // «وهو يقرأ ورقة»
    if token.place == .main, tokens[index].conjunction == 0, lexicon.isPronoun(tokens.word(index - 1)),
      tokens[index - 1].conjunction == Letters.waw
    {
      return nil
    }
    var behind = subject(
      behind: index, limit: min(context.limit, lead), unit: context.unit, isSaying: isSaying,
      hasObject: cue.form.hasObject)
    // «واتهمت مدير المستشفى بأنه …»: a verb that does not agree with it has it as its object.
    // «ودعا نظيره الكوري إلى …»: what belongs to the speaker is the object.
    if let noun = behind, takesObject(cue), isOwned(noun.start) { behind = nil }
    // «وكررت هذه الرسالة», «ونشر البيان», «فكرر الحديث عن»: what is told is no subject.
    if let noun = behind, cue.prepositions.contains(.weak) || cue.frame == .think, content == .none,
      !isSomebody(noun.speaker)
        || classes(lexicon.isDemonstrative(tokens.word(noun.start)) ? noun.start + 1 : noun.start).contains(.document)
    {
      behind = nil
    }
    if let noun = behind, takesObject(cue), let isFeminine = isFeminine(noun), isFeminine != cue.form.isFeminine {
      behind = nil
    }
    if let noun = behind { behind = renamed(noun, limit: min(context.limit, lead)) }
    // «واعتبروها محاولة علنية»: behind a plural verb no subject stands.
    if cue.form.number == .plural, cue.form.hasObject { behind = nil }
    switch token.place {
    case .main:
      // «وكان الوزير قد ذكر»
      let isPerfect = classes(index - 1).contains(.auxiliary)
      if let before = context.before, suits(before, cue, behind, isPerfect: isPerfect) { return before }
      return behind ?? owner(before: index)
    case .relative:
      return behind ?? antecedent(before: index, cue)
    case .described:
      return behind ?? (cue.form.hasObject ? nil : documentBefore(index)) ?? context.before ?? owner(before: index)
    }
  }

  /// «نقلت إذاعة المرفأ عن الوزير», «نسبت الوكالة إلى مصدر»: within a few words behind a verb that passes words on.
  private func namesSource(behind index: Int, _ lead: Int) -> Bool {
    (index + 2..<max(min(lead, index + 8), index + 2)).contains {
      tokens.word($0) == lexicon.from || tokens.word($0) == lexicon.to
    }
  }

  /// «ذكر حزب المعارضة الرئيسي في البلاد، حزب "الشعب الجديد"، أن»: the name that an apposition tells.
  private func renamed(_ subject: Subject, limit: Int) -> Subject {
    guard subject.speaker.chain == nil || subject.speaker.kind == .office || subject.speaker.kind == .anonymous else {
      return subject
    }
    var end = subject.end
    while end < limit, isDefinite(end) { end += 1 }
    let comma = adverbials(from: end, limit: limit)
    guard comma + 2 < limit, isComma(comma), classes(comma + 1).contains(.nameHead),
      mention(at: comma + 1).map({ $0.kind == .organisation }) ?? true,
      let quote = quote(opening: comma + 2), isName(quote)
    else { return subject }
    let range = tokens.quotes[quote].tokens
    guard isComma(range.upperBound + 1) || isComplementizer(range.upperBound + 1) else { return subject }
    return Subject(
      speaker: Speaker(span: tokens.span(range), kind: subject.speaker.kind, head: comma + 1), start: subject.start,
      end: range.upperBound + 1)
  }

  /// Whether a noun phrase begins with what belongs to somebody: «نظيره», «بلادها»; not with a name in ه.
  private func isOwned(_ index: Int) -> Bool {
    guard hasPronoun(index) else { return false }
    guard let mention = mention(at: index) else { return true }
    return mention.office.map { $0.start == mention.span.start } ?? false
  }

  private func takesObject(_ cue: SpeechCue) -> Bool {
    cue.prepositions.contains(.object) || cue.frame == .urge || cue.frame == .describe
  }

  /// Whether the noun phrase before a verb is its subject, seen what stands behind it.
  private func suits(_ before: Subject, _ cue: SpeechCue, _ behind: Subject?, isPerfect: Bool) -> Bool {
    guard let behind else { return true }
    // «اجتماعا مع نظيره يقول مسؤولون إنه»: one who may speak stands behind the verb, and is no object.
    let isSpeaker =
      lexicon.isDemonstrative(tokens.word(behind.start)) || mentionOf[behind.start] != 0
      || behind.speaker.kind == .outlet
      || !classes(behind.start).isDisjoint(with: [.speakerHead, .honorific, .anaphorPerson, .anaphorBody, .document])
    if !takesObject(cue), isSpeaker, !isPerfect { return false }
    if before.speaker.isPlural == true, cue.form.number == .singular { return false }
    guard let isFeminine = isFeminine(before), isFeminine != cue.form.isFeminine else { return true }
    return self.isFeminine(behind) != cue.form.isFeminine
  }

  /// The gender of a noun phrase by its first noun; nil where that does not tell it.
  func isFeminine(_ subject: Subject) -> Bool? {
    let head = subject.start
    guard tokens[head].kind == .word, subject.speaker.head >= 0 else { return nil }
    guard let mention = mention(at: head) else {
      // Broken plurals («فصائل», «القوى») are feminine and do not show it.
      return tokens.isFeminineNoun(head) ? true : classes(head).contains(.anaphorPerson) ? false : nil
    }
    switch mention.kind {
    case .person:
      guard let office = mention.office, office.start == mention.span.start, !mention.isPlural else { return nil }
      return tokens.isFeminineNoun(head)
    case .organisation, .outlet, .source, .group: return tokens.isFeminineNoun(head) && !mention.isPlural ? true : nil
    case .state, .place, .venue: return nil
    }
  }

  /// The speaker that a mention tells, or the name that follows its office.
  func told(by mention: Mention, limit: Int) -> Subject {
    let start = mention.tokens.lowerBound
    if mention.name == nil, mention.kind == .person || mention.kind == .source,
      let name = name(after: mention.tokens.upperBound, limit: limit)
    {
      return Subject(speaker: name.speaker, start: start, end: name.end)
    }
    // «أكد وزير الخارجية»: an office without a side is the running speaker's, when it is his.
    let running = lastPerson ?? subject.flatMap { $0.kind == .person ? $0 : nil }
    if mention.kind == .person, mention.name == nil, let person = running, let chain = person.chain,
      chain != mention.chain, let office = officeKey(mention), offices[chain]?.contains(office) ?? false
    {
      var speaker = self.speaker(mention)
      speaker.chain = chain
      return Subject(speaker: speaker, start: start, end: mention.tokens.upperBound)
    }
    // «وتابع المتحدث»: the running speaker, unless the one whom the noun was told of before is an office's holder.
    if mention.kind == .person, mention.name == nil, mention.tokens.count == 1, classes(start).contains(.anaphorPerson),
      let last, last.kind == .person || last.chain == nil, unitNumber - last.unit <= 2, !isHolder(mention)
    {
      return Subject(speaker: last, start: start, end: mention.tokens.upperBound)
    }
    // «أكد وزير الخارجية المالطي بورج تانتي أن», «…، بورج تانتي، أن»: a name that nobody knows.
    if mention.kind == .person, mention.name == nil, !mention.isPlural, mention.tokens.count > 1,
      let name = unknownName(behind: mention.tokens.upperBound, limit: limit)
    {
      let end = isComma(name.lowerBound - 1) ? name.upperBound + 1 : name.upperBound
      return Subject(
        speaker: Speaker(span: tokens.span(name), kind: .person, head: name.lowerBound), start: start, end: end)
    }
    if let known = anaphor(start, mention.tokens, chain: mention.chain), !isOfAnotherSide(mention, known) {
      var end = mention.tokens.upperBound
      while end < limit, classes(end).contains(.same) { end += 1 }
      return Subject(speaker: known, start: start, end: end)
    }
    // «حزب المعارضة، حزب "الشعب"», «وكالة الإعلام "أنتارا"»: its own name stands in marks behind it.
    if mention.kind == .outlet || mention.kind == .organisation,
      let quote = quote(opening: mention.tokens.upperBound), isName(quote), mention.entry == nil
    {
      let end = tokens.quotes[quote].tokens.upperBound + 1
      let name = TextSpan(mention.span.start, tokens.span(start..<end).end)
      return Subject(
        speaker: Speaker(span: name, kind: speaker(mention).kind, head: start), start: start, end: end)
    }
    var speaker = self.speaker(mention)
    var end = mention.tokens.upperBound
    while end < limit, classes(end).contains(.same) { end += 1 }
    if speaker.chain != nil, !isDefinite(start), mention.kind == .source || mention.kind == .group {
      var wider = end
      // «مصدر مسؤول بالاتحاد السعودي لكرة القدم», not «المحللون حجم السوق»
      let isOpen = !isDefinite(end - 1) || tokens.letter(end, 0) == Letters.lam
      while isOpen, wider < limit, isNominal(wider), !isDefinite(wider) || wider == end + 1, mentionOf[wider] == 0,
        tokens[wider].preposition == 0, tokens[wider].conjunction == 0, !isTime[wider], !isPreposition(wider),
        !isLoneClitic(wider),
        cue(at: wider) == nil
      {
        wider += 1
      }
      wider = attributesEnd(from: wider, of: start, limit: limit)
      if wider > end {
        end = wider
        speaker.span = TextSpan(mention.span.start, tokens.span(start..<end).end)
        speaker.chain = nil
      }
    }
    // «مصادر "المرفأ"»
    if mention.kind == .source, speaker.chain != nil, let quote = quote(opening: end), isName(quote) || isShort(quote),
      mention.tokens.count == 1, tokens.quotes[quote].tokens.upperBound + 1 < limit
    {
      end = tokens.quotes[quote].tokens.upperBound + 1
      speaker.span = TextSpan(mention.span.start, tokens.span(start..<end).end)
      speaker.chain = nil
    }
    let wider = mention.kind == .organisation && mention.entry == nil ? purposeEnd(start..<end, limit: limit) : end
    if wider > end {
      end = wider
      speaker.span = TextSpan(mention.span.start, tokens.span(start..<end).end)
      speaker.chain = nil
    }
    if !speaker.joint.isEmpty, mention.members.isEmpty { end = afterJoint(end) }
    return Subject(speaker: speaker, start: start, end: end)
  }

  /// «الوزير الياباني» is not the American who spoke last.
  private func isOfAnotherSide(_ mention: Mention, _ speaker: Speaker) -> Bool {
    guard mention.kind == .person, mention.tokens.count > 1, let side = mention.side, let chain = speaker.chain,
      let other = chains[chain].side
    else { return false }
    return side != other
  }

  /// Whether the office of a mention's chain begins with the mention's own noun: «الوزير», of a minister.
  private func isHolder(_ mention: Mention) -> Bool {
    guard let office = chains[mention.chain].office else { return false }
    let noun = tokens.hash(mention.tokens.lowerBound, dropping: isDefinite(mention.tokens.lowerBound) ? 2 : 0)
    for index in chains[mention.chain].mentions {
      let first = mentions[index].tokens.lowerBound
      guard mentions[index].office == office else { continue }
      let clitics = (mentions[index].conjunction == 0 ? 0 : 1) + (mentions[index].preposition == 0 ? 0 : 1)
      return tokens.hash(first, dropping: clitics) == noun || tokens.hash(first, dropping: clitics + 2) == noun
    }
    return false
  }

  /// Whom «المسؤول», «الصحيفة» or «الوزارة» means when no name goes with it: the last speaker of the kind.
  func anaphor(_ index: Int, _ range: Range<Int>, chain: Int?) -> Speaker? {
    let kind = classes(index)
    if let chain, chains[chain].isNamed { return nil }
    // «المصدر نفسه», «هؤلاء»: whoever spoke last.
    if kind.contains(.anaphorSpeaker), range.count == 1 || range.count == 2 && classes(index + 1).contains(.same) {
      return bodies.told(by: index, in: tokens) ?? last
    }
    if kind.contains(.anaphorLatter) { return latter(before: index) }
    // «مراسلنا»: the correspondent who spoke last.
    if kind.contains(.anaphorReporter), let lastReporter { return lastReporter }
    if kind.contains(.anaphorAuthor), let author { return author }
    // «المدير العام لمكتب الصحة» is not whoever spoke last.
    if kind.contains(.anaphorPerson), range.count == 1 || range.count == 2 && !isOffice(range.upperBound) {
      // «دبلوماسي في السفارة», then «الدبلوماسي».
      if let body = bodies.told(by: index, in: tokens), body.unit >= lastPerson?.unit ?? 0 { return body }
      // «وتساءلت هدى عمران»: a name that nobody knows.
      if let last, last.kind == .anonymous, last.chain == nil, last.head >= 0, isBareWord(last.head),
        last.unit >= lastPerson?.unit ?? 0, last.isFeminine.map({ $0 == tokens.isFeminineNoun(index) }) ?? true,
        range.count == 1 || !isPreposition(range.upperBound)
      {
        return last
      }
      return lastPerson
    }
    if !kind.isDisjoint(with: [.anaphorBody, .anaphorOutlet]), range.count == 1 {
      if let body = bodies.told(by: index, in: tokens) { return body }
      // «الهيئة», «المنظمة»: what every body may be called.
      if kind.contains(.anyBody), let last, last.kind == .office, unitNumber - last.unit <= 2 { return last }
      return kind.contains(.anaphorOutlet) ? bodies.lastOutlet : nil
    }
    // «صحيفة "أوراق المساء" الإيطالية», then «الصحيفة الإيطالية».
    if kind.contains(.anaphorOutlet), range.count == 2, isDefinite(range.upperBound - 1),
      let body = bodies.told(by: index, in: tokens), body.kind == .outlet
    {
      return body
    }
    return nil
  }

  /// «الجانبان»: the two who spoke together last; «الوزيران» may also be the two of different sides of whom the article
  /// tells most.
  func both(_ index: Int) -> Speaker? {
    // «البلدان»: they are not people.
    guard classes(index).contains(.both) || lexicon.isTwo(tokens[index].word) else { return nil }
    if let told = [subject, lastPair].compactMap(\.self).first(where: { $0.joint.count == 2 }) { return told }
    guard classes(index).contains(.both), let pair, let mention = chains[pair[0]].mentions.first else { return nil }
    var speaker = self.speaker(mentions[mention])
    speaker.joint = pair
    speaker.isPlural = true
    return speaker
  }

  func speaks(_ mention: Mention) -> Bool {
    switch mention.kind {
    case .person, .state, .organisation, .group, .source, .outlet: true
    case .place, .venue: false
    }
  }

  func speaker(_ mention: Mention) -> Speaker {
    let kind: SpeakerKind =
      switch mention.kind {
      case .person: .person
      case .source, .group: mention.side == nil ? .anonymous : .office
      case .outlet: .outlet
      case .state, .organisation, .place, .venue: .office
      }
    let joint = mention.members.count > 1 ? mention.members : together(mention)
    return Speaker(
      span: mention.name ?? mention.span, chain: mention.chain, kind: kind, head: mention.tokens.lowerBound,
      joint: joint, unit: unitNumber,
      isPlural: joint.count > 1 || mention.isPlural && mention.kind != .organisation ? true : nil)
  }

  /// How many may be told to speak together.
  private static let mostTogether = 8

  /// Those who speak with the person of `mention`: «قال لافروف وكيري إن».
  private func together(_ mention: Mention) -> [Int] {
    guard mention.kind == .person, mention.preposition == 0, chains[mention.chain].isNamed else { return [] }
    var chains = [mention.chain]
    var end = mention.tokens.upperBound
    while chains.count < Self.mostTogether, let next = companion(at: end) {
      if !chains.contains(next.chain) { chains.append(next.chain) }
      end = next.tokens.upperBound
    }
    return chains.count > 1 ? chains : []
  }

  private func companion(at index: Int) -> Mention? {
    guard let next = mention(at: index), next.tokens.lowerBound == index, next.kind == .person,
      next.conjunction == Letters.waw, next.preposition == 0, chains[next.chain].isNamed
    else { return nil }
    return next
  }

  private func afterJoint(_ start: Int) -> Int {
    var end = start
    for _ in 0..<Self.mostTogether {
      guard let next = companion(at: end) else { break }
      end = next.tokens.upperBound
    }
    return end
  }
}
