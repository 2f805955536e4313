import GRDB
import Mahdar

/// Whom a name in a question stands for: people and bodies by identity, a state by its side.
struct Who: Sendable {
  var identities: [String] = []
  var sides: [String] = []
  /// The names that articles use for them.
  var names: [String] = []
  /// Whether it stands for anybody who holds an office.
  var offices = false

  init() {}

  private static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }

  /// The condition that a contact (alias `contact`) has them among its parties, with its arguments.
  var condition: (sql: String, arguments: StatementArguments) {
    var parts: [String] = []
    if !identities.isEmpty { parts.append("identity IN (\(Self.marks(identities.count)))") }
    if !sides.isEmpty { parts.append("side IN (\(Self.marks(sides.count)))") }
    if offices { parts.append("office IS NOT NULL") }
    return (
      "contact.id IN (SELECT contact FROM party WHERE \(parts.joined(separator: " OR ")))",
      StatementArguments(identities + sides)
    )
  }

  /// The condition that a row of a table with `known` is about them, by the column that holds the name.
  func condition(named column: String, known: String) -> (sql: String, arguments: StatementArguments) {
    let ids = identities.filter { !$0.contains(":") }
    return (
      "\(column) IN (\(Self.marks(names.count))) AND (\(known) IS NULL OR \(known) IN (\(Self.marks(ids.count))))",
      StatementArguments(names + ids)
    )
  }

  /// - Errors: `StoreError.request` with the nearest names when nobody is called so.
  init(_ name: String, _ db: Database, _ terms: SearchTerms) throws {
    guard let found = try Self.find(name, db, terms) else {
      let near = try Self.near(name, db)
      let hint = near.isEmpty ? "" : " (did you mean \(near.joined(separator: ", "))?)"
      throw StoreError.request("the record knows nobody called '\(name)'\(hint)")
    }
    self = found
  }

  private init(_ rows: [Row]) {
    for row in rows {
      let kind: String = row["kind"]
      let name: String = row["name"]
      if !names.contains(name) { names.append(name) }
      let identity: String = row["identity"]
      if kind == "state", let side = row["side"] as String? {
        if !sides.contains(side) { sides.append(side) }
      } else if !identities.contains(identity) {
        identities.append(identity)
      }
    }
  }

  /// Whom the record knows by this name: by alias, by the whole name, by side, else by words of the name.
  static func find(_ name: String, _ db: Database, _ terms: SearchTerms) throws -> Who? {
    try AskingLimit.name.check(name)
    let folded = Spelling.folded(name)
    guard !folded.isEmpty else { return nil }
    let alias = try String.fetchOne(
      db,
      sql: "SELECT object FROM decision WHERE kind = 'alias' AND subject = ? AND undone_by IS NULL ORDER BY id DESC",
      arguments: [folded])
    if let alias {
      var who = Who(try Row.fetchAll(db, sql: "SELECT * FROM name WHERE identity = ?", arguments: [alias]))
      if who.identities.isEmpty { who.identities = [alias] }
      return who
    }
    for side in [name, terms.lexicon.country(name)].compactMap({ $0 }) {
      if try Int.fetchOne(db, sql: "SELECT 1 FROM party WHERE side = ? LIMIT 1", arguments: [side]) != nil {
        var who = Who([])
        who.sides = [side]
        return who
      }
    }
    let words = NameWriter.words(of: name, terms)
    guard !words.isEmpty else { return nil }
    let condition = words.map { _ in "id IN (SELECT name FROM name_word WHERE word = ?)" }.joined(separator: " AND ")
    let named = try Row.fetchAll(
      db, sql: "SELECT * FROM name WHERE \(condition) ORDER BY identity, folded LIMIT 2000",
      arguments: StatementArguments(words))
    let whole =
      try Row.fetchAll(db, sql: "SELECT * FROM name WHERE folded = ? OR identity = ?", arguments: [folded, name])
      + named.filter { NameWriter.words(of: $0["name"], terms) == words }
    if whole.contains(where: { $0["kind"] as String == "state" }) { return Who(whole) }
    // «أنصار الله», “USA”, «موسكو»
    if whole.isEmpty, let side = terms.lexicon.sides.side(name),
      try Int.fetchOne(db, sql: "SELECT 1 FROM party WHERE side = ? LIMIT 1", arguments: [side]) != nil
    {
      var who = Who()
      who.sides = [side]
      return who
    }
    let partial = named.filter { $0["kind"] as String != "state" }.prefix(500)
    let rows = whole + partial
    if !rows.isEmpty { return Who(rows) }
    // “Sergei Lavrov”, «جوتيريش»
    var finder = NameFinder(db, terms)
    let sounding = try finder.people(called: name)
    guard !sounding.isEmpty else { return nil }
    var who = Who()
    who.identities = sounding.filter { $0.kind != "state" }.map(\.identity)
    who.sides = sounding.filter { $0.kind == "state" }.compactMap(\.side)
    who.names = sounding.flatMap(\.names)
    return who
  }

  /// Up to three names that are written much like this one.
  static func near(_ name: String, _ db: Database) throws -> [String] {
    let wanted = Array(Spelling.folded(name))
    guard let first = wanted.first else { return [] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT name.name, name.folded, count(*) AS uses FROM name JOIN party ON party.identity = name.identity
        WHERE name.folded LIKE ? OR name.folded LIKE ? GROUP BY name.folded LIMIT 5000
        """, arguments: ["\(first)%", "% \(first)%"])
    var best: [(distance: Int, uses: Int, name: String)] = []
    for row in rows {
      let folded: String = row["folded"]
      let distance =
        ([folded[...]] + folded.split(separator: " ")).map { EditDistance.of(wanted, Array($0)) }.min() ?? .max
      if distance <= max(2, wanted.count / 3) { best.append((distance, row["uses"], row["name"])) }
    }
    best.sort { ($0.distance, -$0.uses, $0.name) < ($1.distance, -$1.uses, $1.name) }
    return best.prefix(3).map(\.name)
  }
}
