import Mahdar

/// One statement in several articles: its versions, the first told first.
public struct QuoteComparison: Sendable, Encodable {
  public struct Version: Sendable, Encodable {
    public var quote: QuoteAnswer
    /// The parts of the fullest version that this one has not.
    public var leftOut: [String]
  }

  public var versions: [Version]
  /// The place of the fullest version.
  public var fullest: Int
}

/// Statements that several articles tell, and how many of them there are.
public struct QuoteComparisonList: Sendable, Encodable {
  public var quotes: [QuoteComparison]
  public var total: Int
}

extension Store {
  /// Of how many statements versions are looked for at once.
  private static let compared = 5000

  /// The statements that several articles tell, with their versions; the last told first.
  ///
  /// All versions are shown of a statement of which one is asked for, among the last 5000 statements of the speaker.
  public func comparedQuotes(_ request: QuoteRequest, pipeline: Pipeline) throws -> QuoteComparisonList {
    var all = QuoteRequest()
    all.speaker = request.speaker
    var quotes: [QuoteAnswer] = []
    try read { db in
      let who = try all.speaker.map { try Who($0, db, terms) }
      _ = try Self.statements(db, terms, all, who, about: nil, limit: Self.compared) { quotes.append($0) }
    }
    let said = quotes.map { quote in
      SaidWords(
        speaker: quote.speaker, speakerKind: quote.speakerKind, known: quote.speakerID, side: quote.side,
        office: quote.office, text: quote.text, article: quote.article, published: quote.published)
    }
    let query = try request.about.map { try SearchQuery($0, terms) }
    let outlet = request.filter.outlet.map { AskedWords(outlet: $0, terms) }
    let filter = request.filter
    func isAskedFor(_ quote: QuoteAnswer) -> Bool {
      let day = quote.published ?? ""
      return request.kind.map { quote.kind == $0 } ?? true && filter.from.map { day >= $0 } ?? true
        && filter.to.map { day.prefix($0.utf8.count) <= $0 } ?? true
        && outlet.map { $0.areHeld(by: quote.outlet ?? "") } ?? true
        && query.map { !$0.hits(in: quote.text, exactly: false).isEmpty } ?? true
    }
    let found = pipeline.versions(of: said).filter { $0.versions.contains { isAskedFor(quotes[$0]) } }
    let ordered = request.order == .newest ? Array(found.reversed()) : found
    return QuoteComparisonList(
      quotes: ordered.prefix(request.limit ?? .max).map { found in
        QuoteComparison(
          versions: zip(found.versions, found.leftOut).map { .init(quote: quotes[$0], leftOut: $1) },
          fullest: found.versions.firstIndex(of: found.fullest) ?? 0)
      }, total: found.count)
  }
}
