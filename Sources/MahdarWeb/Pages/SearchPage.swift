import MahdarStore

/// Questions answered from the record, and articles found by their words.
struct SearchPage: Page {
  static let template = "search"

  struct Value: Encodable {
    var question: String?
    /// Nil where the words ask nothing.
    var answer: AskAnswer?
    var found: SearchAnswer?
    /// Why nothing was searched for.
    var problem: String?
    var people: [Suggestion]
    /// Names much like what was asked for, where nothing was found.
    var near: [String] = []
  }

  func value(_ request: PageRequest, _ desk: Desk) throws -> Value {
    guard let question = request["q"] else { return Value(people: []) }
    var value = Value(question: question, people: [])
    // What is written for a search alone asks nothing.
    do {
      value.answer =
        Self.isSearch(question)
        ? nil
        : try desk.store.ask(
          question, pipeline: desk.pipeline, folder: desk.folder, now: request.today, limit: 5)
    } catch let StoreError.request(what) {
      value.problem = what
    }
    do {
      var search = SearchRequest(question)
      search.isExact = request["exact"] == "1"
      (search.filter.from, search.filter.to, search.filter.outlet) = (request["from"], request["to"], request["outlet"])
      value.found = try desk.store.search(search)
    } catch let StoreError.search(what) {
      value.problem = what
    }
    value.people = try desk.store.suggestions(question, limit: 5)
    if value.people.isEmpty, value.found?.hits.isEmpty ?? true { value.near = try desk.store.names(near: question) }
    return value
  }

  func view(_ value: Value, _ show: Show) -> View {
    let question = value.question ?? ""
    // Words that ask nothing are searched for alone: that they are no question is not worth a line.
    let answer = value.answer.flatMap { $0.isUnderstood || Self.asks(question) ? $0 : nil }
    return [
      "title": show.w("nav-search"), "q": question, "isAsked": value.question != nil, "action": show.link("search"),
      "answer": or(answer.map { self.answer($0, show) }),
      "people": value.people.map { one -> View in
        [
          "name": show.run(one.name),
          "href": show.personLink(one.kind == "state" ? one.side ?? one.identity : one.identity),
          "side": or(one.side.map(show.side)), "n": show.count(one.contacts, "contact"),
        ]
      }, "hasPeople": !value.people.isEmpty,
      "total": value.found.map { found in
        found.total.map { show.count($0, "article") }
          ?? show.w("more-than", show.count(SearchAnswer.rankLimit, "article"))
      } ?? "",
      "hits": (value.found?.hits ?? []).map { hit -> View in
        [
          "href": show.articleLink(hit.id), "headline": show.run(hit.title ?? hit.id),
          "pieces": hit.snippet.pieces().map { ["t": $0.text, "isHit": $0.isHit] as View },
          "outlet": or(hit.outlet.map(show.run)),
          "day": show.published(hit.published),
        ]
      },
      "near": value.near.map { ["words": $0, "href": show.link("search", [("q", $0)])] as View },
      "hasNear": !value.near.isEmpty,
      "isNone": value.question != nil && (value.found?.hits.isEmpty ?? true),
      "examples": ["search-example1", "search-example2", "search-example3"].map { key -> View in
        ["words": show.w(key), "href": show.link("search", [("q", show.w(key))])]
      },
      "exact": show.link("search", [("q", question), ("exact", "1")]), "isExact": show.request["exact"] == "1",
      "loose": show.link("search", [("q", question)]),
    ]
  }

  /// Whether there is a sign of searching in it: a phrase, a beginning, a word that must not be there, OR.
  private static func isSearch(_ question: String) -> Bool {
    question.contains { "\"«»“”*|".contains($0) }
      || question.split(separator: " ").contains {
        $0 == "OR" || $0.count > 1 && ($0.hasPrefix("-") || $0.hasPrefix("−"))
      }
  }

  private static func asks(_ question: String) -> Bool {
    question.contains("؟") || question.contains("?")
  }

  private func answer(_ answer: AskAnswer, _ show: Show) -> View {
    let roles = [
      "name": "role-name", "office": "role-office", "state": "role-state", "place": "role-place", "days": "role-days",
      "about": "role-about",
    ]
    return [
      "words": answer.answer, "lang": answer.language, "dir": answer.language == "ar" ? "rtl" : "ltr",
      "isUnderstood": answer.isUnderstood,
      "isInRecord": answer.isInRecord,
      "contacts": answer.contacts.map { show.row($0, dated: true) }, "hasContacts": !answer.contacts.isEmpty,
      "quotes": answer.quotes.map { show.statement($0) },
      "sources": answer.sources.prefix(3).map { source -> View in
        [
          "evidence": source.evidence, "outlet": source.outlet.map(show.run) ?? show.run(show.w("outlet-unknown")),
          "day": show.published(source.published),
          "href": show.articleLink(source.article),
        ]
      },
      "also": answer.also.map { ["words": $0] as View }, "hasAlso": !answer.also.isEmpty,
      "understood": answer.understood.filter { $0.role != "plain" }.map { word -> View in
        [
          "words": word.words, "role": or(roles[word.role].map { show.w($0) }), "meaning": or(word.meaning),
          "isUnknown": word.role == "not understood",
        ]
      },
    ]
  }
}
