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
    // The words are fetched for what is shown alone: sorting would carry those of all rows along.
    let passage = try db.cachedStatement(sql: "SELECT passage(title, text, ?, ?) FROM article WHERE id = ?")
    var quotes: [QuoteAnswer] = []
    while quotes.count < limit, let row = try rows.next() {
      let (start, end, article): (Int, Int, Int) = (row["start"], row["end"], row["article"])
      guard let text = try String.fetchOne(passage, arguments: [start, end, article]) else { continue }
      if let query, query.hits(in: text, exactly: false).isEmpty { continue }
      quotes.append(
        QuoteAnswer(
          speaker: row["speaker"], kind: row["kind"], text: text, via: row["via"], article: row["key"],
          outlet: row["outlet"], published: row["published"]))
    }
    return quotes
  }
}
