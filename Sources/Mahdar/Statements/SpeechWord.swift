/// What a word does in a clause of reported speech; a word may do several things.
struct SpeechWord: OptionSet, Sendable {
  let rawValue: UInt64

  /// إن or أن.
  static let complementizer = SpeechWord(rawValue: 1)
  /// إنه, أنها …: the pronoun stands outside what was said.
  static let pronounComplementizer = SpeechWord(rawValue: 1 << 1)
  static let preposition = SpeechWord(rawValue: 1 << 2)
  /// له, منها …
  static let pronounPhrase = SpeechWord(rawValue: 1 << 3)
  static let adverb = SpeechWord(rawValue: 1 << 4)
  /// A word whose own clause follows with أن: «المقرر», «يمكن», «بعد».
  static let governor = SpeechWord(rawValue: 1 << 5)
  static let relative = SpeechWord(rawValue: 1 << 6)
  static let auxiliary = SpeechWord(rawValue: 1 << 7)
  /// «لم», «لا», «هل»: what follows was not said.
  static let negation = SpeechWord(rawValue: 1 << 8)
  /// «معاليه», «سموه»: somebody named before.
  static let honorific = SpeechWord(rawValue: 1 << 9)
  /// «بيان», «تقرير»: who issued it is the speaker.
  static let document = SpeechWord(rawValue: 1 << 10)
  /// «بحسب», «وفق»: the words before or after are somebody's.
  static let source = SpeechWord(rawValue: 1 << 11)
  /// «تعبير», «قول» after «بحسب» or «على حد».
  static let wording = SpeechWord(rawValue: 1 << 12)
  /// «من جهته», «من جانبها».
  static let lead = SpeechWord(rawValue: 1 << 13)
  /// «لكن», «فيما»: a clause of its own follows.
  static let conjunction = SpeechWord(rawValue: 1 << 14)
  /// Ends a reported clause after a comma.
  static let ender = SpeechWord(rawValue: 1 << 15)
  /// «تنظيم», «صحيفة»: a name in quotation marks may follow.
  static let nameHead = SpeechWord(rawValue: 1 << 16)
  /// «قوله», «قولها».
  static let saying = SpeechWord(rawValue: 1 << 17)
  /// «إعلان الجيش أن …»: a noun of saying whose speaker follows it.
  static let sayingNoun = SpeechWord(rawValue: 1 << 18)
  /// «مصدر», «أحد», «متحدث»: starts the description of a speaker.
  static let speakerHead = SpeechWord(rawValue: 1 << 19)
  /// «المسؤول», «الصحيفة», «الوزارة»: somebody told before, of the kind.
  static let anaphorPerson = SpeechWord(rawValue: 1 << 20)
  static let anaphorOutlet = SpeechWord(rawValue: 1 << 21)
  static let anaphorBody = SpeechWord(rawValue: 1 << 22)
  /// «في خطوة», «في حين»: after a comma, the article's own words follow.
  static let setting = SpeechWord(rawValue: 1 << 23)

  /// «معالي», «سمو»: stands before an office.
  static let title = SpeechWord(rawValue: 1 << 24)
  /// «المصدر», «هؤلاء»: whoever spoke last.
  static let anaphorSpeaker = SpeechWord(rawValue: 1 << 25)
  /// «الكاتب»: who wrote the article told of.
  static let anaphorAuthor = SpeechWord(rawValue: 1 << 26)
  /// «نفسه», «ذاته»
  static let same = SpeechWord(rawValue: 1 << 27)
  /// «يعرف», «المسمى»: with بـ or without, a name follows in quotation marks.
  static let naming = SpeechWord(rawValue: 1 << 28)

  /// «توصلت», «تلقته»: whoever does it got a document from somebody else.
  static let passing = SpeechWord(rawValue: 1 << 29)

  /// «بعنوان»: a title follows, however long.
  static let heading = SpeechWord(rawValue: 1 << 30)
  /// «خلال», «عقب»: a verbal noun and its object may follow.
  static let during = SpeechWord(rawValue: 1 << 31)
  /// «تفاصيل», «تعليق»: what a speaker gives or keeps back.
  static let disclosure = SpeechWord(rawValue: 1 << 32)
  /// «المتوقع», «المقرر» after «ومن»: the article's own outlook.
  static let outlook = SpeechWord(rawValue: 1 << 33)
  /// «نحن», «إننا»: the speaker's own mouth.
  static let firstPerson = SpeechWord(rawValue: 1 << 34)
  /// «يشأ», «يكشف» after «لم»: what a speaker did not say.
  static let refusal = SpeechWord(rawValue: 1 << 35)
  /// «تصريح», «مؤتمر», «حديث»: an occasion to speak on, no part of a speaker's description.
  static let occasion = SpeechWord(rawValue: 1 << 36)
  /// «الأخير» after «هذا»: the person told last.
  static let anaphorLatter = SpeechWord(rawValue: 1 << 37)
  /// «التقرير», «الخبر»: of the outlet told last.
  static let report = SpeechWord(rawValue: 1 << 38)
  /// «تجارب», «أحداث»: what shows something, and says nothing.
  static let thing = SpeechWord(rawValue: 1 << 40)
  /// «الطرفان», «الجانبان»: two who speak together.
  static let pair = SpeechWord(rawValue: 1 << 41)
  /// «العديد», «الكثير» before «من»: many of those whom the noun behind it tells of.
  static let amount = SpeechWord(rawValue: 1 << 42)
  /// «مراسل», «موفد»: whom «مراسلنا» means later.
  static let reporter = SpeechWord(rawValue: 1 << 43)
  /// «مراسلنا», «موفدتنا»: the correspondent told before.
  static let anaphorReporter = SpeechWord(rawValue: 1 << 44)
  /// «الهيئة», «المنظمة»: what any body may be called when it is told again.
  static let anyBody = SpeechWord(rawValue: 1 << 45)
  /// «العامة», «الأعلى»: an adjective of bodies, which ل and what they are for follow.
  static let `public` = SpeechWord(rawValue: 1 << 46)
  /// «شائعات», «اتهامات»: a clause behind them is what they tell, not what the verb before them says.
  static let rumour = SpeechWord(rawValue: 1 << 47)
  /// «حساب», «صفحة»: where its owner writes.
  static let account = SpeechWord(rawValue: 1 << 48)
  /// «تعد», «تمثل»: what follows says what something is.
  static let being = SpeechWord(rawValue: 1 << 49)
  /// A noun of the class of names with its article: «السفينة», before a name in marks.
  static let nameBearer = SpeechWord(rawValue: 1 << 50)
  /// «الوزيران», «الرئيسان»: two people.
  static let both = SpeechWord(rawValue: 1 << 51)
  /// «تويتر», «فيسبوك»: where people write themselves.
  static let network = SpeechWord(rawValue: 1 << 52)
  /// «كان», «أصبح»: a predicate follows.
  static let copula = SpeechWord(rawValue: 1 << 39)

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private static let names: [String: SpeechWord] = [
    "complementizer": .complementizer, "pronoun-complementizer": .pronounComplementizer, "preposition": .preposition,
    "pronoun-phrase": .pronounPhrase, "adverb": .adverb, "governor": .governor, "relative": .relative,
    "auxiliary": .auxiliary, "negation": .negation, "honorific": .honorific, "document": .document, "source": .source,
    "wording": .wording, "lead": .lead, "conjunction": .conjunction, "ender": .ender, "name-head": .nameHead,
    "saying": .saying, "saying-noun": .sayingNoun, "speaker-head": .speakerHead, "setting": .setting,
    "title": .title, "anaphor-speaker": .anaphorSpeaker, "anaphor-author": .anaphorAuthor, "same": .same,
    "naming": .naming, "passing": .passing, "heading": .heading, "during": .during, "disclosure": .disclosure,
    "outlook": .outlook, "first-person": .firstPerson, "refusal": .refusal, "occasion": .occasion,
    "anaphor-latter": .anaphorLatter, "report": .report, "copula": .copula, "thing": .thing,
    "pair": .pair, "amount": .amount, "reporter": .reporter, "anaphor-reporter": .anaphorReporter,
    "any-body": .anyBody, "rumour": .rumour, "account": .account,
    "being": .being, "both": .both, "public": .public, "network": .network,
    "anaphor-person": .anaphorPerson, "anaphor-outlet": .anaphorOutlet, "anaphor-body": .anaphorBody,
  ]

  /// The class of that name in Data/ar/speech-words.tsv.
  init?(named name: String) {
    guard let word = Self.names[name] else { return nil }
    self = word
  }

  static var allNames: [String] { names.keys.sorted() }
}
