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

extension Store {
  /// What changed since a day or time, the earliest first.
  public func changes(since: String, limit: Int = 1000) throws -> [ChangeAnswer] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM change WHERE at >= ? ORDER BY at, id LIMIT ?", arguments: [since, limit])
      return try rows.map { row in
        let id: String = row["kind"] as String == "merged" ? row["after"] : row["contact"]
        let contact = try Row.fetchOne(db, sql: "SELECT * FROM contact WHERE id = ?", arguments: [id])
        return ChangeAnswer(
          at: row["at"], kind: row["kind"], before: row["before"], after: row["after"], id: row["contact"],
          contact: try contact.map { try Self.summary(db, $0) })
      }
    }
  }
}
