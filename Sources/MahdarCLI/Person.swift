import ArgumentParser
import MahdarStore

struct Person: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what the record has of a person, state or body.", discussion: "Example: mahdar person لافروف")

  @Argument(help: "A name, an id or a country's code.") var name: [String]
  @Option(help: "The number of contacts to show.") var limit = 20
  @Option(help: "How to print: text or json.") var format = AnswerFormat.text
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let answer = try options.open().person(name.joined(separator: " "), limit: max(1, limit))
      if format == .json { return try Output.json(answer) }
      for (title, values) in [
        ("Names", answer.names), ("Known as", answer.labels), ("Side", answer.sides), ("Offices", answer.offices),
      ]
      where !values.isEmpty {
        try StandardOutput.print("\(title.padding(to: 10))\(values.prefix(12).joined(separator: "، "))")
      }
      try StandardOutput.print("Named in  \(answer.articles) articles\n")
      try ContactTable.show(answer.contacts, .table)
      if !answer.quotes.isEmpty { try StandardOutput.print("") }
      try QuoteTable.show(answer.quotes)
    }
  }
}
