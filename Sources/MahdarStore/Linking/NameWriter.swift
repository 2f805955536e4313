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

  /// The terms of a name, each between spaces: ` سيرغي لافروف `.
  static func words(of name: String, _ terms: SearchTerms) -> String {
    " " + terms.terms(of: name).filter { !$0.isAlternative }.map { Spelling.text($0.letters) }.joined(separator: " ")
      + " "
  }
}
