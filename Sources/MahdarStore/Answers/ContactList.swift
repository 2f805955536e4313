import GRDB
import Mahdar

/// A contact as lists show it.
public struct ContactSummary: Sendable, Encodable {
  public var id: String
  public var form: String
  public var status: String
  public var channel: String
  public var date: String?
  public var place: String?
  public var country: String?
  public var parties: [ContactParty]
  /// How many articles tell of it.
  public var articles: Int
  /// How many independent roots the reports go back to.
  public var roots: Int
  /// The fields that they tell differently.
  public var conflicts: [String]
  /// Whether a person has confirmed it.
  public var isConfirmed: Bool

  /// The names of the parties in one line.
  public var names: String { parties.map(\.name).joined(separator: "، ") }
}

/// Which contacts are asked for.
public struct ContactRequest: Sendable {
  /// All of them take part.
  public var with: [String] = []
  public var from: String?
  public var to: String?
  public var statuses: [String] = []
  public var forms: [String] = []
  public var place: String?
  public var isConflicting = false
  public var isLatestFirst = false
  public var limit: Int?

  public init() {}
}

extension Store {
  /// The contacts asked for, in the order of their days; undated ones last.
  ///
  /// - Errors: `StoreError.request` for a name that nobody bears, or an unknown status or form.
  public func contacts(_ request: ContactRequest = .init()) throws -> [ContactSummary] {
    try read { try Self.contacts($0, request, terms) }
  }

  static func contacts(_ db: Database, _ request: ContactRequest, _ terms: SearchTerms) throws -> [ContactSummary] {
    guard request.with.count <= AskingLimit.names else {
      throw StoreError.request(
        "\(AskingLimit.names) names at most can be asked for together, these are \(request.with.count)")
    }
    return try contacts(db, request, try request.with.map { try Who($0, db, terms) })
  }

  static func contacts(_ db: Database, _ request: ContactRequest, _ who: [Who]) throws -> [ContactSummary] {
    var conditions: [String] = []
    var arguments = StatementArguments()
    for one in who {
      conditions.append(one.condition.sql)
      arguments += one.condition.arguments
    }
    if let from = request.from {
      conditions.append("last_day >= ?")
      arguments += [from]
    }
    if let to = request.to {
      conditions.append("substr(first_day, 1, length(?)) <= ?")
      arguments += [to, to]
    }
    for (column, values, known) in [
      ("status", request.statuses, ["held", "underway", "scheduled", "proposed", "postponed", "cancelled", "denied"]),
      ("form", request.forms, ["meeting", "visit", "talks", "conference", "call", "message"]),
    ] where !values.isEmpty {
      for value in values where !known.contains(value) {
        throw StoreError.request("unknown \(column) '\(value)' (one of \(known.joined(separator: ", ")))")
      }
      conditions.append("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
      arguments += StatementArguments(values)
    }
    if let place = request.place {
      conditions.append("(fold(place) LIKE '%' || fold(?) || '%' OR place_country = ?)")
      arguments += [place, place]
    }
    if request.isConflicting { conditions.append("conflicts <> ''") }
    let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    let order = request.isLatestFirst ? "first_day DESC NULLS LAST, id" : "first_day ASC NULLS LAST, id"
    let limit = request.limit.map { "LIMIT \($0)" } ?? ""
    let rows = try Row.fetchAll(
      db, sql: "SELECT contact.* FROM contact \(filter) ORDER BY \(order) \(limit)", arguments: arguments)
    return try rows.map { try summary(db, $0) }
  }

  static func summary(_ db: Database, _ row: Row) throws -> ContactSummary {
    let id: String = row["id"]
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
    return ContactSummary(
      id: id, form: row["form"], status: row["status"], channel: row["channel"], date: row["date"], place: row["place"],
      country: row["place_country"], parties: parties, articles: row["articles"], roots: row["roots"],
      conflicts: (row["conflicts"] as String).split(separator: ",").map(String.init), isConfirmed: isConfirmed ?? false)
  }
}
