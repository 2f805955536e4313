import Mahdar
import MahdarStore

/// Which page an address stands for.
enum Pages {
  static func answer(_ request: PageRequest, _ desk: Desk) throws -> PageAnswer {
    let path = request.path
    switch (path.first ?? "", path.count) {
    case ("", 0):
      return try desk.store.size() == 0
        ? EmptyPage().answer(request, desk) : TodayPage().answer(request, desk)
    case ("contacts", 1): return try ContactsPage().answer(request, desk)
    case ("contacts", 2): return try ContactPage(id: path[1]).answer(request, desk)
    case ("timeline", 1): return try TimelinePage().answer(request, desk)
    case ("calendar", 1): return try CalendarPage().answer(request, desk)
    case ("people", 1): return try PeoplePage().answer(request, desk)
    case ("person", 1): return try PersonPage().answer(request, desk)
    case ("pair", 1): return try PairPage().answer(request, desk)
    case ("network", 1): return try NetworkPage().answer(request, desk)
    case ("statements", 1): return try StatementsPage().answer(request, desk)
    case ("conflicts", 1): return try ConflictsPage().answer(request, desk)
    case ("articles", 1): return try ArticlesPage().answer(request, desk)
    case ("article", 1): return try ArticlePage().answer(request, desk)
    case ("sources", 1): return try SourcesPage().answer(request, desk)
    case ("search", 1): return try SearchPage().answer(request, desk)
    case ("suggest", 1): return try SuggestPage().answer(request, desk)
    case ("try", 1): return try TryPage().answer(request, desk)
    case ("about", 1): return try AboutPage().answer(request, desk)
    case ("style", 1): return try StylePage().answer(request, desk)
    default: throw PageError.missing
    }
  }

  /// What is wrong with what was asked for, in its page.
  static func failed(_ error: StoreError, _ request: PageRequest, _ desk: Desk) throws -> PageAnswer {
    let (status, key): (Int, String) =
      switch error {
      case .request(let what) where what.hasPrefix("there is no"): (404, "error-none")
      case .request, .search, .several: (400, "error-request")
      case .tooMuch: (503, "error-much")
      case .locked: (503, "error-locked")
      default: (500, "error-store")
      }
    var choices: [String] = []
    if case .several(_, let bearers) = error { choices = Array(bearers.prefix(20)) }
    if request.isJSON {
      let value = ["error": error.description]
      return PageAnswer(bytes: try JSONValue.bytes(value), type: PageAnswer.json, status: status)
    }
    let show = Show(desk, request, try desk.overview())
    return try problem(status, key, detail: error.description, choices, show)
  }

  static func problem(_ status: Int, _ key: String, _ language: Wording.Language, _ call: Call, _ desk: Desk) throws
    -> Answer
  {
    var request = call.page ?? PageRequest(language: language, visit: call.visit, today: desk.today)
    request.preferences = call.preferences
    if request.isJSON {
      return Answer(bytes: try JSONValue.bytes(["error": key]), type: PageAnswer.json, status: status)
    }
    let page = try problem(status, key, detail: nil, [], Show(desk, request, try desk.overview()))
    return Answer(bytes: page.bytes, type: page.type, status: status)
  }

  private static func problem(_ status: Int, _ key: String, detail: String?, _ choices: [String], _ show: Show) throws
    -> PageAnswer
  {
    var page = try show.page(
      "problem",
      [
        "title": show.w(key), "words": show.w(key), "detail": or(detail), "hasChoices": !choices.isEmpty,
        "choices": choices.map { choice -> View in
          // A line of a bearer tells its identity behind the last dot.
          let id = choice.split(separator: " ").first { $0.hasPrefix("Q") || $0.hasPrefix("local:") }.map(String.init)
          return ["words": choice, "href": or(id.map(show.personLink))]
        },
      ])
    page.status = status
    return page
  }
}
