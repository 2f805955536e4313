import ArgumentParser
import Foundation
import MahdarStore

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Search the articles of the store for words, in any of their forms.",
    discussion: """
      Words are found with clitics, endings, plurals and other spellings: الأميركي finds والأمريكية, لقاء finds لقاءات. \
      "وزير الخارجية" is a phrase, أوكر* a beginning, -سوريا a word that must not be there, OR stands between two choices.

      Examples:
        mahdar search 'لقاء الأميركي' --between 2019-01..2021-12
        mahdar search لقاء -سوريا
      """)

  // Words that must not be there begin like options.
  @Argument(parsing: .allUnrecognized, help: "What to search for.") var query: [String]
  @Flag(help: "Find only the very words.") var exact = false
  @Option(help: "Only articles of this outlet.") var outlet: String?
  @Option(
    help: "Only articles published between two days, months or years: FROM..TO; either may be left out.",
    transform: DateRange.parse)
  var between: DateRange?
  @Option(help: "The number of articles to show.") var limit = 20
  @Option(help: "How to print: table, json or csv.") var format = TableFormat.table
  @OptionGroup var options: StoreOptions

  func validate() throws {
    if let option = query.first(where: { $0.hasPrefix("--") }) { throw ValidationError("Unknown option '\(option)'") }
  }

  func run() throws {
    try StoreOptions.run {
      var request = SearchRequest(query.map(Self.item).joined(separator: " "))
      request.isExact = exact
      request.filter.outlet = outlet
      request.filter.from = between?.from
      request.filter.to = between?.to
      request.limit = max(1, limit)
      let answer = try options.open().search(request)
      switch format {
      case .json: try Output.json(answer)
      case .csv:
        try Output.csv(
          ["id", "published", "outlet", "title", "snippet"],
          answer.hits.map { [$0.id, $0.published, $0.outlet, $0.title, $0.snippet.text] })
      case .table: try show(answer)
      }
      if answer.hits.isEmpty { throw ExitCode(1) }
    }
  }

  /// An argument as the query has it: several words that must not be there are a phrase, for the shell has taken its marks.
  private static func item(_ argument: String) -> String {
    guard argument.hasPrefix("-"), !argument.contains("\""), argument.contains(where: \.isWhitespace) else {
      return argument
    }
    return "-\"" + argument.dropFirst() + "\""
  }

  private func show(_ answer: SearchAnswer) throws {
    for hit in answer.hits {
      let head = [hit.published.map { String($0.prefix(10)) }, hit.outlet, hit.id]
      try StandardOutput.print("\(head.compactMap { $0 }.joined(separator: "  "))")
      var line: TerminalText = "  "
      for piece in hit.snippet.pieces() {
        if !piece.isHit {
          line += "\(piece.text)"
        } else {
          line += StandardOutput.isTerminal ? "\u{1B}[1;33m\(piece.text)\u{1B}[0m" : "[\(piece.text)]"
        }
      }
      try StandardOutput.print(line)
    }
    let total = answer.total.map(String.init) ?? "more than \(SearchAnswer.rankLimit)"
    StandardError.print("mahdar: \(total) found, \(answer.hits.count) shown")
  }
}
