import GRDB
import Mahdar

/// What is new in the record, and what is to come.
public struct TodayAnswer: Sendable, Encodable {
  /// Changes are counted up to so many; a total above it stands for more.
  public static let counted = 9999

  public var day: String
  /// Since when changes are told.
  public var since: String
  /// The days of the calendar strip, and the contacts dated in them.
  public var firstDay: String
  public var lastDay: String
  public var appointments: [ContactSummary]
  /// Contacts whose status is another, the last first.
  public var changed: [ChangeAnswer]
  public var changedTotal: Int
  public var new: [ContactSummary]
  public var newTotal: Int
  /// Contacts changed since of which accounts differ.
  public var conflicts: [ContactSummary]
  /// Announced, their day gone by, and nothing told since; the last first.
  public var silent: [ContactSummary]
  public var silentTotal: Int
  /// Put off or proposed without a day.
  public var undated: [ContactSummary]
  public var undatedTotal: Int
  public var decisions: [DecisionAnswer]
}

extension Store {
  /// - Parameters:
  ///   - day: today.
  ///   - since: from when changes count.
  ///   - limit: so many rows of each list.
  public func today(_ day: String, since: String, limit: Int = 8) throws -> TodayAnswer {
    try read { db in
      func list(_ change: (inout ContactRequest) -> Void) throws -> (contacts: [ContactSummary], total: Int) {
        var request = ContactRequest()
        request.limit = limit
        change(&request)
        return (try Self.contacts(db, request, [], terms), try Self.count(db, request, [], terms))
      }
      func ids(_ kind: String) throws -> [String] {
        try String.fetchAll(
          db,
          sql: """
            SELECT DISTINCT recent.contact FROM (SELECT contact FROM change WHERE at >= ? AND kind = ? ORDER BY id DESC LIMIT 1000)
              AS recent JOIN contact ON contact.id = recent.contact ORDER BY first_day DESC NULLS LAST, contact LIMIT \(limit)
            """, arguments: [since, kind])
      }
      func total(_ kind: String) throws -> Int {
        try Int.fetchOne(
          db,
          sql:
            "SELECT count(*) FROM (SELECT DISTINCT contact FROM change WHERE at >= ? AND kind = ? LIMIT \(TodayAnswer.counted + 1)) WHERE contact IN (SELECT id FROM contact)",
          arguments: [since, kind]) ?? 0
      }
      func summaries(_ sql: String, _ arguments: StatementArguments) throws -> [ContactSummary] {
        try Row.fetchAll(db, sql: sql, arguments: arguments).map { try Self.summary(db, $0) }
      }
      let first = DayRange.day(day, moved: -3)
      let last = DayRange.day(day, moved: 10)
      let changed = try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM (SELECT * FROM change WHERE at >= ? AND kind = 'status' ORDER BY id DESC LIMIT 200)
          WHERE contact IN (SELECT id FROM contact) LIMIT \(limit)
          """, arguments: [since]
      ).map { row in
        let contact = try Row.fetchOne(
          db, sql: "SELECT * FROM contact WHERE id = ?", arguments: [row["contact"] as String])
        return ChangeAnswer(
          at: row["at"], kind: row["kind"], before: row["before"], after: row["after"], id: row["contact"],
          contact: try contact.map { try Self.summary(db, $0) })
      }
      let conflicts = try summaries(
        """
        SELECT contact.* FROM contact WHERE conflicts <> '' AND id IN (
          SELECT contact FROM change WHERE at >= ? ORDER BY id DESC LIMIT 5000)
        ORDER BY first_day DESC NULLS LAST, id LIMIT \(limit)
        """, [since])
      let silent = try list {
        $0.statuses = ["scheduled", "proposed"]
        $0.to = DayRange.day(before: day)
      }
      let undated = try list {
        $0.statuses = ["postponed", "proposed", "scheduled"]
        $0.isUndated = true
      }
      return TodayAnswer(
        day: day, since: since, firstDay: first, lastDay: last,
        appointments: try list {
          ($0.from, $0.to, $0.limit, $0.order) = (first, last, 24, .oldest)
          $0.isLoose = false
        }.contacts.filter { $0.date.map { $0.count >= 10 } ?? false }, changed: changed,
        changedTotal: try total("status"),
        new: try ids("new").compactMap { id in
          try Row.fetchOne(db, sql: "SELECT * FROM contact WHERE id = ?", arguments: [id]).map {
            try Self.summary(db, $0)
          }
        }, newTotal: try total("new"), conflicts: conflicts, silent: silent.contacts, silentTotal: silent.total,
        undated: undated.contacts, undatedTotal: undated.total,
        decisions: try Row.fetchAll(db, sql: "SELECT * FROM decision ORDER BY id DESC LIMIT 5").map(Self.decision))
    }
  }
}
