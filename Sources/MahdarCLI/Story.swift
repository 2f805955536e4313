import ArgumentParser
import MahdarStore

struct Story: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how the story of a contact unfolded, day by day and outlet by outlet.",
    discussion: """
      Each report is told with what it added to those before it, told more exactly or contradicted; the meetings of a visit and \
      those on the margins of a gathering stand among the reports of the whole.

      Example: mahdar story c1a2b
      """)

  @Argument(help: "The id of the contact.") var contact: String
  @Option(help: "How to print: text or json.") var format = AnswerFormat.text
  @OptionGroup var options: StoreOptions

  private struct Answer: Encodable {
    var story: ContactDetail
    /// The contacts that are parts of it.
    var parts: [ContactDetail]
  }

  func run() throws {
    try StoreOptions.run {
      let store = try options.open()
      let pipeline = try options.data.pipeline()
      let detail = try store.contact(contact, pipeline: pipeline)
      let parts = try detail.parts.map { try store.contact($0.id, pipeline: pipeline) }
      if format == .json { return try Output.json(Answer(story: detail, parts: parts)) }
      try page(detail, parts).forEach(StandardOutput.print)
    }
  }

  private func page(_ detail: ContactDetail, _ parts: [ContactDetail]) -> [TerminalText] {
    var lines = Show.head(detail)
    if let whole = detail.partOf { lines.append("  part of \(Show.line(whole))") }
    for part in parts { lines.append("  with \(Show.line(part.contact))") }
    lines.append("  \(detail.because)")
    lines.append("  \(detail.support)")
    if let first = detail.reports.first(where: { $0.outlet != nil }), let outlet = first.outlet {
      lines.append("  first told by \(outlet)\(first.published.map { ", \($0.prefix(10))" } ?? "")")
    }
    for conflict in detail.conflicts {
      let sides = conflict.sides.map { "\($0.value) (\(Show.count($0.roots, "root")))" }.joined(separator: " ≠ ")
      lines.append("  ≠ \(conflict.field): \(sides)\(conflict.isSettled ? ", settled" : "")")
    }
    // Undated reports come last.
    let told = ([detail] + parts).flatMap { one in one.reports.map { (one, $0) } }
    let days = Dictionary(grouping: told) { $0.1.published.map { String($0.prefix(10)) } ?? "~" }
    for (day, reports) in days.sorted(by: { $0.key < $1.key }) {
      lines.append("\n\(day == "~" ? "undated" : day)")
      for (one, report) in reports { lines += entry(report, of: one, isPart: one.contact.id != detail.contact.id) }
    }
    return lines
  }

  private func entry(_ report: ContactDetail.Report, of one: ContactDetail, isPart: Bool) -> [TerminalText] {
    let step = one.history.first { $0.reports.first == report.number }
    let status = step.map { Show.words($0) + ($0.about.map { " for \($0)" } ?? "") }
    let of = isPart ? "\(one.contact.form) \(one.contact.names)" : nil
    let head = ["[\(report.number)]", report.outlet ?? report.article, of, status].compactMap { $0 }
    var lines: [TerminalText] = ["  \(head.joined(separator: "  "))"]
    if !report.by.isEmpty { lines.append("      by \(report.by.joined(separator: " ← "))") }
    if let copied = report.copies { lines.append("      copies [\(copied)]") }
    if !report.cites.isEmpty { lines.append("      cites [\(Show.numbers(report.cites))]") }
    for (kind, word) in [
      ("adds", "new"), ("finer", "more exactly"), ("moved", "moved to"), ("against", "against what was told"),
    ] {
      let told = report.changes.filter { $0.kind == kind }.map { "\($0.field) \($0.values.joined(separator: "، "))" }
      if !told.isEmpty { lines.append("      \(word): \(told.joined(separator: "; "))") }
    }
    if report.changes.isEmpty, step == nil, report.copies == nil { lines.append("      nothing new") }
    lines.append("      «\(report.evidence)»")
    return lines
  }
}
