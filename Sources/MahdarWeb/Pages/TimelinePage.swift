import MahdarStore

/// The record on a time axis, a lane for each pair of sides.
struct TimelinePage: Page {
  static let template = "timeline"
  private static let most = 250

  struct Value: Encodable {
    var list: ContactList
    var facets: Facets
  }

  func value(_ request: PageRequest, _ desk: Desk) throws -> Value {
    let query = try ContactQuery(request, rows: Self.most)
    let facets = try desk.facets(query)
    return Value(list: try desk.store.contactList(query.request), facets: facets)
  }

  func view(_ value: Value, _ show: Show) throws -> View {
    let query = try ContactQuery(show.request, rows: Self.most)
    let drawing = LanesDrawing(value.list.contacts, show)
    let undated = value.list.contacts.filter { LanesDrawing.span($0) == nil }
    return FacetView(show, query, "timeline").view(value.facets).merging([
      "title": show.w("nav-timeline"), "total": show.count(value.list.total, "contact"),
      "broad": drawing?.markup(isNarrow: false).description ?? "",
      "narrow": drawing?.markup(isNarrow: true).description ?? "",
      "isDrawn": drawing != nil,
      "shown": value.list.total > value.list.contacts.count
        ? show.w("timeline-latest", String(Self.most)) as Any : false,
      "left": (drawing?.left ?? 0) > 0 ? show.w("timeline-left", String(drawing?.left ?? 0)) as Any : false,
      "undated": undated.prefix(20).map { show.row($0) }, "hasUndated": !undated.isEmpty,
      "table": show.link("contacts", query.query), "timeline": show.link("timeline", query.query),
      "network": show.link("network", query.query), "zoom": zoom(drawing, query, show),
      "statuses": Show.statuses.map {
        show.status($0)
      },
    ]) { $1 }
  }

  /// Shorter periods that end where this one does, and all of it.
  private func zoom(_ drawing: LanesDrawing?, _ query: ContactQuery, _ show: Show) -> [View] {
    guard let drawing else { return [] }
    let end = drawing.to.number
    let rest = query.query.filter { !["from", "to", "between"].contains($0.name) }
    var views: [View] = [("all", nil), ("years", 1826), ("year", 366), ("quarter", 92), ("month", 31)].map {
      name, days in
      let period = days.map { [("from", DayCount(number: end - $0).text), ("to", DayCount(number: end).text)] } ?? []
      return [
        "word": show.w("zoom-" + name), "href": show.link("timeline", rest + period.map { (name: $0.0, value: $0.1) }),
      ]
    }
    let span = end - drawing.from.number
    let earlier = [
      ("from", DayCount(number: drawing.from.number - span).text), ("to", DayCount(number: drawing.from.number).text),
    ]
    let later = [("from", DayCount(number: end).text), ("to", DayCount(number: end + span).text)]
    for (name, period) in [("earlier", earlier), ("later", later)] {
      views.append([
        "word": show.w("zoom-" + name), "href": show.link("timeline", rest + period.map { (name: $0.0, value: $0.1) }),
        "key": name,
      ])
    }
    return views
  }
}
