/// Joins claims that tell of one contact.
///
/// - Shape: a function of the set of claims: the order in which they come changes nothing, and claims that nothing
///   connects may be merged apart from each other with the same groups coming out.
public struct RecordMerger: Sendable {
  /// What a person decided of two claims.
  public struct Decision: Sendable, Hashable {
    public var a: String
    public var b: String
    public var isSame: Bool

    public init(_ a: String, _ b: String, isSame: Bool) {
      self.a = min(a, b)
      self.b = max(a, b)
      self.isSame = isSame
    }
  }

  public struct Merging: Sendable {
    /// The claims of each record, by their place in the input, each group sorted by id, the groups by their first id.
    public var groups: [[Int]]
    /// The comparisons by which groups grew, the strongest first: one fewer than the group has claims.
    public var links: [ClaimLink]
    /// The doubtful ones between claims of different groups: the tray «possibly the same».
    public var doubts: [ClaimLink]
  }

  public init() {}

  /// Weighs two claims, without reasons.
  public func compare(_ a: ClaimFeatures, _ b: ClaimFeatures) -> Comparison { ClaimComparer.compare(a, b) }

  /// Whether two claims that share a block are near enough in time to be compared: blocks alone are wider from one side than
  /// from the other.
  public func mayMeet(_ a: ClaimFeatures, _ b: ClaimFeatures) -> Bool { ClaimBlocks.areNear(a.time, b.time) }

  /// Weighs two claims and tells why.
  public func explain(_ a: ClaimProfile, _ b: ClaimProfile) -> Comparison { ClaimComparer.explain(a, b) }

  /// The blocks that a claim stands in, and those that hold the claims to compare it with.
  public func blocks(_ claim: ClaimFeatures) -> (stored: [UInt64], probed: [UInt64]) {
    let blocks = ClaimBlocks(claim)
    return (blocks.stored, blocks.probed)
  }

  /// Compares the claims that meet in a block, and joins those that are one.
  public func merge(_ claims: [ClaimFeatures], decisions: Set<Decision> = []) -> Merging {
    var nearest = [NearestClaims](repeating: .init(), count: claims.count)
    for (a, b) in candidates(claims, decisions) {
      let found = decided(compare(claims[a], claims[b]), claims[a], claims[b], decisions)
      guard found.verdict.isLink else { continue }
      let isSame = found.verdict == .same
      _ = nearest[a].add(.init(b, claims[b], isSame: isSame, score: found.score))
      _ = nearest[b].add(.init(a, claims[a], isSame: isSame, score: found.score))
    }
    var links: [ClaimLink] = []
    for (a, list) in nearest.enumerated() {
      for one in list.all {
        // A pair that is near from both sides is told once.
        if one.claim < a, nearest[one.claim].all.contains(where: { $0.claim == a }) { continue }
        let verdict: Comparison.Verdict = one.isSame ? .same : .possibly
        links.append(ClaimLink(a: a, b: one.claim, comparison: .init(verdict: verdict, score: one.score, reasons: [])))
      }
    }
    return merge(claims, links: links, decisions: decisions)
  }

  /// Joins claims that were compared before.
  ///
  /// - Parameter all: for each claim the pairs with its nearest ones, each pair once.
  public func merge(_ claims: [ClaimFeatures], links all: [ClaimLink], decisions: Set<Decision> = []) -> Merging {
    var links: [ClaimLink] = []
    var doubts: [ClaimLink] = []
    for var link in all {
      link.comparison = decided(link.comparison, claims[link.a], claims[link.b], decisions)
      switch link.comparison.verdict {
      case .same: links.append(link)
      case .possibly: doubts.append(link)
      case .different, .excluded: break
      }
    }
    func strongerFirst(_ x: ClaimLink, _ y: ClaimLink) -> Bool {
      if x.comparison.score != y.comparison.score { return x.comparison.score > y.comparison.score }
      return key(x, claims) < key(y, claims)
    }
    links.sort(by: strongerFirst)
    var groups = ClaimGroups(claims)
    var joins: [ClaimLink] = []
    // Pairs of groups that may not join, with the claims they had: until one grows, nobody need ask again.
    var refused: [Pair: Int] = [:]
    for link in links where groups.root(link.a) != groups.root(link.b) {
      let isForced =
        !decisions.isEmpty && decisions.contains(Decision(claims[link.a].id, claims[link.b].id, isSame: true))
      let pair = Pair(groups.root(link.a), groups.root(link.b))
      let size = groups.count(link.a) + groups.count(link.b)
      if !isForced {
        guard refused[pair] != size else { continue }
        guard mayJoin(link.a, link.b, groups, claims, decisions) else {
          refused[pair] = size
          continue
        }
      }
      groups.join(link.a, link.b)
      joins.append(link)
    }
    // What a group's constraints kept apart is for a person to look at.
    let kept = links.filter { groups.root($0.a) != groups.root($0.b) }
    doubts = (kept + doubts).filter { groups.root($0.a) != groups.root($0.b) }.sorted(by: strongerFirst)
    let joined = groups.all.map { $0.sorted { claims[$0].number < claims[$1].number } }
      .sorted { claims[$0[0]].number < claims[$1[0]].number }
    return Merging(groups: joined, links: joins, doubts: doubts)
  }

  private func key(_ link: ClaimLink, _ claims: [ClaimFeatures]) -> (UInt64, UInt64) {
    let (a, b) = (claims[link.a].number, claims[link.b].number)
    return a < b ? (a, b) : (b, a)
  }

  /// The pairs that meet in a block or that a person decided on.
  private func candidates(_ claims: [ClaimFeatures], _ decisions: Set<Decision>) -> [(Int, Int)] {
    var stands: [UInt64: [Int]] = [:]
    let blocks = claims.map(ClaimBlocks.init)
    for (index, one) in blocks.enumerated() {
      for key in one.stored { stands[key, default: []].append(index) }
    }
    var pairs: Set<Pair> = []
    for (index, one) in blocks.enumerated() {
      for key in one.probed {
        for other in stands[key] ?? [] where other != index && mayMeet(claims[index], claims[other]) {
          pairs.insert(Pair(index, other))
        }
      }
    }
    if !decisions.isEmpty {
      var places: [String: Int] = [:]
      for (index, claim) in claims.enumerated() { places[claim.id] = index }
      for decision in decisions {
        if let a = places[decision.a], let b = places[decision.b], a != b { pairs.insert(Pair(a, b)) }
      }
    }
    return pairs.map { ($0.a, $0.b) }
  }

  private func decided(
    _ comparison: Comparison, _ a: ClaimFeatures, _ b: ClaimFeatures, _ decisions: Set<Decision>
  ) -> Comparison {
    guard !decisions.isEmpty else { return comparison }
    var comparison = comparison
    if decisions.contains(Decision(a.id, b.id, isSame: true)) {
      comparison.verdict = .same
      comparison.score = 100
    } else if decisions.contains(Decision(a.id, b.id, isSame: false)) {
      comparison.verdict = .excluded
    }
    return comparison
  }

  /// Whether no claim of one group is excluded by one of the other, and they agree on the whole. Of large groups a sample
  /// speaks.
  private func mayJoin(
    _ a: Int, _ b: Int, _ groups: ClaimGroups, _ claims: [ClaimFeatures], _ decisions: Set<Decision>
  ) -> Bool {
    guard groups.haveNoArticleInCommon(a, b) else { return false }
    let (some, others) = (groups.sample(a), groups.sample(b))
    var agreeing = 0
    for one in some {
      for other in others {
        let verdict = decided(compare(claims[one], claims[other]), claims[one], claims[other], decisions).verdict
        if verdict == .excluded { return false }
        if verdict != .different { agreeing += 1 }
      }
    }
    return agreeing * 3 >= some.count * others.count
  }
}

/// Two places, in no order.
private struct Pair: Hashable {
  let a: Int
  let b: Int

  init(_ a: Int, _ b: Int) { (self.a, self.b) = a < b ? (a, b) : (b, a) }
}
