import Mahdar
import MahdarStore

/// A contact as it unfolded: what stands, then each report under its day.
struct StoryPage {
  let whole: ContactDetail
  let parts: [ContactDetail]
  let wording: Wording

  private struct Entry {
    /// The place of its contact: the whole, then its parts.
    var place: Int
    var contact: ContactDetail
    var report: ContactDetail.Report
  }

  func lines() -> [TerminalText] {
    var lines = head
    // One numbering for all reports of the page, in the order in which they stand there; undated ones come last.
    let all = ([whole] + parts).enumerated().flatMap { place, one in
      one.reports.map { Entry(place: place, contact: one, report: $0) }
    }
    let days = Dictionary(grouping: all) { $0.report.published.map { String($0.prefix(10)) } ?? "~" }
      .sorted { $0.key < $1.key }
    var numbers: [[Int]: Int] = [:]
    for entry in days.flatMap(\.value) { numbers[[entry.place, entry.report.number]] = numbers.count + 1 }
    for (day, entries) in days {
      lines.append("\n\(wording.when(day == "~" ? nil : day))")
      for entry in entries { lines += self.lines(entry) { numbers[[entry.place, $0]] ?? 0 } }
    }
    return lines
  }

  private var head: [TerminalText] {
    let form = whole.contact.form
    var lines = wording.head(whole.contact)
    if let whole = whole.partOf { lines.append("  \(wording(.partOf)) \(wording.line(whole))") }
    for part in parts { lines.append("  \(wording(.with)) \(wording.line(part.contact))") }
    lines += ["  \(wording.because(whole.because, of: form))", "  \(wording.support(whole.support))"]
    if let first = whole.firstTold {
      let told = [first.outlets.joined(separator: "، "), wording.when(first.day)].joined(separator: wording.comma)
      lines.append("  \(wording(.firstTold)) \(told)")
    }
    for conflict in whole.conflicts {
      let sides = conflict.sides.map { side in
        "\(wording.value(side.value, of: conflict.field, in: form)) (\(wording.tally(side.roots, "root")))"
      }.joined(separator: " ≠ ")
      let end = conflict.isSettled ? wording.comma + wording(.settled) : ""
      lines.append("  ≠ \(wording(.field(conflict.field))): \(sides)\(end)")
    }
    return lines
  }

  /// - Parameter number: of a report of the entry's contact, on the page.
  private func lines(_ entry: Entry, number: (Int) -> Int) -> [TerminalText] {
    let (one, report) = (entry.contact, entry.report)
    let form = one.contact.form
    let step = report.step.map { one.history[$0] }
    let of = entry.place > 0 ? "\(wording.form(form)) \(one.contact.names)" : nil
    let outlet = report.outlet.flatMap { $0.isEmpty ? nil : $0 } ?? report.article
    let head = ["[\(number(report.number))]", outlet, of, step.map { wording.step($0, of: form) }].compactMap { $0 }
    var lines: [TerminalText] = ["  \(head.joined(separator: "  "))"]
    if !report.by.isEmpty { lines.append("      \(wording(.by)) \(wording.vouchers(report.by))") }
    if let copied = report.copies { lines.append("      \(wording(.copies)) [\(number(copied))]") }
    if !report.cites.isEmpty {
      lines.append("      \(wording(.cites)) [\(ContactPage.numbers(report.cites.map(number)))]")
    }
    for (kind, word) in Wording.Term.turns {
      let told = report.changes.filter { $0.kind == kind }.map { change in
        let values = change.values.map { wording.value($0, of: change.field, in: form) }
        return wording.change(of: change.field, values)
      }
      if !told.isEmpty { lines.append("      \(wording.changes(word, told))") }
    }
    if report.changes.isEmpty, step == nil, report.copies == nil { lines.append("      \(wording(.nothingNew))") }
    lines.append("      «\(report.evidence)»")
    return lines
  }
}
