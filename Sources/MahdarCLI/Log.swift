import ArgumentParser
import Mahdar
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
      try Output.list(shown, list, table: columns(list.wording), csv: columns(nil))
      try list.tell(shown.count, of: decisions.count, "decision")
    }
  }

  /// - Parameter wording: nil for programs.
  private func columns(_ wording: Wording?) -> [Column<DecisionAnswer>] {
    let words = wording ?? Wording(.en)
    return [
      Column(words(.number)) { String($0.number) },
      Column(words(.at), least: 10, isPrefix: true, brief: { words.isArabic ? words.brief($0.at) : nil }) {
        words.moment($0.at)
      },
      Column(words(.decision)) { words(.decision($0.kind)) },
      Column(words(.subject), least: 17) { $0.subject }, Column(words(.object), rank: 1, least: 17) { $0.object },
      Column(words(.undoneBy)) { $0.undoneBy.map { String($0) } }, Column(words(.reason), least: 12) { $0.reason },
    ]
  }
}
