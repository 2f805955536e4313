/// Divides tokens into paragraphs (at line ends) and sentences (at stops).
enum SentenceBreaker {
  /// A sentence ends here at the latest, so that no input makes the stages' work within a sentence grow with its square.
  /// The longest of 5,580 press articles has under 600 tokens.
  private static let longest = 1_000

  static func divide(_ tokens: inout Tokens) {
    let all = tokens
    var sentenceStart = 0
    var paragraphStart = 0

    func endSentence(_ end: Int) {
      guard end > sentenceStart else { return }
      tokens.sentenceOf.set(sentenceStart..<end, to: Int32(tokens.sentences.count))
      tokens.sentences.append(sentenceStart..<end)
      sentenceStart = end
    }
    func endParagraph(_ end: Int) {
      endSentence(end)
      guard end > paragraphStart else { return }
      tokens.paragraphs.append(paragraphStart..<end)
      paragraphStart = end
    }

    var index = 0
    while index < all.count {
      let token = all[index]
      if index - sentenceStart >= longest { endSentence(index) }
      if token.kind == .mark {
        if token.letter == 0x0A {
          endParagraph(index + 1)
        } else if isStop(token.letter), endsSentence(all, index) {
          var end = index + 1
          // Further stops and the closing quotes and brackets right behind the stop belong to its sentence.
          while end < all.count, end - sentenceStart < longest, all[end].kind == .mark, !all[end].spaced,
            isCloser(all[end].letter)
          { end += 1 }
          endSentence(end)
          index = end
          continue
        }
      }
      index += 1
    }
    endParagraph(all.count)
  }

  private static func isStop(_ letter: Letter) -> Bool {
    letter == UInt8(ascii: ".") || letter == UInt8(ascii: "?") || letter == UInt8(ascii: "!") || letter == 0x04
  }

  private static func isCloser(_ letter: Letter) -> Bool {
    isStop(letter) || letter == Letters.closeQuote || letter == Letters.straightQuote || letter == UInt8(ascii: ")")
  }

  /// A stop inside a number (4.5), an address (a.b) or an abbreviation (أ.ف.ب، د. أحمد) ends no sentence; nor does «(…)».
  private static func endsSentence(_ tokens: Tokens, _ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = tokens[index - 1]
    if tokens[index].letter == 0x04 {
      return !(before.kind == .mark && before.letter == UInt8(ascii: "("))
    }
    guard tokens[index].letter == UInt8(ascii: ".") else { return true }
    if before.kind == .mark, before.letter == UInt8(ascii: "(") { return false }
    // «د. أحمد», but «عام 2017م.» ends a sentence.
    if before.kind == .word, before.foldedEnd - before.folded == 1 {
      return index > 1 && tokens[index - 2].kind == .number && !before.spaced
    }
    guard index + 1 < tokens.count else { return true }
    let next = tokens[index + 1]
    if next.spaced || next.kind == .mark { return true }
    return before.kind == .word && next.kind == .word
  }
}
