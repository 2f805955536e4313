import GRDB
import Mahdar

/// A request for contacts as SQL: the one place that says what each of its parts means.
struct ContactFilter {
  /// The words that a field may be asked for by.
  static let statuses = ["held", "underway", "scheduled", "proposed", "postponed", "cancelled", "denied"]
  static let forms = ["meeting", "visit", "talks", "conference", "call", "message"]
  static let channels = ["official", "secret", "track-1.5", "track-2"]

  private var conditions: [String] = []
  private(set) var arguments = StatementArguments()

  /// The condition on a row of `contact`.
  var condition: String { conditions.isEmpty ? "TRUE" : conditions.joined(separator: " AND ") }
  var isEmpty: Bool { conditions.isEmpty }

  /// How likely a contact is: as likely as the likeliest of its claims.
  static let score = """
    (SELECT max(score) FROM contact_claim JOIN claim ON claim.id = contact_claim.claim WHERE contact = contact.id)
    """

  /// - Parameter who: those who take part.
  init(_ request: ContactRequest, _ who: [Who], _ terms: SearchTerms) throws {
    for one in who { add(one.condition.sql, one.condition.arguments) }
    for side in request.sides { addSide(side, terms) }
    try addDays(request)
    for (column, values, known) in [
      ("status", request.statuses, Self.statuses), ("form", request.forms, Self.forms),
      ("channel", request.channels, Self.channels),
    ] where !values.isEmpty {
      for value in values where !known.contains(value) {
        throw StoreError.request("unknown \(column) '\(value)' (one of \(known.joined(separator: ", ")))")
      }
      add("\(column) IN (\(Self.marks(values.count)))", StatementArguments(values))
    }
    if let place = request.place { addPlace(place, terms) }
    if let outlet = request.outlet {
      // Contact by contact: the articles are many more than those that tell of one.
      add(
        """
        EXISTS (SELECT 1 FROM contact_claim JOIN claim ON claim.id = contact_claim.claim JOIN current_article USING (reading)
          WHERE contact = contact.id AND is_outlet(outlet, ?))
        """, [outlet])
    }
    if let source = request.source {
      addClaims("SELECT claim FROM source WHERE kind = ? OR \(Self.holds("name", of: "source"))", [source, source])
    }
    if let topic = request.topic { addClaims("SELECT claim FROM topic WHERE holds(name, ?)", [topic]) }
    if let text = request.text {
      let query = try SearchQuery(text, terms)
      addClaims(
        """
        SELECT claim.id FROM words JOIN article ON article.id = words.rowid JOIN claim ON claim.reading = article.reading
        WHERE words MATCH ? AND holds(claim.evidence, ?)
        """, [query.expression, text])
    }
    if let score = request.minScore { add("\(Self.score) >= ?", [score]) }
    if request.isConflicting { add("conflicts <> ''", []) }
  }

  /// The groups of which one takes part together.
  mutating func add(pairs: [[Who]]) {
    guard !pairs.isEmpty else { return }
    let groups = pairs.map { "(" + $0.map(\.condition.sql).joined(separator: " AND ") + ")" }
    let arguments = pairs.joined().reduce(StatementArguments()) { $0 + $1.condition.arguments }
    add("(\(groups.joined(separator: " OR ")))", arguments)
  }

  private static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }

  private mutating func add(_ condition: String, _ arguments: StatementArguments) {
    conditions.append(condition)
    self.arguments += arguments
  }

  /// A condition that one of its claims is among these.
  private mutating func addClaims(_ claims: String, _ arguments: StatementArguments) {
    add("contact.id IN (SELECT contact FROM contact_claim WHERE claim IN (\(claims)))", arguments)
  }

  /// Whether a column has the words asked for, told of each of its few values once.
  private static func holds(_ column: String, of table: String) -> String {
    "\(column) IN (SELECT \(column) FROM (SELECT DISTINCT \(column) FROM \(table)) WHERE holds(\(column), ?))"
  }

  private mutating func addSide(_ side: String, _ terms: SearchTerms) {
    add(
      "contact.id IN (SELECT contact FROM party WHERE side = ? OR fold(side) = fold(?))",
      [Self.code(side, terms) ?? side, side])
  }

  /// The code of a country by any of its names.
  private static func code(_ name: String, _ terms: SearchTerms) -> String? {
    terms.lexicon.country(name) ?? terms.lexicon.places.country(name)
  }

  /// A date that is rougher than a day is told of one day, which may lie outside; one of two days is of all between them.
  private mutating func addDays(_ request: ContactRequest) throws {
    let first = try request.from.map { try Self.days($0).first }
    let last = try request.to.map { try Self.days($0).last }
    guard first != nil || last != nil else {
      if request.isUndated { add("first_day IS NULL", []) }
      return
    }
    let days: StatementArguments = [first ?? "", last ?? "9999-12-31"]
    var choices = ["last_day >= ? AND first_day <= ?" + (request.isLoose ? "" : " AND date LIKE '%/%'")]
    var arguments = days
    if !request.isLoose {
      choices.append("first_day >= ? AND last_day <= ?")
      arguments += days
    }
    if request.isUndated { choices.append("first_day IS NULL") }
    add("(\(choices.map { "(\($0))" }.joined(separator: " OR ")))", arguments)
  }

  private static func days(_ date: String) throws(StoreError) -> DayRange {
    guard let days = DayRange(date) else { throw .request("'\(date)' is no day, month or year, such as 2020-02-29") }
    return days
  }

  private static let places = "(SELECT DISTINCT place FROM contact)"

  private mutating func addPlace(_ place: String, _ terms: SearchTerms) {
    var choices: [String] = []
    var arguments = StatementArguments()
    if let code = Self.code(place, terms) {
      choices.append("place_country = ?")
      arguments += [code]
    }
    for area in terms.lexicon.places.areas(called: place) {
      // As it is written, and without its kind: «مدينة سوتشي».
      let marks = Self.marks(area.names.count)
      let named =
        "place IN (SELECT place FROM \(Self.places) WHERE fold(place) IN (\(marks)) OR bare_place(place) IN (\(marks)))"
      choices.append(area.country == nil ? named : "(\(named) AND coalesce(place_country, ?) = ?)")
      arguments += StatementArguments(area.names + area.names)
      if let country = area.country { arguments += [country, country] }
    }
    // What no table holds is looked for by its words.
    choices.append(Self.holds("place", of: "contact"))
    arguments += [place]
    add("(\(choices.joined(separator: " OR ")))", arguments)
  }
}
