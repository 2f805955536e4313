/// Finds quoted passages: «» “” "" '' {} and the mixed, reversed and unbalanced pairs that the press has.
///
/// A guillemet's shape decides whether it opens or closes; of the other marks, the white space around them and whether
/// the paragraph has an even number of them left.
enum QuoteFinder {
  /// Deeper quotes than this are read as part of the one that encloses them.
  private static let deepest = 4
  /// An open quote runs to the end of its paragraph when that is at most so many tokens off, else to the sentence's.
  private static let longestOpen = 120

  /// Names that are written with a mark right behind the word before them have at most so many words.
  private static let longestName = 3

  private enum Family { case guillemet, curly, brace, doubled, single }

  private struct Open {
    let family: Family
    /// The tokens of the mark.
    let mark: Range<Int>
  }

  static func quotes(in tokens: Tokens) -> [Quote] {
    var quotes: [Quote] = []
    for paragraph in tokens.paragraphs {
      var open: [Open] = []
      let first = quotes.count
      var index = paragraph.lowerBound
      // How many marks of one shape for both ends the paragraph has left.
      var left = paragraph.count { tokens.mark($0) == Letters.straightQuote }
      while index < paragraph.upperBound {
        guard tokens[index].kind == .mark, let (family, width) = mark(tokens, index) else {
          index += 1
          continue
        }
        let mark = index..<index + width
        index += width
        let isEven = left.isMultiple(of: 2)
        left -= mark.count { tokens.mark($0) == Letters.straightQuote }
        if opens(tokens, mark, family, open, isEven) {
          if open.count < deepest { open.append(Open(family: family, mark: mark)) }
        } else if family == .single, !open.contains(where: { $0.family == .single }) {
          // An apostrophe.
          continue
        } else if let last = open.lastIndex(where: { $0.family == family }) ?? open.indices.last {
          let start = open[last].mark.upperBound
          open.removeSubrange(last...)
          append(&quotes, tokens, start..<mark.lowerBound, closed: true, depth: last)
        }
      }
      if !open.isEmpty { close(open, &quotes, first, tokens, paragraph) }
      quotes[first...].sort { ($0.tokens.lowerBound, $0.depth) < ($1.tokens.lowerBound, $1.depth) }
    }
    return quotes
  }

  /// Ends the quotes left open; those closed inside one of them come out of it when it ends before them.
  private static func close(
    _ open: [Open], _ quotes: inout [Quote], _ first: Int, _ tokens: Tokens, _ paragraph: Range<Int>
  ) {
    for (position, mark) in open.enumerated() {
      let outer = mark.mark.upperBound
      var end = paragraph.upperBound
      if end - outer > longestOpen, outer < end { end = min(end, tokens.sentence(of: outer).upperBound) }
      // A mark was forgotten before the next quote opened.
      if let next = position + 1 < open.count
        ? open[position + 1].mark.lowerBound
        : quotes[first...].lazy.map({ $0.tokens.lowerBound - 1 }).filter({ $0 > outer }).min()
      {
        end = min(end, lastPause(tokens, outer..<next))
      }
      while end > outer, tokens.mark(end - 1) == 0x0A { end -= 1 }
      for index in quotes.indices[first...] where quotes[index].tokens.lowerBound >= end {
        quotes[index].depth = max(0, quotes[index].depth - 1)
      }
      append(&quotes, tokens, outer..<max(outer, end), closed: false, depth: 0)
    }
  }

  /// The last comma or stop in `range`, else its end.
  private static func lastPause(_ tokens: Tokens, _ range: Range<Int>) -> Int {
    range.last { [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ".")].contains(tokens.mark($0)) }
      ?? range.upperBound
  }

  private static func append(_ quotes: inout [Quote], _ tokens: Tokens, _ range: Range<Int>, closed: Bool, depth: Int) {
    guard !range.isEmpty else { return }
    quotes.append(Quote(tokens: range, span: tokens.span(range), isClosed: closed, depth: depth))
  }

  /// The quotation mark at `index`, of one token or two («''»).
  private static func mark(_ tokens: Tokens, _ index: Int) -> (Family, Int)? {
    switch tokens[index].letter {
    case Letters.straightQuote where tokens.mark(index + 1) == Letters.straightQuote && !tokens[index + 1].spaced:
      // «""نص"»: one mark, struck twice.
      (.curly, 2)
    case Letters.openQuote, Letters.closeQuote, Letters.straightQuote:
      (tokens.byte(Int(tokens[index].span.start)) == 0xC2 ? .guillemet : .curly, 1)
    case apostrophe:
      tokens.mark(index + 1) == apostrophe && !tokens[index + 1].spaced ? (.curly, 2) : (.single, 1)
    case openBrace, closeBrace: (.brace, 1)
    // «((نص))», «<<نص>>»: guillemets of a keyboard that has none.
    case let letter where doubled.contains(letter) && tokens.mark(index + 1) == letter && !tokens[index + 1].spaced:
      (.doubled, 2)
    default: nil
    }
  }

  private static let doubled: [UInt8] = Array("()<>".utf8)

  private static let apostrophe = UInt8(ascii: "'")
  private static let openBrace = UInt8(ascii: "{")
  private static let closeBrace = UInt8(ascii: "}")

  private static func opens(_ tokens: Tokens, _ mark: Range<Int>, _ family: Family, _ open: [Open], _ isEven: Bool)
    -> Bool
  {
    let letter = tokens[mark.lowerBound].letter
    if family == .brace { return letter == openBrace }
    if family == .doubled { return letter == UInt8(ascii: "(") || letter == UInt8(ascii: "<") }
    if family == .single { return !open.contains { $0.family == .single } && opensSingle(tokens, mark.lowerBound) }
    let index = mark.upperBound - 1
    // «عمليا «. ثم»: nothing opens before a comma or stop.
    if isPause(tokens, index + 1) { return false }
    let openFamily = open.contains { $0.family == family }
    let touchesNext = !tokens[index + 1].spaced && tokens.mark(index + 1) != 0x0A
    let first = mark.lowerBound
    let touchesPrevious = first > 0 && !tokens[first].spaced && tokens.mark(first - 1) != 0x0A
    // A clitic or a bracket may stand right before an opening mark: لـ"داعش", و"مختلاً".
    let afterOpener = first == 0 || isOpener(tokens.mark(first - 1))
    let afterClitic = afterOpener || isClitics(tokens, first - 1)
    let looksOpening = touchesNext && startsWords(tokens, index + 1) && (!touchesPrevious || afterClitic)
    if family == .guillemet {
      if letter == Letters.openQuote { return !openFamily || looksOpening }
      return open.isEmpty && looksOpening
    }
    if !openFamily {
      // A closing mark whose opening one is missing opens nothing.
      if touchesPrevious, !touchesNext || !startsWords(tokens, index + 1), !afterOpener,
        !isClitics(tokens, first - 1) || !touchesNext
      {
        // «وتابع" لا نعرف بعد متى"»: unless it is the first of a pair with more than a name between them.
        return isEven && letter == Letters.straightQuote && tokens[first - 1].kind == .word
          && !(index + 1...index + longestName + 1).contains { tokens.mark($0) == letter || tokens.mark($0) == 0x0A }
      }
      return letter != Letters.closeQuote || looksOpening || open.isEmpty && touchesNext && !touchesPrevious
    }
    if letter == Letters.openQuote { return looksOpening }
    return letter == Letters.closeQuote ? false : looksOpening && !touchesPrevious
  }

  /// Whether a single mark stands before a word and another behind one in reach: «‘نص’», not «d'Ivoire».
  private static func opensSingle(_ tokens: Tokens, _ index: Int) -> Bool {
    func isAtEnd(_ index: Int) -> Bool {
      !tokens[index].spaced && (tokens[index + 1].spaced || tokens[index + 1].kind != .word)
    }
    guard tokens[index].spaced || index == 0 || tokens[index - 1].kind != .word, !tokens[index + 1].spaced,
      startsWords(tokens, index + 1)
    else { return false }
    for position in index + 2..<max(index + 2, min(index + longestOpen, tokens.count)) {
      if tokens.mark(position) == 0x0A { return false }
      if tokens.mark(position) == apostrophe, isAtEnd(position) { return true }
    }
    return false
  }

  /// Whether a token is nothing but clitics: و, لـ, وبـ.
  private static func isClitics(_ tokens: Tokens, _ index: Int) -> Bool {
    guard tokens[index].kind == .word else { return false }
    let letters = tokens.letters(index)
    return letters.count <= 2
      && letters.allSatisfy {
        $0 == Letters.waw || $0 == Letters.feh || $0 == Letters.beh || $0 == Letters.lam || $0 == Letters.kaf
      }
  }

  private static func isPause(_ tokens: Tokens, _ index: Int) -> Bool {
    let mark = tokens.mark(index)
    return mark == UInt8(ascii: ",") || mark == UInt8(ascii: ";")
      || mark == UInt8(ascii: ".") && tokens.mark(index + 1) != mark
  }

  private static func isOpener(_ letter: Letter) -> Bool {
    letter == UInt8(ascii: "(") || letter == UInt8(ascii: "[") || letter == Letters.openQuote
      || letter == UInt8(ascii: ":")
  }

  /// Whether a quotation can start with the token at `index`: words, a bracket, another quote or an ellipsis.
  private static func startsWords(_ tokens: Tokens, _ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .mark else { return token.kind != .outside }
    switch token.letter {
    case UInt8(ascii: "("), UInt8(ascii: "["), Letters.openQuote, 0x04: return true
    case UInt8(ascii: "."): return tokens.mark(index + 1) == UInt8(ascii: ".")
    default: return false
    }
  }
}
