import Mahdar

/// One article of a feed, as the feed tells it.
public struct FeedItem: Sendable, Equatable {
  /// What it is known by: its guid where that is an address, else its link, else the guid or a digest behind the feed's address.
  public var id = ""
  /// The page that it stands on.
  public var link: String?
  public var title: String?
  public var author: String?
  /// RFC 3339, or as the feed has it where it could not be read.
  public var published: String?
  public var language: String?
  /// What the feed has of its text.
  public var text = ""
  /// Whether `text` is, as far as can be told, the whole article and not the beginning of it.
  public var isWhole = false

  public init() {}

  /// The item as an article.
  public func article(of feed: Feed) -> Article {
    var article = Article(
      id: id, title: title, text: text, published: published, outlet: feed.title, url: link,
      language: language ?? feed.language, author: author)
    for (field, value) in [
      (Article.Field.title, title), (.text, text), (.published, published), (.outlet, article.outlet), (.url, link),
      (.author, author), (.language, article.language),
    ] where value?.isEmpty == false {
      article.origins[field] = "feed"
    }
    return article
  }
}
