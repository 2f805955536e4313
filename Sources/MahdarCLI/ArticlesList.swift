import ArgumentParser
import MahdarStore

struct ArticlesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the articles of the store, the newest first, those without a day last.",
    discussion: """
      Example: mahdar articles --outlet Okaz --between 2019-01..2019-03

      Exit status: 0 there are some, 1 there are none, 2 the store could not be used.
      """)

  @Option(help: "Only articles of this outlet.") var outlet: String?
  @Option(
    help: "Only articles published between two days, months or years: FROM..TO; either may be left out.",
    transform: DateRange.parse)
  var between: DateRange?
  @Flag(help: "Only articles without a day of publication.") var undated = false
  @Flag(help: "Only articles of one text under several ids, the first of each text before its copies.") var copies =
    false
  @Option(help: "The number of articles to show.") var limit = 50
  @Option(help: "How to print: table, json or csv.") var format = TableFormat.table
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      var filter = ArticleFilter()
      filter.outlet = outlet
      filter.from = between?.from
      filter.to = between?.to
      filter.isUndated = undated
      let list = try options.open().articles(filter, copies: copies, limit: max(1, limit))
      switch format {
      case .json: try Output.json(list)
      case .csv:
        try Output.csv(
          ["id", "published", "outlet", "title", "contacts", "copy of", "url", "added"],
          list.articles.map {
            [$0.id, $0.published, $0.outlet, $0.title, String($0.contacts), $0.copyOf, $0.url, $0.added]
          })
      case .table: try show(list)
      }
      if list.articles.isEmpty { throw ExitCode(1) }
    }
  }

  private func show(_ list: ArticleList) throws {
    if !list.articles.isEmpty {
      let rows = list.articles.map {
        [$0.published.map { String($0.prefix(10)) }, $0.outlet, String($0.contacts), $0.id]
          + (copies ? [$0.copyOf] : []) + [$0.title]
      }
      try Output.table(["published", "outlet", "contacts", "id"] + (copies ? ["copy of"] : []) + ["title"], rows)
    }
    StandardError.print("mahdar: \(list.total) articles, \(list.articles.count) shown")
  }
}
