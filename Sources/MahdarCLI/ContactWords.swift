import Mahdar
import MahdarStore

/// How pages tell a contact in a line.
extension Wording {
  /// Id, date, form with the signs of what is to be known of it, and who takes part.
  func line(_ contact: ContactSummary) -> String {
    let signs = Legend.signs(of: contact)
    let form = form(contact.form) + (signs.isEmpty ? "" : " " + signs)
    return "\(contact.id)  \(when(contact.date))  \(form)  \(contact.names)"
  }

  /// Form and status, whether a person has confirmed it, and that it is unlikely where it is.
  func state(_ contact: ContactSummary) -> String {
    let likelihood = contact.isDoubtful ? contact.score.map { "\(self(.likelihood)) \($0) ?" } : nil
    return [
      form(contact.form), status(contact.status, of: contact.form), contact.isConfirmed ? self(.confirmed) : nil,
      likelihood,
    ].compactMap(\.self).joined(separator: comma)
  }

  /// What a contact is, and who takes part: a line each.
  func head(_ contact: ContactSummary) -> [TerminalText] {
    let whenAndWhere = [contact.date.map(when), contact.place].compactMap { $0 }.map { "  \($0)" }.joined()
    let parties = contact.parties.map { party -> TerminalText in
      let side = party.side.map(side)
      // A state is its own side, and its label is in English.
      let parts = [
        party.name, party.office, side == party.name ? nil : side,
        isArabic && party.kind == "state" ? nil : party.label,
      ]
      return "  \(parts.compactMap { $0 }.joined(separator: " · "))"
    }
    return ["\(contact.id)  \(state(contact))\(whenAndWhere)"] + parties
  }

  /// Who vouches for a report, from the nearest outward.
  func vouchers(_ sources: [ContactDetail.Source]) -> String {
    sources.map { "\($0.name) (\(sourceKind($0.kind)))" }.joined(separator: " ← ")
  }

  /// A step of the status with its date.
  func step(_ step: ContactDetail.Step, of form: String) -> String {
    self.step(step.status, step.turn, of: form)
      + (step.about.map { about($0, step.status, of: form) } ?? "")
  }
}
