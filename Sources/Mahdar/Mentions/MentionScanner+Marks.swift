/// Marks that part nothing: quotation marks around a name or body, brackets between an office and its holder.
extension MentionScanner {
  /// What a pair of marks holds, and the token behind it.
  struct Marked {
    var inner: Range<Int>
    var end: Int
  }

  /// The longest name or aside in marks that belongs to the phrase around it.
  private static let longestName = 6
  private static let longestAside = 10

  /// A short quotation that opens at `index`: «حركة "طالبان"».
  func quoted(at index: Int) -> Marked? {
    guard tokens[index].kind == .mark, tokens[index].letter != 0x0A, let quote = tokens.quote(at: index + 1),
      quote.isClosed, quote.tokens.count <= Self.longestName
    else { return nil }
    return Marked(inner: quote.tokens, end: quote.tokens.upperBound + 1)
  }

  /// The state, body or place that a quotation names whole.
  func quotedEntity(_ quoted: Marked) -> GazetteerName? {
    let start = quoted.inner.lowerBound
    // «حركة "العدل والمساواة"» is known by both.
    let noun = tokens[start - 2]
    if noun.kind == .word, noun.word != 0, quoted.inner.allSatisfy({ tokens[$0].whole != 0 }) {
      let whole = lexicon.names.values(of: [noun.word] + quoted.inner.map { tokens[$0].whole })
      if let body = whole.first(where: { $0.entry.kind == .organisation }) { return body }
    }
    guard tokens[start].kind == .word,
      let match = lexicon.names.longest(at: start, head: tokens[start].whole, in: tokens),
      match.end == quoted.inner.upperBound
    else { return nil }
    return match.values.first { $0.entry.kind == .state || $0.entry.kind == .organisation }
  }

  /// The token after an aside in round brackets that opens at `index`: «(نيا)», «(الغرفة الأولى)».
  func aside(at index: Int) -> Int? {
    guard tokens.mark(index) == UInt8(ascii: "(") else { return nil }
    for end in index + 1..<index + Self.longestAside {
      if tokens.mark(end) == UInt8(ascii: ")") { return end + 1 }
      if tokens[end].kind == .outside || tokens.mark(end) == 0x0A { return nil }
    }
    return nil
  }

  /// The token after what may stand between an office and the name of its holder: an aside, «آنذاك», «في حينه».
  func behindAsides(_ index: Int) -> Int {
    var end = index
    if let aside = aside(at: end) { end = aside }
    let start = tokens[end].kind == .word && lexicon.cues.links[tokens[end].word] == .post ? end + 1 : end
    if tokens[start].kind == .word, lexicon.cues.then.contains(tokens[start].whole) { end = start + 1 }
    return end
  }

  /// A mention that fills a quotation takes the marks and the clitic before them: «و«ميركوسور»», «لـ"حماس"».
  func withMarks(_ draft: MentionDraft) -> MentionDraft {
    let start = draft.tokens.lowerBound
    guard draft.reading == .whole, draft.kind == .organisation || draft.kind == .state || draft.kind == .outlet,
      draft.name == nil, tokens[start - 1].kind == .mark,
      let quote = tokens.quote(at: start), quote.isClosed, quote.tokens == draft.tokens
    else { return draft }
    var draft = draft
    draft.name = draft.tokens
    draft.tokens = start - 1..<quote.tokens.upperBound + 1
    let clitic = tokens[start - 2]
    if clitic.kind == .word, !tokens[start - 1].spaced, clitic.foldedEnd - clitic.folded == 1 {
      if clitic.letter == Letters.waw || clitic.letter == Letters.feh {
        draft.reading = .conjunction
      } else if clitic.letter == Letters.lam || clitic.letter == Letters.beh || clitic.letter == Letters.kaf {
        draft.reading = .preposition
      }
      if draft.reading != .whole { draft.tokens = start - 2..<draft.tokens.upperBound }
    }
    return draft
  }
}
