import Foundation

/// What the JSON-LD of a page says of its article.
struct StructuredData: Sendable {
  var headline: String?
  var published: String?
  var author: String?
  var publisher: String?
  var url: String?
  var language: String?
  var body: String?

  private static let articles: Set<String> = [
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "BlogPosting", "LiveBlogPosting", "Report", "TechArticle", "ScholarlyArticle", "SocialMediaPosting",
    "AdvertiserContentArticle",
    "SatiricalArticle", "Recipe", "DiscussionForumPosting", "Review",
  ]

  /// - Parameter scripts: the texts of the page's scripts of JSON-LD.
  init(_ scripts: [String]) {
    var articles: [[String: Any]] = []
    var pages: [[String: Any]] = []
    var organisations: [String: String] = [:]
    for script in scripts {
      guard let value = Self.read(script) else {
        useBroken(script)
        continue
      }
      Self.collect(value, depth: 0) { object in
        let types = Self.strings(object["@type"])
        if types.contains(where: Self.articles.contains) {
          articles.append(object)
        } else if types.contains("WebPage") || types.contains("ItemPage") {
          pages.append(object)
        }
        if let id = object["@id"] as? String, let name = object["name"] as? String { organisations[id] = name }
      }
    }
    // Other articles that a page lists stand behind its own, and tell less.
    guard let article = articles.first(where: { $0["datePublished"] != nil && $0["headline"] != nil }) ?? articles.first
    else {
      if let page = pages.first {
        published = page["datePublished"] as? String ?? published
        language = Self.strings(page["inLanguage"]).first
      }
      return
    }
    headline = Self.text(article["headline"]) ?? Self.text(article["name"])
    published = Self.text(article["datePublished"]) ?? Self.text(article["dateCreated"]) ?? published
    author = Self.names(article["author"], organisations)
    publisher = Self.names(article["publisher"], organisations)
    url =
      Self.text(article["url"])
      ?? (article["mainEntityOfPage"] as? [String: Any]).flatMap { $0["@id"] as? String }
      ?? article["mainEntityOfPage"] as? String
    language = Self.strings(article["inLanguage"]).first
    body = article["articleBody"] as? String
  }

  /// What can be told of what is no JSON, for a stray quotation mark or comma: a day.
  private mutating func useBroken(_ script: String) {
    guard published == nil, let key = script.range(of: "\"datePublished\""),
      let open = script[key.upperBound...].firstIndex(of: "\"")
    else { return }
    let value = script[script.index(after: open)...].prefix { $0 != "\"" && $0 != "\n" }
    if value.utf8.count <= 40 { published = Self.text(String(value)) }
  }

  /// A value of JSON; line ends within strings, which JSON forbids and pages write, are read as spaces.
  private static func read(_ script: String) -> Any? {
    if let value = try? JSONSerialization.jsonObject(with: Data(script.utf8)) { return value }
    var bytes = Array(script.utf8)
    for index in bytes.indices where bytes[index] < 0x20 { bytes[index] = 0x20 }
    var text = bytes[...]
    // In comments of HTML or CDATA marks.
    if let start = text.firstIndex(where: {
      $0 == 0x7B || $0 == 0x5B && text.count > 1 && !text.starts(with: Array("<![".utf8))
    }),
      let end = text.lastIndex(where: { $0 == 0x7D || $0 == 0x5D }), start < end
    {
      text = text[start...end]
    }
    return try? JSONSerialization.jsonObject(with: Data(text))
  }

  private static func collect(_ value: Any, depth: Int, _ body: ([String: Any]) -> Void) {
    guard depth < 8 else { return }
    if let list = value as? [Any] {
      for element in list { collect(element, depth: depth + 1, body) }
    } else if let object = value as? [String: Any] {
      body(object)
      for key in ["@graph", "mainEntity", "mainEntityOfPage", "publisher", "author"] {
        if let inner = object[key] { collect(inner, depth: depth + 1, body) }
      }
    }
  }

  private static func strings(_ value: Any?) -> [String] {
    if let text = value as? String { return [text] }
    return (value as? [Any])?.compactMap { $0 as? String } ?? []
  }

  private static func text(_ value: Any?) -> String? {
    let text = (value as? String).map(PageText.clean)
    return text?.isEmpty == false ? text : nil
  }

  private static func names(_ value: Any?, _ known: [String: String]) -> String? {
    if let list = value as? [Any] {
      let all = list.compactMap { names($0, known) }
      return all.isEmpty ? nil : all.joined(separator: "، ")
    }
    if let object = value as? [String: Any] {
      return text(object["name"]) ?? (object["@id"] as? String).flatMap { known[$0] }
    }
    return text(value)
  }
}
