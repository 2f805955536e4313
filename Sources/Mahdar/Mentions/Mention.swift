/// What a mention or chain stands for.
public enum MentionKind: UInt8, Sendable, BitwiseCopyable {
  /// A person, by name, or by office alone («الوزير», «نظيره الروسي») where the chain tells or may tell who.
  case person
  /// A state, by name, metonym or plural demonym.
  case state
  /// An organisation or state organ: «الأمم المتحدة», «وزارة الخارجية الأميركية».
  case organisation
  /// A collective of people or parties without a proper name: «مسؤولون أميركيون», «وفد إيراني», «أطراف ليبية».
  case group
  /// A city, region or other place that is no state.
  case place
  case venue
  /// A medium: agency, paper, channel, site.
  case outlet
  /// An unnamed source: «مصدر مطلع», «دبلوماسيون».
  case source
}

/// Words of the article that stand for somebody or something.
public struct Mention: Sendable {
  /// All its words, office and title included, in text order.
  public var tokens: Range<Int>
  /// The bytes of `tokens` less the clitics at its head.
  public var span: TextSpan
  public var kind: MentionKind
  /// The clitic preposition at its head (ب ل ك), else 0; the letter folded.
  var preposition: Letter
  /// The conjunction at its head (و ف), else 0.
  var conjunction: Letter
  /// The name alone, for a person told by name; for other kinds the whole span.
  public var name: TextSpan?
  /// The office or description alone: «وزير الخارجية الروسي».
  public var office: TextSpan?
  /// The side told or known: ISO 3166-1 alpha-2 or an organisation's acronym.
  public var side: String?
  /// The sides of several people told together: «وزيرا خارجية روسيا وتركيا»; else empty.
  public var sides: [String] = []
  /// Whether each of several people is told for himself: «سفراء كل من مصر وقبرص».
  var isEach = false
  /// The row of the gazetteer it is, when known.
  var entry: GazetteerEntry?
  /// The index of its chain in `Analysis.chains`.
  public var chain: Int
  /// Whether its words are plural or dual («مسؤولون», «الوزيران»).
  public var isPlural: Bool
  /// «نظيره», «نظيرتها»: told by somebody else's office.
  var isCounterpart = false
  public var rule: String
  /// The chains of a dual or plural's members, where the article makes clear who they are: «الوزيران».
  public var members: [Int] = []
}

/// All mentions of one person, state, organisation or thing in an article.
public struct Chain: Sendable {
  public var kind: MentionKind
  /// The fullest name that the article gives, else the office or description.
  public var name: TextSpan
  public var office: TextSpan?
  public var side: String?
  /// Wikidata id, GeoNames id or the gazetteer's own id; nil when unknown.
  public var id: String?
  /// The English label of `id`.
  public var label: String?
  /// Whether `id` was resolved from an office, not read off a name.
  public var isResolved: Bool
  /// Whether some mention gives a person's name.
  public var isNamed: Bool
  /// Indices in `Analysis.mentions`, in text order.
  public var mentions: [Int]
  /// Whether it is somebody whom the article names.
  var isNamedPerson: Bool { kind == .person && isNamed }
  /// Whether `side` is no more than the paper's own country, or the one that the article tells of.
  var isHomely = false
  /// The name of a state that the article names only by a place or nisba; `name` is then the words it was resolved from.
  public var knownName: String?
}
