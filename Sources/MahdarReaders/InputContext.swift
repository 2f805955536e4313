import Mahdar

/// What is known of an input from where it was found: a feed, a crawl, the answer of a server, a message.
public struct InputContext: Sendable, Equatable {
  /// Where that was, as `Article.origins` has it: `feed`, `http`, `warc`.
  public var origin: String
  /// The address that the bytes came from.
  public var url: String?
  /// The charset that the sender named.
  public var charset: String?
  public var title: String?
  public var published: String?
  public var outlet: String?
  public var author: String?
  public var language: String?
  /// When the bytes were fetched, RFC 3339, which is no day of publication.
  public var fetched: String?
  /// Where in its input it stands, from 1, where that holds many: the number of a record or message.
  public var line: Int?

  public init(
    origin: String, url: String? = nil, charset: String? = nil, title: String? = nil, published: String? = nil,
    outlet: String? = nil, author: String? = nil, language: String? = nil, fetched: String? = nil, line: Int? = nil
  ) {
    self.origin = origin
    self.url = url
    self.charset = charset
    self.title = title
    self.published = published
    self.outlet = outlet
    self.author = author
    self.language = language
    self.fetched = fetched
    self.line = line
  }

  /// Gives an article the fields that its own bytes did not tell.
  func complete(_ article: inout Article) {
    func take(_ field: Article.Field, _ path: WritableKeyPath<Article, String?>, _ value: String?) {
      guard article[keyPath: path] == nil, let value, !value.isEmpty else { return }
      article[keyPath: path] = value
      article.origins[field] = origin
    }
    take(.url, \.url, url)
    take(.title, \.title, title)
    take(.published, \.published, published)
    take(.outlet, \.outlet, outlet)
    take(.author, \.author, author)
    take(.language, \.language, language)
    if let fetched, fetched.utf8.count <= 40, fetched.utf8.allSatisfy({ $0 >= 0x2B && $0 <= 0x5A }) {
      article.carried += (article.carried.isEmpty ? "" : ",").utf8
      article.carried += "\"fetched\":\"\(fetched)\"".utf8
    }
  }
}
