/// What a token is made of.
///
/// A `mark` is one punctuation mark, symbol or line end (`letter` 0x0A); `outside` is what stands before and behind the text.
public enum TokenKind: UInt8, Sendable { case word, latin, number, mark, outside }

/// A way to read a token: whole, or less the clitics at its head.
///
/// `conjunction` takes off و or ف; `preposition` takes off ب ل ك or the future's س, and reads لل as ل and ال.
enum Reading: UInt8, CaseIterable, Sendable { case whole, conjunction, preposition, both }

/// A word, number or mark of an article, with the readings that the lexicon knows.
struct Token: Sendable {
  /// Bytes of the content.
  var span: TextSpan
  /// Letters of the folded content.
  var folded: Int32
  var foldedEnd: Int32
  var kind: TokenKind
  /// The mark of a `mark` token; else the first letter.
  var letter: Letter
  /// Whether white space stands before the token.
  var spaced: Bool
  /// The default reading.
  var reading: Reading
  /// The clitics that the default reading takes off: و ف and ب ل ك س; 0 where none.
  var conjunction: Letter
  var preposition: Letter
  /// The words of the four readings; 0 where the lexicon does not know the word or the reading does not apply.
  var whole: WordID
  var lessConjunction: WordID
  var lessPreposition: WordID
  var lessBoth: WordID
  var hash: WordHash

  @inline(__always) func word(_ reading: Reading) -> WordID {
    switch reading {
    case .whole: whole
    case .conjunction: lessConjunction
    case .preposition: lessPreposition
    case .both: lessBoth
    }
  }

  /// The word of the default reading.
  @inline(__always) var word: WordID { word(reading) }
  var isWord: Bool { kind == .word || kind == .latin }

  /// What stands outside the text: no word, letter or mark, and nothing touches it.
  static var outside: Token {
    @inline(__always) get {
      Token(
        span: TextSpan(0, 0), folded: 0, foldedEnd: 0, kind: .outside, letter: 0, spaced: true, reading: .whole,
        conjunction: 0, preposition: 0, whole: 0, lessConjunction: 0, lessPreposition: 0, lessBoth: 0, hash: WordHash())
    }
  }
}
