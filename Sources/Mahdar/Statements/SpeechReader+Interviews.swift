/// Interviews: paragraphs that ask, each behind the same sign, and the paragraphs that answer.
extension SpeechReader {
  /// An interview asks at least so many questions; a column asks one or two in passing.
  private static let leastQuestions = 3

  /// The paragraphs that answer a question: «● هل حدد الموعد؟», then «●● لم يحدد بعد».
  func answers() -> [Range<Int>] {
    let paragraphs = tokens.paragraphs
    let questions = paragraphs.indices.filter { isQuestion(paragraphs[$0]) }
    guard questions.count >= Self.leastQuestions else { return [] }
    var answers: [Range<Int>] = []
    for (number, question) in questions.enumerated() {
      let next = number + 1 < questions.count ? questions[number + 1] : min(question + 2, paragraphs.count)
      for paragraph in question + 1..<max(next, question + 1) where words(paragraphs[paragraph]) > 0 {
        answers.append(paragraphs[paragraph])
      }
    }
    return answers
  }

  /// Whether a paragraph starts with a sign and ends with a question mark.
  private func isQuestion(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.lowerBound >= tokens.titleCount,
      tokens.mark(paragraph.lowerBound) == Letters.symbol
        || tokens.mark(paragraph.lowerBound) == UInt8(ascii: "*") || isDash(paragraph.lowerBound)
    else { return false }
    var end = paragraph.upperBound - 1
    while end > paragraph.lowerBound, tokens.mark(end) == 0x0A { end -= 1 }
    return tokens.mark(end) == UInt8(ascii: "?")
  }

  /// Lines of a transcript: at least so many of an article's paragraphs begin with a name and a colon.
  private static let leastLabels = 2

  /// The paragraphs that begin with a person's name and a colon, «سامي شاكر: المعبر سيفتح غدا», where several do.
  func labelled() -> [(words: Range<Int>, speaker: Speaker)] {
    var found: [(words: Range<Int>, speaker: Speaker)] = []
    for paragraph in tokens.paragraphs where paragraph.lowerBound >= tokens.titleCount {
      let head = paragraph.lowerBound
      guard let mention = mention(at: head), mention.kind == .person, mention.name != nil,
        isColon(mention.tokens.upperBound), let speaker = label(from: head, to: mention.tokens.upperBound)
      else { continue }
      let said = trimmed(mention.tokens.upperBound + 1..<paragraph.upperBound)
      guard words(said) >= Self.leastWords, quoteOf[said.lowerBound] == 0, !isQuoteMark(said.lowerBound) else {
        continue
      }
      found.append((said, speaker))
    }
    return found.count >= Self.leastLabels ? found : []
  }

  /// A line of a transcript has at least so many words.
  private static let leastWords = 3

  /// Writes an answer as the words of whoever is interviewed: the person who spoke last before the questions.
  mutating func writeAnswer(_ paragraph: Range<Int>) {
    guard let speaker = lastPerson ?? last else { return }
    var range = trimmed(paragraph)
    while range.lowerBound < range.upperBound, tokens[range.lowerBound].kind == .mark, !isQuoteMark(range.lowerBound) {
      range = range.lowerBound + 1..<range.upperBound
    }
    guard words(range) > 0 else { return }
    write(range, speaker, "answer of an interview")
  }
}
