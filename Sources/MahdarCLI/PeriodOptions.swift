import ArgumentParser
import MahdarStore

/// Of what days and outlets: for every command that asks for contacts, statements or articles.
struct PeriodOptions: ParsableArguments {
  @Option(
    help: "Between two days, months or years: FROM..TO; either may be left out.", transform: DateRange.parse)
  var between: DateRange?
  @Option(help: "Told by this outlet: words of its name.") var outlet: String?

  /// The articles asked for.
  var articles: ArticleFilter {
    var filter = ArticleFilter()
    filter.outlet = outlet
    filter.from = between?.from
    filter.to = between?.to
    return filter
  }
}
