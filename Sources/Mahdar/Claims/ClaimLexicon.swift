/// A cue for the status of a contact.
struct ModalityCue: Sendable {
  enum Position: String, Sendable { case before, adjective, after }
  var status: ContactStatus
  var position: Position
  /// What it tells when it is denied, where that is known: «لم يستبعد», «لا ينوي», «لم يتمكن»; nil where it tells nothing.
  var denied: ContactStatus?
  /// Whether it tells something when it isn't denied.
  var isPlain = true
  /// The preposition that what it governs stands under, 0 for any: «عدل عن».
  var with: WordID = 0
}

/// What the claim stage knows of words, beside what the clauses know.
struct ClaimLexicon: Sendable {
  private(set) var modality = PhraseMap<ModalityCue>()
  /// The singular of an office told of several people, an index into `offices`.
  private(set) var singulars = WordMap<Int32>()
  private(set) var offices: [String] = []
  /// «وزير»: the office that a portfolio follows.
  let minister = "وزير"
  /// «لبنان», «العراق»: the states whose names are masculine.
  private(set) var masculine: [String] = []
  /// «قادة مصر واليونان»: whoever leads the state, else the state.
  let leader = "زعيم"
  private(set) var leaders: [String] = []
  /// «وزير», «سفير»: the heads that tell one office from another, folded, without their feminine ending.
  private(set) var distinctOffices: [[Letter]] = []
  /// What makes a «رئيس» of less than a state.
  private(set) var lesser: [String] = []
  private(set) var countries = CountryNames()
  private(set) var venues = VenueCities()
  private(set) var score = ClaimScore()
  /// «منذ».
  private(set) var since: WordID = 0
  /// «الأنباء», «صحة»: what a denial denies.
  private(set) var news: [WordID] = []
  /// «وجود», «حدوث»: that there is something at all.
  private(set) var occurrences: [WordID] = []
  /// «أخرى», «سابقة»: another of the kind; «المقبلة»: one to come; «الثانية».
  private(set) var further: [WordID] = []
  private(set) var coming: [WordID] = []
  private(set) var ordinals: [WordID] = []
  /// «ثم», «لاحقا»; «ذلك» of «عقب ذلك».
  private(set) var succession: [WordID] = []
  private(set) var that: [WordID] = []
  /// «لكن», «غير» of «غير أن».
  private(set) var contrasts: [WordID] = []
  /// «إذا», «هل»: before what may be.
  private(set) var conditionals: [WordID] = []
  /// «عندما».
  private(set) var when: [WordID] = []
  /// «العاصمة»: a country's city without its name.
  private(set) var capitalWords: [WordID] = []
  /// The names of capitals, with the index of each one's country.
  private var capitals = PhraseMap<Int32>()
  /// «بينما», «فيما»: what is told beside something else.
  private(set) var whereas: [WordID] = []
  /// «حتى», «لغاية»: before the last day of a stretch.
  private(set) var until: [WordID] = []
  /// «يتواصل», «تختتم»: before the last day of what has begun.
  private(set) var lasting: [WordID] = []
  /// «الحرب», «الأوضاع»: what is somewhere without being a contact.
  private(set) var happenings = WordSet()
  /// «عدد», «طبعة»: of a paper, whose day is not that of what it tells.
  private(set) var issues: [WordID] = []
  /// «غدا», «المقبل»: in times to come.
  private(set) var ahead = WordSet()
  /// «شاطئ», «ضفاف»: what على puts a place under.
  private(set) var shores: [WordID] = []
  /// «الدول», «العالم»: names of many states begin with them.
  private(set) var manyStates: [WordID] = []
  /// «تأكيد», «التعليق»: what somebody refuses who says nothing.
  private(set) var comments: [WordID] = []
  /// «غداة».
  private(set) var morrow: WordID = 0
  /// «حيث».
  private(set) var there: WordID = 0
  /// «من».
  private(set) var from: WordID = 0
  /// «لن» and «لم»: what will not be, and what was not.
  private(set) var willNot: WordID = 0
  private(set) var didNot: WordID = 0
  /// «وفد»: a group that acts through its head.
  private(set) var delegations: [WordID] = []
  /// «المنتخب», «مباراة».
  private(set) var sport = WordSet()
  /// «النجم», «الصحافية»: before the name of somebody who speaks for no side.
  private(set) var performers = WordSet()
  /// «وآخر», «وأخرى»: one more of the kind told before.
  private(set) var another: [WordID] = []
  /// «الجانب», «الطرف»: one of the two who meet.
  private(set) var halves: [WordID] = []
  /// «الأعمال» behind «رجال».
  private(set) var trade: [WordID] = []
  /// «قيام»: before who does what بـ tells.
  private(set) var doing: [WordID] = []
  /// «مسؤولين», «القادة»: nobody in particular.
  private(set) var officials: [WordID] = []
  /// «زوجته», «نجله»: before somebody who comes along.
  private(set) var spouses: [WordID] = []
  /// «سفراء», «نظرائه»: of other states, even where the text does not tell which.
  private(set) var diplomats: [WordID] = []
  /// «الأخير»: whoever was named last.
  private(set) var latter: [WordID] = []
  /// «المتحدث», «ناطقة»
  private(set) var spokespeople: [WordID] = []
  private(set) var topics = TopicLexicon()
  private(set) var attribution = AttributionLexicon()
  private(set) var rooms = VenueLexicon()

  init() {}

  init(_ builder: inout LexiconBuilder, _ own: ClauseWords) throws(DataError) {
    leaders = own.texts(.leader)
    lesser = own.texts(.lesser)
    masculine = own.texts(.masculine)
    distinctOffices = own.texts(.office).map { FoldedText.key($0) }
    since = own[.since].first ?? 0
    news = own[.news]
    occurrences = own[.occurrence]
    contrasts = own[.contrast]
    further = own[.further]
    coming = own[.coming]
    ordinals = own[.ordinal]
    succession = own[.succession]
    that = own[.that]
    conditionals = own[.conditional]
    when = own[.when]
    capitalWords = own[.capital]
    whereas = own[.whereas]
    until = own[.until]
    lasting = own[.lasting]
    from = own[.from].first ?? 0
    issues = own[.issue]
    there = own[.there].first ?? 0
    morrow = own[.morrow].first ?? 0
    comments = own[.comment]
    shores = own[.shore]
    manyStates = own[.manyStates]
    for word in own[.ahead] { ahead.insert(word) }
    willNot = own[.willNot].first ?? 0
    didNot = own[.didNot].first ?? 0
    delegations = own[.delegation]
    spokespeople = own[.spokesperson]
    for word in own[.sport] { sport.insert(word) }
    another = own[.another]
    halves = own[.half]
    trade = own[.trade]
    officials = own[.officials]
    spouses = own[.spouse]
    diplomats = own[.diplomats]
    latter = own[.latter]
    doing = own[.doing]
    for word in own[.performer] { performers.insert(word) }
    for word in own[.happening] { happenings.insert(word) }
    countries = try CountryNames(&builder)
    try readCapitals(&builder)
    venues = try VenueCities(&builder)
    score = try ClaimScore(&builder)
    try readModality(&builder)
    try readModalVerbs(&builder)
    try readOffices(&builder)
    topics = try TopicLexicon(&builder)
    attribution = try AttributionLexicon(&builder)
    rooms = try VenueLexicon(&builder)
  }

  private mutating func readCapitals(_ builder: inout LexiconBuilder) throws(DataError) {
    let indexOf = Dictionary(countries.countries.enumerated().map { ($1.code, Int32($0)) }) { first, _ in first }
    for row in try builder.table("gazetteer/country-names", ["iso2", "use", "ar"]).rows where row[1] == "capital" {
      if let index = indexOf[row[0]] { capitals.add(builder.words(row[2], closed: false), index) }
    }
  }

  private mutating func readModality(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("modality", ["status", "position", "ar"])
    for row in table.rows {
      guard let status = ContactStatus(rawValue: row[0]) else { throw table.error(row, "unknown status '\(row[0])'") }
      guard let position = ModalityCue.Position(rawValue: row[1]) else {
        throw table.error(row, "unknown position '\(row[1])'")
      }
      let cue = ModalityCue(status: status, position: position, denied: status == .denied ? .proposed : status)
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
    let table = try builder.table("modality-verbs", ["status", "denied", "with", "present", "past"])
    func status(_ name: String, _ row: Table.Row) throws(DataError) -> ContactStatus? {
      if name == "-" { return nil }
      guard let status = ContactStatus(rawValue: name) else { throw table.error(row, "unknown status '\(name)'") }
      return status
    }
    for row in table.rows {
      let (plain, denied) = (try status(row[0], row), try status(row[1], row))
      guard let told = plain ?? denied else { throw table.error(row, "it tells nothing") }
      let cue = ModalityCue(
        status: told, position: .before, denied: denied, isPlain: plain != nil,
        with: row[2] == "-" ? 0 : try builder.word(row[2], table, row))
      for (letters, form) in VerbInflection.forms(past: row[4], present: row[3]) where !form.isFirst {
        modality.add([builder.vocabulary.intern(letters, closed: true)], cue)
      }
    }
  }

  private mutating func readOffices(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("plural-offices", ["singular", "ar"])
    for row in table.rows {
      if offices.last != row[0] { offices.append(row[0]) }
      let office = Int32(offices.count - 1)
      singulars.set(try builder.word(row[1], table, row), office)
      // «رئيسا» in a construct is «الرئيسان» before its adjectives.
      let isDual = row[1].hasSuffix("ا") || row[1].hasSuffix("ي")
      for word in builder.words("ال" + row[1] + (isDual ? "ن" : ""), closed: false) { singulars.set(word, office) }
    }
  }

  /// Whether a place's name is «العاصمة» with its state's adjective.
  func isCapitalPhrase(_ name: TextSpan, _ tokens: Tokens) -> Bool {
    let first = tokens.token(at: name.start)
    guard Reading.allCases.contains(where: { capitalWords.contains(tokens[first].word($0)) }) else { return false }
    // «العاصمة الرياض» names it.
    return tokens[first + 1].span.end >= name.end && tokens.letter(first + 1, 0) == Letters.alef
      && tokens.letter(first + 1, 1) == Letters.lam && capital(at: first + 1, in: tokens) == nil
  }

  /// The code of the country whose capital is named at `index`.
  func capital(at index: Int, in tokens: Tokens) -> String? {
    capitals.longest(at: index, in: tokens)?.match.values.first.map { countries.countries[Int($0)].code }
  }

  mutating func transfer(_ image: inout LexiconImage) {
    modality.transfer(&image)
    singulars.transfer(&image)
    image.transfer(&offices)
    image.transfer(&leaders)
    image.transfer(&distinctOffices)
    image.transfer(&lesser)
    image.transfer(&masculine)
    countries.transfer(&image)
    venues.transfer(&image)
    score.transfer(&image)
    image.transfer(&since)
    image.transfer(&news)
    image.transfer(&occurrences)
    image.transfer(&contrasts)
    image.transfer(&further)
    image.transfer(&coming)
    image.transfer(&ordinals)
    image.transfer(&succession)
    image.transfer(&that)
    image.transfer(&conditionals)
    image.transfer(&when)
    image.transfer(&capitalWords)
    capitals.transfer(&image)
    image.transfer(&whereas)
    image.transfer(&until)
    image.transfer(&lasting)
    image.transfer(&from)
    image.transfer(&issues)
    image.transfer(&there)
    image.transfer(&morrow)
    image.transfer(&comments)
    image.transfer(&shores)
    image.transfer(&manyStates)
    ahead.transfer(&image)
    happenings.transfer(&image)
    image.transfer(&willNot)
    image.transfer(&didNot)
    image.transfer(&delegations)
    sport.transfer(&image)
    performers.transfer(&image)
    image.transfer(&another)
    image.transfer(&halves)
    image.transfer(&trade)
    image.transfer(&officials)
    image.transfer(&spouses)
    image.transfer(&diplomats)
    image.transfer(&latter)
    image.transfer(&doing)
    image.transfer(&spokespeople)
    topics.transfer(&image)
    attribution.transfer(&image)
    rooms.transfer(&image)
  }
}
