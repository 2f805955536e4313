/// The words by which a person is told of forms, statuses, days and lengths of time, in Arabic or English.
public struct Wording: Sendable {
  public enum Language: String, Sendable, CaseIterable { case ar, en }

  public let language: Language

  public init(_ language: Language) { self.language = language }

  public var isArabic: Bool { language == .ar }

  /// A noun with what agreeing and counting ask of it.
  struct Noun: Sendable {
    var one: String
    var two: String
    /// After two; of few and of many in English.
    var many: String
    /// The accusative of one, after eleven: «لقاءً».
    var counted: String
    var isFeminine = false
    /// The dual behind a verb and before another noun.
    var object: String {
      two.split(separator: " ").map { $0.hasSuffix("ان") ? $0.dropLast(2) + "ين" : String($0) }.joined(separator: " ")
    }
  }

  // MARK: Forms and statuses

  private static let forms: [String: (ar: Noun, definite: String, en: Noun)] = [
    "meeting": (
      Noun(one: "لقاء", two: "لقاءان", many: "لقاءات", counted: "لقاءً"), "اللقاء",
      Noun(one: "meeting", two: "meetings", many: "meetings", counted: "meetings")
    ),
    "visit": (
      Noun(one: "زيارة", two: "زيارتان", many: "زيارات", counted: "زيارة", isFeminine: true), "الزيارة",
      Noun(one: "visit", two: "visits", many: "visits", counted: "visits")
    ),
    "talks": (
      Noun(one: "جولة محادثات", two: "جولتا محادثات", many: "جولات محادثات", counted: "جولة محادثات", isFeminine: true),
      "المحادثات",
      Noun(one: "round of talks", two: "rounds of talks", many: "rounds of talks", counted: "rounds of talks")
    ),
    "conference": (
      Noun(one: "اجتماع", two: "اجتماعان", many: "اجتماعات", counted: "اجتماعًا"), "الاجتماع",
      Noun(one: "conference", two: "conferences", many: "conferences", counted: "conferences")
    ),
    "call": (
      Noun(one: "اتصال", two: "اتصالان", many: "اتصالات", counted: "اتصالًا"), "الاتصال الهاتفي",
      Noun(one: "call", two: "calls", many: "calls", counted: "calls")
    ),
    "message": (
      Noun(one: "رسالة", two: "رسالتان", many: "رسائل", counted: "رسالة", isFeminine: true), "الرسالة",
      Noun(one: "message", two: "messages", many: "messages", counted: "messages")
    ),
    "contact": (
      Noun(one: "تواصل", two: "تواصلان", many: "تواصلات", counted: "تواصلًا"), "التواصل",
      Noun(one: "contact", two: "contacts", many: "contacts", counted: "contacts")
    ),
    "source": (
      Noun(one: "مصدر مستقل واحد", two: "مصدران مستقلان", many: "مصادر مستقلة", counted: "مصدرًا مستقلًا"), "المصدر",
      Noun(
        one: "independent source", two: "independent sources", many: "independent sources",
        counted: "independent sources")
    ),
    "statement": (
      Noun(one: "قول", two: "قولان", many: "أقوال", counted: "قولًا"), "القول",
      Noun(one: "statement", two: "statements", many: "statements", counted: "statements")
    ),
  ]

  /// A form of contact, `source` or `statement`, as a noun: «لقاء».
  public func noun(_ name: String) -> String { entry(name).map { isArabic ? $0.ar.one : $0.en.one } ?? name }

  /// The same with the article: «اللقاء», “the meeting”.
  public func definite(_ name: String) -> String {
    guard let entry = entry(name) else { return name }
    return isArabic ? entry.definite : (name == "talks" ? "the talks" : "the " + entry.en.one)
  }

  /// Whether the noun is feminine in Arabic.
  public func isFeminine(_ name: String) -> Bool { entry(name)?.ar.isFeminine ?? false }

  private func entry(_ name: String) -> (ar: Noun, definite: String, en: Noun)? { Self.forms[name] }

  private static let statuses: [String: (masculine: String, feminine: String)] = [
    "held": ("عُقد", "جرت"), "underway": ("جارٍ", "جارية"), "scheduled": ("مقرر", "مقررة"),
    "proposed": ("مقترح", "مقترحة"), "postponed": ("مؤجل", "مؤجلة"), "cancelled": ("ملغى", "ملغاة"),
    "denied": ("منفي", "منفية"),
  ]

  /// A status as a page has it, agreeing with the form that it is said of.
  public func status(_ status: String, of form: String = "meeting") -> String {
    guard isArabic, let words = Self.statuses[status] else { return status }
    return isFeminine(form) ? words.feminine : words.masculine
  }

  private static let channels = [
    "official": "رسمي", "secret": "سري", "track-1.5": "مسار 1.5", "track-2": "المسار الثاني",
  ]

  public func channel(_ channel: String) -> String { isArabic ? Self.channels[channel] ?? channel : channel }

  // MARK: Numbers

  private static let masculine = [
    "", "", "", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة",
  ]
  private static let feminine = ["", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
  private static let english = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

  /// So many of a form of contact: «لقاء واحد», «لقاءان», «ثلاثة لقاءات», «11 لقاءً»; in a language without duals “3 meetings”.
  ///
  /// - Parameter isObject: whether it stands behind a preposition or verb: «مصدرين مستقلين».
  public func count(_ number: Int, _ name: String, isObject: Bool = false) -> String {
    guard let entry = entry(name) else { return "\(number) \(name)" }
    guard isArabic else {
      let word = Self.english.indices.contains(number) ? Self.english[number] : String(number)
      return "\(word) \(number == 1 ? entry.en.one : entry.en.many)"
    }
    if number == 1 {
      let isPhrase = entry.ar.one.contains(" ")
      return isPhrase ? entry.ar.one : entry.ar.one + (entry.ar.isFeminine ? " واحدة" : " واحد")
    }
    return count(number, entry.ar, isObject: isObject)
  }

  /// So many, in the accusative behind a verb: «ثلاث ساعات», «ساعتين».
  private func count(_ number: Int, _ noun: Noun, isObject: Bool) -> String {
    switch number {
    case 1: noun.one
    case 2: isObject ? noun.object : noun.two
    case 3...10: (noun.isFeminine ? Self.feminine : Self.masculine)[number] + " " + noun.many
    default: "\(number) " + (number % 100 >= 3 && number % 100 <= 10 ? noun.many : noun.counted)
    }
  }

  /// How often: «مرة واحدة», «مرتين», «ثلاث مرات».
  public func times(_ number: Int) -> String {
    guard isArabic else { return number == 1 ? "once" : number == 2 ? "twice" : "\(number) times" }
    let noun = Noun(one: "مرة واحدة", two: "مرتان", many: "مرات", counted: "مرة", isFeminine: true)
    return count(number, noun, isObject: true)
  }

  // MARK: Days

  private static let months = [
    ("يناير", "كانون الثاني", "January"), ("فبراير", "شباط", "February"), ("مارس", "آذار", "March"),
    ("أبريل", "نيسان", "April"), ("مايو", "أيار", "May"), ("يونيو", "حزيران", "June"),
    ("يوليو", "تموز", "July"), ("أغسطس", "آب", "August"), ("سبتمبر", "أيلول", "September"),
    ("أكتوبر", "تشرين الأول", "October"), ("نوفمبر", "تشرين الثاني", "November"), ("ديسمبر", "كانون الأول", "December"),
  ]

  /// A TIMEX3 day, week, month, year or range in words: «21 يناير/كانون الثاني 2022», «الأسبوع 43 من 2025».
  public func date(_ value: String) -> String {
    let ends = value.split(separator: "/", maxSplits: 1)
    if ends.count == 2 { return date(String(ends[0])) + (isArabic ? " إلى " : " to ") + date(String(ends[1])) }
    let parts = value.prefix { $0 != "T" }.split(separator: "-")
    guard parts.count > 1 else { return value }
    if parts[1].first == "W", let week = Int(parts[1].dropFirst()) {
      return isArabic ? "الأسبوع \(week) من \(parts[0])" : "week \(week) of \(parts[0])"
    }
    guard let month = Int(parts[1]), Self.months.indices.contains(month - 1) else { return value }
    let names = Self.months[month - 1]
    let named = (isArabic ? "\(names.0)/\(names.1)" : names.2) + " \(parts[0])"
    return parts.count > 2 ? "\(Int(parts[2]) ?? 0) \(named)" : named
  }

  // MARK: Lengths of time

  private static let units: [Character: (ar: Noun, en: String)] = [
    "Y": (Noun(one: "سنة", two: "سنتان", many: "سنوات", counted: "سنة", isFeminine: true), "year"),
    "M": (Noun(one: "شهر", two: "شهران", many: "أشهر", counted: "شهرًا"), "month"),
    "W": (Noun(one: "أسبوع", two: "أسبوعان", many: "أسابيع", counted: "أسبوعًا"), "week"),
    "D": (Noun(one: "يوم", two: "يومان", many: "أيام", counted: "يومًا"), "day"),
    "H": (Noun(one: "ساعة", two: "ساعتان", many: "ساعات", counted: "ساعة", isFeminine: true), "hour"),
    "m": (Noun(one: "دقيقة", two: "دقيقتان", many: "دقائق", counted: "دقيقة", isFeminine: true), "minute"),
    "S": (Noun(one: "ثانية", two: "ثانيتان", many: "ثوانٍ", counted: "ثانية", isFeminine: true), "second"),
  ]

  /// A TIMEX3 duration in words, behind a verb: «ساعة ونصف الساعة», «يومين»; as it is where it is none.
  public func duration(_ value: String) -> String {
    var parts: [(number: Int, unit: Character)] = []
    var (digits, isTime) = ("", false)
    guard value.first == "P" else { return value }
    for letter in value.dropFirst() {
      if letter.isNumber {
        digits.append(letter)
      } else if letter == "T" {
        isTime = true
      } else {
        guard let number = Int(digits) else { return value }
        parts.append((number, isTime && letter == "M" ? "m" : letter))
        digits = ""
      }
    }
    guard !parts.isEmpty, parts.allSatisfy({ Self.units[$0.unit] != nil }) else { return value }
    if isArabic, let last = parts.last, last.unit == "m", parts.contains(where: { $0.unit == "H" }) || parts.count == 1
    {
      let rest = [30: "نصف الساعة", 15: "ربع الساعة"]
      if let part = rest[last.number], parts.count > 1 {
        return words(Array(parts.dropLast())) + " و" + part
      }
    }
    return words(parts)
  }

  private func words(_ parts: [(number: Int, unit: Character)]) -> String {
    parts.compactMap { part in
      Self.units[part.unit].map { unit in
        isArabic
          ? count(part.number, unit.ar, isObject: true) : "\(part.number) \(unit.en)\(part.number == 1 ? "" : "s")"
      }
    }.joined(separator: isArabic ? " و" : " and ")
  }

  /// The minutes of a TIMEX3 duration of days, hours and minutes; nil for others.
  public static func minutes(_ value: String) -> Int? {
    guard value.first == "P" else { return nil }
    var (minutes, digits, isTime) = (0, "", false)
    for letter in value.dropFirst() {
      switch letter {
      case "T": isTime = true
      case _ where letter.isNumber: digits.append(letter)
      default:
        guard let number = Int(digits),
          let each = [Character("D"): 1440, "H": 60, "M": isTime ? 1 : 43_200, "W": 10_080][letter]
        else { return nil }
        minutes += number * each
        digits = ""
      }
    }
    return minutes
  }

  // MARK: Lists

  /// «أ وب وج», “a, b and c”.
  public func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return isArabic ? items.joined(separator: " و") : items.dropLast().joined(separator: ", ") + " and " + last
  }
}
