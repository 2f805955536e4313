/// A participant as the record tells it.
struct Attendee: Sendable, Hashable {
  enum Kind: UInt8, Sendable { case person, office, state, body, group }

  var kind: Kind
  var name: String
  var side: String?
  /// The gazetteer's id, given with the claim or found by the name.
  var id: String?
  var label: String?
  var key: NameKey
  var office: OfficeKey

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

  /// What linking compares of it.
  var features: AttendeeFeatures {
    AttendeeFeatures(
      kind: kind, identity: ContentDigest.of(identity), side: side.map { ContentDigest.of($0) },
      id: id.map { ContentDigest.of($0) }, key: key, office: office)
  }

  func match(_ other: Attendee) -> AttendeeMatch { features.match(other.features) }
}
