/// What the time stage knows of words.
struct TimeLexicon: Sendable {
  init(_ builder: inout LexiconBuilder) throws(DataError) {}
}

/// Finds expressions of calendar time and computes their TIMEX3 values.
struct TimeFinder: Stage {
  static let name = "time"
  let lexicon: TimeLexicon

  struct Input { let tokens: Tokens; let published: String? }

  func callAsFunction(_ input: Input) -> [TimeMention] { [] }
}
