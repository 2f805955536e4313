/// Gathers the words of the tables with the terms that they are found by; the first term of a word stands.
struct SearchWords {
  private(set) var entries: [(word: [UInt8], term: [UInt8])] = []
  /// Nouns: what the stemmer makes of them leads to their terms.
  private(set) var nouns: [(word: [UInt8], term: [UInt8])] = []
  private(set) var seconds: [(word: [UInt8], term: [UInt8])] = []
  /// Words that stand before a name and may be written as one with it: the spelling that stands for all of them.
  private(set) var fronts: [(word: [UInt8], first: [UInt8], isKin: Bool)] = []
  /// Words that stand behind a name and may be written as one with it.
  private(set) var backs: [[UInt8]] = []
  /// Nouns and names as they stand in the tables, no inflections of them.
  private(set) var bases: Set<WordHash> = []
  /// The codes of countries by their folded names.
  private(set) var countries: [[UInt8]: String] = [:]
  /// The words, numbered in the order of `entries` from 1.
  private(set) var vocabulary = Vocabulary()
  /// Spellings of several words.
  private var eithers: Set<WordHash> = []
  /// The pasts of verbs that were read.
  private var pasts: Set<WordHash> = []
  /// Forms of verbs with the first person in them: «نؤكد», «استقبلني».
  private var late: [(word: [UInt8], term: [UInt8])] = []

  mutating func read(_ builder: inout LexiconBuilder) throws(DataError) {
    let spelling = try NameSpelling(&builder)
    let table = try builder.table("search-words", ["kind", "ar"])
    let rows = table.rows.map { (kind: $0[0], words: $0[1].split(separator: " ").map(String.init), row: $0) }
    let kinds = [
      "noun", "person", "adjective", "nisba", "verb", "variant", "either", "none", "front", "kin", "back",
    ]
    for (kind, words, row) in rows where !kinds.contains(kind) || words.isEmpty {
      throw table.error(row, "unknown kind '\(kind)'", fix: "one of " + kinds.joined(separator: ", "))
    }
    for (_, words, _) in rows.filter({ $0.kind == "none" }) {
      for word in words { add(FoldedText.key(word), []) }
    }
    for (kind, words, _) in rows where kind == "front" || kind == "kin" {
      let spellings = words.map { FoldedText.key($0) }
      fronts += spellings.map { ($0, spellings[0], kind == "kin") }
    }
    backs = rows.filter { $0.kind == "back" }.flatMap(\.words).map { FoldedText.key($0) }
    for (_, words, _) in rows.filter({ $0.kind == "either" }) {
      let terms = words.dropFirst().map(FoldedText.key)
      eithers.insert(WordHash(FoldedText.key(words[0])))
      if let first = terms.first { add(FoldedText.key(words[0]), first) }
      if terms.count > 1 { seconds.append((FoldedText.key(words[0]), terms[1])) }
    }
    // A word as it stands goes before what another is inflected to: «بلدة» is no «بلده».
    let nouns = rows.compactMap { row in Noun(rawValue: row.kind).map { (kind: $0, words: row.words) } }
    for (_, words) in nouns {
      for word in words {
        add(FoldedText.key(word), term(FoldedText.key(words[0])))
        bases.insert(WordHash(FoldedText.key(word)))
      }
    }
    for (_, words, _) in rows.filter({ $0.kind == "variant" }) { variants(words) }
    for (kind, words) in nouns { inflect(words, kind) }
    try nisbas(&builder, spelling)
    for (_, words, _) in rows.filter({ $0.kind == "verb" }) { verb(past: words[0], present: words.last ?? "") }
    let contacts = try builder.table("contact-verbs", [])
    let (past, present) = (try contacts.column("past"), try contacts.column("present"))
    for row in contacts.rows { verb(past: row[past], present: row[present]) }
    let speech = try builder.table("speech-verbs", [])
    let forms = try speech.column("ar")
    for row in speech.rows {
      let words = row[forms].split(separator: " ").map(String.init)
      if words.count > 1 { verb(past: words[0], present: words[1]) }
    }
    try names(&builder, spelling)
    // What speakers say of themselves is written like much else: it comes last.
    for (word, term) in late { add(word, term) }
  }

  /// What kind of noun a word is: which endings make forms of it, and not other words.
  private enum Noun: String {
    case noun
    /// A person: «مقاتلو», «وزيري», «باحثة».
    case person
    case adjective, nisba
  }

  private mutating func add(_ word: [UInt8], _ term: [UInt8]) {
    if !word.isEmpty, vocabulary.intern(word, closed: false) > entries.count { entries.append((word, term)) }
  }

  private func isKnown(_ word: [UInt8]) -> Bool { vocabulary.id(WordHash(word)) != 0 }

  /// The term of a word: that of its first spelling.
  private func term(_ word: [UInt8]) -> [UInt8] {
    let id = vocabulary.id(WordHash(word))
    return id == 0 || eithers.contains(WordHash(word)) ? word : entries[Int(id) - 1].term
  }

  private static func bare(_ word: String) -> String {
    word.hasPrefix("ال") && word.unicodeScalars.count > 4 ? String(word.unicodeScalars.dropFirst(2)) : word
  }

  /// Spellings of one name; nisbas are inflected.
  private mutating func variants(_ words: [String]) {
    let term = term(FoldedText.key(Self.bare(words[0])))
    for word in words {
      if word.hasSuffix("ي") || word.hasSuffix("ى") {
        nisba(word, term)
      }
      add(FoldedText.key(word), term)
      add(FoldedText.key(Self.bare(word)), term)
    }
  }

  private static let endings: [Noun: [[UInt8]]] = [
    .adjective: ["ون", "ين", "ه", "تان", "تين"], .nisba: ["ون", "ين", "ه", "تان", "تين"],
    .person: ["ون", "ين", "ه", "تان", "تين", "و", "ي"],
  ].mapValues { $0.map { FoldedText.key($0) } }
  private static let soundFeminineEndings = ["ات", "اته", "اتها", "اتهم", "اتهما", "اتنا"].map { FoldedText.key($0) }
  private static let nisbaEndings = ["", "ه", "ين", "ون", "ان", "ات", "ا", "تين", "تان"].map { FoldedText.key($0) }

  /// The written forms of a noun, with the sound plurals.
  private static func forms(_ noun: String, _ kind: Noun, isSingular: Bool = true) -> [[UInt8]] {
    var forms = NounInflection.forms(of: noun).filter { !$0.isDefinite || $0.pronoun != nil }.map(\.letters)
    let base = FoldedText.key(noun)
    // «وزيري الخارجية» is a dual; of a thing, or after a plural, the ي makes another word: «نفطي», «حدودي».
    if kind != .person || !isSingular { forms.removeAll { $0 == base + [Letters.yeh] } }
    if noun.hasSuffix("ة") {
      forms += soundFeminine(Array(base.dropLast()))
    } else if base.count > 2, !noun.hasSuffix("ات"), !noun.hasSuffix("ون"), !noun.hasSuffix("ين") {
      forms += soundFeminine(base)
      if isSingular || kind == .adjective { for ending in endings[kind] ?? [] { forms.append(base + ending) } }
    }
    return forms
  }

  private static let article = FoldedText.key("ال")
  private static let me = FoldedText.key("ني")

  private static func soundFeminine(_ stem: [UInt8]) -> [[UInt8]] {
    soundFeminineEndings.map { stem + $0 }
  }

  private mutating func inflect(_ words: [String], _ kind: Noun) {
    let term = term(FoldedText.key(words[0]))
    for word in words { nouns.append((FoldedText.key(word), term)) }
    for word in words {
      for form in Self.forms(word, kind, isSingular: word == words[0]) where form.count > 2 { add(form, term) }
    }
  }

  /// A verb; where its past is written like a noun («عمل»), that word is the noun's, and the rest goes by the present.
  private mutating func verb(past: String, present: String) {
    let (bare, other) = (FoldedText.key(past), FoldedText.key(present))
    let isNoun = isKnown(bare) && !pasts.contains(WordHash(bare))
    pasts.insert(WordHash(bare))
    let term = isNoun && !other.isEmpty ? term(other) : term(bare)
    for (letters, form) in VerbInflection.forms(past: past, present: present) where letters.count > 2 {
      // «القوة» is a noun with its article, not «ألقوه»; «بقوة» one with a preposition, not «بقوه».
      if form.hasObject {
        if letters.starts(with: Self.article), isKnown(Array(letters.dropFirst(2))) { continue }
        if letters.count > 3, SearchTerms.isClitic(letters[0]), isKnown(Array(letters.dropFirst())) { continue }
      } else if form.number == .singular, !form.isFirst {
        late.append((letters + Self.me, term))
      }
      if !form.isFirst { add(letters, term) } else if letters.count > 3 { late.append((letters, term)) }
    }
  }

  private mutating func nisba(_ word: String, _ term: [UInt8]) {
    let base = FoldedText.key(word)
    for ending in Self.nisbaEndings { add(base + ending, term) }
  }

  /// The nisbas of countries; several spellings of one are one term.
  private mutating func nisbas(_ builder: inout LexiconBuilder, _ spelling: NameSpelling) throws(DataError) {
    let countries = try builder.table("gazetteer/country-names", ["iso2", "use", "ar"])
    for row in countries.rows where row[1] == "name" || row[1] == "alias" {
      let name = FoldedText.key(row[2])
      if self.countries[name] == nil || row[1] == "name" { self.countries[name] = row[0] }
    }
    var firsts: [String: [Name]] = [:]
    for row in countries.rows where row[1] == "nisba" && !row[2].contains(" ") {
      let word = Name(FoldedText.key(row[2]), spelling)
      let term = self.term((firsts[row[0], default: []].first { $0.key.isSame(as: word.key) } ?? word).letters)
      firsts[row[0], default: []].append(word)
      nisba(row[2], term)
    }
    var names: [String: [Name]] = [:]
    for row in countries.rows where ["name", "alias", "capital", "metonym"].contains(row[1]) && !row[2].contains(" ") {
      name(row[2], &names[row[0], default: []], spelling)
    }
  }

  /// Names are kept from stemming; the spellings of one person's name are one term.
  private mutating func names(_ builder: inout LexiconBuilder, _ spelling: NameSpelling) throws(DataError) {
    let people = try builder.table("gazetteer/person-names", ["id", "use", "ar"])
    var spellings: [Name] = []
    var person = ""
    for row in people.rows {
      if row[0] != person { spellings = [] }
      person = row[0]
      for word in row[2].split(separator: " ") { name(String(word), &spellings, spelling) }
    }
    for (file, columns) in [
      ("given-names", ["gender", "en", "ar"]), ("city-names", ["id", "use", "ar"]),
    ] {
      for row in try builder.table("gazetteer/" + file, columns).rows where !row[2].contains(" ") {
        var alone: [Name] = []
        name(row[2], &alone, spelling)
      }
    }
  }

  /// A word of a name.
  private struct Name {
    let letters: [UInt8]
    let key: NameKey

    init(_ letters: [UInt8], _ spelling: NameSpelling) {
      self.letters = letters
      key = spelling.key([letters[...]])
    }
  }

  /// Adds a word of a name; `spellings` are the words of other names of the same person or place.
  private mutating func name(_ word: String, _ spellings: inout [Name], _ spelling: NameSpelling) {
    let letters = FoldedText.key(Self.bare(word))
    guard letters.count > 2 else { return }
    bases.insert(WordHash(letters))
    let name = Name(letters, spelling)
    if !isKnown(letters) {
      let other =
        letters.count > 3 ? spellings.first { $0.letters != letters && $0.key.isSame(as: name.key) } : nil
      let found = other.map { term($0.letters) } ?? letters
      // One spelling of «علاوي» is «علي», which is written like a word that is not searched for.
      add(letters, found.isEmpty ? letters : found)
    }
    spellings.append(name)
  }
}
