/// What the clauses know of words.
struct ClauseLexicon: Sendable {
  private(set) var verbs = WordMap<ContactVerb>()
  private(set) var nouns = WordMap<ContactNoun>()
  /// Verbs that are none of contact.
  private(set) var otherVerbs = WordMap<OtherVerb>()
  private(set) var cues = PhraseMap<ClauseCue>()
  private(set) var words = FunctionWords()
  /// The lemmas of «محادثات» and «مباحثات».
  private(set) var plainTalks: [Int] = []
  /// The lemma of «استقبال».
  private(set) var reception = -1
  /// The lemma of «مقابلة», an interview when a medium takes part.
  private(set) var interview = -1
  /// «خلالها», «خلاله»: a visit or meeting told before.
  private(set) var resumptives: [WordID] = []
  /// «كما», «أيضا».
  private(set) var likewise: [WordID] = []
  /// «حضور», «المشاركة».
  private(set) var joining: [WordID] = []
  /// Prepositions with their pronoun, which govern nothing behind them: «عليه», «معه».
  private(set) var bound: [WordID] = []
  /// «بينهما», «بينهم».
  private(set) var betweenThem: [WordID] = []
  /// «بينه», before «وبين أ».
  private(set) var betweenHim: [WordID] = []
  /// «المشتركة»: of a committee of two states.
  private(set) var joint: [WordID] = []
  /// «اعتماد» behind «أوراق».
  private(set) var credentials: [WordID] = []
  /// «البلدين», «الوفدين»: the two sides told before, in a construct.
  private(set) var bothSides: [WordID] = []
  /// «عدد», «وفدا»: nouns of a number of people or a part, whose members من tells.
  private(set) var partitives: [WordID] = []
  /// «أنه»: the particle that holds its clause's subject.
  private(set) var thatHe: [WordID] = []
  /// «كلا من»: each for himself.
  private(set) var each: [WordID] = []
  /// «بلاده»: the state of whoever the clause above tells of.
  private(set) var homeland: [WordID] = []
  /// «سموه», «فخامته»: somebody told before by that title.
  private(set) var titled: [WordID] = []
  /// «متوجها», before «إلى المكان»: whoever leaves goes there.
  private(set) var heading: [WordID] = []
  /// «عاصمة» before the name of a state.
  private(set) var capital: [WordID] = []
  /// «أي» before what is denied.
  private(set) var any: [WordID] = []
  /// «حركتا» before the names of two: no noun that has them for its genitive.
  private(set) var bothParties: [WordID] = []
  /// «كاد»: what nearly was.
  private(set) var nearly: [WordID] = []
  /// «لها»: whose a noun is.
  private(set) var owned: [WordID] = []

  init() {}

  init(_ builder: inout LexiconBuilder, _ own: ClauseWords, words: FunctionWords) throws(DataError) {
    self.words = words
    resumptives = own[.resumptive]
    likewise = own[.likewise] + own[.also]
    joining = own[.joining]
    bound = own[.bound]
    betweenThem = own[.betweenThem]
    betweenHim = own[.betweenHim]
    bothSides = own[.bothSides]
    credentials = own[.credentials]
    joint = own[.joint]
    partitives = own[.partitive]
    thatHe = own[.thatHe]
    each = own[.each]
    homeland = own[.homeland]
    titled = own[.titled]
    nearly = own[.nearly]
    bothParties = own[.bothParties]
    any = own[.any]
    capital = own[.capital]
    heading = own[.heading]
    owned = own[.owned]
    try readNouns(&builder, plainTalks: own.texts(.plainTalks))
    try readVerbs(&builder)
    try readOtherVerbs(&builder)
    try readCues(&builder)
  }

  private mutating func readNouns(_ builder: inout LexiconBuilder, plainTalks talks: [String]) throws(DataError) {
    let table = try builder.table("contact-nouns", ["kind", "form", "number", "ar"])
    let numbers: [String: VerbForm.Number] = ["singular": .singular, "plural": .plural]
    for (lemma, row) in table.rows.enumerated() {
      guard let kind = ContactNounKind(rawValue: row[0]) else { throw table.error(row, "unknown kind '\(row[0])'") }
      guard let form = ContactForm(rawValue: row[1]) else { throw table.error(row, "unknown form '\(row[1])'") }
      guard let number = numbers[row[2]] else { throw table.error(row, "unknown number '\(row[2])'") }
      if talks.contains(row[3]) { plainTalks.append(lemma) }
      if row[0] == "encounter", row[3] == "استقبال" { reception = lemma }
      if row[0] == "encounter", row[3] == "مقابلة" { interview = lemma }
      for inflected in NounInflection.forms(of: row[3]) {
        let word = builder.vocabulary.intern(inflected.letters, closed: true)
        if nouns.contains(word) { continue }
        nouns.set(
          word,
          ContactNoun(
            kind: kind, form: form, number: inflected.isDual ? .dual : number, isDefinite: inflected.isDefinite,
            pronoun: inflected.pronoun, lemma: lemma))
      }
    }
  }

  private mutating func readVerbs(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("contact-verbs", ["frame", "form", "present", "past"])
    for row in table.rows {
      guard let frame = VerbFrame(rawValue: row[0]) else { throw table.error(row, "unknown frame '\(row[0])'") }
      guard let form = ContactForm(rawValue: row[1]) else { throw table.error(row, "unknown form '\(row[1])'") }
      for (letters, inflection) in VerbInflection.forms(past: row[3], present: row[2]) {
        let word = builder.vocabulary.intern(letters, closed: true)
        if let known = verbs[word], inflection.isFirst || !known.inflection.isFirst { continue }
        if nouns.contains(word), inflection.isFirst || inflection.hasObject { continue }
        let isLoose =
          inflection.hasObject && inflection.tense == .past && Self.isHollow(row[3]) && letters.last == Letters.heh
        verbs.set(word, ContactVerb(frame: frame, form: form, inflection: inflection, isLoose: isLoose))
      }
    }
  }

  /// «أقام», «استضاف»: with ه behind they are spelled like their verbal nouns.
  private static func isHollow(_ past: String) -> Bool {
    let letters = FoldedText.key(past)
    return letters.count > 3 && letters.first == Letters.alef && letters[letters.count - 2] == Letters.alef
  }

  /// The verbs of saying and those that tell a clause's tense, less what is spelled like a noun.
  private mutating func readOtherVerbs(_ builder: inout LexiconBuilder) throws(DataError) {
    var lemmas: [(past: String, present: String, takesClause: Bool)] = []
    for row in try builder.table("speech-verbs", ["frame", "spelling", "present", "with", "ar"]).rows {
      let parts = row[4].split(separator: " ").map(String.init)
      if parts.count > 1 { lemmas.append((parts[0], parts[1], true)) }
    }
    for row in try builder.table("modality-verbs", ["status", "denied", "with", "present", "past"]).rows {
      lemmas.append((row[4], row[3], true))
    }
    for row in try builder.table("tense-verbs", ["past", "present"]).rows { lemmas.append((row[0], row[1], false)) }
    for lemma in lemmas {
      for (letters, form) in VerbInflection.forms(past: lemma.past, present: lemma.present) {
        // «سموه» is the prince's title, «تهنئة» spelled like «تهنئه».
        // and «حلقة» like «حلقه».
        if form.hasObject,
          form.number == .plural || form.tense == .past && !form.isFeminine
            || form.tense == .present && form.isFeminine
        {
          continue
        }
        // «لاحقا», «سابقا»: an adverb.
        if form.number == .dual, form.tense == .past, !form.isFeminine, lemma.past.dropFirst().first == "ا" { continue }
        let word = builder.vocabulary.intern(letters, closed: true)
        if verbs.contains(word) || nouns.contains(word) || words[word] != nil { continue }
        // «نفى» is he, though «نفي» may be we.
        if let known = otherVerbs[word], form.isFirst || !known.inflection.isFirst { continue }
        otherVerbs.set(word, OtherVerb(inflection: form, takesClause: lemma.takesClause))
      }
    }
  }

  private mutating func readCues(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("clause-cues", ["cue", "ar"])
    for row in table.rows {
      guard let cue = ClauseCue(rawValue: row[0]) else { throw table.error(row, "unknown cue '\(row[0])'") }
      cues.add(builder.words(row[1], closed: true), cue)
    }
  }

  mutating func transfer(_ image: inout LexiconImage) {
    verbs.transfer(&image)
    nouns.transfer(&image)
    otherVerbs.transfer(&image)
    cues.transfer(&image)
    words.transfer(&image)
    image.transfer(&plainTalks)
    image.transfer(&reception)
    image.transfer(&interview)
    image.transfer(&resumptives)
    image.transfer(&likewise)
    image.transfer(&joining)
    image.transfer(&bound)
    image.transfer(&betweenThem)
    image.transfer(&betweenHim)
    image.transfer(&bothSides)
    image.transfer(&credentials)
    image.transfer(&joint)
    image.transfer(&partitives)
    image.transfer(&thatHe)
    image.transfer(&each)
    image.transfer(&homeland)
    image.transfer(&titled)
    image.transfer(&nearly)
    image.transfer(&bothParties)
    image.transfer(&any)
    image.transfer(&capital)
    image.transfer(&heading)
    image.transfer(&owned)
  }
}
