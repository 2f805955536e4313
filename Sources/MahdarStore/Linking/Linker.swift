import GRDB
import Mahdar

/// Keeps the contacts of the record in step with the claims, touching only what new claims meet.
///
/// A claim is compared with those that stand in its blocks; the contacts of all that is then connected are made anew. So the
/// work for an article depends on how much is told of the same people in the same days, not on the size of the record.
final class Linker {
  /// The score of what people linked: above any that words give.
  private static let decided = 100.0

  private let db: Database
  private let merger = RecordMerger(explains: false)
  private let claims: StoredClaims
  private let contacts: ContactWriter
  private let decisions: Decisions
  private let addBlock, addLink: RowWriter
  private var added: [Int] = []
  /// Claims whose contacts have lost a claim.
  private var orphans: Set<Int> = []
  /// The contacts that claims taken away belonged to.
  private var losers: Set<String> = []

  init(_ db: Database, names: NameWriter, pipeline: Pipeline, now: String) throws {
    self.db = db
    claims = StoredClaims(db, profiles: pipeline.profiles)
    decisions = try Decisions(db)
    claims.aliases = decisions.aliases
    contacts = try ContactWriter(db, names: names, pipeline: pipeline, now: now)
    addBlock = try RowWriter("INSERT OR IGNORE INTO block (key, claim) VALUES (?, ?)", db)
    addLink = try RowWriter("INSERT OR REPLACE INTO link (a, b, verdict, score) VALUES (?, ?, ?, ?)", db)
  }

  /// Takes up a claim that was written.
  func add(_ profile: ClaimProfile, claim: Int) {
    if decisions.aliases.isEmpty { claims.keep(profile, claim) }
    added.append(claim)
  }

  /// Takes the claims of an article's present reading out of the record; they stay in the store.
  func remove(claimsOf article: Int) throws {
    let ids = try Int.fetchAll(
      db, sql: "SELECT claim.id FROM claim JOIN article ON article.reading = claim.reading WHERE article.id = ?",
      arguments: [article])
    for id in ids { try remove(id) }
    orphans.subtract(ids)
  }

  private func remove(_ claim: Int) throws {
    claims.forget(claim)
    if let contact = try String.fetchOne(
      db, sql: "SELECT contact FROM contact_claim WHERE claim = ?", arguments: [claim])
    {
      losers.insert(contact)
      orphans.formUnion(
        try Int.fetchAll(db, sql: "SELECT claim FROM contact_claim WHERE contact = ?", arguments: [contact]))
    }
    for sql in [
      "DELETE FROM contact_claim WHERE claim = ?", "DELETE FROM block WHERE claim = ?", "DELETE FROM link WHERE a = ?",
      "DELETE FROM link WHERE b = ?",
    ] {
      try db.cachedStatement(sql: sql).execute(arguments: [claim])
    }
  }

  /// Looks at claims and all that is connected with them again.
  func touch(_ claims: [Int]) { added += claims }

  /// Forgets what people had linked: `link` asks their decisions again.
  func drop(decidedLinksOf claims: [Int]) throws {
    for claim in claims {
      orphans.formUnion(try component(of: claim))
      try db.execute(
        sql: "DELETE FROM link WHERE (a = ? OR b = ?) AND score >= \(Self.decided)", arguments: [claim, claim])
    }
  }

  /// Compares claims from the beginning, for their participants are others than before.
  func rebuild(_ claims: [Int]) throws {
    for claim in claims { try remove(claim) }
    touch(claims)
  }

  /// Makes the contacts of what was added and taken away.
  func link() throws {
    let new = added
    added = []
    var blocks: [(claim: Int, profile: ClaimProfile, probed: [UInt64])] = []
    for claim in new {
      guard let profile = try claims.profile(claim) else { continue }
      let (stored, probed) = merger.blocks(profile)
      for key in stored {
        addBlock.bind(Int(Int64(bitPattern: key)))
        addBlock.bind(claim)
        try addBlock.insert()
      }
      blocks.append((claim, profile, probed))
    }
    let find = try db.cachedStatement(sql: "SELECT claim FROM block WHERE key = ?")
    for (claim, profile, probed) in blocks {
      var candidates: Set<Int> = []
      for key in probed {
        candidates.formUnion(try Int.fetchAll(find, arguments: [Int64(bitPattern: key)]))
      }
      for other in candidates.sorted() where other != claim { try compare(claim, profile, other) }
    }
    try linkDecided(blocks.map(\.claim))
    var seen: Set<Int> = []
    for claim in new + orphans.sorted() where !seen.contains(claim) {
      let component = try component(of: claim)
      seen.formUnion(component)
      try settle(component)
    }
    try contacts.removeEmpty(losers)
    orphans = []
    losers = []
  }

  private func compare(_ claim: Int, _ profile: ClaimProfile, _ other: Int) throws {
    guard let otherProfile = try claims.profile(other) else { return }
    let comparison = merger.compare(profile, otherProfile)
    guard comparison.verdict == .same || comparison.verdict == .possibly else { return }
    try add(claim, other, comparison.verdict == .same ? "same" : "possibly", comparison.score)
  }

  private func add(_ a: Int, _ b: Int, _ verdict: String, _ score: Double) throws {
    addLink.bind(min(a, b))
    addLink.bind(max(a, b))
    addLink.bind(verdict)
    addLink.bind(score)
    try addLink.insert()
  }

  /// Links what people said to be one, however the claims compare.
  private func linkDecided(_ claims: [Int]) throws {
    guard !decisions.pairs.isEmpty else { return }
    for claim in claims {
      guard let digest = try self.claims.profile(claim)?.id else { continue }
      for decision in decisions.pairs where decision.isSame && (decision.a == digest || decision.b == digest) {
        let other = decision.a == digest ? decision.b : decision.a
        for id in try Decisions.claims(db, digest: other) where id != claim { try add(claim, id, "same", Self.decided) }
      }
    }
  }

  /// The claims that links of sameness lead to from one.
  private func component(of claim: Int) throws -> [Int] {
    let find = try db.cachedStatement(
      sql: """
        SELECT b FROM link WHERE a = ? AND verdict = 'same' UNION ALL SELECT a FROM link WHERE b = ? AND verdict = 'same'
        """)
    var seen: Set<Int> = [claim]
    var open = [claim]
    while let next = open.popLast() {
      for other in try Int.fetchAll(find, arguments: [next, next]) where seen.insert(other).inserted {
        open.append(other)
      }
    }
    return seen.sorted()
  }

  private func settle(_ component: [Int]) throws {
    var members: [(claim: Int, profile: ClaimProfile)] = []
    for claim in component {
      guard let profile = try claims.profile(claim), !decisions.rejected.contains(profile.id) else { continue }
      members.append((claim, profile))
    }
    let groups =
      members.count == 1
      ? [[0]] : members.isEmpty ? [] : merger.merge(members.map(\.profile), decisions: decisions.pairs).groups
    try contacts.write(groups.map { $0.map { members[$0] } }, of: component)
  }
}
