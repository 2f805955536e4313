/// Who speaks: the noun phrase after the verb, before it, or somebody told before.
extension SpeechReader {
  /// The subject that follows the verb at `index`.
  func speaker(after index: Int, limit: Int, unit: Range<Int>, isSaying: Bool) -> Speaker? {
    var position = index + 1
    while position < limit {
      let kind = classes(position)
      if isTime[position], mentionOf[position] == 0 {
        position += 1
      } else if tokens[position].preposition == Letters.beh, tokens.word(position) == lexicon.that {
        // «صرح بذلك الوزير»
        position += 1
      } else if kind.contains(.pronounPhrase) || kind.contains(.adverb) && mentionOf[position] == 0 {
        position += 1
      } else if tokens[position].kind == .word, tokens[position].foldedEnd - tokens[position].folded == 1 {
        // «أوضحت لـ(عكاظ) الدكتورة …», «لـ«الشرق الأوسط»»
        position += 1
        if let quote = quote(opening: position) { position = tokens.quotes[quote].tokens.upperBound + 1 }
      } else if tokens.mark(position) == UInt8(ascii: "(") {
        while position < limit, tokens.mark(position) != UInt8(ascii: ")") { position += 1 }
        position += 1
      } else {
        break
      }
    }
    return speaker(at: position, limit: limit, unit: unit, afterPreposition: false, isSaying: isSaying)
  }

  /// The speaker whose words start at `index`.
  ///
  /// After a verb of saying that has its words (`isSaying`), any noun phrase may speak.
  func speaker(
    at index: Int, limit: Int, unit: Range<Int>, afterPreposition: Bool, isSaying: Bool = false
  ) -> Speaker? {
    guard index < limit, index < unit.upperBound, tokens[index].kind != .mark else { return nil }
    let token = tokens[index]
    let kind = classes(index)
    if kind.contains(.preposition), !kind.contains(.speakerHead) { return nil }
    if isComplementizer(index) { return nil }
    if token.kind == .number {
      // «5 دبلوماسيين»
      guard let mention = mention(at: index + 1), mention.tokens.lowerBound == index + 1, speaks(mention) else {
        return nil
      }
      return Speaker(span: tokens.span(index..<mention.tokens.upperBound), chain: nil, kind: speaker(mention).kind)
    }
    if kind.contains(.honorific) { return last }
    if kind.contains(.document) { return document(at: index, limit: limit) }
    if let mention = mention(at: index), mention.tokens.lowerBound == index {
      guard afterPreposition || mention.preposition == 0, speaks(mention) || mention.kind == .place && isSaying else {
        return nil
      }
      if mention.name == nil, mention.kind != .outlet, let name = name(after: mention.tokens.upperBound, limit: limit) {
        return name
      }
      return anaphor(index, mention.tokens, chain: mention.chain) ?? speaker(mention)
    }
    let stops: SpeechWord = [
      .preposition, .complementizer, .pronounComplementizer, .relative, .conjunction, .adverb, .pronounPhrase,
      .negation, .auxiliary, .source, .governor,
    ]
    guard kind.isDisjoint(with: stops), lexicon.cue(token.word) == nil, token.preposition == 0 || afterPreposition
    else { return nil }
    let letters = tokens.letters(index)
    // «تصف تحركاتها»: an object, not the subject.
    if letters.count > 4, letters.last == Letters.alef, letters[letters.endIndex - 2] == Letters.heh { return nil }
    guard
      isSaying || kind.contains(.speakerHead) || afterPreposition
        || !kind.isDisjoint(with: [.anaphorPerson, .anaphorBody])
    else { return nil }
    // No mention starts here: the noun phrase up to a preposition, mark or verb.
    var end = index + 1
    while end < limit, end - index < 12, tokens[end].isWord, quoteOf[end] == 0, !isTime[end] {
      let kind = classes(end)
      let letters = tokens.letters(end)
      if letters.count == 1 || letters.starts(with: [Letters.lam, Letters.lam]) || isComplementizer(end) { break }
      guard kind.isDisjoint(with: stops.subtracting(.governor)), lexicon.cue(tokens[end].word) == nil else { break }
      if let mention = mention(at: end), mention.tokens.lowerBound == end, mention.kind == .person,
        mention.preposition == 0
      {
        // «مكتب زيلينسكي»: what belongs to somebody is not that person.
        if mention.name != nil, end == index + 1, isConstruct(index), mention.name?.start == mention.span.start {
          return Speaker(
            span: tokens.span(index..<mention.tokens.upperBound, reading: afterPreposition ? token.reading : .whole),
            chain: nil, kind: .office, head: index)
        }
        // «معالي وزير الخارجية»
        if mention.name != nil || end == index + 1 && classes(index).contains(.title) { return speaker(mention) }
      }
      end += 1
    }
    // A person named a little later, in apposition («عضو الهيئة في …، فلان»).
    if let speaker = anaphor(index, index..<end, chain: nil) { return speaker }
    // A subject carries no clitic: «قال فايس».
    let reading: Reading = afterPreposition ? token.reading : .whole
    if let name = name(after: end, limit: limit) { return name }
    return Speaker(
      span: tokens.span(index..<end, reading: reading), chain: nil, kind: self.kind(of: index..<end), head: index)
  }

  /// Whether the noun at `index` may be the first half of a construct: it has no article and is no title.
  private func isConstruct(_ index: Int) -> Bool {
    let letters = tokens.letters(index)
    // «ابن حلي» is a name.
    return letters.count > 3 && !letters.starts(with: [Letters.alef, Letters.lam]) && !classes(index).contains(.title)
  }

  /// Whom «المسؤول», «الصحيفة» or «الوزارة» means when no name goes with it: the last speaker of the kind.
  private func anaphor(_ index: Int, _ range: Range<Int>, chain: Int?) -> Speaker? {
    let kind = classes(index)
    if let chain, chains[chain].isNamed { return nil }
    // «المصدر نفسه», «هؤلاء»: whoever spoke last.
    if kind.contains(.anaphorSpeaker), range.count <= 2 {
      let isSource = mention(at: index)?.kind == .source
      return isSource && last?.kind != .person ? nil : last
    }
    let known: Speaker? =
      if kind.contains(.anaphorAuthor), let author {
        author
      } else if kind.contains(.anaphorPerson), range.count <= 2 {
        lastPerson
      } else if !kind.isDisjoint(with: [.anaphorBody, .anaphorOutlet]), range.count == 1 {
        bodies.told(by: index, in: tokens) ?? (kind.contains(.anaphorOutlet) ? bodies.lastOutlet : nil)
      } else {
        nil
      }
    guard let known, unitNumber - known.unit <= (kind.contains(.anaphorAuthor) ? 40 : 12) else { return nil }
    return known
  }

  /// The name that follows an office and the body it belongs to: «رئيس الدائرة في المنظمة فلان», «الأمين العام للحلف، فلان».
  private func name(after start: Int, limit: Int) -> Speaker? {
    var position = start
    var isLoose = false
    while position < min(limit, start + 14) {
      if let next = mention(at: position), next.tokens.lowerBound == position {
        if next.kind == .person, next.name != nil, next.preposition == 0, next.conjunction == 0 { return speaker(next) }
        guard next.kind != .person, next.kind != .outlet, next.conjunction == 0 else { return nil }
        position = next.tokens.upperBound
        continue
      }
      guard tokens[position].kind == .word || isComma(position), !isTime[position] else { return nil }
      if isComma(position) {
        // Only a name, or its nisba and it, follows a comma.
        guard (1...2).contains(where: { self.mention(at: position + $0)?.tokens.lowerBound == position + $0 }) else {
          return nil
        }
      } else if tokens[position].word != lexicon.within {
        let letters = tokens.letters(position)
        let isDefinite =
          letters.starts(with: [Letters.alef, Letters.lam]) || letters.starts(with: [Letters.lam, Letters.lam])
          || letters.starts(with: [Letters.waw, Letters.alef, Letters.lam])
        // «قائد الفرقة الرابعة مشاة»: one bare word may stand among them.
        let isBare = !isDefinite && !isLoose && position > start && classes(position).isEmpty && !isVerbLike(position)
        isLoose = isLoose || isBare
        guard isDefinite || isBare, lexicon.cue(tokens[position].word) == nil,
          classes(position).isDisjoint(with: [.relative, .adverb])
        else { return nil }
      }
      position += 1
    }
    return nil
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
    return Speaker(
      span: mention.name ?? mention.span, chain: mention.chain, kind: kind, head: mention.tokens.lowerBound,
      joint: mention.members.count > 1 ? mention.members : together(mention), unit: unitNumber)
  }

  /// Those who speak with the person of `mention`: «قال لافروف وكيري إن».
  private func together(_ mention: Mention) -> [Int] {
    guard mention.kind == .person, mention.preposition == 0, chains[mention.chain].isNamed else { return [] }
    var chains = [mention.chain]
    var end = mention.tokens.upperBound
    while chains.count < 8, end - mention.tokens.upperBound < 40, let next = self.mention(at: end),
      next.tokens.lowerBound == end, next.kind == .person,
      next.conjunction == Letters.waw, next.preposition == 0, self.chains[next.chain].isNamed
    {
      if !chains.contains(next.chain) { chains.append(next.chain) }
      end = next.tokens.upperBound
    }
    return chains.count > 1 ? chains : []
  }

  /// Remembers who issued or wrote the documents that `unit` tells of.
  mutating func rememberDocuments(of unit: Range<Int>) {
    for index in unit where classes(index).contains(.document) && quoteOf[index] == 0 && mentionOf[index] == 0 {
      let limit = min(unit.upperBound, index + 9)
      let next = (index + 1..<max(limit, index + 1)).first { mentionOf[$0] != 0 }
      // «مقال رأي لفلان»
      if let next, let mention = mention(at: next), mention.kind == .person, mention.name != nil,
        mention.preposition == Letters.lam
      {
        author = speaker(mention)
      }
      guard let next, let mention = mention(at: next), mention.tokens.lowerBound == next, speaks(mention),
        !(index..<next).contains(where: { isComma($0) })
      else {
        // «وأدانت الوزارة، في بيان، …»
        let start = max(unit.lowerBound, index - 60)
        if tokens.word(index - 1) == lexicon.within,
          !(start..<index).contains(where: { classes($0).contains(.source) }),
          let main = mainSubject(of: start..<index)
        {
          lastIssuer = main
        }
        continue
      }
      if let issuer = document(at: index, limit: limit), issuer.head == next { lastIssuer = issuer }
    }
  }

  /// Who issued the document that starts at `index`: «بيان لوزارة الخارجية», «البيان».
  private func document(at index: Int, limit: Int) -> Speaker? {
    var position = index + 1
    var isPassedOn = false
    while position < min(limit, index + 9) {
      if isComplementizer(position) || isColon(position) || isComma(position) || quote(opening: position) != nil {
        break
      }
      // «بلاغ توصلت به الصحيفة», «البيان الذي تلاه الأمين العام»: whoever passed it on did not issue it.
      if classes(position).contains(.passing) || classes(position).contains(.relative) {
        isPassedOn = true
        break
      }
      if let mention = mention(at: position), mention.tokens.lowerBound == position, speaks(mention) {
        return speaker(mention)
      }
      // «تقرير للوزارة»
      if classes(position).contains(.anaphorBody), let body = anaphor(position, position..<position + 1, chain: nil) {
        return body
      }
      position += 1
    }
    // «البيان» alone is the one told of before; «بيان أوروبي» and «البيان الختامي» stand for themselves.
    var end = index + 1
    while end < limit, tokens[end].isWord, classes(end).isEmpty, !isVerbLike(end), mentionOf[end] == 0,
      !isComplementizer(end),
      lexicon.cue(tokens[end].word) == nil,
      end < index + 3
    { end += 1 }
    let isDefinite = tokens.letters(index).starts(with: [Letters.alef, Letters.lam])
    if isDefinite || isPassedOn, end == index + 1, let known = lastIssuer ?? last ?? subject { return known }
    return Speaker(span: tokens.span(index..<end, reading: tokens[index].reading), chain: nil, kind: .office)
  }

  /// The subject before the verb at `index`: «الذي قال», «لكن كيري أكد», «وكان لافروف أعلن».
  func speaker(before index: Int, in unit: Range<Int>) -> Speaker? {
    guard index > unit.lowerBound, tokens[index].conjunction != Letters.waw else { return nil }
    var position = index - 1
    var steps = 0
    var comma = false
    var office: Speaker?
    while position >= unit.lowerBound, steps < 25 {
      if isQuoteMark(position) { break }
      let kind = classes(position)
      if kind.contains(.conjunction), position == index - 1 { break }
      if isComma(position) { comma = true }
      if let mention = mention(at: position) {
        let start = mention.tokens.lowerBound
        // «تصريحات لرئيسة المجلس أكدت فيها»
        let isIssuer =
          mention.preposition == Letters.lam
          && !classes(start - 1).isDisjoint(with: [.sayingNoun, .document])
        if isIssuer, mention.kind == .person { return speaker(mention) }
        // «مراسل الجزيرة»
        if speaks(mention), mention.kind != .person, mention.preposition == 0, start > unit.lowerBound,
          classes(start - 1).contains(.speakerHead), tokens[start - 1].preposition == 0, mentionOf[start - 1] == 0
        {
          return Speaker(
            span: tokens.span(start - 1..<mention.tokens.upperBound), chain: nil, kind: .office, head: start - 1)
        }
        if speaks(mention), mention.preposition == 0, !follows(aPreposition: start, unit), !isGenitive(start, unit) {
          // Beyond a comma stands another clause, but for the subject that opens the unit.
          if comma, start > unit.lowerBound + 2, !classes(start - 1).contains(.auxiliary) { break }
          if mention.kind == .person, mention.name != nil { return speaker(mention) }
          if mention.kind != .person { return office ?? speaker(mention) }
          if office != nil { break }
          office = speaker(mention)
        }
        position = start - 1
        steps += 1
        continue
      }
      if lexicon.cue(tokens[position].word) != nil, !kind.contains(.auxiliary) { break }
      if office != nil, !isComma(position), !kind.contains(.speakerHead) { break }
      position -= 1
      steps += 1
    }
    return office
  }

  /// Whether a noun stands before the mention at `start` that it belongs to: «استقالة الرئيس».
  private func isGenitive(_ start: Int, _ unit: Range<Int>) -> Bool {
    guard start > unit.lowerBound + 1, tokens[start].conjunction == 0 else { return false }
    let before = start - 1
    guard tokens[before].kind == .word, mentionOf[before] == 0, !isTime[before], classes(before).isEmpty,
      !isComplementizer(before), lexicon.cue(tokens[before].word) == nil, !isVerbLike(before)
    else { return false }
    return !tokens.letters(before).starts(with: [Letters.alef, Letters.lam])
  }

  private func follows(aPreposition index: Int, _ unit: Range<Int>) -> Bool {
    index > unit.lowerBound && classes(index - 1).contains(.preposition)
  }

  /// Where a unit goes on after the place and medium it is told from: «دبي، الإمارات (CNN) --», «الخرطوم -».
  private func afterDateline(of unit: Range<Int>) -> Int {
    var position = unit.lowerBound
    while position < min(unit.upperBound, unit.lowerBound + 14) {
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
