/// The claims that one claim is most probably one with: so few that a contact of thousands of reports costs each new one
/// little more than being compared.
///
/// - Shape: the `limit` nearest of all that were added, whatever their order.
public struct NearestClaims: Sendable {
  public static let limit = 32

  public struct Neighbour: Sendable, Hashable {
    /// What the caller knows the claim by.
    public var claim: Int
    /// `same`, `within` or `possibly`.
    public var verdict: Comparison.Verdict
    public var score: Double
    /// Tells neighbours apart that are equally near.
    let number: UInt64

    public init(_ claim: Int, _ features: ClaimFeatures, _ verdict: Comparison.Verdict, score: Double) {
      self.claim = claim
      self.verdict = verdict
      self.score = score
      number = features.number
    }

    func isNearer(than other: Neighbour) -> Bool {
      if verdict != other.verdict { return verdict.rank > other.verdict.rank }
      return score != other.score ? score > other.score : number < other.number
    }
  }

  public enum Outcome: Sendable, Hashable {
    case added, known, tooFar
    /// Added in the place of this claim.
    case instead(of: Int)
  }

  public private(set) var all: [Neighbour]

  public init(_ all: [Neighbour] = []) { self.all = all }

  public mutating func add(_ new: Neighbour) -> Outcome {
    if let place = all.firstIndex(where: { $0.claim == new.claim }) {
      let isKnown = all[place] == new
      all[place] = new
      return isKnown ? .known : .added
    }
    if all.count < Self.limit {
      all.append(new)
      return .added
    }
    var farthest = 0
    for place in all.indices where all[farthest].isNearer(than: all[place]) { farthest = place }
    guard new.isNearer(than: all[farthest]) else { return .tooFar }
    let old = all[farthest].claim
    all[farthest] = new
    return .instead(of: old)
  }

  public mutating func remove(_ claim: Int) { all.removeAll { $0.claim == claim } }
}
