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
  /// The latest first.
  public var contacts: [ContactSummary]
  public var quotes: [QuoteAnswer]
}

/// What the record has of two sides or people together.
public struct PairAnswer: Sendable, Encodable {
  public var byStatus: [String: Int]
  public var byForm: [String: Int]
  public var byYear: [String: Int]
  public var contacts: [ContactSummary]
}

extension Store {
  public func person(_ name: String, limit: Int = 20) throws -> PersonAnswer {
    try read { db in
      let who = try Who(name, db, terms)
      var request = ContactRequest()
      request.isLatestFirst = true
      request.limit = limit
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
      return PersonAnswer(
        names: who.names.sorted(), labels: try distinct("label"),
        sides: who.sides.isEmpty ? try distinct("side") : who.sides,
        offices: try distinct("office"), articles: articles ?? 0, contacts: try Self.contacts(db, request, [who]),
        quotes: try Self.quotes(db, who, limit: 5))
    }
  }

  public func pair(_ one: String, _ other: String) throws -> PairAnswer {
    try read { db in
      let contacts = try Self.contacts(db, ContactRequest(), [try Who(one, db, terms), try Who(other, db, terms)])
      func counts(_ value: (ContactSummary) -> String) -> [String: Int] {
        contacts.reduce(into: [:]) { $0[value($1), default: 0] += 1 }
      }
      return PairAnswer(
        byStatus: counts(\.status), byForm: counts(\.form),
        byYear: counts { $0.date.map { String($0.prefix(4)) } ?? "undated" },
        contacts: contacts)
    }
  }
}
