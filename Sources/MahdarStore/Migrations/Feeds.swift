import GRDB

/// The feeds that are followed, and their items until each is an article.
enum Feeds {
  static let name = "10 feeds"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
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
        """)
  }
}
