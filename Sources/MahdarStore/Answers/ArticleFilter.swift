import GRDB

/// Which articles are asked for, by what stands at their head.
public struct ArticleFilter: Sendable {
  /// Words of the outlet's name.
  public var outlet: String?
  /// Days, months or years of publication; both ends count.
  public var from: String?
  public var to: String?
  /// Only those without a day.
  public var isUndated = false

  public init() {}

  /// The conditions on rows of `current_article`, joined by AND; empty for all articles.
  var condition: (sql: String, arguments: StatementArguments) {
    var conditions: [String] = []
    var arguments = StatementArguments()
    if let outlet {
      conditions.append(
        "current_article.outlet IN (SELECT outlet FROM (SELECT DISTINCT outlet FROM article) WHERE holds(outlet, ?))")
      arguments += [outlet]
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
