import GRDB
import Mahdar

/// What people decided and did not undo, as linking needs it.
struct Decisions {
  private(set) var pairs: Set<RecordMerger.Decision> = []
  /// By the digest of a claim those that people said to be one with it.
  private(set) var same: [String: [String]] = [:]
  /// By the digest of a claim those that people keep apart from it.
  private(set) var apart: [String: Set<String>] = [:]
  /// The digests of claims that must be compared with all others: of those kept apart the fewer are enough.
  private(set) var named: Set<String> = []
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
        let (some, others) = (Self.digests(subject), Self.digests(object))
        let isSame = row["kind"] == "merge"
        for one in some {
          for other in others where one != other { pairs.insert(.init(one, other, isSame: isSame)) }
        }
        if isSame || some.count <= others.count { named.formUnion(some) }
        if isSame || some.count > others.count { named.formUnion(others) }
      case "reject": rejected.formUnion(Self.digests(subject))
      case "alias": aliases[subject] = object
      default: break
      }
    }
    // A later «they are one» speaks against an earlier «they are not» by being undone, not by standing beside it.
    pairs = pairs.filter { !$0.isSame || !pairs.contains(.init($0.a, $0.b, isSame: false)) }
    for pair in pairs {
      if pair.isSame {
        same[pair.a, default: []].append(pair.b)
        same[pair.b, default: []].append(pair.a)
      } else {
        apart[pair.a, default: []].insert(pair.b)
        apart[pair.b, default: []].insert(pair.a)
      }
    }
  }

  static func digests(_ list: String) -> [String] { list.split(separator: ",").map(String.init) }

  /// The claims of the record with a digest.
  static func claims(_ db: Database, digest: String) throws -> [Int] {
    try Int.fetchAll(
      db.cachedStatement(
        sql: "SELECT claim.id FROM claim JOIN current_article USING (reading) WHERE digest = ?"), arguments: [digest])
  }
}
