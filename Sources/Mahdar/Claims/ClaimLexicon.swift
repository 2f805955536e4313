/// How a contact verb takes its arguments.
enum VerbFrame: String, Sendable {
  /// A meets B: «التقى أ ب», «التقى أ بـب / مع ب».
  case meet
  /// The host receives a guest: «استقبل أ ب».
  case receive
  /// Receives a guest or an event: «استضاف أ ب», «استضافت أ قمة».
  case host
  /// «اجتمع أ مع ب», «تباحث أ وب».
  case confer
  /// «بحث أ مع ب …»: a contact only with two sides.
  case discuss
  /// «أجرى أ محادثات مع ب»: a contact by its object noun.
  case hold
  /// «تلقى أ اتصالا من ب».
  case get
  /// «هاتف أ ب», «اتصل أ بـب».
  case phone
  /// «بعث أ رسالة إلى ب».
  case send
  /// «زار أ المكان».
  case visit
  /// «وصل أ إلى المكان».
  case go
  /// «شارك أ في اجتماع».
  case join
  /// «انعقد اجتماع بين أ وب».
  case occur
  /// «جمع لقاء أ وب».
  case gather
  /// «وقع أ مع ب اتفاقا».
  case sign
  /// «جولة تشمل …»: several places.
  case tour
  /// «أطلع أ ب على …», «أخطرت أ ب بـ…»: one who is told something in person.
  case inform
  /// «مكث أ في المكان», «حل أ بالمكان».
  case stay
  /// «كتب أ إلى ب».
  case write
  /// «أوفد أ ب إلى المكان».
  case dispatch
  /// «طلب أ من ب عقد اجتماع», «دعا أ ب إلى زيارة …»: a contact that somebody proposes.
  case request
}

struct ContactVerb: Sendable {
  var frame: VerbFrame
  var form: ContactForm
  var inflection: VerbForm
  /// Spelled like its verbal noun: «استضافه», «استضافة»; a verb only before its subject.
  var isLoose = false
}

/// A verb that is none of contact.
struct OtherVerb: Sendable {
  var inflection: VerbForm
  /// Says, thinks or wants what a clause behind أن tells.
  var takesClause: Bool
}

/// What a contact noun names.
enum ContactNounKind: String, Sendable {
  case encounter, talks, visit, travel, dispatch, call, message, invitation, credentials
}

struct ContactNoun: Sendable {
  var kind: ContactNounKind
  var form: ContactForm
  var number: VerbForm.Number
  var isDefinite: Bool
  /// The number of the possessive pronoun it carries: «لقائه», «زيارتها», «لقائهما».
  var pronoun: VerbForm.Number?
  var hasPronoun: Bool { pronoun != nil }
  /// The dictionary word, to tell «قمة» from «اجتماع».
  var lemma: Int
}

/// A cue for the status of a contact.
struct ModalityCue: Sendable {
  enum Position: String, Sendable { case before, adjective, after }
  var status: ContactStatus
  var position: Position
}

/// What the claim stage knows of words.
struct ClaimLexicon: Sendable {
  private(set) var verbs = WordMap<ContactVerb>()
  private(set) var nouns = WordMap<ContactNoun>()
  /// Verbs that are none of contact.
  private(set) var otherVerbs = WordMap<OtherVerb>()
  private(set) var modality = PhraseMap<ModalityCue>()
  private(set) var cues = PhraseMap<ClaimCue>()
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
  /// The lemmas of «محادثات» and «مباحثات».
  private(set) var plainTalks: [Int] = []
  /// The lemma of «استقبال».
  private(set) var reception = -1
  /// The lemma of «مقابلة», an interview when a medium takes part.
  private(set) var interview = -1
  private(set) var words = FunctionWords()
  private(set) var countries = CountryNames()
  private(set) var venues = VenueCities()
  private(set) var score = ClaimScore()
  /// «منذ».
  private(set) var since: WordID = 0
  /// «الأنباء», «صحة»: what a denial denies.
  private(set) var news: [WordID] = []
  /// «خلالها», «خلاله»: a visit or meeting told before.
  private(set) var resumptives: [WordID] = []
  /// «بيان», «بلاغ».
  private(set) var documents: [WordID] = []
  /// «كما», «أيضا».
  private(set) var likewise: [WordID] = []
  /// «حضور», «المشاركة».
  private(set) var joining: [WordID] = []
  /// Prepositions with their pronoun, which govern nothing behind them: «عليه», «معه».
  private(set) var bound: [WordID] = []
  /// «أيضا», «كذلك».
  private(set) var also: [WordID] = []
  /// «بينهما», «بينهم».
  private(set) var betweenThem: [WordID] = []
  /// «عدد», «وفدا»: nouns of a number of people or a part, whose members من tells.
  private(set) var partitives: [WordID] = []
  /// «نظيره»: never a subject, for it is told by somebody else.
  private(set) var counterparts: [WordID] = []
  /// «أنه»: the particle that holds its clause's subject.
  private(set) var thatHe: [WordID] = []
  /// «إذا», «هل»: before what may be.
  private(set) var conditionals: [WordID] = []
  /// «كلا من»: each for himself.
  private(set) var each: [WordID] = []
  /// «عندما».
  private(set) var when: [WordID] = []
  /// «وفد»: a group that acts through its head.
  private(set) var delegations: [WordID] = []
  /// «المنتخب», «مباراة».
  private(set) var sport = WordSet()
  /// «اعتماد» behind «أوراق».
  private(set) var credentials: [WordID] = []
  private(set) var topics = TopicLexicon()
  private(set) var attribution = AttributionLexicon()
  private(set) var rooms = VenueLexicon()

  init() {}

  init(_ builder: inout LexiconBuilder, words: FunctionWords) throws(DataError) {
    self.words = words
    let own = try ClaimWords(&builder)
    leaders = own.texts(.leader)
    lesser = own.texts(.lesser)
    since = own[.since].first ?? 0
    news = own[.news]
    resumptives = own[.resumptive]
    documents = own[.document]
    also = own[.also]
    likewise = own[.likewise] + own[.also]
    joining = own[.joining]
    bound = own[.bound]
    betweenThem = own[.betweenThem]
    partitives = own[.partitive]
    credentials = own[.credentials]
    conditionals = own[.conditional]
    each = own[.each]
    when = own[.when]
    delegations = own[.delegation]
    for word in own[.sport] { sport.insert(word) }
    counterparts = own[.counterpart]
    thatHe = own[.thatHe]
    countries = try CountryNames(&builder)
    venues = try VenueCities(&builder)
    score = try ClaimScore(&builder)
    try readNouns(&builder, plainTalks: own.texts(.plainTalks))
    try readVerbs(&builder)
    try readOtherVerbs(&builder)
    try readModality(&builder)
    try readModalVerbs(&builder)
    try readCues(&builder)
    try readOffices(&builder)
    topics = try TopicLexicon(&builder)
    attribution = try AttributionLexicon(&builder)
    rooms = try VenueLexicon(&builder)
  }

  private mutating func readVerbs(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("contact-verbs", ["frame", "form", "present", "past"])
    for row in table.rows {
      guard let frame = VerbFrame(rawValue: row[0]) else { throw table.error(row, "unknown frame '\(row[0])'") }
      guard let form = ContactForm(rawValue: row[1]) else { throw table.error(row, "unknown form '\(row[1])'") }
      for (letters, inflection) in VerbInflection.forms(past: row[3], present: row[2]) {
        let word = builder.vocabulary.intern(letters, closed: true)
        if verbs.contains(word) || nouns.contains(word) && (inflection.isFirst || inflection.hasObject) { continue }
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
    for row in try builder.table("modality-verbs", ["status", "present", "past"]).rows {
      lemmas.append((row[2], row[1], true))
    }
    for row in try builder.table("tense-verbs", ["past", "present"]).rows { lemmas.append((row[0], row[1], false)) }
    for lemma in lemmas {
      for (letters, form) in VerbInflection.forms(past: lemma.past, present: lemma.present) {
        // «سموه» is the prince's title, «تهنئة» spelled like «تهنئه».
        // and «حلقة» like «حلقه».
        if form.hasObject, form.number == .plural || form.tense == .past && !form.isFeminine
          || form.tense == .present && form.isFeminine
        { continue }
        let word = builder.vocabulary.intern(letters, closed: true)
        if verbs.contains(word) || nouns.contains(word) || otherVerbs.contains(word) || words[word] != nil { continue }
        otherVerbs.set(word, OtherVerb(inflection: form, takesClause: lemma.takesClause))
      }
    }
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

  private mutating func readCues(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("claim-cues", ["cue", "ar"])
    for row in table.rows {
      guard let cue = ClaimCue(rawValue: row[0]) else { throw table.error(row, "unknown cue '\(row[0])'") }
      cues.add(builder.words(row[1], closed: true), cue)
    }
  }

  mutating func transfer(_ image: inout LexiconImage) {
    verbs.transfer(&image)
    nouns.transfer(&image)
    otherVerbs.transfer(&image)
    modality.transfer(&image)
    cues.transfer(&image)
    singulars.transfer(&image)
    image.transfer(&offices)
    image.transfer(&leaders)
    image.transfer(&lesser)
    image.transfer(&plainTalks)
    image.transfer(&reception)
    image.transfer(&interview)
    words.transfer(&image)
    countries.transfer(&image)
    venues.transfer(&image)
    score.transfer(&image)
    image.transfer(&since)
    image.transfer(&news)
    image.transfer(&resumptives)
    image.transfer(&documents)
    image.transfer(&likewise)
    image.transfer(&joining)
    image.transfer(&bound)
    image.transfer(&also)
    image.transfer(&betweenThem)
    image.transfer(&partitives)
    image.transfer(&credentials)
    image.transfer(&conditionals)
    image.transfer(&each)
    image.transfer(&when)
    image.transfer(&delegations)
    sport.transfer(&image)
    image.transfer(&counterparts)
    image.transfer(&thatHe)
    topics.transfer(&image)
    attribution.transfer(&image)
    rooms.transfer(&image)
  }
}

/// What other words tell of a contact: `Data/ar/claim-cues.tsv`.
enum ClaimCue: String, Sendable {
  /// Before the larger event: «على هامش».
  case occasion
  /// Before what it is about: «لبحث», «حول».
  case topic
  /// Before how long it took: «لمدة», «استمر».
  case duration
  /// Told to be secret or unannounced.
  case secret
  case track15 = "track-1.5"
  case track2 = "track-2"
  /// By telephone or video: «هاتفي».
  case remote
  /// Three sides or more: «ثلاثي», «رباعي».
  case multilateral
  /// Before further participants: «بمشاركة», «بحضور», «يضم».
  case joining
  /// Members of a pair or group without names: «الجانبان», «الطرفان».
  case both
  /// Before a source named behind what it told: «حسبما أعلن».
  case attribution
  /// Before the head of a delegation: «برئاسة».
  case leading
  /// Several of a kind, none of them told: «عدة», «العديد من».
  case series
  /// Tells that others of the kind went before, none of them told: «ليست المرة الأولى».
  case notFirst = "not-first"
  /// Leads over to the sentence and governs nothing in it: «من جهة أخرى», «في المقابل».
  case transition
  /// Before more of a group's members: «بما فيها», «إضافة إلى».
  case including
  /// Before an official's name: «معالي», «صاحب السمو الملكي».
  case honorific
  /// What is called like a contact and is none: «مؤتمر صحفي», «دعوة إلى …».
  case none
}
