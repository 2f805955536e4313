import GRDB

/// Decisions about articles: taken out of the store, or replaced by another text.
enum Removals {
  static let name = "8 articles taken out"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE decision RENAME TO old_decision;
        DROP INDEX decision_subject;
        CREATE TABLE decision (
          id INTEGER PRIMARY KEY,
          at TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (
            kind IN ('alias', 'merge', 'split', 'reject', 'confirm', 'note', 'remove', 'replace', 'undo')),
          subject TEXT NOT NULL,
          -- Of a replaced article the row of the text that it had.
          object TEXT,
          reason TEXT,
          undone_by INTEGER REFERENCES decision (id)
        ) STRICT;
        INSERT INTO decision SELECT * FROM old_decision;
        DROP TABLE old_decision;
        CREATE INDEX decision_subject ON decision (subject);
        """)
  }
}
