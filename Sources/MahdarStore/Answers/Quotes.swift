import GRDB
import Mahdar

/// Something said, with who said it and where it stands.
public struct QuoteAnswer: Sendable, Encodable {
  public var speaker: String
  /// `person`, `office`, `anonymous` or `outlet`.
  public var speakerKind: String
  /// What the article tells of the speaker.
  public var side: String?
  public var office: String?
  public var speakerID: String?
  public var kind: String
  public var text: String
  public var via: String?
  public var article: String
  public var outlet: String?
  public var published: String?
}

extension Store {
  /// What somebody said, what was said of something, or both; the last published first.
  public func quotes(
    by speaker: String? = nil, about words: String? = nil, from: String? = nil, to: String? = nil, kind: String? = nil,
    limit: Int = 20
  ) throws -> [QuoteAnswer] {
    try Self.check(kind)
    return try read { db in
      try Self.quotes(
        db, try speaker.map { try Who($0, db, terms) }, about: try words.map { try SearchQuery($0, terms) }, from: from,
        to: to, kind: kind, limit: limit)
    }
  }

  private static func check(_ kind: String?) throws(StoreError) {
    if let kind, kind != "direct", kind != "indirect" {
      throw StoreError.request("unknown kind '\(kind)' (one of direct, indirect)")
    }
  }

  static func quotes(
    _ db: Database, _ who: Who?, about query: SearchQuery? = nil, from: String? = nil, to: String? = nil,
    kind: String? = nil, limit: Int
  ) throws -> [QuoteAnswer] {
    var conditions: [String] = []
    var arguments = StatementArguments()
    if let who {
      let isThem = who.condition(named: "statement.speaker", known: "statement.known")
      conditions.append(isThem.sql)
      arguments += isThem.arguments
    }
    if let query {
      conditions.append("current_article.id IN (SELECT rowid FROM words WHERE words MATCH ?)")
      arguments += [query.expression]
    }
    if let from {
      conditions.append("current_article.published >= ?")
      arguments += [from]
    }
    if let to {
      conditions.append("substr(current_article.published, 1, length(?)) <= ?")
      arguments += [to, to]
    }
    if let kind {
      conditions.append("statement.kind = ?")
      arguments += [kind]
    }
    let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT statement.*, current_article.id AS article, key, outlet, published
        FROM statement JOIN current_article USING (reading) \(filter)
        ORDER BY published DESC, current_article.id, statement.ordinal
        """, arguments: arguments)
    // The words and the speaker are fetched for what is shown alone: sorting would carry those of all rows along.
    let passage = try db.cachedStatement(sql: "SELECT passage(title, text, ?, ?) FROM article WHERE id = ?")
    let person = try db.cachedStatement(sql: "SELECT side, office FROM person WHERE reading = ? AND name = ?")
    var quotes: [QuoteAnswer] = []
    while quotes.count < limit, let row = try rows.next() {
      let (start, end, article): (Int, Int, Int) = (row["start"], row["end"], row["article"])
      guard let text = try String.fetchOne(passage, arguments: [start, end, article]) else { continue }
      if let query, query.hits(in: text, exactly: false).isEmpty { continue }
      let speaker: String = row["speaker"]
      let known = try Row.fetchOne(person, arguments: [row["reading"] as Int, speaker])
      quotes.append(
        QuoteAnswer(
          speaker: speaker, speakerKind: row["speaker_kind"], side: known?["side"], office: known?["office"],
          speakerID: row["known"], kind: row["kind"], text: text, via: row["via"], article: row["key"],
          outlet: row["outlet"], published: row["published"]))
    }
    return quotes
  }
}

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

extension Store {
  /// Of how many statements versions are looked for at once.
  private static let compared = 5000

  /// The statements that several articles tell, with their versions; the last told first.
  ///
  /// All versions are shown of a statement of which one is asked for, among the last 5000 statements of the speaker.
  public func comparedQuotes(
    by speaker: String? = nil, about words: String? = nil, from: String? = nil, to: String? = nil, kind: String? = nil,
    limit: Int = 20, pipeline: Pipeline
  ) throws -> [QuoteComparison] {
    try Self.check(kind)
    let quotes = try quotes(by: speaker, limit: Self.compared)
    let said = quotes.map { quote in
      SaidWords(
        speaker: quote.speaker, speakerKind: quote.speakerKind, known: quote.speakerID, side: quote.side,
        office: quote.office, text: quote.text, article: quote.article, published: quote.published)
    }
    let query = try words.map { try SearchQuery($0, terms) }
    func isAskedFor(_ quote: QuoteAnswer) -> Bool {
      let day = quote.published ?? ""
      return kind.map { quote.kind == $0 } ?? true && from.map { day >= $0 } ?? true
        && to.map { day.prefix($0.utf8.count) <= $0 } ?? true
        && query.map { !$0.hits(in: quote.text, exactly: false).isEmpty } ?? true
    }
    let found = pipeline.versions(of: said).filter { $0.versions.contains { isAskedFor(quotes[$0]) } }
    return found.suffix(limit).reversed().map { found in
      QuoteComparison(
        versions: zip(found.versions, found.leftOut).map { .init(quote: quotes[$0], leftOut: $1) },
        fullest: found.versions.firstIndex(of: found.fullest) ?? 0)
    }
  }
}
