import MahdarReaders

/// An item of a feed that is not an article yet.
struct WaitingItem: Sendable {
  var id: Int
  var feed: Int
  var key: String
  var link: String?
  var tries: Int
  var article: ItemArticle
}

/// The article as its feed tells it, as a line of JSON Lines.
struct ItemArticle: Codable, Sendable, Equatable {
  var id: String
  var text: String
  var title: String?
  var published: String?
  var outlet: String?
  var url: String?
  var language: String?
  var author: String?

  init(_ item: FeedItem, of feed: Feed) {
    id = item.id
    text = item.text
    title = item.title
    published = item.published
    outlet = feed.title
    url = item.link
    language = item.language ?? feed.language
    author = item.author
  }

  /// What a reader of its page is told.
  var context: InputContext {
    InputContext(
      origin: "feed", url: url, title: title, published: published, outlet: outlet, author: author, language: language,
      text: text)
  }
}
