/// A contact made ready to be compared.
struct MarkedContact: Sendable {
  struct Party: Sendable {
    var kind: String
    var side: String
    var name: MarkWords
    var office: MarkWords
    /// The words that an office-holder without a name goes by.
    var officeOrName: MarkWords

    init(_ party: RecordClaim.Participant) {
      kind = party.kind
      side = (party.side ?? "").lowercased()
      name = MarkWords(party.name)
      office = MarkWords(party.office)
      officeOrName = MarkWords(told: party.office) ?? name
    }

    /// Whether a party that was read is this one that is marked.
    func isSame(as found: Party) -> Bool {
      let hasSide = !side.isEmpty && side == found.side
      guard kind == "person" || found.kind == "person" else {
        return hasSide && kind == found.kind || name.isSameName(as: found.name)
      }
      guard kind == found.kind else { return false }
      // An office-holder without a name may be told by the office, or resolved to the person who held it.
      return name.isSameName(as: found.name)
        || hasSide && (name.isSameOffice(as: found.officeOrName) || office.isSameOffice(as: found.name))
    }
  }

  struct Source: Sendable {
    var kind: ContactClaim.SourceKind
    var name: MarkWords

    func isSame(as found: Source) -> Bool {
      kind == found.kind && (name.isSameName(as: found.name) || name.isSameOffice(as: found.name))
    }
  }

  let claim: RecordClaim
  let parties: [Party]
  let sources: [Source]
  let topics: [MarkWords]
  private let place: MarkWords?
  private let venue: MarkWords?
  private let occasion: MarkWords?

  init(_ claim: RecordClaim) {
    self.claim = claim
    parties = claim.participants.map(Party.init)
    sources = claim.by.map { Source(kind: $0.kind, name: MarkWords($0.name)) }
    topics = claim.topics.map { MarkWords($0) }
    place = claim.place.map { MarkWords($0.name) }
    venue = MarkWords(told: claim.venue)
    occasion = MarkWords(told: claim.occasion)
  }

  var isRemote: Bool { claim.form == .call || claim.form == .message }

  /// What is happening has begun: it counts as held.
  private var status: ContactStatus { claim.status == .underway ? .held : claim.status }

  /// Whether a field of a contact that was read is right; `sides`, which each participant has, is counted elsewhere.
  func isRight(_ field: EvaluatedField, in found: MarkedContact) -> Bool {
    switch field {
    case .form: claim.form == found.claim.form
    case .status: status == found.status
    case .date: Self.told(claim.date) == Self.told(found.claim.date)
    case .place:
      if let place, let other = found.place { place.isSameName(as: other) } else { place == nil && found.place == nil }
    case .channel: claim.channel == found.claim.channel
    case .venue: MarkWords.areAlike(venue, found.venue)
    case .occasion: MarkWords.areAlike(occasion, found.occasion)
    case .duration: Self.told(claim.duration) == Self.told(found.claim.duration)
    case .sides, .via, .peopleSides: true
    }
  }

  private static func told(_ text: String?) -> String? { text == "" ? nil : text }
}
