import ArgumentParser
import MahdarStore

struct Changes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what changed in the record since a day.", discussion: "Example: mahdar changes --since 2025-10-01")

  @Option(help: "The day from which on: YYYY-MM-DD, a month or a year.") var since: String
  @Option(help: "The number of changes to show.") var limit = 1000
  @Option(help: "How to print: table, json or csv.") var format = TableFormat.table
  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard DateRange.isDate(since) else { throw ValidationError("--since '\(since)' is no day, such as 2025-10-01") }
  }

  func run() throws {
    try StoreOptions.run {
      let changes = try options.open().changes(since: since, limit: max(1, limit))
      let head = ["at", "kind", "before", "after", "contact", "date", "parties"]
      let rows = changes.map { [$0.at, $0.kind, $0.before, $0.after, $0.id, $0.contact?.date, $0.contact?.names] }
      switch format {
      case .json: try Output.json(changes)
      case .csv: try Output.csv(head, rows)
      case .table: if !rows.isEmpty { try Output.table(head, rows) }
      }
      if changes.isEmpty {
        StandardError.print("mahdar: nothing changed since \(since)")
        throw ExitCode(1)
      }
    }
  }
}
