import MahdarStore

/// States, people and bodies that take part most, or whose names begin as asked for.
struct PeoplePage: Page {
  static let template = "people"
  private static let shown = 60

  struct Value: Encodable {
    var sides: [Overview.Side]
    var people: [Overview.Party]
    var bodies: [Overview.Party]
    var found: [Suggestion]
    var isSearch: Bool
  }

  func value(_ request: PageRequest, _ desk: Desk) throws -> Value {
    let overview = try desk.overview()
    if let name = request["name"] {
      return Value(
        sides: [], people: [], bodies: [], found: try desk.store.suggestions(name, limit: 40), isSearch: true)
    }
    return Value(
      sides: Array(overview.sides.prefix(Self.shown)), people: Array(overview.people.prefix(Self.shown)),
      bodies: Array(overview.bodies.prefix(Self.shown)), found: [], isSearch: false)
  }

  func view(_ value: Value, _ show: Show) -> View {
    func party(_ party: Overview.Party, _ most: Int) -> View {
      let width = max(1, party.contacts * 44 / max(1, most))
      return [
        "name": show.run(show.isArabic ? party.name : party.label ?? party.name),
        "href": show.personLink(party.identity),
        "side": or(party.side.map(show.side)), "n": party.contacts, "width": width, "x": show.isArabic ? 44 - width : 0,
      ]
    }
    let most = value.sides.first?.contacts ?? 1
    return [
      "title": show.w("nav-people"), "action": show.link("people"), "asked": show.request["name"] ?? "",
      "isSearch": value.isSearch,
      "sides": value.sides.map { side -> View in
        let width = max(1, side.contacts * 44 / max(1, most))
        return [
          "name": show.run(show.side(side.code)), "href": show.personLink(side.code), "n": side.contacts,
          "width": width, "x": show.isArabic ? 44 - width : 0, "side": false,
        ]
      },
      "people": value.people.map { party($0, value.people[0].contacts) },
      "bodies": value.bodies.map { party($0, value.bodies[0].contacts) }, "hasBodies": !value.bodies.isEmpty,
      "found": value.found.map { one -> View in
        [
          "name": show.run(one.name),
          "href": show.personLink(one.kind == "state" ? one.side ?? one.identity : one.identity),
          "side": or(one.side.map(show.side)), "n": one.contacts,
        ]
      }, "isNone": value.isSearch && value.found.isEmpty,
    ]
  }
}

/// Names that begin as what was typed: for the field of the bar.
struct SuggestPage: Page {
  static let template = "problem"

  func value(_ request: PageRequest, _ desk: Desk) throws -> [Suggestion] {
    guard let typed = request["q"], typed.count <= 100 else { return [] }
    return try desk.store.suggestions(typed)
  }

  func view(_ value: [Suggestion], _ show: Show) throws -> View { throw PageError.missing }
}
