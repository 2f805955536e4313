CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
CREATE TABLE engine (
  id INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  data TEXT NOT NULL,
  UNIQUE (version, data)
) STRICT;
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
, file TEXT, line INTEGER, author TEXT, origins TEXT) STRICT;
CREATE UNIQUE INDEX article_key ON article (key) WHERE is_current = 1;
CREATE INDEX article_published ON article (published);
CREATE TABLE reading (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (id),
  engine INTEGER NOT NULL REFERENCES engine (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX reading_article ON reading (article);
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
CREATE TABLE block (
  key INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim (id),
  PRIMARY KEY (key, claim)
) STRICT, WITHOUT ROWID;
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
  conflicts TEXT NOT NULL DEFAULT '', part_of TEXT,
  CHECK ((first_day IS NULL) = (last_day IS NULL))
) STRICT, WITHOUT ROWID;
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
CREATE INDEX statement_speaker ON statement (speaker);
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
CREATE TABLE claim_features (claim INTEGER PRIMARY KEY REFERENCES claim (id), bytes BLOB NOT NULL) STRICT;
CREATE INDEX person_name ON person (name);
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
CREATE TABLE name_word (
  word TEXT NOT NULL,
  name INTEGER NOT NULL REFERENCES name (id),
  PRIMARY KEY (word, name)
) STRICT, WITHOUT ROWID;
CREATE VIEW current_article AS
  SELECT article.id, article.key, article.published, article.outlet, article.url, article.language,
    article.title, article.text, reading.id AS reading
  FROM article JOIN reading ON reading.id = article.reading AND reading.article = article.id
  WHERE article.is_current = 1;
CREATE TABLE follower (
  claim INTEGER PRIMARY KEY REFERENCES claim (id),
  leader INTEGER NOT NULL REFERENCES claim (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'possibly', 'different', 'excluded')),
  score REAL NOT NULL,
  CHECK (claim <> leader)
) STRICT;
CREATE INDEX follower_leader ON follower (leader);
CREATE INDEX contact_part_of ON contact (part_of) WHERE part_of IS NOT NULL;
CREATE TABLE link (
  claim INTEGER NOT NULL REFERENCES claim (id),
  other INTEGER NOT NULL REFERENCES claim (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'within', 'possibly')),
  score REAL NOT NULL,
  CHECK (claim <> other),
  PRIMARY KEY (claim, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_other ON link (other);
CREATE INDEX article_file ON article (file) WHERE line IS NULL;
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
CREATE INDEX decision_subject ON decision (subject);
CREATE INDEX article_outlet ON article (outlet, published) WHERE is_current = 1;
CREATE INDEX article_reading ON article (reading) WHERE is_current = 1;
CREATE INDEX contact_span ON contact (first_day, last_day);
CREATE INDEX contact_range ON contact (last_day) WHERE instr(date, '/') > 0;
CREATE INDEX contact_status ON contact (status, first_day);
CREATE INDEX contact_form ON contact (form, first_day);
CREATE INDEX contact_channel ON contact (channel, first_day);
CREATE INDEX contact_place ON contact (place, first_day);
CREATE INDEX contact_country ON contact (place_country, first_day);
CREATE INDEX contact_outlet ON contact (first_day) WHERE instr(support, 'outlet') > 0;
CREATE INDEX contact_official ON contact (first_day) WHERE instr(support, 'official') > 0;
CREATE INDEX contact_unnamed ON contact (first_day) WHERE instr(support, 'unnamed') > 0;
CREATE INDEX contact_document ON contact (first_day) WHERE instr(support, 'document') > 0;
CREATE INDEX contact_conflicts ON contact (first_day) WHERE conflicts <> '';
CREATE INDEX source_name ON source (name);
CREATE TABLE feed (
  id INTEGER PRIMARY KEY,
  -- As it was given; where it has moved for good, what is asked instead.
  address TEXT NOT NULL UNIQUE,
  moved_to TEXT,
  title TEXT,
  -- What the last answer was marked with.
  etag TEXT,
  last_modified TEXT,
  -- The seconds that it wants not to be asked again.
  rest INTEGER,
  -- The seconds between two requests, and when the next is due, in seconds since 1970.
  pace INTEGER NOT NULL,
  next INTEGER NOT NULL,
  is_gone INTEGER NOT NULL DEFAULT 0 CHECK (is_gone IN (0, 1)),
  -- Since it succeeded last.
  failures INTEGER NOT NULL DEFAULT 0,
  succeeded TEXT,
  failed TEXT,
  problem TEXT
) STRICT;
CREATE TABLE feed_item (
  id INTEGER PRIMARY KEY,
  feed INTEGER NOT NULL REFERENCES feed (id),
  -- The id of its article.
  key TEXT NOT NULL UNIQUE,
  -- Its address, and what of it is the same for all addresses of the page.
  link TEXT,
  page TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'added', 'known', 'failed')),
  seen TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  next INTEGER NOT NULL,
  problem TEXT,
  -- While it waits: the article as the feed tells it, and whether that is all of it or its page is to be fetched.
  article BLOB,
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
  CHECK ((state = 'waiting') = (article IS NOT NULL))
) STRICT;
CREATE INDEX feed_item_feed ON feed_item (feed, state);
CREATE INDEX feed_item_page ON feed_item (page) WHERE page IS NOT NULL;
CREATE INDEX feed_item_next ON feed_item (is_whole, next) WHERE state = 'waiting';
CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;
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
