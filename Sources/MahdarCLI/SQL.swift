import ArgumentParser
import MahdarStore

struct SQL: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql", abstract: "Ask the store in SQL; it is only read.",
    discussion: """
      The index of words is the table 'words'; passage(title, text, start, end) gives the words of a span, fold(text) a \
      text in the spelling that names are compared in. The tables: docs/store.md.

      Example: mahdar sql "select status, count(*) from contact group by status"

      Exit status: 0 there are rows, 1 there are none, 2 the query is wrong or was ended.
      """)

  @Argument(help: "One query.") var query: String
  @Option(help: "How to print: table, json, jsonl or csv.") var format = TableFormat.table
  @Option(help: "The seconds after which a query is ended.") var timeout = 30.0
  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard timeout > 0 else { throw ValidationError("--timeout must be more than 0") }
  }

  func run() throws {
    try StoreOptions.run {
      var printer: RowPrinter?
      try options.open().query(query, seconds: timeout) { columns in
        printer = RowPrinter(columns, format)
      } row: { row in
        try printer?.print(row.map(Cell.init))
      }
      try printer?.finish()
      if printer?.count ?? 0 == 0 { throw ExitCode(1) }
    }
  }
}

extension Cell {
  init(_ value: QueryValue) {
    switch value {
    case .integer: self.init(text: value.text, isNumber: true)
    case .real(let number): self.init(text: value.text, isNumber: number.isFinite)
    default: self.init(text: value.text)
    }
  }
}
