import GRDB
import Mahdar

/// Contacts that were asked for, and how many there are.
public struct ContactList: Sendable, Encodable {
  public var contacts: [ContactSummary]
  /// Of all that were asked for, shown or not.
  public var total: Int
  /// How many more there may be: dated too roughly to tell whether they lie between the days asked for.
  public var roughlyDated: Int
}

extension Store {
  /// The contacts asked for.
  ///
  /// - Errors: `StoreError.request` for a name that nobody bears, or an unknown status, form, channel or date.
  public func contacts(_ request: ContactRequest = .init()) throws -> [ContactSummary] {
    try read { try Self.contacts($0, request, try Self.who(request, $0, terms), terms) }
  }

  /// The contacts of these ids; nil where one of them is gone.
  public func summaries(_ ids: [String]) throws -> [ContactSummary]? {
    try read { db in
      let rows = try ids.compactMap { try Row.fetchOne(db, sql: "SELECT * FROM contact WHERE id = ?", arguments: [$0]) }
      return rows.count == ids.count ? try rows.map { try Self.summary(db, $0) } : nil
    }
  }

  /// The contacts asked for, with how many there are in all.
  public func contactList(_ request: ContactRequest = .init()) throws -> ContactList {
    try read { try Self.contactList($0, request, try Self.who(request, $0, terms), terms) }
  }

  static func contactList(_ db: Database, _ request: ContactRequest, _ who: [Who], _ terms: SearchTerms) throws
    -> ContactList
  {
    let total = try count(db, request, who, terms)
    return ContactList(
      contacts: try contacts(db, request, who, terms), total: total,
      roughlyDated: try countRoughlyDated(db, request, who, terms, of: total))
  }

  /// Whom the names of a request stand for.
  static func who(_ request: ContactRequest, _ db: Database, _ terms: SearchTerms) throws -> [Who] {
    let names = request.with.count + request.pairs.joined().count
    guard names <= AskingLimit.names else {
      throw StoreError.request("\(AskingLimit.names) names at most can be asked for together, these are \(names)")
    }
    return try request.with.map { try Who($0, db, terms) }
  }

  static func filter(_ db: Database, _ request: ContactRequest, _ who: [Who], _ terms: SearchTerms) throws
    -> ContactFilter
  {
    var filter = try ContactFilter(request, who, db, terms)
    filter.add(pairs: try request.pairs.map { try $0.map { try Who($0, db, terms) } })
    return filter
  }

  static func contacts(_ db: Database, _ request: ContactRequest, _ who: [Who], _ terms: SearchTerms) throws
    -> [ContactSummary]
  {
    let filter = try filter(db, request, who, terms)
    let order =
      switch request.order {
      case .newest: "first_day DESC NULLS LAST, id"
      case .oldest: "first_day ASC NULLS LAST, id"
      case .roots: "roots DESC, articles DESC, first_day DESC NULLS LAST, id"
      case .articles: "articles DESC, roots DESC, first_day DESC NULLS LAST, id"
      case .score: "\(ContactFilter.score) DESC NULLS LAST, first_day DESC NULLS LAST, id"
      }
    let rows = try Row.fetchAll(
      db,
      sql:
        "SELECT * FROM contact WHERE \(filter.condition) ORDER BY \(order) LIMIT \(request.limit ?? -1) OFFSET \(request.offset)",
      arguments: filter.arguments)
    return try rows.map { try summary(db, $0) }
  }

  static func count(_ db: Database, _ request: ContactRequest, _ who: [Who], _ terms: SearchTerms) throws -> Int {
    let filter = try filter(db, request, who, terms)
    return try Int.fetchOne(
      db, sql: "SELECT count(*) FROM contact WHERE \(filter.condition)", arguments: filter.arguments) ?? 0
  }

  private static func countRoughlyDated(
    _ db: Database, _ request: ContactRequest, _ who: [Who], _ terms: SearchTerms, of total: Int
  ) throws -> Int {
    guard !request.isLoose, request.from != nil || request.to != nil else { return 0 }
    var loose = request
    loose.isLoose = true
    return try count(db, loose, who, terms) - total
  }

  static func summary(_ db: Database, _ row: Row) throws -> ContactSummary {
    let id: String = row["id"]
    func strings(_ sql: String) throws -> [String] {
      try String.fetchAll(db.cachedStatement(sql: sql), arguments: [id])
    }
    let parties = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM party WHERE contact = ? ORDER BY ordinal"), arguments: [id]
    ).map {
      ContactParty(
        identity: $0["identity"], name: $0["name"], kind: $0["kind"], side: $0["side"], office: $0["office"],
        label: $0["label"])
    }
    let isConfirmed = try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM contact_claim JOIN claim ON claim.id = contact_claim.claim
            JOIN decision ON decision.subject = claim.digest
            WHERE contact = ? AND decision.kind = 'confirm' AND undone_by IS NULL)
          """), arguments: [id])
    let surest = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT evidence, score FROM contact_claim JOIN claim ON claim.id = contact_claim.claim
          WHERE contact = ? ORDER BY score DESC, is_central DESC, claim.digest LIMIT 1
          """), arguments: [id])
    return ContactSummary(
      id: id, form: row["form"], status: row["status"], channel: row["channel"], date: row["date"], place: row["place"],
      country: row["place_country"], parties: parties,
      topics: try strings(
        """
        SELECT min(name) FROM contact_claim JOIN topic USING (claim) WHERE contact = ?
        GROUP BY fold(name) ORDER BY count(*) DESC, min(ordinal), min(name) LIMIT 8
        """),
      articles: row["articles"], roots: row["roots"], kinds: Support.kinds(in: row["support"]), score: surest?["score"],
      conflicts: (row["conflicts"] as String).split(separator: ",").map(String.init),
      isConfirmed: isConfirmed ?? false, partOf: row["part_of"],
      outlets: try strings(
        """
        SELECT outlet FROM contact_claim JOIN claim ON claim.id = contact_claim.claim JOIN current_article USING (reading)
        WHERE contact = ? AND outlet <> '' GROUP BY outlet ORDER BY min(published) NULLS LAST, outlet LIMIT 20
        """),
      sources: try strings(
        """
        SELECT min(name) FROM contact_claim JOIN source USING (claim) WHERE contact = ?
        GROUP BY fold(name) ORDER BY count(*) DESC, min(name) LIMIT 8
        """),
      evidence: surest?["evidence"] ?? "")
  }
}
