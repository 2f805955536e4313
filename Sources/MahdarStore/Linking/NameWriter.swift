import GRDB
import Mahdar

/// Notes the names that articles use, so that questions find them and misspelt ones can be mended.
final class NameWriter {
  /// Names noted lately; the press repeats itself.
  private static let limit = 200_000

  private let insert: RowWriter
  private let terms: SearchTerms
  private var seen: Set<String> = []

  init(_ db: Database, terms: SearchTerms) throws {
    self.terms = terms
    insert = try RowWriter(
      "INSERT OR IGNORE INTO name (folded, identity, name, words, kind, side) VALUES (?, ?, ?, ?, ?, ?)", db)
  }

  func add(_ name: String, identity: String, kind: String, side: String?) throws {
    guard seen.insert(identity + "/" + name).inserted else { return }
    if seen.count > Self.limit { seen.removeAll(keepingCapacity: true) }
    let folded = Spelling.folded(name)
    guard !folded.isEmpty else { return }
    for field in [folded, identity, name, Self.words(of: name, terms), kind, side] { insert.bind(field) }
    try insert.insert()
  }

  /// Makes the terms of all names anew.
  static func refresh(_ db: Database, _ terms: SearchTerms) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT folded, identity, name FROM name")
    let update = try db.makeStatement(sql: "UPDATE name SET words = ? WHERE folded = ? AND identity = ?")
    for row in rows {
      let (folded, identity, name): (String, String, String) = (row[0], row[1], row[2])
      try update.execute(arguments: [words(of: name, terms), folded, identity])
    }
  }

  /// The terms of a name, each between spaces: ` سيرغي لافروف `.
  static func words(of name: String, _ terms: SearchTerms) -> String {
    " " + terms.terms(of: name).filter { !$0.isAlternative }.map { Spelling.text($0.letters) }.joined(separator: " ")
      + " "
  }
}
