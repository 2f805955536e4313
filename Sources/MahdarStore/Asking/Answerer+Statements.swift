import GRDB
import Mahdar

/// Answers of what was said, and of who somebody is.
extension Answerer {
  private static let most = 1000

  /// What people said in the days and at the places asked about, the last first.
  func quotes(of persons: [Person]) throws -> [QuoteAnswer] {
    var who = Who()
    who.identities = persons.flatMap(\.identities)
    who.names = persons.flatMap(\.names)
    return try Store.quotes(
      db, terms, persons.isEmpty ? nil : who, about: nil, from: question.from, to: question.to, limit: Self.most
    ).quotes
  }

  func statements(_ kind: Question.Kind) throws -> Part {
    var persons = parties.first.map { distinct($0.people) } ?? []
    if let party = parties.first, !party.isNamed {
      persons = try holders(of: party).map {
        Person(name: $0.name, identities: [$0.identity], names: [$0.name], side: party.side)
      }
      guard !persons.isEmpty else { return none() }
    }
    var found = try quotes(of: persons)
    if question.about != nil { found = question.topics.lazy.map { told(found, $0) }.first { !$0.isEmpty } ?? [] }
    found = try found.filter(isOfPlace)
    guard let first = found.first else { return noStatement(persons) }
    let outlets = found.prefix(3).map { quote in
      let day = quote.published.map { wording.date(String($0.prefix(10))) }
      let from = [quote.outlet, day].compactMap(\.self).joined(separator: words.text("، ", ", "))
      return (quote, from.isEmpty ? "" : " (\(from))")
    }
    switch kind {
    case .whenSaid:
      let day =
        first.published.map { wording.date(String($0.prefix(10))) } ?? words.text("يوم غير مذكور", "an unknown day")
      return Part(
        text: words.text(
          "قول \(first.speaker) «\(short(first.text))» منشور في \(day)",
          "What \(first.speaker) said, «\(short(first.text))», was published on \(day)"),
        quotes: found, total: found.count)
    default:
      let text = outlets.map { "\($0.0.speaker): «\(short($0.0.text))»\($0.1)" }.joined(
        separator: words.text("؛ ", "; "))
      return Part(text: text, quotes: found, total: found.count)
    }
  }

  /// Whether somebody said something.
  func whetherSaid() throws -> Part {
    var part = try statements(.said)
    part.text = (part.isInRecord ? words.text("نعم، ", "Yes: ") : words.text("لا، ", "No: ")) + part.text
    return part
  }

  private func noStatement(_ persons: [Person]) -> Part {
    let name = persons.first?.name ?? parties.first?.words ?? ""
    let about = question.about.map { words.text(" عن «\($0)»", " about '\($0)'") } ?? ""
    return Part(
      text: words.text("ليس في السجل قول لـ«\(name)»\(about).", "Not in the record: a statement of \(name)\(about)."),
      isInRecord: false)
  }

  private func short(_ text: String) -> String { text.count > 170 ? String(text.prefix(169)) + "…" : text }

  /// Those that tell of something, the most alike first: all its words, or else most of them.
  private func told(_ quotes: [QuoteAnswer], _ about: String) -> [QuoteAnswer] {
    func stems(_ text: String) -> Set<[UInt8]> { Set(terms.terms(of: text).map(\.letters)) }
    let wanted = Set(terms.terms(of: about).filter { !$0.isAlternative }.map(\.letters))
    guard !wanted.isEmpty else { return quotes }
    let shares = quotes.map { quote in Double(wanted.intersection(stems(quote.text)).count) / Double(wanted.count) }
    guard let best = shares.max(), best >= 0.6 else { return [] }
    return zip(quotes, shares).filter { $0.1 >= min(best, 0.99) }.map(\.0)
  }

  /// Whether its article tells of a place asked about.
  private func isOfPlace(_ quote: QuoteAnswer) throws -> Bool {
    guard !question.places.isEmpty else { return true }
    let text = try String.fetchOne(
      db.cachedStatement(sql: "SELECT coalesce(title, '') || ' ' || text FROM current_article WHERE key = ?"),
      arguments: [quote.article])
    return question.places.allSatisfy { $0.holds(text, nil) }
  }

  // MARK: Offices

  struct Holding {
    var identity: String
    var name: String
    var office: String
    /// The first and the last day on which articles tell it.
    var first: String?
    var last: String?
  }

  /// The offices that articles tell of people, the last told first; «نظيره» among them.
  private func holdings(_ condition: String, _ arguments: StatementArguments) throws -> [Holding] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT person.name, person.known, person.office, min(published) AS first, max(published) AS last
        FROM person JOIN current_article USING (reading)
        WHERE person.office IS NOT NULL AND \(condition)
        GROUP BY person.name, person.known, person.office ORDER BY last DESC, first DESC, person.name
        """, arguments: arguments)
    return rows.map { row in
      let (name, known): (String, String?) = (row["name"], row["known"])
      return Holding(identity: known ?? name, name: name, office: row["office"], first: row["first"], last: row["last"])
    }
  }

  private func isInDays(_ holding: Holding) -> Bool {
    let last = String((holding.last ?? "").prefix(10))
    let first = String((holding.first ?? "").prefix(10))
    return (question.from.map { last >= $0 } ?? true) && (question.to.map { first <= $0 } ?? true)
  }

  /// Who somebody is or was, and which office he held.
  func offices(_ kind: Question.Kind) throws -> Part {
    guard let party = parties.first, let person = distinct(party.people).first else {
      return try kind == .office ? holders() : none()
    }
    let marks = person.names.map { _ in "?" }.joined(separator: ", ")
    var found = try holdings("person.name IN (\(marks))", StatementArguments(person.names))
    found = found.filter {
      $0.identity == $0.name || person.identities.contains($0.identity) || person.names.contains($0.name)
    }
    var kept: [Holding] = []
    // «نظيره الروسي» tells something where nothing else is told.
    let own = found.filter { !names.isCounterpart($0.office) }
    for holding in (own.isEmpty ? found : own).filter(isInDays) {
      let key = names.offices(holding.office)
      // «الوزير» says less than «وزير خارجية مالطا».
      if key.isEmpty, !kept.isEmpty { continue }
      if !kept.contains(where: { names.offices($0.office).shares(key) || $0.office == holding.office }) {
        kept.append(holding)
      }
    }
    guard !kept.isEmpty else {
      let isNamed = !found.isEmpty
      return Part(
        text: isNamed
          ? words.text(
            "لا يذكر السجل منصبًا لـ\(person.name) في تلك المدة",
            "The record tells no office of \(person.name) at that time")
          : words.text("لا يذكر السجل منصبًا لـ\(person.name)", "The record tells no office of \(person.name)"),
        isInRecord: false)
    }
    let told = kept.prefix(question.from == nil && question.to == nil ? 4 : 1).map { holding in
      let day =
        holding.last.map { words.text(" (كما ورد في ", " (as told on ") + wording.date(String($0.prefix(10))) + ")" }
        ?? ""
      return holding.office + day
    }
    return Part(
      text: "\(person.name): \(told.joined(separator: words.text("؛ وقبل ذلك: ", "; before that: ")))",
      total: kept.count)
  }

  /// Those who held an office, the last first.
  private func holders(of party: AskedParty) throws -> [Holding] {
    guard let side = party.side else { return [] }
    var seen: Set<String> = []
    return try holdings("person.side = ?", [side]).filter {
      !names.isCounterpart($0.office) && matcher.isSame($0.office, party) && isInDays($0)
        && seen.insert($0.identity).inserted
    }
  }

  func holders() throws -> Part {
    guard let party = parties.first else { return none() }
    let found = try holders(of: party)
    guard !found.isEmpty else {
      return Part(
        text: words.text("ليس في السجل من يشغل منصب «\(party.words)».", "Not in the record: who is '\(party.words)'."),
        isInRecord: false)
    }
    let told = found.prefix(5).map { holding in
      holding.name
        + (holding.last.map { words.text(" (كما ورد في ", " (as told on ") + wording.date(String($0.prefix(10))) + ")" }
          ?? "")
    }
    return Part(
      text: "\(party.words): \(told.joined(separator: words.text("؛ وورد أيضًا: ", "; told also: ")))",
      total: found.count)
  }
}
