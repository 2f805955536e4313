import ArgumentParser
import MahdarStore

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show one contact: its fields with their support, its history, sources and conflicts.",
    discussion: """
      A contact is named by its id, the beginning of it, or the id of one of its claims.

      Example: mahdar show c1a2b --why

      Exit status: 0 found, 1 never, 2 there is no such contact.
      """)

  @Argument(help: "The id of the contact.") var contact: String
  @Flag(help: "Tell why these reports are taken to be of one contact.") var why = false
  @Option(help: "How to print: text or json.") var format = AnswerFormat.text
  @OptionGroup var legend: Legend
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let store = try options.open()
      let detail = try store.contact(contact, pipeline: options.data.pipeline())
      if format == .json { return try Output.json(detail) }
      try page(detail).forEach(StandardOutput.print)
      let contacts = [detail.contact] + detail.parts + detail.possibly.map(\.contact)
      legend.tell(contacts, others: [.reports, .roots] + (why ? [.weight] : []))
    }
  }

  /// What a contact is, and who takes part.
  static func head(_ detail: ContactDetail) -> [TerminalText] {
    let contact = detail.contact
    let likelihood = contact.isDoubtful ? contact.score.map { ", likelihood \($0) ?" } : nil
    let state = contact.status + (contact.isConfirmed ? ", confirmed" : "") + (likelihood ?? "")
    let when = [contact.date, contact.place].compactMap { $0 }.map { "  \($0)" }.joined()
    let parties = contact.parties.map { party -> TerminalText in
      let parts = [party.name, party.office, party.side, party.label]
      return "  \(parts.compactMap { $0 }.joined(separator: " · "))"
    }
    return ["\(contact.id)  \(contact.form), \(state)\(when)"] + parties
  }

  private func page(_ detail: ContactDetail) -> [TerminalText] {
    var lines = Self.head(detail) + [""]
    for field in detail.fields {
      for (index, value) in field.values.enumerated() {
        let name = index == 0 ? field.name : ""
        let mark = value.isAtOdds ? "  ≠" : ""
        lines.append("  \(name.padding(to: 14))\(value.value)  [\(Self.numbers(value.reports))]\(mark)")
      }
    }
    if let whole = detail.partOf { lines.append("\nPart of\n  \(Self.line(whole))") }
    if !detail.parts.isEmpty { lines += ["\nParts"] + detail.parts.map { "  \(Self.line($0))" } }
    lines.append("\nHistory")
    lines.append("  \(detail.because)")
    for step in detail.history {
      let head = [
        step.said.map { String($0.prefix(10)) } ?? "undated", Self.words(step), step.about.map { "for \($0)" },
        step.outlet, "[\(Self.numbers(step.reports))]",
      ]
      lines.append("  \(head.compactMap { $0 }.joined(separator: "  "))")
      lines.append("      «\(step.evidence)»")
    }
    lines.append("\nSupport: \(detail.support)")
    for root in detail.roots {
      lines.append(
        "  \(root.name) (\(root.kind))  [\(Self.numbers(root.reports))]  \(root.way.joined(separator: " ← "))")
    }
    lines.append("\nSources")
    for report in detail.reports {
      let head = [report.outlet, report.published.map { String($0.prefix(10)) }, report.title, report.url].compactMap {
        $0
      }
      lines.append("  [\(report.number)] \(report.article)  \(head.joined(separator: " · "))")
      if let first = report.copies { lines.append("      copies [\(first)]") }
      if !report.cites.isEmpty { lines.append("      cites [\(Self.numbers(report.cites))]") }
      if !report.by.isEmpty { lines.append("      by \(report.by.joined(separator: " ← "))") }
      lines.append("      «\(report.evidence)»")
    }
    if !detail.notes.isEmpty { lines += ["\nNotes"] + detail.notes.map { "  \($0)" } }
    if !detail.possibly.isEmpty {
      lines.append("\nPossibly the same")
      lines += detail.possibly.map { doubt in
        let score = (doubt.score * 10).rounded() / 10
        return "  \(Self.line(doubt.contact))  (\(score))"
      }
    }
    if why {
      lines.append("\nWhy one contact")
      if detail.why.isEmpty { lines.append("  one report alone") }
      for reason in detail.why {
        let reports = reason.reports.map(String.init).joined(separator: "] and [")
        lines.append("  [\(reports)]  weight \((reason.score * 10).rounded() / 10)")
        lines += reason.reasons.map { "      \($0)" }
      }
    }
    return lines
  }

  static func line(_ contact: ContactSummary) -> String {
    let signs = Legend.signs(of: contact)
    let form = contact.form + (signs.isEmpty ? "" : " " + signs)
    return "\(contact.id)  \(contact.date ?? "undated")  \(form)  \(contact.names)"
  }

  /// What a step tells, with what it does to what was told before.
  static func words(_ step: ContactDetail.Step) -> String {
    switch (step.turn, step.status) {
    case ("again", "scheduled"), ("again", "proposed"): "still \(step.status)"
    case ("again", _): "\(step.status) all the same"
    case ("redated", _): "\(step.status), another day"
    case ("beside", "denied"): "denied"
    case ("beside", _): "(\(step.status))"
    default: step.status
    }
  }

  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  static func numbers(_ reports: [Int]) -> String { reports.map(String.init).joined(separator: ",") }
}

extension String {
  /// The text with spaces after it up to `width` characters.
  func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
