/// Weighs whether two claims of different articles tell of one contact: what excludes it, and else the sum of what speaks for
/// and against it, a logarithm of odds.
struct ClaimComparer: Sendable {
  let weights: LinkWeights

  /// The verdict and its score, without reasons; what is excluded has no sum.
  func compare(_ a: ClaimFeatures, _ b: ClaimFeatures) -> Comparison {
    // The order of the two is that of what they mean: sums are the same either way, to the last bit.
    var weighing = a.meaning <= b.meaning ? Weighing(weights, a, b) : Weighing(weights, b, a)
    return weighing.compare()
  }

  /// The same with all reasons in words.
  func explain(_ a: ClaimProfile, _ b: ClaimProfile) -> Comparison {
    let (a, b) = a.features.meaning <= b.features.meaning ? (a, b) : (b, a)
    var weighing = Weighing(weights, a.features, b.features, told: (a, b))
    return weighing.compare()
  }

  /// What speaks for and against it, whatever it weighs; nil where they can't be one, or one is a part of the other.
  func features(_ a: ClaimFeatures, _ b: ClaimFeatures) -> [LinkFeature]? {
    var weighing = a.meaning <= b.meaning ? Weighing(weights, a, b) : Weighing(weights, b, a)
    weighing.isThorough = true
    let found = weighing.compare()
    return found.verdict == .excluded || found.isReplanned || a.isWhole(of: b) || b.isWhole(of: a)
      ? nil : weighing.features
  }
}
