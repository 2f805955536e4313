import MahdarStore

/// The outlets: what they tell, what they had first and alone, whom they cite.
struct SourcesPage: Page {
  static let template = "sources"

  func value(_ request: PageRequest, _ desk: Desk) throws -> [OutletAnswer] { try desk.overview().outlets }

  func view(_ outlets: [OutletAnswer], _ show: Show) -> View {
    [
      "title": show.w("nav-sources"), "isEmpty": outlets.isEmpty,
      "outlets": outlets.map { outlet -> View in
        [
          "name": show.run(outlet.name), "articles": outlet.articles,
          "articlesHref": show.link("articles", [("outlet", outlet.name)]),
          "contacts": outlet.contacts, "contactsHref": show.link("contacts", [("outlet", outlet.name)]),
          "first": outlet.first,
          "alone": outlet.alone, "last": outlet.lastDay.map { show.published($0) } ?? "",
          "cites": outlet.cites.map { cited -> View in
            [
              "name": show.run(cited.name), "class": Show.square(cited.kind), "kind": show.w("kind-" + cited.kind),
              "n": cited.count, "href": show.link("contacts", [("outlet", outlet.name), ("source", cited.name)]),
            ]
          },
        ]
      },
    ]
  }
}
