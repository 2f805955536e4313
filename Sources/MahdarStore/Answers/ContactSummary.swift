/// A contact as lists show it.
public struct ContactSummary: Sendable, Encodable {
  public var id: String
  public var form: String
  public var status: String
  public var channel: String
  public var date: String?
  public var place: String?
  public var country: String?
  public var parties: [ContactParty]
  /// What it was about, the most often told first.
  public var topics: [String]
  /// How many articles tell of it.
  public var articles: Int
  /// How many independent roots the reports go back to.
  public var roots: Int
  /// How many roots are of each kind.
  public var kinds: [String: Int]
  /// How likely it is, by the likeliest of its claims.
  public var score: Double?
  /// The fields that they tell differently.
  public var conflicts: [String]
  /// Whether a person has confirmed it.
  public var isConfirmed: Bool
  /// The visit or gathering that it is a part of.
  public var partOf: String?
  /// Who tells of it, the first first.
  public var outlets: [String]
  /// Who vouches for it, the most often named first.
  public var sources: [String]
  /// The words that tell of it most surely.
  public var evidence: String

  /// Below this a contact is so unlikely that every list and page says so.
  public static let doubt = 0.7

  public var isDoubtful: Bool { score.map { $0 < Self.doubt } ?? false }

  /// The names of the parties in one line.
  public var names: String { parties.map(\.name).joined(separator: "، ") }
}
