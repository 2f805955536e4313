/// What may speak for or against a phrase being a topic of a contact. Each has a weight in `Data/ar/topic-weights.tsv`.
struct TopicFeature: Sendable, Hashable {
  /// Its row of `names`.
  let index: Int

  /// Where a phrase stands, seen from the tellings of the contact.
  enum Zone: Int, Sendable, CaseIterable {
    /// In the sentence of one, the next sentence, three more; the sentence before the first; the headline.
    case same, next, near, before, title
  }

  /// How many tokens a phrase has.
  enum Length: Int, Sendable, CaseIterable { case one, two, few, many }

  /// How many tokens it stands behind the nearest telling of its sentence.
  enum Distance: Int, Sendable, CaseIterable { case before, close, near, far, beyond }

  /// What stands at a border of a phrase.
  enum Border: Int, Sendable, CaseIterable {
    case comma, stop, mark, time, name, relative, complementizer, `in`, on, to, from, preposition, temporal, clause
    case and, word
  }

  /// Forms of contact that tell their topics alike.
  enum Form: Int, Sendable, CaseIterable {
    case encounter, visit, message

    init(_ form: ContactForm) {
      switch form {
      case .message: self = .message
      case .visit: self = .visit
      case .meeting, .talks, .conference, .call: self = .encounter
      }
    }
  }

  /// What the contact has come to: one that is off is seldom told with its topics.
  enum Status: Int, Sendable, CaseIterable {
    case held, planned, off

    init(_ status: ContactStatus) {
      switch status {
      case .held, .underway: self = .held
      case .scheduled, .proposed: self = .planned
      case .postponed, .cancelled, .denied: self = .off
      }
    }
  }

  /// What the phrase begins with, where it names something that is mostly no topic.
  enum Content: Int, Sendable, CaseIterable {
    /// A person or office; a state or place alone; a noun of contact.
    case person, place, contact
  }

  static let bias = TopicFeature(index: 0)
  static func lead(_ lead: TopicPhrase.Lead) -> TopicFeature { Family.lead[lead.rawValue] }
  static func zone(_ zone: Zone) -> TopicFeature { Family.zone[zone.rawValue] }
  static func kind(_ kind: TopicPhrase.Kind, _ zone: Zone) -> TopicFeature {
    Family.kind[kind.rawValue * Zone.allCases.count + zone.rawValue]
  }
  /// Joined to a phrase before it.
  static func joined(_ zone: Zone) -> TopicFeature { Family.joined[zone.rawValue] }
  static func head(_ head: TopicPhrase.Head) -> TopicFeature { Family.head[head.rawValue] }
  static func length(_ length: Length) -> TopicFeature { Family.length[length.rawValue] }
  static func distance(_ distance: Distance) -> TopicFeature { Family.distance[distance.rawValue] }
  static func behind(_ border: Border) -> TopicFeature { Family.behind[border.rawValue] }
  static func before(_ border: Border) -> TopicFeature { Family.before[border.rawValue] }
  /// «اللقاء», «المحادثات» in its sentence.
  static func retold(_ zone: Zone) -> TopicFeature { Family.retold[zone.rawValue] }
  /// The article tells of no other contact.
  static func only(_ zone: Zone) -> TopicFeature { Family.only[zone.rawValue] }
  /// How many of its words the headline has, at most two.
  static func headline(_ count: Int) -> TopicFeature { Family.headline[count] }
  /// What form of contact it would be a topic of.
  static func form(_ form: Form, _ kind: TopicPhrase.Kind) -> TopicFeature {
    Family.form[form.rawValue * TopicPhrase.Kind.allCases.count + kind.rawValue]
  }
  static func status(_ status: Status, _ zone: Zone) -> TopicFeature {
    Family.status[status.rawValue * Zone.allCases.count + zone.rawValue]
  }
  static func content(_ content: Content) -> TopicFeature { Family.content[content.rawValue] }
  /// Another contact is told in its sentence; another alone.
  static let foreign = Family.foreign[0]
  static let foreignAlone = Family.foreign[1]
  /// The telling last before it is the contact's own, or another's.
  static let afterOwn = Family.last[0]
  static let afterForeign = Family.last[1]
  /// Holds a subject of diplomacy that the gazetteer knows.
  static let known = Family.known[0]

  /// The names of all features, as the table has them.
  static let names: [String] = ["bias"] + Family.all.flatMap { family in family.values.map { "\(family.name):\($0)" } }

  /// Features that differ by a value, in a row.
  private struct Family: Sendable {
    let name: String
    let values: [String]
    let offset: Int

    subscript(value: Int) -> TopicFeature { TopicFeature(index: offset + min(max(value, 0), values.count - 1)) }

    private init(_ name: String, _ values: [String], after family: Family?) {
      self.name = name
      self.values = values
      offset = family.map { $0.offset + $0.values.count } ?? 1
    }

    private static func names<Value: CaseIterable>(_: Value.Type) -> [String] { Value.allCases.map { "\($0)" } }

    static let lead = Family("lead", names(TopicPhrase.Lead.self), after: nil)
    static let zone = Family("zone", names(Zone.self), after: lead)
    static let kind = Family(
      "kind", TopicPhrase.Kind.allCases.flatMap { kind in Zone.allCases.map { "\(kind).\($0)" } }, after: zone)
    static let joined = Family("joined", names(Zone.self), after: kind)
    static let head = Family("head", names(TopicPhrase.Head.self), after: joined)
    static let length = Family("length", names(Length.self), after: head)
    static let distance = Family("distance", names(Distance.self), after: length)
    static let behind = Family("behind", names(Border.self), after: distance)
    static let before = Family("before", names(Border.self), after: behind)
    static let retold = Family("retold", names(Zone.self), after: before)
    static let only = Family("only", names(Zone.self), after: retold)
    static let headline = Family("headline", ["0", "1", "2"], after: only)
    static let foreign = Family("foreign", ["beside", "alone"], after: headline)
    static let last = Family("last", ["own", "foreign"], after: foreign)
    static let known = Family("known", ["name"], after: last)
    static let form = Family(
      "form", Form.allCases.flatMap { form in TopicPhrase.Kind.allCases.map { "\(form).\($0)" } }, after: known)
    static let status = Family(
      "status", Status.allCases.flatMap { status in Zone.allCases.map { "\(status).\($0)" } }, after: form)
    static let content = Family("content", names(Content.self), after: status)
    static let all = [
      lead, zone, kind, joined, head, length, distance, behind, before, retold, only, headline, foreign, last, known,
      form, status, content,
    ]
  }
}

/// The weights of the features of topics, in hundredths of a logarithm of odds: `Data/ar/topic-weights.tsv`.
struct TopicWeights: Sendable {
  private var weights: [Int32] = Array(repeating: 0, count: TopicFeature.names.count)

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("topic-weights", ["feature", "weight"])
    for row in table.rows {
      guard let index = TopicFeature.names.firstIndex(of: row[0]) else {
        throw table.error(row, "unknown feature '\(row[0])'")
      }
      guard let weight = Int32(row[1]) else { throw table.error(row, "'\(row[1])' is no whole number") }
      weights[index] = weight
    }
  }

  @inline(__always) subscript(feature: TopicFeature) -> Int { Int(weights[feature.index]) }

  mutating func transfer(_ image: inout LexiconImage) { image.transfer(&weights) }
}
