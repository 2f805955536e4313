import GRDB
import Mahdar

/// Tells which of the articles behind a contact are copies of one text.
enum Copies {
  /// The first copy of each article that has copies; empty where there is but one article.
  static func originals(of articles: [String], _ db: Database) throws -> [String: String] {
    let keys = Set(articles).sorted()
    guard keys.count > 1 else { return [:] }
    let find = try db.cachedStatement(
      sql: "SELECT title, text, published FROM article WHERE key = ? AND is_current = 1")
    let rows = try keys.compactMap { key in try Row.fetchOne(find, arguments: [key]).map { (key: key, row: $0) } }
    // The first to be published is the original.
    let sorted = rows.sorted { ($0.row["published"] ?? "~", $0.key) < ($1.row["published"] ?? "~", $1.key) }
    let sketches = sorted.map { TextSketch(Content(title: $0.row["title"], text: $0.row["text"]).text) }
    return CopyFinder().originals(sorted.map(\.key), sketches)
  }
}
