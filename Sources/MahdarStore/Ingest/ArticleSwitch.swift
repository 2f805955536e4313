import GRDB
import Mahdar

/// Puts another text of an article in the place of the one that counts, or none: with its words, its names and its claims.
struct ArticleSwitch {
  let db: Database
  let linker: Linker
  let names: NameWriter

  /// Makes a row of the article the one that counts.
  ///
  /// - Parameter row: nil to take the article out.
  func callAsFunction(_ key: String, to row: Int?) throws {
    let present = try Int.fetchOne(db, sql: "SELECT id FROM article WHERE key = ? AND is_current = 1", arguments: [key])
    guard present != row else { return }
    if let present { try takeOut(present) }
    if let row { try putIn(row) }
    try linker.link()
    // Only when contacts are made anew is it clear which names they still have.
    if let present { try dropNames(of: present) }
  }

  /// The row of an article's last text.
  func lastRow(_ key: String) throws -> Int? {
    try Int.fetchOne(db, sql: "SELECT max(id) FROM article WHERE key = ?", arguments: [key])
  }

  private func takeOut(_ row: Int) throws {
    try linker.remove(claimsOf: row)
    try db.execute(
      sql: "INSERT INTO words (words, rowid, title, text) SELECT 'delete', id, title, text FROM article WHERE id = ?",
      arguments: [row])
    try db.execute(sql: "UPDATE article SET is_current = 0 WHERE id = ?", arguments: [row])
  }

  private func putIn(_ row: Int) throws {
    try db.execute(sql: "UPDATE article SET is_current = 1 WHERE id = ?", arguments: [row])
    try db.execute(
      sql: "INSERT INTO words (rowid, title, text) SELECT id, title, text FROM article WHERE id = ?", arguments: [row])
    let claims = try Int.fetchAll(
      db, sql: "SELECT claim.id FROM claim JOIN article USING (reading) WHERE article.id = ?", arguments: [row])
    linker.touch(claims)
    for name in try Row.fetchAll(db, sql: Self.namesOfArticle, arguments: [row]) {
      let text: String = name["name"]
      try names.add(text, identity: name["known"] ?? ArticleWriter.local(text), kind: name["kind"], side: name["side"])
    }
  }

  private static let namesOfArticle = """
    SELECT person.name, known, 'person' AS kind, side FROM person JOIN article USING (reading) WHERE article.id = ?1
    UNION SELECT speaker, known, CASE speaker_kind WHEN 'person' THEN 'person' ELSE 'speaker' END, NULL
    FROM statement JOIN article USING (reading) WHERE article.id = ?1
    """

  /// Forgets names that no article uses any more, so that asking for them finds nobody.
  private func dropNames(of row: Int) throws {
    let unused = try Int.fetchAll(
      db,
      sql: """
        SELECT name.id FROM name
        WHERE name.name IN (
            SELECT name FROM (\(Self.namesOfArticle))
            UNION SELECT participant.name FROM participant JOIN claim ON claim.id = participant.claim
              JOIN article USING (reading) WHERE article.id = ?1)
          AND NOT EXISTS (SELECT 1 FROM person JOIN current_article USING (reading) WHERE person.name = name.name)
          AND NOT EXISTS (SELECT 1 FROM statement JOIN current_article USING (reading) WHERE speaker = name.name)
          AND NOT EXISTS (SELECT 1 FROM party WHERE party.identity = name.identity)
        """, arguments: [row])
    for id in unused {
      try db.execute(sql: "DELETE FROM name_word WHERE name = ?", arguments: [id])
      try db.execute(sql: "DELETE FROM name WHERE id = ?", arguments: [id])
    }
  }
}
