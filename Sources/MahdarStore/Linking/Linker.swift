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
  private let merger = RecordMerger()
  private let claims: StoredClaims
  private let contacts: ContactWriter
  private let decisions: Decisions
  private let addBlock, addFeatures, findBlock: RowWriter
  private let neighbours: Neighbours
  private var added: [Int] = []
  /// Claims whose contacts have lost a claim.
  private var orphans: Set<Int> = []
  /// The contacts that claims taken away belonged to.
  private var losers: Set<String> = []

  init(_ db: Database, names: NameWriter, pipeline: Pipeline, now: String) throws {
    self.db = db
    claims = try StoredClaims(db, profiles: pipeline.profiles)
    decisions = try Decisions(db)
    claims.aliases = decisions.aliases
    contacts = try ContactWriter(db, names: names, pipeline: pipeline, now: now)
    addBlock = try RowWriter("INSERT OR IGNORE INTO block (key, claim) VALUES (?, ?)", db)
    addFeatures = try RowWriter("INSERT OR REPLACE INTO claim_features (claim, bytes) VALUES (?, ?)", db)
    findBlock = try RowWriter("SELECT claim FROM block WHERE key = ?", db)
    neighbours = try Neighbours(db, claims)
  }

  /// Whether the record is linked by features of this version.
  static func isFresh(_ db: Database) throws -> Bool {
    try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'linking'") == String(ClaimFeatures.version)
  }

  /// How many claims are linked anew in one transaction: a fraction of a second.
  static let part = 1000

  /// Links a part of the record anew: first all claims are connected, then all contacts are made, so that none is made of half
  /// its claims. How far it has come stands in the store.
  func refreshPart(_ limit: Int = Linker.part) throws {
    let version = String(ClaimFeatures.version)
    let state = try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'linking'") ?? ""
    if state == version { return }
    // "VERSION connecting CLAIM" or "VERSION settling CLAIM": the last that was done.
    let words = state.split(separator: " ")
    let isBegun = words.count == 3 && words[0] == version
    if !isBegun {
      try removeStale()
      try db.execute(sql: "DELETE FROM link; DELETE FROM block; DELETE FROM claim_features")
    }
    let isSettling = isBegun && words[1] == "settling"
    let claims = try Int.fetchAll(
      db,
      sql: """
        SELECT claim.id FROM claim JOIN current_article USING (reading)
        WHERE claim.id > ? ORDER BY claim.id LIMIT ?
        """, arguments: [isBegun ? Int(words[2]) : 0, limit])
    if isSettling { orphans.formUnion(claims) } else { touch(claims) }
    try link(isSettling: isSettling)
    let next =
      if let last = claims.last {
        "\(version) \(isSettling ? "settling" : "connecting") \(last)"
      } else {
        isSettling ? version : "\(version) settling 0"
      }
    try db.execute(
      sql: "INSERT INTO setting VALUES ('linking', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      arguments: [next])
  }

  /// Takes out claims that no longer count, which earlier versions did not tell apart.
  private func removeStale() throws {
    try remove(
      claims: try Int.fetchAll(
        db,
        sql: """
          SELECT contact_claim.claim FROM contact_claim JOIN claim ON claim.id = contact_claim.claim
          WHERE claim.reading NOT IN (SELECT reading FROM current_article)
          """))
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
    try remove(claims: ids)
  }

  private func remove(claims ids: [Int]) throws {
    let ids = Set(ids)
    for id in ids.sorted() { try remove(id) }
    orphans.subtract(ids)
    added.removeAll(where: ids.contains)
  }

  private func remove(_ claim: Int) throws {
    // By what the blocks were made of: an index by claim would cost every claim more than its blocks do.
    if let features = try claims.features(claim) {
      for key in merger.blocks(features).stored {
        try db.cachedStatement(sql: "DELETE FROM block WHERE key = ? AND claim = ?")
          .execute(arguments: [Int64(bitPattern: key), claim])
      }
    }
    added += try neighbours.remove(of: claim)
    claims.forget(claim)
    if let contact = try String.fetchOne(
      db, sql: "SELECT contact FROM contact_claim WHERE claim = ?", arguments: [claim])
    {
      losers.insert(contact)
      orphans.formUnion(
        try Int.fetchAll(db, sql: "SELECT claim FROM contact_claim WHERE contact = ?", arguments: [contact]))
    }
    for sql in ["DELETE FROM contact_claim WHERE claim = ?", "DELETE FROM claim_features WHERE claim = ?"] {
      try db.cachedStatement(sql: sql).execute(arguments: [claim])
    }
  }

  /// Looks at claims and all that is connected with them again.
  func touch(_ claims: [Int]) { added += claims }

  /// Forgets what people had linked: `link` asks their decisions again.
  func drop(decidedLinksOf claims: [Int]) throws {
    for claim in claims {
      orphans.formUnion(try component(of: claim).claims)
      added += try neighbours.remove(of: claim) { $0 >= Self.decided }
    }
  }

  /// Compares claims from the beginning, for their participants are others than before.
  func rebuild(_ claims: [Int]) throws {
    for claim in claims { try remove(claim) }
    touch(claims)
  }

  /// Makes the contacts of what was added and taken away.
  ///
  /// - Parameter isSettling: false to connect the claims alone.
  func link(isSettling: Bool = true) throws {
    let isNew = Set(added)
    let new = isNew.sorted()
    added = []
    for claim in new {
      guard let features = try claims.features(claim) else { continue }
      addFeatures.bind(claim)
      addFeatures.bind(blob: features.bytes)
      try addFeatures.insert()
      for key in merger.blocks(features).stored {
        addBlock.bind(Int(Int64(bitPattern: key)))
        addBlock.bind(claim)
        try addBlock.insert()
      }
    }
    for claim in new {
      guard let features = try claims.features(claim) else { continue }
      var candidates: [Int] = []
      for key in merger.blocks(features).probed {
        findBlock.bind(Int(Int64(bitPattern: key)))
        try findBlock.forEach { candidates.append($0.int(0)) }
      }
      candidates.sort()
      var last = claim
      for other in candidates where other != last {
        last = other
        // Two new ones find each other: the later compares.
        if other >= claim, isNew.contains(other) { continue }
        try compare(claim, features, other)
      }
    }
    try linkDecided(new)
    guard isSettling else { return }
    var seen: Set<Int> = []
    for claim in new + orphans.sorted() where !seen.contains(claim) {
      let (component, links) = try component(of: claim)
      seen.formUnion(component)
      try settle(component, links)
    }
    try contacts.removeEmpty(losers)
    orphans = []
    losers = []
  }

  private func compare(_ claim: Int, _ features: ClaimFeatures, _ other: Int) throws {
    guard let otherFeatures = try claims.features(other), merger.mayMeet(features, otherFeatures) else { return }
    let comparison = merger.compare(features, otherFeatures)
    guard comparison.verdict.isLink else { return }
    try neighbours.link(claim, other, isSame: comparison.verdict == .same, score: comparison.score)
  }

  /// Links what people said to be one, however the claims compare.
  private func linkDecided(_ claims: [Int]) throws {
    guard !decisions.pairs.isEmpty else { return }
    for claim in claims {
      guard let digest = try self.claims.features(claim)?.id else { continue }
      for decision in decisions.pairs where decision.isSame && (decision.a == digest || decision.b == digest) {
        let other = decision.a == digest ? decision.b : decision.a
        for id in try Decisions.claims(db, digest: other) where id != claim {
          try neighbours.link(claim, id, isSame: true, score: Self.decided)
        }
      }
    }
  }

  /// The claims that links of sameness lead to from one, sorted, and all links that they have.
  private func component(of claim: Int) throws -> (claims: [Int], links: [ClaimLink]) {
    var links: [ClaimLink] = []
    var open = [claim]
    var seen: Set<Int> = [claim]
    while let next = open.popLast() {
      try neighbours.forEach(of: next) { other, isSame, score in
        if isSame, seen.insert(other).inserted { open.append(other) }
        // Every link inside is met from both its ends.
        guard next < other else { return }
        links.append(
          ClaimLink(
            a: next, b: other, comparison: .init(verdict: isSame ? .same : .possibly, score: score, reasons: [])))
      }
    }
    return (seen.sorted(), links)
  }

  /// Makes the contacts of what is connected anew.
  private func settle(_ component: [Int], _ links: [ClaimLink]) throws {
    var members: [Int] = []
    var features: [ClaimFeatures] = []
    var places: [Int: Int] = [:]
    for claim in component {
      guard let one = try claims.features(claim), decisions.rejected.isEmpty || !decisions.rejected.contains(one.id)
      else { continue }
      places[claim] = members.count
      members.append(claim)
      features.append(one)
    }
    let inside = links.compactMap { link -> ClaimLink? in
      guard let a = places[link.a], let b = places[link.b] else { return nil }
      return .init(a: a, b: b, comparison: link.comparison)
    }
    let groups = merger.merge(features, links: inside, decisions: decisions.pairs).groups
    try contacts.write(groups.map { $0.map { members[$0] } }, of: component, claims)
  }
}
