/// What one article says of one contact, standing alone: words instead of references into an analysis.
///
/// The record is made of these: they are what a store keeps, and they are read back from the analysis format.
///
/// - Units: spans are UTF-8 bytes of the article's content.
/// - Errors: decoding throws when `form`, `status`, `channel` or a source's kind is none of the format's words.
public struct RecordClaim: Sendable, Hashable, Codable {
  public struct Participant: Sendable, Hashable, Codable {
    public var name: String
    /// `person`, `state`, `organisation` or `group`.
    public var kind: String
    public var side: String?
    public var office: String?
    /// The gazetteer's id, when the reader knew it.
    public var id: String?
    public var label: String?
    public var role: String?
    /// Whether `id` was resolved from an office, not read off a name.
    public var resolved: Bool?
    /// Where the article names the participant for this contact.
    public var spans: [TextSpan]?

    public init(name: String, kind: String, side: String? = nil, office: String? = nil, id: String? = nil) {
      self.name = name
      self.kind = kind
      self.side = side
      self.office = office
      self.id = id
    }
  }

  public struct Place: Sendable, Hashable, Codable {
    public var name: String
    public var country: String?
    public var id: String?
    public var span: TextSpan?

    public init(name: String, country: String? = nil, id: String? = nil) {
      self.name = name
      self.country = country
      self.id = id
    }
  }

  /// Who vouches for the contact, from the nearest outward.
  public struct Source: Sendable, Hashable, Codable {
    public var name: String
    public var kind: ContactClaim.SourceKind
    public var span: TextSpan?

    public init(name: String, kind: ContactClaim.SourceKind) {
      self.name = name
      self.kind = kind
    }
  }

  public var article: String
  public var outlet: String?
  /// RFC 3339, as given.
  public var published: String?
  public var form: ContactForm
  public var status: ContactStatus
  public var channel: ContactChannel
  public var participants: [Participant]
  public var date: String?
  public var dateSpan: TextSpan?
  public var place: Place?
  public var venue: String?
  public var occasion: String?
  public var duration: String?
  public var topics: [String]
  public var by: [Source]
  public var evidence: String
  public var evidenceSpan: TextSpan?
  public var isCentral: Bool
  public var rule: String?
  public var score: Double?

  enum CodingKeys: String, CodingKey {
    case article, outlet, published, form, status, channel, participants, date, dateSpan, place, venue, occasion
    case duration, topics, by, evidence, evidenceSpan, isCentral = "central", rule, score
  }

  public init(
    article: String, outlet: String? = nil, published: String? = nil, form: ContactForm, status: ContactStatus,
    channel: ContactChannel = .official, participants: [Participant], date: String? = nil, place: Place? = nil,
    venue: String? = nil, occasion: String? = nil, duration: String? = nil, topics: [String] = [], by: [Source] = [],
    evidence: String, isCentral: Bool = true
  ) {
    self.article = article
    self.outlet = outlet
    self.published = published
    self.form = form
    self.status = status
    self.channel = channel
    self.participants = participants
    self.date = date
    self.place = place
    self.venue = venue
    self.occasion = occasion
    self.duration = duration
    self.topics = topics
    self.by = by
    self.evidence = evidence
    self.isCentral = isCentral
  }

  /// Reads a contact of the analysis format, or a claim written by `encode`; the article's members may be filled in
  /// later.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    article = try members.decodeIfPresent(String.self, forKey: .article) ?? ""
    outlet = try members.decodeIfPresent(String.self, forKey: .outlet)
    published = try members.decodeIfPresent(String.self, forKey: .published)
    form = try members.decode(ContactForm.self, forKey: .form)
    status = try members.decode(ContactStatus.self, forKey: .status)
    channel = try members.decodeIfPresent(ContactChannel.self, forKey: .channel) ?? .official
    participants = try members.decodeIfPresent([Participant].self, forKey: .participants) ?? []
    date = try members.decodeIfPresent(String.self, forKey: .date)
    dateSpan = try members.decodeIfPresent(TextSpan.self, forKey: .dateSpan)
    place = try members.decodeIfPresent(Place.self, forKey: .place)
    venue = try members.decodeIfPresent(String.self, forKey: .venue)
    occasion = try members.decodeIfPresent(String.self, forKey: .occasion)
    duration = try members.decodeIfPresent(String.self, forKey: .duration)
    topics = try members.decodeIfPresent([String].self, forKey: .topics) ?? []
    by = try members.decodeIfPresent([Source].self, forKey: .by) ?? []
    evidence = try members.decodeIfPresent(String.self, forKey: .evidence) ?? ""
    evidenceSpan = try members.decodeIfPresent(TextSpan.self, forKey: .evidenceSpan)
    isCentral = try members.decodeIfPresent(Bool.self, forKey: .isCentral) ?? false
    rule = try members.decodeIfPresent(String.self, forKey: .rule)
    score = try members.decodeIfPresent(Double.self, forKey: .score)
  }

  /// The digest of what the claim says and of the article that says it: sixteen hexadecimal digits.
  public var id: String { ContentDigest.text(of: digest) }

  var digest: UInt64 {
    var digest = ContentDigest()
    for text in [article, form.rawValue, status.rawValue, channel.rawValue] { digest.add(text) }
    for one in participants {
      for text in [one.name, one.kind, one.side, one.office] { digest.add(text) }
    }
    for text in [date, place?.name, place?.country, venue, occasion, duration, evidence] { digest.add(text) }
    for topic in topics { digest.add(topic) }
    for source in by { digest.add(source.name) }
    return digest.value
  }
}

extension ContactForm: Codable {}
extension ContactStatus: Codable {}
extension ContactChannel: Codable {}
extension ContactClaim.SourceKind: Codable {}

/// Two numbers, start and end, as in the analysis format.
extension TextSpan: Codable {
  public init(from decoder: any Decoder) throws {
    var ends = try decoder.unkeyedContainer()
    self.init(try ends.decode(Int32.self), try ends.decode(Int32.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var ends = encoder.unkeyedContainer()
    try ends.encode(start)
    try ends.encode(end)
  }
}
