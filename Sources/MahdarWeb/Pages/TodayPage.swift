import Foundation
import MahdarStore

/// What changed since the last visit, and what is to come.
struct TodayPage: Page {
  static let template = "today"

  struct Value: Encodable {
    var today: TodayAnswer
    var numbers: StoreNumbers
    /// Of the contacts with conflicts: who tells what.
    var conflicts: [ContactConflicts]
  }

  struct ContactConflicts: Encodable {
    var contact: ContactSummary
    var conflicts: [ContactDetail.Conflict]
    var reports: [ContactDetail.Report]
    var roots: [ContactDetail.Root]
  }

  /// The conflicts of contacts of more reports are told by their pages alone.
  private static let mostReports = 30

  /// Decisions that name a contact by one of its claims.
  private static let ofContacts: Set = ["merge", "split", "reject", "confirm", "note"]

  func value(_ request: PageRequest, _ desk: Desk) throws -> Value {
    let since = request["since"] ?? Self.since(request)
    let today = try desk.store.today(request.today, since: since)
    let told = today.conflicts.filter { $0.articles <= Self.mostReports }.prefix(3)
    let conflicts = try told.map { contact in
      let detail = try desk.store.contact(contact.id, pipeline: desk.pipeline)
      return ContactConflicts(
        contact: contact, conflicts: detail.conflicts, reports: detail.reports, roots: detail.roots)
    }
    return Value(today: today, numbers: try desk.overview().numbers, conflicts: conflicts)
  }

  /// The end of the visit before this one; else a week ago.
  private static func since(_ request: PageRequest) -> String {
    if let before = request.visit.before {
      return Date(timeIntervalSince1970: Double(before)).ISO8601Format()
    }
    let clock = String(Date(timeIntervalSince1970: Double(request.visit.last)).ISO8601Format().prefix(10))
    let day = DayCount(min(request.today, clock)) ?? DayCount(number: 0)
    return DayCount(number: day.number - 7).text
  }

  func view(_ value: Value, _ show: Show) -> View {
    let today = value.today
    return [
      "title": show.w("nav-today"), "heading": show.heading(today.day), "lead": lead(value, show),
      "strip": strip(today, show), "stripFrom": show.day(today.firstDay, isShort: true),
      "stripTo": show.day(today.lastDay, isShort: true),
      "changed": today.changed.compactMap { change -> View? in
        guard let contact = change.contact else { return nil }
        return item(contact, show).merging([
          "before": or(change.before.map { show.status($0) }),
          "after": or(change.after.map { show.status($0) }),
        ]) { $1 }
      },
      "changedTotal": today.changedTotal, "isChanged": !today.changed.isEmpty,
      "differing": value.conflicts.map { show.differing($0) }, "isDiffering": !value.conflicts.isEmpty,
      "allDiffering": show.link("conflicts"),
      "new": today.new.map { item($0, show) }, "newTotal": today.newTotal, "isNew": !today.new.isEmpty,
      "silent": today.silent.map { silent($0, today.day, show) }, "silentTotal": today.silentTotal,
      "isSilent": !today.silent.isEmpty,
      "allSilent": show.link(
        "contacts",
        [
          ("status", "scheduled,proposed"),
          ("to", DayCount(today.day).map { DayCount(number: $0.number - 1).text } ?? ""),
        ]),
      "undated": today.undated.map { show.row($0) }, "undatedTotal": today.undatedTotal,
      "isUndated": !today.undated.isEmpty,
      "allUndated": show.link("contacts", [("status", "postponed,proposed,scheduled"), ("undated", "1")]),
      "decisions": today.decisions.map { decision -> View in
        [
          "day": show.published(decision.at), "kind": show.w("decision-" + decision.kind),
          "reason": decision.reason ?? "", "subject": decision.subject,
          "href": or(Self.ofContacts.contains(decision.kind) ? show.contactLink("c" + decision.subject) : nil),
        ]
      }, "isDecided": !today.decisions.isEmpty,
      "numbers": [
        ["n": show.count(value.numbers.contacts, "contact"), "href": show.link("contacts")],
        ["n": show.count(value.numbers.articles, "article"), "href": show.link("articles")],
        ["n": show.count(value.numbers.statements, "statement"), "href": show.link("statements")],
      ] as [View],
    ]
  }

  /// What changed, each count a link to where it is told.
  private func lead(_ value: Value, _ show: Show) -> [View] {
    let today = value.today
    let counts = [
      (today.changedTotal, "lead-changed", "ch"), (value.today.conflicts.count, "lead-conflicts", "cf"),
      (today.newTotal, "lead-new", "nw"),
    ].filter { $0.0 > 0 }
    return counts.enumerated().map { place, one in
      [
        "before": place == 0 ? show.w("lead-since", show.published(today.since)) : show.w("lead-and"),
        "words": show.w(one.1, show.count(one.0, "contact")), "href": "#" + one.2,
        "after": place == counts.count - 1 ? "." : "",
      ]
    }
  }

  private func item(_ contact: ContactSummary, _ show: Show) -> View {
    show.row(contact).merging(["sentence": show.sentence(contact)]) { $1 }
  }

  private func silent(_ contact: ContactSummary, _ today: String, _ show: Show) -> View {
    let days = LanesDrawing.span(contact).flatMap { span in DayCount(today).map { max(1, $0.number - span.1.number) } }
    let ago = days.map { days -> String in
      let (number, unit) = days < 60 ? (days, "day") : days < 700 ? (days / 30, "month") : (days / 365, "year")
      return show.w("ago", show.wording.tally(number, unit, isObject: true))
    }
    return show.row(contact).merging(["ago": ago ?? ""]) { $1 }
  }

  /// Two weeks of days with their contacts: at most six rows, each contact in the first row that is free.
  private func strip(_ today: TodayAnswer, _ show: Show) -> View {
    guard let first = DayCount(today.firstDay), let last = DayCount(today.lastDay) else { return [:] }
    var free: [Int] = []
    let entries = today.appointments.compactMap { contact -> View? in
      guard let date = contact.date, let start = DayCount(date) else { return nil }
      let end = date.split(separator: "/").last.flatMap { DayCount(String($0)) } ?? start
      let (from, to) = (max(start, first), min(end, last))
      guard from <= to else { return nil }
      let row = free.firstIndex { $0 < from.number } ?? free.count
      guard row < 6 else { return nil }
      if row == free.count { free.append(0) }
      free[row] = to.number
      return show.row(contact).merging([
        "column": from.number - first.number + 1, "span": to.number - from.number + 1, "rowNumber": row + 2,
        "sides": contact.parties.prefix(3).map {
          $0.side.map(show.side) ?? (show.isArabic ? $0.name : $0.label ?? $0.name)
        }.joined(separator: show.wording.comma),
      ]) { $1 }
    }
    let days = (first.number...last.number).map { number -> View in
      let day = DayCount(number: number)
      return [
        "weekday": show.desk.calendar.weekday(day.weekday, show.request.language),
        "number": String(Int(day.text.suffix(2)) ?? 0),
        "isToday": day.text == today.day,
      ]
    }
    return ["days": days, "entries": entries, "isEmpty": entries.isEmpty]
  }
}
