import GRDB
import Mahdar

/// A request for contacts as SQL: the one place that says what each of its parts means.
struct ContactFilter {
  /// The words that a field may be asked for by.
  static let statuses = ContactStatus.allCases.map(\.rawValue)
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
  init(_ request: ContactRequest, _ who: [Who], _ db: Database, _ terms: SearchTerms) throws {
    for one in who { add(one.condition.sql, one.condition.arguments) }
    for side in request.sides { try addSide(side, db, terms) }
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
    if let place = request.place { try addPlace(place, db, terms) }
    if let outlet = request.outlet {
      let asked = AskedWords(outlet: outlet, terms)
      let names = try Store.distinct("outlet", of: "article", where: "is_current = 1", db).filter(asked.areHeld)
      add(
        """
        contact.id IN (SELECT contact FROM article JOIN claim ON claim.reading = article.reading
          JOIN contact_claim ON contact_claim.claim = claim.id WHERE is_current = 1 AND outlet IN (\(Self.marks(names.count))))
        """, StatementArguments(names))
    }
    if let source = request.source { try addSource(source, db, terms) }
    if let topic = request.topic { addWords(topic, "SELECT claim FROM topic WHERE holds(name, ?)", request, terms) }
    if let text = request.text {
      addWords(
        text, "SELECT claim FROM (SELECT id AS claim, evidence FROM claim) WHERE holds(evidence, ?)", request, terms)
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

  /// A condition that a claim has words, as the query tells: of claims of articles that have them.
  private mutating func addWords(_ words: String, _ claims: String, _ request: ContactRequest, _ terms: SearchTerms) {
    guard let query = try? SearchQuery(words, terms) else { return addClaims(claims, [words]) }
    let limit = request.mostArticles.map { "ORDER BY rowid DESC LIMIT \($0)" } ?? ""
    addClaims(
      """
      \(claims) AND claim IN (
        SELECT claim.id FROM (SELECT rowid FROM words WHERE words MATCH ? \(limit)) AS found
          JOIN article ON article.id = found.rowid JOIN claim ON claim.reading = article.reading)
      """, [words, query.expression])
  }

  private mutating func addSide(_ side: String, _ db: Database, _ terms: SearchTerms) throws {
    let codes = [Self.code(side, terms), side, terms.lexicon.sides.side(side)].compactMap(\.self)
    let known = try codes.first { code in
      try Int.fetchOne(db, sql: "SELECT 1 FROM party WHERE side = ? LIMIT 1", arguments: [code]) != nil
    }
    // «الحوثيون» of a text, where no table knows it.
    let folded = Spelling.folded(side)
    let sides =
      try known.map { [$0] } ?? Store.distinct("side", of: "party", db).filter { Spelling.folded($0) == folded }
    add(
      "contact.id IN (SELECT contact FROM party WHERE side IN (\(Self.marks(sides.count))))", StatementArguments(sides))
  }

  private mutating func addSource(_ source: String, _ db: Database, _ terms: SearchTerms) throws {
    if let kind = SourceRoot.Kind(rawValue: source) {
      // As the indexes have it.
      return add("instr(support, '\(kind == .anonymous ? "unnamed" : kind.rawValue)') > 0", [])
    }
    let asked = AskedWords(source, terms)
    let names = try Store.distinct("name", of: "source", db).filter(asked.areHeld)
    addClaims("SELECT claim FROM source WHERE name IN (\(Self.marks(names.count)))", StatementArguments(names))
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
    let (from, to) = (first ?? "", last ?? "9999-12-31")
    var choices: [String] = []
    var arguments = StatementArguments()
    if request.isLoose {
      choices.append("first_day <= ? AND last_day >= ?")
      arguments += [to, from]
    } else {
      choices += [
        "first_day BETWEEN ? AND ? AND last_day <= ?", "instr(date, '/') > 0 AND last_day >= ? AND first_day <= ?",
      ]
      arguments += [from, to, to, from, to]
    }
    if request.isUndated { choices.append("first_day IS NULL") }
    add("(\(choices.map { "(\($0))" }.joined(separator: " OR ")))", arguments)
  }

  private static func days(_ date: String) throws(StoreError) -> DayRange {
    guard let days = DayRange(date) else { throw .request("'\(date)' is no day, month or year, such as 2020-02-29") }
    return days
  }

  private mutating func addPlace(_ place: String, _ db: Database, _ terms: SearchTerms) throws {
    let places = try Store.distinct("place", of: "contact", db)
    var choices: [String] = []
    var arguments = StatementArguments()
    func add(_ named: [String], in country: String?) {
      guard !named.isEmpty else { return }
      choices.append(
        "place IN (\(Self.marks(named.count)))" + (country == nil ? "" : " AND coalesce(place_country, ?) = ?"))
      arguments += StatementArguments(named)
      if let country { arguments += [country, country] }
    }
    if let code = Self.code(place, terms) {
      choices.append("place_country = ?")
      arguments += [code]
    }
    for area in terms.lexicon.places.areas(called: place) {
      // As it is written, and without its kind: «مدينة سوتشي».
      let names = Set(area.names)
      add(
        places.filter { names.contains(Spelling.folded($0)) || names.contains(terms.lexicon.places.bare($0)) },
        in: area.country)
    }
    // What no table holds is looked for by its words.
    add(places.filter(AskedWords(place, terms).areHeld), in: nil)
    self.add(choices.isEmpty ? "FALSE" : "(\(choices.joined(separator: " OR ")))", arguments)
  }
}
