/// An article's content as tokens, in sentences and paragraphs.
///
/// - Shape: tokens in text order; `sentences` and `paragraphs` are ranges of tokens that cover all tokens in order.
public struct Tokens: Sendable {
  /// The content that every span points into: the title, a line end and the text; or the text alone.
  public let content: [UInt8]
  let folded: FoldedText
  /// All tokens, and behind them the one that stands for whatever is outside the text.
  private let padded: [Token]
  /// Ranges of tokens, marks included.
  var sentences: [Range<Int>]
  var paragraphs: [Range<Int>]
  /// The sentence that each token stands in.
  var sentenceOf: TokenMap<Int32>
  /// The number of tokens of the title; 0 where there is none.
  var titleCount: Int
  /// Quoted passages, outermost first in text order.
  var quotes: [Quote]

  /// - Parameter padded: the tokens, and `Token.outside` behind them.
  init(content: [UInt8], folded: FoldedText, padded: [Token]) {
    self.content = content
    self.folded = folded
    self.padded = padded
    sentences = []
    paragraphs = []
    sentenceOf = TokenMap(count: padded.count - 1, nothing: -1)
    titleCount = 0
    quotes = []
  }

  public var count: Int { padded.count - 1 }
  var tokens: ArraySlice<Token> { padded.dropLast() }

  /// The token at `index`; outside the text `Token.outside`, so that a stage may look before and behind what it reads
  /// without asking whether there is anything.
  @inline(__always) subscript(index: Int) -> Token {
    // A negative index is a great one without its sign.
    padded[Int(bitPattern: min(UInt(bitPattern: index), UInt(bitPattern: padded.count &- 1)))]
  }

  /// The word of token `index` in its default reading; 0 outside the text.
  @inline(__always) func word(_ index: Int) -> WordID { self[index].word }

  /// The mark at `index`, or 0 when it is no mark.
  @inline(__always) func mark(_ index: Int) -> Letter {
    let token = self[index]
    return token.kind == .mark ? token.letter : 0
  }

  /// The tokens of the sentence that token `index` stands in; none outside the text.
  func sentence(of index: Int) -> Range<Int> {
    let sentence = Int(sentenceOf[index])
    guard sentence >= 0 else { return index < 0 ? 0..<0 : count..<count }
    return sentences[sentence]
  }

  /// The token that byte `byte` of the content stands in, or the next one.
  func token(at byte: Int32) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].span.end <= byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The outermost quote that starts with token `index`.
  func quote(at index: Int) -> Quote? {
    var low = 0
    var high = quotes.count
    while low < high {
      let middle = (low + high) / 2
      if quotes[middle].tokens.lowerBound < index { low = middle + 1 } else { high = middle }
    }
    return low < quotes.count && quotes[low].tokens.lowerBound == index ? quotes[low] : nil
  }

  /// The bytes of tokens `range`, the head's clitics included.
  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(self[range.lowerBound].span.start, self[range.upperBound - 1].span.end)
  }

  /// The bytes of tokens `range`, less the clitics that `reading` takes off its first token.
  func span(_ range: Range<Int>, reading: Reading) -> TextSpan {
    TextSpan(stemStart(range.lowerBound, reading), self[range.upperBound - 1].span.end)
  }

  /// The byte at which the stem of token `index` starts under `reading`. The ل of لل is taken off, the article's ل stays.
  func stemStart(_ index: Int, _ reading: Reading) -> Int32 {
    let token = self[index]
    let clitics: Int32 =
      switch reading {
      case .whole: 0
      case .conjunction, .preposition: 1
      case .both: 2
      }
    return folded.origin[Int(min(token.folded + clitics, token.foldedEnd))]
  }

  /// The byte of the content at `index`; 0 outside.
  @inline(__always) func byte(_ index: Int) -> UInt8 { index >= 0 && index < content.count ? content[index] : 0 }

  func text(_ span: TextSpan) -> String {
    let end = max(0, min(Int(span.end), content.count))
    return String(decoding: content[max(0, min(Int(span.start), end))..<end], as: UTF8.self)
  }

  /// The hash of token `index` less its first `clitics` letters.
  func hash(_ index: Int, dropping clitics: Int) -> WordHash {
    let token = self[index]
    let start = min(token.folded + Int32(clitics), token.foldedEnd)
    return WordHash(folded.letters[Int(start)..<Int(token.foldedEnd)])
  }

  /// The folded letters of token `index`; none outside the text.
  func letters(_ index: Int) -> ArraySlice<UInt8> {
    let token = self[index]
    return folded.letters[Int(token.folded)..<Int(token.foldedEnd)]
  }

  /// Whether a noun ends in ة or ات.
  func isFeminineNoun(_ index: Int) -> Bool {
    let end = Int(self[index].span.end)
    if byte(end - 2) == 0xD8, byte(end - 1) == 0xA9 { return true }
    let letters = letters(index)
    return letters.count > 4 && letters.last == Letters.teh && letters[letters.endIndex - 2] == Letters.alef
  }

  /// The folded letter number `offset` of token `index`; 0 where it has none.
  @inline(__always) func letter(_ index: Int, _ offset: Int) -> Letter {
    let token = self[index]
    return offset >= 0 && offset < Int(token.foldedEnd - token.folded) ? folded.letters[Int(token.folded) + offset] : 0
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
