import GRDB
import Mahdar

/// Writes the contacts that groups of claims make, and notes what changed.
final class ContactWriter {
  private struct Before {
    var status: String
    var date: String?
    var articles: Int
  }

  private let db: Database
  private let now: String
  private let names: NameWriter
  private let copies: Copies
  private let pipeline: Pipeline
  private let addContact, addClaim, removeClaim, addParty, findContact, findClaims: RowWriter

  init(_ db: Database, names: NameWriter, pipeline: Pipeline, now: String) throws {
    self.db = db
    self.pipeline = pipeline
    self.names = names
    copies = Copies(db)
    self.now = now
    addContact = try RowWriter(
      """
      INSERT INTO contact (id, form, status, channel, date, first_day, last_day, place, place_country, claims, articles,
        roots, support, conflicts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET form = excluded.form, status = excluded.status, channel = excluded.channel,
        date = excluded.date, first_day = excluded.first_day, last_day = excluded.last_day, place = excluded.place,
        place_country = excluded.place_country, claims = excluded.claims, articles = excluded.articles,
        roots = excluded.roots, support = excluded.support, conflicts = excluded.conflicts
      """, db)
    addClaim = try RowWriter("INSERT OR REPLACE INTO contact_claim (claim, contact) VALUES (?, ?)", db)
    removeClaim = try RowWriter("DELETE FROM contact_claim WHERE claim = ?", db)
    findContact = try RowWriter("SELECT contact FROM contact_claim WHERE claim = ?", db)
    findClaims = try RowWriter("SELECT claim FROM contact_claim WHERE contact = ?", db)
    addParty = try RowWriter(
      """
      INSERT INTO party (contact, ordinal, identity, name, kind, side, office, label) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, db)
  }

  /// How often two texts were compared.
  var comparisons: Int { copies.comparisons }

  /// Replaces the contacts of `component` by those of `all`, which hold its claims or some of them; returns the ids of those
  /// that its claims were of, which may have others left.
  ///
  /// - Parameter parts: the groups that are parts of others, by their places.
  func write(_ all: [[Int]], parts: [Int: Int], of component: [Int], _ claims: StoredClaims) throws -> Set<String> {
    var contactOf = try contacts(of: component)
    let groups = try change(all, &contactOf)
    let contacts = try groups.map { try row($0, claims) }
    var before: [String: Before] = [:]
    // A contact may be left of an article's earlier reading, under the id that it will have again.
    for id in Set(contactOf.values).union(contacts.map(\.id)) {
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT status, date, articles FROM contact WHERE id = ?"), arguments: [id])
      if let row { before[id] = Before(status: row["status"], date: row["date"], articles: row["articles"]) }
    }
    for (group, contact) in zip(groups, contacts) {
      try write(contact, group, contactOf)
      let earlier = Set(group.compactMap { contactOf[$0] })
      // One that is called by another of its claims now is told against what it was.
      if let old = before[contact.id] ?? earlier.sorted().lazy.compactMap({ before[$0] }).first {
        try note(contact, old)
      } else if earlier.isEmpty {
        try note("new", contact.id, nil, contact.status)
      }
      for id in earlier.subtracting([contact.id]).sorted() { try note("merged", id, id, contact.id) }
    }
    for claim in Set(contactOf.keys).subtracting(groups.joined()) {
      removeClaim.bind(claim)
      try removeClaim.insert()
    }
    // What is left of them is no contact any more.
    for id in Set(before.keys).subtracting(contacts.map(\.id)) where try isEmpty(id) { try remove(id) }
    let ids = try all.map { try id(of: $0, claims) }
    for (place, id) in ids.enumerated() {
      let whole = parts[place].map { ids[$0] }
      try db.cachedStatement(sql: "UPDATE contact SET part_of = ?1 WHERE id = ?2 AND part_of IS NOT ?1")
        .execute(arguments: [whole, id])
    }
    if all.isEmpty { for id in before.keys.sorted() { try note("gone", id, nil, nil) } }
    return Set(before.keys)
  }

  /// The id of the contact of a group.
  private func id(of group: [Int], _ claims: StoredClaims) throws -> String {
    let first = try group.compactMap { try claims.features($0) }.min { $0.number < $1.number }
    return Record.id(of: first?.id ?? "")
  }

  func claims(of contact: String) throws -> [Int] {
    var claims: [Int] = []
    findClaims.bind(contact)
    try findClaims.forEach { claims.append($0.int(0)) }
    return claims
  }

  /// The contacts that claims are of now.
  private func contacts(of all: [Int]) throws -> [Int: String] {
    var contactOf: [Int: String] = [:]
    for claim in all where contactOf[claim] == nil {
      findContact.bind(claim)
      guard let contact = try findContact.first({ $0.text(0) }) else { continue }
      for one in try claims(of: contact) { contactOf[one] = contact }
    }
    let known = Set(all)
    return contactOf.filter { known.contains($0.key) }
  }

  /// The groups that are not contacts already: a contact is a function of its claims. Takes the others out of `contactOf`.
  private func change(_ groups: [[Int]], _ contactOf: inout [Int: String]) throws -> [[Int]] {
    // A contact that another group was just taken from has its new count and still the claims of this one.
    let count = try db.cachedStatement(
      sql: """
        SELECT claims FROM contact
        WHERE id = ?1 AND claims = (SELECT count(*) FROM contact_claim WHERE contact_claim.contact = ?1)
        """)
    return try groups.filter { group in
      guard let contact = contactOf[group[0]], group.allSatisfy({ contactOf[$0] == contact }),
        try Int.fetchOne(count, arguments: [contact]) == group.count
      else { return true }
      for claim in group { contactOf[claim] = nil }
      return false
    }
  }

  /// Takes away contacts that no claim is left of.
  func removeEmpty(_ contacts: Set<String>) throws {
    for id in contacts.sorted() {
      guard try isEmpty(id) else { continue }
      try remove(id)
      if db.changesCount > 0 { try note("gone", id, nil, nil) }
    }
  }

  private func isEmpty(_ contact: String) throws -> Bool {
    findClaims.bind(contact)
    return try findClaims.first { _ in true } == nil
  }

  private func remove(_ contact: String) throws {
    try db.cachedStatement(sql: "DELETE FROM contact WHERE id = ?").execute(arguments: [contact])
  }

  /// The contact of a group. Of claims that tell alike the first is read and the others are counted.
  private func row(_ group: [Int], _ claims: StoredClaims) throws -> ContactRow {
    var tellings: [UInt64: (claim: Int, said: SayingOrder, count: Int)] = [:]
    var told: [(features: ClaimFeatures, origin: ArticleOrigin, said: SayingOrder)] = []
    for claim in group {
      guard let features = try claims.features(claim), let origin = try claims.origin(claim) else { continue }
      let said = SayingOrder(features, published: origin.published)
      told.append((features, origin, said))
      guard let first = tellings[features.telling] else {
        tellings[features.telling] = (claim, said, 1)
        continue
      }
      let isFirst = said < first.said
      tellings[features.telling] = (
        isFirst ? claim : first.claim, isFirst ? said : first.said, first.count + 1
      )
    }
    let originals = try copies.originals(of: told.map(\.origin))
    let support = Support(
      told.map { .init($0.features, text: originals[$0.origin.key] ?? $0.origin.key, said: $0.said) })
    let firsts = tellings.values.sorted { $0.said < $1.said }
    let profiles = try firsts.compactMap { try claims.profile($0.claim) }
    let counts = profiles.count == firsts.count ? firsts.map(\.count) : []
    return ContactRow(try id(of: group, claims), pipeline.record(of: profiles, counts: counts), profiles, support)
  }

  private func note(_ contact: ContactRow, _ old: Before) throws {
    if old.status != contact.status { try note("status", contact.id, old.status, contact.status) }
    if old.date != contact.date { try note("date", contact.id, old.date, contact.date) }
    if old.articles != contact.support.articles {
      try note("sources", contact.id, String(old.articles), String(contact.support.articles))
    }
  }

  private func note(_ kind: String, _ contact: String, _ before: String?, _ after: String?) throws {
    try db.cachedStatement(sql: "INSERT INTO change (at, contact, kind, before, after) VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: [now, contact, kind, before, after])
  }

  private func write(_ contact: ContactRow, _ claims: [Int], _ contactOf: [Int: String]) throws {
    for field in [
      contact.id, contact.form, contact.status, contact.channel, contact.date, contact.days?.first, contact.days?.last,
      contact.place, contact.country,
    ] {
      addContact.bind(field)
    }
    for count in [claims.count, contact.support.articles, contact.support.roots] { addContact.bind(count) }
    addContact.bind(Wording(.en).support(contact.support))
    addContact.bind(contact.conflicts.joined(separator: ","))
    try addContact.insert()
    for claim in claims where contactOf[claim] != contact.id {
      addClaim.bind(claim)
      addClaim.bind(contact.id)
      try addClaim.insert()
    }
    try db.cachedStatement(sql: "DELETE FROM party WHERE contact = ?").execute(arguments: [contact.id])
    for (ordinal, party) in contact.parties.enumerated() {
      addParty.bind(contact.id)
      addParty.bind(ordinal)
      for field in [party.identity, party.name, party.kind, party.side, party.office, party.label] {
        addParty.bind(field)
      }
      try addParty.insert()
      for name in party.names + [party.label].compactMap({ $0 }) {
        try names.add(name, identity: party.identity, kind: party.kind, side: party.side)
      }
    }
  }
}
