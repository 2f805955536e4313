import GRDB
import Mahdar

/// By what a list of contacts can be narrowed, with how many there are of each.
public struct Facets: Sendable, Encodable {
  /// So many contacts are counted at most: the latest of those asked for.
  public static let limit = 5000

  public struct Choice: Sendable, Encodable {
    public var value: String
    public var count: Int

    public init(_ value: String, _ count: Int) { (self.value, self.count) = (value, count) }
  }

  public var statuses: [Choice]
  public var forms: [Choice]
  public var channels: [Choice]
  /// The sides that take part most.
  public var sides: [Choice]
  /// The latest first; of undated contacts `""`, the last.
  public var years: [Choice]
  /// The kinds of roots that contacts go back to.
  public var kinds: [Choice]
  public var places: [Choice]
  public var conflicting: Int
  /// How many contacts were counted.
  public var counted: Int
}

extension Store {
  /// - Errors: as for `contacts`.
  public func facets(_ request: ContactRequest) throws -> Facets {
    try read { try Self.facets($0, request, try Self.who(request, $0, terms), terms) }
  }

  static func facets(_ db: Database, _ request: ContactRequest, _ who: [Who], _ terms: SearchTerms) throws -> Facets {
    let filter = try filter(db, request, who, terms)
    let counted = "FROM contact WHERE \(filter.condition) ORDER BY first_day DESC NULLS LAST, id LIMIT \(Facets.limit)"
    var counts: [String: [String: Int]] = [:]
    var (total, conflicting) = (0, 0)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT status, form, channel, date, place, conflicts, support \(counted)", arguments: filter.arguments)
    while let row = try rows.next() {
      total += 1
      for column in ["status", "form", "channel"] { counts[column, default: [:]][row[column], default: 0] += 1 }
      counts["year", default: [:]][(row["date"] as String?).map { String($0.prefix(4)) } ?? "", default: 0] += 1
      if let place = row["place"] as String? { counts["place", default: [:]][place, default: 0] += 1 }
      if row["conflicts"] as String != "" { conflicting += 1 }
      for kind in Support.kinds(in: row["support"]).keys { counts["kind", default: [:]][kind, default: 0] += 1 }
    }
    let sides = try Row.fetchAll(
      db,
      sql: """
        SELECT side, count(DISTINCT contact) AS count FROM party
        WHERE contact IN (SELECT id \(counted)) AND side IS NOT NULL GROUP BY side ORDER BY count DESC, side LIMIT 9
        """, arguments: filter.arguments)
    func choices(_ column: String, _ known: [String]) -> [Facets.Choice] {
      known.compactMap { value in counts[column]?[value].map { .init(value, $0) } }
    }
    func most(_ column: String) -> [Facets.Choice] {
      (counts[column] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8).map {
        .init($0.key, $0.value)
      }
    }
    return Facets(
      statuses: choices("status", ContactFilter.statuses), forms: choices("form", ContactFilter.forms),
      channels: choices("channel", ContactFilter.channels),
      sides: sides.map { .init($0["side"], $0["count"]) },
      years: choices("year", (counts["year"] ?? [:]).keys.sorted(by: >)),
      kinds: choices("kind", SourceRoot.Kind.allCases.map(\.rawValue)), places: most("place"),
      conflicting: conflicting, counted: total)
  }
}
