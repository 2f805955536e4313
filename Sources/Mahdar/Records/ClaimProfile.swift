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
  /// The gazetteer's ids of the participants, in the claim's order.
  public var ids: [String?] { parties.map(\.id) }
  /// The gazetteer's English names of the participants, in the claim's order.
  public var labels: [String?] { parties.map(\.label) }
  /// The participants' sides, told or known, in the claim's order.
  public var partySides: [String?] { parties.map(\.side) }
  /// The first and last day that the claim leaves, as numbers of days from 1970-01-01.
  public var days: ClosedRange<Int32>? { features.time.window }
  /// Whether the claim tells a date of its own.
  public var isDated: Bool { features.time.told != nil }
}
