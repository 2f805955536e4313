import ArgumentParser
import Mahdar
import MahdarStore

struct ArticlesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the articles of the store, the newest first, those without a day last.",
    discussion: """
      Example: mahdar articles --outlet Okaz --between 2019-01..2019-03

      Exit status: 0 there are some, 1 there are none, 2 the store could not be used.
      """)

  @Flag(help: "Only articles without a day of publication.") var undated = false
  @Flag(help: "Only articles of one text under several ids, the first of each text before its copies.") var copies =
    false
  @OptionGroup(title: "Of which articles") var period: PeriodOptions
  @OptionGroup(title: "The list") var list: ListOptions
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      var filter = period.articles
      filter.isUndated = undated
      let found = try options.open().articles(filter, copies: copies, limit: list.count ?? .max)
      try Output.list(
        found.articles, list,
        table: columns(list.wording),
        csv: [
          Column("id") { $0.id }, Column("published") { $0.published }, Column("outlet") { $0.outlet },
          Column("title") { $0.title }, Column("contacts") { String($0.contacts) }, Column("copy of") { $0.copyOf },
          Column("url") { $0.url }, Column("added") { $0.added },
        ])
      try list.tell(found.articles.count, of: found.total, "article")
    }
  }

  private func columns(_ wording: Wording) -> [Column<ArticleSummary>] {
    let published = Column<ArticleSummary>(
      wording(.published), least: wording.isArabic ? nil : 10, isPrefix: true,
      brief: { $0.published.map { wording.isArabic ? wording.brief($0) : $0 } }
    ) { $0.published.map { wording.isArabic ? wording.day($0) : $0 } }
    return [
      published, Column(wording(.outlet), rank: 1) { $0.outlet }, Column(wording(.contacts)) { String($0.contacts) },
      Column(wording(.id), least: 8) { $0.id },
    ] + (copies ? [Column(wording(.copyOf)) { $0.copyOf }] : [])
      + [Column(wording(.title), rank: 1, least: 12) { $0.title }]
  }
}
