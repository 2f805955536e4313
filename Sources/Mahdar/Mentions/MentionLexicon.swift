/// What the mention stage knows of words and names.
struct MentionLexicon: Sendable {
  /// The gazetteer's names: people, states, organisations, outlets, places, venues.
  private(set) var names = PhraseMap<GazetteerName>()
  private(set) var gazetteer = Gazetteer()
  private(set) var sides = Sides()
  private(set) var holders = OfficeHolders()
  /// What is known of each word, by word id.
  private var classes: [WordClass] = []
  /// The side that a nisba tells, by word id.
  private var nisbas: [SideID] = []
  private var nisbaPairs = NisbaPairs()
  /// Another state that goes by the same nisba («كونغولي», «غيني»).
  private var twins = WordMap<SideID>()
  /// Whether a side shares a name or nisba with another one, by side.
  private var twinned: [Bool] = []
  /// The sides of words that are first of all ordinary adjectives.
  private var weakNisbas = WordMap<SideID>()
  /// The lemma of an office head, by word id; 0 for other words.
  private var lemmas: [Int16] = []
  private var lemmaIDs: [String: Int16] = [:]
  /// The rows of people by id, while the tables are read.
  private var personRows: [String: Int32] = [:]
  /// The sides of organisations by id, while the tables are read.
  private var bodies: [String: SideID] = [:]

  @inline(__always) func classes(_ word: WordID) -> WordClass { Int(word) < classes.count ? classes[Int(word)] : [] }
  @inline(__always) func nisba(_ word: WordID) -> SideID { Int(word) < nisbas.count ? nisbas[Int(word)] : 0 }
  /// The side that the word at `index` tells as a nisba or with the word before or behind it.
  @inline(__always) func nisba(at index: Int, in tokens: Tokens) -> SideID {
    let pair = nisbaPairs.side(at: index, in: tokens)
    return pair != 0 ? pair : nisba(tokens.word(index))
  }
  @inline(__always) func isTwinned(_ side: SideID) -> Bool { Int(side) < twinned.count && twinned[Int(side)] }
  /// The side of a word that is a nisba only behind another nisba or an office: «المالي».
  func anyNisba(_ word: WordID) -> SideID {
    let side = nisba(word)
    return side != 0 ? side : weakNisbas[word] ?? 0
  }
  func weakNisba(_ word: WordID) -> SideID? { word == 0 ? nil : weakNisbas[word] }
  /// The other state of a nisba that two go by; 0 for most.
  func twin(_ word: WordID) -> SideID { word == 0 ? 0 : twins[word] ?? 0 }
  @inline(__always) func lemma(_ word: WordID) -> Int16 { Int(word) < lemmas.count ? lemmas[Int(word)] : 0 }
  private(set) var cues = MentionCues()
  /// Lemmas of offices that are held somewhere: ambassador, envoy, representative.
  private(set) var takesPost: [Int16] = []
  /// Lemmas of offices that stand for a person only when a chain holds them.
  private(set) var minorOffices: [Int16] = []
  /// Lemmas that are mere titles when they stand alone before a name: «الأمير», «العميد».
  private(set) var softTitles: [Int16] = []
  /// Lemmas that one and the same mission goes by: envoy and representative.
  private(set) var envoys: [Int16] = []
  /// Lemmas of offices that act for another's: «مبعوث الرئيس», «المتحدث باسم الرئيس».
  private(set) var proxies: [Int16] = []
  /// Lemmas of offices beneath another's: «النائب الأول لرئيس الوزراء».
  private(set) var seconds: [Int16] = []
  /// Lemmas of offices that no body has.
  private(set) var ofStates: [Int16] = []
  /// Lemmas of offices that a body has in many countries.
  private(set) var bodyOffices: [Int16] = []
  /// Lemmas of offices behind which an adjective rather tells the state than a field: «الرئيس المالي».
  private(set) var leading: [Int16] = []
  /// Lemmas of offices whose holders go by a number: kings and popes.
  private(set) var royals: [Int16] = []
  private(set) var arabLeague: SideID = 0
  /// Whose Christians bear French names, so that a name tells nothing.
  private(set) var lebanon: SideID = 0
  private(set) var counterpart: Int16 = 0
  private(set) var official: Int16 = 0
  /// Lemmas by which the press calls an official whom it has named: «الدبلوماسي المغربي».
  private(set) var epithets: [Int16] = []
  private(set) var minister: Int16 = 0
  private(set) var assistant: Int16 = 0
  private(set) var governor: Int16 = 0
  private(set) var writer: Int16 = 0
  private(set) var president: Int16 = 0
  private(set) var homes = OutletHomes()
  /// What stands for a state of its kind, each at home: «المملكة», «السلطنة».
  struct Realm: BitwiseCopyable, Sendable {
    var word: WordID
    var side: SideID
    var row: Int32
    /// The side that the word tells where nothing else does.
    var usual: SideID
    var entry: GazetteerEntry { GazetteerEntry(kind: .state, row: row) }
  }
  private(set) var realms: [Realm] = []
  private(set) var officeStates = OfficeStates()

  /// Whether a side is a state and no body or movement.
  @inline(__always) func isState(_ side: SideID) -> Bool { sides.isState(side) }
  func isCounterpart(_ lemma: Int16) -> Bool { lemma == counterpart && lemma != 0 }

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let known = builder.vocabulary.count
    cues = try MentionCues(&builder)
    if known > 0 {
      for word in 1...known where builder.vocabulary.isClosed(WordID(word)) { mark(WordID(word), .function) }
    }
    try readNouns(&builder)
    try readHeads(&builder)
    try readStates(&builder)
    homes = try OutletHomes(&builder, sides: &sides)
    officeStates = try OfficeStates(&builder, sides: &sides)
    try readRows(&builder, "organisations", ["id", "kind", "side", "wikidata", "en"], .organisation, side: 2, label: 4)
    try readRows(&builder, "outlets", ["id", "kind", "country", "en"], .outlet, side: 2, label: 3)
    try readCities(&builder)
    try readVenues(&builder)
    try readPeople(&builder)
    try readGivenNames(&builder)
    holders = try OfficeHolders(&builder, people: personRows, bodies: bodies, sides: &sides)
    personRows = [:]
    bodies = [:]
    arabLeague = sides.id("Arab League")
    lebanon = sides.id("LB")
    let common = try builder.table("common-words", ["form", "ar"])
    for row in common.rows {
      if row[0] != "definite" { for word in builder.words(row[1], closed: false) { mark(word, .common) } }
      if row[0] != "bare" {
        for word in builder.words("ال" + row[1], closed: false) { mark(word, [.common, .definite, .articled]) }
      }
    }
    let stops = try builder.table("name-stops", ["ar"])
    for row in stops.rows { mark(try builder.word(row[0], stops, row), .stop) }
  }

  private mutating func mark(_ word: WordID, _ more: WordClass) {
    while classes.count <= Int(word) { classes.append([]) }
    classes[Int(word)].insert(more)
  }

  private mutating func setNisba(_ word: WordID, _ side: SideID, _ more: WordClass) {
    mark(word, more.union(.nisba))
    while nisbas.count <= Int(word) { nisbas.append(0) }
    if nisbas[Int(word)] == 0 {
      nisbas[Int(word)] = side
    } else if nisbas[Int(word)] != side, twins[word] == nil {
      setTwin(word, nisbas[Int(word)], side)
    }
  }

  private mutating func setTwin(_ word: WordID, _ first: SideID, _ second: SideID) {
    twins.set(word, second)
    while twinned.count <= Int(max(first, second)) { twinned.append(false) }
    twinned[Int(first)] = true
    twinned[Int(second)] = true
  }

  // MARK: Closed tables

  private mutating func readNouns(_ builder: inout LexiconBuilder) throws(DataError) {
    let classes: [String: WordClass] = [
      "source": .sourceNoun, "group": .groupNoun, "side-noun": .sideNoun, "organ": .organNoun, "outlet": .outletNoun,
      "place": .placeNoun, "venue": .venueNoun,
    ]
    let nouns = try builder.table("mention-nouns", ["class", "number", "ar"])
    for row in nouns.rows {
      guard let kind = classes[row[0]] else { throw nouns.error(row, "unknown class '\(row[0])'") }
      let number: WordClass = row[1] == "plural" ? .plural : []
      mark(try builder.word(row[2], nouns, row), kind.union(number))
      mark(try builder.word("ال" + row[2], nouns, row), kind.union(number).union([.definite, .articled]))
    }
    let particles = try builder.table("name-particles", ["class", "ar"])
    let parts: [String: WordClass] = ["son": .son, "foreign": .foreignParticle, "tail": .tail]
    for row in particles.rows {
      guard let kind = parts[row[0]] else { throw particles.error(row, "unknown class '\(row[0])'") }
      for word in builder.words(row[1], closed: false) { mark(word, kind) }
    }
  }

  private mutating func readHeads(_ builder: inout LexiconBuilder) throws(DataError) {
    let kinds: [String: WordClass] = ["office": .office, "occupation": .occupation, "title": .title]
    let heads = try builder.table("office-heads", ["class", "lemma", "gender", "number", "ar"])
    for row in heads.rows {
      guard var kind = kinds[row[0]] else { throw heads.error(row, "unknown class '\(row[0])'") }
      if row[2] == "f" { kind.insert(.feminine) }
      if row[3] == "plural" { kind.insert(.plural) }
      if row[3] == "dual" { kind.insert(.dual) }
      let lemma = lemmaIDs[row[1]] ?? Int16(lemmaIDs.count + 1)
      lemmaIDs[row[1]] = lemma
      let forms: [(String, WordClass)] = [(row[4], []), ("ال" + row[4], [.definite, .articled])]
      for (key, more) in forms {
        let word = try builder.word(key, heads, row)
        mark(word, kind.union(more))
        if row[0] == "title", lemmas.count > Int(word), lemmas[Int(word)] != 0 { continue }
        while lemmas.count <= Int(word) { lemmas.append(0) }
        lemmas[Int(word)] = lemma
      }
    }
    takesPost = ["ambassador", "envoy", "representative", "consul", "coordinator", "charge", "negotiator", "attache"]
      .compactMap { lemmaIDs[$0] }
    minorOffices = ["member", "assistant", "head", "candidate", "founder", "attache", "director", "deputy"]
      .compactMap { lemmaIDs[$0] }
    softTitles = ["emir", "head", "imam", "leader", "commander"].compactMap { lemmaIDs[$0] }
    royals = ["king", "pope", "emir", "sultan", "emperor", "prince"].compactMap { lemmaIDs[$0] }
    envoys = ["envoy", "representative"].compactMap { lemmaIDs[$0] }
    bodyOffices = ["director", "representative", "coordinator"].compactMap { lemmaIDs[$0] }
    proxies = ["envoy", "representative", "adviser", "spokesperson", "assistant", "mediator"].compactMap {
      lemmaIDs[$0]
    }
    ofStates = ["minister", "undersecretary", "king", "crown-prince", "governor"].compactMap { lemmaIDs[$0] }
    seconds = ["deputy", "assistant", "adviser"].compactMap { lemmaIDs[$0] }
    leading = ["president", "minister", "counterpart", "ambassador", "king"].compactMap { lemmaIDs[$0] }
    counterpart = lemmaIDs["counterpart"] ?? 0
    official = lemmaIDs["official"] ?? 0
    epithets = ["official", "diplomat", "politician"].compactMap { lemmaIDs[$0] }
    minister = lemmaIDs["minister"] ?? 0
    assistant = lemmaIDs["assistant"] ?? 0
    governor = lemmaIDs["governor"] ?? 0
    writer = lemmaIDs["writer"] ?? 0
    president = lemmaIDs["president"] ?? 0
    for (name, kind) in [("office-modifiers", WordClass.modifier), ("portfolios", .portfolio)] {
      let table = try builder.table(name, ["ar"])
      for row in table.rows { mark(try builder.word(row[0], table, row), kind) }
    }
  }

  // MARK: Gazetteer

  private mutating func add(_ builder: inout LexiconBuilder, _ name: String, _ value: GazetteerName) {
    let words = builder.words(name, closed: false)
    names.add(words, value)
    if let head = words.first, name.utf8.starts(with: "ال".utf8) { mark(head, .articled) }
    if words.count == 1, value.entry.kind == .state, value.use != .demonym { mark(words[0], .place) }
    if words.count == 1, value.entry.kind == .place { mark(words[0], .city) }
    if value.entry.kind == .person {
      for word in words where words.count > 1 { mark(word, .nameWord) }
    }
  }

  private static func use(_ text: String) -> NameUse {
    switch text {
    case "alias": .alias
    case "ambiguous": .ambiguous
    case "capital": .capital
    case "capital-phrase": .capitalPhrase
    case "metonym": .metonym
    case "demonym": .demonym
    default: .name
    }
  }

  private mutating func readStates(_ builder: inout LexiconBuilder) throws(DataError) {
    let countries = try builder.table("gazetteer/countries", ["iso2", "iso3", "wikidata", "geonames", "en"])
    var rows: [String: GazetteerEntry] = [:]
    for row in countries.rows {
      rows[row[0]] = gazetteer.add(id: row[2], label: row[4], side: sides.id(row[0]), .state)
    }
    let table = try builder.table("gazetteer/country-names", ["iso2", "use", "ar"])
    var called: [WordID: SideID] = [:]
    for row in table.rows {
      guard let entry = rows[row[0]] else { throw table.error(row, "no such state") }
      let side = sides.id(row[0])
      switch row[1] {
      case "nisba": addNisba(&builder, row[2], side, feminine: false)
      case "nisba-f": addNisba(&builder, row[2], side, feminine: true)
      case "demonym":
        let words = builder.words(row[2], closed: false)
        if words.count == 2 {
          // «الجنوب أفريقيون»: neither word alone.
          nisbaPairs.add(words[0], words[1], side)
        } else if let word = words.first {
          setNisba(word, side, [.plural, .definite])
          if row[2].hasPrefix("ال") {
            let bare = String(row[2].dropFirst(2))
            // «روس», «أتراكا»
            for form in [bare, bare + "ا"] {
              for word in builder.words(form, closed: false) where !classes(word).contains(.place) {
                setNisba(word, side, .plural)
              }
            }
          }
        }
        add(&builder, row[2], GazetteerName(entry: entry, use: .demonym))
      case "nisba-weak":
        for word in builder.words(row[2], closed: false) + builder.words("ال" + row[2], closed: false) {
          weakNisbas.set(word, side)
        }
      case "realm":
        for word in builder.words(row[2], closed: false) {
          realms.append(Realm(word: word, side: side, row: entry.row, usual: 0))
        }
      default:
        add(&builder, row[2], GazetteerName(entry: entry, use: Self.use(row[1])))
        let words = builder.words(row[2], closed: false)
        guard words.count == 1, row[1] == "name" || row[1] == "alias" else { continue }
        if let first = called[words[0]], first != side { setTwin(words[0], first, side) }
        called[words[0]] = called[words[0]] ?? side
      }
    }
    for index in realms.indices {
      realms[index].usual =
        names.values(of: [realms[index].word]).first { $0.entry.kind == .state }.map { gazetteer[$0.entry].side } ?? 0
    }
    let bodies = try builder.table("side-nisbas", ["side", "ar"])
    for row in bodies.rows {
      addNisba(&builder, row[1], sides.id(row[0]), feminine: row[1].hasSuffix("ة"))
    }
  }

  /// The forms of a nisba: «روسي», «الروسي», «روسيا» is left to the state, «روسيين», «الروسيين», «روسيتين» …
  private mutating func addNisba(_ builder: inout LexiconBuilder, _ nisba: String, _ side: SideID, feminine: Bool) {
    if nisba.contains(" ") { return nisbaPairs.add(&builder, nisba, side, feminine: feminine) }
    let stem = feminine && nisba.hasSuffix("ة") ? String(nisba.dropLast()) : nisba
    let endings: [(String, WordClass)] =
      feminine
      ? [("ة", .feminine), ("تين", [.feminine, .dual]), ("تان", [.feminine, .dual]), ("ات", [.feminine, .plural])]
      : [("", []), ("ين", .plural), ("ون", .plural), ("ان", .dual)]
    for (ending, more) in endings {
      for word in builder.words(stem + ending, closed: false) { setNisba(word, side, more) }
      for word in builder.words("ال" + stem + ending, closed: false) {
        setNisba(word, side, more.union([.definite, .articled]))
      }
    }
    // «مسؤولا أميركيا»; but «روسيا», «ليبيا» are states.
    if !feminine {
      for word in builder.words(stem + "ا", closed: false) where !classes(word).contains(.place) {
        setNisba(word, side, [])
      }
    }
  }

  private mutating func readRows(
    _ builder: inout LexiconBuilder, _ name: String, _ columns: [String], _ kind: MentionKind, side: Int, label: Int
  ) throws(DataError) {
    let table = try builder.table("gazetteer/" + name, columns)
    var rows: [String: GazetteerEntry] = [:]
    for row in table.rows {
      rows[row[0]] = gazetteer.add(id: row[0], label: row[label], side: sides.id(row[side]), kind)
      if kind == .organisation { bodies[row[0].uppercased()] = sides.id(row[side]) }
      if kind == .outlet { homes.add(row[label], sides.id(row[side])) }
    }
    let names = try builder.table("gazetteer/" + name.dropLast() + "-names", ["id", "use", "ar"])
    for row in names.rows {
      guard let entry = rows[row[0]] else { throw names.error(row, "no such row in \(name).tsv") }
      add(&builder, row[2], GazetteerName(entry: entry, use: Self.use(row[1])))
    }
  }

  private mutating func readCities(_ builder: inout LexiconBuilder) throws(DataError) {
    let cities = try builder.table("gazetteer/cities", ["id", "country", "population", "ambiguous", "en"])
    var rows: [String: (GazetteerEntry, ambiguous: Bool)] = [:]
    for row in cities.rows {
      let entry = gazetteer.add(id: "geonames:" + row[0], label: row[4], side: sides.id(row[1]), .place)
      rows[row[0]] = (entry, row[3] == "word")
    }
    let table = try builder.table("gazetteer/city-names", ["id", "use", "ar"])
    for row in table.rows {
      guard let city = rows[row[0]] else { throw table.error(row, "no such city") }
      add(&builder, row[2], GazetteerName(entry: city.0, use: city.ambiguous ? .ambiguous : Self.use(row[1])))
    }
    let regions = try builder.table("gazetteer/regions", ["id", "country", "ar"])
    for row in regions.rows {
      let entry = gazetteer.add(id: row[0], label: row[0], side: sides.id(row[1]), .place)
      add(&builder, row[2], GazetteerName(entry: entry, use: .name))
    }
  }

  private mutating func readVenues(_ builder: inout LexiconBuilder) throws(DataError) {
    let venues = try builder.table("gazetteer/venues", ["id", "city", "country", "en"])
    var rows: [String: GazetteerEntry] = [:]
    for row in venues.rows {
      rows[row[0]] = gazetteer.add(id: row[0], label: row[3], side: sides.id(row[2]), .venue)
    }
    let table = try builder.table("gazetteer/venue-names", ["id", "ar"])
    for row in table.rows {
      guard let entry = rows[row[0]] else { throw table.error(row, "no such venue") }
      add(&builder, row[1], GazetteerName(entry: entry, use: .name))
    }
  }

  private mutating func readPeople(_ builder: inout LexiconBuilder) throws(DataError) {
    let people = try builder.table("gazetteer/people", ["id", "side", "en"])
    var rows: [String: GazetteerEntry] = [:]
    for row in people.rows {
      rows[row[0]] = gazetteer.add(id: row[0], label: row[2], side: sides.id(row[1]), .person)
    }
    personRows = rows.mapValues(\.row)
    let table = try builder.table("gazetteer/person-names", ["id", "use", "ar"])
    for row in table.rows {
      guard let entry = rows[row[0]] else { throw table.error(row, "no such person") }
      add(&builder, row[2], GazetteerName(entry: entry, use: Self.use(row[1])))
      // What people of Arab states are called, and others alone.
      let side = gazetteer[entry].side
      if let first = builder.words(row[2], closed: false).first, side != 0 {
        mark(first, homes.hasPapers(side) ? .arabName : .foreignName)
      }
    }
  }

  private mutating func readGivenNames(_ builder: inout LexiconBuilder) throws(DataError) {
    for name in ["given-names", "given-names-ambiguous"] {
      let table = try builder.table("gazetteer/" + name, ["gender", "en", "ar"])
      for row in table.rows {
        let words = builder.words(row[2], closed: false)
        guard let first = words.first else { continue }
        mark(first, row[0] == "f" ? [.given, .feminine] : .given)
        if name != "given-names" { mark(first, .ambiguous) }
        for word in words.dropFirst() { mark(word, .nameWord) }
      }
    }
  }

  init() {}

  mutating func transfer(_ image: inout LexiconImage) {
    names.transfer(&image)
    gazetteer.transfer(&image)
    sides.transfer(&image)
    holders.transfer(&image)
    image.transfer(&classes)
    image.transfer(&nisbas)
    nisbaPairs.transfer(&image)
    weakNisbas.transfer(&image)
    twins.transfer(&image)
    image.transfer(&twinned)
    image.transfer(&lemmas)
    cues.transfer(&image)
    image.transfer(&takesPost)
    image.transfer(&minorOffices)
    image.transfer(&softTitles)
    image.transfer(&envoys)
    image.transfer(&royals)
    image.transfer(&leading)
    image.transfer(&seconds)
    image.transfer(&ofStates)
    image.transfer(&proxies)
    image.transfer(&bodyOffices)
    image.transfer(&arabLeague)
    image.transfer(&lebanon)
    image.transfer(&counterpart)
    image.transfer(&official)
    image.transfer(&epithets)
    image.transfer(&minister)
    image.transfer(&assistant)
    image.transfer(&governor)
    image.transfer(&writer)
    image.transfer(&president)
    homes.transfer(&image)
    image.transfer(&realms)
    officeStates.transfer(&image)
  }
}
