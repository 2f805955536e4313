/// Who speaks: the noun phrase behind the verb or before it.
extension SpeechReader {
  /// The subject of the verb at `token`, as the words around it tell it.
  func speaker(
    of cue: SpeechCue, _ token: CueToken, _ context: Context, _ content: SpeechFrame.Content, _ lead: Int
  ) -> Subject? {
    let index = token.index
    let isSaying = content != .none && (cue.frame == .say || cue.frame == .think)
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
    if let noun = behind, takesObject(cue), let isFeminine = isFeminine(noun), isFeminine != cue.form.isFeminine {
      behind = nil
    }
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

  private func takesObject(_ cue: SpeechCue) -> Bool {
    cue.prepositions.contains(.object) || cue.frame == .urge || cue.frame == .describe
  }

  /// Whether the noun phrase before a verb is its subject, seen what stands behind it.
  private func suits(_ before: Subject, _ cue: SpeechCue, _ behind: Subject?, isPerfect: Bool) -> Bool {
    guard let behind else { return true }
    // «اجتماعا مع نظيره يقول مسؤولون إنه»: one who may speak stands behind the verb, and is no object.
    let isSpeaker =
      lexicon.isDemonstrative(tokens.word(behind.start)) || mentionOf[behind.start] != 0 || behind.speaker.kind == .outlet
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
      return isFeminineNoun(head) ? true : classes(head).contains(.anaphorPerson) ? false : nil
    }
    switch mention.kind {
    case .person:
      guard let office = mention.office, office.start == mention.span.start, !mention.isPlural else { return nil }
      return isFeminineNoun(head)
    case .organisation, .outlet, .source, .group: return isFeminineNoun(head) && !mention.isPlural ? true : nil
    case .state, .place, .venue: return nil
    }
  }

  /// The subject that follows the verb at `index`.
  func subject(
    behind index: Int, limit: Int, unit: Range<Int>, isSaying: Bool, hasObject: Bool
  ) -> Subject? {
    var position = index + 1
    var isFar = false
    // «خلال لقائه اليوم مبعوث الأمم المتحدة»: whom the speaker met.
    var hasOther = false
    while position < limit {
      if lexicon.isWhile(tokens.word(position)), hasPronoun(position + 1) { hasOther = true }
      // «شدد على ضرورة …»: behind the verb's own preposition no subject comes.
      if lexicon.isComplement(tokens.word(position)), lexicon.adverbials.longest(at: position, in: tokens) == nil,
        classes(position + 1).contains(.pronounPhrase) == false
      {
        return nil
      }
      // «ويقول وهو يقرأ الورقة»: a clause about whoever speaks.
      if tokens[position].conjunction == Letters.waw, lexicon.isPronoun(tokens.word(position)), isVerb(position + 1) {
        return nil
      }
      if let end = adverbial(at: position, limit: limit) {
        isFar = isFar || isPreposition(position) && lexicon.adverbials.longest(at: position, in: tokens) == nil
        position = end
      } else if isComma(position), let end = adverbial(at: position + 1, limit: limit) {
        position = isComma(end) ? end + 1 : end
      } else {
        break
      }
    }
    // «أعلن ما يسمى المجلس …»
    if classes(position).contains(.relative), classes(position + 1).contains(.naming) { position += 2 }
    if hasOther { return nil }
    // Behind a phrase of place a bare noun or a verb is part of what came before: «في اجتماع استضافه الوزير».
    if isFar, mentionOf[position] == 0, !isDefinite(position), !isQuoteMark(position),
      classes(position).isDisjoint(with: [.speakerHead, .honorific, .document])
    {
      return nil
    }
    return subject(at: position, limit: limit, unit: unit, afterPreposition: false, isSaying: isSaying)
  }

  /// The speaker whose words start at `index`.
  ///
  /// After a verb of saying that has its words (`isSaying`), any noun phrase may speak.
  func subject(
    at index: Int, limit: Int, unit: Range<Int>, afterPreposition: Bool, isSaying: Bool = false
  ) -> Subject? {
    guard index < limit, index < unit.upperBound else { return nil }
    let token = tokens[index]
    if token.kind == .mark { return quotedName(at: index, limit: limit, isSaying: isSaying) }
    let kind = classes(index)
    if kind.contains(.preposition), !kind.contains(.speakerHead) { return nil }
    if isComplementizer(index) { return nil }
    if token.kind == .number { return counted(at: index, limit: limit, isSaying: isSaying || afterPreposition) }
    // «هذا الأخير», «هذا المسؤول»
    if lexicon.isDemonstrative(token.word), isDefinite(index + 1), index + 1 < limit, mentionOf[index] == 0 {
      var noun = subject(
        at: index + 1, limit: limit, unit: unit, afterPreposition: afterPreposition, isSaying: isSaying)
      noun?.start = index
      return noun
    }
    if kind.contains(.honorific) { return last.map { Subject(speaker: $0, start: index, end: index + 1) } }
    if kind.contains(.document) { return document(at: index, limit: limit) }
    // «وطالب سامي شاكر»: the verb was taken for an office.
    if let mention = mention(at: index), mention.kind == .person, mention.tokens.lowerBound == index - 1,
      cue(at: index - 1)?.shape == .verb
    {
      var speaker = self.speaker(mention)
      speaker.span = tokens.span(index..<mention.tokens.upperBound)
      if let name = mention.name, name.start >= tokens[index].span.start { speaker.span = name } else { speaker.chain = nil }
      return Subject(speaker: speaker, start: index, end: mention.tokens.upperBound)
    }
    if let mention = mention(at: index), mention.tokens.lowerBound == index {
      guard afterPreposition || mention.preposition == 0, speaks(mention) || mention.kind == .place && isSaying else {
        return nil
      }
      return told(by: mention, limit: limit)
    }
    return described(at: index, limit: limit, unit: unit, afterPreposition: afterPreposition, isSaying: isSaying)
  }

  /// The speaker that a mention tells, or the name that follows its office.
  private func told(by mention: Mention, limit: Int) -> Subject {
    let start = mention.tokens.lowerBound
    if mention.name == nil, mention.kind == .person || mention.kind == .source,
      let name = name(after: mention.tokens.upperBound, limit: limit)
    {
      return Subject(speaker: name.speaker, start: start, end: name.end)
    }
    // «أكد وزير الخارجية»: an office without a side is the running speaker's, when it is his.
    if mention.kind == .person, mention.name == nil, let person = lastPerson, let chain = person.chain,
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
    if let known = anaphor(start, mention.tokens, chain: mention.chain) {
      var end = mention.tokens.upperBound
      while end < limit, classes(end).contains(.same) { end += 1 }
      return Subject(speaker: known, start: start, end: end)
    }
    // «حزب المعارضة، حزب "الشعب"», «وكالة الإعلام "أنتارا"»: its own name stands in marks behind it.
    if mention.kind == .outlet || mention.kind == .organisation,
      let quote = quote(opening: mention.tokens.upperBound), isName(quote), mention.entry == nil
    {
      let range = tokens.quotes[quote].tokens
      return Subject(
        speaker: Speaker(span: tokens.span(range), kind: speaker(mention).kind, head: start), start: start,
        end: range.upperBound + 1)
    }
    var speaker = self.speaker(mention)
    var end = mention.tokens.upperBound
    while end < limit, classes(end).contains(.same) { end += 1 }
    if speaker.chain != nil, !isDefinite(start), mention.kind == .source || mention.kind == .group {
      var wider = end
      while wider < limit, isNominal(wider), !isDefinite(wider) || wider == end + 1, mentionOf[wider] == 0, tokens[wider].preposition == 0,
        tokens[wider].conjunction == 0, !isTime[wider], !isPreposition(wider), !isLoneClitic(wider),
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
    if !speaker.joint.isEmpty, mention.members.isEmpty { end = afterJoint(end) }
    return Subject(speaker: speaker, start: start, end: end)
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

  /// «17 صحافيا», «5 دبلوماسيين»
  private func counted(at index: Int, limit: Int, isSaying: Bool) -> Subject? {
    if let mention = mention(at: index + 1), mention.tokens.lowerBound == index + 1 {
      guard speaks(mention) else { return nil }
      let speaker = Speaker(
        span: tokens.span(index..<mention.tokens.upperBound), chain: nil, kind: self.speaker(mention).kind,
        isPlural: true)
      return Subject(speaker: speaker, start: index, end: mention.tokens.upperBound)
    }
    guard index + 1 < limit, isNominal(index + 1) || classes(index + 1).contains(.speakerHead),
      !isTime[index + 1]
    else { return nil }
    let end = nounPhraseEnd(index + 1, limit)
    return Subject(
      speaker: Speaker(span: tokens.span(index..<end), kind: .anonymous, head: index + 1, isPlural: true),
      start: index, end: end)
  }

  /// A name in quotation marks that speaks: «وقالت «أوراق المساء» إن».
  private func quotedName(at index: Int, limit: Int, isSaying: Bool) -> Subject? {
    guard let quote = quote(opening: index), tokens.quotes[quote].isClosed else { return nil }
    let range = tokens.quotes[quote].tokens
    guard range.upperBound < limit, isName(quote) || isSaying && isShort(quote) else { return nil }
    var end = range.upperBound + 1
    if let mention = mention(at: range.lowerBound), mention.tokens.upperBound >= range.upperBound {
      return speaks(mention) ? Subject(speaker: speaker(mention), start: index, end: end) : nil
    }
    while end < limit, isDefinite(end), isNominal(end), mentionOf[end] == 0 { end += 1 }
    return Subject(
      speaker: Speaker(span: tokens.span(range), kind: .outlet, head: range.lowerBound), start: index, end: end)
  }

  /// A noun phrase that no mention covers.
  private func described(
    at index: Int, limit: Int, unit: Range<Int>, afterPreposition: Bool, isSaying: Bool
  ) -> Subject? {
    let token = tokens[index]
    let kind = classes(index)
    guard kind.isDisjoint(with: Self.particles), lexicon.cue(token.word) == nil, !isLoneClitic(index),
      !isVerb(index) || isSaying && token.word == 0,
      token.preposition == 0 || afterPreposition, afterPreposition || !isPreposition(index), !isTime[index]
    else { return nil }
    // «تصف تحركاتها»: an object, not the subject.
    if hasPronoun(index), !isSaying, !afterPreposition { return nil }
    guard
      isSaying || kind.contains(.speakerHead) || afterPreposition
        || !kind.isDisjoint(with: [.anaphorPerson, .anaphorBody]) || isDefinite(index) && isActor(index, limit)
        || isUnknownName(index) || kind.contains(.nameHead) && quote(opening: index + 1).map { isName($0) } ?? false
    else { return nil }
    let reading: Reading = afterPreposition ? token.reading : .whole
    // «مكتب زيلينسكي»: what belongs to somebody is not that person; «معالي وزير الخارجية» is.
    if let mention = mention(at: index + 1), mention.tokens.lowerBound == index + 1, index + 1 < limit,
      mention.kind == .person, mention.preposition == 0, mention.conjunction == 0
    {
      if isConstruct(index) {
        var end = mention.tokens.upperBound
        // «حملة أوباما», but «سفير الرئيس لدى … فلان».
        if mention.name == nil, let name = name(after: end, limit: limit) {
          return Subject(speaker: name.speaker, start: index, end: name.end)
        }
        end = min(end, limit)
        return Subject(
          speaker: Speaker(span: tokens.span(index..<end, reading: reading), kind: .office, head: index), start: index,
          end: end)
      }
      if mention.name != nil || kind.contains(.title) {
        var told = told(by: mention, limit: limit)
        told.start = index
        return told
      }
    }
    var end = nounPhraseEnd(index, limit)
    if !kind.contains(.anaphorBody), let name = name(after: end, limit: limit) {
      return Subject(speaker: name.speaker, start: index, end: name.end)
    }
    if var speaker = anaphor(index, index..<end, chain: nil) {
      // «مصدر مطلع», then «المصدر»: nobody's name is lost by the words that stand here.
      if speaker.kind == .anonymous, speaker.chain == nil { speaker.span = tokens.span(index..<end, reading: reading) }
      return Subject(speaker: speaker, start: index, end: end)
    }
    // «القاضي الأميركي ألفين هيلرستين»: a name that nobody knows.
    while end < limit, tokens[end].kind == .word, tokens[end].word == 0, mentionOf[end] == 0, !isVerb(end),
      !isPreposition(end), !isDefinite(end), !hasTanween(end)
    {
      end += 1
    }
    end = attributesEnd(from: end, of: index, limit: limit)
    return Subject(
      speaker: Speaker(
        span: tokens.span(index..<end, reading: reading), kind: self.kind(of: index..<end), head: index,
        isPlural: kind.contains(.pair) ? true : nil),
      start: index, end: end)
  }

  /// Whether a word that nobody knows stands right behind a verb as a name does.
  private func isUnknownName(_ index: Int) -> Bool {
    guard isBareWord(index), cue(at: index - 1)?.shape == .verb else { return false }
    // «ووصفت هدى عمران الاتفاق»: two bare words, too; «قرار الحكومة» is a construct.
    return tokens[index].word == 0 || isBareWord(index + 1) && tokens[index + 1].preposition == 0
  }

  private func isBareWord(_ index: Int) -> Bool {
    tokens[index].kind == .word && classes(index).isEmpty && !isDefinite(index) && !hasPronoun(index)
      && tokens.letters(index).last != Letters.alef && tokens[index].conjunction == 0 && !isPreposition(index)
      && !isVerb(index) && mentionOf[index] == 0 && !isTime[index]
  }

  /// Whether a definite noun behind a verb is its subject, for the object follows it: «بررت المعارضة موقفها», or the
  /// verb's own preposition: «ركز الائتلاف على الوضع».
  private func isActor(_ index: Int, _ limit: Int) -> Bool {
    let verb = cue(at: index - 1)
    let behind = adverbials(from: nounPhraseEnd(index, limit), limit: limit)
    guard behind < limit, tokens[behind].kind == .word else { return false }
    if let verb, verb.shape == .verb {
      let word = tokens.word(nounPhraseEnd(index, limit))
      if word == lexicon.on && verb.prepositions.contains(.ala) || word == lexicon.to && verb.prepositions.contains(.ila) {
        return true
      }
    }
    guard verb?.shape == .verb || lexicon.verb(tokens.word(index - 1)) != nil || isVerb(index - 1) else { return false }
    if let mention = mention(at: behind) {
      return mention.tokens.lowerBound == behind && mention.preposition == 0 && mention.conjunction == 0
    }
    return !isPreposition(behind) && isNominal(behind) && tokens[behind].conjunction == 0
      && (hasPronoun(behind) || isDefinite(behind) || tokens.letters(behind).last == Letters.alef)
  }

  /// What no subject starts with.
  private static let particles: SpeechWord = [
    .preposition, .complementizer, .pronounComplementizer, .relative, .conjunction, .adverb, .pronounPhrase,
    .negation, .auxiliary, .source, .governor, .ender, .setting, .refusal, .wording, .saying,
  ]

  /// Behind the prepositional phrases that describe an indefinite noun: «مصدر في مكتب الرئيس», «مستشار للرئيس».
  private func attributesEnd(from start: Int, of head: Int, limit: Int) -> Int {
    var end = start
    // «العديد من المراقبين»
    let isAmount = classes(head).contains(.amount) && lexicon.isOf(tokens.word(end))
    guard !isDefinite(head) || isAmount else { return end }
    while end < limit, isPreposition(end), !isTime[end], !lexicon.isComplement(tokens.word(end)),
      lexicon.adverbials.longest(at: end, in: tokens) == nil, !lexicon.isWhile(tokens.word(end))
    {
      let noun = tokens[end].preposition != 0 || mentionOf[end] != 0 || classes(end).isEmpty ? end : end + 1
      // «يتمنى أهالي الحي من الأمانة الإسراع»: a construct that is definite has no more attributes.
      if lexicon.isOf(tokens.word(end)), !isAmount, isQuoteMark(end - 1) || isDefinite(end - 1) && end - 2 == head { break }
      // «شركة المرفأ في تقريرها»
      if tokens.word(end) == lexicon.within, hasPronoun(noun), mentionOf[noun] == 0 { break }
      guard noun < limit, classes(noun).isDisjoint(with: [.occasion, .document]), !isTime[noun],
        mention(at: noun)?.kind != .outlet, !classes(end).contains(.pronounPhrase),
        let next = prepositional(at: end, limit: limit), next > end
      else { break }
      end = next
    }
    return min(end, limit)
  }

  /// Whether the noun at `index` may be the first half of a construct: it has no article and is no title.
  private func isConstruct(_ index: Int) -> Bool {
    // «ابن حلي» is a name.
    tokens.letters(index).count > 3 && !isDefinite(index) && !classes(index).contains(.title)
  }

  /// Whom «المسؤول», «الصحيفة» or «الوزارة» means when no name goes with it: the last speaker of the kind.
  private func anaphor(_ index: Int, _ range: Range<Int>, chain: Int?) -> Speaker? {
    let kind = classes(index)
    if let chain, chains[chain].isNamed { return nil }
    // «المصدر نفسه», «هؤلاء»: whoever spoke last.
    if kind.contains(.anaphorSpeaker), range.count == 1 || range.count == 2 && classes(index + 1).contains(.same) {
      return bodies.told(by: index, in: tokens) ?? last
    }
    if kind.contains(.anaphorLatter) { return latter(before: index) }
    if kind.contains(.anaphorAuthor), let author { return author }
    if kind.contains(.anaphorPerson), range.count <= 2 {
      // «دبلوماسي في السفارة», then «الدبلوماسي».
      if let body = bodies.told(by: index, in: tokens), body.unit >= lastPerson?.unit ?? 0 { return body }
      return lastPerson
    }
    if !kind.isDisjoint(with: [.anaphorBody, .anaphorOutlet]), range.count == 1 {
      return bodies.told(by: index, in: tokens) ?? (kind.contains(.anaphorOutlet) ? bodies.lastOutlet : nil)
    }
    return nil
  }

  /// The name that follows an office and the bodies and further offices that go with it: «رئيس الدائرة في المنظمة
  /// فلان», «رئيس المجلس (الغرفة الأولى) فلان», «وكيل الوزارة ورئيس المركز الدكتور فلان», «الأمين العام للحلف، فلان».
  private func name(after start: Int, limit: Int) -> Subject? {
    var position = start
    var offices = 0
    var hadComma = false
    while position < limit {
      if let close = enclosureEnd(position), close < limit {
        position = close + 1
      } else if let quote = quote(opening: position), isName(quote) || position == start && isShort(quote) {
        position = tokens.quotes[quote].tokens.upperBound + 1
      } else if let next = mention(at: position), next.tokens.lowerBound == position {
        if next.kind == .person {
          if next.name != nil {
            // «موظف في مكتب نتنياهو» is not he.
            // «رئيس الوزراء ووزير الخارجية فلان» is one man.
            let isSecondOffice = next.conjunction == Letters.waw && next.office != nil
            guard next.preposition == 0, next.conjunction == 0 || isSecondOffice,
              position == start || !isBareNoun(position - 1)
            else { return nil }
            return Subject(speaker: speaker(next), start: position, end: next.tokens.upperBound)
          }
          offices += 1
          guard offices <= 3 else { return nil }
        } else if next.kind == .outlet, next.preposition != 0 {
          return nil
        }
        position = next.tokens.upperBound
      } else if tokens.word(position) == lexicon.on, isDefinite(position - 1), isDefinite(position + 1) {
        // «المشرف العام على البرنامج فلان»
        position += 1
      } else if isComma(position) {
        // Only a name, or its nisba and it, or a further office follows a comma.
        guard !hadComma,
          let ahead = (1...2).first(where: { self.mention(at: position + $0)?.tokens.lowerBound == position + $0 }),
          self.mention(at: position + ahead)?.kind == .person
        else { return nil }
        hadComma = true
        position += ahead
      } else if tokens[position].kind == .word, !isTime[position], belongsToOffice(position) {
        position += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// Whether a word may stand between an office and the name of who holds it.
  private func belongsToOffice(_ index: Int) -> Bool {
    if tokens[index].word == lexicon.within { return true }
    let kind = classes(index)
    // «نائب الرئيس السابق حاليا فلان»
    if kind.contains(.adverb), tokens.letters(index).last == Letters.alef { return true }
    guard cue(at: index)?.shape != .verb || isDefinite(index),
      kind.isDisjoint(with: [.relative, .adverb, .conjunction, .negation, .auxiliary, .occasion, .source, .governor]),
      !isComplementizer(index), !lexicon.isComplement(tokens.word(index))
    else { return false }
    return isDefinite(index) || startsWithArticle(index, dropping: 1)
      || tokens.letter(index, 0) == Letters.lam && tokens.letter(index, 1) == Letters.lam
      || !isVerbLike(index)
  }

  /// Whether a noun without article stands at `index`, which what follows it belongs to.
  func isBareNoun(_ index: Int) -> Bool {
    tokens[index].kind == .word && mentionOf[index] == 0 && !isDefinite(index)
      && !isPreposition(index) && !startsWithArticle(index, dropping: 1) && !classes(index).contains(.title)
  }

  private func kind(of range: Range<Int>) -> SpeakerKind {
    range.contains { !classes($0).isDisjoint(with: .document) } ? .office : .anonymous
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

  // MARK: Before the verb

  /// Whom a relative clause tells of: «كيري الذي قال», «مصادر الوكالة التي أشارت».
  private func antecedent(before index: Int, _ cue: SpeechCue) -> Subject? {
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
  private func latter(before index: Int) -> Speaker? {
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
  private func owner(before index: Int) -> Subject? {
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
    if tokens[position].conjunction != 0, classes(position).contains(.preposition), mentionOf[position] == 0,
      let end = prepositional(at: position, limit: unit.upperBound)
    {
      position = end
    }
    position = adverbials(from: position, limit: unit.upperBound)
    if isComma(position) { position = adverbials(from: position + 1, limit: unit.upperBound) }
    while position < unit.upperBound, !classes(position).isDisjoint(with: [.auxiliary, .conjunction]),
      mentionOf[position] == 0
    {
      position += 1
    }
    if let mention = mention(at: position), mention.tokens.lowerBound == position, mention.preposition == 0 {
      return subject(at: position, limit: unit.upperBound, unit: unit, afterPreposition: false)
    }
    guard position < unit.upperBound, tokens[position].kind == .word, mentionOf[position] == 0,
      isVerbLike(position) || lexicon.verb(tokens[position].word) != nil
        || cue(at: position)?.shape == .verb || tokens[position].conjunction != 0
    else { return nil }
    position = adverbials(from: position + 1, limit: unit.upperBound)
    guard let found = subject(at: position, limit: unit.upperBound, unit: unit, afterPreposition: false),
      found.speaker.kind != .outlet
    else { return nil }
    return found
  }

  /// The first mention of the unit that can be its subject.
  func mainSubject(of unit: Range<Int>) -> Speaker? {
    let unit = afterDateline(of: unit)..<unit.upperBound
    var position = unit.lowerBound
    while position < unit.upperBound {
      if quoteOf[position] != 0 {
        position = max(position + 1, tokens.quotes[Int(quoteOf[position]) - 1].tokens.upperBound)
        continue
      }
      guard let mention = mention(at: position) else {
        position += 1
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
