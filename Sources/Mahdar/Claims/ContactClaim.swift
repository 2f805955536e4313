public enum ContactStatus: String, Sendable, CaseIterable, BitwiseCopyable {
  case held, underway, scheduled, proposed, postponed, cancelled, denied
}
public enum ContactChannel: String, Sendable { case official, secret, track15 = "track-1.5", track2 = "track-2" }

/// What one article says of one contact.
public struct ContactClaim: Sendable {
  public struct Participant: Sendable {
    /// The index in `Analysis.chains`.
    public var chain: Int
    public var role: String?
    public var spans: [TextSpan]
  }

  public struct Place: Sendable {
    public var name: TextSpan
    public var country: String?
    public var id: String?
    /// The city that a venue is known to stand in, `name` being the venue's words, or the name with the article that لل has
    /// lost.
    public var knownName: String?
    /// Whether only the country is told.
    public var isCountry = false
  }

  public enum SourceKind: String, Sendable { case outlet, official, anonymous, document }

  /// Who vouches for the contact.
  public struct Source: Sendable {
    public var name: TextSpan
    public var kind: SourceKind
  }

  public var form: ContactForm
  public var status: ContactStatus
  public var channel: ContactChannel
  public var participants: [Participant]
  /// `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, `YYYY-Www` or `FROM/TO`.
  public var date: String?
  public var dateSpan: TextSpan?
  public var place: Place?
  public var venue: TextSpan?
  public var occasion: TextSpan?
  /// ISO 8601.
  public var duration: String?
  public var topics: [TextSpan]
  public var by: [Source]
  public var evidence: TextSpan
  public var isCentral: Bool
  /// The frame that found it.
  public var rule: String
  /// 0…1: how much the words found speak for it.
  public var score: Double
  /// What `score` was reckoned from.
  var features: Set<ClaimScore.Feature> = []
}
