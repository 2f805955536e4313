/// A claim with what it means: who stands behind its names, and what linking compares.
///
/// - Shape: a function of the claim and the language data alone.
public struct ClaimProfile: Sendable {
  public let claim: RecordClaim
  public let features: ClaimFeatures
  let parties: [Attendee]

  /// `claim.id`.
  public var id: String { features.id }
  /// What stands for each participant in every article, in the claim's order.
  public var identities: [String] { parties.map(\.identity) }
  /// Whether the claim tells a date of its own.
  var isDated: Bool { features.time.told != nil }
}
