import GRDB
import Mahdar

/// A name that begins as what was typed.
public struct Suggestion: Sendable, Encodable {
  public var name: String
  public var identity: String
  public var kind: String
  public var side: String?
  public var contacts: Int
}

extension Store {
  /// Names of the record that are written much like this one.
  public func names(near name: String) throws -> [String] {
    guard name.count <= 60 else { return [] }
    return try read { try Who.near(name, $0) }
  }

  /// The names of the record that have a word that begins so; the most told first.
  public func suggestions(_ typed: String, limit: Int = 8) throws -> [Suggestion] {
    let words = terms.terms(of: typed, .beginnings).filter { !$0.isAlternative }.map { Spelling.text($0.letters) }
    guard let last = words.last, words.count < 8, last.count > 1 else { return [] }
    return try read { db in
      let whole = words.dropLast().map { _ in "id IN (SELECT name FROM name_word WHERE word = ?)" }
      let condition = (whole + ["id IN (SELECT name FROM name_word WHERE word >= ? AND word < ? LIMIT 400)"])
        .joined(separator: " AND ")
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT name, identity, kind, side,
            (SELECT count(*) FROM (SELECT 1 FROM party WHERE party.identity = name.identity LIMIT 1000)) AS contacts
          FROM name WHERE \(condition) ORDER BY contacts DESC, length(name) DESC, name LIMIT 60
          """, arguments: StatementArguments(Array(words.dropLast()) + [last, last + "\u{10FFFF}"]))
      var seen: Set<String> = []
      return rows.filter { $0["contacts"] as Int > 0 && seen.insert($0["identity"]).inserted }.prefix(limit).map {
        Suggestion(
          name: $0["name"], identity: $0["identity"], kind: $0["kind"], side: $0["side"], contacts: $0["contacts"])
      }
    }
  }
}
