import ArgumentParser
import MahdarStore

struct Conflicts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show where reports of one contact disagree, field by field.",
    discussion: "Example: mahdar conflicts --with لافروف")

  @Option(help: "Somebody or a state that takes part.") var with: [String] = []
  @Option(help: "Between two days, months or years: FROM..TO.", transform: DateRange.parse) var between: DateRange?
  @Option(help: "How to print: text or json.") var format = AnswerFormat.text
  @OptionGroup var options: StoreOptions

  private struct Answer: Encodable {
    var contact: ContactSummary
    var conflicts: [ContactDetail.Conflict]
    var reports: [ContactDetail.Report]
  }

  func run() throws {
    try StoreOptions.run {
      let store = try options.open()
      let pipeline = try options.data.pipeline()
      var request = ContactRequest()
      request.with = with
      request.from = between?.from
      request.to = between?.to
      request.isConflicting = true
      let answers = try store.contacts(request).map { contact in
        let detail = try store.contact(contact.id, pipeline: pipeline)
        return Answer(contact: contact, conflicts: detail.conflicts, reports: detail.reports)
      }
      if format == .json { try Output.json(answers) } else { try answers.forEach(show) }
      if answers.isEmpty {
        StandardError.print("mahdar: no conflicts found")
        throw ExitCode(1)
      }
    }
  }

  private func show(_ answer: Answer) throws {
    let contact = answer.contact
    try StandardOutput.print("\(contact.id)  \(contact.date ?? "undated")  \(contact.form)  \(contact.names)")
    for conflict in answer.conflicts {
      for value in conflict.sides {
        let support = Show.count(value.roots, "root") + (conflict.isSettled ? ", settled" : "")
        try StandardOutput.print("  \(conflict.field.padding(to: 12))\(value.value)  (\(support))")
        for number in value.reports {
          let report = answer.reports[number - 1]
          let day = report.published.map { String($0.prefix(10)) } ?? "undated"
          try StandardOutput.print("    \(report.outlet ?? report.article), \(day): «\(report.evidence)»")
        }
      }
    }
  }
}
