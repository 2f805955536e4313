import GRDB
import Mahdar

/// All that the record has of one person, body or state.
public struct Dossier: Sendable, Encodable {
  /// So many contacts are counted for months and partners, and so many mentions for names and offices: the latest.
  public static let limit = 2000

  /// An office or a name as articles tell it, from the first to the last of them.
  public struct Told: Sendable, Encodable {
    public var words: String
    public var first: String?
    public var last: String?
    public var articles: Int
  }

  public struct Month: Sendable, Encodable {
    /// `YYYY-MM`.
    public var month: String
    public var statuses: [String: Int]

    public init(month: String, statuses: [String: Int]) { (self.month, self.statuses) = (month, statuses) }
  }

  public struct Partner: Sendable, Encodable {
    public var party: ContactParty
    public var contacts: Int
    public var statuses: StatusCounts
    /// The status that weighs most of these.
    public var status = ContactStatus.held.rawValue
  }

  public var identity: String
  /// The name that most articles use.
  public var name: String
  public var kind: String
  public var label: String?
  public var side: String?
  /// In how many of the articles that were looked at they are named, and from when to when.
  public var articles: Int
  public var firstDay: String?
  public var lastDay: String?
  public var offices: [Told]
  public var names: [Told]
  public var months: [Month]
  public var partners: [Partner]
  public var contacts: [ContactSummary]
  public var total: Int
  public var quotes: [QuoteAnswer]
}

extension Store {
  /// The dossier of whoever has an identity, a code of a side, or a name.
  ///
  /// - Errors: `StoreError.request` when nobody has it, `StoreError.several` where it is several people's.
  public func dossier(_ name: String, _ request: ContactRequest = .init()) throws -> Dossier {
    try read { db in
      let who = try Namesakes.one(of: Who(name, db, terms), called: name, db, terms)
      let all = [who] + (try Self.who(request, db, terms))
      let list = try Self.contactList(db, request, all, terms)
      let filter = try Self.filter(db, request, all, terms)
      let party = try Self.party(db, who)
      let told = try Self.told(db, who)
      return Dossier(
        identity: party?.identity ?? who.sides.first ?? name, name: party?.name ?? who.names.first ?? name,
        kind: who.sides.isEmpty ? party?.kind ?? "person" : "state", label: party?.label,
        side: who.sides.first ?? party?.side, articles: told.articles, firstDay: told.first, lastDay: told.last,
        offices: told.offices, names: told.names, months: try Self.months(db, filter),
        partners: try Self.partners(db, filter, who), contacts: list.contacts, total: list.total,
        quotes: who.sides.isEmpty ? try Self.quotes(db, terms, who, limit: 8).quotes : [])
    }
  }

  /// How many contacts there are of each month; of the latest only where there are many.
  public func months(_ request: ContactRequest) throws -> [Dossier.Month] {
    try read { try Self.months($0, try Self.filter($0, request, try Self.who(request, $0, terms), terms)) }
  }

  /// The latest contacts of a filter, to be counted.
  private static func latest(_ filter: ContactFilter) -> String {
    "(SELECT * FROM contact WHERE \(filter.condition) ORDER BY first_day DESC NULLS LAST, id LIMIT \(Dossier.limit))"
  }

  /// How they are told most often.
  private static func party(_ db: Database, _ who: Who) throws -> ContactParty? {
    guard who.sides.isEmpty, !who.identities.isEmpty else { return nil }
    let marks = who.identities.map { _ in "?" }.joined(separator: ", ")
    return try Row.fetchOne(
      db,
      sql: """
        SELECT identity, name, kind, max(side) AS side, max(office) AS office, max(label) AS label
        FROM (SELECT * FROM party WHERE identity IN (\(marks)) LIMIT \(Dossier.limit))
        GROUP BY name ORDER BY identity LIKE 'local:%', count(*) DESC, length(name) DESC LIMIT 1
        """, arguments: StatementArguments(who.identities)
    ).map {
      ContactParty(
        identity: $0["identity"], name: $0["name"], kind: $0["kind"], side: $0["side"], office: $0["office"],
        label: $0["label"])
    }
  }

  private static func told(_ db: Database, _ who: Who) throws -> (
    articles: Int, first: String?, last: String?, offices: [Dossier.Told], names: [Dossier.Told]
  ) {
    guard who.sides.isEmpty, !who.names.isEmpty else { return (0, nil, nil, [], []) }
    let isThem = who.condition(named: "person.name", known: "person.known")
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT person.name, office, article.id, substr(published, 1, 10) AS day
        FROM person JOIN article ON article.reading = person.reading AND is_current = 1
        WHERE \(isThem.sql) LIMIT \(Dossier.limit)
        """, arguments: isThem.arguments)
    var names: [String: Dossier.Told] = [:]
    var offices: [String: Dossier.Told] = [:]
    func add(_ words: String, _ day: String?, to told: inout [String: Dossier.Told]) {
      let key = Spelling.folded(words)
      var one = told[key] ?? .init(words: words, articles: 0)
      one.articles += 1
      one.first = [one.first, day].compactMap(\.self).min()
      one.last = [one.last, day].compactMap(\.self).max()
      told[key] = one
    }
    for row in rows {
      add(row["name"], row["day"], to: &names)
      if let office = row["office"] as String? { add(office, row["day"], to: &offices) }
    }
    func ordered(_ told: [String: Dossier.Told]) -> [Dossier.Told] {
      Array(told.values.sorted { ($1.articles, $0.words) < ($0.articles, $1.words) }.prefix(12))
    }
    let days = rows.compactMap { $0["day"] as String? }
    return (
      Set(rows.map { $0["id"] as Int }).count, days.min(), days.max(),
      ordered(offices).sorted { ($0.first ?? "~", $0.words) < ($1.first ?? "~", $1.words) }, ordered(names)
    )
  }

  private static func months(_ db: Database, _ filter: ContactFilter) throws -> [Dossier.Month] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT substr(first_day, 1, 7) AS month, status, count(*) AS count FROM \(latest(filter))
        WHERE length(date) > 6 AND first_day IS NOT NULL GROUP BY 1, 2 ORDER BY 1
        """, arguments: filter.arguments)
    var months: [Dossier.Month] = []
    for row in rows {
      if months.last?.month != row["month"] { months.append(.init(month: row["month"], statuses: [:])) }
      months[months.count - 1].statuses[row["status"]] = row["count"]
    }
    return months
  }

  private static func partners(_ db: Database, _ filter: ContactFilter, _ who: Who) throws -> [Dossier.Partner] {
    let isOther =
      who.sides.isEmpty
      ? "identity NOT IN (\(who.identities.map { _ in "?" }.joined(separator: ", ")))"
      : "coalesce(side, '') NOT IN (\(who.sides.map { _ in "?" }.joined(separator: ", ")))"
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT identity, name, party.kind, side, office, label, status, count(*) AS count
        FROM \(latest(filter)) AS contact JOIN party ON party.contact = contact.id WHERE \(isOther)
        GROUP BY identity, status
        """, arguments: filter.arguments + StatementArguments(who.sides.isEmpty ? who.identities : who.sides))
    var partners: [String: Dossier.Partner] = [:]
    for row in rows {
      let identity: String = row["identity"]
      let party = ContactParty(
        identity: identity, name: row["name"], kind: row["kind"], side: row["side"], office: row["office"],
        label: row["label"])
      partners[identity, default: .init(party: party, contacts: 0, statuses: [:])].statuses[row["status"]] =
        row["count"]
      partners[identity]?.contacts += row["count"]
    }
    let most = partners.values.sorted { ($1.contacts, $0.party.identity) < ($0.contacts, $1.party.identity) }.prefix(8)
    return most.map { partner in
      var partner = partner
      partner.status = partner.statuses.weightiest
      return partner
    }
  }
}
