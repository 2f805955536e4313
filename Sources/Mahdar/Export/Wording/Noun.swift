extension Wording {
  /// A noun with what agreeing and counting ask of it.
  struct Noun: Sendable {
    var one: String
    /// The dual as a subject; the same as `many` where a language has none.
    var two: String
    var many: String
    /// The accusative of one, after eleven: «لقاءً».
    var counted: String
    var isFeminine = false

    init(_ one: String, _ two: String, _ many: String, _ counted: String, isFeminine: Bool = false) {
      (self.one, self.two, self.many, self.counted, self.isFeminine) = (one, two, many, counted, isFeminine)
    }

    /// In English.
    init(_ one: String, _ many: String? = nil) {
      let many = many ?? one + "s"
      self.init(one, many, many, many)
    }

    /// The dual behind a verb or a preposition: «لقاءين», «وسيلتي إعلام», «مصدرين مستقلين».
    var object: String {
      two.split(separator: " ").map { word in
        word.hasSuffix("ان") ? word.dropLast(2) + "ين" : word.hasSuffix("تا") ? word.dropLast(1) + "ي" : word
      }.joined(separator: " ")
    }
  }

  private struct Entry: Sendable {
    var ar: Noun
    var definite: String
    var en: Noun

    init(_ ar: Noun, _ definite: String, _ en: Noun) { (self.ar, self.definite, self.en) = (ar, definite, en) }
  }

  private static let nouns: [String: Entry] = [
    "meeting": Entry(Noun("لقاء", "لقاءان", "لقاءات", "لقاءً"), "اللقاء", Noun("meeting")),
    "visit": Entry(Noun("زيارة", "زيارتان", "زيارات", "زيارة", isFeminine: true), "الزيارة", Noun("visit")),
    "talks": Entry(
      Noun("جولة محادثات", "جولتا محادثات", "جولات محادثات", "جولة محادثات", isFeminine: true), "المحادثات",
      Noun("round of talks", "rounds of talks")),
    "conference": Entry(Noun("اجتماع", "اجتماعان", "اجتماعات", "اجتماعًا"), "الاجتماع", Noun("conference")),
    "call": Entry(Noun("اتصال", "اتصالان", "اتصالات", "اتصالًا"), "الاتصال الهاتفي", Noun("call")),
    "message": Entry(Noun("رسالة", "رسالتان", "رسائل", "رسالة", isFeminine: true), "الرسالة", Noun("message")),
    "contact": Entry(Noun("تواصل", "تواصلان", "تواصلات", "تواصلًا"), "التواصل", Noun("contact")),
    "source": Entry(
      Noun("مصدر مستقل", "مصدران مستقلان", "مصادر مستقلة", "مصدرًا مستقلًا"), "المصدر", Noun("independent source")),
    "root": Entry(
      Noun("مصدر مستقل", "مصدران مستقلان", "مصادر مستقلة", "مصدرًا مستقلًا"), "المصدر", Noun("root")),
    "statement": Entry(Noun("قول", "قولان", "أقوال", "قولًا"), "القول", Noun("statement")),
    "article": Entry(Noun("مقالة", "مقالتان", "مقالات", "مقالة", isFeminine: true), "المقالة", Noun("article")),
    "feed": Entry(
      Noun("خلاصة", "خلاصتان", "خلاصات", "خلاصة", isFeminine: true), "الخلاصة", Noun("feed")),
    "change": Entry(Noun("تغيير", "تغييران", "تغييرات", "تغييرًا"), "التغيير", Noun("change")),
    "decision": Entry(Noun("قرار", "قراران", "قرارات", "قرارًا"), "القرار", Noun("decision")),
    "version": Entry(Noun("رواية", "روايتان", "روايات", "رواية", isFeminine: true), "الرواية", Noun("version")),
    "other text": Entry(Noun("نص آخر", "نصان آخران", "نصوص أخرى", "نصًا آخر"), "النص الآخر", Noun("other text")),
    "outlet": Entry(
      Noun("وسيلة إعلام", "وسيلتا إعلام", "وسائل إعلام", "وسيلة إعلام", isFeminine: true), "وسيلة الإعلام",
      Noun("outlet")),
    "official": Entry(
      Noun("جهة رسمية", "جهتان رسميتان", "جهات رسمية", "جهة رسمية", isFeminine: true), "الجهة الرسمية",
      Noun("official")),
    "anonymous": Entry(
      Noun("مصدر مجهول", "مصدران مجهولان", "مصادر مجهولة", "مصدرًا مجهولًا"), "المصدر المجهول",
      Noun("unnamed source")),
    "document": Entry(
      Noun("وثيقة", "وثيقتان", "وثائق", "وثيقة", isFeminine: true), "الوثيقة", Noun("document")),
    "year": Entry(Noun("سنة", "سنتان", "سنوات", "سنة", isFeminine: true), "السنة", Noun("year")),
    "month": Entry(Noun("شهر", "شهران", "أشهر", "شهرًا"), "الشهر", Noun("month")),
    "week": Entry(Noun("أسبوع", "أسبوعان", "أسابيع", "أسبوعًا"), "الأسبوع", Noun("week")),
    "day": Entry(Noun("يوم", "يومان", "أيام", "يومًا"), "اليوم", Noun("day")),
    "hour": Entry(Noun("ساعة", "ساعتان", "ساعات", "ساعة", isFeminine: true), "الساعة", Noun("hour")),
    "minute": Entry(Noun("دقيقة", "دقيقتان", "دقائق", "دقيقة", isFeminine: true), "الدقيقة", Noun("minute")),
    "second": Entry(Noun("ثانية", "ثانيتان", "ثوانٍ", "ثانية", isFeminine: true), "الثانية", Noun("second")),
    "time": Entry(Noun("مرة", "مرتان", "مرات", "مرة", isFeminine: true), "المرة", Noun("time")),
  ]

  /// A form of contact, or another thing that is counted, as a noun: «لقاء».
  public func noun(_ name: String) -> String {
    Self.nouns[name].map { isArabic ? $0.ar.one : $0.en.one } ?? name
  }

  /// More of them than can be counted: «لقاءات».
  public func plural(_ name: String) -> String {
    Self.nouns[name].map { isArabic ? $0.ar.many : $0.en.many } ?? name
  }

  /// The same with the article: «اللقاء», “the meeting”.
  public func definite(_ name: String) -> String {
    guard let entry = Self.nouns[name] else { return name }
    return isArabic ? entry.definite : (name == "talks" ? "the talks" : "the " + entry.en.one)
  }

  /// A form as pages have it: a noun in Arabic, its code in English.
  public func form(_ form: String) -> String { isArabic ? noun(form) : form }

  /// Whether the noun is feminine in Arabic.
  public func isFeminine(_ name: String) -> Bool { Self.nouns[name]?.ar.isFeminine ?? false }

  // MARK: Numbers

  private static let masculine = [
    "", "", "", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة",
  ]
  private static let feminine = ["", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
  private static let english = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

  /// So many, in a sentence: «لقاء واحد», «لقاءان», «ثلاثة لقاءات», «11 لقاءً»; “three meetings”.
  ///
  /// - Parameter isObject: whether it stands behind a verb or a preposition: «مصدرين مستقلين».
  public func count(_ number: Int, _ name: String, isObject: Bool = false) -> String {
    guard !isArabic, Self.nouns[name] != nil, Self.english.indices.contains(number) else {
      return tally(number, name, isObject: isObject)
    }
    return Self.english[number] + " " + (number == 1 ? noun(name) : plural(name))
  }

  /// So many, as pages have it: the same in Arabic, in figures in English.
  public func tally(_ number: Int, _ name: String, isObject: Bool = false) -> String {
    guard let entry = Self.nouns[name] else { return "\(number) \(name)" }
    guard isArabic else { return "\(number) \(number == 1 ? entry.en.one : entry.en.many)" }
    let noun = entry.ar
    switch number {
    case 0: return "لا " + noun.many
    case 1: return noun.one + (noun.isFeminine ? " واحدة" : " واحد")
    case 2: return isObject ? noun.object : noun.two
    case 3...10: return (noun.isFeminine ? Self.feminine : Self.masculine)[number] + " " + noun.many
    // Hundreds are told by their last two digits: «100 لقاء», «103 لقاءات», «111 لقاءً».
    default: return "\(number) " + (3...10 ~= number % 100 ? noun.many : number % 100 > 10 ? noun.counted : noun.one)
    }
  }

  /// How often: «مرة واحدة», «مرتين», «ثلاث مرات».
  public func times(_ number: Int) -> String {
    guard isArabic else { return number == 1 ? "once" : number == 2 ? "twice" : "\(number) times" }
    return tally(number, "time", isObject: true)
  }
}
