import GRDB
import Mahdar

/// The links of claims in the store: for each claim its nearest ones.
///
/// - Shape: a row `link (claim, other)` says that `other` is among the nearest of `claim`; the two are linked when either
///   row is there.
final class Neighbours {
  private final class List {
    var nearest: NearestClaims
    init(_ nearest: NearestClaims) { self.nearest = nearest }
  }

  private let claims: StoredClaims
  private let insert, delete, of, around: RowWriter
  private var lists = Recent<Int, List>(limit: 10_000)

  init(_ db: Database, _ claims: StoredClaims) throws {
    self.claims = claims
    insert = try RowWriter("INSERT OR REPLACE INTO link (claim, other, verdict, score) VALUES (?, ?, ?, ?)", db)
    delete = try RowWriter("DELETE FROM link WHERE claim = ? AND other = ?", db)
    of = try RowWriter("SELECT other, verdict, score FROM link WHERE claim = ?", db)
    around = try RowWriter(
      """
      SELECT other, verdict, score FROM link WHERE claim = ?1
      UNION SELECT claim, verdict, score FROM link WHERE other = ?1
      """, db)
  }

  /// Links two claims, as far as they are near.
  func link(_ a: Int, _ b: Int, _ verdict: Comparison.Verdict, score: Double) throws {
    try add(b, to: a, verdict, score)
    try add(a, to: b, verdict, score)
  }

  private func add(_ other: Int, to claim: Int, _ verdict: Comparison.Verdict, _ score: Double) throws {
    guard let features = try claims.features(other) else { return }
    switch try list(claim).nearest.add(.init(other, features, verdict, score: score)) {
    case .known, .tooFar: return
    case .instead(let old): try remove(old, from: claim)
    case .added: break
    }
    for number in [claim, other] { insert.bind(number) }
    insert.bind(verdict.rawValue)
    insert.bind(score)
    try insert.insert()
  }

  private func remove(_ other: Int, from claim: Int) throws {
    delete.bind(claim)
    delete.bind(other)
    try delete.insert()
  }

  private func list(_ claim: Int) throws -> List {
    if let list = lists[claim] { return list }
    var all: [NearestClaims.Neighbour] = []
    of.bind(claim)
    try of.forEach { row in
      guard let features = try claims.features(row.int(0)) else { return }
      all.append(.init(row.int(0), features, Self.verdict(row.text(1)), score: row.double(2)))
    }
    let list = List(NearestClaims(all))
    lists[claim] = list
    return list
  }

  private static func verdict(_ text: String) -> Comparison.Verdict { .init(rawValue: text) ?? .possibly }

  /// Gives the links that a claim has from either side.
  func forEach(
    of claim: Int, _ body: (_ other: Int, _ verdict: Comparison.Verdict, _ score: Double) throws -> Void
  ) throws {
    around.bind(claim)
    try around.forEach { try body($0.int(0), Self.verdict($0.text(1)), $0.double(2)) }
  }

  /// Takes away the links of a claim that `isGone`; returns the claims that had more near ones than a list holds, and must
  /// be compared again.
  func remove(of claim: Int, where isGone: (_ score: Double) -> Bool = { _ in true }) throws -> [Int] {
    var others: [Int] = []
    try forEach(of: claim) { other, _, score in
      if isGone(score) { others.append(other) }
    }
    var short: [Int] = []
    for other in others {
      if try list(claim).nearest.all.count == NearestClaims.limit, !short.contains(claim) { short.append(claim) }
      if try list(other).nearest.all.count == NearestClaims.limit { short.append(other) }
      try list(claim).nearest.remove(other)
      try list(other).nearest.remove(claim)
      try remove(other, from: claim)
      try remove(claim, from: other)
    }
    return short
  }
}
