import ArgumentParser
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
        table: [
          Column("at", least: 10, isPrefix: true) { $0.at }, Column("kind") { $0.kind },
          Column("before", rank: 2, least: 9) { $0.before }, Column("after", rank: 1, least: 9) { $0.after },
          ContactTable.id("contact") { $0.id },
          Column("date", rank: 4) { ($0.contact?.date).map(ContactTable.shortened) },
          Column("", rank: 3) { $0.contact.map(Legend.signs) ?? "" },
          Column("parties", least: 20) { $0.contact?.names },
        ],
        csv: [
          Column("at") { $0.at }, Column("kind") { $0.kind }, Column("before") { $0.before },
          Column("after") { $0.after }, Column("contact") { $0.id }, Column("date") { $0.contact?.date },
          Column("status") { $0.contact?.status }, Column("parties") { $0.contact?.names },
        ])
      try list.tell(found.changes.count, of: found.total, "changes since \(since)")
    }
  }
}
