import ArgumentParser
import MahdarStore

struct SQL: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql", abstract: "Ask the store in SQL; it is only read.",
    discussion: """
      The index of words is the table 'words'; passage(title, text, start, end) gives the words of a span, fold(text) a \
      text in the spelling that names are compared in. The tables: docs/store.md.

      Example: mahdar sql "select status, count(*) from contact group by status"
      """)

  @Argument(help: "One query.") var query: String
  @Option(help: "How to print: table, json or csv.") var format = TableFormat.table
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let answer = try options.open().query(query)
      switch format {
      case .json: try Output.json(answer.rows.map { row in Dictionary(zip(answer.columns, row)) { first, _ in first } })
      case .csv: Output.csv(answer.columns, answer.rows)
      case .table: Output.table(answer.columns, answer.rows)
      }
      if answer.rows.isEmpty { throw ExitCode(1) }
    }
  }
}
