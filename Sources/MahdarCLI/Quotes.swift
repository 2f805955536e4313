import ArgumentParser
import MahdarStore

struct Quotes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what was said, by whom and of what.",
    discussion: "Example: mahdar quotes --by زاخاروفا --about أوكرانيا")

  @Option(help: "Who said it.") var by: String?
  @Option(help: "Words that it must hold, as for 'mahdar search'.") var about: String?
  @Option(help: "Said in articles published between two days, months or years: FROM..TO.", transform: DateRange.parse)
  var between: DateRange?
  @Option(help: "Only direct or only indirect speech.") var kind: String?
  @Option(help: "The number of quotes to show.") var limit = 20
  @Option(help: "How to print: table, json or csv.") var format = TableFormat.table
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let quotes = try options.open().quotes(
        by: by, about: about, from: between?.from, to: between?.to, kind: kind, limit: max(1, limit))
      switch format {
      case .json: try Output.json(quotes)
      case .csv:
        try Output.csv(
          ["speaker", "kind", "text", "via", "article", "outlet", "published"],
          quotes.map { [$0.speaker, $0.kind, $0.text, $0.via, $0.article, $0.outlet, $0.published] })
      case .table: try QuoteTable.show(quotes)
      }
      if quotes.isEmpty {
        StandardError.print("mahdar: nothing found")
        throw ExitCode(1)
      }
    }
  }
}

/// Lists of quotes.
enum QuoteTable {
  static func show(_ quotes: [QuoteAnswer]) throws(OutputError) {
    for quote in quotes {
      let head = [quote.published.map { String($0.prefix(10)) }, quote.speaker, quote.via, quote.outlet, quote.article]
      try StandardOutput.print("\(head.compactMap { $0 }.joined(separator: "  "))")
      try StandardOutput.print(quote.kind == "direct" ? "  «\(quote.text)»" : "  \(quote.text)")
    }
  }
}
