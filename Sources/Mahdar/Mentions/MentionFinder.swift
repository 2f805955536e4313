/// Finds who and what an article names, and which mentions are of one.
struct MentionFinder: Stage {
  static let name = "mentions"
  let lexicon: MentionLexicon

  struct Input {
    let tokens: Tokens
    let times: [TimeMention]
    let published: String?
    var outlet: String?
    var url: String?
  }

  func callAsFunction(_ input: Input) -> (mentions: [Mention], chains: [Chain]) {
    var scanner = MentionScanner(tokens: input.tokens, lexicon: lexicon, times: input.times)
    let builder = ChainBuilder(
      tokens: input.tokens, lexicon: lexicon, drafts: scanner.scan(),
      day: OfficeHolders.day(input.published.map { String($0.prefix(10)) } ?? "", open: 0, fill: "01"),
      home: lexicon.homes.home(input.outlet, input.url, lexicon.sides))
    return builder.build()
  }
}
