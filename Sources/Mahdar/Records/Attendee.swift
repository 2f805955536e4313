/// A participant as the record compares it.
struct Attendee: Sendable, Hashable {
  enum Kind: Sendable { case person, office, state, body, group }

  var kind: Kind
  var name: String
  var side: String?
  /// The gazetteer's id, given with the claim or found by the name.
  var id: String?
  var label: String?
  var key: NameKey
  /// The words of the office that tell it from others.
  var office: [UInt64]

  /// Whether it is a person told by name.
  var isNamed: Bool { kind == .person }

  /// What stands for the participant in every article: the gazetteer's id, else the side and the sounds of the name.
  var identity: String {
    if let id { return id }
    var digest = ContentDigest()
    digest.add(side)
    digest.add(kind == .person ? key.whole : 0)
    if kind != .person { digest.add(name) }
    return "local:" + digest.text
  }
}

/// How surely two participants are one.
enum AttendeeMatch: Int, Sendable, Comparable {
  case none
  /// One side, told in different ways: a person and the state.
  case side
  /// The same state.
  case state
  /// The same body, or the same office without a name.
  case body
  /// A name of one word that fits the other.
  case shortName
  /// The same id or two words of the name.
  case name

  static func < (a: AttendeeMatch, b: AttendeeMatch) -> Bool { a.rawValue < b.rawValue }
}

extension Attendee {
  /// Whether both are people told by name and not the same.
  func isAnother(than other: Attendee) -> Bool {
    isNamed && other.isNamed && match(other) == .none
  }

  func match(_ other: Attendee) -> AttendeeMatch {
    if let id, let otherID = other.id, kind == other.kind || !isNamed && !other.isNamed {
      if id == otherID { return isNamed ? .name : kind == .state ? .state : .body }
      if isNamed { return .none }
    }
    guard side == other.side || side == nil || other.side == nil else { return .none }
    let isOneSide = side != nil && side == other.side
    switch (kind, other.kind) {
    case (.person, .person):
      guard let shared = key.shared(with: other.key) else { return .none }
      if shared > 1 { return .name }
      return isOneSide || key.parts.count == other.parts ? .shortName : .none
    case (.office, .office):
      guard isOneSide else { return .none }
      return !office.isEmpty && !other.office.isEmpty && Self.share(office, other.office) ? .body : .side
    case (.person, .office), (.office, .person):
      guard isOneSide else { return .none }
      if office.isEmpty || other.office.isEmpty { return .side }
      return Self.share(office, other.office) ? .body : .side
    case (.state, .state): return isOneSide ? .state : .none
    case (.body, .body): return isOneSide && key.isSame(as: other.key) ? .body : isOneSide ? .side : .none
    case (.group, .group): return isOneSide ? (key.isSame(as: other.key) ? .body : .side) : .none
    default: return isOneSide ? .side : .none
    }
  }

  private var parts: Int { key.parts.count }

  static func share(_ a: [UInt64], _ b: [UInt64]) -> Bool { a.contains { b.contains($0) } }
}
