/// What time a clause speaks of.
enum ClauseTense {
  case past
  /// A present that may tell a plan («يلتقي لافروف كيري الثلاثاء»).
  case present
  /// A present in a relative clause: «التي تبدأ الأحد», «الذي يحمل تاريخ الأحد».
  case relative
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
    let before = anyWord(index - 1)
    if word.has(.past) {
      // «لعقد», «على عقد»: a noun that tells a plan; «في بحث»: a noun.
      if token.preposition == Letters.lam || before.has(.governor) { return .present }
      return token.preposition == 0 && !before.has(.preposition) ? .past : nil
    }
    guard word.has(.present) || looksLikeVerb(index, token) else { return nil }
    if token.preposition == Letters.seen || token.word == 0 && verbLetters(index).first == Letters.seen {
      return .future
    }
    // «كان يلتقي», «قد يلتقي», «من المقرر أن يلتقي»
    let cue = before.has(.opener) ? anyWord(index - 2) : before
    if cue.has(.future) { return .future }
    if before.has(.relative) { return .relative }
    return before.has(.past) ? .past : .present
  }

  /// Whether a word that no table knows stands where a verb does and starts as the present does: ي, سي or ست.
  private func looksLikeVerb(_ index: Int, _ token: Token) -> Bool {
    guard token.word == 0 else { return false }
    let letters = verbLetters(index)
    // «سأزور», «سنلتقي»
    if letters.count >= 5, letters.first == Letters.seen {
      let second = letters[letters.startIndex + 1]
      if second == Letters.alef || second == Letters.noon && letters.count >= 6 { return true }
    }
    let isJoined = letters.count < Int(token.foldedEnd - token.folded)
    guard letters.count >= 4,
      isJoined || anyWord(index - 1).has(.opener) || mark(index - 1) != 0 || index < tokens.titleCount
    else { return false }
    if letters.first == Letters.yeh { return true }
    let second = letters[letters.startIndex + 1]
    return letters.first == Letters.seen && letters.count >= 5 && (second == Letters.yeh || second == Letters.teh)
  }

  /// The letters of a word less its و or ف.
  private func verbLetters(_ index: Int) -> ArraySlice<UInt8> {
    let letters = tokens.letters(index)
    let isJoined = letters.count > 4 && (letters.first == Letters.waw || letters.first == Letters.feh)
    return isJoined ? letters.dropFirst() : letters
  }
}
