import GRDB

/// Where each article was read: so that a file under two names is one article, and one id in two files is told.
enum Places {
  static let name = "7 places of articles"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        -- The file, links followed; NULL for standard input. A line where the file has one article a line.
        ALTER TABLE article ADD COLUMN file TEXT;
        ALTER TABLE article ADD COLUMN line INTEGER;
        CREATE INDEX article_file ON article (file) WHERE line IS NULL;
        """)
  }
}
