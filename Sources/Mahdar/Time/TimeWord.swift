/// The units of time, least first.
enum TimeUnit: UInt8, Sendable, Comparable {
  case second, minute, hour, day, week, month, year, decade, century

  init?(name: String) {
    let names = ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"]
    guard let index = names.firstIndex(of: name) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  static func < (a: TimeUnit, b: TimeUnit) -> Bool { a.rawValue < b.rawValue }
}

/// How a unit's word counts: one, two, many, or two before their names («يومي السبت والأحد»).
enum UnitForm: UInt8, Sendable { case singular, dual, plural, construct }

/// Where an adjective moves a stretch: «الماضي», «المقبل», «الجاري» …
enum TimeShift: String, Sendable { case last, next, this, recent, previous, following, same }

/// The part of a stretch: «مطلع», «منتصف», «نهاية».
enum TimeEdge: String, Sendable { case start, mid, end }

/// What a word may be in an expression of time: all its parts at once.
struct TimeWord: Sendable {
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt64
    /// May start an expression.
    static let head = Roles(rawValue: 1 << 0)
    static let unitNumber = Roles(rawValue: 1 << 1)
    static let ten = Roles(rawValue: 1 << 2)
    static let hundred = Roles(rawValue: 1 << 3)
    static let ordinal = Roles(rawValue: 1 << 4)
    static let weekday = Roles(rawValue: 1 << 5)
    static let unit = Roles(rawValue: 1 << 6)
    static let part = Roles(rawValue: 1 << 7)
    static let adverb = Roles(rawValue: 1 << 8)
    static let season = Roles(rawValue: 1 << 9)
    static let fraction = Roles(rawValue: 1 << 10)
    static let decade = Roles(rawValue: 1 << 11)
    static let month = Roles(rawValue: 1 << 12)
    static let phrase = Roles(rawValue: 1 << 13)
    static let this = Roles(rawValue: 1 << 14)
    static let that = Roles(rawValue: 1 << 15)
    static let of = Roles(rawValue: 1 << 16)
    static let to = Roles(rawValue: 1 << 17)
    static let `in` = Roles(rawValue: 1 << 18)
    static let between = Roles(rawValue: 1 << 19)
    static let ago = Roles(rawValue: 1 << 20)
    static let since = Roles(rawValue: 1 << 21)
    static let after = Roles(rawValue: 1 << 22)
    static let every = Roles(rawValue: 1 << 23)
    static let clock = Roles(rawValue: 1 << 24)
    static let except = Roles(rawValue: 1 << 25)
    static let hijri = Roles(rawValue: 1 << 26)
    static let christian = Roles(rawValue: 1 << 27)
    static let article = Roles(rawValue: 1 << 28)
    static let on = Roles(rawValue: 1 << 29)
    /// Measures: «خلال», «منذ», «استمر» …
    static let span = Roles(rawValue: 1 << 30)
    /// «عدة», «بضعة».
    static let few = Roles(rawValue: 1 << 31)
    /// «قليلة», «طويلة».
    static let many = Roles(rawValue: 1 << 32)
    /// «واحد», «كامل».
    static let one = Roles(rawValue: 1 << 33)
    static let fewDefinite = Roles(rawValue: 1 << 34)
    /// A bare year may follow it.
    static let yearAfter = Roles(rawValue: 1 << 35)
    static let age = Roles(rawValue: 1 << 36)
    static let zone = Roles(rawValue: 1 << 37)
    static let counted = Roles(rawValue: 1 << 38)
    static let weekend = Roles(rawValue: 1 << 39)
    static let late = Roles(rawValue: 1 << 40)
    static let continuation = Roles(rawValue: 1 << 41)
    static let past = Roles(rawValue: 1 << 42)
    static let present = Roles(rawValue: 1 << 43)
    static let future = Roles(rawValue: 1 << 44)
    static let noVerb = Roles(rawValue: 1 << 45)
    static let and = Roles(rawValue: 1 << 46)
    static let or = Roles(rawValue: 1 << 47)
    static let during = Roles(rawValue: 1 << 48)
    /// Behind it an unknown word in ي or س is a verb: «الذي», «أن».
    static let opener = Roles(rawValue: 1 << 49)
    /// A verbal noun behind it is a plan: «على عقد», «عن عقد».
    static let governor = Roles(rawValue: 1 << 50)
    static let preposition = Roles(rawValue: 1 << 51)
    /// «الموافق», between two calendars' dates of one day.
    static let corresponding = Roles(rawValue: 1 << 54)
    /// Behind a unit, no time: «سنة ضوئية».
    static let noUnit = Roles(rawValue: 1 << 55)
    /// «فإن» behind «واليوم».
    static let then = Roles(rawValue: 1 << 56)
    /// «لكن اليوم»: today as these times.
    static let nowBefore = Roles(rawValue: 1 << 53)
    /// A reference behind «في» only: «في الماضي».
    static let behindIn = Roles(rawValue: 1 << 52)
    /// «سبت», «جمعة»: a weekday without the article, read behind a number or «كل» only.
    static let bareWeekday = Roles(rawValue: 1 << 57)
    /// «نفس», before what was told.
    static let sameBefore = Roles(rawValue: 1 << 58)
    /// «آخر», before a weekday or a week.
    static let final = Roles(rawValue: 1 << 59)
    /// «التي», «الذي».
    static let relative = Roles(rawValue: 1 << 60)
    /// «مضت», «انقضت»: verbs of what is over.
    static let gone = Roles(rawValue: 1 << 61)
    /// A repetition that is a family name as well: «الشهري».
    static let surname = Roles(rawValue: 1 << 62)
    /// «طوال», «طيلة»: the whole of what follows.
    static let throughout = Roles(rawValue: 1 << 63)

    /// The part of each row of time-words.tsv that is a role alone.
    static let named: [String: Roles] = [
      "of": .of, "and": .and, "to": .to, "in": .in, "between": .between, "ago": .ago, "since": .since, "after": .after,
      "every": .every, "clock": .clock, "except": .except, "hijri": .hijri, "christian": .christian,
      "article": .article, "on": .on, "span": .span, "few": .few, "many": .many, "one": .one,
      "few-definite": .fewDefinite, "year-after": .yearAfter, "age": .age, "zone": .zone, "counted": .counted,
      "weekend": .weekend, "late": .late, "or": .or, "then": .then, "no-unit": .noUnit, "corresponding": .corresponding,
      "now-before": .nowBefore, "during": .during, "this": .this, "that": .that, "same-before": .sameBefore,
      "final": .final, "relative": .relative, "gone": .gone, "surname": .surname, "throughout": .throughout,
    ]
    /// Roles whose words may start an expression.
    static let heads: Roles = [
      .unitNumber, .ten, .hundred, .ordinal, .weekday, .unit, .part, .adverb, .season, .fraction, .decade, .month,
      .phrase, .behindIn, .this, .that, .ago, .after, .every, .clock, .article, .few, .weekend, .sameBefore, .final,
    ]
  }

  var roles: Roles = []
  /// Whether the word carries the article.
  var isDefinite = false
  var number: Int16 = 0
  var ordinal: Int16 = 0
  var weekday: UInt8 = 0
  var unit = TimeUnit.day
  var form = UnitForm.singular
  var shift: TimeShift?
  var edge: TimeEdge?
  var part: DayPart?
  var adverb: DayPart?
  /// The value of a word behind «في».
  var reference: TimeReference?
  /// 1 spring to 4 winter.
  var season: UInt8 = 0
  /// The denominator of a fraction.
  var fraction: UInt8 = 0
  /// 20 for the twenties.
  var decade: UInt8 = 0
  /// «قرار», «رقم»: the number behind it is its own.
  var isNumbered = false

  @inline(__always) func has(_ role: Roles) -> Bool { !roles.isDisjoint(with: role) }
}

/// A part of the day and its TIMEX3 code.
enum DayPart: String, Sendable {
  case morning = "MO"
  case noon = "12"
  case afternoon = "AF"
  case evening = "EV"
  case night = "NI"

  /// The value's ending behind the day.
  var suffix: String { self == .noon ? "T12:00" : "T" + rawValue }
}

/// The past, the present or the future without a date, by its TIMEX3 value.
enum TimeReference: String, Sendable {
  case past = "PAST_REF"
  case present = "PRESENT_REF"
  case future = "FUTURE_REF"
}

/// What a fixed phrase says.
enum TimePhrase: Sendable {
  /// A day, counted from the day of speaking.
  case day(Int)
  case reference(TimeReference)
  /// A repetition and its period.
  case set(ShortText)
  /// «أكثر من», before a quantity.
  case more
  /// No time at all: «صلاة الجمعة».
  case exclusion
}

/// A month as a table names it.
struct MonthName: Sendable {
  enum Need: String, Sendable { case none, context, day, year }

  var isHijri: Bool
  var month: Int
  /// What a name that is also another word needs beside it.
  var need: Need
}
