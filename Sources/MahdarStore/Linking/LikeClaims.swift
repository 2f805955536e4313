import GRDB
import Mahdar

/// The claims of the store by likeness: those that lead stand in the block of their likeness, the others have a row that
/// names their leader.
final class LikeClaims {
  /// What new claims changed.
  struct Change {
    /// Those that lead now and did not.
    var risen: [Int] = []
    /// Those that led and follow now.
    var fallen: [Int] = []
    /// Those that follow another leader than before, new ones included.
    var moved: [Int] = []
    /// The leaders that claims came to.
    var leaders: Set<Int> = []
  }

  private let claims: StoredClaims
  private let decisions: Decisions
  private let merger: RecordMerger
  private let findLeaders, findFollowers, findLeader, insert, delete: RowWriter
  /// How often two claims were compared.
  private(set) var comparisons = 0

  init(_ db: Database, _ claims: StoredClaims, _ decisions: Decisions, _ merger: RecordMerger) throws {
    self.claims = claims
    self.merger = merger
    self.decisions = decisions
    findLeaders = try RowWriter("SELECT claim FROM block WHERE key = ?", db)
    findFollowers = try RowWriter("SELECT claim, verdict, score FROM follower WHERE leader = ?", db)
    findLeader = try RowWriter("SELECT leader FROM follower WHERE claim = ?", db)
    insert = try RowWriter("INSERT OR REPLACE INTO follower (claim, leader, verdict, score) VALUES (?, ?, ?, ?)", db)
    delete = try RowWriter("DELETE FROM follower WHERE claim = ?", db)
  }

  /// The leader that a claim follows.
  func leader(of claim: Int) throws -> Int? {
    findLeader.bind(claim)
    return try findLeader.first { $0.int(0) }
  }

  func followers(of leader: Int) throws -> [Leaders.Follower] {
    var all: [Leaders.Follower] = []
    findFollowers.bind(leader)
    try findFollowers.forEach { row in
      all.append(
        .init(
          claim: row.int(0), leader: leader,
          comparison: .init(
            verdict: Comparison.Verdict(rawValue: row.text(1)) ?? .different, score: row.double(2), reasons: [])))
    }
    return all
  }

  /// The leaders of a likeness, and those that people took out of the record: they stand in its block and lead none.
  private func leaders(_ key: UInt64, _ likeness: UInt64) throws -> (leading: [Int], rejected: [Int]) {
    var all: [Int] = []
    findLeaders.bind(Int(Int64(bitPattern: key)))
    try findLeaders.forEach { all.append($0.int(0)) }
    var (leading, rejected): ([Int], [Int]) = ([], [])
    for claim in all {
      guard let features = try claims.features(claim), features.likeness == likeness else { continue }
      if isRejected(features) { rejected.append(claim) } else { leading.append(claim) }
    }
    return (leading, rejected)
  }

  private func isRejected(_ claim: ClaimFeatures) -> Bool {
    !decisions.rejected.isEmpty && decisions.rejected.contains(claim.id)
  }

  private func isNamed(_ claim: ClaimFeatures) -> Bool {
    !decisions.named.isEmpty && decisions.named.contains(claim.id)
  }

  private func apart(from claim: ClaimFeatures) -> Set<String> {
    decisions.apart.isEmpty ? [] : decisions.apart[claim.id] ?? []
  }

  /// Takes up claims of one likeness, new ones and such as are to be looked at again.
  func take(_ new: [Int], block key: UInt64, _ likeness: UInt64) throws -> Change {
    let (leading, rejected) = try leaders(key, likeness)
    let known = Set(leading).union(rejected)
    let fresh = new.filter { !known.contains($0) }
    var change = Change()
    if fresh.count == new.count, decisions.rejected.isEmpty {
      // None follows yet.
      if leading.count + fresh.count <= Leaders.atLeast { return Change(risen: fresh) }
      if leading.count >= Leaders.atLeast, try follow(fresh, leading, &change) { return change }
    }
    try rank(fresh, leading, rejected, &change)
    return change
  }

  /// Lets new claims follow those that lead; false when one of them leads itself.
  private func follow(_ fresh: [Int], _ leading: [Int], _ change: inout Change) throws -> Bool {
    var leaders = merger.leaders(try withFeatures(leading))
    defer { comparisons += leaders.comparisons }
    var followers: [Leaders.Follower] = []
    for (claim, features) in try withFeatures(fresh) {
      guard try leader(of: claim) == nil,
        let follower = leaders.follower(
          claim, features, isNamed: isNamed(features), apart: apart(from: features))
      else { return false }
      followers.append(follower)
    }
    for follower in followers { try write(follower, &change) }
    return true
  }

  /// Parts all claims of the likeness into leaders and followers anew.
  private func rank(_ fresh: [Int], _ leading: [Int], _ rejected: [Int], _ change: inout Change) throws {
    var before: [Int: Leaders.Follower] = [:]
    for leader in leading + rejected {
      for follower in try followers(of: leader) { before[follower.claim] = follower }
    }
    let all = try withFeatures(Array(Set(fresh + leading + rejected + before.keys)))
    let led = Set(leading).union(rejected)
    var leaders = merger.leaders()
    for (claim, features) in all.sorted(by: { $0.claim.number < $1.claim.number }) {
      if !isRejected(features),
        let follower = leaders.take(claim, features, isNamed: isNamed(features), apart: apart(from: features))
      {
        let old = before[claim]
        if led.contains(claim) { change.fallen.append(claim) }
        if old?.leader == follower.leader, old?.comparison == follower.comparison { continue }
        try write(follower, &change)
      } else if !led.contains(claim) {
        try remove(claim)
        change.risen.append(claim)
      }
    }
    comparisons += leaders.comparisons
  }

  private func withFeatures(_ claims: [Int]) throws -> [(id: Int, claim: ClaimFeatures)] {
    try claims.compactMap { id in try self.claims.features(id).map { (id, $0) } }
  }

  private func write(_ follower: Leaders.Follower, _ change: inout Change) throws {
    insert.bind(follower.claim)
    insert.bind(follower.leader)
    insert.bind(follower.comparison.verdict.rawValue)
    insert.bind(follower.comparison.score)
    try insert.insert()
    change.moved.append(follower.claim)
    change.leaders.insert(follower.leader)
  }

  private func remove(_ claim: Int) throws {
    delete.bind(claim)
    try delete.insert()
  }

  /// Takes a claim out; returns those whose places must be found anew.
  func remove(_ claim: Int, _ blocks: ClaimBlocks, _ likeness: UInt64) throws -> [Int] {
    try remove(claim)
    guard let key = blocks.like else { return [] }
    let (leading, rejected) = try leaders(key, likeness)
    guard leading.contains(claim) || rejected.contains(claim) else { return [] }
    let followers = try followers(of: claim).map(\.claim)
    for follower in followers { try remove(follower) }
    // One that leads still has the others looked at again.
    return followers + leading.filter { $0 != claim }.prefix(1)
  }
}
