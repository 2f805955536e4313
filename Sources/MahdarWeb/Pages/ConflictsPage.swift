import MahdarStore

/// What accounts tell against each other, what is denied, and what may be one.
struct ConflictsPage: Page {
  static let template = "conflicts"
  private static let rows = 20

  struct Value: Encodable {
    var conflicts: ContactList
    var details: [TodayPage.ContactConflicts]
    /// Told by some and denied by others, or denied alone.
    var denied: ContactList
    var doubts: [Pair]
  }

  struct Pair: Encodable {
    var one: ContactSummary
    var other: ContactSummary
    var score: Double
  }

  func value(_ request: PageRequest, _ desk: Desk) throws -> Value {
    var asked = try ContactQuery(request, rows: Self.rows).request
    asked.isConflicting = true
    let list = try desk.store.contactList(asked)
    let details = try list.contacts.filter { $0.articles <= 30 }.prefix(10).map { contact in
      let detail = try desk.store.contact(contact.id, pipeline: desk.pipeline)
      return TodayPage.ContactConflicts(
        contact: contact, conflicts: detail.conflicts, reports: detail.reports, roots: detail.roots)
    }
    var denied = asked
    (denied.isConflicting, denied.statuses, denied.offset) = (false, ["denied"], 0)
    let doubts = try desk.overview().doubts.prefix(Self.rows).compactMap { doubt -> Pair? in
      guard let pair = try desk.store.summaries([doubt.one, doubt.other]) else { return nil }
      return Pair(one: pair[0], other: pair[1], score: doubt.score)
    }
    return Value(conflicts: list, details: details, denied: try desk.store.contactList(denied), doubts: doubts)
  }

  func view(_ value: Value, _ show: Show) throws -> View {
    let query = try ContactQuery(show.request, rows: Self.rows)
    let told = Set(value.details.map(\.contact.id))
    return [
      "title": show.w("nav-conflicts"), "total": show.count(value.conflicts.total, "contact"),
      "differing": value.details.map { show.differing($0) },
      "others": value.conflicts.contacts.filter { !told.contains($0.id) }.map { show.row($0, dated: true) },
      "isEmpty": value.conflicts.contacts.isEmpty, "denied": value.denied.contacts.map { show.row($0, dated: true) },
      "deniedTotal": value.denied.total, "hasDenied": !value.denied.contacts.isEmpty,
      "allDenied": show.link("contacts", [("status", "denied")]),
      "doubts": value.doubts.map { pair -> View in
        [
          "one": show.row(pair.one, dated: true), "other": show.row(pair.other, dated: true),
          "score": "\((pair.score * 10).rounded() / 10)",
        ]
      }, "hasDoubts": !value.doubts.isEmpty,
      "pages": show.pages(query, shown: value.conflicts.contacts.count, total: value.conflicts.total, "conflicts"),
    ]
  }
}
