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
    if let place = contact.place { pieces += [Piece(wording.isArabic ? " في " : " in "), Piece(place, .name)] }
  }

  private init(partiesOf contact: ContactSummary, _ wording: Wording, day: (String) -> String) {
    let isArabic = wording.isArabic
    let isFeminine = wording.isFeminine(contact.form)
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
        let separator = place == 0 ? "" : isArabic ? " و" : isLast ? " and " : ", "
        return (separator.isEmpty ? [] : [Piece(separator)]) + name(party)
      } + (parties.count > 8 ? [Piece(isArabic ? " وآخرين" : " and others")] : [])
    }
    let secret = contact.channel == "secret"
    let noun = Self.noun(contact.form, secret: secret, wording)
    let verb = Self.verb(contact.status, contact.form, isFeminine: isFeminine, isArabic: isArabic)
    if isArabic {
      pieces = [Piece("\(verb) \(noun) ")]
      if contact.form == "visit", let state, !people.isEmpty {
        pieces += list(people) + [Piece(" إلى ")] + name(state)
      } else {
        pieces += [Piece(parties.count > 1 ? "بين " : "مع ")] + list(parties)
      }
    } else {
      pieces = [Piece("\(noun) ")]
      if contact.form == "visit", let state, !people.isEmpty {
        pieces += [Piece("by ")] + list(people) + [Piece(" to ")] + name(state)
      } else {
        pieces += [Piece(parties.count > 1 ? "between " : "with ")] + list(parties)
      }
      pieces.append(Piece(" \(verb)"))
    }
    if let date = contact.date { pieces.append(Piece(" " + day(date))) }
  }

  /// The most supported place, and the others that exclude it.
  private mutating func tell(_ place: ContactDetail.Field, _ wording: Wording) {
    guard let first = place.values.first else { return }
    let `in` = wording.isArabic ? " في " : " in "
    pieces += [Piece(`in`), Piece(first.value, .name, reports: first.reports)]
    for other in place.values.dropFirst() where place.isConflict && other.isAtOdds && first.isAtOdds {
      pieces += [
        Piece(wording.isArabic ? "، وفي رواية في " : " or, by another account, in "),
        Piece(other.value, .variant, reports: other.reports),
      ]
    }
  }

  private static func noun(_ form: String, secret: Bool, _ wording: Wording) -> String {
    guard wording.isArabic else {
      let noun = form == "talks" ? form : wording.noun(form)
      return secret ? "Secret " + noun : noun.prefix(1).uppercased() + noun.dropFirst()
    }
    let noun = form == "call" ? "اتصال هاتفي" : form == "talks" ? "محادثات" : wording.noun(form)
    return secret ? noun + (wording.isFeminine(form) ? " سرية" : " سري") : noun
  }

  private static func verb(_ status: String, _ form: String, isFeminine: Bool, isArabic: Bool) -> String {
    guard isArabic else {
      let isMany = form == "talks"
      return switch status {
      case "held": "took place"
      case "underway": isMany ? "are under way" : "is under way"
      case "scheduled": isMany ? "are scheduled" : "is scheduled"
      case "proposed": isMany ? "were proposed" : "was proposed"
      case "postponed": isMany ? "were postponed" : "was postponed"
      case "cancelled": isMany ? "were cancelled" : "was cancelled"
      default: isMany ? "were denied" : "was denied"
      }
    }
    let act = ["meeting", "conference"].contains(form) ? "عقد" : form == "message" ? "توجيه" : "إجراء"
    return switch status {
    case "held": isFeminine ? "جرت" : act == "عقد" ? "عُقد" : "جرى"
    case "underway": isFeminine ? "تجري" : "يجري"
    case "scheduled": "من المقرر \(act)"
    case "proposed": isFeminine ? "اقتُرحت" : "اقتُرح"
    case "postponed": isFeminine ? "أُجّلت" : "أُجّل"
    case "cancelled": isFeminine ? "أُلغيت" : "أُلغي"
    default: isFeminine ? "نُفيت" : "نُفي"
    }
  }
}
