/// What a word does where an article tells who vouches for something; a word may do several things.
struct AttributionWord: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt16

  /// «صحيفة», «وكالة».
  static let outlet = AttributionWord(rawValue: 1)
  /// «تقرير», «وثيقة».
  static let document = AttributionWord(rawValue: 1 << 1)
  /// «بيان», «بلاغ»: what a body says in it, the document says.
  static let communique = AttributionWord(rawValue: 1 << 2)
  /// «مصدر», «دبلوماسيون».
  static let unnamed = AttributionWord(rawValue: 1 << 3)
  /// «وزارة», «مكتب».
  static let body = AttributionWord(rawValue: 1 << 4)
  /// «نفس», «ذاته».
  static let same = AttributionWord(rawValue: 1 << 5)
  /// «أربعة», «أحد»: before the noun that tells a source.
  static let number = AttributionWord(rawValue: 1 << 6)
  /// «قوله»: the source's description is over.
  static let report = AttributionWord(rawValue: 1 << 7)
  /// «أعلن», «كشف»: its object is what the subject tells.
  static let telling = AttributionWord(rawValue: 1 << 8)
  /// «نشرته», «أوردتها»: a medium follows.
  static let carrying = AttributionWord(rawValue: 1 << 9)
  /// «مكتبه», «وزارتها»: the body of somebody told before.
  static let owned = AttributionWord(rawValue: 1 << 11)
  /// «نفى», «كذب»: says that something told is not so.
  static let denying = AttributionWord(rawValue: 1 << 12)
  /// One of the nouns with the article: «الصحيفة», «المصدر».
  static let definite = AttributionWord(rawValue: 1 << 10)

  /// The nouns that a source begins with.
  static let heads: AttributionWord = [.outlet, .document, .communique, .unnamed]

  fileprivate static let names: [String: AttributionWord] = [
    "outlet": .outlet, "document": .document, "communique": .communique, "unnamed": .unnamed, "body": .body,
    "same": .same, "number": .number, "report": .report, "telling": .telling, "carrying": .carrying,
    "denying": .denying,
  ]
}

/// The words of `Data/ar/attribution-words.tsv` and `Data/ar/attribution-verbs.tsv`.
struct AttributionLexicon: Sendable {
  private var words = WordMap<AttributionWord>()
  /// The word without article of one that has it.
  private var bare = WordMap<WordID>()
  /// «بحسب», «نقلا عن»: a source follows.
  private(set) var cues = PhraseMap<Bool>()
  /// «وكالات», «واس»: how agencies sign.
  private(set) var wires = PhraseMap<Bool>()
  /// The news agencies of the gazetteer, whose name at the head or foot of an article tells where it is from.
  private(set) var agencies: [String] = []

  /// The names of media that articles are told to be from, by their ids.
  private(set) var outletNames: [String: String] = [:]
  /// «فيسبوك»: where somebody writes, no voucher.
  private(set) var platforms: [String] = []
  /// «عن».
  private(set) var from: WordID = 0
  /// «ذلك», «هذا»: what the sentence before tells.
  private(set) var that: [WordID] = []
  /// «ما», «بما»: before the verb of a medium.
  private(set) var what: [WordID] = []

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("attribution-words", ["class", "ar"])
    for row in table.rows {
      if row[0] == "cue" {
        cues.add(builder.words(row[1], closed: true), true)
        continue
      }
      if row[0] == "wire" {
        wires.add(builder.words(row[1], closed: false), true)
        continue
      }
      let kind = try Self.kind(row, table)
      guard let word = builder.words(row[1], closed: false).first else { continue }
      add(kind, word)
      if kind == .body {
        for form in NounInflection.forms(of: row[1]) where form.pronoun == .singular {
          add(.owned, builder.vocabulary.intern(form.letters, closed: false))
        }
      }
      guard let definite = builder.words("ال" + row[1], closed: false).first else { continue }
      add(kind.union(.definite), definite)
      bare.set(definite, word)
    }
    let verbs = try builder.table("attribution-verbs", ["class", "present", "past"])
    for row in verbs.rows {
      let kind = try Self.kind(row, verbs)
      for (letters, form) in VerbInflection.forms(past: row[2], present: row[1])
      where !form.isFirst && form.hasObject == (kind == .carrying) {
        add(kind, builder.vocabulary.intern(letters, closed: false))
      }
    }
    from = builder.words("عن", closed: true).first ?? 0
    for word in ["ذلك", "هذا"] { that += builder.words(word, closed: true) }
    for word in ["ما", "مما"] { what += builder.words(word, closed: true) }
    let outlets = try builder.table("gazetteer/outlets", ["id", "kind", "country", "en"])
    outletNames = Dictionary(outlets.rows.map { ($0[0], $0[3]) }) { first, _ in first }
    agencies = outlets.rows.filter { $0[1] == "agency" }.map { $0[0] }
    platforms = outlets.rows.filter { $0[1] == "social" }.map { $0[0] }
  }

  private static func kind(_ row: Table.Row, _ table: Table) throws(DataError) -> AttributionWord {
    guard let kind = AttributionWord.names[row[0]] else {
      throw table.error(
        row, "unknown class '\(row[0])'",
        fix: "one of cue, wire, \(AttributionWord.names.keys.sorted().joined(separator: ", "))")
    }
    return kind
  }

  private mutating func add(_ kind: AttributionWord, _ word: WordID) {
    words.set(word, self[word].union(kind))
  }

  @inline(__always) subscript(word: WordID) -> AttributionWord { words[word] ?? [] }

  /// The word less its article, where it is a noun of the tables with it; else itself.
  func withoutArticle(_ word: WordID) -> WordID { bare[word] ?? word }

  mutating func transfer(_ image: inout LexiconImage) {
    words.transfer(&image)
    bare.transfer(&image)
    cues.transfer(&image)
    wires.transfer(&image)
    image.transfer(&agencies)
    var names = outletNames.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    image.transfer(&names)
    outletNames = Dictionary(
      stride(from: 0, to: names.count, by: 2).map { (names[$0], names[$0 + 1]) }
    ) { first, _ in first }
    image.transfer(&platforms)
    image.transfer(&from)
    image.transfer(&that)
    image.transfer(&what)
  }
}
