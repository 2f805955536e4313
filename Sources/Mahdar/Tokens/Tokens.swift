/// An article's content as tokens, in sentences and paragraphs.
///
/// - Shape: tokens in text order; `sentences` and `paragraphs` are ranges of tokens that cover all tokens in order.
public struct Tokens: Sendable {
  /// The content that every span points into: the title, a line end and the text; or the text alone.
  public let content: [UInt8]
  let folded: FoldedText
  var tokens: [Token]
  /// Ranges of tokens, marks included.
  var sentences: [Range<Int>]
  var paragraphs: [Range<Int>]
  /// The sentence that each token stands in.
  var sentenceOf: [Int32]
  /// The number of tokens of the title; 0 where there is none.
  var titleCount: Int
  /// Quoted passages, outermost first in text order.
  var quotes: [Quote]

  public var count: Int { tokens.count }
  @inline(__always) subscript(index: Int) -> Token { tokens[index] }

  /// The word of token `index` in its default reading; 0 outside the text.
  @inline(__always) func word(_ index: Int) -> WordID {
    index >= 0 && index < tokens.count ? tokens[index].word : 0
  }

  /// The mark at `index`, or 0 when it is no mark.
  @inline(__always) func mark(_ index: Int) -> Letter {
    index >= 0 && index < tokens.count && tokens[index].kind == .mark ? tokens[index].letter : 0
  }

  func sentence(of index: Int) -> Range<Int> { sentences[Int(sentenceOf[index])] }

  /// The bytes of tokens `range`, the head's clitics included.
  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
  }

  /// The bytes of tokens `range`, less the clitics that `reading` takes off its first token.
  func span(_ range: Range<Int>, reading: Reading) -> TextSpan {
    TextSpan(stemStart(range.lowerBound, reading), tokens[range.upperBound - 1].span.end)
  }

  /// The byte at which the stem of token `index` starts under `reading`. The ل of لل is taken off, the article's ل stays.
  func stemStart(_ index: Int, _ reading: Reading) -> Int32 {
    let token = tokens[index]
    let clitics: Int32 =
      switch reading {
      case .whole: 0
      case .conjunction, .preposition: 1
      case .both: 2
      }
    return folded.origin[Int(min(token.folded + clitics, token.foldedEnd))]
  }

  func text(_ span: TextSpan) -> String {
    String(decoding: content[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }

  /// The hash of token `index` less its first `clitics` letters.
  func hash(_ index: Int, dropping clitics: Int) -> WordHash {
    let token = tokens[index]
    let start = min(token.folded + Int32(clitics), token.foldedEnd)
    return WordHash(folded.letters[Int(start)..<Int(token.foldedEnd)])
  }

  /// The folded letters of token `index`.
  func letters(_ index: Int) -> ArraySlice<UInt8> {
    folded.letters[Int(tokens[index].folded)..<Int(tokens[index].foldedEnd)]
  }
}

/// A passage inside quotation marks.
public struct Quote: Sendable, Hashable {
  /// The tokens between the marks.
  public var tokens: Range<Int>
  /// The bytes between the marks.
  public var span: TextSpan
  /// Whether a closing mark was found; a quote left open ends with its paragraph.
  public var isClosed: Bool
  /// How many quotes enclose it.
  public var depth: Int
}
