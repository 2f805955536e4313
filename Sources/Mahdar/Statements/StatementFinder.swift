/// What the statement stage knows of words.
struct StatementLexicon: Sendable {
  init(_ builder: inout LexiconBuilder) throws(DataError) {}
}

/// Finds direct and indirect statements with their speakers.
struct StatementFinder: Stage {
  static let name = "statements"
  let lexicon: StatementLexicon

  struct Input { let tokens: Tokens; let times: [TimeMention]; let mentions: [Mention]; let chains: [Chain] }

  func callAsFunction(_ input: Input) -> [Statement] { [] }
}
