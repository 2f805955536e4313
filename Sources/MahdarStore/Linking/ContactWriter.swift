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
  private let addContact, addClaim, addParty: RowWriter

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
      """, db)
    addClaim = try RowWriter("INSERT OR REPLACE INTO contact_claim (claim, contact) VALUES (?, ?)", db)
    addParty = try RowWriter(
      """
      INSERT INTO party (contact, ordinal, identity, name, kind, side, office, label) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, db)
  }

  /// Replaces the contacts of `component` by those of `all`, which hold its claims or some of them.
  func write(_ all: [[Int]], of component: [Int], _ claims: StoredClaims) throws {
    var contactOf: [Int: String] = [:]
    for claim in component {
      contactOf[claim] = try String.fetchOne(
        db.cachedStatement(sql: "SELECT contact FROM contact_claim WHERE claim = ?"), arguments: [claim])
    }
    let groups = try change(all, &contactOf)
    let contacts = try groups.map { try row($0.compactMap(claims.profile)) }
    var before: [String: Before] = [:]
    // A contact may be left of an article's earlier reading, under the id that it will have again.
    for id in Set(contactOf.values).union(contacts.map(\.id)) {
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT status, date, articles FROM contact WHERE id = ?"), arguments: [id])
      if let row { before[id] = Before(status: row["status"], date: row["date"], articles: row["articles"]) }
    }
    for id in before.keys { try db.cachedStatement(sql: "DELETE FROM contact WHERE id = ?").execute(arguments: [id]) }
    for (group, contact) in zip(groups, contacts) {
      try write(contact, group)
      let earlier = Set(group.compactMap { contactOf[$0] })
      if let old = before[contact.id] {
        try note(contact, old)
      } else if earlier.isEmpty {
        try note("new", contact.id, nil, contact.status)
      }
      for id in earlier.subtracting([contact.id]).sorted() { try note("merged", id, id, contact.id) }
    }
    if all.isEmpty { for id in before.keys.sorted() { try note("gone", id, nil, nil) } }
  }

  /// The groups that are not contacts already: a contact is a function of its claims. Takes the others out of `contactOf`.
  private func change(_ groups: [[Int]], _ contactOf: inout [Int: String]) throws -> [[Int]] {
    let count = try db.cachedStatement(sql: "SELECT claims FROM contact WHERE id = ?")
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
      let isEmpty =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM contact_claim WHERE contact = ?", arguments: [id]) == 0
      guard isEmpty else { continue }
      try db.execute(sql: "DELETE FROM contact WHERE id = ?", arguments: [id])
      if db.changesCount > 0 { try note("gone", id, nil, nil) }
    }
  }

  private func row(_ profiles: [ClaimProfile]) throws -> ContactRow {
    let originals = try copies.originals(of: profiles.map(\.claim.article))
    return ContactRow(pipeline.record(of: profiles, originals: originals), profiles)
  }

  private func note(_ contact: ContactRow, _ old: Before) throws {
    if old.status != contact.status { try note("status", contact.id, old.status, contact.status) }
    if old.date != contact.date { try note("date", contact.id, old.date, contact.date) }
    if old.articles != contact.articles {
      try note("sources", contact.id, String(old.articles), String(contact.articles))
    }
  }

  private func note(_ kind: String, _ contact: String, _ before: String?, _ after: String?) throws {
    try db.cachedStatement(sql: "INSERT INTO change (at, contact, kind, before, after) VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: [now, contact, kind, before, after])
  }

  private func write(_ contact: ContactRow, _ claims: [Int]) throws {
    for field in [
      contact.id, contact.form, contact.status, contact.channel, contact.date, contact.days?.first, contact.days?.last,
      contact.place, contact.country,
    ] {
      addContact.bind(field)
    }
    for count in [claims.count, contact.articles, contact.roots] { addContact.bind(count) }
    addContact.bind(contact.support)
    addContact.bind(contact.conflicts.joined(separator: ","))
    try addContact.insert()
    for claim in claims {
      addClaim.bind(claim)
      addClaim.bind(contact.id)
      try addClaim.insert()
    }
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
