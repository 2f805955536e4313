import GRDB
import Mahdar

/// Notes the names that articles use, so that questions find them and misspelt ones can be mended.
final class NameWriter {
  private let db: Database
  private let insert, insertWord: RowWriter
  private let terms: SearchTerms
  /// Names noted lately; the press repeats itself.
  private var seen = Recent<String, Bool>(limit: 100_000)

  init(_ db: Database, terms: SearchTerms) throws {
    self.db = db
    self.terms = terms
    insert = try RowWriter("INSERT OR IGNORE INTO name (folded, identity, name, kind, side) VALUES (?, ?, ?, ?, ?)", db)
    insertWord = try RowWriter("INSERT OR IGNORE INTO name_word (word, name) VALUES (?, ?)", db)
  }

  func add(_ name: String, identity: String, kind: String, side: String?) throws {
    let key = identity + "/" + name
    guard seen[key] == nil else { return }
    seen[key] = true
    let folded = Spelling.folded(name)
    guard !folded.isEmpty else { return }
    for field in [folded, identity, name, kind, side] { insert.bind(field) }
    try insert.insert()
    if db.changesCount > 0 { try addWords(of: name, Int(db.lastInsertedRowID)) }
  }

  private func addWords(of name: String, _ id: Int) throws {
    for word in Self.words(of: name, terms) {
      insertWord.bind(word)
      insertWord.bind(id)
      try insertWord.insert()
    }
  }

  /// Makes the terms of all names anew.
  static func refresh(_ db: Database, _ terms: SearchTerms) throws {
    try db.execute(sql: "DELETE FROM name_word")
    let writer = try NameWriter(db, terms: terms)
    let rows = try Row.fetchCursor(db, sql: "SELECT id, name FROM name")
    while let row = try rows.next() { try writer.addWords(of: row["name"], row["id"]) }
  }

  /// Whether names came from a store that had no terms of them.
  static func lacksWords(_ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM name) AND NOT EXISTS (SELECT 1 FROM name_word)") ?? false
  }

  /// The terms of a name's words, in their order.
  static func words(of name: String, _ terms: SearchTerms) -> [String] {
    terms.terms(of: name).filter { !$0.isAlternative }.map { Spelling.text($0.letters) }
  }
}
