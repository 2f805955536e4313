/// What time a clause speaks of.
enum ClauseTense {
  case past
  /// A present that may tell a plan («يلتقي لافروف كيري الثلاثاء»).
  case present
  case future
  case unknown
}

extension TimeReader {
  /// The tense of the clause around `range`: its nearest verb or cue before, else after, within the sentence.
  func tense(around range: Range<Int>) -> ClauseTense {
    let sentence = tokens.sentence(of: range.lowerBound)
    var index = range.lowerBound - 1
    let first = max(sentence.lowerBound, range.lowerBound - 40)
    while index >= first {
      if let tense = tense(of: index) { return tense }
      index -= 1
    }
    index = range.upperBound
    let last = min(sentence.upperBound, range.upperBound + 15)
    while index < last {
      if let tense = tense(of: index) { return tense }
      index += 1
    }
    return .unknown
  }

  private func tense(of index: Int) -> ClauseTense? {
    let token = tokens[index]
    guard token.kind == .word else { return nil }
    let word = anyWord(index)
    if word.has(.future) { return .future }
    if word.has(.past) { return .past }
    let isPresent = word.has(.present) || looksPresent(index, token)
    if token.preposition == Letters.seen, isPresent { return .future }
    if looksFuture(index, token) { return .future }
    guard isPresent else { return nil }
    let before = anyWord(index - 1)
    if before.has(.past) { return .past }
    return before.has(.future) ? .future : .present
  }

  /// A word of four letters or more in ي that no table knows is read as a verb.
  private func looksPresent(_ index: Int, _ token: Token) -> Bool {
    guard token.word == 0 else { return false }
    var letters = tokens.letters(index)
    if letters.count > 4, letters.first == Letters.waw || letters.first == Letters.feh { letters = letters.dropFirst() }
    return letters.first == Letters.yeh && letters.count >= 4
  }

  /// A word of five letters or more in سي or ست that no table knows is read as a future verb.
  private func looksFuture(_ index: Int, _ token: Token) -> Bool {
    guard token.word == 0 else { return false }
    var letters = tokens.letters(index)
    if letters.count > 5, letters.first == Letters.waw || letters.first == Letters.feh { letters = letters.dropFirst() }
    guard letters.count >= 5, letters.first == Letters.seen else { return false }
    let second = letters[letters.startIndex + 1]
    return second == Letters.yeh || second == Letters.teh
  }
}
