/// Who speaks: the noun phrase after the verb, before it, or somebody told before.
extension SpeechReader {
  /// The subject that follows the verb at `index`.
  func speaker(after index: Int, limit: Int, unit: Range<Int>) -> Speaker? {
    var position = index + 1
    while position < limit {
      let kind = classes(position)
      if isTime[position], mentionOf[position] == 0 {
        position += 1
      } else if kind.contains(.pronounPhrase) || kind.contains(.adverb) && mentionOf[position] == 0 {
        position += 1
      } else if tokens.mark(position) == UInt8(ascii: "(") {
        while position < limit, tokens.mark(position) != UInt8(ascii: ")") { position += 1 }
        position += 1
      } else {
        break
      }
    }
    return speaker(at: position, limit: limit, unit: unit, afterPreposition: false)
  }

  /// The speaker whose words start at `index`.
  func speaker(at index: Int, limit: Int, unit: Range<Int>, afterPreposition: Bool) -> Speaker? {
    guard index < limit, index < unit.upperBound, tokens[index].isWord else { return nil }
    let token = tokens[index]
    let kind = classes(index)
    if kind.contains(.honorific) { return last }
    if kind.contains(.document) { return document(at: index, limit: limit) }
    if let mention = mention(at: index), mention.tokens.lowerBound == index {
      guard afterPreposition || mention.preposition == 0, speaks(mention) else { return nil }
      return speaker(mention)
    }
    let stops: SpeechWord = [
      .preposition, .complementizer, .pronounComplementizer, .relative, .conjunction, .adverb, .pronounPhrase,
      .negation, .auxiliary, .source, .governor,
    ]
    guard kind.isDisjoint(with: stops), lexicon.cue(token.word) == nil, token.preposition == 0 || afterPreposition
    else { return nil }
    // No mention starts here: the noun phrase up to a preposition, mark or verb.
    var end = index + 1
    while end < limit, end - index < 12, tokens[end].isWord, quoteOf[end] == 0, !isTime[end] {
      let kind = classes(end)
      guard kind.isDisjoint(with: stops.subtracting(.governor)), lexicon.cue(tokens[end].word) == nil else { break }
      if let mention = mention(at: end), mention.kind == .person, mention.name != nil, mention.preposition == 0 {
        return speaker(mention)
      }
      end += 1
    }
    // A person named a little later, in apposition («عضو الهيئة في …، فلان»).
    let reading: Reading = token.reading
    return Speaker(span: tokens.span(index..<end, reading: reading), chain: nil, kind: self.kind(of: index..<end))
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
    return Speaker(span: mention.name ?? mention.span, chain: mention.chain, kind: kind, unit: unitNumber)
  }

  /// Who issued the document that starts at `index`: «بيان لوزارة الخارجية», «البيان».
  private func document(at index: Int, limit: Int) -> Speaker? {
    var position = index + 1
    while position < min(limit, index + 9) {
      if isComplementizer(position) || isColon(position) || quote(opening: position) != nil { break }
      if let mention = mention(at: position), mention.tokens.lowerBound == position, speaks(mention) {
        return speaker(mention)
      }
      position += 1
    }
    return lastBody ?? last ?? Speaker(span: tokens.span(index..<index + 1, reading: tokens[index].reading), chain: nil, kind: .office)
  }

  /// The subject before the verb at `index`: «الذي قال», «لكن كيري أكد», «وكان لافروف أعلن».
  func speaker(before index: Int, in unit: Range<Int>) -> Speaker? {
    guard index > unit.lowerBound else { return nil }
    let conjunction = tokens[index].conjunction
    if conjunction == Letters.waw { return nil }
    var position = index - 1
    var words = 0
    while position >= unit.lowerBound, words < 25 {
      if isQuoteMark(position) { return nil }
      let kind = classes(position)
      if kind.contains(.conjunction), position == index - 1 { return nil }
      if let mention = mention(at: position) {
        let start = mention.tokens.lowerBound
        if speaks(mention), mention.preposition == 0, !follows(aPreposition: start, unit) { return speaker(mention) }
        position = start - 1
        words += 1
        continue
      }
      if lexicon.cue(tokens[position].word) != nil, quoteOf[position] == 0, !kind.contains(.auxiliary) { return nil }
      position -= 1
      words += 1
    }
    return nounPhrase(before: index, in: unit)
  }

  private func follows(aPreposition index: Int, _ unit: Range<Int>) -> Bool {
    index > unit.lowerBound && classes(index - 1).contains(.preposition)
  }

  /// The nouns right before the verb, where no mention covers them: «مصادر مطلعة قالت».
  private func nounPhrase(before index: Int, in unit: Range<Int>) -> Speaker? {
    var end = index
    while end > unit.lowerBound, !classes(end - 1).isDisjoint(with: [.auxiliary, .adverb, .relative]) || isComma(end - 1) { end -= 1 }
    var start = end
    while start > unit.lowerBound, end - start < 6, tokens[start - 1].isWord, quoteOf[start - 1] == 0 {
      let kind = classes(start - 1)
      guard kind.isDisjoint(with: [.preposition, .conjunction, .relative, .auxiliary, .complementizer, .source]) else { break }
      start -= 1
    }
    guard start < end, end - start < 6 else { return nil }
    return Speaker(span: tokens.span(start..<end, reading: tokens[start].reading), chain: nil, kind: .anonymous)
  }

  /// The one after عن between a verb of reporting and «قوله».
  func speaker(afterFromBefore index: Int, since start: Int) -> Speaker? {
    var position = index - 1
    while position >= start {
      if tokens[position].word == lexicon.from, position + 1 < index {
        return speaker(at: position + 1, limit: index, unit: start..<index + 1, afterPreposition: true)
      }
      position -= 1
    }
    return nil
  }

  /// The first mention of the unit that can be its subject.
  func mainSubject(of unit: Range<Int>) -> Speaker? {
    var position = unit.lowerBound
    while position < unit.upperBound {
      guard quoteOf[position] == 0, let mention = mention(at: position) else {
        position += 1
        continue
      }
      if speaks(mention), mention.preposition == 0, mention.kind != .outlet, mention.tokens.lowerBound == position,
        !follows(aPreposition: position, unit)
      {
        return speaker(mention)
      }
      position = max(position + 1, mention.tokens.upperBound)
    }
    return nil
  }
}
