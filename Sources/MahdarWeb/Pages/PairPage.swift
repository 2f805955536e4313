import MahdarStore

/// What two have to do with each other.
struct PairPage: Page {
  static let template = "pair"

  struct Value: Encodable {
    var one: Dossier
    var other: Dossier
    var pair: PairAnswer
    var months: [Dossier.Month]
  }

  func value(_ request: PageRequest, _ desk: Desk) throws -> Value {
    let names = request.values("of")
    guard names.count == 2 else { throw PageError.missing }
    let asked = try ContactQuery(request).shown(40)
    var brief = asked
    brief.limit = 0
    var together = asked
    together.with = names
    return Value(
      one: try desk.store.dossier(names[0], brief), other: try desk.store.dossier(names[1], brief),
      pair: try desk.store.pair(names[0], names[1], asked), months: try desk.store.months(together))
  }

  func view(_ value: Value, _ show: Show) throws -> View {
    func name(_ one: Dossier) -> String {
      one.kind == "state" ? one.side.map(show.side) ?? one.name : show.isArabic ? one.name : one.label ?? one.name
    }
    func key(_ one: Dossier) -> String { one.kind == "state" ? one.side ?? one.identity : one.identity }
    let names = [name(value.one), name(value.other)]
    let with = [("with", key(value.one)), ("with", key(value.other))].map { (name: $0.0, value: $0.1) }
    func counts(_ counts: [String: Int], _ word: (String) -> String) -> [View] {
      counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ["word": word($0.key), "n": $0.value] }
    }
    return [
      "gap": !show.isArabic, "title": show.w("pair-title", names[0], names[1]),
      "one": ["name": show.run(names[0]), "href": show.personLink(key(value.one))] as View,
      "other": ["name": show.run(names[1]), "href": show.personLink(key(value.other))] as View,
      "total": show.count(value.pair.total, "contact"),
      "contacts": value.pair.contacts.map { show.row($0, dated: true) },
      "isNone": value.pair.total == 0, "hasMore": value.pair.total > value.pair.contacts.count,
      "all": show.link("contacts", with), "timeline": show.link("timeline", with),
      "statuses": value.pair.byStatus.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        ["state": show.status($0.key), "n": $0.value] as View
      },
      "forms": counts(value.pair.byForm, show.form),
      "drawnMonths": value.months.isEmpty
        ? false : MonthsDrawing(show: show, months: value.months).markup().description as Any,
    ]
  }
}
