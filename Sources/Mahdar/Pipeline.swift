/// The steps from an article to its analysis, in order.
public struct Pipeline: Sendable {
  public static let version = "0.1.0"
  public let lexicon: Lexicon

  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  public func callAsFunction(_ article: Article) -> Analysis {
    let tokens = Tokenizer(vocabulary: lexicon.vocabulary)(article)
    let times = TimeFinder(lexicon: lexicon.time)(.init(tokens: tokens, published: article.published))
    let (mentions, chains) = MentionFinder(lexicon: lexicon.mentions)(
      .init(tokens: tokens, times: times, published: article.published, outlet: article.outlet))
    let statements = StatementFinder(lexicon: lexicon.statements)(
      .init(tokens: tokens, times: times, mentions: mentions, chains: chains))
    let (contacts, allChains) = ClaimFinder(lexicon: lexicon.claims)(
      .init(
        tokens: tokens, times: times, mentions: mentions, chains: chains, statements: statements,
        published: article.published))
    return Analysis(
      article: article, tokens: tokens, times: times, mentions: mentions, chains: allChains, statements: statements,
      contacts: contacts, remarks: [])
  }
}
