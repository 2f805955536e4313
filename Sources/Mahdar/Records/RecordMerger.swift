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

  /// Two claims that were compared, by their place in the merger's input.
  public struct Link: Sendable, Hashable {
    public var a: Int
    public var b: Int
    public var comparison: Comparison

    public init(a: Int, b: Int, comparison: Comparison) {
      self.a = a
      self.b = b
      self.comparison = comparison
    }
  }

  public struct Merging: Sendable {
    /// The claims of each record, by their place in the input, each group sorted by id, the groups by their first id.
    public var groups: [[Int]]
    /// The comparisons that say «same», the strongest first.
    public var links: [Link]
    /// The doubtful ones between claims of different groups: the tray «possibly the same».
    public var doubts: [Link]
  }

  public init() {}

  /// Weighs two claims, without reasons.
  public func compare(_ a: ClaimFeatures, _ b: ClaimFeatures) -> Comparison { ClaimComparer.compare(a, b) }

  /// Weighs two claims and tells why.
  public func explain(_ a: ClaimProfile, _ b: ClaimProfile) -> Comparison { ClaimComparer.explain(a, b) }

  /// The blocks that a claim stands in, and those that hold the claims to compare it with.
  public func blocks(_ claim: ClaimFeatures) -> (stored: [UInt64], probed: [UInt64]) {
    let blocks = ClaimBlocks(claim)
    return (blocks.stored, blocks.probed)
  }

  /// Compares the claims that meet in a block, and joins those that are one.
  public func merge(_ claims: [ClaimFeatures], decisions: Set<Decision> = []) -> Merging {
    let links = candidates(claims, decisions).compactMap { a, b -> Link? in
      let comparison = decided(compare(claims[a], claims[b]), claims[a], claims[b], decisions)
      return comparison.verdict.isLink ? Link(a: a, b: b, comparison: comparison) : nil
    }
    return merge(claims, links: links, decisions: decisions)
  }

  /// Joins claims that were compared before: `links` holds the pairs that are one or possibly so.
  public func merge(_ claims: [ClaimFeatures], links all: [Link], decisions: Set<Decision> = []) -> Merging {
    var links: [Link] = []
    var doubts: [Link] = []
    var verdicts: [UInt64: Comparison.Verdict] = [:]
    for var link in all {
      link.comparison = decided(link.comparison, claims[link.a], claims[link.b], decisions)
      verdicts[Self.pair(link.a, link.b)] = link.comparison.verdict
      switch link.comparison.verdict {
      case .same: links.append(link)
      case .possibly: doubts.append(link)
      case .different, .excluded: break
      }
    }
    func strongerFirst(_ x: Link, _ y: Link) -> Bool {
      if x.comparison.score != y.comparison.score { return x.comparison.score > y.comparison.score }
      return key(x, claims) < key(y, claims)
    }
    links.sort(by: strongerFirst)
    var groups = Groups(claims.count)
    for link in links where groups.root(link.a) != groups.root(link.b) {
      let isForced =
        !decisions.isEmpty && decisions.contains(Decision(claims[link.a].id, claims[link.b].id, isSame: true))
      if isForced || mayJoin(groups.members(link.a), groups.members(link.b), claims, decisions, &verdicts) {
        groups.join(link.a, link.b)
      }
    }
    // What a group's constraints kept apart is for a person to look at.
    let kept = links.filter { groups.root($0.a) != groups.root($0.b) }
    doubts = (kept + doubts).filter { groups.root($0.a) != groups.root($0.b) }.sorted(by: strongerFirst)
    let joined = groups.all.map { $0.sorted { claims[$0].number < claims[$1].number } }
      .sorted { claims[$0[0]].number < claims[$1[0]].number }
    return Merging(groups: joined, links: links.filter { groups.root($0.a) == groups.root($0.b) }, doubts: doubts)
  }

  private static func pair(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

  private func key(_ link: Link, _ claims: [ClaimFeatures]) -> (UInt64, UInt64) {
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
    var pairs: Set<UInt64> = []
    func add(_ a: Int, _ b: Int) {
      if a != b { pairs.insert(Self.pair(a, b)) }
    }
    for (index, one) in blocks.enumerated() {
      for key in one.probed {
        for other in stands[key] ?? [] { add(index, other) }
      }
    }
    if !decisions.isEmpty {
      var places: [String: Int] = [:]
      for (index, profile) in claims.enumerated() { places[profile.id] = index }
      for decision in decisions {
        if let a = places[decision.a], let b = places[decision.b] { add(a, b) }
      }
    }
    return pairs.map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
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

  /// Whether no claim of one group is excluded by one of the other, and they agree on the whole.
  ///
  /// Groups that may not join are asked about again with every link between them: `verdicts` keeps what was found.
  private func mayJoin(
    _ a: [Int], _ b: [Int], _ claims: [ClaimFeatures], _ decisions: Set<Decision>,
    _ verdicts: inout [UInt64: Comparison.Verdict]
  ) -> Bool {
    var agreeing = 0
    for one in a {
      for other in b {
        let pair = Self.pair(one, other)
        let verdict =
          verdicts[pair] ?? decided(compare(claims[one], claims[other]), claims[one], claims[other], decisions).verdict
        verdicts[pair] = verdict
        if verdict == .excluded { return false }
        if verdict != .different { agreeing += 1 }
      }
    }
    return agreeing * 3 >= a.count * b.count
  }
}

/// Disjoint groups of numbers.
private struct Groups {
  private var parent: [Int]
  private var lists: [[Int]]

  init(_ count: Int) {
    parent = Array(0..<count)
    lists = parent.map { [$0] }
  }

  func root(_ index: Int) -> Int { parent[index] }
  func members(_ index: Int) -> [Int] { lists[parent[index]] }
  var all: [[Int]] { lists.filter { !$0.isEmpty } }

  mutating func join(_ a: Int, _ b: Int) {
    let (large, small) =
      lists[parent[a]].count >= lists[parent[b]].count ? (parent[a], parent[b]) : (parent[b], parent[a])
    for index in lists[small] { parent[index] = large }
    lists[large] += lists[small]
    lists[small] = []
  }
}
