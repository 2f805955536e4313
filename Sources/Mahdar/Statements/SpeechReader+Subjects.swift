/// Subjects: the noun phrase that can tell who speaks, and where it ends.
extension SpeechReader {
  /// The subject that follows the verb at `index`.
  func subject(
    behind index: Int, limit: Int, unit: Range<Int>, isSaying: Bool, hasObject: Bool
  ) -> Subject? {
    if isSaying, let name = bracketed(at: index + 1, limit: limit) { return name }
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
        // «في تصريحات تناقلتها الوكالات»: the subject of another verb follows.
        if end > position + 1, isFar, describes(end - 1) { return nil }
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
    // «أكد في حوار خص به "اليوم" أن»: a medium that was told.
    if isFar, isQuoteMark(position), classes(position - 1).contains(.pronounPhrase) { return nil }
    // Behind a phrase of place a bare noun or a verb is part of what came before: «في اجتماع استضافه الوزير».
    if isFar, mentionOf[position] == 0, !isDefinite(position), !isQuoteMark(position),
      classes(position).isDisjoint(with: [.speakerHead, .honorific, .document])
    {
      return nil
    }
    return subject(at: position, limit: limit, unit: unit, afterPreposition: false, isSaying: isSaying)
  }

  /// «بيانات أصدرتها», «تصريح نقلته»: a verb of the feminine with its object, behind the indefinite noun it describes.
  private func describes(_ index: Int) -> Bool {
    guard hasPronoun(index), mentionOf[index] == 0, tokens[index].conjunction == 0, tokens[index - 1].kind == .word,
      mentionOf[index - 1] == 0, !isDefinite(index - 1), !hasPronoun(index - 1), !isPreposition(index - 1)
    else { return false }
    let letters = tokens.letters(index)
    let stem = letters.last == Letters.heh ? letters.dropLast() : letters.dropLast(2)
    return stem.count > 3 && stem.last == Letters.teh
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
    // «معالي وزير الري»
    if kind.contains(.title), mentionOf[index] == 0, let next = mention(at: index + 1), next.kind == .person,
      next.tokens.lowerBound == index + 1
    {
      var noun = subject(
        at: index + 1, limit: limit, unit: unit, afterPreposition: afterPreposition, isSaying: isSaying)
      noun?.start = index
      return noun
    }
    if kind.contains(.honorific) {
      let person = last?.kind == .person ? last : lastPerson ?? last
      return person.map { Subject(speaker: $0, start: index, end: index + 1) }
    }
    if kind.contains(.document) { return document(at: index, limit: limit) }
    // «وطالب سامي شاكر»: the verb was taken for an office.
    if let mention = mention(at: index), mention.kind == .person, mention.tokens.lowerBound == index - 1,
      cue(at: index - 1)?.shape == .verb
    {
      var speaker = self.speaker(mention)
      speaker.span = tokens.span(index..<mention.tokens.upperBound)
      if let name = mention.name, name.start >= tokens[index].span.start {
        speaker.span = name
      } else {
        speaker.chain = nil
      }
      return Subject(speaker: speaker, start: index, end: mention.tokens.upperBound)
    }
    if let mention = mention(at: index), mention.tokens.lowerBound == index {
      // «وأعلن قصر الرئاسة أن»
      let isHouse = mention.kind == .place || mention.kind == .venue
      guard afterPreposition || mention.preposition == 0, speaks(mention) || isHouse && isSaying else { return nil }
      return told(by: mention, limit: limit)
    }
    return described(at: index, limit: limit, unit: unit, afterPreposition: afterPreposition, isSaying: isSaying)
  }

  /// «17 صحافيا», «5 دبلوماسيين»
  private func counted(at index: Int, limit: Int, isSaying: Bool) -> Subject? {
    if let mention = mention(at: index + 1), mention.tokens.lowerBound == index + 1 {
      guard speaks(mention) else { return nil }
      // «12 نائبا معارضا»
      var end = mention.tokens.upperBound
      while end < limit, isNominal(end), mentionOf[end] == 0, tokens.letters(end).last == Letters.alef { end += 1 }
      let speaker = Speaker(
        span: tokens.span(index..<end), chain: nil, kind: self.speaker(mention).kind, isPlural: true)
      return Subject(speaker: speaker, start: index, end: end)
    }
    // «17 صحافيا»; «أضاف السهم 7 نقاط» tells a sum.
    guard index + 1 < limit,
      isNominal(index + 1) && (isSaying || tokens.letters(index + 1).last == Letters.alef)
        || classes(index + 1).contains(.speakerHead),
      !isTime[index + 1]
    else { return nil }
    let end = nounPhraseEnd(index + 1, limit)
    return Subject(
      speaker: Speaker(span: tokens.span(index..<end), kind: .anonymous, head: index + 1, isPlural: true),
      start: index, end: end)
  }

  /// A noun phrase that no mention covers.
  func described(
    at index: Int, limit: Int, unit: Range<Int>, afterPreposition: Bool, isSaying: Bool
  ) -> Subject? {
    let token = tokens[index]
    let kind = classes(index)
    guard kind.isDisjoint(with: Self.particles), lexicon.cue(token.word) == nil, !isLoneClitic(index),
      !isVerb(index) || isSaying && token.word == 0 || kind.contains(.speakerHead),
      token.preposition == 0 || afterPreposition, afterPreposition || !isPreposition(index), !isTime[index]
    else { return nil }
    // «أكد استمرار بلاده»: what is done does not speak.
    if kind.isEmpty, isVerbalNoun(index) || !isSaying && isDefinite(index) && isDoing(index) { return nil }
    // «قال مستشهدًا بالأبيات»: how it was said.
    if hasTanween(index), !kind.contains(.speakerHead) { return nil }
    // «تصف تحركاتها»: an object, not the subject.
    if hasPronoun(index), !isSaying, !afterPreposition { return nil }
    guard
      isSaying || kind.contains(.speakerHead) || afterPreposition
        || !kind.isDisjoint(with: [.anaphorPerson, .anaphorBody])
        // «ندد الجانبان», not «حض البلدان الأفريقية»
        || kind.contains(.pair) && !(isDefinite(index + 1) && tokens.isFeminineNoun(index + 1))
        || (isDefinite(index) || isDescriber(index)) && isActor(index, limit)
        || isUnknownName(index) || kind.contains(.nameHead) && quote(opening: index + 1).map(isName) ?? false
    else { return nil }
    var reading: Reading = afterPreposition ? token.reading : .whole
    // «وفقا لصور نشرتها الوكالة»: the clitic of a noun that no table knows.
    if afterPreposition, classes(index - 1).contains(.source), tokens.letters(index - 1).last == Letters.alef,
      token.word == 0, tokens.letter(index, 0) == Letters.lam
    {
      reading = .preposition
    }
    // «مكتب زيلينسكي»: what belongs to somebody is not that person; «معالي وزير الخارجية» is.
    let owner = classes(index + 1).contains(.title) && mentionOf[index + 1] == 0 ? index + 2 : index + 1
    if let mention = mention(at: owner), mention.tokens.lowerBound == owner, owner < limit,
      mention.kind == .person, mention.preposition == 0, mention.conjunction == 0
    {
      if isConstruct(index) {
        var end = mention.tokens.upperBound
        // «حملة أوباما», but «سفير الرئيس لدى … فلان».
        if mention.name == nil, let name = name(after: end, limit: limit) {
          return Subject(speaker: name.speaker, start: index, end: name.end)
        }
        end = min(end, limit)
        // «مستشار عمران الدكتور سامي شاكر»
        let next =
          classes(end).contains(.title) || classes(end).contains(.anaphorPerson) && mentionOf[end] == 0 ? end + 1 : end
        if let holder = self.mention(at: next), holder.tokens.lowerBound == next, next < limit, holder.kind == .person,
          holder.name != nil, holder.preposition == 0, holder.conjunction == 0
        {
          return Subject(speaker: speaker(holder), start: index, end: holder.tokens.upperBound)
        }
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
    // «ووصفت هدى عمران الاتفاق بأنه»: the object of the verb, not the second half of a construct.
    if let verb = cue(at: index - 1), verb.frame == .describe || verb.prepositions.contains(.object),
      isUnknownName(index),
      isBareWord(index + 1)
    {
      end = index + 2
    }
    end = lessDescribed(index..<end)
    if !kind.contains(.anaphorBody), let name = name(after: end, limit: limit) {
      return Subject(speaker: name.speaker, start: index, end: name.end)
    }
    if kind.contains(.pair), end == index + 1, let both = both(index) {
      return Subject(speaker: both, start: index, end: end)
    }
    if var speaker = anaphor(index, index..<end, chain: nil) {
      // «مصدر مطلع», then «المصدر»: nobody's name is lost by the words that stand here.
      if speaker.kind == .anonymous, speaker.chain == nil, !kind.contains(.anaphorReporter) {
        speaker.span = tokens.span(index..<end, reading: reading)
      }
      return Subject(speaker: speaker, start: index, end: end)
    }
    // «القاضي الأميركي ألفين هيلرستين»: a name that nobody knows.
    let known = end
    while end < limit, tokens[end].kind == .word, tokens[end].word == 0, mentionOf[end] == 0, !isVerb(end),
      !isPreposition(end), !isDefinite(end), !hasTanween(end), !isLonePreposition(end)
    {
      end += 1
    }
    // «بعض المدونات كيفية الاستخدام»: words that others belong to are no name.
    if end > known, end < limit, isNominal(end), mentionOf[end] == 0, !isTime[end], !hasTanween(end) { end = known }
    end = purposeEnd(index..<attributesEnd(from: end, of: index, limit: limit), limit: limit)
    // «قال رئيسها إبراهام فوكسمان»: his office goes before the name.
    let isOffice = end > known && known == index + 1 && hasPronoun(index)
    let told = lessBracket((isOffice ? known : index)..<end)
    return Subject(
      speaker: Speaker(
        span: tokens.span(told, reading: reading), kind: self.kind(of: told), head: index,
        isPlural: kind.contains(.pair) ? true : nil),
      start: index, end: end)
  }

  /// «ووصف بورغ اللقاء بأنه»: the phrase between a verb that describes and its words holds the object, too.
  private func lessDescribed(_ range: Range<Int>) -> Int {
    let end = range.upperBound
    guard range.count > 1, let verb = cue(at: range.lowerBound - 1), verb.shape == .verb, !verb.form.hasObject,
      verb.frame == .describe || verb.prepositions.contains(.object) && isDefinite(range.lowerBound),
      complementizer(end)?.beh == true, isDefinite(end - 1)
    else { return end }
    let first = range.lowerBound
    // «المتحدث الوضع الأمني», «المتحدث الرسمي اللقاء»
    if isDefinite(first), range.count > 2, tokens.letters(first + 1).last == Letters.yeh { return first + 2 }
    if isDefinite(first) || range.count == 2 { return first + 1 }
    return isDefinite(first + 1) ? first + 2 : end
  }

  /// «الهيئة العامة للطيران»: behind what a body is for, where its words follow.
  func purposeEnd(_ range: Range<Int>, limit: Int) -> Int {
    let end = range.upperBound
    guard range.count > 1, end < limit, isDefinite(range.lowerBound), classes(end - 1).contains(.public),
      tokens.letter(end, 0) == Letters.lam, isPreposition(end), !isOblique(end),
      classes(end).isDisjoint(with: [.preposition, .adverb, .pronounPhrase, .anaphorOutlet, .anaphorReporter]),
      mention(at: end)?.kind != .outlet, let wider = prepositional(at: end, limit: limit), isComplementizer(wider)
    else { return end }
    return wider
  }

  /// «شاكر (21 عاما)»: a bracket at the end is no part of the description.
  private func lessBracket(_ range: Range<Int>) -> Range<Int> {
    guard tokens.mark(range.upperBound - 1) == UInt8(ascii: ")"),
      let open = range.last(where: { enclosureEnd($0) == range.upperBound - 1 }), open > range.lowerBound
    else { return range }
    return range.lowerBound..<open
  }

  /// Whether a noun is spelled as the verbal nouns of the longer forms are: «استمرار», «انتظار», «ارتفاع».
  private func isVerbalNoun(_ index: Int) -> Bool {
    let letters = tokens.letters(index)
    guard (6...8).contains(letters.count), letters.first == Letters.alef,
      letters[letters.endIndex - 2] == Letters.alef
    else { return false }
    let (second, third) = (letters[letters.startIndex + 1], letters[letters.startIndex + 2])
    return second == Letters.noon || third == Letters.teh
  }

  /// «التأكيد», «التنديد»: the verbal noun of the second form with its article.
  private func isDoing(_ index: Int) -> Bool {
    let letters = tokens.letters(index).dropFirst(2)
    return letters.count == 5 && letters.first == Letters.teh && letters[letters.endIndex - 2] == Letters.yeh
  }

  /// Whether a word that nobody knows stands right behind a verb as a name does.
  private func isUnknownName(_ index: Int) -> Bool {
    guard isBareWord(index), cue(at: index - 1)?.shape == .verb, !isVerbalNoun(index) else { return false }
    // «ووصفت هدى عمران الاتفاق»: two bare words, too; «قرار الحكومة» is a construct.
    return tokens[index].word == 0 || isBareWord(index + 1) && tokens[index + 1].preposition == 0
  }

  func isBareWord(_ index: Int) -> Bool {
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
      if word == lexicon.on && verb.prepositions.contains(.ala)
        || word == lexicon.to && verb.prepositions.contains(.ila)
      {
        return true
      }
    }
    guard verb?.shape == .verb || lexicon.verb(tokens.word(index - 1)) != nil || isVerb(index - 1) else { return false }
    if let mention = mention(at: behind) {
      return mention.tokens.lowerBound == behind && mention.preposition == 0 && mention.conjunction == 0
    }
    return !isPreposition(behind) && isNominal(behind) && tokens[behind].conjunction == 0
      && (hasPronoun(behind) || isDefinite(behind) || isDescribed(behind, by: verb)
        || tokens.letters(behind).last == Letters.alef)
  }

  /// «وصفت إذاعة المرفأ المناخ بأنه …»: a construct behind a verb that describes.
  private func isDescriber(_ index: Int) -> Bool {
    cue(at: index - 1)?.frame == .describe && isBareNoun(index) && isDefinite(index + 1)
  }

  private func isDescribed(_ index: Int, by verb: SpeechCue?) -> Bool {
    verb?.frame == .describe && isBareNoun(index) && isDefinite(index + 1)
  }

  /// What no subject starts with.
  private static let particles: SpeechWord = [
    .preposition, .complementizer, .pronounComplementizer, .relative, .conjunction, .adverb, .pronounPhrase,
    .negation, .auxiliary, .source, .governor, .ender, .setting, .refusal, .wording, .saying, .heading,
  ]

  /// Behind the prepositional phrases that describe an indefinite noun: «مصدر في مكتب الرئيس», «مستشار للرئيس».
  func attributesEnd(from start: Int, of head: Int, limit: Int) -> Int {
    var end = start
    // «العديد من المراقبين»
    let isAmount = classes(head).contains(.amount) && lexicon.isOf(tokens.word(end))
    guard !isDefinite(head) || isAmount else { return end }
    while end < limit, isPreposition(end), !isTime[end], !lexicon.isComplement(tokens.word(end)),
      lexicon.adverbials.longest(at: end, in: tokens) == nil, !lexicon.isWhile(tokens.word(end)),
      !lexicon.isWhile(tokens.word(end + 1))
    {
      let noun = tokens[end].preposition != 0 || mentionOf[end] != 0 || classes(end).isEmpty ? end : end + 1
      // «يتمنى أهالي الحي من الأمانة الإسراع»: a construct that is definite has no more attributes.
      if lexicon.isOf(tokens.word(end)), !isAmount, isQuoteMark(end - 1) || isDefinite(end - 1) && end - 2 == head {
        break
      }
      // «مصادر محلية للأناضول»: whom they told it.
      if classes(head).contains(.speakerHead), mention(at: head)?.kind == .source, tokens.letter(end, 0) == Letters.lam,
        tokens.letter(end, 1) == Letters.lam
      {
        break
      }
      // «قال شاكر للصحفيين»: whom he told.
      if tokens.letter(end, 0) == Letters.lam, tokens.letter(end, 1) == Letters.lam, isOblique(end), end == head + 1,
        cue(at: head - 1)?.frame == .say
      {
        break
      }
      // «وصرح هوبر في استطلاع للموقع»: nothing belongs to a name that nobody knows.
      if isBareWord(head), tokens[head].word == 0, end == head + 1, cue(at: head - 1)?.shape == .verb { break }
      // «أشاد عدد من المرضى بمبادرة البلدية»: the verb's own preposition.
      if tokens.letter(end, 0) == Letters.beh, cue(at: head - 1)?.frame == .urge { break }
      // «مسؤولون للصحيفة»
      if tokens.letter(end, 0) == Letters.lam, classes(end).contains(.anaphorOutlet) { break }
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
    // «ابن حلي» is a name, and «رئيسها سامي شاكر» an office and its holder.
    tokens.letters(index).count > 3 && !isDefinite(index) && !hasPronoun(index) && !classes(index).contains(.title)
  }

  /// Whether a noun without article stands at `index`, which what follows it belongs to.
  func isBareNoun(_ index: Int) -> Bool {
    tokens[index].kind == .word && mentionOf[index] == 0 && !isDefinite(index)
      && !isPreposition(index) && !startsWithArticle(index, dropping: 1)
      && classes(index).isDisjoint(with: [.title, .pronounPhrase])
  }

  func kind(of range: Range<Int>) -> SpeakerKind {
    range.contains { !classes($0).isDisjoint(with: .document) } ? .office : .anonymous
  }
}
