/// What the statement stage knows of words: Data/ar/speech-verbs.tsv and Data/ar/speech-words.tsv.
struct StatementLexicon: Sendable {
  private var cues = WordMap<SpeechCue>()
  private var words = WordMap<SpeechWord>()
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

  @inline(__always) func cue(_ word: WordID) -> SpeechCue? { cues[word] }
  @inline(__always) func classes(_ word: WordID) -> SpeechWord { words[word] ?? [] }

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
    try readVerbs(&builder)
    try readWords(&builder)
  }

  private mutating func readVerbs(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("speech-verbs", ["frame", "spelling", "present", "with", "ar"])
    for row in table.rows {
      guard let frame = SpeechCue.Frame(rawValue: row[0]) else {
        throw table.error(
          row, "unknown frame '\(row[0])'",
          fix: "one of \(SpeechCue.Frame.allCases.map(\.rawValue).joined(separator: ", "))")
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
        default: throw table.error(row, "unknown preposition '\(name)'", fix: "one of ala, ila")
        }
      }
      let parts = row[4].split(separator: " ").map(String.init)
      guard parts.count == 2 || parts.count == 3 else {
        throw table.error(row, "a row holds past and present, and may hold a participle")
      }
      let isLoose = row[1] == "loose"
      for (letters, form) in VerbInflection.forms(past: parts[0], present: parts[1]) where !form.isFirst {
        // Only the bare past is spelled like a noun.
        // «عده» (he counted it) is also «عدة» (several).
        let loose =
          isLoose && form.tense == .past && form.number == .singular && !form.isFeminine
          && (!form.hasObject || letters.count == 3)
        set(
          &builder, letters,
          SpeechCue(
            frame: frame, shape: .verb, form: form, isLoose: loose,
            isImpersonal: row[2] == "impersonal" && form.tense == .present && form.number == .singular,
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
      let word = try builder.word(row[1], table, row)
      words.set(word, classes(word).union(kind))
    }
  }

  mutating func transfer(_ image: inout LexiconImage) {
    cues.transfer(&image)
    words.transfer(&image)
    image.transfer(&from)
    image.transfer(&on)
    image.transfer(&to)
    image.transfer(&within)
    image.transfer(&not)
    image.transfer(&media)
    image.transfer(&that)
    image.transfer(&and)
    image.transfer(&ki)
  }
}
