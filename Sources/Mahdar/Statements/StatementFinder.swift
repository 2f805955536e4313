/// Finds direct and indirect statements with their speakers.
struct StatementFinder: Stage {
  static let name = "statements"
  let lexicon: StatementLexicon

  struct Input {
    let tokens: Tokens
    let times: [TimeMention]
    let mentions: [Mention]
    let chains: [Chain]
  }

  func callAsFunction(_ input: Input) -> [Statement] {
    var reader = SpeechReader(input, lexicon)
    reader.rememberNames()
    reader.rememberPeople()
    for line in reader.labelled() { reader.write(line.words, line.speaker, "line of a transcript") }
    var answers = reader.answers()[...]
    for unit in reader.units() {
      while let answer = answers.first, answer.upperBound <= unit.lowerBound { answers.removeFirst() }
      guard let answer = answers.first, answer.lowerBound <= unit.lowerBound else {
        reader.read(unit)
        continue
      }
      if unit.lowerBound == answer.lowerBound { reader.writeAnswer(answer) }
    }
    reader.statements.sort { ($0.span.start, $1.span.end) < ($1.span.start, $0.span.end) }
    var statements: [Statement] = []
    for statement in reader.statements where statements.last.map({ !$0.tellsTheSame(as: statement) }) ?? true {
      statements.append(statement)
    }
    return statements
  }

  /// The statements less those that break off («…») where the same words are told again, as in a teaser above the text.
  static func whole(_ statements: [Statement], _ tokens: Tokens) -> [Statement] {
    var last: [[WordHash]: Int] = [:]
    for (index, statement) in statements.enumerated() { last[head(of: statement, tokens)] = index }
    return statements.enumerated().filter { index, statement in
      !breaksOff(statement, tokens) || last[head(of: statement, tokens)] == index
    }.map(\.element)
  }

  private static func breaksOff(_ statement: Statement, _ tokens: Tokens) -> Bool {
    let end = statement.tokens.upperBound
    return tokens.mark(end) == 0x04
      || tokens.mark(end) == UInt8(ascii: ".") && tokens.mark(end + 1) == UInt8(ascii: ".")
  }

  /// The first words of a statement, by which it is known again.
  private static func head(of statement: Statement, _ tokens: Tokens) -> [WordHash] {
    statement.tokens.prefix(8).map { tokens[$0].hash }
  }
}
