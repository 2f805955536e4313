/// The steps from an article to its analysis, in order.
public struct Pipeline: Sendable {
  public static let version = "0.1.0"
  public let lexicon: Lexicon

  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The analysis of an article.
  ///
  /// - Parameter entering: called with the name of each stage before it runs, and with nil after the last.
  public func callAsFunction(_ article: Article, entering: (String?) -> Void = { _ in }) -> Analysis {
    entering(Tokenizer.name)
    let tokens = Tokenizer(vocabulary: lexicon.vocabulary)(article)
    entering(TimeFinder.name)
    let times = TimeFinder(lexicon: lexicon.time)(.init(tokens: tokens, published: article.published))
    entering(MentionFinder.name)
    let (mentions, chains) = MentionFinder(lexicon: lexicon.mentions)(
      .init(tokens: tokens, times: times, published: article.published, outlet: article.outlet, url: article.url))
    entering(StatementFinder.name)
    let statements = StatementFinder(lexicon: lexicon.statements)(
      .init(tokens: tokens, times: times, mentions: mentions, chains: chains))
    entering(ClaimFinder.name)
    let (contacts, allChains) = ClaimFinder(clauses: lexicon.clauses, lexicon: lexicon.claims)(
      .init(
        tokens: tokens, times: times, mentions: mentions, chains: chains, statements: statements,
        published: article.published, outlet: article.outlet))
    entering(nil)
    return Analysis(
      article: article, tokens: tokens, times: times, mentions: mentions, chains: allChains,
      statements: StatementFinder.whole(statements, tokens),
      contacts: contacts, remarks: [])
  }

  /// The day that a date of publication tells, as outlets write it: YYYY-MM-DD; nil where it tells no single day.
  public func day(in written: String) -> String? {
    WrittenDay(vocabulary: lexicon.vocabulary, lexicon: lexicon.time)(written)
  }

  /// The clauses of the sentences that a span touches, as the contacts of the analysis were read from them.
  public func clauses(of analysis: Analysis, in span: TextSpan) -> [ClauseLine] {
    rendering(of: analysis).lines(in: span)
  }

  func rendering(of analysis: Analysis) -> ClauseRendering {
    ClauseRendering(
      map: ClauseMap(analysis.tokens, analysis.times, analysis.mentions, lexicon: lexicon.clauses))
  }

  /// The clauses of each sentence that has a word of contact and tells none of the contacts of the analysis.
  public func untoldClauses(of analysis: Analysis) -> [[ClauseLine]] {
    rendering(of: analysis).untold(analysis.contacts.map(\.evidence))
  }

  /// What a contact's score was reckoned from: each feature with its weight in hundredths of a logarithm of odds.
  public func weights(of contact: ContactClaim) -> [(feature: String, weight: Int)] {
    lexicon.claims.score.weights(of: contact.features)
  }

  /// The claims of one article made ready for the record.
  public func profiles(_ claims: [RecordClaim]) -> [ClaimProfile] { ClaimReader(lexicon: lexicon.records)(claims) }

  /// How the account of a contact grew, report by report.
  ///
  /// - Parameter group: the profiles that the record was made of.
  public func story(of record: Record, _ group: [ClaimProfile]) -> [StoryEntry] {
    StoryReader.entries(of: record, group)
  }

  /// The statements that are versions of one, from those of many articles.
  public func versions(of said: [SaidWords]) -> [StatementVersions] {
    StatementComparer(lexicon: lexicon.records)(said)
  }

  /// What is known of names outside an article.
  package var names: NameLookup { NameLookup(lexicon: lexicon.records) }

  /// A country's name in Arabic, by its code.
  public func countryName(_ code: String) -> String? { lexicon.claims.countries[code]?.name }

  /// What joins the claims of many articles.
  public var merger: RecordMerger { RecordMerger(weights: lexicon.records.weights) }

  /// Tells what linking rests on: claims linked by another version are to be linked anew.
  public var linking: String {
    "\(ClaimFeatures.version).\(ContentDigest.text(of: lexicon.records.weights.digest))"
  }

  /// The account of one contact from the claims of its group.
  ///
  /// - Parameters:
  ///   - links: why they are one, by place in `group`.
  ///   - originals: the first copy of each article that has copies, from `CopyFinder`.
  ///   - counts: how many claims of one `ClaimFeatures.telling` each stands for; one each when empty.
  public func record(
    of group: [ClaimProfile], links: [ClaimLink] = [], originals: [String: String] = [:], counts: [Int] = []
  ) -> Record {
    RecordBuilder(originals: originals)(group, links: links, counts: counts)
  }
}
