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
    /// The links of wholes and parts, whatever came of them.
    public var relations: [ClaimLink]
    /// The groups that are parts of others: the place of the part, and that of the whole.
    public var parts: [Int: Int]
    /// The doubtful ones between claims of different groups: the tray «possibly the same».
    public var doubts: [ClaimLink]
    /// How often two claims were compared for it.
    public var comparisons: Int
  }

  let comparer: ClaimComparer

  init(weights: LinkWeights) { comparer = ClaimComparer(weights: weights) }

  /// Weighs two claims, without reasons.
  public func compare(_ a: ClaimFeatures, _ b: ClaimFeatures) -> Comparison { comparer.compare(a, b) }

  /// Claims of one likeness, to be parted into those that lead and those that follow.
  public func leaders(_ leaders: [(id: Int, claim: ClaimFeatures)] = []) -> Leaders { Leaders(leaders, comparer) }

  /// Whether two claims that share a block are near enough in time to be compared: blocks alone are wider from one side than
  /// from the other.
  public func mayMeet(_ a: ClaimFeatures, _ b: ClaimFeatures) -> Bool { ClaimBlocks.areNear(a.time, b.time) }

  /// Weighs two claims and tells why.
  public func explain(_ a: ClaimProfile, _ b: ClaimProfile) -> Comparison { comparer.explain(a, b) }

  /// The blocks that a claim stands in, and those that hold the claims to compare it with.
  public func blocks(_ claim: ClaimFeatures) -> ClaimBlocks { ClaimBlocks(claim) }

  /// Compares the claims that meet in a block, and joins those that are one.
  public func merge(_ claims: [ClaimFeatures], decisions: Set<Decision> = []) -> Merging {
    var comparisons = 0
    let blocks = claims.map(ClaimBlocks.init)
    let (leaders, followers) = parted(claims, blocks, decisions, &comparisons)
    var nearest = [NearestClaims](repeating: .init(), count: claims.count)
    for (a, b) in candidates(leaders, claims, blocks, decisions) {
      comparisons += 1
      let found = decided(compare(claims[a], claims[b]), claims[a], claims[b], decisions)
      guard found.verdict.isLink else { continue }
      _ = nearest[a].add(.init(b, claims[b], found.verdict, score: found.score))
      _ = nearest[b].add(.init(a, claims[a], found.verdict, score: found.score))
    }
    var links: [ClaimLink] = []
    for (a, list) in nearest.enumerated() {
      for one in list.all {
        // A pair that is near from both sides is told once.
        if one.claim < a, nearest[one.claim].all.contains(where: { $0.claim == a }) { continue }
        links.append(
          ClaimLink(a: a, b: one.claim, comparison: .init(verdict: one.verdict, score: one.score, reasons: [])))
      }
    }
    var merging = merge(claims, links: links, followers: followers, decisions: decisions)
    merging.comparisons += comparisons
    return merging
  }

  /// Joins claims that were compared before.
  ///
  /// - Parameters:
  ///   - all: for each claim that leads the pairs with its nearest ones, each pair once.
  ///   - followers: the claims that lead none, with those that lead them.
  public func merge(
    _ claims: [ClaimFeatures], links all: [ClaimLink], followers: [Leaders.Follower] = [],
    decisions: Set<Decision> = []
  ) -> Merging {
    var comparisons = 0
    var links: [ClaimLink] = []
    var doubts: [ClaimLink] = []
    var parts: [ClaimLink] = []
    for var link in all {
      link.comparison = decided(link.comparison, claims[link.a], claims[link.b], decisions)
      switch link.comparison.verdict {
      case .same: links.append(link)
      case .within: parts.append(link)
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
        guard mayJoin(link.a, link.b, groups, claims, decisions, &comparisons) else {
          refused[pair] = size
          continue
        }
      }
      groups.join(link.a, link.b)
      joins.append(link)
    }
    let apart = decisions.isEmpty ? [:] : partners(claims, decisions)
    for follower in followers.sorted(by: { claims[$0.claim].number < claims[$1.claim].number }) {
      let link = ClaimLink(a: follower.claim, b: follower.leader, comparison: follower.comparison)
      let isKeptApart = apart[link.a]?.contains { groups.root($0) == groups.root(link.b) } ?? false
      switch link.comparison.verdict {
      case .same where !isKeptApart && !groups.holds(claims[link.a].article, link.b):
        groups.add(link.a, to: link.b)
        joins.append(link)
      case .same, .possibly: doubts.append(link)
      case .within, .different, .excluded: break
      }
    }
    let wholes = Wholes(parts.sorted(by: strongerFirst), claims)
    for link in wholes.visitsOfOneMeeting(groups)
    where mayJoin(link.a, link.b, groups, claims, decisions, &comparisons) {
      groups.join(link.a, link.b)
      joins.append(link)
    }
    // What a group's constraints kept apart is for a person to look at.
    let kept = links.filter { groups.root($0.a) != groups.root($0.b) }
    doubts = (kept + doubts).filter { groups.root($0.a) != groups.root($0.b) }.sorted(by: strongerFirst)
    let joined = groups.all.map { $0.sorted { claims[$0].number < claims[$1].number } }
      .sorted { claims[$0[0]].number < claims[$1[0]].number }
    return Merging(
      groups: joined, links: joins, relations: parts, parts: wholes.parts(groups, joined), doubts: doubts,
      comparisons: comparisons)
  }

  /// For each claim those that people keep apart from it.
  private func partners(_ claims: [ClaimFeatures], _ decisions: Set<Decision>) -> [Int: [Int]] {
    let places = Dictionary(claims.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var apart: [Int: [Int]] = [:]
    for decision in decisions where !decision.isSame {
      guard let a = places[decision.a], let b = places[decision.b] else { continue }
      apart[a, default: []].append(b)
      apart[b, default: []].append(a)
    }
    return apart
  }

  private func key(_ link: ClaimLink, _ claims: [ClaimFeatures]) -> (UInt64, UInt64) {
    let (a, b) = (claims[link.a].number, claims[link.b].number)
    return a < b ? (a, b) : (b, a)
  }

  /// Parts the claims into those that are compared with others and those that follow one of them.
  private func parted(
    _ claims: [ClaimFeatures], _ blocks: [ClaimBlocks], _ decisions: Set<Decision>, _ comparisons: inout Int
  ) -> (leaders: [Int], followers: [Leaders.Follower]) {
    let named = Set(decisions.flatMap { [$0.a, $0.b] })
    var leading: [Int] = []
    var followers: [Leaders.Follower] = []
    var alike: [UInt64: [Int]] = [:]
    for (index, claim) in claims.enumerated() {
      if blocks[index].like == nil { leading.append(index) } else { alike[claim.likeness, default: []].append(index) }
    }
    for places in alike.values {
      var leaders = leaders()
      for place in places.sorted(by: { claims[$0].number < claims[$1].number }) {
        let isNamed = !named.isEmpty && named.contains(claims[place].id)
        if let follower = leaders.take(place, claims[place], isNamed: isNamed) {
          followers.append(follower)
        } else {
          leading.append(place)
        }
      }
      comparisons += leaders.comparisons
    }
    return (leading, followers)
  }

  /// The pairs of leaders that meet in a block or that a person decided on.
  private func candidates(
    _ leaders: [Int], _ claims: [ClaimFeatures], _ blocks: [ClaimBlocks], _ decisions: Set<Decision>
  ) -> [(Int, Int)] {
    var stands: [UInt64: [Int]] = [:]
    for index in leaders {
      for key in blocks[index].stored { stands[key, default: []].append(index) }
    }
    var pairs: Set<Pair> = []
    for index in leaders {
      for key in blocks[index].probed {
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

  /// The least that the claims of two groups may agree on the average.
  private static let agreement = -0.5

  /// Whether no claim of one group is excluded by one of the other, and they agree on the whole. Of large groups a sample
  /// speaks.
  private func mayJoin(
    _ a: Int, _ b: Int, _ groups: ClaimGroups, _ claims: [ClaimFeatures], _ decisions: Set<Decision>,
    _ comparisons: inout Int
  ) -> Bool {
    guard groups.haveNoArticleInCommon(a, b) else { return false }
    let (some, others) = (groups.sample(a), groups.sample(b))
    let isPutOff = (some + others).contains { claims[$0].status == .postponed }
    var (sum, count) = (0.0, 0)
    for one in some {
      for other in others {
        comparisons += 1
        let found = decided(compare(claims[one], claims[other]), claims[one], claims[other], decisions)
        if found.verdict == .excluded || found.isApart { return false }
        if found.isReplanned {
          // Who knows of the new day and who of the old one agree by way of who tells of both.
          guard isPutOff else { return false }
          continue
        }
        sum += found.score
        count += 1
      }
    }
    return sum >= Self.agreement * Double(count)
  }
}

/// Two places, in no order.
private struct Pair: Hashable {
  let a: Int
  let b: Int

  init(_ a: Int, _ b: Int) { (self.a, self.b) = a < b ? (a, b) : (b, a) }
}
