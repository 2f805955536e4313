import ArgumentParser
import MahdarStore

struct Quotes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what was said, by whom and of what.",
    discussion: """
      Example: mahdar quotes --by زاخاروفا --about أوكرانيا

      Exit status: 0 something was found, 1 nothing was found, 2 nobody is called so.
      """)

  @Option(help: "Who said it.") var by: String?
  @Option(help: "Words that it must hold, as for 'mahdar search'.") var about: String?
  @OptionGroup(title: "Of which articles") var period: PeriodOptions
  @Option(help: "Only direct or only indirect speech.") var kind: String?
  @Option(help: "What stands first: newest or oldest.") var sort = QuoteRequest.Order.newest
  @Flag(help: "Show what several articles tell of one statement: who told it first, and who left out what.")
  var compare = false
  @OptionGroup(title: "The list") var list: ListOptions
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      var request = QuoteRequest()
      request.speaker = by
      request.about = about
      request.filter = period.articles
      request.kind = kind
      request.order = sort
      request.limit = list.count
      let store = try options.open()
      if compare {
        let found = try store.comparedQuotes(request, pipeline: options.data.pipeline())
        try QuoteTable.show(found, list)
        try list.tell(found.quotes.count, of: found.total, "statement", list.wording(.toldBySeveral))
      } else {
        let found = try store.quotes(request)
        try QuoteTable.show(found.quotes, list)
        try list.tell(found.quotes.count, of: found.total, counted: QuoteList.lookedThrough, "statement")
      }
    }
  }
}

extension QuoteRequest.Order: ExpressibleByArgument {}
