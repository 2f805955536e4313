/// What the statement stage knows of words: Data/ar/speech-verbs.tsv, Data/ar/speech-words.tsv and
/// Data/ar/speech-nouns.tsv.
struct StatementLexicon: Sendable {
  private var cues = WordMap<SpeechCue>()
  private var words = WordMap<SpeechWord>()
  /// Forms of verbs that say nothing, by which clauses are told apart.
  private var verbs = WordMap<VerbForm>()
  /// Phrases that tell when, where or how: «من جديد», «في الوقت نفسه».
  private(set) var adverbials = PhraseMap<Bool>()
  /// عن, على and إلى
  private(set) var from: WordID = 0
  private(set) var on: WordID = 0
  private(set) var to: WordID = 0
  private(set) var within: WordID = 0
  /// ليس
  private(set) var not: WordID = 0
  /// مع and عبر, before the medium that somebody spoke to
  private(set) var media: [WordID] = []
  /// ذلك
  private(set) var that: WordID = 0
  /// و standing alone, before a quotation mark
  private(set) var and: WordID = 0
  /// كي, which after بان is part of a name
  private(set) var ki: WordID = 0

  private var buts: [WordID] = []
  private var answers: [WordID] = []
  private var withouts: [WordID] = []
  private var remarks: [WordID] = []
  private var andThat: WordID = 0
  private var afters: [WordID] = []
  private var mays: [WordID] = []
  private var fronts: [WordID] = []
  private var exalted: [WordID] = []
  private var god: WordID = 0
  private var demonstratives: [WordID] = []
  private var pronouns: [WordID] = []
  private var withholding: [WordID] = []
  private(set) var between: WordID = 0
  private var betweens: [WordID] = []
  private var also: WordID = 0
  private var when: WordID = 0
  private var necessities: [WordID] = []
  private var thus: WordID = 0
  private var of: WordID = 0
  private var extent: WordID = 0
  private var withins: [WordID] = []
  private var spites: [WordID] = []
  private var note: WordID = 0
  private var tongue: WordID = 0
  private var but: [WordID] = []
  private var hims: [WordID] = []
  private var recalls: [WordID] = []
  private var two: [WordID] = []
  private var befores: [WordID] = []
  private var whereas: [WordID] = []
  private var asked: [WordID] = []
  private var whats: [WordID] = []
  private var relayed: [WordID] = []
  private var issued: [WordID] = []
  private var done: [WordID] = []
  private var asTheySay: [WordID] = []
  private var stances: [WordID] = []

  @inline(__always) func cue(_ word: WordID) -> SpeechCue? { cues[word] }
  @inline(__always) func classes(_ word: WordID) -> SpeechWord { words[word] ?? [] }
  /// The form of a verb that tells no words.
  @inline(__always) func verb(_ word: WordID) -> VerbForm? { verbs[word] }

  /// Whether a preposition leads to what many verbs of saying tell: على, إلى, عن.
  @inline(__always) func isComplement(_ word: WordID) -> Bool {
    word != 0 && (word == on || word == to || word == from)
  }
  enum Pronoun: UInt8, Sendable { case masculine, feminine, plural }

  /// The pronoun of «لكنه», «لكنها», «لكنهم».
  func butPronoun(_ word: WordID) -> Pronoun? {
    buts.firstIndex(of: word).map { [.masculine, .feminine, .plural][$0 % 3] }
  }
  /// «غير», «بيد», «إلا», «علما»: with أن, the article answers back.
  func isAnswer(_ word: WordID) -> Bool { answers.contains(word) }
  /// «دون», «غير», «بدون»
  func isWithout(_ word: WordID) -> Bool { withouts.contains(word) }
  /// «إشارة», «خطوة»
  func isRemark(_ word: WordID) -> Bool { remarks.contains(word) }
  /// «وذلك»
  func isThat(_ word: WordID) -> Bool { word != 0 && word == andThat }
  /// «بعد», «غداة», «وسط»
  func isAfter(_ word: WordID) -> Bool { afters.contains(word) }
  /// «قد»
  func isMay(_ word: WordID) -> Bool { mays.contains(word) }
  /// «هو», «هي», «هم»
  func isPronoun(_ word: WordID) -> Bool { pronouns.contains(word) }
  /// «عدم» after «طلب»
  func isWithholding(_ word: WordID) -> Bool { withholding.contains(word) }
  /// «كما»
  func isAlso(_ word: WordID) -> Bool { word != 0 && word == also }
  /// «بينها»
  func isBetween(_ word: WordID) -> Bool { betweens.contains(word) }
  /// «حين»
  func isWhen(_ word: WordID) -> Bool { word != 0 && word == when }
  /// «ضرورة», «وجوب»
  func isNecessity(_ word: WordID) -> Bool { necessities.contains(word) }
  /// «فقد»
  func isThus(_ word: WordID) -> Bool { word != 0 && word == thus }
  /// «الرغم», behind على
  func isSpite(_ word: WordID) -> Bool { spites.contains(word) }
  /// «علما»
  func isNote(_ word: WordID) -> Bool { word != 0 && word == note }
  /// «لسان», behind على
  func isTongue(_ word: WordID) -> Bool { word != 0 && word == tongue }
  /// «لكن», «ولكن»
  func isBut(_ word: WordID) -> Bool { but.contains(word) }
  /// «سبق», «وسبق»
  func isBefore(_ word: WordID) -> Bool { befores.contains(word) }
  /// «الجانبان», «الطرفان»: bodies or people
  func isTwo(_ word: WordID) -> Bool { two.contains(word) }
  /// «يذكر», «يشار», «الجدير»: with أن, what is recalled follows.
  func isRecall(_ word: WordID) -> Bool { recalls.contains(word) }
  /// «إياه», «إياها»
  func isHim(_ word: WordID) -> Bool { hims.contains(word) }
  /// «سئل», «وسئلت»: whoever is asked answers.
  func isAsked(_ word: WordID) -> Bool { asked.contains(word) }
  /// «حسبهم» behind a quotation
  func isAsTheySay(_ word: WordID) -> Bool { asTheySay.contains(word) }
  /// «تم», «جرى» before a verbal noun: a passive.
  func isDone(_ word: WordID) -> Bool { done.contains(word) }
  /// «صادر», before عن and whoever issued it
  func isIssued(_ word: WordID) -> Bool { issued.contains(word) }
  /// «نقلا», before عن and the source
  func isRelayed(_ word: WordID) -> Bool { relayed.contains(word) }
  /// «ما», «عما»
  func isWhat(_ word: WordID) -> Bool { whats.contains(word) }
  /// «يستبعد» behind «لم»: a stance, though denied.
  func isStance(_ word: WordID) -> Bool { stances.contains(word) }
  /// «في», «وفي»
  func isWithin(_ word: WordID) -> Bool { withins.contains(word) }
  /// «حد» in «على حد قوله»
  func isExtent(_ word: WordID) -> Bool { word != 0 && word == extent }
  /// «من»
  func isOf(_ word: WordID) -> Bool { word != 0 && word == of }
  /// «هذا», «هذه», «نفس»
  func isDemonstrative(_ word: WordID) -> Bool { demonstratives.contains(word) }
  /// «تعالى», behind the name of God
  func isExalted(_ word: WordID) -> Bool { exalted.contains(word) }
  /// «الله»
  func isGod(_ word: WordID) -> Bool { word != 0 && word == god }
  /// «فيما», «بينما» behind a comma
  func isWhereas(_ word: WordID) -> Bool { whereas.contains(word) }
  /// «بينما», «عندما» at the head of a sentence: its main clause follows.
  func isFronting(_ word: WordID) -> Bool { fronts.contains(word) }
  /// Whether a verbal noun with its object may follow: «خلال», «عقب».
  @inline(__always) func isWhile(_ word: WordID) -> Bool { classes(word).contains(.during) }

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    from = builder.closed("عن")[0]
    on = builder.closed("على")[0]
    to = builder.closed("إلى")[0]
    within = builder.closed("في")[0]
    not = builder.closed("ليس")[0]
    media = builder.closed("مع") + builder.closed("عبر")
    that = builder.closed("ذلك")[0]
    and = builder.closed("و")[0]
    ki = builder.closed("كي")[0]
    buts = builder.closed("لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "ولكنهم")
    answers = builder.closed("غير", "بيد", "علما", "إلا")
    withouts = builder.closed("دون", "غير", "بدون")
    remarks = builder.closed("إشارة", "خطوة")
    andThat = builder.closed("وذلك")[0]
    afters = builder.closed("بعد", "غداة", "وسط", "قبل", "قبيل", "بعيد", "عشية", "عقب")
    pronouns = builder.closed("هو", "هي", "هم")
    withholding = builder.closed("عدم", "ألا", "بعدم")
    between = builder.closed("بين")[0]
    betweens = builder.closed("بينه", "بينها", "بينهم", "بينهما")
    when = builder.closed("حين")[0]
    necessities = builder.closed("ضرورة", "وجوب", "أهمية")
    also = builder.closed("كما")[0]
    thus = builder.closed("فقد")[0]
    of = builder.closed("من")[0]
    extent = builder.closed("حد")[0]
    withins = builder.closed("في", "وفي")
    spites = builder.closed("الرغم")
    note = builder.closed("علما")[0]
    tongue = builder.closed("لسان")[0]
    but = builder.closed("لكن", "ولكن")
    recalls = builder.closed("يذكر", "يشار", "تجدر", "الجدير", "جدير")
    befores = builder.closed("سبق", "وسبق")
    two = ["الجانبان", "الطرفان", "الفريقان", "الوفدان"].flatMap { builder.words($0, closed: false) }
    hims = builder.closed("إياه", "إياها", "إياهم", "إياهما")
    demonstratives = builder.closed("هذا", "هذه", "ذلك", "تلك", "ذات", "نفس")
    mays = builder.closed("قد", "وقد")
    exalted = builder.closed("تعالى", "وتعالى")
    god = builder.closed("الله")[0]
    fronts = builder.closed(
      "بينما", "وبينما", "فيما", "وفيما", "عندما", "وعندما", "بعدما", "وبعدما", "لما", "ولما", "إذ", "وإذ")
    whereas = builder.closed("فيما", "بينما", "وفيما", "وبينما")
    asked = builder.closed("سئل", "سئلت")
    asTheySay = builder.closed("حسبها", "حسبهم", "حسبهما")
    done = builder.closed("تم", "يتم", "جرى", "يجري")
    issued = ["صادر", "الصادر", "صادرة", "الصادرة", "صدر", "صدرت"].flatMap { builder.words($0, closed: false) }
    relayed = builder.closed("نقلا")
    whats = builder.closed("ما", "مما", "عما")
    stances = builder.closed("يستبعد", "تستبعد", "يستبعدوا", "ينف", "تنف", "ينفوا", "يستثن", "تستثن", "يخف", "تخف")
    try readWords(&builder)
    try readNouns(&builder)
    try readVerbs(&builder)
    try readOtherVerbs(&builder)
  }

  private mutating func readVerbs(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("speech-verbs", ["frame", "spelling", "present", "with", "ar"])
    for row in table.rows {
      let parts = row[4].split(separator: " ").map(String.init)
      guard parts.count == 2 || parts.count == 3 else {
        throw table.error(row, "a row holds past and present, and may hold a participle")
      }
      if row[0] == "act" {
        add(&builder, past: parts[0], present: parts[1])
        continue
      }
      guard let frame = SpeechCue.Frame(rawValue: row[0]) else {
        throw table.error(
          row, "unknown frame '\(row[0])'",
          fix: "one of act, \(SpeechCue.Frame.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      guard row[1] == "firm" || row[1] == "loose" else {
        throw table.error(row, "unknown spelling '\(row[1])'", fix: "one of firm, loose")
      }
      guard row[2] == "plain" || row[2] == "impersonal" else {
        throw table.error(row, "unknown present '\(row[2])'", fix: "one of plain, impersonal")
      }
      var prepositions: SpeechCue.Prepositions = []
      for name in row[3].split(separator: "+") where name != "-" {
        switch name {
        case "ala": prepositions.insert(.ala)
        case "ila": prepositions.insert(.ila)
        case "only": prepositions.insert(.only)
        case "object": prepositions.insert(.object)
        case "weak": prepositions.insert(.weak)
        case "same": prepositions.insert(.same)
        default:
          throw table.error(row, "unknown complement '\(name)'", fix: "one of ala, ila, object, only, same, weak")
        }
      }
      let isLoose = row[1] == "loose"
      let present = FoldedText.key(parts[1])
      for (letters, form) in VerbInflection.forms(past: parts[0], present: parts[1]) where !form.isFirst {
        // A verb without its weak letter stands behind لم alone, where it says nothing: «يجب» is no form of أجاب.
        if form.tense == .present, form.number == .singular, letters.count < present.count { continue }
        // «بينهم» is a preposition and its pronoun.
        if form.hasObject, form.tense == .past, isLoose, isPreposition(parts[0], &builder) { continue }
        // Only the bare past is spelled like a noun.
        // «عده» (he counted it) is also «عدة» (several).
        let loose =
          isLoose && form.tense == .past && form.number == .singular && !form.isFeminine
          && (!form.hasObject || letters.count == 3)
          || form.tense == .past && !form.isFeminine && FoldedText.key(parts[0]).count <= 3
            // «ردا» and «عدوا» are nouns, too; «ذكروا» is none.
            && (form.hasObject || isLoose && (form.number == .dual || form.number == .plural && letters.count < 5))
        set(
          &builder, letters,
          SpeechCue(
            frame: frame, shape: .verb, form: form, isLoose: loose,
            isImpersonal: row[2] == "impersonal" && form.tense == .present && form.number == .singular
              && !form.isFeminine,
            isBare: parts[0].hasPrefix("ا") && form.tense == .past,
            prepositions: prepositions))
      }
      for (letters, form) in Self.participles(present: parts[1], participle: parts.count == 3 ? parts[2] : nil) {
        set(
          &builder, letters,
          SpeechCue(
            frame: frame, shape: .participle, form: form, isLoose: false, prepositions: prepositions))
      }
    }
  }

  private func isPreposition(_ key: String, _ builder: inout LexiconBuilder) -> Bool {
    builder.words(key, closed: true).contains { classes($0).contains(.preposition) }
  }

  private mutating func set(_ builder: inout LexiconBuilder, _ letters: [UInt8], _ cue: SpeechCue) {
    let word = builder.vocabulary.intern(letters, closed: true)
    if !cues.contains(word) { cues.set(word, cue) }
  }

  /// The accusative participles of a verb: «مضيفا», «مضيفة», «مضيفين». Those of the derived forms are made from the
  /// present by م for its ي.
  private static func participles(present: String, participle: String?) -> [(letters: [UInt8], form: VerbForm)] {
    var base = FoldedText.key(participle ?? present)
    if participle == nil {
      guard base.count > 3 else { return [] }
      base[0] = meem
    }
    let weak = base.last == Letters.yeh
    // «ناف», «داع» lose their ي when indefinite; it comes back before an ending.
    let stem = participle != nil && base.count == 3 && base[1] == Letters.alef ? base + [Letters.yeh] : base
    let plural = weak ? Array(base.dropLast()) : base
    let singular = VerbForm(tense: .past, number: .singular, isFeminine: false)
    return [
      (stem + [Letters.alef], singular),
      (stem + [Letters.heh], VerbForm(tense: .past, number: .singular, isFeminine: true)),
      (plural + [Letters.yeh, Letters.noon], VerbForm(tense: .past, number: .plural, isFeminine: false)),
    ]
  }

  private static let meem = Letters.fold(0x645)

  private mutating func readWords(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("speech-words", ["class", "ar"])
    for row in table.rows {
      guard let kind = SpeechWord(named: row[0]) else {
        throw table.error(
          row, "unknown class '\(row[0])'", fix: "one of \(SpeechWord.allNames.joined(separator: ", "))")
      }
      if row[1].contains(" ") {
        guard kind == .adverb else { throw table.error(row, "only an adverb may have several words") }
        adverbials.add(builder.words(row[1], closed: false), true)
        continue
      }
      let word = try builder.word(row[1], table, row)
      words.set(word, classes(word).union(kind))
      if kind == .nameHead { addBearer(of: row[1], &builder) }
    }
  }

  /// The noun of a name with its article, «سفينة» → «السفينة».
  private mutating func addBearer(of noun: String, _ builder: inout LexiconBuilder) {
    for word in builder.words("ال" + noun, closed: false) { words.set(word, classes(word).union(.nameBearer)) }
  }

  /// Nouns stay open words: they tell topics, and names may hold them.
  private mutating func readNouns(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("speech-nouns", ["class", "ar"])
    for row in table.rows {
      guard let kind = SpeechWord(named: row[0]) else {
        throw table.error(
          row, "unknown class '\(row[0])'", fix: "one of \(SpeechWord.allNames.joined(separator: ", "))")
      }
      let ids = builder.words(row[1], closed: false)
      guard ids.count == 1 else { throw table.error(row, "'\(row[1])' is not one word") }
      words.set(ids[0], classes(ids[0]).union(kind))
      if kind == .nameHead { addBearer(of: row[1], &builder) }
    }
  }

  private mutating func readOtherVerbs(_ builder: inout LexiconBuilder) throws(DataError) {
    for row in try builder.table("tense-verbs", ["past", "present"]).rows {
      add(&builder, past: row[0], present: row[1])
    }
  }

  private mutating func add(_ builder: inout LexiconBuilder, past: String, present: String) {
    for (letters, form) in VerbInflection.forms(past: past, present: present) where !form.isFirst {
      let word = builder.vocabulary.intern(letters, closed: true)
      if !verbs.contains(word) { verbs.set(word, form) }
    }
  }

  mutating func transfer(_ image: inout LexiconImage) {
    cues.transfer(&image)
    words.transfer(&image)
    verbs.transfer(&image)
    adverbials.transfer(&image)
    image.transfer(&from)
    image.transfer(&on)
    image.transfer(&to)
    image.transfer(&within)
    image.transfer(&not)
    image.transfer(&media)
    image.transfer(&that)
    image.transfer(&and)
    image.transfer(&ki)
    image.transfer(&buts)
    image.transfer(&answers)
    image.transfer(&withouts)
    image.transfer(&remarks)
    image.transfer(&andThat)
    image.transfer(&afters)
    image.transfer(&mays)
    image.transfer(&fronts)
    image.transfer(&exalted)
    image.transfer(&god)
    image.transfer(&demonstratives)
    image.transfer(&pronouns)
    image.transfer(&withholding)
    image.transfer(&between)
    image.transfer(&betweens)
    image.transfer(&also)
    image.transfer(&when)
    image.transfer(&necessities)
    image.transfer(&thus)
    image.transfer(&of)
    image.transfer(&extent)
    image.transfer(&withins)
    image.transfer(&spites)
    image.transfer(&note)
    image.transfer(&tongue)
    image.transfer(&but)
    image.transfer(&hims)
    image.transfer(&recalls)
    image.transfer(&two)
    image.transfer(&befores)
    image.transfer(&whereas)
    image.transfer(&asked)
    image.transfer(&whats)
    image.transfer(&relayed)
    image.transfer(&issued)
    image.transfer(&done)
    image.transfer(&asTheySay)
    image.transfer(&stances)
  }
}
