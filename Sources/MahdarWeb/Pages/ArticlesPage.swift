import MahdarStore

/// The articles of the store, the latest first.
struct ArticlesPage: Page {
  static let template = "articles"
  private static let rows = 50

  func value(_ request: PageRequest, _ desk: Desk) throws -> ArticleList {
    var filter = ArticleFilter()
    (filter.outlet, filter.from, filter.to) = (request["outlet"], request["from"], request["to"])
    filter.isUndated = request["undated"] == "1"
    let page = request.number("page", 1...ContactQuery.lastPage, or: 1)
    return try desk.store.articles(filter, limit: Self.rows, offset: (page - 1) * Self.rows)
  }

  func view(_ list: ArticleList, _ show: Show) -> View {
    let request = show.request
    let kept = request.query.filter { ["outlet", "from", "to", "undated"].contains($0.name) && !$0.value.isEmpty }
    let page = request.number("page", 1...ContactQuery.lastPage, or: 1)
    let last = min((max(list.total, 1) - 1) / Self.rows + 1, ContactQuery.lastPage)
    func href(_ page: Int) -> String { show.link("articles", kept + [("page", String(page))]) }
    return [
      "title": show.w("nav-articles"), "total": show.count(list.total, "article"), "action": show.link("articles"),
      "fields": ["outlet", "from", "to"].map { name -> View in
        [
          "name": name, "label": show.w("filter-" + name), "value": request[name] ?? "",
          "hint": show.w("filter-hint-" + name), "isDay": name != "outlet", "isName": false,
        ]
      },
      "articles": list.articles.map { article -> View in
        [
          "href": show.articleLink(article.id), "headline": show.run(article.title ?? article.id),
          "outlet": or(article.outlet.map(show.run)),
          "day": show.published(article.published),
          "n": article.contacts > 0 ? show.count(article.contacts, "contact") as Any : false,
        ]
      }, "isEmpty": list.articles.isEmpty,
      "pages": [
        "isNeeded": last > 1, "place": show.w("pages-place", String(page), String(last)),
        "before": page > 1 ? href(page - 1) as Any : false,
        "after": page < last ? href(page + 1) as Any : false,
      ] as View,
    ]
  }
}
