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
  /// All articles that tell the same words, and their outlets.
  public var articles: [String]
  public var outlets: [String]
}

/// Statements that were asked for, each once, however many articles tell the same words.
public struct QuoteList: Sendable, Encodable {
  /// How many statements are looked through for copies of the same words, which are told in the same days.
  public static let lookedThrough = 2000

  public var quotes: [QuoteAnswer]
  /// How many there are; nil for more than `lookedThrough`.
  public var total: Int?
}

extension Store {
  /// What somebody said, what was said of something, or both.
  public func quotes(_ request: QuoteRequest = .init()) throws -> QuoteList {
    if let kind = request.kind, kind != "direct", kind != "indirect" {
      throw StoreError.request("unknown kind '\(kind)' (one of direct, indirect)")
    }
    return try read { db in
      let who = try request.speaker.map { try Who($0, db, terms) }
      return try Self.quotes(db, terms, request, who, about: try request.about.map { try SearchQuery($0, terms) })
    }
  }

  static func quotes(
    _ db: Database, _ terms: SearchTerms, _ who: Who?, about query: SearchQuery? = nil, from: String? = nil,
    to: String? = nil, limit: Int
  ) throws -> QuoteList {
    var request = QuoteRequest()
    request.filter.from = from
    request.filter.to = to
    request.limit = limit
    return try quotes(db, terms, request, who, about: query)
  }

  /// Folds the same words of one speaker, which stand where the first that is met of them stands, as their first report tells them.
  static func quotes(
    _ db: Database, _ terms: SearchTerms, _ request: QuoteRequest, _ who: Who?, about query: SearchQuery?
  ) throws -> QuoteList {
    var quotes: [QuoteAnswer] = []
    var places: [String: Int] = [:]
    let limit = request.limit ?? .max
    let isAll = try statements(
      db, terms, request, who, about: query, limit: request.limit == nil ? .max : QuoteList.lookedThrough
    ) { quote in
      let key = (quote.speakerID ?? Spelling.folded(quote.speaker)) + "/" + Spelling.folded(quote.text)
      guard let place = places[key] else {
        places[key] = quotes.count
        quotes.append(quote)
        return
      }
      var (first, other) = (quotes[place], quote)
      if (other.published ?? "~") < (first.published ?? "~") { swap(&first, &other) }
      first.articles += other.articles.filter { !first.articles.contains($0) }
      first.outlets += other.outlets.filter { !first.outlets.contains($0) }
      quotes[place] = first
    }
    return QuoteList(quotes: Array(quotes.prefix(limit)), total: isAll ? quotes.count : nil)
  }

  /// Hands on the statements asked for, the same words as often as articles tell them; returns whether these are all.
  static func statements(
    _ db: Database, _ terms: SearchTerms, _ request: QuoteRequest, _ who: Who?, about query: SearchQuery?, limit: Int,
    _ body: (QuoteAnswer) -> Void
  ) throws -> Bool {
    var conditions: [String] = []
    var arguments = StatementArguments()
    if let who {
      let isThem = who.condition(named: "statement.speaker", known: "statement.known")
      conditions.append(isThem.sql)
      arguments += isThem.arguments
    }
    if let query {
      let limit = request.mostArticles.map { " ORDER BY rowid DESC LIMIT \($0)" } ?? ""
      conditions.append("current_article.id IN (SELECT rowid FROM words WHERE words MATCH ?\(limit))")
      arguments += [query.expression]
    }
    if let contact = request.contact {
      conditions.append(
        """
        current_article.reading IN (
          SELECT reading FROM contact_claim JOIN claim ON claim.id = contact_claim.claim WHERE contact = ? LIMIT 50)
        """)
      arguments += [contact]
    }
    let articles = try request.filter.condition(db, terms)
    if !articles.sql.isEmpty {
      conditions.append(articles.sql)
      arguments += articles.arguments
    }
    if let kind = request.kind {
      conditions.append("statement.kind = ?")
      arguments += [kind]
    }
    let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    let order = request.order == .oldest ? "published ASC NULLS LAST" : "published DESC NULLS LAST"
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT statement.*, current_article.id AS article, key, outlet, published
        FROM statement JOIN current_article USING (reading) \(filter)
        ORDER BY \(order), current_article.id, statement.ordinal
        """, arguments: arguments)
    // The words and the speaker are fetched for what is shown alone: sorting would carry those of all rows along.
    let passage = try db.cachedStatement(sql: "SELECT passage(title, text, ?, ?) FROM article WHERE id = ?")
    let person = try db.cachedStatement(sql: "SELECT side, office FROM person WHERE reading = ? AND name = ?")
    var count = 0
    while let row = try rows.next() {
      let (start, end, article): (Int, Int, Int) = (row["start"], row["end"], row["article"])
      guard let text = try String.fetchOne(passage, arguments: [start, end, article]) else { continue }
      if let query, query.hits(in: text, exactly: false).isEmpty { continue }
      if count == limit { return false }
      count += 1
      let speaker: String = row["speaker"]
      let known = try Row.fetchOne(person, arguments: [row["reading"] as Int, speaker])
      let outlet: String? = row["outlet"]
      body(
        QuoteAnswer(
          speaker: speaker, speakerKind: row["speaker_kind"], side: known?["side"], office: known?["office"],
          speakerID: row["known"], kind: row["kind"], text: text, via: row["via"], article: row["key"], outlet: outlet,
          published: row["published"], articles: [row["key"]], outlets: outlet.map { [$0] } ?? []))
    }
    return true
  }
}
