import GRDB
import Mahdar

/// What the record has of a person, state or body.
public struct PersonAnswer: Sendable, Encodable {
  public var names: [String]
  public var labels: [String]
  public var sides: [String]
  public var offices: [String]
  /// In how many articles they are named.
  public var articles: Int
  public var contacts: [ContactSummary]
  /// Of the contacts asked for, shown or not.
  public var total: Int
  public var roughlyDated: Int
  public var quotes: [QuoteAnswer]
}

/// What the record has of two sides or people together.
public struct PairAnswer: Sendable, Encodable {
  public var byStatus: [String: Int]
  public var byForm: [String: Int]
  public var byYear: [String: Int]
  public var contacts: [ContactSummary]
  public var total: Int
  public var roughlyDated: Int
}

extension Store {
  /// - Parameter request: which of their contacts are asked for.
  /// - Errors: `StoreError.request` when nobody is called so, `StoreError.several` when several people are.
  public func person(_ name: String, _ request: ContactRequest = .init()) throws -> PersonAnswer {
    try read { db in
      let who = try Namesakes.one(of: try Who(name, db, terms), called: name, db, terms)
      func distinct(_ column: String) throws -> [String] {
        guard !who.identities.isEmpty else { return [] }
        let marks = who.identities.map { _ in "?" }.joined(separator: ", ")
        return try String.fetchAll(
          db,
          sql: """
            SELECT \(column) FROM party WHERE identity IN (\(marks)) AND \(column) IS NOT NULL
            GROUP BY \(column) ORDER BY count(*) DESC, \(column) LIMIT 8
            """, arguments: StatementArguments(who.identities))
      }
      let isThem = who.condition(named: "person.name", known: "person.known")
      let articles = try Int.fetchOne(
        db,
        sql: """
          SELECT count(DISTINCT current_article.id) FROM person JOIN current_article USING (reading) WHERE \(isThem.sql)
          """, arguments: isThem.arguments)
      let list = try Self.contactList(db, request, [who] + Self.who(request, db, terms), terms)
      return PersonAnswer(
        names: who.names.sorted(), labels: try distinct("label"),
        sides: who.sides.isEmpty ? try distinct("side") : who.sides,
        offices: try distinct("office"), articles: articles ?? 0, contacts: list.contacts, total: list.total,
        roughlyDated: list.roughlyDated, quotes: try Self.quotes(db, terms, who, limit: 5).quotes)
    }
  }

  public func pair(_ one: String, _ other: String, _ request: ContactRequest = .init()) throws -> PairAnswer {
    try read { db in
      let who = try [Who(one, db, terms), Who(other, db, terms)] + Self.who(request, db, terms)
      let list = try Self.contactList(db, request, who, terms)
      let filter = try Self.filter(db, request, who, terms)
      func counts(_ value: String) throws -> [String: Int] {
        let rows = try Row.fetchAll(
          db, sql: "SELECT \(value) AS value, count(*) AS count FROM contact WHERE \(filter.condition) GROUP BY 1",
          arguments: filter.arguments)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["value"], $0["count"]) })
      }
      return PairAnswer(
        byStatus: try counts("status"), byForm: try counts("form"),
        byYear: try counts("coalesce(substr(date, 1, 4), 'undated')"), contacts: list.contacts, total: list.total,
        roughlyDated: list.roughlyDated)
    }
  }
}
