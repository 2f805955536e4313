import Foundation
import GRDB

/// How a feed that is followed is.
public struct FeedHealth: Sendable, Encodable {
  /// As it was given.
  public var address: String
  /// Where it has moved for good.
  public var movedTo: String?
  public var title: String?
  /// `new`, `well`, `failing` or `gone`.
  public var state: String
  /// How often it failed since it succeeded last.
  public var failures: Int
  /// When it succeeded and when it failed last, and the words of that.
  public var succeeded: String?
  public var failed: String?
  public var problem: String?
  /// Its items, those that are articles by it, those that wait, those that were there before, and those that can't be read.
  public var items: Int
  public var added: Int
  public var waiting: Int
  public var known: Int
  public var unread: Int
  /// When it is asked next; nil where it is gone.
  public var next: String?
}

extension Store {
  /// The feeds that are or were followed, those that fail first.
  public func feeds() throws -> [FeedHealth] {
    try read { db in
      let counts = try Row.fetchAll(
        db, sql: "SELECT feed, state, count(*) AS count FROM feed_item GROUP BY feed, state")
      var states: [Int: [String: Int]] = [:]
      for row in counts { states[row["feed"], default: [:]][row["state"]] = row["count"] }
      return try Row.fetchAll(
        db, sql: "SELECT * FROM feed ORDER BY is_gone DESC, failures DESC, title IS NULL, title, address"
      ).map { row in
        let items = states[row["id"]] ?? [:]
        let (isGone, failures): (Bool, Int) = (row["is_gone"], row["failures"])
        let isNew = row["succeeded"] == nil && row["failed"] == nil
        let next: Int = row["next"]
        return FeedHealth(
          address: row["address"], movedTo: row["moved_to"], title: row["title"],
          state: isGone ? "gone" : failures > 0 ? "failing" : isNew ? "new" : "well", failures: failures,
          succeeded: row["succeeded"], failed: row["failed"], problem: row["problem"],
          items: items.values.reduce(0, +), added: items["added"] ?? 0, waiting: items["waiting"] ?? 0,
          known: items["known"] ?? 0, unread: items["failed"] ?? 0,
          next: isGone || next == 0 ? nil : Date(timeIntervalSince1970: Double(next)).ISO8601Format())
      }
    }
  }
}
