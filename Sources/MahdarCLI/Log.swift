import ArgumentParser
import MahdarStore

struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what people decided, the last first.", discussion: "Example: mahdar log --format csv")

  @Option(help: "How to print: table, json or csv.") var format = TableFormat.table
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let decisions = try options.open().decisions()
      let head = ["number", "at", "kind", "subject", "object", "undone by", "reason"]
      let rows = decisions.map {
        [String($0.number), $0.at, $0.kind, $0.subject, $0.object, $0.undoneBy.map { String($0) }, $0.reason]
      }
      switch format {
      case .json: try Output.json(decisions)
      case .csv: try Output.csv(head, rows)
      case .table: if !rows.isEmpty { try Output.table(head, rows) }
      }
      if decisions.isEmpty {
        StandardError.print("mahdar: nothing was decided yet")
        throw ExitCode(1)
      }
    }
  }
}
