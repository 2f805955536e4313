import MahdarStore

/// Lists of contacts.
enum ContactTable {
  static func show(_ contacts: [ContactSummary], _ list: ListOptions) throws {
    try Output.list(contacts, list, table: columns, csv: fields)
  }

  /// What people look for: the signs stand for what programs have in columns of its own.
  private static let columns: [Column<ContactSummary>] = [
    Column("id") { $0.id }, Column("date") { $0.date }, Column("form") { $0.form }, Column("status") { $0.status },
    Column("") { signs($0) }, Column("place") { $0.place ?? $0.country },
    Column("articles") { String($0.articles) }, Column("roots") { String($0.roots) }, Column("parties") { $0.names },
  ]

  static func signs(_ contact: ContactSummary) -> String {
    (contact.isConfirmed ? "✓" : "") + (contact.conflicts.isEmpty ? "" : "≠") + (contact.isDoubtful ? "?" : "")
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
