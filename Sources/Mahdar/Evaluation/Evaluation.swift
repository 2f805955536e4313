/// What of the marks of some articles was read, and what was read beside: figures, and every fault with its cause.
///
///     let evaluation = Evaluation(of: "a1", marked: marks, read: Marks(analysis))
///     evaluation.figures[.contacts].f1
///
/// - Units: figures are per cent, over all articles together.
public struct Evaluation: Sendable {
  public private(set) var figures = Figures()
  public private(set) var faults: [Fault] = []

  /// No article yet.
  public init() {}

  public init(of article: String, marked: Marks, read: Marks) {
    figures.articles = 1
    addContacts(article, marked.contacts.map(MarkedContact.init), read.contacts.map(MarkedContact.init))
    addStatements(article, marked.statements, read.statements)
    addDates(article, marked.dates, read.dates)
    addPeople(article, marked.people, read.people)
  }

  public static func += (all: inout Evaluation, one: Evaluation) {
    all.figures += one.figures
    all.faults += one.faults
  }

  // MARK: Contacts

  private mutating func addContacts(_ article: String, _ marked: [MarkedContact], _ found: [MarkedContact]) {
    let agreements = marked.map { mark in found.map { PartyAgreement(mark, $0) } }
    let pairing = Pairing(contacts: marked, found, agreements)
    figures.count(.contacts, pairing.pairs.count, of: marked.count, found: found.count)
    figures.countCentral(
      pairing.pairs.count { marked[$0.marked].claim.isCentral }, of: marked.count { $0.claim.isCentral })
    var whole = 0
    for pair in pairing.pairs {
      let (mark, one) = (marked[pair.marked], found[pair.found])
      for field in Self.fieldsOfContacts { check(field, article, mark, one) }
      whole += [.status, .date, .place].allSatisfy { mark.isRight($0, in: one) } ? 1 : 0
      addSides(article, mark, one, agreements[pair.marked][pair.found])
      addSources(article, mark, one)
      addTopics(article, mark, one)
    }
    figures.count(.record, whole, of: marked.count, found: found.count)
    let causes = ContactCauses(marked: marked, found: found, agreements: agreements, pairing: pairing)
    for index in pairing.missed {
      let (cause, other) = causes.ofMissed(index)
      note(.missed, "contact", cause, article, marked[index].claim.brief, other.map { found[$0].claim.brief })
    }
    for index in pairing.spurious {
      let (cause, other) = causes.ofSpurious(index)
      note(.spurious, "contact", cause, article, other.map { marked[$0].claim.brief }, found[index].claim.brief)
    }
  }

  private static let fieldsOfContacts: [EvaluatedField] = [
    .form, .status, .date, .place, .channel, .venue, .occasion, .duration,
  ]

  private mutating func check(
    _ field: EvaluatedField, _ article: String, _ mark: MarkedContact, _ found: MarkedContact
  ) {
    let isRight = mark.isRight(field, in: found)
    figures.count(field, isRight: isRight)
    if isRight { return }
    noteWrong(field.rawValue, article, mark.claim.brief, mark.claim.text(field), found.claim.text(field))
  }

  private mutating func addSides(
    _ article: String, _ mark: MarkedContact, _ found: MarkedContact, _ agreement: PartyAgreement
  ) {
    for pair in agreement.pairs {
      let isRight = mark.parties[pair.marked].side == found.parties[pair.found].side
      figures.count(.sides, isRight: isRight)
      if isRight { continue }
      let (one, other) = (mark.claim.participants[pair.marked], found.claim.participants[pair.found])
      noteWrong(EvaluatedField.sides.rawValue, article, one.name, one.side, other.side)
    }
  }

  private mutating func addSources(_ article: String, _ mark: MarkedContact, _ found: MarkedContact) {
    let pairing = Pairing(mark.sources, found.sources) { $0.isSame(as: $1) }
    add(
      .by, article, mark, pairing, mark.claim.by.map(\.brief).joined(separator: " ← "),
      found.claim.by.map(\.brief).joined(separator: " ← "))
  }

  private mutating func addTopics(_ article: String, _ mark: MarkedContact, _ found: MarkedContact) {
    let pairing = Pairing(mark.topics, found.topics) { $0.overlaps($1) }
    add(
      .topics, article, mark, pairing, mark.claim.topics.joined(separator: " · "),
      found.claim.topics.joined(separator: " · "))
  }

  private mutating func add(
    _ layer: EvaluatedLayer, _ article: String, _ mark: MarkedContact, _ pairing: Pairing, _ marked: String,
    _ found: String
  ) {
    let right = pairing.pairs.count
    figures.count(layer, right, of: right + pairing.missed.count, found: right + pairing.spurious.count)
    if pairing.missed.isEmpty, pairing.spurious.isEmpty { return }
    noteWrong(layer.rawValue, article, mark.claim.brief, marked, found)
  }

  // MARK: Statements

  private mutating func addStatements(_ article: String, _ marked: [Marks.Statement], _ found: [Marks.Statement]) {
    let (marks, reads) = (marked.map(MarkedStatement.init), found.map(MarkedStatement.init))
    let pairing = Pairing(marks, reads) { $0.isSame(as: $1) }
    for pair in pairing.pairs {
      let isRight = MarkWords.areAlike(marks[pair.marked].via, reads[pair.found].via)
      figures.count(.via, isRight: isRight)
      if isRight { continue }
      let (one, other) = (marked[pair.marked], found[pair.found])
      noteWrong(EvaluatedField.via.rawValue, article, one.brief, one.via, other.via)
    }
    for (kind, layer) in [(StatementKind.direct, EvaluatedLayer.quotes), (.indirect, .indirect)] {
      figures.count(
        layer, pairing.pairs.count { marked[$0.marked].kind == kind }, of: marked.count { $0.kind == kind },
        found: found.count { $0.kind == kind })
    }
    for index in pairing.missed {
      let (cause, other) = marks[index].cause(among: pairing.spurious.map { ($0, reads[$0]) })
      note(
        .missed, marked[index].kind.part, cause ?? "not found", article, marked[index].brief,
        other.map { found[$0].brief })
    }
    for index in pairing.spurious {
      let (cause, other) = reads[index].cause(among: pairing.missed.map { ($0, marks[$0]) })
      note(
        .spurious, found[index].kind.part, cause ?? "nothing is marked", article, other.map { marked[$0].brief },
        found[index].brief)
    }
  }

  // MARK: Dates and people

  private mutating func addDates(_ article: String, _ marked: [Marks.Date], _ found: [Marks.Date]) {
    let (marks, reads) = (marked.map(MarkedDate.init), found.map(MarkedDate.init))
    let pairing = Pairing(marks, reads) { $0.isSame(as: $1) }
    figures.count(.dates, pairing.pairs.count, of: marked.count, found: found.count)
    for index in pairing.missed {
      let other = pairing.spurious.first { marks[index].isInPlace(of: reads[$0]) }
      let cause = other.map { marked[index].type == found[$0].type ? "value" : "type" }
      note(.missed, "date", cause ?? "not found", article, marked[index].brief, other.map { found[$0].brief })
    }
    for index in pairing.spurious {
      let other = pairing.missed.first { marks[$0].isInPlace(of: reads[index]) }
      let cause = other.map { marked[$0].type == found[index].type ? "value" : "type" }
      note(
        .spurious, "date", cause ?? "nothing is marked", article, other.map { marked[$0].brief }, found[index].brief)
    }
  }

  private mutating func addPeople(_ article: String, _ marked: [Marks.Person], _ found: [Marks.Person]) {
    let (names, others) = (marked.map { MarkWords($0.name) }, found.map { MarkWords($0.name) })
    let pairing = Pairing(names, others) { $0.isSameName(as: $1) }
    figures.count(.people, pairing.pairs.count, of: marked.count, found: found.count)
    for pair in pairing.pairs {
      let (one, other) = (marked[pair.marked], found[pair.found])
      let isRight = (one.side ?? "").lowercased() == (other.side ?? "").lowercased()
      figures.count(.peopleSides, isRight: isRight)
      if isRight { continue }
      noteWrong(EvaluatedField.peopleSides.rawValue, article, one.name, one.side, other.side)
    }
    for index in pairing.missed { note(.missed, "person", "not found", article, marked[index].name, nil) }
    for index in pairing.spurious { note(.spurious, "person", "nothing is marked", article, nil, found[index].name) }
  }

  // MARK: Faults

  private mutating func note(
    _ kind: Fault.Kind, _ part: String, _ cause: String, _ article: String, _ marked: String?, _ found: String?
  ) {
    faults.append(Fault(kind: kind, part: part, cause: cause, article: article, marked: marked, found: found))
  }

  private mutating func noteWrong(
    _ field: String, _ article: String, _ subject: String, _ marked: String?, _ found: String?
  ) {
    faults.append(
      Fault(kind: .wrong, part: field, article: article, subject: subject, marked: marked ?? "", found: found ?? ""))
  }
}
