import GRDB
import Mahdar

/// Which articles are asked for, by what stands at their head.
public struct ArticleFilter: Sendable, Hashable, Codable {
  /// Words of the outlet's name, or any name of it.
  public var outlet: String?
  /// Days, months or years of publication; both ends count.
  public var from: String?
  public var to: String?
  /// Only those without a day.
  public var isUndated = false

  public init() {}

  /// The conditions on rows of `current_article`, joined by AND; empty for all articles.
  func condition(_ db: Database, _ terms: SearchTerms) throws -> (sql: String, arguments: StatementArguments) {
    var conditions: [String] = []
    var arguments = StatementArguments()
    if let outlet {
      let asked = AskedWords(outlet: outlet, terms)
      let names = try Store.distinct("outlet", of: "article", where: "is_current = 1", db).filter(asked.areHeld)
      conditions.append("current_article.outlet IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
      arguments += StatementArguments(names)
    }
    if let from {
      conditions.append("current_article.published >= ?")
      arguments += [from]
    }
    if let to {
      // A month or year includes all its days: anything that begins with it.
      conditions.append("substr(current_article.published, 1, length(?)) <= ?")
      arguments += [to, to]
    }
    if isUndated { conditions.append("current_article.published IS NULL") }
    return (conditions.joined(separator: " AND "), arguments)
  }
}
