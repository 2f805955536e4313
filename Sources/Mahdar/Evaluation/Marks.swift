/// What an article tells: as a careful reader marked it, or as the engine read it. The two are compared.
///
/// - Shape: each layer in the order given; of a layer that is not given there is nothing.
/// - Errors: decoding throws when a mark lacks what it can't be compared without, or has a word that is none of the
///   format's.
public struct Marks: Sendable {
  /// Speech that the article attributes to somebody.
  public struct Statement: Sendable {
    public var kind: StatementKind
    public var speaker: String
    public var text: String
    public var via: String?
  }

  /// An expression of calendar time.
  public struct Date: Sendable {
    public var text: String
    public var type: TimeType
    /// The TIMEX3 value; nil when it can't be told.
    public var value: String?
  }

  /// Somebody whom the article names.
  public struct Person: Sendable {
    public var name: String
    public var side: String?
  }

  public var contacts: [RecordClaim] = []
  public var statements: [Statement] = []
  public var dates: [Date] = []
  public var people: [Person] = []
}

extension Marks {
  /// What the engine read, as it leaves in the analysis format.
  public init(_ analysis: Analysis) {
    let grounds = Grounds(analysis)
    contacts = analysis.claims
    statements = analysis.statements.filter(grounds.areSound).map { statement in
      Statement(
        kind: statement.kind, speaker: analysis.speakerName(of: statement), text: analysis.text(statement.span),
        via: statement.via.map(analysis.text))
    }
    dates = analysis.times.filter { grounds.isSound($0.span) }.map { time in
      Date(text: analysis.text(time.span), type: time.type, value: time.value)
    }
    people = grounds.people.map { Person(name: analysis.text($0.name), side: $0.side) }
  }
}

extension Marks: Decodable {
  private enum Layer: String, CodingKey { case contacts, statements, dates, people }

  /// A marked contact is one that the article is about unless it says that it is not.
  private struct Contact: Decodable {
    private enum Key: String, CodingKey { case central }

    var claim: RecordClaim

    init(from decoder: any Decoder) throws {
      claim = try RecordClaim(from: decoder)
      let members = try decoder.container(keyedBy: Key.self)
      claim.isCentral = try members.decodeIfPresent(Bool.self, forKey: .central) ?? true
    }
  }

  public init(from decoder: any Decoder) throws {
    let layers = try decoder.container(keyedBy: Layer.self)
    contacts = try layers.decodeIfPresent([Contact].self, forKey: .contacts)?.map(\.claim) ?? []
    statements = try layers.decodeIfPresent([Statement].self, forKey: .statements) ?? []
    dates = try layers.decodeIfPresent([Date].self, forKey: .dates) ?? []
    people = try layers.decodeIfPresent([Person].self, forKey: .people) ?? []
  }
}

extension Marks.Statement: Decodable {}
extension Marks.Date: Decodable {}
extension Marks.Person: Decodable {}
extension StatementKind: Decodable {}
extension TimeType: Decodable {}
