import GRDB
import Mahdar

/// Answers a question that was read from what the record has.
struct Answerer {
  let db: Database
  let terms: SearchTerms
  let names: NameLookup
  let english: EnglishNames
  let question: Question
  let words: AnswerWords
  let now: String
  let limit: Int
  let pipeline: Pipeline

  var wording: Wording { words.wording }

  /// A part of the answer: of a question that asks for two things there are two.
  struct Part {
    var text: String
    var isInRecord = true
    var contacts: [AskedContact] = []
    var quotes: [QuoteAnswer] = []
    var total = 0
    var also: [String] = []
  }

  func answer() throws -> AskAnswer {
    if question.kinds.contains(.outside) { return refused(words.outside) }
    if !question.unknown.isEmpty { return refused(words.notUnderstood(question.unknown)) }
    for party in parties where party.isNamed && party.people.isEmpty { return none(words.unknown(party.words)) }
    guard
      !parties.isEmpty || !question.places.isEmpty || question.from != nil || question.to != nil
        || question.about != nil || question.kinds == [.changes]
    else { return refused(words.nobody) }
    let matched = try ContactMatcher(db: db, terms: terms, names: names, question: question).contacts()
    if let ask = try ambiguity(matched) { return refused(ask) }
    return whole(try question.kinds.map { try part($0, matched) })
  }

  var parties: [AskedParty] { question.contactParties }

  private func part(_ kind: Question.Kind, _ matched: [AskedContact]) throws -> Part {
    switch kind {
    case .said, .whoSaid, .whenSaid: return try statements(kind)
    case .whoIs, .office: return try offices(kind)
    case .holder: return try holders()
    case .changes: return try changes()
    case .status: return matched.isEmpty ? none() : status(matched)
    case .deniedBy: return deniers(matched)
    case .source: return matched.isEmpty ? none() : sources(matched)
    case .independent: return try matched.isEmpty ? none() : independent(matched)
    case .movedTo: return moved(matched)
    case .conflict: return try conflicts(matched)
    case .whether: return try whether(matched)
    case .whetherSaid: return try whetherSaid()
    case .whenTold: return whenTold(matched)
    case .people: return people(matched)
    default: return try contacts(kind, matched)
    }
  }

  // MARK: Whole answers

  private func whole(_ parts: [Part]) -> AskAnswer {
    var contacts: [AskedContact] = []
    for contact in parts.flatMap(\.contacts) where !contacts.contains(where: { $0.summary.id == contact.summary.id }) {
      contacts.append(contact)
    }
    let shown = contacts.prefix(limit)
    return AskAnswer(
      kind: question.kinds.map(\.rawValue).joined(separator: ", "), about: parties.map(\.words),
      language: wording.isArabic ? "ar" : "en", understood: question.words, isUnderstood: true,
      answer: Self.joined(parts.map { Self.capital(Self.ended($0.text)) }),
      isInRecord: parts.contains(where: \.isInRecord),
      also: guesses + parts.flatMap(\.also), total: parts.map(\.total).max() ?? 0,
      contacts: shown.map(\.summary), quotes: Array(parts.flatMap(\.quotes).prefix(limit)),
      sources: shown.flatMap { $0.sources.prefix(5) })
  }

  /// The sentences, none of them twice.
  private static func joined(_ sentences: [String]) -> String {
    sentences.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: " ")
  }

  private static func capital(_ text: String) -> String {
    guard let first = text.first, first.isLowercase else { return text }
    return first.uppercased() + text.dropFirst()
  }

  private static func ended(_ text: String) -> String {
    guard let last = text.last, !".؟?!»".contains(last) else { return text }
    return text + "."
  }

  private func refused(_ text: String) -> AskAnswer {
    AskAnswer(
      kind: question.kinds.map(\.rawValue).joined(separator: ", "), about: parties.map(\.words),
      language: wording.isArabic ? "ar" : "en", understood: question.words, isUnderstood: false, answer: text,
      isInRecord: false, also: [], total: 0,
      contacts: [],
      quotes: [], sources: [])
  }

  private func none(_ text: String) -> AskAnswer { whole([Part(text: text, isInRecord: false)]) }

  func none(also: [String] = []) -> Part { Part(text: words.none(question), isInRecord: false, also: also) }

  /// Names that were met with a letter more or less are told, and who else bears one.
  private var guesses: [String] {
    parties.flatMap { party -> [String] in
      let guess = party.isGuess ? party.people.first : nil
      let others = party.others.prefix(3).map(\.name)
      return [
        guess.map { words.text("فهمت «\(party.words)» على أنه \($0.name).", "Took '\(party.words)' for \($0.name).") },
        others.isEmpty
          ? nil
          : words.text(
            "في السجل أيضًا من اسمه «\(party.words)»: \(words.list(others)).",
            "Others in the record are called '\(party.words)', too: \(words.list(others))."),
      ].compactMap(\.self)
    }
  }

  // MARK: Whom the question means

  /// What to ask back where a name stands for several who all fit; nil where it is clear.
  private func ambiguity(_ matched: [AskedContact]) throws -> String? {
    for party in parties {
      if party.isNamed {
        let persons = distinct(party.people)
        guard persons.count > 1 else { continue }
        if isOfStatements {
          let speaking = try persons.filter { try !quotes(of: [$0]).isEmpty }
          if speaking.count > 1 { return words.whom(party.words, speaking.map(described)) }
          continue
        }
        if question.kinds.contains(where: { [.whoIs, .office].contains($0) }) {
          return words.whom(party.words, persons.map(described))
        }
        let present = persons.filter { person in
          matched.contains { contact in contact.summary.parties.contains { person.identities.contains($0.identity) } }
        }
        if present.count > 1 { return words.whom(party.words, present.map(described)) }
      } else if party.isVague, !party.isPlural, !question.kinds.contains(.holder),
        party.office.map(names.isCounterpart) != true || parties.count == 1
      {
        let present = Set(
          matched.flatMap { contact in
            contact.summary.parties.filter { $0.office.map { names.offices($0).shares(party.key) } ?? false }
          }
          .map(\.identity))
        if present.count > 1 || matched.isEmpty || party.key.isEmpty {
          return words.whom(party.words, choices(matched, party))
        }
      }
    }
    return nil
  }

  private var isOfStatements: Bool {
    question.kinds.contains { [.said, .whenSaid, .whetherSaid].contains($0) }
  }

  private func choices(_ matched: [AskedContact], _ party: AskedParty) -> [String] {
    var seen: Set<String> = []
    return matched.flatMap(\.summary.parties).filter {
      ($0.office.map { names.offices($0).shares(party.key) } ?? false) && seen.insert($0.identity).inserted
    }.map(words.described)
  }

  /// One person under all identities that the record has.
  struct Person {
    var name: String
    var identities: [String]
    var names: [String]
    var side: String?
  }

  /// People whose names are spellings of one and who are of one side are one.
  func distinct(_ people: [NamedPerson]) -> [Person] {
    var persons: [Person] = []
    for one in people {
      let key = names.key(one.name)
      if let index = persons.firstIndex(where: { person in
        (person.side == nil || one.side == nil || person.side == one.side)
          && (names.key(person.name).isSame(as: key) || person.names.contains { names.key($0).isSame(as: key) })
      }) {
        persons[index].identities.append(one.identity)
        persons[index].names += one.names
        if one.name.count > persons[index].name.count { persons[index].name = one.name }
        persons[index].side = persons[index].side ?? one.side
      } else {
        persons.append(Person(name: one.name, identities: [one.identity], names: one.names, side: one.side))
      }
    }
    return persons
  }

  func described(_ person: Person) -> String {
    let office = person.identities.lazy.compactMap { identity in
      try? String.fetchAll(
        db,
        sql: "SELECT DISTINCT office FROM party WHERE identity = ? AND office IS NOT NULL ORDER BY office",
        arguments: [identity])
    }.joined().first { !names.isCounterpart($0) }
    return office.map { "\(person.name) (\($0))" } ?? person.name
  }
}
