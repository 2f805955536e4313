/// Which statements are asked for.
public struct QuoteRequest: Sendable, Hashable, Codable {
  public enum Order: String, Sendable, Hashable, Codable { case newest, oldest }

  public var speaker: String?
  /// Words that it must hold, as for a search.
  public var about: String?
  /// Only of the articles that tell of this contact.
  var contact: String?
  /// Of which articles.
  public var filter = ArticleFilter()
  /// `direct` or `indirect`.
  public var kind: String?
  public var order = Order.newest
  public var limit: Int?
  /// Among how many articles with the words of `about` statements are looked for, those added last; nil for all.
  public var mostArticles: Int?

  public init() {}
}
