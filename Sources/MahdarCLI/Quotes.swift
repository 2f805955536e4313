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
  @Flag(help: "Show what several articles tell of one statement: who told it first, and who left out what.")
  var compare = false
  @Option(help: "The number of quotes to show.") var limit = 20
  @Option(help: "How to print: table, json or csv.") var format = TableFormat.table
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      if compare { return try compareVersions() }
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

extension Quotes {
  private func compareVersions() throws {
    let found = try options.open().comparedQuotes(
      by: by, about: about, from: between?.from, to: between?.to, kind: kind, limit: max(1, limit),
      pipeline: options.data.pipeline())
    switch format {
    case .json: try Output.json(found)
    case .csv:
      try Output.csv(
        ["statement", "speaker", "kind", "text", "left_out", "via", "article", "outlet", "published"],
        found.enumerated().flatMap { number, one in
          one.versions.map { version in
            let quote = version.quote
            return [
              String(number + 1), quote.speaker, quote.kind, quote.text, version.leftOut.joined(separator: " | "),
              quote.via, quote.article, quote.outlet, quote.published,
            ]
          }
        })
    case .table:
      for one in found {
        let fullest = one.versions[one.fullest].quote
        let outlets = Set(one.versions.map { $0.quote.outlet ?? $0.quote.article }).count
        try StandardOutput.print("\(fullest.speaker)  \(one.versions.count) versions, \(Show.count(outlets, "outlet"))")
        for version in one.versions {
          let quote = version.quote
          let head = [
            quote.published.map { String($0.prefix(10)) }, quote.outlet ?? quote.article,
            quote.speaker == fullest.speaker ? nil : "as \(quote.speaker)", quote.via.map { "via \($0)" },
          ]
          try StandardOutput.print("  \(head.compactMap { $0 }.joined(separator: "  "))")
          try StandardOutput.print(quote.kind == "direct" ? "    «\(quote.text)»" : "    \(quote.text)")
          if !version.leftOut.isEmpty {
            try StandardOutput.print("    leaves out: \(version.leftOut.joined(separator: " … "))")
          }
        }
      }
    }
    if found.isEmpty {
      StandardError.print("mahdar: no statement is told by several articles")
      throw ExitCode(1)
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
