/// A row of the gazetteer.
struct GazetteerEntry: Sendable, Hashable {
  var kind: MentionKind
  var row: Int32
}

/// What the mention stage knows of words and names.
struct MentionLexicon: Sendable {
  init(_ builder: inout LexiconBuilder) throws(DataError) {}
}

/// Finds who and what an article names, and which mentions are of one.
struct MentionFinder: Stage {
  static let name = "mentions"
  let lexicon: MentionLexicon

  struct Input { let tokens: Tokens; let times: [TimeMention]; let published: String? }

  func callAsFunction(_ input: Input) -> (mentions: [Mention], chains: [Chain]) { ([], []) }
}
