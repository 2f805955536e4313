import Foundation
import Mahdar
import MahdarStore

/// Reports of a contact: who tells them, what they say.
extension Show {
  /// The square of each report: of the kind of the root that it goes back to.
  func squares(of reports: [ContactDetail.Report], _ roots: [ContactDetail.Root]) -> [Int: String] {
    var squares = Dictionary(reports.map { ($0.number, Self.square($0.by.last?.kind ?? "outlet")) }) { first, _ in first
    }
    for root in roots.reversed() { for report in root.reports { squares[report] = Self.square(root.kind) } }
    return squares
  }

  /// «قناة الخليج اليوم عن وزارة الخارجية القطرية».
  func tellers(_ report: ContactDetail.Report) -> [View] {
    tellers([report.outlet ?? w("outlet-unknown")] + report.by.map(\.name).filter { $0 != report.outlet })
  }

  /// The value of a field in the reader's words.
  func value(_ value: String, of field: String, in form: String) -> String {
    switch field {
    case "form": self.form(value)
    case "status": statusWord(value)
    case "date": day(value, isLong: true)
    case "duration": wording.length(value)
    case "place": isArabic ? value : english(ofPlace: value) ?? value
    default: value
    }
  }

  /// A value as a run of text: places and parties by their names in the reader's language.
  func fieldValue(_ field: String, _ words: String, _ party: ContactParty?) -> View {
    switch field {
    case "place": place(words)
    case "participants":
      run((isArabic ? party?.name : party?.label ?? party?.name) ?? words.components(separatedBy: " — ")[0])
    default: run(words)
    }
  }

  /// Evidence in pieces, its facts marked.
  func evidence(_ report: ContactDetail.Report) -> [View] {
    let letters = Array(report.evidence.unicodeScalars)
    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(letters[range])) }
    var pieces: [View] = []
    var at = 0
    for mark in report.marks where mark.start >= at && mark.end <= letters.count {
      if mark.start > at { pieces.append(["t": text(at..<mark.start), "c": false]) }
      let kind = [.party: "w", .place: "w", .date: "t", .source: "p"][mark.kind] ?? "w"
      pieces.append(["t": text(mark.start..<mark.end), "c": kind])
      at = mark.end
    }
    if at < letters.count { pieces.append(["t": text(at..<letters.count), "c": false]) }
    return pieces
  }

  /// A contact with what its accounts tell against each other, side by side.
  func differing(_ one: TodayPage.ContactConflicts) -> View {
    let squares = squares(of: one.reports, one.roots)
    return row(one.contact).merging([
      "fields": one.conflicts.map { conflict -> View in
        [
          "field": w("field-" + conflict.field),
          "sides": conflict.sides.prefix(3).enumerated().map { place, side -> View in
            let lines = side.reports.prefix(3).map { ["tellers": tellers(one.reports[$0 - 1])] as View }
            return [
              "value": value(side.value, of: conflict.field, in: one.contact.form), "isNext": place > 0,
              "refs": refs(side.reports, squares), "lines": lines,
            ]
          },
        ]
      }
    ]) { $1 }
  }
}
