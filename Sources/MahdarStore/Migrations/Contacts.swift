import GRDB

/// The record: contacts made of claims, which can be dropped and made again, and what people decided, which can't.
enum Contacts {
  static let name = "2 contacts and decisions"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        -- Where claims wait for those they may be one with.
        CREATE TABLE block (
          key INTEGER NOT NULL,
          claim INTEGER NOT NULL REFERENCES claim (id),
          PRIMARY KEY (key, claim)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX block_claim ON block (claim);

        -- Pairs of claims that are, or may be, of one contact, with what speaks for and against it.
        CREATE TABLE link (
          a INTEGER NOT NULL REFERENCES claim (id),
          b INTEGER NOT NULL REFERENCES claim (id),
          verdict TEXT NOT NULL CHECK (verdict IN ('same', 'possibly')),
          score REAL NOT NULL,
          CHECK (a < b),
          PRIMARY KEY (a, b)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX link_b ON link (b);

        CREATE TABLE contact (
          id TEXT PRIMARY KEY,
          form TEXT NOT NULL,
          status TEXT NOT NULL,
          channel TEXT NOT NULL,
          date TEXT,
          first_day TEXT, last_day TEXT,
          place TEXT, place_country TEXT,
          claims INTEGER NOT NULL CHECK (claims > 0),
          articles INTEGER NOT NULL CHECK (articles > 0),
          -- How many independent roots the reports go back to, and the count in words.
          roots INTEGER NOT NULL CHECK (roots > 0),
          support TEXT NOT NULL,
          conflicts TEXT NOT NULL DEFAULT '',
          CHECK ((first_day IS NULL) = (last_day IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX contact_day ON contact (first_day);

        CREATE TABLE contact_claim (
          claim INTEGER PRIMARY KEY REFERENCES claim (id),
          contact TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX contact_claim_contact ON contact_claim (contact);

        CREATE TABLE party (
          contact TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
          ordinal INTEGER NOT NULL,
          identity TEXT NOT NULL,
          name TEXT NOT NULL,
          kind TEXT NOT NULL,
          side TEXT,
          office TEXT,
          label TEXT,
          PRIMARY KEY (contact, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX party_identity ON party (identity);
        CREATE INDEX party_side ON party (side);

        -- The names that people, states and bodies are told by; kept when contacts change, for questions and suggestions.
        CREATE TABLE name (
          folded TEXT NOT NULL,
          identity TEXT NOT NULL,
          name TEXT NOT NULL,
          -- The terms of its words, each between spaces.
          words TEXT NOT NULL,
          kind TEXT NOT NULL,
          side TEXT,
          PRIMARY KEY (folded, identity)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX name_identity ON name (identity);
        CREATE INDEX statement_known ON statement (known) WHERE known IS NOT NULL;
        CREATE INDEX statement_speaker ON statement (speaker);

        -- What happened to contacts, for `changes`.
        CREATE TABLE change (
          id INTEGER PRIMARY KEY,
          at TEXT NOT NULL,
          contact TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('new', 'status', 'date', 'sources', 'merged', 'gone')),
          before TEXT,
          after TEXT
        ) STRICT;
        CREATE INDEX change_at ON change (at);
        CREATE INDEX change_contact ON change (contact);

        -- What people decided. Rows are only added; an undone decision names the one that undid it.
        CREATE TABLE decision (
          id INTEGER PRIMARY KEY,
          at TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('alias', 'merge', 'split', 'reject', 'confirm', 'note', 'undo')),
          subject TEXT NOT NULL,
          object TEXT,
          reason TEXT,
          undone_by INTEGER REFERENCES decision (id)
        ) STRICT;
        CREATE INDEX decision_subject ON decision (subject);
        """)
  }
}
