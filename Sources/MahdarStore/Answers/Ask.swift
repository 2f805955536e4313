import GRDB
import Mahdar

/// The answer to a question in words, with the contacts or quotes that it rests on.
public struct AskAnswer: Sendable, Encodable {
  public struct Source: Sendable, Encodable {
    public var contact: String
    public var article: String
    public var outlet: String?
    public var published: String?
    public var evidence: String
  }

  /// What was taken to be asked: when, where, count, who, whether, status, said or list.
  public var kind: String
  /// Whom it asks about, as the question names them.
  public var about: [String]
  /// The answer in the language of the question.
  public var answer: String
  /// Whether the record has an answer at all.
  public var isInRecord: Bool
  public var contacts: [ContactSummary]
  public var quotes: [QuoteAnswer]
  public var sources: [Source]
}

extension Store {
  /// Answers a question from the record, and says so when the record has no answer.
  ///
  /// - Errors: `StoreError.request` when the question names nobody.
  public func ask(_ text: String, pipeline: Pipeline, vocabulary: QuestionWords, now: String) throws -> AskAnswer {
    try AskingLimit.question.check(text)
    let question = Question(text, pipeline: pipeline, terms: terms, vocabulary: vocabulary, now: now)
    let words = AnswerWords(isArabic: text.unicodeScalars.contains { $0.value >= 0x600 && $0.value < 0x700 })
    return try read { db in
      var who: [Who] = []
      for name in question.names.prefix(AskingLimit.names) {
        guard let one = try Who.find(name, db, terms) else { return Self.none(question, words.unknown(name)) }
        who.append(one)
      }
      guard !who.isEmpty || question.from != nil || question.about != nil else {
        throw StoreError.request("the question names nobody that the engine knows: '\(text)'")
      }
      if question.kind == .said { return try said(db, question, who, words) }
      var request = ContactRequest()
      request.forms = question.forms
      request.statuses = question.statuses
      request.from = question.from
      request.to = question.to
      request.place = question.place
      request.isLatestFirst = question.order != .first
      var contacts = try Self.contacts(db, request, who)
      if question.kind == .when { contacts = contacts.filter { $0.date != nil } }
      if question.kind == .place { contacts = contacts.filter { $0.place != nil || $0.country != nil } }
      guard let first = contacts.first else { return try Self.otherwise(db, question, request, who, words) }
      let answer: String
      switch question.kind {
      case .when: answer = words.list(question.order == .any ? contacts.compactMap(\.date) : [first.date ?? ""])
      case .place:
        let places = contacts.compactMap { $0.place ?? $0.country }
        answer = words.list(question.order == .any ? places : Array(places.prefix(1)))
      case .count: answer = words.count(contacts.count)
      case .who:
        let asked = Set(who.flatMap(\.identities))
        let others = contacts.flatMap(\.parties).filter { party in
          !asked.contains(party.identity) && !who.contains { $0.sides.contains(party.side ?? "") }
        }
        // Of the names of one person the fullest.
        let names = others.map { one in
          others.filter { $0.identity == one.identity }.map(\.name).max { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
            ?? one.name
        }
        answer = words.list(names)
      case .whether: answer = words.yes(contacts.count)
      case .status: answer = words.list(contacts.prefix(3).map { "\($0.date ?? "—"): \(words.status($0.status))" })
      case .said, .list: answer = words.count(contacts.count)
      }
      let shown = question.order == .any ? Array(contacts.prefix(10)) : [first]
      return AskAnswer(
        kind: question.kind.rawValue, about: question.names, answer: answer, isInRecord: true, contacts: shown,
        quotes: [],
        sources: try shown.flatMap { try Self.sources(db, $0.id) })
    }
  }

  /// What the record has where nothing is of the status asked for: «is it held?», and it was postponed.
  private static func otherwise(
    _ db: Database, _ question: Question, _ asked: ContactRequest, _ who: [Who], _ words: AnswerWords
  ) throws -> AskAnswer {
    var request = asked
    request.statuses = []
    request.limit = 3
    let contacts = asked.statuses.isEmpty ? [] : try Self.contacts(db, request, who)
    guard !contacts.isEmpty else { return none(question, words.none) }
    let statuses = contacts.map { "\($0.date ?? "—") (\(words.status($0.status)))" }
    return AskAnswer(
      kind: question.kind.rawValue, about: question.names,
      answer: words.otherwise(words.list(statuses), isHeld: asked.statuses.contains("held")), isInRecord: true,
      contacts: contacts, quotes: [], sources: try contacts.flatMap { try sources(db, $0.id) })
  }

  private func said(_ db: Database, _ question: Question, _ who: [Who], _ words: AnswerWords) throws -> AskAnswer {
    let query = try question.about.map { try SearchQuery($0, terms) }
    let quotes = try Self.quotes(db, who.first, about: query, from: question.from, to: question.to, limit: 10)
    guard !quotes.isEmpty else { return Self.none(question, words.none) }
    return AskAnswer(
      kind: question.kind.rawValue, about: question.names, answer: words.count(quotes.count), isInRecord: true,
      contacts: [],
      quotes: quotes, sources: [])
  }

  private static func none(_ question: Question, _ answer: String) -> AskAnswer {
    AskAnswer(
      kind: question.kind.rawValue, about: question.names, answer: answer, isInRecord: false, contacts: [], quotes: [],
      sources: [])
  }

  private static func sources(_ db: Database, _ contact: String) throws -> [AskAnswer.Source] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT key, outlet, published, claim.evidence
        FROM contact_claim JOIN claim ON claim.id = contact_claim.claim JOIN current_article USING (reading)
        WHERE contact = ? ORDER BY published, key, claim.ordinal LIMIT 5
        """, arguments: [contact]
    ).map {
      AskAnswer.Source(
        contact: contact, article: $0["key"], outlet: $0["outlet"], published: $0["published"], evidence: $0["evidence"]
      )
    }
  }
}

/// The few words that answers are made of.
struct AnswerWords {
  let isArabic: Bool

  var none: String { isArabic ? "ليس في السجل." : "Not in the record." }
  func unknown(_ name: String) -> String {
    isArabic ? "ليس في السجل أحد باسم «\(name)»." : "The record knows nobody called '\(name)'."
  }
  func otherwise(_ statuses: String, isHeld: Bool) -> String {
    isArabic
      ? "ليس في السجل أنه \(isHeld ? "عُقد" : "سيُعقد")؛ فيه: \(statuses)"
      : "Not in the record as \(isHeld ? "held" : "planned"); it has: \(statuses)"
  }
  func count(_ number: Int) -> String { isArabic ? "في السجل: \(number)." : "In the record: \(number)." }
  func yes(_ number: Int) -> String { isArabic ? "نعم، في السجل: \(number)." : "Yes, in the record: \(number)." }

  /// Values in their order, each once.
  func list(_ values: [String]) -> String {
    var seen: Set<String> = []
    let once = values.filter { !$0.isEmpty && seen.insert($0).inserted }
    return once.isEmpty
      ? none : once.prefix(10).joined(separator: isArabic ? "، " : ", ") + (once.count > 10 ? " …" : ".")
  }

  func status(_ status: String) -> String {
    guard isArabic else { return status }
    return [
      "held": "عُقد", "underway": "جارٍ", "scheduled": "مقرر", "proposed": "مقترح", "postponed": "مؤجل",
      "cancelled": "ملغى",
      "denied": "منفي",
    ][status] ?? status
  }
}
