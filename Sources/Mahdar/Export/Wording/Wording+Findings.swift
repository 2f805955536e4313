/// Why two reports are taken to be of one contact, or not.
extension Wording {
  /// A reason, with whether it speaks for it.
  public func reason(_ reason: Comparison.Reason) -> String {
    (reason.weight < 0 ? text("يعارض: ", "against: ") : text("يؤيد: ", "for: ")) + finding(reason.finding)
  }

  public func finding(_ finding: Finding) -> String {
    switch finding {
    case .oneArticle: text("مقالة واحدة تفرّق بينهما", "one article tells them apart")
    case .nobodyInCommon, .otherOffices, .otherPeople, .oneSideInCommon, .moreSides, .matches, .littleKnown,
      .sidesInCommon:
      who(finding)
    case .noPlaces, .onePlace, .placeOfOne, .placeOfNone, .otherCountries, .otherPlaces, .oneCountry: place(finding)
    case .forms, .otherForms, .oneForm, .oneDenies, .central, .oneStatus, .onMargins, .oneRound, .rounds: how(finding)
    case .words(let number, let subject): words(number, subject)
    case .noTopicsInCommon: text("لا موضوع مشترك", "no topics in common")
    default: time(finding)
    }
  }

  private func who(_ finding: Finding) -> String {
    switch finding {
    case .nobodyInCommon: text("لا أحد مشترك", "nobody in common")
    case .otherOffices(let code, let one, let other):
      text("\(side(code)): منصب \(one) غير منصب \(other)", "\(code): the office of \(one) is not that of \(other)")
    case .otherPeople(let code, let one, let other):
      text("\(side(code)): \(one) غير \(other)", "\(code): \(one) is not \(other)")
    case .oneSideInCommon: text("طرف واحد مشترك، ومع كلٍّ طرف آخر", "one side in common, each with another")
    case .moreSides(let number):
      text("أطراف يذكرها أحدهما وحده: \(number)", "\(number) of the sides told by one only")
    case .matches(let matches): matches.map(match).joined(separator: semicolon)
    case .littleKnown: text("من لا يُعرف عنهم إلا القليل قلّما يلتقون", "people of whom little is told meet seldom")
    case .sidesInCommon(let number): text("الأطراف المشتركة: \(number)", "\(number) sides in common")
    default: ""
    }
  }

  private func match(_ match: Finding.Match) -> String {
    switch match {
    case .side(let code, let one, let other): "\(side(code)): \(one)\(comma)\(other)"
    case .both(let name, let label): text("كلاهما يسمّي \(name)", "both name \(label ?? name)")
    case .state(let name, let code, let label):
      text("كلاهما يسمّي دولة \(code.map(side) ?? name)", "both name the state \(label ?? name)")
    case .maybe(let one, let other): text("\(one) قد يكون \(other)", "\(one) may be \(other)")
    case .alike(let one, let other): text("\(one) يُكتب مثل \(other)", "\(one) is spelled like \(other)")
    }
  }

  private func time(_ finding: Finding) -> String {
    switch finding {
    case .undatable: text("أحدهما لا يُعرف تاريخه", "one of them can't be dated")
    case .undated(let days):
      text(
        "كلاهما بلا تاريخ، و" + (days == 0 ? "نُشرا في يوم واحد" : "بين نشرهما \(tally(days, "day"))"),
        "neither is dated; reported \(tally(days, "day")) apart")
    case .behindReport(let date):
      text("\(when(date)) بعد الخبر الذي يرويه واقعًا", "\(when(date)) lies behind the report that it was held")
    case .outsideReport(let date, let published):
      text(
        "\(when(date)) خارج ما يتيحه خبر بلا تاريخ نُشر في \(day(published))",
        "\(when(date)) lies outside what the undated report of \(published ?? "") leaves")
    case .oneDated(let date, let days):
      text(
        "أحدهما في \(when(date))، والآخر بلا تاريخ ونُشر "
          + (days == 0 ? "في حينه" : "على بُعد \(tally(days, "day", isObject: true))"),
        "one is dated \(when(date)), the other undated and reported \(tally(days, "day")) off")
    case .oneDate(let date): text("كلاهما في \(when(date))", "both are dated \(when(date))")
    case .datesAgree(let one, let other):
      text("\(when(one)) و\(when(other)) متوافقان", "\(when(one)) and \(when(other)) agree")
    case .daysApart(let days, let one, let other):
      text(
        "بين \(when(one)) و\(when(other)) \(tally(days, "day"))",
        "\(when(one)) and \(when(other)) are \(days == 1 ? "a day" : "\(days) days") apart")
    case .putOff(let one, let other): text("تأجيل: ", "put off: ") + when(one) + comma + when(other)
    case .replanned(let plan, let told):
      text("مقرر في \(when(plan))، ومرويّ في \(when(told))", "planned for \(when(plan)), told for \(when(told))")
    case .otherDays(let one, let other):
      text("\(when(one)) و\(when(other)) موعدان مختلفان", "\(when(one)) and \(when(other)) are different days")
    case .heldAndPlanned:
      text(
        "أحدهما يرويه واقعًا والآخر مقررًا، ولا تاريخ لأيٍّ منهما",
        "one tells it as held, the other as planned, and neither when")
    case .heldBeforePlanned:
      text("رُوي واقعًا قبل أن يرويه الآخر مقررًا", "told as held before the other tells it as planned")
    default: ""
    }
  }

  private func place(_ finding: Finding) -> String {
    switch finding {
    case .noPlaces: text("لا مكان لأيٍّ منهما", "neither has a place")
    case .onePlace(let name): text("كلاهما في \(name)", "both in \(name)")
    case .placeOfOne: text("أحدهما وحده يذكر المكان", "only one tells where")
    case .placeOfNone: text("لا يذكر أيٌّ منهما المكان", "neither tells where")
    case .otherCountries(let one, let other): text("بلدان مختلفان: ", "different countries: ") + one + comma + other
    case .otherPlaces(let one, let other): text("مكانان مختلفان: ", "different places: ") + one + comma + other
    case .oneCountry(let one, let other): text("كلاهما في بلد واحد: ", "both in one country: ") + one + comma + other
    default: ""
    }
  }

  private func how(_ finding: Finding) -> String {
    switch finding {
    case .forms(let one, let other): text("الشكلان: ", "forms: ") + form(one.rawValue) + comma + form(other.rawValue)
    case .otherForms(let one, let other):
      text("شكلان مختلفان: ", "different forms: ") + form(one.rawValue) + comma + form(other.rawValue)
    case .oneForm(let one): text("كلاهما ", "both a ") + form(one.rawValue)
    case .oneDenies: text("أحدهما ينفيه", "one denies it")
    case .central: text("كلاهما خبر مقالته", "both are the news of their articles")
    case .oneStatus(let one): text("الحالة في كليهما: ", "both told as ") + status(one.rawValue)
    case .onMargins: text("التقى طرفان على هامش اجتماع كثيرين", "two sides met on the margins of many")
    case .oneRound(let one): text("كلاهما الجولة رقم \(one)", "both the round numbered \(one)")
    case .rounds(let one, let other): text("الجولتان \(one) و\(other)", "rounds \(one) and \(other)")
    default: ""
    }
  }

  private func words(_ number: Int, _ subject: Comparison.Subject) -> String {
    let word = number == 1 ? "word" : "words"
    return switch subject {
    case .topics: text("الموضوعات المشتركة: \(number)", "\(number) topic\(number == 1 ? "" : "s") in common")
    case .occasion: text("كلمات المناسبة المشتركة: \(number)", "\(number) \(word) of occasion in common")
    case .venue: text("كلمات المقر المشتركة: \(number)", "\(number) \(word) of venue in common")
    default: text("كلمات الدليل المشتركة: \(number)", "\(number) \(word) of evidence in common")
    }
  }
}
