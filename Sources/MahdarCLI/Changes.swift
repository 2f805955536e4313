import ArgumentParser
import Mahdar
import MahdarStore

struct Changes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what changed in the record since a day.",
    discussion: """
      Example: mahdar changes --since 2025-10-01

      Exit status: 0 something changed, 1 nothing did, 2 the store or a name could not be used.
      """)

  @Option(help: "The day from which on: YYYY-MM-DD, a month or a year.") var since: String
  @OptionGroup(title: "Of which contacts, as they are now") var contacts: ContactOptions
  @OptionGroup(title: "The list") var list: ListOptions
  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard DateRange.isDate(since) else { throw ValidationError("--since '\(since)' is no day, such as 2025-10-01") }
  }

  func run() throws {
    try StoreOptions.run {
      let found = try options.open().changes(since: since, contacts.request(list))
      try Output.list(
        found.changes, list,
        table: columns(list.wording),
        csv: [
          Column("at") { $0.at }, Column("kind") { $0.kind }, Column("before") { $0.before },
          Column("after") { $0.after }, Column("contact") { $0.id }, Column("date") { $0.contact?.date },
          Column("status") { $0.contact?.status }, Column("parties") { $0.contact?.names },
        ])
      try list.tell(found.changes.count, of: found.total, "change", list.wording.since(since))
    }
  }

  private func columns(_ wording: Wording) -> [Column<ChangeAnswer>] {
    // What was and what is: a status or a date in words, a number or an id as it is.
    @Sendable func value(_ value: String?, _ change: ChangeAnswer) -> String? {
      ["status", "new"].contains(change.kind)
        ? value.map { wording.status($0, of: change.contact?.form ?? "") }
        : change.kind == "date" ? value.map(wording.isArabic ? wording.when : wording.brief) : value
    }
    return [
      Column(wording(.at), least: 10, isPrefix: true, brief: { wording.isArabic ? wording.brief($0.at) : nil }) {
        wording.moment($0.at)
      },
      Column(wording(.kind)) { wording(.change($0.kind)) },
      Column(wording(.before), rank: 2, least: 9) { value($0.before, $0) },
      Column(wording(.after), rank: 1, least: 9) { value($0.after, $0) },
      ContactTable.id(wording(.contact)) { $0.id },
      ContactTable.date(wording, rank: 4) { $0.contact?.date },
      Column("", rank: 3) { $0.contact.map(Legend.signs) ?? "" },
      Column(wording(.parties), least: 20) { $0.contact?.names },
    ]
  }
}
