import GRDB
import Mahdar

/// An article as lists show it.
public struct ArticleSummary: Sendable, Encodable {
  public var id: String
  public var outlet: String?
  public var published: String?
  public var title: String?
  public var url: String?
  /// When it was added.
  public var added: String
  /// How many contacts of the record it tells.
  public var contacts: Int
  /// The first of the articles whose text it has; nil where copies were not asked for, or it is the first.
  public var copyOf: String?
}

/// The articles that were asked for, the newest first, those without a day last.
public struct ArticleList: Sendable, Encodable {
  public var articles: [ArticleSummary]
  /// How many there are, shown or not.
  public var total: Int
}

extension Store {
  /// Copies are looked for among so many articles at most, for what is kept of each while looking is 2 KB.
  public static let copyLimit = 100_000

  /// What is in the store.
  ///
  /// - Parameters:
  ///   - copies: only articles that are copies of others or have copies, those of one text together.
  ///   - offset: how many of the first are left out.
  /// - Errors: `StoreError.request` when there are too many to look for copies.
  public func articles(_ filter: ArticleFilter = .init(), copies: Bool = false, limit: Int = .max, offset: Int = 0)
    throws
    -> ArticleList
  {
    try read { db in
      let (sql, arguments) = try filter.condition(db, terms)
      let condition = "WHERE is_current = 1" + (sql.isEmpty ? "" : " AND " + sql)
      let total =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM article AS current_article \(condition)", arguments: arguments)
        ?? 0
      if copies { return try Self.copies(db, condition, arguments, total, limit) }
      // By the table, not the view, which SQLite would go through row by row.
      let rows = try Row.fetchAll(
        db,
        sql: """
          \(Self.summaries) WHERE current_article.id IN (
            SELECT id FROM article AS current_article INDEXED BY article_published \(condition)
            ORDER BY published DESC, key LIMIT ? OFFSET ?)
          ORDER BY current_article.published DESC, key
          """, arguments: arguments + [limit, offset])
      return ArticleList(articles: rows.map(Self.articleSummary), total: total)
    }
  }

  private static let summaries = """
    SELECT current_article.*, (SELECT added FROM article WHERE article.id = current_article.id) AS added,
      (SELECT count(DISTINCT contact) FROM claim JOIN contact_claim ON contact_claim.claim = claim.id
       WHERE claim.reading = current_article.reading) AS contacts
    FROM current_article
    """

  private static func articleSummary(_ row: Row) -> ArticleSummary {
    ArticleSummary(
      id: row["key"], outlet: row["outlet"], published: row["published"], title: row["title"], url: row["url"],
      added: row["added"], contacts: row["contacts"])
  }

  private static func copies(
    _ db: Database, _ condition: String, _ arguments: StatementArguments, _ total: Int, _ limit: Int
  ) throws -> ArticleList {
    guard total <= copyLimit else {
      throw StoreError.request(
        "copies are looked for among \(copyLimit) articles at most, these are \(total) (narrow it: --outlet, --between)"
      )
    }
    var (ids, sketches): ([String], [TextSketch]) = ([], [])
    let cursor = try Row.fetchCursor(
      db,
      sql: "SELECT key, title, text FROM article AS current_article \(condition) ORDER BY ifnull(published, '~'), key",
      arguments: arguments)
    while let row = try cursor.next() {
      ids.append(row["key"])
      sketches.append(TextSketch(Content(title: row["title"], text: row["text"]).text))
    }
    var finder = CopyFinder()
    let originals = finder.originals(ids, sketches)
    // `ids` and so the ids of each text stand in the order in which they were published.
    let texts = Dictionary(grouping: ids.indices) { originals[ids[$0]] ?? ids[$0] }.values.filter { $0.count > 1 }
    let listed = texts.sorted { $0[0] < $1[0] }.flatMap { text in text.map { (id: ids[$0], first: ids[text[0]]) } }
    let find = try db.cachedStatement(sql: summaries + " WHERE key = ?")
    let articles = try listed.prefix(limit).compactMap { one -> ArticleSummary? in
      guard var article = try Row.fetchOne(find, arguments: [one.id]).map(articleSummary) else { return nil }
      article.copyOf = one.id == one.first ? nil : one.first
      return article
    }
    return ArticleList(articles: articles, total: listed.count)
  }
}
