import MahdarStore

/// The record as a table, with what it can be narrowed by.
struct ContactsPage: Page {
  static let template = "contacts"

  struct Value: Encodable {
    var list: ContactList
    var facets: Facets
  }

  func value(_ request: PageRequest, _ desk: Desk) throws -> Value {
    let query = try ContactQuery(request)
    let facets = try desk.facets(query)
    return Value(list: try desk.store.contactList(query.request), facets: facets)
  }

  func view(_ value: Value, _ show: Show) throws -> View {
    let query = try ContactQuery(show.request)
    var years: [View] = []
    var rows: [View] = []
    var year: String?
    let byDay = [.newest, .oldest].contains(query.request.order)
    func close() {
      if !rows.isEmpty { years.append(["heading": byDay ? year ?? show.w("undated") : false, "rows": rows]) }
      rows = []
    }
    for contact in value.list.contacts {
      let next = contact.date.map { String($0.prefix(4)) }
      if byDay, next != year, !rows.isEmpty { close() }
      year = next
      rows.append(show.row(contact, dated: !byDay))
    }
    close()
    return FacetView(show, query, "contacts").view(value.facets).merging([
      "title": show.w("nav-contacts"), "total": show.count(value.list.total, "contact"), "years": years,
      "isEmpty": value.list.contacts.isEmpty,
      "rough": value.list.roughlyDated > 0
        ? show.w("rough", show.count(value.list.roughlyDated, "contact")) as Any : false,
      "loose": show.link("contacts", query.setting("loose", "1")),
      "table": show.link("contacts", query.query), "timeline": show.link("timeline", query.query),
      "network": show.link("network", query.query),
      "sorts": ["newest", "oldest", "roots", "articles", "score"].map { order -> View in
        [
          "word": show.w("sort-" + order), "href": show.link("contacts", query.setting("sort", order)),
          "on": query.request.order.rawValue == order,
        ]
      },
      "pages": show.pages(query, shown: value.list.contacts.count, total: value.list.total, "contacts"),
    ]) { $1 }
  }
}

/// The facets of a list, and what was chosen of them.
struct FacetView {
  let show: Show
  let query: ContactQuery
  let path: String

  init(_ show: Show, _ query: ContactQuery, _ path: String) {
    (self.show, self.query, self.path) = (show, query, path)
  }

  func view(_ facets: Facets) -> View {
    let groups: [View] = [
      group("status", "status", facets.statuses) { _ in "" },
      group("side", "side", facets.sides, show.side), group("form", "form", facets.forms, show.form),
      group("year", "between", facets.years) { $0.isEmpty ? show.w("undated") : $0 },
      group("place", "place", facets.places) { $0 },
      group("kind", "source", facets.kinds) { show.w("kind-" + $0) },
      group("channel", "channel", facets.channels) { show.w("channel-" + $0) },
      group("conflicts", "conflicts", facets.conflicting > 0 ? [.init("1", facets.conflicting)] : []) { _ in
        show.w("conflicts-are")
      },
    ].compactMap(\.self)
    return [
      "facets": groups, "chips": chips,
      "words": query.request.topic == nil && query.request.text == nil
        ? false : show.w("words-latest", String(ContactQuery.mostArticles)) as Any,
      "hasChips": !query.filters.isEmpty, "clear": show.link(path),
      "counted": facets.counted >= Facets.limit ? show.w("facets-counted", String(Facets.limit)) as Any : false,
      "filters": fields,
      "kept": query.query.filter { !Self.typed.contains($0.name) }.map {
        ["name": $0.name, "value": $0.value] as View
      },
      "action": show.link(path),
    ]
  }

  /// What is typed in and not chosen.
  private static let typed = ["with", "from", "to", "place", "outlet", "topic", "text"]

  private var fields: [View] {
    Self.typed.map { name in
      [
        "name": name, "label": show.w("filter-" + name),
        "value": query.query.filter { $0.name == name }.map(\.value).first ?? "",
        "isDay": name == "from" || name == "to", "hint": show.w("filter-hint-" + name), "isName": name == "with",
      ]
    }
  }

  private func group(_ name: String, _ parameter: String, _ choices: [Facets.Choice], _ word: (String) -> String)
    -> View?
  {
    guard !choices.isEmpty else { return nil }
    let most = choices.map(\.count).max() ?? 1
    return [
      "heading": show.w("facet-" + name),
      "choices": choices.map { choice -> View in
        let (parameter, value) = choice.value.isEmpty ? ("undated", "1") : (parameter, choice.value)
        let width = max(1, choice.count * 44 / max(1, most))
        return [
          "word": word(choice.value), "count": choice.count, "on": query.has(parameter, value),
          "href": show.link(path, query.toggling(parameter, value)), "width": width,
          "x": show.isArabic ? 44 - width : 0,
          "state": name == "status" ? show.status(choice.value) : false,
          "square": name == "kind" ? Show.square(choice.value) : false, "isConflict": name == "conflicts",
        ]
      },
    ]
  }

  private var chips: [View] {
    query.filters.map { name, value in
      let word: String =
        switch name {
        case "status": show.statusWord(value)
        case "form": show.form(value)
        case "side": show.side(value)
        case "channel": show.w("channel-" + value)
        case "source": show.words.words["kind-" + value] ?? value
        case "from", "to", "between": value.replacing("..", with: "–")
        case "conflicts", "undated", "loose": ""
        default: value
        }
      return [
        "label": show.w("filter-" + name), "word": word, "href": show.link(path, query.toggling(name, value)),
        "hasWord": !word.isEmpty,
      ]
    }
  }
}
