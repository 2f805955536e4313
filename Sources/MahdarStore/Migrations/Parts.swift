import GRDB

/// Contacts that are parts of others: the meetings of a visit, two who meet on the margins of many.
enum Parts {
  static let name = "6 contacts that are parts"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE contact ADD COLUMN part_of TEXT;
        CREATE INDEX contact_part_of ON contact (part_of) WHERE part_of IS NOT NULL;
        -- Links are made anew by the version that reads this: they tell of wholes and parts, too.
        DROP TABLE link;
        CREATE TABLE link (
          claim INTEGER NOT NULL REFERENCES claim (id),
          other INTEGER NOT NULL REFERENCES claim (id),
          verdict TEXT NOT NULL CHECK (verdict IN ('same', 'within', 'possibly')),
          score REAL NOT NULL,
          CHECK (claim <> other),
          PRIMARY KEY (claim, other)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX link_other ON link (other);
        """)
  }
}
