import GRDB

/// What keeps a store of hundreds of thousands of articles quick: links of a claim with its nearest ones alone, found by
/// features that are kept, and names found by word. What was linked before is linked anew when the store is next added to.
enum Scale {
  static let name = "3 nearest links, names by word"

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

        -- People are found by the names that articles use; `known` tells apart those of one name.
        DROP INDEX statement_known;
        CREATE INDEX person_name ON person (name);

        ALTER TABLE name RENAME TO old_name;
        DROP INDEX name_identity;
        -- The names that people, states and bodies are told by; kept when contacts change, for questions and suggestions.
        CREATE TABLE name (
          id INTEGER PRIMARY KEY,
          folded TEXT NOT NULL,
          identity TEXT NOT NULL,
          name TEXT NOT NULL,
          kind TEXT NOT NULL,
          side TEXT,
          UNIQUE (folded, identity)
        ) STRICT;
        CREATE INDEX name_identity ON name (identity);
        INSERT INTO name (folded, identity, name, kind, side) SELECT folded, identity, name, kind, side FROM old_name;
        DROP TABLE old_name;

        -- The terms of the names' words, made when the store is opened.
        CREATE TABLE name_word (
          word TEXT NOT NULL,
          name INTEGER NOT NULL REFERENCES name (id),
          PRIMARY KEY (word, name)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
