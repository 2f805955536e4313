/// Writes articles as JSON Lines: what was taken for the article of a page, feed or file, and where each field was read.
///
/// - Shape: the members that the analysis format takes in, `origins` an object of where each was read, `remarks`.
public struct ArticleWriter: Sendable {
  private static let fields: [(key: StaticString, path: KeyPath<Article, String?> & Sendable, field: Article.Field)] = [
    ("title", \.title, .title), ("published", \.published, .published), ("outlet", \.outlet, .outlet),
    ("author", \.author, .author), ("url", \.url, .url), ("language", \.language, .language),
  ]

  public init() {}

  /// The article as one line of JSON Lines, its line end included.
  public func line(_ article: Article) -> [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.key("id")
      json.value(article.id)
      for (key, path, _) in Self.fields {
        json.key(key)
        json.value(article[keyPath: path])
      }
      json.key("text")
      json.value(article.text)
      json.key("origins")
      json.object { json in
        for (key, field) in Self.fields.map({ ($0.key, $0.field) }) + [("text", .text)] {
          guard let origin = article.origins[field] else { continue }
          json.key(key)
          json.value(origin)
        }
      }
      json.key("remarks")
      json.array(article.remarks) { $0.value($1) }
      json.raw(article.carried)
    }
    json.endLine()
    return json.bytes
  }
}
