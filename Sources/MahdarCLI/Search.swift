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

      Exit status: 0 articles were found, 1 none were, 2 the query was not understood.
      """)

  // Words that must not be there begin like options.
  @Argument(parsing: .allUnrecognized, help: "What to search for.") var query: [String]
  @Flag(help: "Find only the very words.") var exact = false
  @OptionGroup(title: "Of which articles") var period: PeriodOptions
  @OptionGroup(title: "The list") var list: ListOptions
  @OptionGroup var options: StoreOptions

  func validate() throws {
    if let option = query.first(where: { $0.hasPrefix("--") }) { throw ValidationError("Unknown option '\(option)'") }
  }

  func run() throws {
    try StoreOptions.run {
      var request = SearchRequest(query.map(Self.item).joined(separator: " "))
      request.isExact = exact
      request.filter = period.articles
      request.limit = list.count ?? .max
      let answer = try options.open().search(request)
      switch list.format {
      case .json: try Output.json(answer)
      case .jsonl: try Output.jsonl(answer.hits)
      case .csv: try Output.rows(answer.hits, Self.fields, list)
      case .table: try show(answer)
      }
      try list.tell(answer.hits.count, of: answer.total, counted: SearchAnswer.rankLimit, "article")
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
      let head = [hit.published.map(list.wording.day), hit.outlet, hit.id]
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
  }

  private static let fields: [Column<SearchAnswer.Hit>] = [
    Column("id") { $0.id }, Column("published") { $0.published }, Column("outlet") { $0.outlet },
    Column("title") { $0.title }, Column("snippet") { $0.snippet.text },
  ]
}
