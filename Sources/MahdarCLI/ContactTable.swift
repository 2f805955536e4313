import Mahdar
import MahdarStore

/// Lists of contacts.
enum ContactTable {
  static func show(_ contacts: [ContactSummary], _ list: ListOptions, _ wording: Wording) throws {
    try Output.list(contacts, list, table: columns(wording), csv: fields)
    if list.format == .table, !contacts.isEmpty { list.legend.tell(contacts, others: [.roots], wording) }
  }

  /// What people look for: the signs stand for what programs have in columns of its own.
  private static func columns(_ wording: Wording) -> [Column<ContactSummary>] {
    [
      id(wording(.id)) { $0.id }, date(wording) { $0.date },
      Column(wording(.form), rank: 2) { wording.form($0.form) },
      Column(wording(.status)) { wording.status($0.status, of: $0.form) },
      Column("", rank: 1) { Legend.signs(of: $0) },
      Column(wording(.place), rank: 3, least: 10) { $0.place ?? $0.country.map(wording.side) },
      Column(wording(.articles), rank: 5) { String($0.articles) },
      Column(wording(.roots), rank: 4) { String($0.roots) },
      Column(wording(.parties), least: 24) { $0.names },
    ]
  }

  /// The beginning of an id is enough to name a contact by.
  static func id<Answer>(
    _ name: String, _ value: @escaping @Sendable (Answer) -> String?
  ) -> Column<Answer> {
    Column(name, least: 9, isPrefix: true, value)
  }

  /// Dates in words, and in figures where there is little room; always so in English.
  static func date<Answer>(
    _ wording: Wording, rank: Int = 0, _ value: @escaping @Sendable (Answer) -> String?
  ) -> Column<Answer> {
    Column(wording(.date), rank: rank, brief: { value($0).map(wording.brief) }) {
      value($0).map(wording.isArabic ? wording.when : wording.brief)
    }
  }

  private static let fields: [Column<ContactSummary>] = [
    Column("id") { $0.id }, Column("date") { $0.date }, Column("form") { $0.form }, Column("status") { $0.status },
    Column("confirmed") { $0.isConfirmed ? "yes" : "no" }, Column("channel") { $0.channel },
    Column("place") { $0.place },
    Column("country") { $0.country }, Column("articles") { String($0.articles) }, Column("roots") { String($0.roots) },
    Column("score") { $0.score.map { String($0) } }, Column("conflicts") { joined($0.conflicts) },
    Column("parties") { joined($0.parties.map(\.name)) }, Column("identities") { joined($0.parties.map(\.identity)) },
    Column("sides") { joined($0.parties.map { $0.side ?? "" }) },
    Column("offices") { joined($0.parties.map { $0.office ?? "" }) }, Column("topics") { joined($0.topics) },
    Column("outlets") { joined($0.outlets) }, Column("sources") { joined($0.sources) }, Column("part_of") { $0.partOf },
    Column("evidence") { joined([$0.evidence]) },
  ]

  /// Several values of one cell; parties, identities, sides and offices have theirs in one order. All is on one line, so that
  /// a contact is a line to tools that go by lines.
  private static func joined(_ values: [String]) -> String {
    values.map(TerminalText.cleaned).joined(separator: " | ")
  }
}
