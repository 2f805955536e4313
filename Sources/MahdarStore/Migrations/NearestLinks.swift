import GRDB

/// Links of a claim with its nearest ones alone, found by features that are kept: a contact of thousands of reports costs a
/// new one little. What was linked before is linked anew when the store is next added to.
enum NearestLinks {
  static let name = "3 features of claims, links with the nearest"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        DROP TABLE link;
        DROP INDEX block_claim;
        DELETE FROM block;

        -- What linking compares of a claim, as ClaimFeatures writes it: it spares reading the claim from its tables.
        CREATE TABLE claim_features (claim INTEGER PRIMARY KEY REFERENCES claim (id), bytes BLOB NOT NULL) STRICT;

        -- The claims that are, or may be, of one contact with a claim: the nearest of them.
        CREATE TABLE link (
          claim INTEGER NOT NULL REFERENCES claim (id),
          other INTEGER NOT NULL REFERENCES claim (id),
          verdict TEXT NOT NULL CHECK (verdict IN ('same', 'possibly')),
          score REAL NOT NULL,
          CHECK (claim <> other),
          PRIMARY KEY (claim, other)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX link_other ON link (other);
        """)
  }
}
