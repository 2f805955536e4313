/// One article's pass for statements: cues, frames, then the quotations and clauses they govern.
struct SpeechReader {
  let tokens: Tokens
  let lexicon: StatementLexicon
  let mentions: [Mention]
  let chains: [Chain]
  /// The mention, plus one, that each token stands in; 0 where none.
  var mentionOf: [Int32]
  /// The outermost quote, plus one, that each token stands in, marks excluded; 0 where none.
  var quoteOf: [Int32]
  /// Whether each token stands in an expression of time.
  var isTime: [Bool]
  var statements: [Statement] = []
  /// The last speaker told, and the last one that is no person.
  var last: Speaker?
  var lastBody: Speaker?
  var lastPerson: Speaker?
  /// Who issued the last document told of, and who wrote the last article.
  var lastIssuer: Speaker?
  var author: Speaker?
  /// The bodies and outlets that spoke, in order.
  var bodies: [Speaker] = []
  /// The subject of the last unit that had one.
  var subject: Speaker?
  var unitNumber = 0

  init(_ input: StatementFinder.Input, _ lexicon: StatementLexicon) {
    tokens = input.tokens
    self.lexicon = lexicon
    mentions = input.mentions
    chains = input.chains
    mentionOf = Array(repeating: 0, count: tokens.count)
    quoteOf = Array(repeating: 0, count: tokens.count)
    isTime = Array(repeating: false, count: tokens.count)
    for (index, mention) in mentions.enumerated() {
      // Where mentions nest, the outer one stands.
      let head = mentionOf[mention.tokens.lowerBound]
      if head != 0, mentions[Int(head) - 1].tokens.upperBound >= mention.tokens.upperBound { continue }
      for token in mention.tokens { mentionOf[token] = Int32(index + 1) }
    }
    for (index, quote) in tokens.quotes.enumerated() where quote.depth == 0 {
      for token in quote.tokens where quoteOf[token] == 0 { quoteOf[token] = Int32(index + 1) }
    }
    for time in input.times { for token in time.tokens { isTime[token] = true } }
  }

  /// The sentences, joined where a quote runs across their border.
  func units() -> [Range<Int>] {
    var units: [Range<Int>] = []
    for sentence in tokens.sentences {
      if let previous = units.last, quoteOf[sentence.lowerBound] != 0,
        quoteOf[sentence.lowerBound] == quoteOf[previous.upperBound - 1]
          || quoteOf[sentence.lowerBound] == quoteOf[max(previous.upperBound - 2, previous.lowerBound)]
      {
        units[units.count - 1] = previous.lowerBound..<sentence.upperBound
      } else if let previous = units.last, closesQuote(sentence.lowerBound), quoteOf[previous.upperBound - 1] != 0 {
        units[units.count - 1] = previous.lowerBound..<sentence.upperBound
      } else {
        units.append(sentence)
      }
    }
    return units
  }

  private func closesQuote(_ index: Int) -> Bool {
    index > 0 && quoteOf[index] == 0 && quoteOf[index - 1] != 0
  }

  // MARK: Token classes

  /// The classes of a token's default reading.
  func classes(_ index: Int) -> SpeechWord {
    guard index >= 0, index < tokens.count else { return [] }
    let word = tokens[index].word
    // «على» and the name علي fold alike.
    if word == lexicon.on, mentionOf[index] != 0, mentions[Int(mentionOf[index]) - 1].kind == .person { return [] }
    return lexicon.classes(word)
  }

  /// The complementizer at `index`, whatever clitics stand before it: إن, وأنه, بأن, وبأنها.
  func complementizer(_ index: Int) -> Complementizer? {
    guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return nil }
    let token = tokens[index]
    let letters = tokens.letters(index)
    let first = letters[letters.startIndex]
    if let pronoun = pronoun(token.whole) { return Complementizer(pronoun: pronoun, beh: false, conjunction: 0) }
    if let pronoun = pronoun(token.lessConjunction) {
      return Complementizer(pronoun: pronoun, beh: false, conjunction: first)
    }
    // «بان كي مون» is a name.
    guard tokens.word(index + 1) != lexicon.ki else { return nil }
    if first == Letters.beh, let pronoun = pronoun(token.lessPreposition) {
      return Complementizer(pronoun: pronoun, beh: true, conjunction: 0)
    }
    if letters.count > 2, letters[letters.startIndex + 1] == Letters.beh, let pronoun = pronoun(token.lessBoth) {
      return Complementizer(pronoun: pronoun, beh: true, conjunction: first)
    }
    return nil
  }

  struct Complementizer {
    /// Whether it carries a pronoun: أنه.
    var pronoun: Bool
    /// Whether بـ leads to it.
    var beh: Bool
    var conjunction: Letter
  }

  private func pronoun(_ word: WordID) -> Bool? {
    guard word != 0 else { return nil }
    let kind = lexicon.classes(word)
    return kind.contains(.complementizer) ? false : kind.contains(.pronounComplementizer) ? true : nil
  }

  func isComplementizer(_ index: Int) -> Bool { complementizer(index) != nil }

  func isComma(_ index: Int) -> Bool {
    let mark = tokens.mark(index)
    return mark == UInt8(ascii: ",") || mark == UInt8(ascii: ";")
  }

  func isDash(_ index: Int) -> Bool { tokens.mark(index) == UInt8(ascii: "-") }
  func isColon(_ index: Int) -> Bool { tokens.mark(index) == UInt8(ascii: ":") }

  func isQuoteMark(_ index: Int) -> Bool {
    let mark = tokens.mark(index)
    return mark == Letters.openQuote || mark == Letters.closeQuote || mark == Letters.straightQuote
      || mark == UInt8(ascii: "{") || mark == UInt8(ascii: "}")
      || mark == UInt8(ascii: "'") && (tokens.mark(index + 1) == mark || tokens.mark(index - 1) == mark)
  }

  /// The outermost quote that the mark at `index` opens.
  func quote(opening index: Int) -> Int? {
    guard isQuoteMark(index), quoteOf[index] == 0, index + 1 < tokens.count, quoteOf[index + 1] != 0 else { return nil }
    let quote = Int(quoteOf[index + 1]) - 1
    return tokens.quotes[quote].tokens.lowerBound == index + 1 ? quote : nil
  }

  func mention(at index: Int) -> Mention? {
    index >= 0 && index < tokens.count && mentionOf[index] != 0 ? mentions[Int(mentionOf[index]) - 1] : nil
  }

  /// The number of words and numbers in a range.
  func words(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (tokens[$1].kind == .mark ? 0 : 1) }
  }

  /// Whether a word before the quotation that starts at `start` says that it is a name: «ما يعرف بـ "…"», «المسماة "…"».
  private func isNamed(_ start: Int) -> Bool {
    var before = start - 2
    // بـ stands alone before a quotation mark.
    if before >= 0, tokens[before].kind == .word, tokens[before].foldedEnd - tokens[before].folded == 1 { before -= 1 }
    if classes(before).contains(.same) || classes(before).contains(.adverb) { before -= 1 }
    return classes(before).contains(.naming)
  }

  /// Whether a quote holds a name, not words said.
  func isName(_ quote: Int) -> Bool {
    let range = tokens.quotes[quote].tokens
    let count = words(range)
    if count == 0 { return true }
    let before = range.lowerBound - 2
    // «مقال بعنوان: "…"»
    if classes(isColon(before) ? before - 1 : before).contains(.heading) { return true }
    // A name of the body or outlet before it («وكالة الأنباء السودانية «سونا»»), or one that its Latin spelling follows.
    if count <= 2, let mention = mention(at: before), mention.kind == .outlet || mention.kind == .organisation {
      return true
    }
    if count <= 5, tokens.mark(range.upperBound + 1) == UInt8(ascii: "("), range.upperBound + 2 < tokens.count,
      tokens[range.upperBound + 2].kind == .latin
    {
      return true
    }
    if count <= 3, before >= 0, lexicon.cue(tokens[before].word)?.frame == .relay { return true }
    if count <= 4, classes(range.lowerBound).contains(.nameHead) { return true }
    if count <= 6, before >= 0, !classes(before).isDisjoint(with: .nameHead) { return true }
    // «المسار 1.5», «رؤية 2030»; «"المسار الثاني" (شبه رسمي)»: terms, with a number or a gloss.
    if count <= 3, range.contains(where: { tokens[$0].kind == .latin || tokens[$0].kind == .number }) { return true }
    if count <= 3, tokens.mark(range.upperBound + 1) == UInt8(ascii: "(") { return true }
    if count <= 5, isNamed(range.lowerBound) { return true }
    if let mention = mention(at: range.lowerBound), mention.tokens.upperBound >= range.upperBound { return true }
    return false
  }
}
