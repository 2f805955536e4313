/// Which of like claims are compared with all others, and whom the rest follow.
///
/// Claims of one `ClaimFeatures.likeness` differ in nothing that linking weighs but their words. Where many tell of one
/// contact, a few of them lead: the first, those that are one with no leader before them, and those that people decided on.
/// Leaders alone stand in blocks; each of the rest is compared with the leaders before it and follows the nearest.
///
/// - Shape: a function of the set of claims, for their numbers order them; whom a claim follows depends on leaders with
///   smaller numbers alone.
public struct Leaders: Sendable {
  /// So many lead, whatever they are compared with: the words of one report may be odd.
  public static let atLeast = 8
  /// When so many lead, the rest follow: words that all differ tell contacts apart no better than chance.
  public static let atMost = 64

  /// A claim that leads none.
  public struct Follower: Sendable {
    /// What the caller knows the claim by, and the leader that is nearest to it.
    public var claim: Int
    public var leader: Int
    public var comparison: Comparison

    public init(claim: Int, leader: Int, comparison: Comparison) {
      self.claim = claim
      self.leader = leader
      self.comparison = comparison
    }
  }

  private struct Meanings: Hashable { let claim, leader: UInt64 }

  /// The leaders by their numbers.
  public private(set) var all: [(id: Int, claim: ClaimFeatures)]
  /// How often two claims were compared: those that mean the same, once.
  public private(set) var comparisons = 0
  private var known: [Meanings: Comparison] = [:]

  private let comparer: ClaimComparer

  /// - Parameter leaders: of one likeness.
  init(_ leaders: [(id: Int, claim: ClaimFeatures)], _ comparer: ClaimComparer) {
    self.comparer = comparer
    all = leaders.sorted { $0.claim.number < $1.claim.number }
  }

  /// Takes the next claim by number; nil when it leads.
  public mutating func take(
    _ id: Int, _ claim: ClaimFeatures, isNamed: Bool, apart: Set<String> = []
  ) -> Follower? {
    if let follower = follower(id, claim, isNamed: isNamed, apart: apart) { return follower }
    all.append((id, claim))
    return nil
  }

  /// Whom a claim follows; nil when it leads.
  ///
  /// - Parameters:
  ///   - isNamed: whether people decided on it, so that it must be compared with all others.
  ///   - apart: the ids of claims that people keep apart from it.
  public mutating func follower(
    _ id: Int, _ claim: ClaimFeatures, isNamed: Bool, apart: Set<String> = []
  ) -> Follower? {
    let before = all.prefix { $0.claim.number < claim.number }
    guard !isNamed, before.count >= Self.atLeast else { return nil }
    var nearest: (leader: Int, comparison: Comparison)?
    for leader in before where apart.isEmpty || !apart.contains(leader.claim.id) {
      let found = compare(claim, leader.claim)
      guard let best = nearest, !Self.isNearer(found, than: best.comparison) else {
        nearest = (leader.id, found)
        continue
      }
    }
    guard let nearest, nearest.comparison.verdict == .same || before.count >= Self.atMost else { return nil }
    return Follower(claim: id, leader: nearest.leader, comparison: nearest.comparison)
  }

  /// The surer verdict, then the higher score; of equals the leader with the smaller number stays.
  private static func isNearer(_ a: Comparison, than b: Comparison) -> Bool {
    a.verdict.rank != b.verdict.rank ? a.verdict.rank > b.verdict.rank : a.score > b.score
  }

  private mutating func compare(_ claim: ClaimFeatures, _ leader: ClaimFeatures) -> Comparison {
    // Claims of one article exclude each other, whatever they mean.
    guard claim.article != leader.article else {
      comparisons += 1
      return comparer.compare(claim, leader)
    }
    let meanings = Meanings(claim: claim.meaning, leader: leader.meaning)
    if let known = known[meanings] { return known }
    comparisons += 1
    let comparison = comparer.compare(claim, leader)
    known[meanings] = comparison
    return comparison
  }
}

extension Comparison.Verdict {
  /// The higher, the nearer.
  var rank: Int {
    switch self {
    case .same: 4
    case .within: 3
    case .possibly: 2
    case .different: 1
    case .excluded: 0
    }
  }
}
