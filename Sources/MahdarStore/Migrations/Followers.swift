import GRDB

/// Of like claims a few lead and are compared with others; the rest follow one of them.
enum Followers {
  static let name = "5 claims that follow like ones"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        -- Claims that lead none, each with the leader nearest to it.
        CREATE TABLE follower (
          claim INTEGER PRIMARY KEY REFERENCES claim (id),
          leader INTEGER NOT NULL REFERENCES claim (id),
          verdict TEXT NOT NULL CHECK (verdict IN ('same', 'possibly', 'different', 'excluded')),
          score REAL NOT NULL,
          CHECK (claim <> leader)
        ) STRICT;
        CREATE INDEX follower_leader ON follower (leader);
        """)
  }
}
