import GRDB
import Mahdar

/// What a person decides about the record. It stands apart from what is read, and holds when articles are read anew.
public enum HumanDecision: Sendable {
  /// A name stands for the one whom another name or an id stands for.
  case alias(name: String, of: String)
  /// Contacts are one.
  case merge([String])
  /// Reports, by article or claim, are not of this contact.
  case split(contact: String, reports: [String])
  /// A contact, or one claim, is none.
  case reject(String)
  case confirm(String)
  case note(contact: String)
  /// An article counts no more, and does not come back when it is added again.
  case remove(article: String)
  /// An article has another text now; `earlier` is the row of the text that it had.
  case replace(article: String, earlier: Int)
}

/// A decision as the log shows it.
public struct DecisionAnswer: Sendable, Encodable {
  public var number: Int
  public var at: String
  public var kind: String
  public var subject: String
  public var object: String?
  public var reason: String?
  public var undoneBy: Int?
}

/// What a decision came to.
public struct Decided: Sendable, Encodable {
  /// Its number in the log.
  public var decision: Int
  /// The contacts, as they are now, that it speaks of.
  public var contacts: [String]
}

extension Store {
  /// Writes a decision down and makes the contacts that it touches anew.
  ///
  /// - Errors: `StoreError.request` when it speaks of nothing in the record.
  public func decide(
    _ decision: HumanDecision, reason: String?, now: String,
    pipeline: Pipeline
  ) throws -> Decided {
    try refreshLinks(pipeline, now: now)
    return try write { db in
      let (kind, subject, object) = try row(of: decision, db)
      if kind == "note", reason == nil { throw StoreError.request("a note needs its text") }
      try db.execute(
        sql: "INSERT INTO decision (at, kind, subject, object, reason) VALUES (?, ?, ?, ?, ?)",
        arguments: [now, kind, subject, object, reason])
      let number = Int(db.lastInsertedRowID)
      try relink(db, kind, subject, object, now, pipeline)
      return Decided(
        decision: number,
        contacts: Self.articleKinds.contains(kind) || kind == "alias" ? [] : try Self.contacts(db, subject, object))
    }
  }

  /// Undoes a decision, the last one that stands when no number is given; returns the one undone.
  public func undo(
    _ number: Int?, reason: String?, now: String, pipeline: Pipeline
  ) throws -> DecisionAnswer {
    try refreshLinks(pipeline, now: now)
    return try write { db in
      let found = try Row.fetchOne(
        db,
        sql: """
          SELECT * FROM decision WHERE kind <> 'undo' AND undone_by IS NULL AND (? IS NULL OR id = ?) ORDER BY id DESC
          """, arguments: [number, number])
      guard let found else {
        throw StoreError.request(
          number.map { "there is no decision \($0) that stands (see 'mahdar log')" } ?? "there is nothing to undo")
      }
      let answer = Self.decision(found)
      try db.execute(
        sql: "INSERT INTO decision (at, kind, subject, reason) VALUES (?, 'undo', ?, ?)",
        arguments: [now, String(answer.number), reason])
      try db.execute(
        sql: "UPDATE decision SET undone_by = ? WHERE id = ?", arguments: [db.lastInsertedRowID, answer.number])
      try relink(db, answer.kind, answer.subject, answer.object, now, pipeline)
      return answer
    }
  }

  /// All decisions, the last first.
  public func decisions() throws -> [DecisionAnswer] {
    try read { try Row.fetchAll($0, sql: "SELECT * FROM decision ORDER BY id DESC").map(Self.decision) }
  }

  static func decision(_ row: Row) -> DecisionAnswer {
    DecisionAnswer(
      number: row["id"], at: row["at"], kind: row["kind"], subject: row["subject"], object: row["object"],
      reason: row["reason"], undoneBy: row["undone_by"])
  }

  private func row(of decision: HumanDecision, _ db: Database) throws -> (
    kind: String, subject: String, object: String?
  ) {
    switch decision {
    case .alias(let name, let other):
      let who = try Who(other, db, terms)
      guard who.sides.isEmpty, who.identities.count == 1 else {
        throw StoreError.request("'\(other)' stands for several or for a state: give one person's full name or id")
      }
      return ("alias", Spelling.folded(name), who.identities[0])
    case .merge(let contacts):
      guard contacts.count > 1 else { throw StoreError.request("give two contacts or more to merge") }
      var ids: [String] = []
      for id in try contacts.map({ try Self.resolve(db, $0) }) where !ids.contains(id) { ids.append(id) }
      guard ids.count > 1 else { throw StoreError.request("these are one contact already: \(ids[0])") }
      let digests = try ids.map { try Self.digests(db, $0) }
      // All of their claims are bound: of two alone, the others could still be kept apart.
      let others = Array(digests.dropFirst().joined())
      return ("merge", digests[0].joined(separator: ","), others.joined(separator: ","))
    case .split(let contact, let reports):
      let all = try Self.claims(db, try Self.resolve(db, contact))
      let parted = all.filter { claim in
        reports.contains { $0 == claim.digest || $0 == "c" + claim.digest || $0 == claim.article }
      }
      guard !parted.isEmpty else {
        throw StoreError.request("no such report in this contact (see 'mahdar show \(contact)')")
      }
      let rest = all.filter { claim in !parted.contains { $0.digest == claim.digest } }
      guard !rest.isEmpty else { throw StoreError.request("nothing would be left of this contact") }
      return ("split", parted.map(\.digest).joined(separator: ","), rest.map(\.digest).joined(separator: ","))
    case .reject(let id):
      return ("reject", try Self.digests(db, try Self.resolve(db, id)).joined(separator: ","), nil)
    case .confirm(let id): return ("confirm", try Self.first(db, id), nil)
    case .note(let id): return ("note", try Self.first(db, id), nil)
    case .remove(let article):
      let key = try Self.articleKey(db, article)
      if let removal = try Self.removal(db, key) {
        throw StoreError.request("'\(key)' was taken out already, by decision \(removal.number)")
      }
      return ("remove", key, nil)
    case .replace(let article, let earlier): return ("replace", article, String(earlier))
    }
  }

  /// The decisions whose subject is an article.
  private static let articleKinds = ["remove", "replace"]

  /// The decision that put another text in the place of a row of an article, if it stands.
  private static func replacement(_ db: Database, _ key: String, _ row: String?) throws -> Int? {
    try Int.fetchOne(
      db,
      sql: "SELECT id FROM decision WHERE kind = 'replace' AND subject = ? AND object = ? AND undone_by IS NULL",
      arguments: [key, row])
  }

  /// The contacts of the claims that a decision names.
  private static func contacts(_ db: Database, _ subject: String, _ object: String?) throws -> [String] {
    let claims = try (Decisions.digests(subject) + Decisions.digests(object ?? "")).flatMap {
      try Decisions.claims(db, digest: $0)
    }
    let find = try db.cachedStatement(sql: "SELECT contact FROM contact_claim WHERE claim = ?")
    var contacts: [String] = []
    for contact in try claims.compactMap({ try String.fetchOne(find, arguments: [$0]) })
    where !contacts.contains(contact) {
      contacts.append(contact)
    }
    return contacts
  }

  private static func first(_ db: Database, _ id: String) throws -> String {
    let contact = try resolve(db, id)
    guard let first = try digests(db, contact).first else { throw StoreError.request("there is no contact '\(id)'") }
    return first
  }

  private static func digests(_ db: Database, _ contact: String) throws -> [String] {
    try claims(db, contact).map(\.digest)
  }

  private static func claims(_ db: Database, _ contact: String) throws -> [(digest: String, article: String)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT digest, key FROM contact_claim JOIN claim ON claim.id = contact_claim.claim
          JOIN current_article USING (reading)
        WHERE contact = ? ORDER BY digest
        """, arguments: [contact]
    ).map { (digest: $0["digest"], article: $0["key"]) }
  }

  /// Makes the contacts anew that a decision touches.
  private func relink(
    _ db: Database, _ kind: String, _ subject: String, _ object: String?, _ now: String,
    _ pipeline: Pipeline
  ) throws {
    let names = try NameWriter(db, terms: terms)
    let linker = try Linker(db, names: names, pipeline: pipeline, now: now)
    let put = ArticleSwitch(db: db, linker: linker, names: names)
    switch kind {
    case "remove":
      try put(subject, to: try Self.removal(db, subject) == nil ? put.lastRow(subject) : nil)
      return
    case "replace":
      let isUndone = try Self.replacement(db, subject, object) == nil
      if isUndone, try Self.removal(db, subject) == nil { try put(subject, to: object.flatMap(Int.init)) }
      return
    case "merge", "split", "reject":
      let digests = Decisions.digests(subject) + Decisions.digests(object ?? "")
      let claims = try digests.flatMap { try Decisions.claims(db, digest: $0) }
      try linker.drop(decidedLinksOf: claims)
      linker.touch(claims)
    case "alias":
      let claims = try Int.fetchAll(
        db,
        sql: """
          SELECT DISTINCT participant.claim FROM participant JOIN claim ON claim.id = participant.claim
            JOIN current_article USING (reading) WHERE fold(participant.name) = ?
          """, arguments: [subject])
      try linker.rebuild(claims)
    default: return
    }
    try linker.link()
  }
}
