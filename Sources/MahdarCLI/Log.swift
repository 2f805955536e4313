import ArgumentParser
import MahdarStore

struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what people decided, the last first.",
    discussion: """
      Example: mahdar log --format csv

      Exit status: 0 there are decisions, 1 nothing was decided yet, 2 the store could not be used.
      """)

  @OptionGroup(title: "The list") var list: ListOptions
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let decisions = try options.open().decisions()
      let shown = Array(decisions.prefix(list.count ?? .max))
      try Output.list(
        shown, list,
        table: [
          Column("number") { String($0.number) }, Column("at", least: 10, isPrefix: true) { $0.at },
          Column("kind") { $0.kind },
          Column("subject", least: 17) { $0.subject }, Column("object", rank: 1, least: 17) { $0.object },
          Column("undone by") { $0.undoneBy.map { String($0) } }, Column("reason", least: 12) { $0.reason },
        ])
      try list.tell(shown.count, of: decisions.count, "decisions")
    }
  }
}
