/// Writes articles as JSON Lines: what was taken for the article of a page, feed or file, and where each field was read.
///
/// - Shape: the members that the analysis format takes in, `origins` an object of where each was read, `remarks`.
public struct ArticleWriter: Sendable {
  private static let fields: [(key: StaticString, path: KeyPath<Article, String?> & Sendable)] = [
    ("title", \.title), ("published", \.published), ("outlet", \.outlet), ("author", \.author), ("url", \.url),
    ("language", \.language),
  ]

  public init() {}

  /// The article as one line of JSON Lines, its line end included.
  public func line(_ article: Article) -> [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.key("id")
      json.value(article.id)
      for (key, path) in Self.fields {
        json.key(key)
        json.value(article[keyPath: path])
      }
      json.key("text")
      json.value(article.text)
      json.key("origins")
      json.value(article.origins)
      json.key("remarks")
      json.array(article.remarks) { $0.value($1) }
      json.raw(article.carried)
    }
    json.endLine()
    return json.bytes
  }
}

extension JSONBytes {
  /// Where fields were read, in the order of the fields.
  package mutating func value(_ origins: [Article.Field: String]) {
    object { json in
      for field in Article.Field.allCases {
        guard let origin = origins[field] else { continue }
        json.key(field.key)
        json.value(origin)
      }
    }
  }
}

extension Article.Field {
  fileprivate var key: StaticString {
    switch self {
    case .title: "title"
    case .text: "text"
    case .published: "published"
    case .outlet: "outlet"
    case .url: "url"
    case .author: "author"
    case .language: "language"
    }
  }
}
