/// A cue for the status of a contact.
struct ModalityCue: Sendable {
  enum Position: String, Sendable { case before, adjective, after }
  var status: ContactStatus
  var position: Position
}

/// What the claim stage knows of words, beside what the clauses know.
struct ClaimLexicon: Sendable {
  private(set) var modality = PhraseMap<ModalityCue>()
  /// The singular of an office told of several people, an index into `offices`.
  private(set) var singulars = WordMap<Int32>()
  private(set) var offices: [String] = []
  /// «وزير»: the office that a portfolio follows.
  let minister = "وزير"
  /// «قادة مصر واليونان»: whoever leads the state, else the state.
  let leader = "زعيم"
  private(set) var leaders: [String] = []
  /// What makes a «رئيس» of less than a state.
  private(set) var lesser: [String] = []
  private(set) var countries = CountryNames()
  private(set) var venues = VenueCities()
  private(set) var score = ClaimScore()
  /// «منذ».
  private(set) var since: WordID = 0
  /// «الأنباء», «صحة»: what a denial denies.
  private(set) var news: [WordID] = []
  /// «إذا», «هل»: before what may be.
  private(set) var conditionals: [WordID] = []
  /// «عندما».
  private(set) var when: [WordID] = []
  /// «وفد»: a group that acts through its head.
  private(set) var delegations: [WordID] = []
  /// «المنتخب», «مباراة».
  private(set) var sport = WordSet()
  /// «اعتماد» behind «أوراق».
  private(set) var credentials: [WordID] = []
  /// «المتحدث», «ناطقة»
  private(set) var spokespeople: [WordID] = []
  private(set) var topics = TopicLexicon()
  private(set) var attribution = AttributionLexicon()
  private(set) var rooms = VenueLexicon()

  init() {}

  init(_ builder: inout LexiconBuilder, _ own: ClauseWords) throws(DataError) {
    leaders = own.texts(.leader)
    lesser = own.texts(.lesser)
    since = own[.since].first ?? 0
    news = own[.news]
    conditionals = own[.conditional]
    when = own[.when]
    delegations = own[.delegation]
    credentials = own[.credentials]
    spokespeople = own[.spokesperson]
    for word in own[.sport] { sport.insert(word) }
    countries = try CountryNames(&builder)
    venues = try VenueCities(&builder)
    score = try ClaimScore(&builder)
    try readModality(&builder)
    try readModalVerbs(&builder)
    try readOffices(&builder)
    topics = try TopicLexicon(&builder)
    attribution = try AttributionLexicon(&builder)
    rooms = try VenueLexicon(&builder)
  }

  private mutating func readModality(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("modality", ["status", "position", "ar"])
    for row in table.rows {
      guard let status = ContactStatus(rawValue: row[0]) else { throw table.error(row, "unknown status '\(row[0])'") }
      guard let position = ModalityCue.Position(rawValue: row[1]) else {
        throw table.error(row, "unknown position '\(row[1])'")
      }
      let cue = ModalityCue(status: status, position: position)
      let words = builder.words(row[2], closed: true)
      modality.add(words, cue)
      let key = FoldedText.key(row[2])
      if words.count == 1, let last = key.last, ![Letters.heh, Letters.alef, Letters.yeh].contains(last) {
        // The accusative: «احتمالا».
        modality.add([builder.vocabulary.intern(key + [Letters.alef], closed: true)], cue)
      }
    }
  }

  /// Verbs that put a contact off, call it off, deny, plan or propose it, in all their forms.
  private mutating func readModalVerbs(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("modality-verbs", ["status", "present", "past"])
    for row in table.rows {
      guard let status = ContactStatus(rawValue: row[0]) else { throw table.error(row, "unknown status '\(row[0])'") }
      for (letters, form) in VerbInflection.forms(past: row[2], present: row[1]) where !form.isFirst {
        modality.add([builder.vocabulary.intern(letters, closed: true)], ModalityCue(status: status, position: .before))
      }
    }
  }

  private mutating func readOffices(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("plural-offices", ["singular", "ar"])
    for row in table.rows {
      if offices.last != row[0] { offices.append(row[0]) }
      singulars.set(try builder.word(row[1], table, row), Int32(offices.count - 1))
    }
  }

  mutating func transfer(_ image: inout LexiconImage) {
    modality.transfer(&image)
    singulars.transfer(&image)
    image.transfer(&offices)
    image.transfer(&leaders)
    image.transfer(&lesser)
    countries.transfer(&image)
    venues.transfer(&image)
    score.transfer(&image)
    image.transfer(&since)
    image.transfer(&news)
    image.transfer(&conditionals)
    image.transfer(&when)
    image.transfer(&delegations)
    sport.transfer(&image)
    image.transfer(&credentials)
    image.transfer(&spokespeople)
    topics.transfer(&image)
    attribution.transfer(&image)
    rooms.transfer(&image)
  }
}
