import ArgumentParser
import MahdarStore

struct Story: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how the story of a contact unfolded, day by day and outlet by outlet.",
    discussion: """
      Each report is told with what it added to those before it, told more exactly or contradicted; the meetings of a visit and \
      those on the margins of a gathering stand among the reports of the whole.

      Example: mahdar story c1a2b

      Exit status: 0 found, 1 never, 2 there is no such contact.
      """)

  @Argument(help: "The id of the contact.") var contact: String
  @Option(help: "How to print: text or json.") var format = AnswerFormat.text
  @OptionGroup var legend: Legend
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
      legend.tell([detail.contact] + detail.parts, others: [.reports, .roots])
    }
  }

  private func page(_ detail: ContactDetail, _ parts: [ContactDetail]) -> [TerminalText] {
    var lines = Show.head(detail)
    if let whole = detail.partOf { lines.append("  part of \(Show.line(whole))") }
    for part in parts { lines.append("  with \(Show.line(part.contact))") }
    lines.append("  \(detail.because)")
    lines.append("  \(detail.support)")
    if let first = detail.firstTold {
      lines.append("  first told by \(first.outlets.joined(separator: "، ")), \(first.day)")
    }
    for conflict in detail.conflicts {
      let sides = conflict.sides.map { "\($0.value) (\(Show.count($0.roots, "root")))" }.joined(separator: " ≠ ")
      lines.append("  ≠ \(conflict.field): \(sides)\(conflict.isSettled ? ", settled" : "")")
    }
    // One numbering for all reports of the page, in the order in which they stand there; undated ones come last.
    let all = ([detail] + parts).enumerated().flatMap { place, one in
      one.reports.map { Entry(place: place, contact: one, report: $0) }
    }
    let days = Dictionary(grouping: all) { $0.report.published.map { String($0.prefix(10)) } ?? "~" }
      .sorted { $0.key < $1.key }
    var numbers: [[Int]: Int] = [:]
    for entry in days.flatMap(\.value) { numbers[[entry.place, entry.report.number]] = numbers.count + 1 }
    for (day, entries) in days {
      lines.append("\n\(day == "~" ? "undated" : day)")
      for entry in entries { lines += self.entry(entry) { numbers[[entry.place, $0]] ?? 0 } }
    }
    return lines
  }

  private struct Entry {
    /// The place of its contact: the whole, then its parts.
    var place: Int
    var contact: ContactDetail
    var report: ContactDetail.Report
  }

  /// - Parameter number: of a report of the entry's contact, on the page.
  private func entry(_ entry: Entry, number: (Int) -> Int) -> [TerminalText] {
    let (one, report) = (entry.contact, entry.report)
    let step = report.step.map { one.history[$0] }
    let status = step.map { Show.words($0) + ($0.about.map { " for \($0)" } ?? "") }
    let of = entry.place > 0 ? "\(one.contact.form) \(one.contact.names)" : nil
    let outlet = report.outlet.flatMap { $0.isEmpty ? nil : $0 } ?? report.article
    let head = ["[\(number(report.number))]", outlet, of, status].compactMap { $0 }
    var lines: [TerminalText] = ["  \(head.joined(separator: "  "))"]
    if !report.by.isEmpty { lines.append("      by \(report.by.joined(separator: " ← "))") }
    if let copied = report.copies { lines.append("      copies [\(number(copied))]") }
    if !report.cites.isEmpty { lines.append("      cites [\(Show.numbers(report.cites.map(number)))]") }
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
