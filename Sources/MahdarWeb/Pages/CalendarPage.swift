import MahdarStore

/// A month, day by day: what took place, what is planned, what was put off or called off.
struct CalendarPage: Page {
  static let template = "calendar"
  private static let most = 400

  struct Value: Encodable {
    /// `YYYY-MM`.
    var month: String
    var contacts: [ContactSummary]
    var total: Int
  }

  func value(_ request: PageRequest, _ desk: Desk) throws -> Value {
    let asked = request["month"].flatMap { DayCount($0 + "-01") != nil && $0.count == 7 ? $0 : nil }
    let month = asked ?? String(request.today.prefix(7))
    var query = try ContactQuery(request, rows: Self.most).request
    (query.from, query.to, query.order, query.offset) = (month, month, .oldest, 0)
    let list = try desk.store.contactList(query)
    return Value(month: month, contacts: list.contacts, total: list.total)
  }

  func view(_ value: Value, _ show: Show) throws -> View {
    guard let first = DayCount(value.month + "-01") else { return [:] }
    let next = Self.month(value.month, moved: 1)
    let end = DayCount(next + "-01")?.number ?? first.number + 30
    var byDay: [Int: [ContactSummary]] = [:]
    var rough: [ContactSummary] = []
    for contact in value.contacts {
      guard let date = contact.date, date.count >= 10, let (from, to) = LanesDrawing.span(contact) else {
        rough.append(contact)
        continue
      }
      for day in max(from.number, first.number)...max(from.number, min(to.number, end - 1)) {
        byDay[day, default: []].append(contact)
      }
    }
    // The Arab week begins on Sunday.
    let before = first.weekday
    var cells: [View] = (0..<before).map { _ in ["isEmpty": true] }
    for day in first.number..<end {
      let text = DayCount(number: day).text
      let contacts = byDay[day] ?? []
      cells.append([
        "isEmpty": false, "number": Int(text.suffix(2)) ?? 0,
        "weekday": show.desk.calendar.weekday(DayCount(number: day).weekday, show.request.language),
        "isToday": text == show.request.today, "hasContacts": !contacts.isEmpty,
        "contacts": contacts.prefix(5).map { show.row($0) },
        "more": contacts.count > 5
          ? ["n": "+\(contacts.count - 5)", "moreHref": show.link("contacts", [("between", text)])] as View as Any
          : false,
      ])
    }
    while cells.count % 7 != 0 { cells.append(["isEmpty": true]) }
    let counts = Dictionary(grouping: value.contacts) { $0.status }.mapValues(\.count)
    let rest = try ContactQuery(show.request).query.filter { !["from", "to", "between"].contains($0.name) }
    func link(_ month: String) -> String { show.link("calendar", rest + [("month", month)]) }
    return [
      "title": show.w("nav-calendar"), "heading": show.day(value.month), "total": show.count(value.total, "contact"),
      "weekdays": (0..<7).map { show.desk.calendar.weekday($0, show.request.language) },
      "weeks": stride(from: 0, to: cells.count, by: 7).map {
        ["cells": Array(cells[$0..<min($0 + 7, cells.count)])] as View
      },
      "counts": Show.statuses.compactMap {
        code -> View? in
        counts[code].map {
          [
            "state": show.status(code), "n": $0,
            "href": show.link("contacts", [("status", code), ("between", value.month)]),
          ]
        }
      },
      "rough": rough.map { show.row($0) }, "hasRough": !rough.isEmpty,
      "monthBefore": link(Self.month(value.month, moved: -1)),
      "monthAfter": link(next), "monthNow": link(String(show.request.today.prefix(7))), "month": value.month,
    ]
  }

  private static func month(_ month: String, moved: Int) -> String {
    let number = (Int(month.prefix(4)) ?? 0) * 12 + (Int(month.suffix(2)) ?? 1) - 1 + moved
    let (year, index) = (number / 12, number % 12 + 1)
    return String(repeating: "0", count: max(0, 4 - String(year).count)) + "\(year)-"
      + (index < 10 ? "0\(index)" : "\(index)")
  }
}
