import ArgumentParser
import MahdarStore

struct Pair: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the contacts of two people or sides with each other.",
    discussion: "Example: mahdar pair روسيا 'الولايات المتحدة'")

  @Argument(help: "A name, an id or a country's code.") var one: String
  @Argument(help: "The other.") var other: String
  @Option(help: "How to print: table, json or csv.") var format = TableFormat.table
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let answer = try options.open().pair(one, other)
      if format == .json { return try Output.json(answer) }
      try ContactTable.show(answer.contacts, format)
      if format == .table {
        for (title, counts) in [("by status", answer.byStatus), ("by form", answer.byForm), ("by year", answer.byYear)]
        {
          let told = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
          try StandardOutput.print("\(title): \(told.joined(separator: ", "))")
        }
      }
      if answer.contacts.isEmpty { throw ExitCode(1) }
    }
  }
}
