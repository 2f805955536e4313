import Mahdar
import MahdarStore

/// A request for contacts as an address tells it: the words of the command's options.
struct ContactQuery: Sendable {
  /// The rows of a page, and how far a list goes: who looks for more narrows it.
  static let rows = 50
  static let lastPage = 200
  /// Among so many articles with the words of a topic or text, the last added, contacts and statements are looked for.
  static let mostArticles = 2000

  /// The names that belong to the request.
  static let names: Set<String> = [
    "with", "side", "pair", "from", "to", "between", "status", "form", "channel", "place", "outlet", "source", "topic",
    "text", "min-score", "conflicts", "undated", "loose", "sort", "by",
  ]

  /// Those of them that have one value.
  private static let single: Set = [
    "between", "from", "to", "undated", "place", "outlet", "source", "topic", "text", "min-score",
  ]

  private(set) var request = ContactRequest()
  private(set) var page = 1
  /// What was asked for, less the page.
  private(set) var query: [(name: String, value: String)]

  /// - Errors: `StoreError.request` for a period that is none.
  init(_ page: PageRequest, rows: Int = Self.rows) throws(StoreError) {
    query = page.query.filter { Self.names.contains($0.name) && !$0.value.isEmpty }
    func words(_ name: String) -> [String] { page.values(name).flatMap { $0.split(separator: ",").map(String.init) } }
    request.with = page.values("with")
    request.sides = page.values("side")
    request.pairs = page.values("pair").map { $0.split { ",،".contains($0) }.map(String.init) }.filter { $0.count > 1 }
    (request.from, request.to) = (page["from"], page["to"])
    if let between = page["between"] {
      guard let period = DateRange(between) else {
        throw StoreError.request("'\(between)' is no range of days, such as 2019-01..2021-12, 2019.. or 2020-02-29")
      }
      (request.from, request.to) = (period.from, period.to)
    }
    (request.statuses, request.forms, request.channels) = (words("status"), words("form"), words("channel"))
    (request.place, request.outlet, request.source) = (page["place"], page["outlet"], page["source"])
    (request.topic, request.text) = (page["topic"], page["text"])
    request.minScore = page["min-score"].flatMap { Double($0) }
    request.isConflicting = page["conflicts"] == "1"
    request.isUndated = page["undated"] == "1"
    request.isLoose = page["loose"] == "1"
    request.order = page["sort"].flatMap { ContactRequest.Order(rawValue: $0) } ?? .newest
    self.page = page.number("page", 1...Self.lastPage, or: 1)
    request.mostArticles = Self.mostArticles
    request.limit = rows
    request.offset = (self.page - 1) * rows
  }

  /// The query with a value beside those of its name, or less it where it stands there already.
  ///
  /// Of a name that has one value, another takes its place.
  func toggling(_ name: String, _ value: String) -> [(name: String, value: String)] {
    if Self.single.contains(name), !has(name, value) {
      let period: Set = ["between", "from", "to", "undated"]
      return query.filter { $0.name != name && !(period.contains(name) && period.contains($0.name)) } + [(name, value)]
    }
    return query.contains { $0.name == name && $0.value == value }
      ? query.filter { $0.name != name || $0.value != value } : query + [(name, value)]
  }

  /// The query with one value of a name in place of all others; less the name where it is nil.
  func setting(_ name: String, _ value: String?) -> [(name: String, value: String)] {
    query.filter { $0.name != name } + (value.map { [(name, $0)] } ?? [])
  }

  /// Whether all contacts are asked for.
  var isOfAll: Bool { filters.isEmpty }

  /// What narrows the list: neither its order nor what a network is of.
  var filters: [(name: String, value: String)] { query.filter { !["sort", "by"].contains($0.name) } }

  func has(_ name: String, _ value: String) -> Bool { query.contains { $0.name == name && $0.value == value } }
}
