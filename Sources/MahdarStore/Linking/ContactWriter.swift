import GRDB
import Mahdar

/// Writes the contacts that groups of claims make, and notes what changed.
final class ContactWriter {
  typealias Member = (claim: Int, profile: ClaimProfile)

  private struct Before {
    var status: String
    var date: String?
    var articles: Int
  }

  private let db: Database
  private let now: String
  private let names: NameWriter
  private let pipeline: Pipeline
  private let addContact, addClaim, addParty: RowWriter

  init(_ db: Database, names: NameWriter, pipeline: Pipeline, now: String) throws {
    self.db = db
    self.pipeline = pipeline
    self.names = names
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

  /// Replaces the contacts of `component` by those of `groups`, which hold its claims or some of them.
  func write(_ groups: [[Member]], of component: [Int]) throws {
    let contacts = try groups.map { try row($0.map(\.profile)) }
    var contactOf: [Int: String] = [:]
    for claim in component {
      contactOf[claim] = try String.fetchOne(
        db.cachedStatement(sql: "SELECT contact FROM contact_claim WHERE claim = ?"), arguments: [claim])
    }
    var before: [String: Before] = [:]
    // A contact may be left of an article's earlier reading, under the id that it will have again.
    for id in Set(contactOf.values).union(contacts.map(\.id)) {
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT status, date, articles FROM contact WHERE id = ?"), arguments: [id])
      if let row { before[id] = Before(status: row["status"], date: row["date"], articles: row["articles"]) }
    }
    for id in before.keys { try db.cachedStatement(sql: "DELETE FROM contact WHERE id = ?").execute(arguments: [id]) }
    for (group, contact) in zip(groups, contacts) {
      try write(contact, group.map(\.claim))
      let earlier = Set(group.compactMap { contactOf[$0.claim] })
      if let old = before[contact.id] {
        try note(contact, old)
      } else if earlier.isEmpty {
        try note("new", contact.id, nil, contact.status)
      }
      for id in earlier.subtracting([contact.id]).sorted() { try note("merged", id, id, contact.id) }
    }
    if groups.isEmpty { for id in before.keys.sorted() { try note("gone", id, nil, nil) } }
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
    let originals = try Copies.originals(of: profiles.map(\.claim.article), db)
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
