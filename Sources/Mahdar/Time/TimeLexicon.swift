/// What the time stage knows of words.
struct TimeLexicon: Sendable {
  private var words = WordMap<TimeWord>()
  private var heads = WordSet()
  private(set) var phrases = PhraseMap<TimePhrase>()
  private(set) var months = PhraseMap<MonthName>()
  private(set) var hijri = HijriCalendar()

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    hijri = try HijriCalendar(&builder)
    try addMonths(&builder)
    try addWeekdays(&builder)
    try addNumbers(&builder)
    try addUnits(&builder)
    try addWords(&builder)
    try addPhrases(&builder)
    try addTenses(&builder)
  }

  /// What a word may be; a word that is no time word has no roles.
  @inline(__always) subscript(word: WordID) -> TimeWord { words[word] ?? TimeWord() }

  /// Whether a word may start an expression: the one question asked of every word.
  @inline(__always) func isHead(_ word: WordID) -> Bool { heads.contains(word) }

  private mutating func add(_ id: WordID, _ roles: TimeWord.Roles = [], _ change: (inout TimeWord) -> Void = { _ in }) {
    var word = words[id] ?? TimeWord()
    word.roles.formUnion(roles)
    change(&word)
    words.set(id, word)
    if word.has(.heads) || word.edge != nil { heads.insert(id) }
  }

  /// Adds a word and the same with the article.
  private mutating func addBoth(
    _ key: String, _ builder: inout LexiconBuilder, _ table: Table, _ row: Table.Row, _ roles: TimeWord.Roles,
    _ change: (inout TimeWord) -> Void
  ) throws(DataError) {
    add(try builder.word(key, table, row), roles, change)
    add(try builder.word("ال" + key, table, row), roles) {
      change(&$0)
      $0.isDefinite = true
    }
  }

  private mutating func addMonths(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("months", ["calendar", "month", "needs", "ar"])
    for row in table.rows {
      let ids = builder.words(row[3], closed: true)
      guard row[0] == "gregorian" || row[0] == "hijri", let month = Int(row[1]), (1...12).contains(month),
        let need = MonthName.Need(rawValue: row[2]), let head = ids.first
      else { throw table.error(row, "no month") }
      months.add(ids, MonthName(isHijri: row[0] == "hijri", month: month, need: need))
      add(head, .month)
    }
  }

  private mutating func addWeekdays(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("weekdays", ["day", "ar"])
    for row in table.rows {
      guard let day = UInt8(row[0]), (1...7).contains(day) else { throw table.error(row, "no weekday") }
      add(try builder.word("ال" + row[1], table, row), .weekday) {
        $0.weekday = day
        $0.isDefinite = true
      }
      add(try builder.word(row[1], table, row), .bareWeekday) { $0.weekday = day }
    }
  }

  private mutating func addNumbers(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("numbers", ["kind", "value", "ar"])
    for row in table.rows {
      guard let value = Int16(row[1]) else { throw table.error(row, "no number") }
      switch row[0] {
      case "unit": try addBoth(row[2], &builder, table, row, .unitNumber) { $0.number = value }
      case "ten": try addBoth(row[2], &builder, table, row, .ten) { $0.number = value }
      case "hundred", "thousand": try addBoth(row[2], &builder, table, row, .hundred) { $0.number = value }
      case "ordinal": try addBoth(row[2], &builder, table, row, .ordinal) { $0.ordinal = value }
      case "fraction": try addBoth(row[2], &builder, table, row, .fraction) { $0.fraction = UInt8(value) }
      case "decade": try addBoth(row[2], &builder, table, row, .decade) { $0.decade = UInt8(value) }
      default:
        throw table.error(
          row, "unknown kind '\(row[0])'", fix: "unit, ten, hundred, thousand, ordinal, fraction, decade")
      }
    }
  }

  private mutating func addUnits(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("time-units", ["unit", "form", "ar"])
    let forms: [String: UnitForm] = ["singular": .singular, "dual": .dual, "plural": .plural, "construct": .construct]
    for row in table.rows {
      guard let unit = TimeUnit(name: row[0]), let form = forms[row[1]] else {
        throw table.error(row, "no unit or form")
      }
      let change: (inout TimeWord) -> Void = {
        $0.unit = unit
        $0.form = form
      }
      if form == .construct {
        add(try builder.word(row[2], table, row), .unit, change)
      } else {
        try addBoth(row[2], &builder, table, row, .unit, change)
      }
    }
  }

  private mutating func addWords(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("time-words", ["role", "value", "ar"])
    for row in table.rows {
      switch row[0] {
      case "shift": try addShift(&builder, table, row)
      case "day": addPhrase(row[2], .day(Int(row[1]) ?? 0), &builder)
      case "more": addPhrase(row[2], .more, &builder)
      case "edge":
        let edge = TimeEdge(rawValue: row[1])
        add(try builder.word(row[2], table, row)) { $0.edge = edge }
      case "part":
        let part = DayPart(rawValue: row[1])
        try addBoth(row[2], &builder, table, row, .part) { $0.part = part }
      case "adverb":
        let part = DayPart(rawValue: row[1])
        add(try builder.word(row[2], table, row), .adverb) { $0.adverb = part }
      case "numbered":
        // Content words, which other stages must not take for closed ones.
        for word in builder.words(row[2], closed: false) { add(word) { $0.isNumbered = true } }
      case "behind-in":
        let reference = try Self.reference(row[1], table, row)
        add(try builder.word(row[2], table, row), .behindIn) { $0.reference = reference }
      case "season":
        let season = ["SP": 1, "SU": 2, "FA": 3, "WI": 4][row[1]] ?? 0
        try addBoth(row[2], &builder, table, row, .season) { $0.season = UInt8(season) }
      default:
        guard let role = TimeWord.Roles.named[row[0]] ?? TimeWord.Roles.named[row[1]] else {
          throw table.error(row, "unknown role '\(row[0])'")
        }
        add(try builder.word(row[2], table, row), role)
      }
    }
  }

  /// An adjective with the article: masculine, feminine and dual. The pronouns of «نفسه» stand as they are.
  private mutating func addShift(_ builder: inout LexiconBuilder, _ table: Table, _ row: Table.Row) throws(DataError) {
    guard let shift = TimeShift(rawValue: row[1]) else { throw table.error(row, "unknown shift '\(row[1])'") }
    if shift == .same { return add(try builder.word(row[2], table, row)) { $0.shift = shift } }
    for ending in ["", "ة", "ين", "ان", "تين", "تان"] {
      add(try builder.word("ال" + row[2] + ending, table, row)) {
        $0.shift = shift
        $0.isDefinite = true
      }
    }
  }

  private mutating func addPhrases(_ builder: inout LexiconBuilder) throws(DataError) {
    let references = try builder.table("time-references", ["ref", "ar"])
    for row in references.rows { addPhrase(row[1], .reference(try Self.reference(row[0], references, row)), &builder) }
    let sets = try builder.table("time-sets", ["value", "ar"])
    for row in sets.rows { addPhrase(row[1], .set(try Self.period(row[0], sets, row)), &builder) }
    let exclusions = try builder.table("time-exclusions", ["ar"])
    for row in exclusions.rows { addPhrase(row[0], .exclusion, &builder) }
  }

  private mutating func addPhrase(_ key: String, _ phrase: TimePhrase, _ builder: inout LexiconBuilder) {
    let ids = builder.words(key, closed: true)
    guard let head = ids.first else { return }
    phrases.add(ids, phrase)
    add(head, .phrase)
  }

  private mutating func addTenses(_ builder: inout LexiconBuilder) throws(DataError) {
    let verbs = try builder.table("tense-verbs", ["past", "present"])
    for row in verbs.rows {
      for (letters, form) in VerbInflection.forms(past: row[0], present: row[1]) where !form.isFirst {
        add(builder.vocabulary.intern(letters, closed: true), form.tense == .past ? .past : .present)
      }
    }
    let words = try builder.table("time-tense", ["tense", "ar"])
    let tenses: [String: TimeWord.Roles] = [
      "past": .past, "future": .future, "none": .noVerb, "opener": .opener, "governor": .governor,
      "preposition": .preposition,
    ]
    for row in words.rows {
      guard let tense = tenses[row[0]] else { throw words.error(row, "unknown tense '\(row[0])'") }
      add(try builder.word(row[1], words, row), tense)
    }
    let continuations = try builder.table("time-continuations", ["ar"])
    for row in continuations.rows { add(try builder.word(row[0], continuations, row), .continuation) }
  }

  private static func reference(_ value: String, _ table: Table, _ row: Table.Row) throws(DataError) -> TimeReference {
    guard let reference = TimeReference(rawValue: value) else { throw table.error(row, "unknown value '\(value)'") }
    return reference
  }

  private static func period(_ value: String, _ table: Table, _ row: Table.Row) throws(DataError) -> ShortText {
    guard let period = ShortText(value) else { throw table.error(row, "'\(value)' is longer than 15 bytes") }
    return period
  }

  mutating func transfer(_ image: inout LexiconImage) {
    words.transfer(&image)
    heads.transfer(&image)
    phrases.transfer(&image)
    months.transfer(&image)
    hijri.transfer(&image)
  }
}
