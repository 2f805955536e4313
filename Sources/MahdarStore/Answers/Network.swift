import GRDB
import Mahdar

/// Who has to do with whom in the contacts asked for.
public struct Network: Sendable, Encodable {
  /// So many contacts are looked at, the latest; and so many are shown.
  public static let limit = 3000
  public static let mostNodes = 36
  public static let mostEdges = 70

  public enum Unit: String, Sendable, Codable { case sides, people }

  public struct Node: Sendable, Encodable {
    /// The code of a side, or an identity.
    public var id: String
    /// Of a person or body.
    public var name: String?
    public var label: String?
    public var side: String?
    public var contacts: Int
  }

  public struct Edge: Sendable, Encodable {
    /// Places in `nodes`.
    public var a: Int
    public var b: Int
    public var count: Int
    /// How many of each status.
    public var statuses: StatusCounts
    /// The status that weighs most: what was held before what is planned, that before what was called off.
    public var status: String
  }

  public var unit: Unit
  /// Those with most contacts first.
  public var nodes: [Node]
  public var edges: [Edge]
  /// How many nodes and edges there are, shown or not.
  public var allNodes: Int
  public var allEdges: Int
  public var counted: Int
  public var total: Int
}

extension Store {
  public func network(_ request: ContactRequest, _ unit: Network.Unit) throws -> Network {
    try read { db in
      let who = try Self.who(request, db, terms)
      let filter = try Self.filter(db, request, who, terms)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT contact.id, status, identity, name, party.kind, side, label
          FROM (SELECT * FROM contact WHERE \(filter.condition) ORDER BY first_day DESC NULLS LAST, id LIMIT \(Network.limit))
            AS contact JOIN party ON party.contact = contact.id ORDER BY contact.id, ordinal
          """, arguments: filter.arguments)
      var builder = NetworkBuilder(unit: unit)
      while let row = try rows.next() { builder.add(row) }
      return builder.network(total: try Self.count(db, request, who, terms))
    }
  }
}

/// Counts who meets whom.
private struct NetworkBuilder {
  let unit: Network.Unit
  private var nodes: [String: Network.Node] = [:]
  private var edges: [String: (a: String, b: String, statuses: [String: Int])] = [:]
  private var contact = ""
  private var status = ""
  private var parties: [String] = []
  private var counted = 0

  init(unit: Network.Unit) { self.unit = unit }

  mutating func add(_ row: Row) {
    if row["id"] as String != contact {
      close()
      (contact, status, parties) = (row["id"], row["status"], [])
    }
    let side: String? = row["side"]
    let id: String? = unit == .sides ? side : row["identity"]
    guard let id, !parties.contains(id) else { return }
    parties.append(id)
    if nodes[id] == nil {
      nodes[id] =
        unit == .sides
        ? .init(id: id, contacts: 0) : .init(id: id, name: row["name"], label: row["label"], side: side, contacts: 0)
    }
    nodes[id]?.contacts += 1
  }

  private mutating func close() {
    guard !contact.isEmpty else { return }
    counted += 1
    // A gathering of many ties everybody to everybody, which tells nothing of any two.
    guard parties.count <= 8 else { return }
    for (place, a) in parties.enumerated() {
      for b in parties[(place + 1)...] {
        let (first, second) = a < b ? (a, b) : (b, a)
        edges[first + "\u{0}" + second, default: (first, second, [:])].statuses[status, default: 0] += 1
      }
    }
  }

  mutating func network(total: Int) -> Network {
    close()
    let met = Set(edges.values.flatMap { [$0.a, $0.b] })
    let ordered = nodes.values.filter { met.contains($0.id) }.sorted { ($1.contacts, $0.id) < ($0.contacts, $1.id) }
    let shown = Array(ordered.prefix(Network.mostNodes))
    let places = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1.id, $0) })
    let all = edges.values.compactMap { edge -> Network.Edge? in
      guard let a = places[edge.a], let b = places[edge.b] else { return nil }
      return .init(
        a: min(a, b), b: max(a, b), count: edge.statuses.values.reduce(0, +), statuses: edge.statuses,
        status: edge.statuses.weightiest)
    }.sorted { ($1.count, $0.a, $0.b) < ($0.count, $1.a, $1.b) }
    return Network(
      unit: unit, nodes: shown, edges: Array(all.prefix(Network.mostEdges)), allNodes: ordered.count,
      allEdges: edges.count, counted: counted, total: total)
  }
}
