/// What the record knows of words: spellings of names, the gazetteer's names, and words that tell contacts apart.
struct RecordLexicon: Sendable {
  /// A person of the gazetteer, found by the sounds of a name.
  struct Person: Sendable {
    var id: String
    var label: String
    var side: String?
  }

  private(set) var spelling = NameSpelling()
  private(set) var weights = LinkWeights()
  private(set) var mentions = MentionLexicon()
  private var vocabulary = Vocabulary()
  /// People by the sounds of a whole name of two words or more: the last of a sound in `namesakes`.
  private var peopleBySound = KeyMap<Int32>()
  /// A person of the gazetteer and the place of another one whose name sounds alike; -1 where there is none.
  private struct Namesake: BitwiseCopyable, Sendable {
    var person: Int32
    var other: Int32
  }
  private var namesakes: [Namesake] = []
  /// The sides of cities that are capitals, by the city's id.
  private var capitals: [String: SideID] = [:]
  /// Words that most contacts share.
  private var plain = KeyMap<Bool>()
  /// Stems that any office may have: «جمهورية», «شؤون».
  private var ofAnyOffice = KeyMap<Bool>()
  /// Stems that any official source may have: «الناطق», «بيان».
  private var ofAnySource = KeyMap<Bool>()
  /// Nouns of what holds cities: «ولاية», «جزيرة», «شمال».
  private var regions = KeyMap<Bool>()
  private var negations = KeyMap<Bool>()
  /// Words that any medium may be called by: «للأنباء», «نيوز».
  private var ofAnyOutlet = KeyMap<Bool>()
  /// Stems that stand for others in offices: «حكومة» for «وزراء».
  private var alikeInOffice = KeyMap<UInt64>()
  /// The lemmas of heads that tell no office alone: «الوزير».
  private var vague: [UInt64] = []
  private var ordinals = KeyMap<Int>()
  /// Nouns that are numbered: «جولة», «مؤتمر».
  private var rounds = KeyMap<Bool>()
  /// The endings of number, gender and nisba, longest first.
  private var endings: [[Letter]] = []

  init(_ builder: inout LexiconBuilder, mentions: MentionLexicon) throws(DataError) {
    self.mentions = mentions
    spelling = try NameSpelling(&builder)
    weights = try LinkWeights(&builder)
    let words = try builder.table("record-words", ["class", "value", "ar"])
    var officeRows: [(use: String, value: String, word: [Letter])] = []
    for row in words.rows {
      let word = WordHash(FoldedText.key(row[2])).value
      switch row[0] {
      case "plain": plain.set(word, true)
      case "round": rounds.set(word, true)
      case "outlet": ofAnyOutlet.set(word, true)
      case "region": regions.set(word, true)
      case "negation": negations.set(word, true)
      case "office", "office-head", "office-word", "source": officeRows.append((row[0], row[1], FoldedText.key(row[2])))
      case "ending": endings.append(FoldedText.key(row[2]))
      case "ordinal":
        guard let number = Int(row[1]) else { throw words.error(row, "'\(row[1])' is no number") }
        ordinals.set(word, number)
      default: throw words.error(row, "unknown class '\(row[0])'")
      }
    }
    endings.sort { $0.count > $1.count }
    vocabulary = builder.vocabulary
    for (use, value, word) in officeRows {
      let stem = WordHash(root(word[...])).value
      switch use {
      case "office": ofAnyOffice.set(stem, true)
      case "source": ofAnySource.set(stem, true)
      case "office-word": alikeInOffice.set(stem, WordHash(root(FoldedText.key(value)[...])).value)
      default: vague.append(UInt64(bitPattern: Int64(lemma(word[...]))))
      }
    }
    try readPeople(&builder)
    for row in try builder.table("gazetteer/country-names", ["iso2", "use", "ar"]).rows where row[1] == "capital" {
      for city in rows(named: FoldedText.words(row[2]), [.place]) where city.side == row[0] {
        capitals[city.id] = mentions.sides.known(row[0])
      }
    }
  }

  init() {}

  private mutating func readPeople(_ builder: inout LexiconBuilder) throws(DataError) {
    // Numbered as the gazetteer numbers them.
    var rows: [String: Int32] = [:]
    for row in try builder.table("gazetteer/people", ["id", "side", "en"]).rows { rows[row[0]] = Int32(rows.count) }
    for row in try builder.table("gazetteer/person-names", ["id", "use", "ar"]).rows {
      guard let index = rows[row[0]] else { continue }
      let key = spelling.key(FoldedText.words(row[2]))
      if key.parts.count > 1, !people(sounding: key.whole).contains(index) {
        namesakes.append(Namesake(person: index, other: peopleBySound[key.whole] ?? -1))
        peopleBySound.set(key.whole, Int32(namesakes.count - 1))
      }
    }
  }

  /// The rows of people whose whole name has these sounds.
  private func people(sounding sounds: UInt64) -> [Int32] {
    var people: [Int32] = []
    var place = peopleBySound[sounds] ?? -1
    while place >= 0 {
      people.append(namesakes[Int(place)].person)
      place = namesakes[Int(place)].other
    }
    return people
  }

  // MARK: Gazetteer

  private func ids(_ words: [ArraySlice<Letter>]) -> [WordID] { words.map { vocabulary.id(WordHash($0)) } }

  func classes(_ word: ArraySlice<Letter>) -> WordClass { mentions.classes(vocabulary.id(WordHash(word))) }
  func lemma(_ word: ArraySlice<Letter>) -> Int16 { mentions.lemma(vocabulary.id(WordHash(word))) }

  /// The side that a nisba among the words tells.
  func nisba(among words: [ArraySlice<Letter>]) -> String? {
    for word in words {
      let side = mentions.nisba(vocabulary.id(WordHash(word)))
      if side != 0 { return mentions.sides[side] }
    }
    return nil
  }

  /// The rows of a kind that the words name as a whole.
  func rows(named words: [ArraySlice<Letter>], _ kinds: Set<MentionKind>) -> [(
    id: String, label: String, side: String?
  )] {
    let values = mentions.names.values(of: ids(words))
    var found: [(id: String, label: String, side: String?)] = []
    for value in values where kinds.contains(value.entry.kind) {
      let row = mentions.gazetteer[value.entry]
      if !found.contains(where: { $0.id == row.id }) { found.append((row.id, row.label, mentions.sides[row.side])) }
    }
    return found
  }

  /// Whether a side is a state.
  func isState(_ side: String) -> Bool { side.utf8.count == 2 }

  /// What stands for a country's capital, whatever its name.
  static func capital(_ country: String) -> String { "capital " + country }

  /// What stands for a city of the gazetteer.
  func city(_ id: String) -> String { capitals[id].flatMap { mentions.sides[$0] }.map(Self.capital) ?? id }

  /// The words with the article before the first.
  func definite(_ words: [ArraySlice<Letter>]) -> [ArraySlice<Letter>] {
    words.first.map { [[Letters.alef, Letters.lam] + $0] + words.dropFirst() } ?? []
  }

  /// The states that the words name, and whether it is by their capital.
  func states(named words: [ArraySlice<Letter>]) -> [(side: String?, isCapital: Bool)] {
    mentions.names.values(of: ids(words)).filter { $0.entry.kind == .state }.map { value in
      let isCapital = value.use == .capital || value.use == .capitalPhrase
      return (mentions.sides[mentions.gazetteer[value.entry].side], isCapital)
    }
  }

  /// The one person whom a name of this side may be, by its words or, for full names, by its sounds.
  func person(_ words: [ArraySlice<Letter>], _ key: NameKey, side: String?) -> Person? {
    let exact = rows(named: words, [.person]).filter { side == nil || $0.side == nil || $0.side == side }
    if exact.count == 1, side != nil || words.count > 1 {
      return Person(id: exact[0].id, label: exact[0].label, side: exact[0].side)
    }
    guard exact.isEmpty, key.parts.count > 1, let side else { return nil }
    let ofSide = mentions.sides.known(side)
    let alike = people(sounding: key.whole).map { mentions.gazetteer[GazetteerEntry(kind: .person, row: $0)] }
      .filter { $0.side == ofSide && ofSide != 0 }
    return alike.count == 1 ? Person(id: alike[0].id, label: alike[0].label, side: side) : nil
  }

  // MARK: Words

  /// The words that tell one subject from another: stems, each once, sorted.
  func subjects(_ texts: [String]) -> [UInt64] {
    var stems: Set<UInt64> = []
    for text in texts {
      for word in FoldedText.words(text) where word.count > 2 {
        if plain.contains(WordHash(word).value) || !classes(word).isDisjoint(with: [.function, .nisba]) { continue }
        let stem = stem(word)
        if stem.count > 1, !plain.contains(WordHash(stem).value) { stems.insert(WordHash(stem).value) }
      }
    }
    return stems.sorted()
  }

  /// The stems of a text's words but for those of grammar, each once, sorted.
  func contents(_ text: String) -> [UInt64] {
    let words = FoldedText.words(text).filter { $0.count > 2 && !classes($0).contains(.function) }
    return Set(words.map { WordHash(stem($0)).value }).sorted()
  }

  func stems(_ words: [ArraySlice<Letter>]) -> Set<UInt64> { Set(words.map { WordHash(stem($0)).value }) }

  /// The stems of the words right behind a negation.
  func denied(_ words: [ArraySlice<Letter>]) -> Set<UInt64> {
    var stems: Set<UInt64> = []
    for (word, next) in zip(words, words.dropFirst()) {
      let bare = word.first == Letters.waw && word.count > 2 ? word.dropFirst() : word
      if [word, bare].contains(where: { negations.contains(WordHash($0).value) }) {
        stems.insert(WordHash(stem(next)).value)
      }
    }
    return stems
  }

  /// A word less clitics, article and the endings of number and nisba.
  private func stem(_ word: ArraySlice<Letter>) -> ArraySlice<Letter> {
    var stem = word
    if stem.count > 4, stem.first == Letters.waw || stem.first == Letters.feh { stem = stem.dropFirst() }
    if stem.count > 4, stem.first == Letters.beh || stem.first == Letters.kaf { stem = stem.dropFirst() }
    if stem.count > 4, stem.starts(with: [Letters.lam, Letters.lam]) { stem = stem.dropFirst(2) }
    return root(stem)
  }

  /// A word without clitics less its article and the endings of number and nisba.
  func root(_ word: ArraySlice<Letter>) -> ArraySlice<Letter> {
    var stem = word
    if stem.count > 4, stem.starts(with: [Letters.alef, Letters.lam]) { stem = stem.dropFirst(2) }
    for ending in endings where stem.count >= ending.count + 3 && stem.suffix(ending.count).elementsEqual(ending) {
      return stem.dropLast(ending.count)
    }
    return stem
  }

  func isOfAnyOffice(_ stem: UInt64) -> Bool { ofAnyOffice.contains(stem) }
  /// Whether a place is told as one that holds cities: «ولاية أوش», «شمال كينيا».
  func isRegion(_ words: [ArraySlice<Letter>]) -> Bool {
    words.count > 1 && words.first.map { regions.contains(WordHash($0).value) } ?? false
  }
  func isOfAnyOutlet(_ word: ArraySlice<Letter>) -> Bool { ofAnyOutlet.contains(WordHash(word).value) }
  func isOfAnySource(_ stem: UInt64) -> Bool { ofAnySource.contains(stem) }
  func alike(_ stem: UInt64) -> UInt64 { alikeInOffice[stem] ?? stem }
  func isVague(_ head: UInt64) -> Bool { vague.contains(head) }

  /// The number of a round told in a text: «الجولة الثالثة», «جنيف 3», «موسكو-2».
  func round(in text: String, place: String?) -> Int? {
    let words = FoldedText.words(text)
    let placeWords = place.map(FoldedText.words) ?? []
    for (word, next) in zip(words, words.dropFirst()) {
      let isRound = rounds.contains(WordHash(word).value)
      if isRound, let number = ordinals[WordHash(next).value] { return number }
      guard next.count <= 2, next.allSatisfy(Letters.isDigit), let number = Int(String(decoding: next, as: UTF8.self))
      else {
        continue
      }
      if isRound || placeWords.contains(where: { $0.elementsEqual(word) }), number < 20 { return number }
    }
    return nil
  }

  /// - Parameters: what it shares with other parts of the lexicon, and is not in the image twice.
  mutating func transfer(_ image: inout LexiconImage, _ mentions: MentionLexicon, _ vocabulary: Vocabulary) {
    self.mentions = mentions
    self.vocabulary = vocabulary
    spelling.transfer(&image)
    weights.transfer(&image)
    peopleBySound.transfer(&image)
    image.transfer(&namesakes)
    image.transfer(&capitals)
    plain.transfer(&image)
    ofAnyOffice.transfer(&image)
    ofAnySource.transfer(&image)
    ofAnyOutlet.transfer(&image)
    regions.transfer(&image)
    negations.transfer(&image)
    alikeInOffice.transfer(&image)
    image.transfer(&vague)
    ordinals.transfer(&image)
    rounds.transfer(&image)
    image.transfer(&endings)
  }
}
