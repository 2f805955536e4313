import MahdarStore

/// The dossier of a person, a body or a state.
struct PersonPage: Page {
  static let template = "person"

  func value(_ request: PageRequest, _ desk: Desk) throws -> Dossier {
    guard let id = request["id"] ?? request["name"] else { throw PageError.missing }
    return try desk.store.dossier(id, try ContactQuery(request).shown(25))
  }

  func view(_ dossier: Dossier, _ show: Show) throws -> View {
    let isState = dossier.kind == "state"
    let name =
      isState
      ? dossier.side.map(show.side) ?? dossier.name : show.isArabic ? dossier.name : dossier.label ?? dossier.name
    let other =
      show.isArabic
      ? dossier.label ?? dossier.side.flatMap { isState ? show.desk.english.label($0) : nil }
      : isState ? dossier.side.map { show.desk.pipeline.countryName($0) ?? $0 } : dossier.name
    let identity = isState ? dossier.side ?? dossier.identity : dossier.identity
    let of: [(name: String, value: String)] = [("with", identity)]
    return [
      "title": name, "heading": show.run(name), "kind": show.w("party-" + dossier.kind), "identity": identity,
      "other": or(other.flatMap { $0 == name ? nil : show.run($0) }),
      "side": or(
        isState ? nil : dossier.side.map { ["name": show.run(show.side($0)), "href": show.personLink($0)] as View }),
      "named": dossier.articles > 0
        ? show.w("person-named", show.wording.tally(dossier.articles, "article", isObject: true)) as Any : false,
      "days": or(
        dossier.firstDay.map { first in show.w("person-days", show.day(first), show.day(dossier.lastDay ?? first)) }),
      "total": show.count(dossier.total, "contact"), "contacts": dossier.contacts.map { show.row($0, dated: true) },
      "hasMore": dossier.total > dossier.contacts.count, "all": show.link("contacts", of),
      "timeline": show.link("timeline", of), "network": show.link("network", of + [("by", "people")]),
      "quotes": dossier.quotes.map { show.statement($0) }, "hasQuotes": !dossier.quotes.isEmpty,
      "allQuotes": show.link("statements", [("speaker", dossier.name)]),
      "names": dossier.names.map { told -> View in
        ["words": show.run(told.words), "n": told.articles, "last": told.last.map { show.day($0) } ?? ""]
      }, "hasNames": !dossier.names.isEmpty,
      "offices": or(OfficesDrawing(show: show, offices: dossier.offices).markup()?.description),
      "officeList": dossier.offices.map { told -> View in
        [
          "words": told.words, "from": told.first.map { show.day($0) } ?? "",
          "to": told.last.map { show.day($0) } ?? "",
        ]
      },
      "drawnMonths": dossier.months.isEmpty
        ? false : MonthsDrawing(show: show, months: dossier.months).markup().description as Any,
      "partners": or(PartnersDrawing(show: show, name: name, partners: dossier.partners).markup()?.description),
      "partnerList": dossier.partners.map { partner -> View in
        [
          "name": show.run(show.isArabic ? partner.party.name : partner.party.label ?? partner.party.name),
          "href": show.pairLink(
            identity,
            partner.party.kind == "state" ? partner.party.side ?? partner.party.identity : partner.party.identity),
          "n": show.count(partner.contacts, "contact"),
        ]
      }, "hasPartners": !dossier.partners.isEmpty,
    ]
  }
}

extension ContactQuery {
  /// The request with so many rows.
  func shown(_ rows: Int) -> ContactRequest {
    var request = request
    request.limit = rows
    request.offset = 0
    return request
  }
}
