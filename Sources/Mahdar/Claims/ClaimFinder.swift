
/// Finds the contacts that an article tells of.
struct ClaimFinder: Stage {
  static let name = "claims"
  let lexicon: ClaimLexicon

  struct Input {
    let tokens: Tokens
    let times: [TimeMention]
    let mentions: [Mention]
    let chains: [Chain]
    let statements: [Statement]
    let published: String?
  }

  func callAsFunction(_ input: Input) -> [ContactClaim] { [] }
}
