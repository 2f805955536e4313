import MahdarStore

/// Lists of contacts.
enum ContactTable {
  static func show(_ contacts: [ContactSummary], _ list: ListOptions) throws {
    try Output.list(contacts, list, table: columns, csv: fields)
    if list.format == .table, !contacts.isEmpty { list.legend.tell(contacts, others: [.roots]) }
  }

  /// What people look for: the signs stand for what programs have in columns of its own.
  private static let columns: [Column<ContactSummary>] = [
    id { $0.id }, Column("date") { $0.date.map(shortened) }, Column("form", rank: 2) { $0.form },
    Column("status") { $0.status }, Column("", rank: 1) { Legend.signs(of: $0) },
    Column("place", rank: 3, least: 10) { $0.place ?? $0.country },
    Column("articles", rank: 5) { String($0.articles) }, Column("roots", rank: 4) { String($0.roots) },
    Column("parties", least: 24) { $0.names },
  ]

  /// The beginning of an id is enough to name a contact by.
  static func id<Answer>(
    _ name: String = "id", _ value: @escaping @Sendable (Answer) -> String?
  ) -> Column<Answer> {
    Column(name, least: 9, isPrefix: true, value)
  }

  /// `2024-05-04/05` for days of one month, `2024-04-30/05-02` for days of one year.
  static func shortened(_ date: String) -> String {
    let ends = date.split(separator: "/")
    guard ends.count == 2, ends[0].utf8.count == 10, ends[1].utf8.count == 10 else { return date }
    for shared in [8, 5] where ends[0].prefix(shared) == ends[1].prefix(shared) {
      return "\(ends[0])/\(ends[1].dropFirst(shared))"
    }
    return date
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
