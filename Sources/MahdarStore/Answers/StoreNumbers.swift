import GRDB
import Mahdar

/// How much a store holds.
public struct StoreNumbers: Sendable, Encodable {
  public var articles: Int
  public var contacts: Int
  public var statements: Int
  /// When something was added last; nil in an empty store.
  public var lastAdded: String?
  /// The first and last days of publication.
  public var firstDay: String?
  public var lastDay: String?
}

/// What the whole record holds, counted once for all pages: who takes part most, who tells, what may be one.
public struct Overview: Sendable, Encodable {
  /// Somebody who takes part in contacts, with how many.
  public struct Party: Sendable, Encodable {
    public var identity: String
    public var name: String
    public var kind: String
    public var side: String?
    public var label: String?
    public var contacts: Int
  }

  /// A state or another side, with in how many contacts somebody of it takes part.
  public struct Side: Sendable, Encodable {
    public var code: String
    public var contacts: Int
  }

  /// The revision of the store that was counted.
  public var revision: String
  public var numbers: StoreNumbers
  public var facets: Facets
  public var sides: [Side]
  public var people: [Party]
  public var bodies: [Party]
  public var outlets: [OutletAnswer]
  public var doubts: [PairDoubt]

  /// What stands for it until a large store is counted.
  public static let pending = Overview(
    revision: "", numbers: .init(articles: 0, contacts: 0, statements: 0), facets: .none, sides: [], people: [],
    bodies: [], outlets: [], doubts: [])

  public var isPending: Bool { revision.isEmpty }
}

/// Two contacts that may be one, and how much speaks for it.
public struct PairDoubt: Sendable, Encodable {
  public var one: String
  public var other: String
  public var score: Double
}

extension Store {
  /// So many rows of each list of an overview.
  private static let most = 200

  /// What tells whether the store is the same as before: it changes with every article, reading and decision.
  public func revision() throws -> String {
    try read { db in
      let last = try ["change", "decision", "reading"].map { table in
        try Int.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM \(table)")) ?? 0
      }
      return last.map(String.init).joined(separator: ".")
    }
  }

  /// About how many articles there are, without counting them; 0 only for a store without any.
  public func size() throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT max(id) FROM article WHERE is_current = 1") ?? 0 }
  }

  public func overview() throws -> Overview {
    let revision = try revision()
    return try database.read { db in
      let facets = try Self.facets(db, .init(), [], terms, limit: .max)
      let sides = try Row.fetchAll(
        db,
        sql: """
          SELECT side, count(DISTINCT contact) AS contacts FROM party WHERE side IS NOT NULL
          GROUP BY side ORDER BY contacts DESC, side LIMIT \(Self.most)
          """
      ).map { Overview.Side(code: $0["side"], contacts: $0["contacts"]) }
      return Overview(
        revision: revision, numbers: try Self.numbers(db), facets: facets, sides: sides,
        people: try Self.parties(db, "kind = 'person'"),
        bodies: try Self.parties(db, "kind IN ('organisation', 'group')"),
        outlets: try Self.outlets(db, limit: Self.most), doubts: try Self.doubtfulPairs(db, limit: Self.most))
    }
  }

  private static func numbers(_ db: Database) throws -> StoreNumbers {
    func value<Value: DatabaseValueConvertible>(_ sql: String) throws -> Value? { try Value.fetchOne(db, sql: sql) }
    return StoreNumbers(
      articles: try value("SELECT count(*) FROM article WHERE is_current = 1") ?? 0,
      contacts: try value("SELECT count(*) FROM contact") ?? 0,
      // All, less those of readings that count no more: they are few.
      statements: (try value("SELECT count(*) FROM statement") ?? 0)
        - (try value(
          """
          SELECT count(*) FROM statement WHERE reading IN (
            SELECT id FROM reading WHERE NOT EXISTS (SELECT 1 FROM article WHERE reading = reading.id AND is_current = 1))
          """) ?? 0),
      lastAdded: try value("SELECT added FROM article ORDER BY id DESC LIMIT 1"),
      firstDay: try value("SELECT min(published) FROM article"),
      lastDay: try value("SELECT max(published) FROM article"))
  }

  private static func parties(_ db: Database, _ condition: String) throws -> [Overview.Party] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT identity, min(name) AS name, kind, max(side) AS side, max(label) AS label, count(*) AS contacts
        FROM party WHERE \(condition) GROUP BY identity ORDER BY contacts DESC, identity LIMIT \(most)
        """
    ).map {
      Overview.Party(
        identity: $0["identity"], name: $0["name"], kind: $0["kind"], side: $0["side"], label: $0["label"],
        contacts: $0["contacts"])
    }
  }

  /// The likeliest pairs of contacts that were kept apart and may be one.
  private static func doubtfulPairs(_ db: Database, limit: Int) throws -> [PairDoubt] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT min(a.contact, b.contact) AS one, max(a.contact, b.contact) AS other, max(score) AS nearness
        FROM link JOIN contact_claim AS a ON a.claim = link.claim JOIN contact_claim AS b ON b.claim = link.other
        WHERE verdict <> 'within' AND a.contact <> b.contact
        GROUP BY 1, 2 ORDER BY nearness DESC, one, other LIMIT ?
        """, arguments: [limit]
    ).map { PairDoubt(one: $0["one"], other: $0["other"], score: $0["nearness"]) }
  }
}
