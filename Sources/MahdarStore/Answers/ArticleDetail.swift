import Foundation
import GRDB
import Mahdar

/// All that the store has of one article.
public struct ArticleDetail: Sendable, Encodable {
  public var id: String
  public var title: String?
  public var outlet: String?
  public var published: String?
  public var url: String?
  public var author: String?
  /// Where its fields were read: `published` in `json-ld`, `title` in `heading` ….
  public var origins: [String: String]
  /// Further addresses under which it was found.
  public var addresses: [String]
  public var added: String
  /// Where it was read.
  public var file: String?
  public var line: Int?
  /// The decision by which it was taken out; nil while it counts.
  public var removal: DecisionAnswer?
  /// How many other texts the store has had under the id.
  public var otherTexts: Int
  public var contacts: [ContactSummary]
  /// What it tells of them, in the order of the text.
  public var claims: [Told]
  public var statements: Int
  /// The articles with contacts of this one that have its text.
  public var copies: [String]
  public var text: String

  /// A contact as the article tells it.
  public struct Told: Sendable, Encodable {
    public var contact: String
    public var claim: RecordClaim
  }
}

extension Store {
  /// An article by its id, the beginning of its id, or its file.
  ///
  /// - Errors: `StoreError.request` when there is none, or several.
  public func article(_ id: String) throws -> ArticleDetail {
    try read { db in
      let key = try Self.articleKey(db, id)
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT * FROM article WHERE key = ? ORDER BY is_current DESC, id DESC LIMIT 1", arguments: [key])
      else { throw StoreError.request("there is no article '\(id)'") }
      let reading: Int? = row["is_current"] as Bool ? row["reading"] : nil
      let contacts = try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM contact WHERE id IN (
            SELECT contact FROM contact_claim JOIN claim ON claim.id = contact_claim.claim WHERE reading = ?)
          ORDER BY first_day DESC NULLS LAST, id
          """, arguments: [reading])
      return ArticleDetail(
        id: key, title: row["title"], outlet: row["outlet"], published: row["published"], url: row["url"],
        author: row["author"],
        origins: (row["origins"] as String?).flatMap {
          try? JSONDecoder().decode([String: String].self, from: Data($0.utf8))
        } ?? [:],
        addresses: try String.fetchAll(
          db, sql: "SELECT url FROM address WHERE key = ? AND url IS NOT ? ORDER BY id",
          arguments: [key, row["url"] as String?]),
        added: row["added"], file: row["file"], line: row["line"], removal: try Self.removal(db, key),
        otherTexts: try Int.fetchOne(db, sql: "SELECT count(*) - 1 FROM article WHERE key = ?", arguments: [key]) ?? 0,
        contacts: try contacts.map { try Self.summary(db, $0) }, claims: try Self.told(db, reading),
        statements: try Int.fetchOne(db, sql: "SELECT count(*) FROM statement WHERE reading = ?", arguments: [reading])
          ?? 0,
        copies: try Self.copies(db, of: key, contacts.map { $0["id"] }), text: row["text"])
    }
  }

  /// The id of the article that is meant, one that was taken out as well.
  static func articleKey(_ db: Database, _ id: String) throws -> String {
    if try Int.fetchOne(db, sql: "SELECT 1 FROM article WHERE key = ? LIMIT 1", arguments: [id]) != nil { return id }
    if let file = realpath(id, nil) {
      defer { free(file) }
      let key = try String.fetchOne(
        db, sql: "SELECT key FROM article WHERE file = ? AND line IS NULL ORDER BY id DESC LIMIT 1",
        arguments: [String(cString: file)])
      if let key { return key }
    }
    let begun = try String.fetchAll(
      db,
      sql: "SELECT key FROM current_article WHERE key >= ?1 AND substr(key, 1, length(?1)) = ?1 ORDER BY key LIMIT 4",
      arguments: [id])
    if begun.count == 1, !id.isEmpty { return begun[0] }
    let hint =
      begun.isEmpty || id.isEmpty ? "see 'mahdar articles'" : "did you mean \(begun.prefix(3).joined(separator: ", "))?"
    throw StoreError.request("there is no article '\(id)' (\(hint))")
  }

  /// The decision by which an article was taken out.
  static func removal(_ db: Database, _ key: String) throws -> DecisionAnswer? {
    let find = try db.cachedStatement(
      sql: "SELECT * FROM decision WHERE kind = 'remove' AND subject = ? AND undone_by IS NULL ORDER BY id DESC")
    return try Row.fetchOne(find, arguments: [key]).map(decision)
  }

  private static func told(_ db: Database, _ reading: Int?) throws -> [ArticleDetail.Told] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT claim.*, key, outlet, published, contact FROM claim JOIN contact_claim ON contact_claim.claim = claim.id
          JOIN current_article USING (reading) WHERE claim.reading = ? ORDER BY evidence_start, ordinal
        """, arguments: [reading]
    ).map { .init(contact: $0["contact"], claim: try StoredClaims.claim(db, $0)) }
  }

  private static func copies(_ db: Database, of key: String, _ contacts: [String]) throws -> [String] {
    let find = try db.cachedStatement(
      sql: """
        SELECT current_article.id, key, published FROM contact_claim JOIN claim ON claim.id = contact_claim.claim
          JOIN current_article USING (reading) WHERE contact = ?
        """)
    let origins = try contacts.flatMap { try Row.fetchAll(find, arguments: [$0]) }.map {
      ArticleOrigin(article: $0["id"], key: $0["key"], published: $0["published"])
    }
    let originals = try Copies(db).originals(of: origins)
    return originals.keys.filter { $0 != key && originals[$0] == originals[key] }.sorted()
  }
}
