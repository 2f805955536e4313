import ArgumentParser
import Mahdar
import MahdarStore

struct Feeds: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the feeds that are followed, and how each is; those that fail stand first.",
    discussion: """
      Example: mahdar feeds --format csv

      Exit status: 0 there are some, 1 none was ever followed, 2 the store could not be used.
      """)

  @OptionGroup(title: "The list") var list: ListOptions
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let feeds = try options.open().feeds()
      let shown = Array(feeds.prefix(list.count ?? .max))
      try Output.list(shown, list, table: columns(list.wording), csv: csv)
      try list.tell(shown.count, of: feeds.count, "feed")
    }
  }

  private var csv: [Column<FeedHealth>] {
    [
      Column("address") { $0.address }, Column("moved to") { $0.movedTo }, Column("title") { $0.title },
      Column("state") { $0.state }, Column("failures") { String($0.failures) },
      Column("last success") { $0.succeeded }, Column("last failure") { $0.failed }, Column("problem") { $0.problem },
      Column("items") { String($0.items) }, Column("added") { String($0.added) },
      Column("waiting") { String($0.waiting) }, Column("known") { String($0.known) },
      Column("unread") { String($0.unread) }, Column("next") { $0.next },
    ]
  }

  private func columns(_ words: Wording) -> [Column<FeedHealth>] {
    [
      Column(words(.feed), least: 12) { $0.title ?? $0.address },
      Column(words(.state)) { words(.feedState($0.state)) }, Column(words(.items), rank: 2) { String($0.items) },
      Column(words(.addedItems)) { String($0.added) },
      Column(words(.succeeded), rank: 1, least: 10, isPrefix: true) { $0.succeeded.map(words.moment) },
      Column(words(.failed), rank: 3, least: 10, isPrefix: true) { $0.failed.map(words.moment) },
      Column(words(.next), rank: 4, least: 10, isPrefix: true) { $0.next.map(words.moment) },
      Column(words(.problem), rank: 1, least: 16) { $0.state == "well" ? nil : $0.problem },
      Column(words(.address), rank: 5, least: 16) { $0.movedTo ?? $0.address },
    ]
  }
}
