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
    reader.rememberOffices()
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
}
