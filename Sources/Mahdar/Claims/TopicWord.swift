/// What a word does for the topics of a contact; a word may do several things: `Data/ar/topic-words.tsv`,
/// `Data/ar/topic-verbs.tsv`.
struct TopicWord: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt64

  // Verbs, before their topic.

  /// «بحث», «تناول».
  static let discuss = TopicWord(rawValue: 1)
  /// «شمل», «تضمن».
  static let include = TopicWord(rawValue: 1 << 1)
  /// «تطرق إلى», «تركز على».
  static let focus = TopicWord(rawValue: 1 << 2)
  /// «اتفق على».
  static let agree = TopicWord(rawValue: 1 << 3)
  /// «أكد أهمية», «شدد على».
  static let say = TopicWord(rawValue: 1 << 4)

  // Their verbal nouns and participles.

  static let discussing = TopicWord(rawValue: 1 << 5)
  static let saying = TopicWord(rawValue: 1 << 6)
  static let agreeing = TopicWord(rawValue: 1 << 7)
  static let signing = TopicWord(rawValue: 1 << 8)
  static let focusing = TopicWord(rawValue: 1 << 9)

  // What else stands before a topic.

  /// «حول».
  static let about = TopicWord(rawValue: 1 << 10)
  /// «بشأن».
  static let concerning = TopicWord(rawValue: 1 << 11)
  /// «إزاء».
  static let towards = TopicWord(rawValue: 1 << 12)
  /// «فيما يتعلق بـ».
  static let regarding = TopicWord(rawValue: 1 << 13)
  /// «من أجل», «بهدف».
  static let aim = TopicWord(rawValue: 1 << 14)
  /// «بمناسبة».
  static let occasion = TopicWord(rawValue: 1 << 15)
  /// «أهمية», «ضرورة»: weighs what follows, and is no topic.
  static let weighing = TopicWord(rawValue: 1 << 16)
  /// «منها», «خصوصا»: before members of what was told.
  static let listing = TopicWord(rawValue: 1 << 17)
  /// «رأسها» of «وعلى رأسها».
  static let listingTail = TopicWord(rawValue: 1 << 18)
  /// «إضافة إلى», «فضلا عن».
  static let adding = TopicWord(rawValue: 1 << 19)
  /// May stand between a verb and its topic: «بحث الجانبان خلال اللقاء …».
  static let transparent = TopicWord(rawValue: 1 << 20)
  /// Ends a phrase: «بما», «أمام».
  static let stopping = TopicWord(rawValue: 1 << 21)

  // The nouns that topics begin with.

  /// «سبل», «آفاق», «جهود».
  static let way = TopicWord(rawValue: 1 << 22)
  /// «ملف», «أزمة», «تطورات».
  static let issue = TopicWord(rawValue: 1 << 23)
  /// «علاقات», «تعاون».
  static let relation = TopicWord(rawValue: 1 << 24)
  /// «تعزيز», «إنهاء».
  static let act = TopicWord(rawValue: 1 << 25)
  /// «اتفاق», «مشروع».
  static let thing = TopicWord(rawValue: 1 << 26)
  /// «ذكرى», «وفاة», «هجوم».
  static let event = TopicWord(rawValue: 1 << 27)
  /// «عدد من», «مختلف», «آخر».
  static let quantity = TopicWord(rawValue: 1 << 32)
  /// «نتيجة», «بيان»: begins no topic.
  static let hollow = TopicWord(rawValue: 1 << 28)
  /// A noun of these with the article.
  static let definite = TopicWord(rawValue: 1 << 29)

  /// A verb of another kind: a clause of its own begins.
  static let telling = TopicWord(rawValue: 1 << 30)

  /// «بما» of «بما في ذلك»: before members of what was told.
  static let including = TopicWord(rawValue: 1 << 31)

  /// May be the bare past of a verb as well: «نقل», «قال».
  static let past = TopicWord(rawValue: 1 << 33)

  static let verbs: TopicWord = [.discuss, .include, .focus, .agree, .say]
  static let nouns: TopicWord = [.discussing, .saying, .agreeing, .signing, .focusing]
  static let heads: TopicWord = [.way, .issue, .relation, .act, .thing, .event, .quantity]

  private static let names: [String: TopicWord] = [
    "discuss": .discuss, "include": .include, "telling": .telling, "focus": .focus, "agree": .agree, "say": .say,
    "discussing": .discussing, "saying": .saying, "agreeing": .agreeing, "signing": .signing, "focusing": .focusing,
    "about": .about, "concerning": .concerning, "towards": .towards, "regarding": .regarding, "aim": .aim,
    "occasion": .occasion, "weighing": .weighing, "listing": .listing, "listing-tail": .listingTail,
    "adding": .adding, "transparent": .transparent, "stopping": .stopping, "including": .including, "way": .way,
    "issue": .issue,
    "relation": .relation, "act": .act, "thing": .thing, "event": .event, "quantity": .quantity, "hollow": .hollow,
  ]

  /// The class of that name in the tables.
  init?(named name: String) {
    guard let word = Self.names[name] else { return nil }
    self = word
  }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  static var allNames: [String] { names.keys.sorted() }
}
