import GRDB
import Mahdar

/// A contact that may answer a question.
struct AskedContact {
  var summary: ContactSummary
  var partOf: String?
  /// In the order of publication.
  var claims: [RecordClaim]
  /// Where each of them stands.
  var sources: [AskAnswer.Source]

  var isHeld: Bool { ["held", "underway"].contains(summary.status) }

  /// Whether a report tells it as a visit.
  var isToldAsVisit: Bool { claims.contains { $0.form == .visit } }

  /// Whether it was told as a visit, or somebody came to where another is at home.
  var isVisit: Bool { isToldAsVisit || (!visitors.isEmpty && visitors.count < summary.parties.count) }

  /// Those who are at home where it takes place, and the host that is told.
  func isHost(_ party: ContactParty) -> Bool {
    if claims.contains(where: {
      $0.participants.contains { $0.role == "host" && ($0.name == party.name || $0.id == party.identity) }
    }) {
      return true
    }
    return party.side != nil && party.side == summary.country
  }

  /// Who called, wrote or came, and who was called, written to or visited, where a report's verb tells it; nil for each else.
  var direction: (began: ContactParty?, received: ContactParty?) {
    for claim in claims {
      guard let first = claim.participants.first, let rule = claim.rule,
        let party = summary.parties.first(where: { $0.name == first.name || $0.identity == first.id })
      else { continue }
      let other = summary.parties.count == 2 ? summary.parties.first { $0.identity != party.identity } : nil
      switch (claim.form, rule) {
      case (.call, "get"), (.message, "get"): return (other, party)
      case (.call, "hold"), (.call, "phone"), (.message, "send"), (.call, "inform"): return (party, other)
      case (_, "receive"), (_, "host"): return (other, party)
      default: continue
      }
    }
    return (nil, nil)
  }

  var visitors: [ContactParty] { summary.parties.filter { $0.kind != "state" && !isHost($0) } }

  /// The values that its reports tell, the most told first.
  func values(_ value: (RecordClaim) -> String?) -> [String] {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for told in claims.compactMap(value) {
      if counts[told] == nil { order.append(told) }
      counts[told, default: 0] += 1
    }
    return order.sorted {
      (counts[$0] ?? 0, order.firstIndex(of: $1) ?? 0) > (counts[$1] ?? 0, order.firstIndex(of: $0) ?? 0)
    }
  }

  var topics: [String] {
    claims.flatMap(\.topics).reduce(into: []) { topics, topic in if !topics.contains(topic) { topics.append(topic) } }
  }
}

/// Reads contacts with their reports.
struct AskedContacts {
  let db: Database

  /// No contact's reports are all read where there are more.
  private static let most = 200

  func contact(_ summary: ContactSummary) throws -> AskedContact {
    let partOf = try String.fetchOne(
      db.cachedStatement(sql: "SELECT part_of FROM contact WHERE id = ?"), arguments: [summary.id])
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT claim.*, key, title, outlet, published
          FROM contact_claim JOIN claim ON claim.id = contact_claim.claim JOIN current_article USING (reading)
          WHERE contact = ? ORDER BY published NULLS LAST, key, claim.ordinal LIMIT \(Self.most)
          """), arguments: [summary.id])
    return AskedContact(
      summary: summary, partOf: partOf, claims: try rows.map { try StoredClaims.claim(db, $0) },
      sources: rows.map {
        AskAnswer.Source(
          contact: summary.id, article: $0["key"], title: $0["title"], outlet: $0["outlet"], published: $0["published"],
          evidence: $0["evidence"])
      })
  }
}
