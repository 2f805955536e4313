import ArgumentParser
import Mahdar
import MahdarStore

struct Conflicts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show where reports of one contact disagree, field by field.",
    discussion: """
      Those that most independent roots tell of come first. A line is a field: each value with who told it first and when, \
      and how many others.

      Example: mahdar conflicts --with لافروف

      Exit status: 0 conflicts were found, 1 none were, 2 the store or a name could not be used.
      """)

  @OptionGroup(title: "Of which contacts") var contacts: ContactOptions
  @OptionGroup(title: "The list") var list: ListOptions
  @OptionGroup var options: StoreOptions

  private struct Answer: Encodable {
    var contact: ContactSummary
    var conflicts: [ContactDetail.Conflict]
    var reports: [ContactDetail.Report]

    /// Those who told a value, in the order of the reports.
    func tellers(_ side: ContactDetail.Conflict.Side) -> [ContactDetail.Report] { side.reports.map { reports[$0 - 1] } }
  }

  /// A value of a field, as programs have it.
  private struct Row {
    var answer: Answer
    var conflict: ContactDetail.Conflict
    var side: ContactDetail.Conflict.Side
  }

  func run() throws {
    try StoreOptions.run {
      let store = try options.open()
      let pipeline = try options.data.pipeline()
      var request = contacts.request(list, order: .roots)
      request.isConflicting = true
      let found = try store.contactList(request)
      let answers = try found.contacts.map { contact in
        let detail = try store.contact(contact.id, pipeline: pipeline)
        return Answer(contact: contact, conflicts: detail.conflicts, reports: detail.reports)
      }
      switch list.format {
      case .json: try Output.json(answers)
      case .jsonl: try Output.jsonl(answers)
      case .csv: try Output.rows(answers.flatMap(rows), Self.fields, list)
      case .table:
        for answer in answers { try show(answer, list.wording) }
        if !answers.isEmpty { list.legend.tell(answers.map(\.contact), list.wording) }
      }
      try list.tell(
        answers.count, ofContacts: found.total, roughlyDated: found.roughlyDated, list.wording(.withConflicts))
    }
  }

  private func show(_ answer: Answer, _ wording: Wording) throws {
    try StandardOutput.print("\(wording.line(answer.contact))")
    for conflict in answer.conflicts {
      let values = conflict.sides.map { side in
        let value = wording.value(side.value, of: conflict.field, in: answer.contact.form)
        return "\(value) (\(Self.told(answer.tellers(side), wording)))"
      }
      let end = conflict.isSettled ? "  \(wording(.settled))" : ""
      try StandardOutput.print("  \(wording(.field(conflict.field))): \(values.joined(separator: " | "))\(end)")
    }
  }

  /// Who told it first and when, and how many others did.
  private static func told(_ reports: [ContactDetail.Report], _ wording: Wording) -> String {
    guard let first = reports.first else { return "" }
    let others = reports.count > 1 ? ["+\(reports.count - 1)"] : []
    return ([outlet(first), wording.day(first.published)] + others).joined(separator: wording.comma)
  }

  private static func outlet(_ report: ContactDetail.Report) -> String {
    report.outlet.flatMap { $0.isEmpty ? nil : $0 } ?? report.article
  }

  private func rows(_ answer: Answer) -> [Row] {
    answer.conflicts.flatMap { conflict in
      conflict.sides.map { Row(answer: answer, conflict: conflict, side: $0) }
    }
  }

  private static let fields: [Column<Row>] = [
    Column("contact") { $0.answer.contact.id }, Column("field") { $0.conflict.field },
    Column("value") { $0.side.value },
    Column("roots") { String($0.side.roots) }, Column("settled") { $0.conflict.isSettled ? "yes" : "no" },
    Column("outlets") { $0.answer.tellers($0.side).map(outlet).joined(separator: " | ") },
    Column("since") { $0.answer.tellers($0.side).first?.published },
  ]
}
