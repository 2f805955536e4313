/// A claim made ready for comparing: identities, days and subjects instead of words.
///
/// - Shape: a function of the claim and the language data alone.
public struct ClaimProfile: Sendable {
  public let claim: RecordClaim
  /// `claim.id`.
  public let id: String
  let parties: [Attendee]
  /// The sides told, each once; a participant without one stands for itself.
  let sides: [String]
  let time: ClaimTime
  /// The city's id or the sounds of its name; nil when only a country is told.
  let city: String?
  let country: String?
  let topics: [UInt64]
  let wording: [UInt64]
  let occasion: [UInt64]
  let venue: [UInt64]
  let round: Int?

  /// What stands for each participant in every article, in the claim's order.
  public var identities: [String] { parties.map(\.identity) }
  /// The gazetteer's ids of the participants, in the claim's order.
  public var ids: [String?] { parties.map(\.id) }
  /// The gazetteer's English names of the participants, in the claim's order.
  public var labels: [String?] { parties.map(\.label) }
  /// The participants' sides, told or known, in the claim's order.
  public var partySides: [String?] { parties.map(\.side) }
  /// The first and last day that the claim leaves, as numbers of days from 1970-01-01.
  public var days: ClosedRange<Int32>? { time.window }
  /// Whether the claim tells a date of its own.
  public var isDated: Bool { time.told != nil }

  var isRemote: Bool { claim.form == .call || claim.form == .message }
  var isPlanned: Bool { claim.status == .scheduled || claim.status == .proposed || claim.status == .postponed }
  /// Whether reports name only some of those who take part.
  var isOpen: Bool { claim.form == .conference || claim.form == .talks }
  var isLarge: Bool { claim.form == .conference && sides.count > 3 }
  var isBilateral: Bool { claim.form != .conference && claim.form != .talks && sides.count == 2 }
  var isMultilateral: Bool { claim.form == .conference || sides.count > 2 }
}
