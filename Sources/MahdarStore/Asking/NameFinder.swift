import GRDB
import Mahdar

/// Finds whom the record has under the words of a question: as they are written, by their sounds, or with a letter more or less.
struct NameFinder {
  enum Nearness { case exact, sounding, near }

  let db: Database
  let terms: SearchTerms
  /// Whether a word is one of ordinary language, which no name is met by with a letter more or less.
  private let isCommon: (String) -> Bool
  /// A word of the record's names, with the rows that have it.
  private struct IndexWord {
    var word: String
    var sounds: [NameKey.Part]
    var skeletons: [NameSkeleton]
    var rows: [Int]
  }

  /// All words of the record's names, read when a name is not found as it is written.
  private var index: [IndexWord]?
  private var found: [String: Set<Int>] = [:]

  /// Of so many rows a name is looked for.
  private static let most = 4000

  init(_ db: Database, _ terms: SearchTerms, isCommon: @escaping (String) -> Bool = { _ in false }) {
    self.db = db
    self.terms = terms
    self.isCommon = isCommon
  }

  /// The rows of names that have a word, clitics aside.
  mutating func rows(_ token: QuestionToken, _ nearness: Nearness = .exact) throws -> Set<Int> {
    let key = "\(nearness) \(token.text)"
    if let known = found[key] { return known }
    var rows: Set<Int> = []
    if nearness == .exact {
      rows = try self.rows([token])
    } else {
      for one in try alike(token, nearness) { rows.formUnion(one.rows) }
    }
    found[key] = rows
    return rows
  }

  /// The rows of names that have all words of a run as they are written, however they are joined: «دي ميستورا», «عبدالله».
  func rows(_ run: ArraySlice<QuestionToken>) throws -> Set<Int> {
    guard let first = run.first else { return [] }
    if run.allSatisfy(\.isLatin) { return try rows(ofAll: run.flatMap(latinParts).map { [$0] }) }
    let rest = run.dropFirst().map { " " + $0.text }.joined()
    // As it is, then less its clitics.
    return try first.variants.reduce(into: Set<Int>()) { found, variant in
      var places: [[String]] = []
      for term in terms.terms(of: variant + rest) {
        let word = Spelling.text(term.letters)
        if term.isAlternative, !places.isEmpty { places[places.count - 1].append(word) } else { places.append([word]) }
      }
      found.formUnion(try rows(ofAll: places))
    }
  }

  /// Whether names are found by a word at all.
  func hasTerms(_ token: QuestionToken) -> Bool {
    !token.isLatin && token.variants.contains { !terms.terms(of: $0).isEmpty } || token.isLatin
  }

  /// The rows that have one of the words of each place.
  private func rows(ofAll places: [[String]]) throws -> Set<Int> {
    var rows: Set<Int> = []
    for (place, words) in places.enumerated() {
      let found = try words.reduce(into: Set<Int>()) { found, word in
        found.formUnion(
          try Int.fetchAll(
            db.cachedStatement(sql: "SELECT name FROM name_word WHERE word = ? LIMIT \(Self.most)"), arguments: [word]))
      }
      rows = place == 0 ? found : rows.intersection(found)
      if rows.isEmpty { return [] }
    }
    return rows
  }

  /// The parts of a word in Latin letters, less an article.
  private func latinParts(_ token: QuestionToken) -> [String] {
    let parts = token.folded.split(separator: " ").map(String.init)
    let names = parts.filter { !Self.articles.contains($0) }
    return names.isEmpty ? parts : names
  }

  /// The words of names that a word may be a spelling of.
  private mutating func alike(_ token: QuestionToken, _ nearness: Nearness) throws -> [IndexWord] {
    let index = try allWords()
    if token.isLatin { return latinWords(token, index, nearness) }
    let variants = token.variants.filter { $0.count > 2 && !isCommon($0) }
    let keys = variants.flatMap(terms.lexicon.sounds.plain)
    let letters = variants.map(Array.init)
    return index.filter { one in
      switch nearness {
      case .exact: return false
      case .sounding: return one.sounds.contains { part in keys.contains { part.length > 1 && part.isSame(as: $0) } }
      case .near:
        let word = Array(one.word)
        guard word.count > 3 else { return false }
        return letters.contains {
          $0.count > 3 && abs($0.count - word.count) < 2 && EditDistance.of($0, word) <= ($0.count > 8 ? 2 : 1)
        }
      }
    }
  }

  private func latinWords(_ token: QuestionToken, _ index: [IndexWord], _ nearness: Nearness) -> [IndexWord] {
    let joined = latinParts(token).joined()
    guard joined.count > 1 else { return [] }
    let keys = terms.lexicon.sounds.latin(joined)
    let letters = Array(joined)
    return index.filter { one in
      switch nearness {
      case .exact: return false
      case .sounding: return one.skeletons.contains { one in keys.contains { one.isSpelled(by: $0, least: 1) } }
      case .near:
        let word = Array(one.word)
        return word.count > 5 && letters.count > 5 && word[0] == letters[0] && abs(letters.count - word.count) < 2
          && EditDistance.of(letters, word) == 1
      }
    }
  }

  /// The article before Arabic names in Latin letters.
  private static let articles: Set<String> = ["al", "el", "ul", "as", "ash", "ad", "an", "ar"]

  private mutating func allWords() throws -> [IndexWord] {
    if let index { return index }
    var rows: [Substring: [Int]] = [:]
    let all = try Row.fetchCursor(db, sql: "SELECT id, folded FROM name")
    while let row = try all.next() {
      let (id, folded): (Int, String) = (row["id"], row["folded"])
      for word in folded.split(separator: " ") { rows[word, default: []].append(id) }
    }
    let read = rows.map {
      IndexWord(
        word: String($0), sounds: terms.lexicon.sounds.plain(String($0)),
        skeletons: terms.lexicon.sounds.skeletons(String($0)), rows: $1)
    }
    .sorted { $0.word < $1.word }
    index = read
    return read
  }

  /// Those whose names have all words of a text, as they are written or by their sounds.
  mutating func people(called name: String) throws -> [NamedPerson] {
    let tokens = QuestionToken.tokens(of: name, joining: terms.lexicon.sounds.isCompoundHead)
    guard !tokens.isEmpty else { return [] }
    var rows: Set<Int>?
    for token in tokens {
      let found = try self.rows(token, .sounding).union(try self.rows(token))
      rows = rows?.intersection(found) ?? found
    }
    return try people(rows ?? [])
  }

  /// Whether the record tells of somebody in an office; one of whom it tells none, or that is known by no words, may hold it.
  func hasHeld(_ person: NamedPerson, _ office: OfficeKey, _ names: NameLookup) -> Bool {
    guard !office.isEmpty else { return true }
    let offices =
      (try? String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT office FROM party WHERE identity = ? AND office IS NOT NULL
          UNION SELECT DISTINCT office FROM person WHERE name IN (SELECT name FROM name WHERE identity = ?) AND office IS NOT NULL
          """, arguments: [person.identity, person.identity])) ?? []
    let told = offices.filter { !names.isCounterpart($0) }
    return told.isEmpty
      || told.contains { names.offices($0).shares(office) || names.offices($0).sharesHead(office) && office.isPlain }
  }

  /// The identities that people gave names to, by the folded names; the last decision counts.
  func aliases() throws -> [String: String] {
    let rows = try Row.fetchAll(
      db,
      sql:
        "SELECT subject, object FROM decision WHERE kind = 'alias' AND undone_by IS NULL AND object IS NOT NULL ORDER BY id"
    )
    return rows.reduce(into: [:]) { $0[$1["subject"] as String] = $1["object"] as String }
  }

  /// The place of the record that a word may be a spelling of.
  func place(near token: QuestionToken) -> (name: String, country: String?)? {
    let rows =
      (try? Row.fetchAll(db, sql: "SELECT DISTINCT place, place_country FROM contact WHERE place IS NOT NULL")) ?? []
    let places = rows.map { (name: $0["place"] as String, country: $0["place_country"] as String?) }
    if token.isLatin {
      let keys = terms.lexicon.sounds.latin(token.folded.replacing(" ", with: ""))
      return places.first { place in
        terms.lexicon.sounds.skeletons(place.name).contains { one in keys.contains { one.isSpelled(by: $0) } }
      }
    }
    let words = token.variants.filter { $0.count > 3 }.map(Array.init)
    return places.first { place in
      let name = Array(Spelling.folded(place.name))
      return words.contains { EditDistance.of($0, name) <= ($0.count > 5 ? 2 : 1) && $0.first == name.first }
    }
  }

  /// Those who bear names of these rows.
  func people(_ rows: Set<Int>) throws -> [NamedPerson] {
    var people: [String: NamedPerson] = [:]
    for row in rows.sorted().prefix(Self.most) {
      guard let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM name WHERE id = ?"), arguments: [row])
      else { continue }
      let (identity, name): (String, String) = (row["identity"], row["name"])
      guard people[identity] == nil else {
        if people[identity]?.names.contains(name) == false { people[identity]?.names.append(name) }
        continue
      }
      people[identity] = NamedPerson(
        identity: identity, name: name, kind: row["kind"], side: row["side"], names: [name])
    }
    return try people.values.sorted { $0.identity < $1.identity }.map(whole)
  }

  /// With all names that the record has for them.
  func whole(_ person: NamedPerson) throws -> NamedPerson {
    var whole = person
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT name, side FROM name WHERE identity = ? ORDER BY id"),
      arguments: [person.identity])
    whole.names = rows.map { $0["name"] }
    whole.side = whole.side ?? rows.lazy.compactMap { $0["side"] as String? }.first
    let arabic = whole.names.filter { !($0.first?.isASCII ?? true) }
    whole.name =
      (arabic.isEmpty ? whole.names : arabic).max { ($0.utf8.count, $1) < ($1.utf8.count, $0) } ?? person.name
    return whole
  }
}
