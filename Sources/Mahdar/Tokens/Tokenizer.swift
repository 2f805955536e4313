/// Cuts an article's content into tokens, sentences, paragraphs and quotes, and looks every reading of a word up.
struct Tokenizer: Stage {
  static let name = "tokens"
  let vocabulary: Vocabulary

  func callAsFunction(_ article: Article) -> Tokens {
    var content = article.title.map { $0 + "\n" + article.text } ?? article.text
    return content.withUTF8 { bytes in
      var tokens = tokenize(Array(bytes), FoldedText(bytes))
      let titleEnd = Int32(article.title.map { $0.utf8.count + 1 } ?? 0)
      tokens.titleCount = tokens.tokens.prefix { $0.span.start < titleEnd }.count
      return tokens
    }
  }

  private func tokenize(_ content: [UInt8], _ folded: FoldedText) -> Tokens {
    var tokens: [Token] = []
    tokens.reserveCapacity(folded.letters.count / 5 + 8)
    let letters = folded.letters
    let count = letters.count
    var index = 0
    var spaced = true
    while index < count {
      let letter = letters[index]
      if letter == Letters.space {
        spaced = true
        index += 1
        continue
      }
      var end = index + 1
      var kind = TokenKind.mark
      if Letters.isArabic(letter) {
        kind = .word
        while end < count, Letters.isArabic(letters[end]) { end += 1 }
      } else if Letters.isDigit(letter) {
        kind = .number
        while end < count, Letters.isDigit(letters[end]) { end += 1 }
      } else if Letters.isLatin(letter) {
        kind = .latin
        while end < count, Letters.isLatin(letters[end]) { end += 1 }
      }
      tokens.append(read(letters, index, end, kind, spaced, folded))
      spaced = letter == 0x0A
      index = end
    }
    tokens.append(.outside)
    var result = Tokens(content: content, folded: folded, padded: tokens)
    SentenceBreaker.divide(&result)
    result.quotes = QuoteFinder.quotes(in: result)
    return result
  }

  /// The token of letters `start..<end`, with the readings that the vocabulary knows.
  private func read(
    _ letters: [UInt8], _ start: Int, _ end: Int, _ kind: TokenKind, _ spaced: Bool, _ folded: FoldedText
  ) -> Token {
    var token = Token(
      span: TextSpan(folded.origin[start], folded.origin[end]), folded: Int32(start), foldedEnd: Int32(end), kind: kind,
      letter: letters[start], spaced: spaced, reading: .whole, conjunction: 0, preposition: 0, whole: 0,
      lessConjunction: 0, lessPreposition: 0, lessBoth: 0, hash: WordHash())
    var hash = WordHash()
    var position = end
    func suffix(from first: Int) -> WordHash {
      while position > first {
        position -= 1
        hash = hash.preceded(by: letters[position])
      }
      return hash
    }
    // The hashes of the word less its first 3, 2, 1 and 0 letters.
    let lessThree = suffix(from: start + 3)
    let lessTwo = suffix(from: start + 2)
    let lessOne = suffix(from: start + 1)
    token.hash = suffix(from: start)
    token.whole = vocabulary.id(token.hash)
    guard kind == .word, end - start >= 3 else { return token }
    let first = letters[start]
    let second = letters[start + 1]
    let conjunction = first == Letters.waw || first == Letters.feh
    if conjunction {
      token.lessConjunction = vocabulary.id(lessOne)
      if end - start >= 4, Self.isPreposition(second) {
        token.lessBoth = lessPreposition(second, letters[start + 2], lessTwo, lessThree)
      }
    } else if Self.isPreposition(first) {
      token.lessPreposition = lessPreposition(first, second, lessOne, lessTwo)
    }
    chooseReading(&token, first, second)
    return token
  }

  private static func isPreposition(_ letter: Letter) -> Bool {
    letter == Letters.beh || letter == Letters.lam || letter == Letters.kaf || letter == Letters.seen
  }

  /// The word after a preposition. لل is ل and the article, unless what is left is itself a word in ل: «للقاء».
  private func lessPreposition(_ letter: Letter, _ next: Letter, _ one: WordHash, _ two: WordHash) -> WordID {
    let plain = vocabulary.id(one)
    if letter == Letters.lam, next == Letters.lam, plain == 0 || !vocabulary.isClosed(plain) {
      let defined = vocabulary.id(two.preceded(by: Letters.lam).preceded(by: Letters.alef))
      if defined != 0 { return defined }
    }
    return plain
  }

  /// The default reading: the fewest clitics that leave a closed-class word, else that leave any known word.
  private func chooseReading(_ token: inout Token, _ first: Letter, _ second: Letter) {
    var known: Reading?
    for reading in Reading.allCases {
      let word = token.word(reading)
      guard word != 0 else { continue }
      if vocabulary.isClosed(word) {
        known = reading
        break
      }
      if known == nil { known = reading }
    }
    token.reading = known ?? .whole
    switch token.reading {
    case .whole: break
    case .conjunction: token.conjunction = first
    case .preposition: token.preposition = first
    case .both:
      token.conjunction = first
      token.preposition = second
    }
  }
}
