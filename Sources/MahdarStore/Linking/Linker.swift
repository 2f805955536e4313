import GRDB
import Mahdar

/// Keeps the contacts of the record in step with the claims, touching only what new claims meet.
///
/// Of like claims a few lead. A claim that leads is compared with the leaders in its blocks, another one with those of its
/// likeness alone; the contacts of all that is then connected are made anew. So the work for an article depends on how much
/// is told of the same people in the same days, and in how many ways; not on the size of the record.
final class Linker {
  /// What linking came to.
  struct Work: Equatable {
    /// How often two claims or two texts were compared.
    var comparisons = 0
    /// How many claims were read from their tables.
    var claims = 0
  }

  /// The score of what people linked: above any that words give.
  private static let decided = 100.0

  private let db: Database
  private let merger: RecordMerger
  private let version: String
  private let claims: StoredClaims
  private let like: LikeClaims
  private let contacts: ContactWriter
  private let decisions: Decisions
  private let addBlock, removeBlock, addFeatures, findBlock, findContact: RowWriter
  private let neighbours: Neighbours
  private var added: Set<Int> = []
  /// Claims that are to be grouped anew.
  private var orphans: Set<Int> = []
  /// The contacts that claims were taken from.
  private var losers: Set<String> = []
  private var comparisons = 0

  /// What was done since the linker was made.
  var work: Work {
    Work(
      comparisons: comparisons + like.comparisons + contacts.comparisons, claims: claims.profilesRead)
  }

  init(_ db: Database, names: NameWriter, pipeline: Pipeline, now: String) throws {
    self.db = db
    merger = pipeline.merger
    version = pipeline.linking
    claims = try StoredClaims(db, profiles: pipeline.profiles)
    decisions = try Decisions(db)
    claims.aliases = decisions.aliases
    like = try LikeClaims(db, claims, decisions, merger)
    contacts = try ContactWriter(db, names: names, pipeline: pipeline, now: now)
    addBlock = try RowWriter("INSERT OR IGNORE INTO block (key, claim) VALUES (?, ?)", db)
    removeBlock = try RowWriter("DELETE FROM block WHERE key = ? AND claim = ?", db)
    addFeatures = try RowWriter("INSERT OR REPLACE INTO claim_features (claim, bytes) VALUES (?, ?)", db)
    findBlock = try RowWriter("SELECT claim FROM block WHERE key = ?", db)
    findContact = try RowWriter("SELECT contact FROM contact_claim WHERE claim = ?", db)
    neighbours = try Neighbours(db, claims)
  }

  /// Whether the record is linked by features and weights of this version.
  static func isFresh(_ db: Database, _ version: String) throws -> Bool {
    try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'linking'") == version
  }

  /// How many claims are linked anew in one transaction: a fraction of a second.
  static let part = 1000

  /// Links a part of the record anew: first all claims are connected, then all contacts are made, so that none is made of half
  /// its claims. How far it has come stands in the store.
  func refreshPart(_ limit: Int = Linker.part) throws {
    let state = try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'linking'") ?? ""
    if state == version { return }
    // "VERSION connecting CLAIM" or "VERSION settling CLAIM": the last that was done.
    let words = state.split(separator: " ")
    let isBegun = words.count == 3 && words[0] == version
    if !isBegun {
      try removeStale()
      try db.execute(sql: "DELETE FROM link; DELETE FROM block; DELETE FROM follower; DELETE FROM claim_features")
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
    try contacts.removeEmpty(losers)
    losers = []
  }

  /// Takes up a claim that was written.
  func add(_ profile: ClaimProfile, claim: Int) {
    if decisions.aliases.isEmpty { claims.keep(profile, claim) }
    added.insert(claim)
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
    added.subtract(ids)
  }

  private func remove(_ claim: Int) throws {
    // By what the blocks were made of: an index by claim would cost every claim more than its blocks do.
    if let features = try claims.features(claim) {
      let blocks = merger.blocks(features)
      added.formUnion(try like.remove(claim, blocks, features.likeness))
      try leave(blocks, claim)
    }
    claims.forget(claim)
    try lose(claim)
    for sql in ["DELETE FROM contact_claim WHERE claim = ?", "DELETE FROM claim_features WHERE claim = ?"] {
      try db.cachedStatement(sql: sql).execute(arguments: [claim])
    }
  }

  /// Takes a claim out of its blocks and from its neighbours.
  private func leave(_ blocks: ClaimBlocks, _ claim: Int) throws {
    for key in blocks.stored {
      removeBlock.bind(Int(Int64(bitPattern: key)))
      removeBlock.bind(claim)
      try removeBlock.insert()
    }
    added.formUnion(try neighbours.remove(of: claim))
  }

  /// Notes that the contact of a claim is to be made anew.
  private func lose(_ claim: Int) throws {
    findContact.bind(claim)
    if let contact = try findContact.first({ $0.text(0) }) { losers.insert(contact) }
  }

  /// Looks at claims and all that is connected with them again.
  func touch(_ claims: [Int]) { added.formUnion(claims) }

  /// Forgets what people had linked: `link` asks their decisions again.
  func drop(decidedLinksOf claims: [Int]) throws {
    for claim in claims {
      if !orphans.contains(claim) { orphans.formUnion(try component(of: claim).claims) }
      added.formUnion(try neighbours.remove(of: claim) { $0 >= Self.decided })
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
    let new = added.sorted()
    added = []
    for claim in new {
      guard let features = try claims.features(claim) else { continue }
      addFeatures.bind(claim)
      addFeatures.bind(blob: features.bytes)
      try addFeatures.insert()
    }
    var seeds = try place(new)
    // Those whose nearest ones fell are compared again, too.
    let leaders = try added.union(new).sorted().filter { try like.leader(of: $0) == nil }
    added = []
    try compare(leaders)
    try linkDecided(leaders)
    guard isSettling else { return }
    seeds += leaders
    try settle(seeds)
    try contacts.removeEmpty(losers)
    orphans = []
    losers = []
  }

  /// Finds out which of new claims lead, and whom the others follow; returns the leaders of those that follow.
  private func place(_ new: [Int]) throws -> [Int] {
    var alike: [UInt64: (block: UInt64, claims: [Int])] = [:]
    var all = LikeClaims.Change()
    for claim in new {
      guard let features = try claims.features(claim) else { continue }
      if let block = merger.blocks(features).like {
        alike[features.likeness, default: (block, [])].claims.append(claim)
      }
    }
    for (likeness, list) in alike.sorted(by: { $0.key < $1.key }) {
      let change = try like.take(list.claims, block: list.block, likeness)
      all.risen += change.risen
      all.fallen += change.fallen
      all.moved += change.moved
      all.leaders.formUnion(change.leaders)
    }
    for claim in all.fallen {
      if let features = try claims.features(claim) { try leave(merger.blocks(features), claim) }
    }
    for claim in all.moved { try lose(claim) }
    for claim in all.risen {
      guard let features = try claims.features(claim) else { continue }
      try lose(claim)
      for key in merger.blocks(features).stored {
        addBlock.bind(Int(Int64(bitPattern: key)))
        addBlock.bind(claim)
        try addBlock.insert()
      }
    }
    added.formUnion(all.risen)
    return all.leaders.sorted()
  }

  /// Compares leaders with the others in their blocks.
  private func compare(_ leaders: [Int]) throws {
    let isNew = Set(leaders)
    for claim in leaders {
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
  }

  private func compare(_ claim: Int, _ features: ClaimFeatures, _ other: Int) throws {
    guard let otherFeatures = try claims.features(other), merger.mayMeet(features, otherFeatures) else { return }
    comparisons += 1
    let comparison = merger.compare(features, otherFeatures)
    guard comparison.verdict.isLink else { return }
    try neighbours.link(claim, other, comparison.verdict, score: comparison.score)
  }

  /// Links what people said to be one, however the claims compare.
  private func linkDecided(_ claims: [Int]) throws {
    guard !decisions.same.isEmpty else { return }
    for claim in claims {
      guard let digest = try self.claims.features(claim)?.id else { continue }
      for other in decisions.same[digest] ?? [] {
        for id in try Decisions.claims(db, digest: other) where id != claim {
          try neighbours.link(claim, id, .same, score: Self.decided)
        }
      }
    }
  }

  /// The leaders that links of sameness or of whole and part lead to from a claim or from its leader, sorted, and all links that they have.
  private func component(of claim: Int) throws -> (claims: [Int], links: [ClaimLink]) {
    var links: [ClaimLink] = []
    let first = try like.leader(of: claim) ?? claim
    var open = [first]
    var seen: Set<Int> = [first]
    while let next = open.popLast() {
      try neighbours.forEach(of: next) { other, verdict, score in
        if verdict != .possibly, seen.insert(other).inserted { open.append(other) }
        // Every link inside is met from both its ends.
        guard next < other else { return }
        links.append(
          ClaimLink(a: next, b: other, comparison: .init(verdict: verdict, score: score, reasons: [])))
      }
    }
    return (seen.sorted(), links)
  }

  /// Makes the contacts anew of what is connected with leaders, and of what contacts have left that lost claims.
  private func settle(_ leaders: [Int]) throws {
    var seen: Set<Int> = []
    func settle(_ claims: [Int]) throws {
      for claim in claims where !seen.contains(claim) {
        let (component, links) = try component(of: claim)
        let followers = try component.flatMap { try like.followers(of: $0) }
        let all = component + followers.map(\.claim)
        seen.formUnion(all)
        try self.settle(all, links, followers)
      }
    }
    try settle(leaders + orphans.sorted())
    var asked: Set<String> = []
    while asked.count < losers.count {
      let open = losers.subtracting(asked).sorted()
      asked.formUnion(open)
      for contact in open { try settle(contacts.claims(of: contact)) }
    }
  }

  private func settle(_ component: [Int], _ links: [ClaimLink], _ followers: [Leaders.Follower]) throws {
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
    let following = followers.compactMap { one -> Leaders.Follower? in
      guard let claim = places[one.claim], let leader = places[one.leader] else { return nil }
      return .init(claim: claim, leader: leader, comparison: one.comparison)
    }
    let merging = merger.merge(features, links: inside, followers: following, decisions: decisions.pairs)
    comparisons += merging.comparisons
    losers.formUnion(
      try contacts.write(
        merging.groups.map { $0.map { members[$0] } }, parts: merging.parts, of: component, claims))
  }
}
