import GRDB
import Mahdar

/// The people and bodies that one name may stand for, told apart: a page can only be one's.
struct Namesakes {
  private struct Bearer {
    var kind: String
    var identities: [String]
    /// Every name with its words.
    var names: [(name: String, words: Set<String>)]
    var side: String?
    var office: String?
    var contacts: Int

    var name: String { names.map(\.name).max { ($0.utf8.count, $1) < ($1.utf8.count, $0) } ?? "" }

    /// Whether a name of one is a part of a name of the other, and no side is against it.
    func mayBe(_ other: Bearer) -> Bool {
      guard kind == other.kind, side == nil || other.side == nil || side == other.side else { return false }
      return names.contains { one in
        other.names.contains { one.words.isSubset(of: $0.words) || $0.words.isSubset(of: one.words) }
      }
    }
  }

  /// Those of `who` who are one; a state is left as it is.
  ///
  /// - Errors: `StoreError.several` where the name is several people's.
  static func one(of who: Who, called name: String, _ db: Database, _ terms: SearchTerms) throws -> Who {
    guard who.sides.isEmpty, who.identities.count > 1 else { return who }
    let all = try bearers(who, db, terms)
    let words = NameWriter.words(of: name, terms)
    // A full name is its bearer's, though others' names hold it; one word is a full name of bodies alone.
    let full = all.filter { one in
      one.identities.contains(name)
        || (words.count > 1 || one.kind != "person") && one.names.contains { $0.words == Set(words) }
    }
    let meant = full.count == 1 ? full : all
    guard meant.count < 2 else {
      throw StoreError.several(
        name: name,
        bearers: meant.sorted { ($1.contacts, $0.name) < ($0.contacts, $1.name) }.map { one in
          let about = [one.side, one.office, one.identities[0]].compactMap { $0 }.joined(separator: " · ")
          return "\(one.name)  \(about)  (\(one.contacts))"
        })
    }
    guard let bearer = meant.first else { return who }
    var one = who
    one.identities = bearer.identities
    one.names = bearer.names.map(\.name)
    return one
  }

  /// Whom the identities stand for; one that the gazetteer does not know counts as whom its name and side leave it open to be.
  private static func bearers(_ who: Who, _ db: Database, _ terms: SearchTerms) throws -> [Bearer] {
    let names = try db.cachedStatement(sql: "SELECT name FROM name WHERE identity = ? ORDER BY name")
    let parties = try db.cachedStatement(
      sql: "SELECT count(*) AS contacts, kind, max(side) AS side, max(office) AS office FROM party WHERE identity = ?")
    let all = try who.identities.compactMap { identity -> Bearer? in
      let known = try String.fetchAll(names, arguments: [identity])
      guard !known.isEmpty, let row = try Row.fetchOne(parties, arguments: [identity]), row["contacts"] as Int > 0
      else {
        return nil
      }
      return Bearer(
        kind: row["kind"], identities: [identity], names: known.map { ($0, Set(NameWriter.words(of: $0, terms))) },
        side: row["side"], office: row["office"], contacts: row["contacts"])
    }
    // The known ones first, and those told often before others, who may be they.
    let isLocal = { (one: Bearer) in one.identities[0].hasPrefix("local:") ? 1 : 0 }
    let ordered = all.sorted { (isLocal($0), -$0.contacts, $0.name) < (isLocal($1), -$1.contacts, $1.name) }
    var bearers: [Bearer] = []
    for one in ordered {
      guard isLocal(one) == 1, let place = bearers.firstIndex(where: one.mayBe) else {
        bearers.append(one)
        continue
      }
      bearers[place].identities += one.identities
      bearers[place].names += one.names
      bearers[place].contacts += one.contacts
    }
    return bearers
  }
}
