import GRDB
import Mahdar

/// Something said, with who said it and where it stands.
public struct QuoteAnswer: Sendable, Encodable {
  public var speaker: String
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
    if let kind, kind != "direct", kind != "indirect" {
      throw StoreError.request("unknown kind '\(kind)' (one of direct, indirect)")
    }
    return try read { db in
      try Self.quotes(
        db, try speaker.map { try Who($0, db, terms) }, about: try words.map { try SearchQuery($0, terms) }, from: from,
        to: to, kind: kind, limit: limit)
    }
  }

  static func quotes(
    _ db: Database, _ who: Who?, about query: SearchQuery? = nil, from: String? = nil, to: String? = nil,
    kind: String? = nil, limit: Int
  ) throws -> [QuoteAnswer] {
    var conditions: [String] = []
    var arguments = StatementArguments()
    if let who {
      let known = who.identities.filter { !$0.contains(":") }
      conditions.append(
        """
        (statement.known IN (\(known.map { _ in "?" }.joined(separator: ", ")))
          OR statement.speaker IN (\(who.names.map { _ in "?" }.joined(separator: ", "))))
        """)
      arguments += StatementArguments(known + who.names)
    }
    if let query {
      conditions.append("article.id IN (SELECT rowid FROM words WHERE words MATCH ?)")
      arguments += [query.expression]
    }
    if let from {
      conditions.append("article.published >= ?")
      arguments += [from]
    }
    if let to {
      conditions.append("substr(article.published, 1, length(?)) <= ?")
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
        SELECT statement.*, article.key, article.outlet, article.published,
          passage(article.title, article.text, statement.start, statement.end) AS said
        FROM statement JOIN article ON article.reading = statement.reading \(filter)
        ORDER BY article.published DESC, article.id, statement.ordinal
        """, arguments: arguments)
    var quotes: [QuoteAnswer] = []
    while quotes.count < limit, let row = try rows.next() {
      guard let text = row["said"] as String? else { continue }
      if let query, query.hits(in: text, exactly: false).isEmpty { continue }
      quotes.append(
        QuoteAnswer(
          speaker: row["speaker"], kind: row["kind"], text: text, via: row["via"], article: row["key"],
          outlet: row["outlet"], published: row["published"]))
    }
    return quotes
  }
}
