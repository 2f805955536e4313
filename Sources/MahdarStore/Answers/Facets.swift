import GRDB
import Mahdar

/// By what a list of contacts can be narrowed, with how many there are of each.
public struct Facets: Sendable, Encodable {
  /// So many contacts are counted at most: the latest of those asked for.
  public static let limit = 1000

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

  static let none = Facets(
    statuses: [], forms: [], channels: [], sides: [], years: [], kinds: [], places: [], conflicting: 0, counted: 0)
}

extension Store {
  /// - Errors: as for `contacts`.
  public func facets(_ request: ContactRequest) throws -> Facets {
    try read { try Self.facets($0, request, try Self.who(request, $0, terms), terms) }
  }

  /// - Parameter limit: so many contacts are counted.
  static func facets(
    _ db: Database, _ request: ContactRequest, _ who: [Who], _ terms: SearchTerms, limit: Int = Facets.limit
  ) throws -> Facets {
    let filter = try filter(db, request, who, terms)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT found.id, status, form, channel, first_day, place, conflicts, support, side
        FROM (SELECT * FROM contact WHERE \(filter.condition) ORDER BY first_day DESC NULLS LAST, id LIMIT \(limit)) AS found
          LEFT JOIN party ON party.contact = found.id
        """, arguments: filter.arguments)
    var counts: [String: [String: Int]] = [:]
    var (total, conflicting) = (0, 0)
    var (contact, sides): (String, Set<String>) = ("", [])
    while let row = try rows.next() {
      let id: String = row[0]
      if id != contact {
        (contact, sides) = (id, [])
        total += 1
        counts["status", default: [:]][row[1], default: 0] += 1
        counts["form", default: [:]][row[2], default: 0] += 1
        counts["channel", default: [:]][row[3], default: 0] += 1
        counts["year", default: [:]][(row[4] as String?).map { String($0.prefix(4)) } ?? "", default: 0] += 1
        if let place = row[5] as String? { counts["place", default: [:]][place, default: 0] += 1 }
        if row[6] as String != "" { conflicting += 1 }
        counts["support", default: [:]][row[7], default: 0] += 1
      }
      if let side = row[8] as String?, sides.insert(side).inserted {
        counts["side", default: [:]][side, default: 0] += 1
      }
    }
    for (support, count) in counts["support"] ?? [:] {
      for kind in Support.kinds(in: support).keys { counts["kind", default: [:]][kind, default: 0] += count }
    }
    func choices(_ column: String, _ known: [String]) -> [Facets.Choice] {
      known.compactMap { value in counts[column]?[value].map { .init(value, $0) } }
    }
    func most(_ column: String) -> [Facets.Choice] {
      (counts[column] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(9).map {
        .init($0.key, $0.value)
      }
    }
    return Facets(
      statuses: choices("status", ContactFilter.statuses), forms: choices("form", ContactFilter.forms),
      channels: choices("channel", ContactFilter.channels),
      sides: most("side"),
      years: choices("year", (counts["year"] ?? [:]).keys.sorted(by: >)),
      kinds: choices("kind", SourceRoot.Kind.allCases.map(\.rawValue)), places: most("place"),
      conflicting: conflicting, counted: total)
  }
}
