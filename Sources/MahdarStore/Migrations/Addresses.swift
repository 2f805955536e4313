import GRDB
import Mahdar

/// Under which addresses an article was found, and where its fields were read.
enum Addresses {
  static let name = "11 addresses of articles"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE article ADD COLUMN author TEXT;
        -- Where fields were read, as JSON: {"published":"json-ld"}.
        ALTER TABLE article ADD COLUMN origins TEXT;
        CREATE TABLE address (
          id INTEGER PRIMARY KEY,
          -- The article's id.
          key TEXT NOT NULL,
          url TEXT NOT NULL,
          -- Of address and title, of text and outlet: what an article is known again by (Sameness).
          page INTEGER NOT NULL,
          text INTEGER NOT NULL,
          -- Of the first letters of the text, and its bytes.
          start INTEGER NOT NULL,
          size INTEGER NOT NULL,
          added TEXT NOT NULL,
          UNIQUE (key, url)
        ) STRICT;
        CREATE INDEX address_page ON address (page);
        CREATE INDEX address_text ON address (text);
        """)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT key, title, text, outlet, url, added FROM article WHERE is_current = 1 AND url IS NOT NULL")
    let insert = try db.makeStatement(
      sql: "INSERT OR IGNORE INTO address (key, url, page, text, start, size, added) VALUES (?, ?, ?, ?, ?, ?, ?)")
    while let row = try rows.next() {
      let article = Article(
        id: row["key"], title: row["title"], text: row["text"], outlet: row["outlet"], url: row["url"])
      guard let same = Sameness(article) else { continue }
      try insert.execute(arguments: [
        article.id, same.url, same.page, same.text, same.start, same.size, row["added"] as String,
      ])
    }
  }
}
