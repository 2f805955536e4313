import GRDB
import Mahdar

/// A question for articles by their words.
public struct SearchRequest: Sendable {
  public var query: String
  /// Whether only the very words count, less what folding makes equal.
  public var isExact = false
  public var filter = ArticleFilter()
  public var limit = 20

  public init(_ query: String) { self.query = query }
}

/// The articles that were found, best first; where more than `SearchAnswer.rankLimit` are found, the last added first.
public struct SearchAnswer: Sendable, Encodable {
  /// Beyond this many, every one would have to be weighed before the first could be shown.
  public static let rankLimit = 1000

  public struct Hit: Sendable, Encodable {
    public var id: String
    public var title: String?
    public var outlet: String?
    public var published: String?
    public var url: String?
    public var snippet: Snippet
  }

  public var hits: [Hit]
  /// How many were found; nil when more than `rankLimit`.
  public var total: Int?
}

extension Store {
  /// Finds articles by their words.
  public func search(_ request: SearchRequest) throws -> SearchAnswer {
    let query = try SearchQuery(request.query, terms)
    return try read { db in
      let (filter, filterArguments) = try request.filter.condition(db, terms)
      let arguments = StatementArguments([query.expression]) + filterArguments
      let from =
        filter.isEmpty
        ? "FROM words WHERE words MATCH ?"
        : "FROM words JOIN current_article ON current_article.id = words.rowid WHERE words MATCH ? AND \(filter)"
      let newest = try Int.fetchAll(
        db, sql: "SELECT words.rowid \(from) ORDER BY words.rowid DESC LIMIT \(SearchAnswer.rankLimit + 1)",
        arguments: arguments)
      var ids = newest
      if newest.count <= SearchAnswer.rankLimit, newest.count > 1 {
        ids = try Int.fetchAll(
          db, sql: "SELECT words.rowid \(from) ORDER BY bm25(words, 4.0, 1.0), words.rowid DESC", arguments: arguments)
      }
      var total = newest.count <= SearchAnswer.rankLimit ? newest.count : nil
      var hits: [SearchAnswer.Hit] = []
      var exact = 0
      for id in ids {
        if hits.count >= request.limit, !request.isExact || total == nil { break }
        guard let article = try Row.fetchOne(db, sql: "SELECT * FROM current_article WHERE id = ?", arguments: [id])
        else {
          continue
        }
        let text = Content(title: article["title"], text: article["text"]).text
        if request.isExact {
          guard query.isFound(exactlyIn: text) else { continue }
          exact += 1
          if hits.count >= request.limit { continue }
        }
        hits.append(
          SearchAnswer.Hit(
            id: article["key"], title: article["title"], outlet: article["outlet"], published: article["published"],
            url: article["url"], snippet: Snippet(of: text, around: query.hits(in: text, exactly: request.isExact))))
      }
      if request.isExact, total != nil { total = exact }
      return SearchAnswer(hits: hits, total: total)
    }
  }
}
