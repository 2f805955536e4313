/// A participant as linking compares it.
struct AttendeeFeatures: Sendable, Hashable {
  var kind: Attendee.Kind
  /// What stands for the participant in every article.
  var identity: UInt64
  var side: UInt64?
  /// The gazetteer's id.
  var id: UInt64?
  var key: NameKey
  var office: OfficeKey

  /// Whether it is a person told by name.
  var isNamed: Bool { kind == .person }
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
  /// A name of two words or more in another spelling: «برنار مبونغو», «برنارد مبونغو».
  case alike
  /// The same id or two words of the name.
  case name

  static func < (a: AttendeeMatch, b: AttendeeMatch) -> Bool { a.rawValue < b.rawValue }
}

extension AttendeeFeatures {
  func match(_ other: AttendeeFeatures) -> AttendeeMatch {
    if let id, let otherID = other.id, kind == other.kind || !isNamed && !other.isNamed {
      if id == otherID { return isNamed ? .name : kind == .state ? .state : .body }
      // Who held an office on that day, tables tell no better than a report that names somebody.
      if isNamed, !key.isEmpty, !other.key.isEmpty { return .none }
    }
    guard side == other.side || side == nil || other.side == nil else { return .none }
    let isOneSide = side != nil && side == other.side
    switch (kind, other.kind) {
    case (.person, .person) where key.isEmpty || other.key.isEmpty, (.office, .office), (.person, .office),
      (.office, .person):
      return !isOneSide ? .none : office.shares(other.office) ? .body : .side
    case (.person, .person):
      guard let shared = key.shared(with: other.key) else {
        guard isOneSide else { return .none }
        let isAlike = key.isAlike(other.key) || office.shares(other.office) && key.mayBe(other.key)
        return isAlike ? .alike : .none
      }
      if shared > 1 { return .name }
      return isOneSide || key.parts.count == other.key.parts.count ? .shortName : .none
    case (.state, .state): return isOneSide ? .state : .none
    case (.body, .body): return isOneSide && key.isSame(as: other.key) ? .body : isOneSide ? .side : .none
    case (.group, .group): return isOneSide ? (key.isSame(as: other.key) ? .body : .side) : .none
    default: return isOneSide ? .side : .none
    }
  }

  /// Whether it stands for one person, by name or office.
  var isPerson: Bool { kind == .person || kind == .office }

  // MARK: Bytes

  init(_ bytes: inout ByteReader) {
    kind = Attendee.Kind(rawValue: UInt8(bytes.byte())) ?? .group
    identity = bytes.word()
    side = bytes.optional { $0.word() }
    id = bytes.optional { $0.word() }
    key = NameKey(&bytes)
    office = OfficeKey(&bytes)
  }

  func write(to bytes: inout ByteWriter) {
    bytes.add(byte: Int(kind.rawValue))
    bytes.add(identity)
    bytes.add(side) { $0.add($1) }
    bytes.add(id) { $0.add($1) }
    key.write(to: &bytes)
    office.write(to: &bytes)
  }
}
