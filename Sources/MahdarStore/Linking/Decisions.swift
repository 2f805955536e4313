import GRDB
import Mahdar

/// What people decided and did not undo, as linking needs it.
struct Decisions {
  private(set) var pairs: Set<RecordMerger.Decision> = []
  /// The digests of claims that people took out of the record.
  private(set) var rejected: Set<String> = []
  /// Folded names and the identity that each stands for.
  private(set) var aliases: [String: String] = [:]

  init(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db, sql: "SELECT kind, subject, object FROM decision WHERE undone_by IS NULL AND kind <> 'undo' ORDER BY id")
    for row in rows {
      let subject: String = row["subject"]
      let object: String = row["object"] ?? ""
      switch row["kind"] as String {
      case "merge", "split":
        for one in Self.digests(subject) {
          for other in Self.digests(object) where one != other {
            pairs.insert(.init(one, other, isSame: row["kind"] == "merge"))
          }
        }
      case "reject": rejected.formUnion(Self.digests(subject))
      case "alias": aliases[subject] = object
      default: break
      }
    }
    // A later «they are one» speaks against an earlier «they are not» by being undone, not by standing beside it.
    pairs = pairs.filter { !$0.isSame || !pairs.contains(.init($0.a, $0.b, isSame: false)) }
  }

  static func digests(_ list: String) -> [String] { list.split(separator: ",").map(String.init) }

  /// The claims of the record with a digest.
  static func claims(_ db: Database, digest: String) throws -> [Int] {
    try Int.fetchAll(
      db.cachedStatement(
        sql: "SELECT claim.id FROM claim JOIN current_article USING (reading) WHERE digest = ?"), arguments: [digest])
  }
}
