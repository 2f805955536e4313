import GRDB

/// What an outlet tells.
public struct OutletAnswer: Sendable, Encodable {
  public var name: String
  public var articles: Int
  public var lastDay: String?
  /// Of how many contacts it tells, and of how many as the first and as the only one.
  public var contacts: Int
  public var first: Int
  public var alone: Int
  /// Whom it cites most, with the kind and how often.
  public var cites: [Cited]

  public struct Cited: Sendable, Encodable {
    public var name: String
    public var kind: String
    public var count: Int
  }
}

extension Store {
  /// The outlets that tell most, by what they tell.
  static func outlets(_ db: Database, limit: Int) throws -> [OutletAnswer] {
    var outlets: [String: OutletAnswer] = [:]
    let articles = try Row.fetchCursor(
      db,
      sql: """
        SELECT outlet, count(*) AS articles, max(published) AS last FROM article
        WHERE is_current = 1 AND outlet > '' GROUP BY outlet
        """)
    while let row = try articles.next() {
      let name: String = row["outlet"]
      outlets[name] = OutletAnswer(
        name: name, articles: row["articles"], lastDay: row["last"], contacts: 0, first: 0, alone: 0, cites: [])
    }
    // Contact by contact, who tells of it: the first first.
    let tellers = try Row.fetchCursor(
      db,
      sql: """
        SELECT contact, coalesce(outlet, '') AS outlet FROM contact_claim JOIN claim ON claim.id = contact_claim.claim
          JOIN article ON article.reading = claim.reading AND is_current = 1
        ORDER BY contact, published NULLS LAST, article.id
        """)
    var (contact, told): (String?, [String]) = (nil, [])
    func count() {
      for name in Set(told) where !name.isEmpty { outlets[name]?.contacts += 1 }
      if let first = told.first, !first.isEmpty {
        outlets[first]?.first += 1
        if Set(told).count == 1 { outlets[first]?.alone += 1 }
      }
    }
    while let row = try tellers.next() {
      let next: String = row["contact"]
      if next != contact {
        count()
        (contact, told) = (next, [])
      }
      told.append(row["outlet"])
    }
    count()
    let most = outlets.values.sorted { ($1.contacts, $1.articles, $0.name) < ($0.contacts, $0.articles, $1.name) }
    return try most.prefix(limit).enumerated().map { place, outlet in
      var outlet = outlet
      if place < 50 { outlet.cites = try cited(db, by: outlet.name) }
      return outlet
    }
  }

  /// Whom an outlet cites most, in its latest articles.
  private static func cited(_ db: Database, by outlet: String) throws -> [OutletAnswer.Cited] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT min(source.name) AS name, kind, count(*) AS count FROM source JOIN claim ON claim.id = source.claim
          WHERE reading IN (
            SELECT reading FROM article WHERE outlet = ?1 AND is_current = 1 ORDER BY published DESC LIMIT 500)
            AND source.name <> ?1
          GROUP BY fold(source.name), kind ORDER BY count DESC, name LIMIT 5
          """), arguments: [outlet]
    ).map { .init(name: $0["name"], kind: $0["kind"], count: $0["count"]) }
  }
}
