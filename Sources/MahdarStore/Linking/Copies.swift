import GRDB
import Mahdar

/// Tells which of the articles behind a contact are copies of one text.
final class Copies {
  private let db: Database
  /// By the number of an article, whose text never changes; about 2 KB each.
  private var sketches = Recent<Int, TextSketch>(limit: 4000)

  init(_ db: Database) { self.db = db }

  /// The first copy of each article that has copies; empty where there is but one article.
  func originals(of articles: [String]) throws -> [String: String] {
    let keys = Set(articles)
    guard keys.count > 1 else { return [:] }
    let find = try db.cachedStatement(sql: "SELECT id, published FROM current_article WHERE key = ?")
    let rows = try keys.compactMap { key in
      try Row.fetchOne(find, arguments: [key]).map {
        (key: key, id: $0["id"] as Int, published: ($0["published"] as String?) ?? "~")
      }
    }
    // The first to be published is the original.
    let sorted = rows.sorted { ($0.published, $0.key) < ($1.published, $1.key) }
    return CopyFinder().originals(sorted.map(\.key), try sorted.map { try sketch($0.id) })
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
