import GRDB

/// The first schema: articles, what engines read off them, and the index of their words.
enum ArticlesAndClaims {
  static let name = "1 articles and claims"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE engine (
          id INTEGER PRIMARY KEY,
          version TEXT NOT NULL,
          data TEXT NOT NULL,
          UNIQUE (version, data)
        ) STRICT;

        -- One row a text: a changed text of the same key is a new row, and the old one is no longer current.
        CREATE TABLE article (
          id INTEGER PRIMARY KEY,
          key TEXT NOT NULL CHECK (key <> ''),
          hash BLOB NOT NULL CHECK (length(hash) = 32),
          is_current INTEGER NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
          published TEXT,
          outlet TEXT,
          url TEXT,
          language TEXT,
          added TEXT NOT NULL,
          reading INTEGER REFERENCES reading (id) DEFERRABLE INITIALLY DEFERRED,
          title TEXT,
          text TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX article_key ON article (key) WHERE is_current = 1;
        CREATE INDEX article_published ON article (published);

        -- What one engine read off one article. Rows are only added; article.reading names the one that counts.
        CREATE TABLE reading (
          id INTEGER PRIMARY KEY,
          article INTEGER NOT NULL REFERENCES article (id),
          engine INTEGER NOT NULL REFERENCES engine (id),
          at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX reading_article ON reading (article);

        -- Spans are UTF-8 bytes, half-open, of the content: title, line end, text; or the text alone.
        CREATE TABLE claim (
          id INTEGER PRIMARY KEY,
          reading INTEGER NOT NULL REFERENCES reading (id),
          ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
          -- Of what the claim says: the claim's id in the record, the same in every store.
          digest TEXT NOT NULL CHECK (length(digest) = 16),
          form TEXT NOT NULL CHECK (form IN ('meeting', 'visit', 'talks', 'conference', 'call', 'message')),
          status TEXT NOT NULL
            CHECK (status IN ('held', 'underway', 'scheduled', 'proposed', 'postponed', 'cancelled', 'denied')),
          channel TEXT NOT NULL CHECK (channel IN ('official', 'secret', 'track-1.5', 'track-2')),
          date TEXT,
          date_start INTEGER, date_end INTEGER,
          place TEXT, place_country TEXT, place_id TEXT,
          place_start INTEGER, place_end INTEGER,
          venue TEXT,
          occasion TEXT,
          duration TEXT,
          evidence TEXT NOT NULL,
          evidence_start INTEGER, evidence_end INTEGER,
          is_central INTEGER NOT NULL CHECK (is_central IN (0, 1)),
          rule TEXT,
          score REAL,
          CHECK (evidence_start IS NULL OR evidence_start >= 0 AND evidence_end > evidence_start),
          UNIQUE (reading, ordinal)
        ) STRICT;
        CREATE INDEX claim_digest ON claim (digest);

        CREATE TABLE participant (
          claim INTEGER NOT NULL REFERENCES claim (id),
          ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
          name TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('person', 'state', 'organisation', 'group')),
          side TEXT,
          office TEXT,
          known TEXT,
          label TEXT,
          role TEXT,
          is_resolved INTEGER NOT NULL CHECK (is_resolved IN (0, 1)),
          spans TEXT NOT NULL,
          PRIMARY KEY (claim, ordinal)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE topic (
          claim INTEGER NOT NULL REFERENCES claim (id),
          ordinal INTEGER NOT NULL,
          name TEXT NOT NULL,
          PRIMARY KEY (claim, ordinal)
        ) STRICT, WITHOUT ROWID;

        -- Who vouches for the claim, from the nearest outward.
        CREATE TABLE source (
          claim INTEGER NOT NULL REFERENCES claim (id),
          ordinal INTEGER NOT NULL,
          name TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('outlet', 'official', 'anonymous', 'document')),
          start INTEGER, end INTEGER,
          PRIMARY KEY (claim, ordinal)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE statement (
          reading INTEGER NOT NULL REFERENCES reading (id),
          ordinal INTEGER NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('direct', 'indirect')),
          speaker TEXT NOT NULL,
          speaker_kind TEXT NOT NULL CHECK (speaker_kind IN ('person', 'office', 'anonymous', 'outlet')),
          known TEXT,
          start INTEGER NOT NULL, end INTEGER NOT NULL,
          via TEXT,
          cue_start INTEGER NOT NULL, cue_end INTEGER NOT NULL,
          rule TEXT NOT NULL,
          CHECK (start >= 0 AND end > start),
          PRIMARY KEY (reading, ordinal)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE person (
          reading INTEGER NOT NULL REFERENCES reading (id),
          ordinal INTEGER NOT NULL,
          name TEXT NOT NULL,
          side TEXT,
          office TEXT,
          known TEXT,
          label TEXT,
          spans TEXT NOT NULL,
          PRIMARY KEY (reading, ordinal)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

        CREATE VIRTUAL TABLE words USING fts5(
          title, text, content = 'article', content_rowid = 'id', tokenize = 'mahdar'
        );
        """)
  }
}
