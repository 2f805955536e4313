import Mahdar
import MahdarStore

/// An article: its text as it was, with what was read of it.
struct ArticlePage: Page {
  static let template = "article"

  func value(_ request: PageRequest, _ desk: Desk) throws -> ArticleDetail {
    guard let id = request["id"] else { throw PageError.missing }
    return try desk.store.article(id)
  }

  func view(_ article: ArticleDetail, _ show: Show) -> View {
    let analysis = show.desk.pipeline(
      Article(
        id: article.id, title: article.title, text: article.text, published: article.published, outlet: article.outlet,
        url: article.url))
    let read = ReadText(
      analysis: analysis, told: article.claims.map { .init(claim: $0.claim, contact: $0.contact) }, show: show)
    return [
      "title": article.title ?? article.id, "outlet": or(article.outlet.map(show.run)),
      "day": show.published(article.published),
      "id": or(article.id == article.file ? nil : article.id), "url": or(article.url.flatMap(Self.sound)),
      "author": or(article.author.map(show.run)),
      "addresses": Array(article.addresses.compactMap(Self.sound).prefix(10)),
      "paragraphs": read.paragraphs(),
      "counts": [
        show.count(article.claims.count, "contact"), show.count(analysis.statements.count, "statement"),
        show.w("count-dates", String(analysis.times.count { $0.value != nil })),
        show.w("count-people", String(analysis.people.count)),
      ],
      "hasTitle": article.title?.isEmpty == false, "isRemoved": article.removal != nil,
      "copies": article.copies.prefix(20).map { ["id": $0, "href": show.articleLink($0)] as View },
      "hasCopies": !article.copies.isEmpty,
      "file": or(article.file.map { $0.split(separator: "/").last.map(String.init) ?? $0 }),
      "otherTexts": article.otherTexts > 0 ? show.count(article.otherTexts, "other text") as Any : false,
    ]
  }

  /// Only addresses of the web are links.
  private static func sound(_ url: String) -> String? {
    let lower = url.lowercased()
    return lower.hasPrefix("https://") || lower.hasPrefix("http://") ? url : nil
  }
}
