import GRDB
import Mahdar

/// Tells which of the articles behind a contact are copies of one text.
final class Copies {
  private let db: Database
  /// By the row of an article, whose text never changes; about 2 KB each.
  private var sketches = Recent<Int, TextSketch>(limit: 4000)
  /// How often two texts were compared.
  private(set) var comparisons = 0

  init(_ db: Database) { self.db = db }

  /// The first copy of each article that has copies; empty where there is but one article.
  func originals(of origins: some Sequence<ArticleOrigin>) throws -> [String: String] {
    let articles = Set(origins)
    guard articles.count > 1 else { return [:] }
    let sorted = articles.sorted { ($0.published ?? "~", $0.key) < ($1.published ?? "~", $1.key) }
    var finder = CopyFinder()
    defer { comparisons += finder.comparisons }
    return finder.originals(sorted.map(\.key), try sorted.map { try sketch($0.article) })
  }

  private func sketch(_ article: Int) throws -> TextSketch {
    if let known = sketches[article] { return known }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT title, text FROM article WHERE id = ?"), arguments: [article])
    let sketch = TextSketch(row.map { Content(title: $0["title"], text: $0["text"]).text } ?? "")
    sketches[article] = sketch
    return sketch
  }
}
