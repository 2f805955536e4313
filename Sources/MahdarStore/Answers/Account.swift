import Mahdar

/// A contact in one sentence made from its fields, in pieces that know who tells them.
public struct Account: Sendable, Encodable {
  public struct Piece: Sendable, Encodable {
    public enum Kind: String, Sendable, Encodable {
      case plain
      /// Somebody's or something's name, as articles have it.
      case name
      /// A value told by some against the others.
      case variant
    }
    public var text: String
    public var kind: Kind
    /// The numbers of the reports that tell it.
    public var reports: [Int]
    /// Of a party, its identity.
    public var identity: String?

    init(_ text: String, _ kind: Kind = .plain, reports: [Int] = [], identity: String? = nil) {
      (self.text, self.kind, self.reports, self.identity) = (text, kind, reports, identity)
    }
  }

  public private(set) var pieces: [Piece] = []

  public var text: String { pieces.map(\.text).joined() }

  /// - Parameter day: how a date is told behind a preposition: «يوم الثلاثاء 21 أكتوبر 2025», “on Tuesday 21 October 2025”.
  public init(of detail: ContactDetail, _ wording: Wording, day: (String) -> String) {
    self.init(partiesOf: detail.contact, wording, day: day)
    if let place = detail.fields.first(where: { $0.name == "place" }) { tell(place, wording) }
    pieces.append(Piece("."))
  }

  /// The same of a contact whose reports are not at hand: its place without who tells it.
  public init(of contact: ContactSummary, _ wording: Wording, day: (String) -> String) {
    self.init(partiesOf: contact, wording, day: day)
    if let place = contact.place { pieces += [Piece(wording(.accountIn)), Piece(place, .name)] }
  }

  private init(partiesOf contact: ContactSummary, _ wording: Wording, day: (String) -> String) {
    let isArabic = wording.isArabic
    let parties = contact.parties
    let people = parties.filter { $0.kind != "state" }
    let state = parties.first { $0.kind == "state" }
    func name(_ party: ContactParty) -> [Piece] {
      let name = isArabic ? party.name : party.label ?? party.name
      // A description («الوزيرين العراقي والأردني») tells the office by itself.
      let isDescription = party.office.map { office in
        let words = Set(Spelling.folded(name).split(separator: " "))
        return Spelling.folded(office).split(separator: " ").contains { words.contains($0) }
          || party.identity.hasPrefix("local:") && party.kind != "person"
      }
      let office = isArabic && isDescription == false ? party.office.map { [Piece($0 + " ")] } ?? [] : []
      return office + [Piece(name, .name, identity: party.kind == "state" ? party.side : party.identity)]
    }
    func list(_ parties: [ContactParty]) -> [Piece] {
      parties.prefix(8).enumerated().flatMap { place, party -> [Piece] in
        let isLast = place == min(parties.count, 8) - 1
        let separator = place == 0 ? "" : isArabic || isLast ? wording(.and) : wording.comma
        return (separator.isEmpty ? [] : [Piece(separator)]) + name(party)
      } + (parties.count > 8 ? [Piece(wording(.accountOthers))] : [])
    }
    let noun = wording.told(contact.form, isSecret: contact.channel == "secret")
    let verb = wording.act(contact.status, of: contact.form)
    // The verb comes first in Arabic, and last in English.
    pieces = [Piece((isArabic ? verb + " " : "") + noun + " ")]
    if contact.form == "visit", let state, !people.isEmpty {
      pieces += [Piece(wording(.accountBy))] + list(people) + [Piece(wording(.accountTo))] + name(state)
    } else {
      pieces += [Piece(wording(parties.count > 1 ? .accountBetween : .accountWith))] + list(parties)
    }
    if !isArabic { pieces.append(Piece(" " + verb)) }
    if let date = contact.date { pieces.append(Piece(" " + day(date))) }
  }

  /// The most supported place, and the others that exclude it.
  private mutating func tell(_ place: ContactDetail.Field, _ wording: Wording) {
    guard let first = place.values.first else { return }
    pieces += [Piece(wording(.accountIn)), Piece(first.value, .name, reports: first.reports)]
    for other in place.values.dropFirst() where place.isConflict && other.isAtOdds && first.isAtOdds {
      pieces += [
        Piece(wording(.accountElse)),
        Piece(other.value, .variant, reports: other.reports),
      ]
    }
  }
}
