/// Finds quoted passages: «» “” "" and the mixed, reversed and unbalanced pairs that the press has.
///
/// A guillemet's shape decides whether it opens or closes; of the other marks, the white space around them.
enum QuoteFinder {
  /// Deeper quotes than this are read as part of the one that encloses them.
  private static let deepest = 4

  private struct Open {
    let family: Family
    let token: Int
  }

  private enum Family { case guillemet, curly }

  static func quotes(in tokens: Tokens) -> [Quote] {
    var quotes: [Quote] = []
    for paragraph in tokens.paragraphs {
      var open: [Open] = []
      let first = quotes.count
      for index in paragraph where tokens[index].kind == .mark {
        let letter = tokens[index].letter
        guard letter == Letters.openQuote || letter == Letters.closeQuote || letter == Letters.straightQuote else {
          continue
        }
        let byte = tokens.content[Int(tokens[index].span.start)]
        let family: Family = byte == 0xC2 ? .guillemet : .curly
        if opens(tokens, index, letter, family, open) {
          if open.count < deepest { open.append(Open(family: family, token: index)) }
        } else if let last = open.lastIndex(where: { $0.family == family }) ?? open.indices.last {
          let start = open[last].token
          open.removeSubrange(last...)
          append(&quotes, tokens, start + 1..<index, closed: true, depth: last)
        }
      }
      for (depth, quote) in open.enumerated() {
        var end = paragraph.upperBound
        while end > quote.token + 1, tokens.mark(end - 1) == 0x0A { end -= 1 }
        append(&quotes, tokens, quote.token + 1..<end, closed: false, depth: depth)
      }
      quotes[first...].sort { ($0.tokens.lowerBound, $0.depth) < ($1.tokens.lowerBound, $1.depth) }
    }
    return quotes
  }

  private static func append(_ quotes: inout [Quote], _ tokens: Tokens, _ range: Range<Int>, closed: Bool, depth: Int) {
    guard !range.isEmpty else { return }
    quotes.append(Quote(tokens: range, span: tokens.span(range), isClosed: closed, depth: depth))
  }

  private static func opens(_ tokens: Tokens, _ index: Int, _ letter: Letter, _ family: Family, _ open: [Open]) -> Bool {
    let openFamily = open.contains { $0.family == family }
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    let touchesNext = next.map { !$0.spaced && !($0.kind == .mark && $0.letter == 0x0A) } ?? false
    let touchesPrevious = index > 0 && !tokens[index].spaced && tokens.mark(index - 1) != 0x0A
    // A clitic or a bracket may stand right before an opening mark: لـ"داعش", و"مختلاً".
    let previous = index > 0 ? tokens[index - 1] : nil
    let afterClitic =
      previous.map { $0.kind == .word ? $0.foldedEnd - $0.folded <= 2 : $0.kind == .mark && isOpener($0.letter) } ?? true
    let looksOpening = touchesNext && next?.isWordOrNumberOrOpener == true && (!touchesPrevious || afterClitic)
    if family == .guillemet {
      if letter == Letters.openQuote { return !openFamily || looksOpening }
      return open.isEmpty && looksOpening
    }
    if !openFamily { return letter != Letters.closeQuote || looksOpening || open.isEmpty && touchesNext && !touchesPrevious }
    if letter == Letters.openQuote { return looksOpening }
    return letter == Letters.straightQuote ? looksOpening && !touchesPrevious : false
  }

  private static func isOpener(_ letter: Letter) -> Bool {
    letter == UInt8(ascii: "(") || letter == UInt8(ascii: "[") || letter == Letters.openQuote || letter == UInt8(ascii: ":")
  }
}

extension Token {
  fileprivate var isWordOrNumberOrOpener: Bool {
    kind != .mark || letter == UInt8(ascii: "(") || letter == UInt8(ascii: "[") || letter == Letters.openQuote || letter == 0x04
      || letter == UInt8(ascii: ".")
  }
}
