import MahdarStore

/// Who said what about what; the same words in several outlets side by side.
struct StatementsPage: Page {
  static let template = "statements"
  private static let shown = 30

  struct Value: Encodable {
    var list: QuoteList?
    var compared: QuoteComparisonList?
  }

  private func asked(_ request: PageRequest) -> QuoteRequest {
    var quotes = QuoteRequest()
    (quotes.speaker, quotes.about) = (request["speaker"], request["about"])
    (quotes.filter.from, quotes.filter.to, quotes.filter.outlet) = (request["from"], request["to"], request["outlet"])
    quotes.kind = request["kind"]
    quotes.limit = Self.shown
    quotes.mostArticles = ContactQuery.mostArticles
    return quotes
  }

  func value(_ request: PageRequest, _ desk: Desk) throws -> Value {
    let quotes = asked(request)
    // Versions are looked for among the statements of one speaker: of all of them that would take long.
    if request["compare"] == "1", quotes.speaker != nil {
      return Value(compared: try desk.store.comparedQuotes(quotes, pipeline: desk.pipeline))
    }
    return Value(list: try desk.store.quotes(quotes))
  }

  /// That words are looked for among the last articles alone.
  private func quotesNote(_ show: Show) -> Any {
    or(show.request["about"].map { _ in show.w("words-latest", String(ContactQuery.mostArticles)) })
  }

  func view(_ value: Value, _ show: Show) -> View {
    let request = show.request
    let kept = request.query.filter {
      ["speaker", "about", "from", "to", "outlet", "kind"].contains($0.name) && !$0.value.isEmpty
    }
    let quotes = value.list?.quotes ?? []
    let isCompared = value.compared != nil
    let total =
      value.compared.map { show.count($0.total, "statement") }
      ?? value.list.map { list in
        list.total.map { show.count($0, "statement") }
          ?? show.w("more-than", show.count(QuoteList.lookedThrough, "statement"))
      }
    return [
      "title": show.w("nav-statements"), "action": show.link("statements"), "total": total ?? "",
      "fields": ["speaker", "about", "outlet", "from", "to"].map { name -> View in
        [
          "name": name, "label": show.w("filter-" + name), "value": request[name] ?? "",
          "hint": show.w("filter-hint-" + name), "isDay": name == "from" || name == "to", "isName": name == "speaker",
        ]
      },
      "isCompared": isCompared, "words": quotesNote(show), "quotes": quotes.map { show.statement($0) },
      "isEmpty": quotes.isEmpty && (value.compared?.quotes.isEmpty ?? true),
      "comparable": request["speaker"] != nil, "list": show.link("statements", kept),
      "compare": show.link("statements", kept + [("compare", "1")]),
      "kinds": [("", "all"), ("direct", "direct"), ("indirect", "indirect")].map { kind, word -> View in
        let rest = kept.filter { $0.name != "kind" }
        return [
          "word": show.w("said-" + word),
          "href": show.link("statements", kind.isEmpty ? rest : rest + [("kind", kind)]),
          "on": (request["kind"] ?? "") == kind,
        ]
      },
      "compared": (value.compared?.quotes ?? []).map { one -> View in
        [
          "speaker": show.run(one.versions[one.fullest].quote.speaker),
          "versions": one.versions.enumerated().map { place, version -> View in
            show.statement(version.quote).merging([
              "isFullest": place == one.fullest, "leftOut": version.leftOut.map { ["words": $0] as View },
              "hasLeftOut": !version.leftOut.isEmpty,
            ]) { $1 }
          },
        ]
      },
    ]
  }
}
