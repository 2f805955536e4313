import GRDB

/// Something that happened to a contact of the record.
public struct ChangeAnswer: Sendable, Encodable {
  public var at: String
  public var kind: String
  public var before: String?
  public var after: String?
  public var id: String
  /// The contact as it is now; nil when it is gone.
  public var contact: ContactSummary?
}

/// Changes of the record, and how many there are.
public struct ChangeList: Sendable, Encodable {
  public var changes: [ChangeAnswer]
  /// Of all that were asked for, shown or not.
  public var total: Int
}

extension Store {
  /// What changed since a day or time.
  ///
  /// - Parameter request: of which contacts, as they are now; in its order of time.
  public func changes(since: String, _ request: ContactRequest = .init()) throws -> ChangeList {
    guard [.newest, .oldest].contains(request.order) else {
      throw StoreError.request("changes are sorted newest or oldest")
    }
    return try read { db in
      let filter = try Self.filter(db, request, try Self.who(request, db, terms), terms)
      let of = "CASE kind WHEN 'merged' THEN after ELSE contact END"
      let isOne = filter.isEmpty ? "" : "AND \(of) IN (SELECT id FROM contact WHERE \(filter.condition))"
      let from = "FROM change WHERE at >= ? \(isOne)"
      let arguments = StatementArguments([since]) + filter.arguments
      let order = request.order == .oldest ? "ASC" : "DESC"
      let rows = try Row.fetchAll(
        db, sql: "SELECT change.*, \(of) AS now \(from) ORDER BY at \(order), id \(order) LIMIT \(request.limit ?? -1)",
        arguments: arguments)
      let changes = try rows.map { row in
        let contact = try Row.fetchOne(db, sql: "SELECT * FROM contact WHERE id = ?", arguments: [row["now"] as String])
        return ChangeAnswer(
          at: row["at"], kind: row["kind"], before: row["before"], after: row["after"], id: row["contact"],
          contact: try contact.map { try Self.summary(db, $0) })
      }
      return ChangeList(
        changes: changes, total: try Int.fetchOne(db, sql: "SELECT count(*) \(from)", arguments: arguments) ?? 0)
    }
  }
}
