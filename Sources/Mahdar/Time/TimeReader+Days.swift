/// Days by word and weekday: «أمس الجمعة», «اليوم (الاثنين)», «يوم غد الثلاثاء», «الأربعاء الماضي».
extension TimeReader {
  /// A day and, behind it, its part: «الخميس», «أمس مساء».
  func day(at index: Int, _ reading: Reading) -> TimeReading? {
    guard let day = dayAlone(at: index, reading) else { return nil }
    return withPart(day)
  }

  func dayAlone(at index: Int, _ reading: Reading) -> TimeReading? {
    let word = word(index, reading)
    if word.has(.unit), word.unit == .day, word.form == .singular, !word.isDefinite {
      return dayAfterYawm(at: index + 1)
    }
    if word.has(.unit), word.unit == .day, word.form == .construct, let span = twoDays(at: index) { return span }
    if word.has(.unit), word.unit == .day, word.form == .plural, !word.isDefinite, self.word(index + 1).has(.weekday) {
      return everyWeekday(at: index + 1)
    }
    if word.has(.weekday) { return weekday(at: index, word) }
    return dayWord(at: index, reading) ?? dayByOther(at: index, reading)
  }

  /// «أيام الأحد», «أيام السبت والثلاثاء من كل أسبوع»: days that come back.
  private func everyWeekday(at index: Int) -> TimeReading? {
    var end = index + 1
    while conjoined(end)?.has(.weekday) == true { end += 1 }
    if let every = everyBehind(end) { return self.every(every.unit, to: every.end) }
    // «أيام السبت والأحد والاثنين» are those of one week.
    return end == index + 1 ? every(.week, to: end) : nil
  }

  /// What follows «يوم»: another day expression.
  private func dayAfterYawm(at index: Int) -> TimeReading? {
    let word = word(index)
    if word.has(.weekday) { return weekday(at: index, word) }
    return dayWord(at: index, .whole) ?? dayOfMonth(at: index, .whole) ?? numericDate(at: index)
  }

  /// «اليوم», «أمس», «أول من أمس», «غدا» and what tells the same day again behind it.
  private func dayWord(at index: Int, _ reading: Reading, isInner: Bool = false) -> TimeReading? {
    guard let match = lexicon.phrases.longest(at: index, head: tokens[index].word(reading), in: tokens),
      case .day(let offset)? = match.values.first
    else { return nil }
    if offset == 0, let other = dayByOther(at: index, reading) { return other }
    if offset == 0, anyWord(index - 1).has(.throughout), apposition(at: match.end) == nil {
      return TimeReading(value: Self.period(1, .day), .duration, to: match.end, "throughout")
    }
    let base = anchor(index)
    var day = base.map { $0 + Int32(offset) }
    var end = match.end
    if offset == 0, !isInner, isMark(end, "("), word(end + 1).has(.phrase),
      let inner = dayWord(at: end + 1, .whole, isInner: true), isMark(inner.end, ")")
    {
      // «اليوم (أمس)»: the paper's own correction of a quoted «today».
      return TimeReading(inner.calendar, to: end, "day-word")
    }
    if offset == 0, isGeneralToday(index, reading, end) {
      return TimeReading(value: "PRESENT_REF", .date, to: end, "today-as-now")
    }
    if let told = apposition(at: end) {
      if let date = told.date { return date }
      end = told.end
      // The weekday decides where the article went out after midnight.
      if let weekday = told.weekday, let guess = day, CivilDay.weekday(guess) != weekday {
        day = nearest(weekday, to: guess)
      }
    }
    if let date = bracketedDate(at: end) { return date }
    var found = TimeReading(day.map { .day($0) }, to: end, "day-word")
    found.isToday = offset == 0 && end > match.end
    return found
  }

  /// «حتى اليوم», «لكن اليوم», «واليوم،»: today as these times.
  private func isGeneralToday(_ index: Int, _ reading: Reading, _ end: Int) -> Bool {
    let before = anyWord(index - 1)
    if before.has([.to, .nowBefore]), apposition(at: end) == nil { return true }
    guard reading == .conjunction, index == 0 || mark(index - 1) != 0 else { return false }
    return isMark(end, ",") || anyWord(end).has(.then)
  }

  private struct Apposition {
    var end: Int
    var weekday: Int?
    var date: TimeReading?
  }

  /// The weekday or date that tells a day again: «أمس الجمعة», «اليوم (الاثنين)», «أمس الخميس 2 جوان 2016».
  private func apposition(at index: Int) -> Apposition? {
    let isBracketed = isMark(index, "(") || isQuotationMark(index)
    let start = isBracketed || isMark(index, ",") ? index + 1 : index
    let word = word(start)
    if word.has(.weekday) {
      if isBracketed {
        let isClosed = isMark(start + 1, ")") || isQuotationMark(start + 1)
        return isClosed ? Apposition(end: start + 2, weekday: Int(word.weekday)) : nil
      }
      // «اليوم، الخميس، …»
      if start > index, !isMark(start + 1, ",") { return nil }
      if let date = dayOfMonth(at: start + 1, .whole, weekday: Int(word.weekday)) {
        return Apposition(end: date.end, weekday: nil, date: date)
      }
      return Apposition(end: start + 1, weekday: Int(word.weekday))
    }
    return nil
  }

  private func isQuotationMark(_ index: Int) -> Bool {
    [Letters.openQuote, Letters.closeQuote, Letters.straightQuote].contains(mark(index))
  }

  /// The date in brackets that tells a day again: «اليوم الخميس (27 شباط 2025)».
  private func bracketedDate(at index: Int) -> TimeReading? {
    guard isMark(index, "("), tokens[index + 1].kind == .number || word(index + 1).has(.ordinal),
      var date = numericDate(at: index + 1) ?? dayOfMonth(at: index + 1, .whole), isMark(date.end, ")")
    else { return nil }
    date.end += 1
    return date
  }

  func nearest(_ weekday: Int, to day: Int32) -> Int32 {
    let ahead = (weekday - CivilDay.weekday(day) + 7) % 7
    return day + Int32(ahead > 3 ? ahead - 7 : ahead)
  }

  /// A weekday: with its date, with «الماضي», or by the tense of its clause.
  private func weekday(at index: Int, _ word: TimeWord) -> TimeReading? {
    let weekday = Int(word.weekday)
    var end = index + 1
    // «أيام الأحد»: every Sunday.
    if let every = everyBehind(end) { return self.every(every.unit, to: every.end) }
    if anyWord(index - 1).has(.between), conjoined(end)?.has(.weekday) != true, weekday == 1 { return nil }
    let dateStart = isMark(end, ",") ? end + 1 : end
    if let date = dayOfMonth(at: dateStart, .whole, weekday: weekday) ?? numericDate(at: dateStart) { return date }
    if let date = bracketedDate(at: end) { return date }
    if let nth = nthWeekday(weekday, behind: end) { return nth }
    let base = anchor(index)
    if let week = weekBehind(end) {
      let day = week.reading.calendar.map { CalendarValue.day($0.first + Int32(weekday) - 1) }
      return TimeReading(day, to: week.reading.end, "weekday-of-week")
    }
    // «يومي الاثنين والثلاثاء المقبلين»: the dual is of both.
    let isDual = conjoined(end)?.has(.weekday) == true && self.word(end + 1).shift != nil && isDualShift(end + 1)
    let next = isDual ? self.word(end + 1) : self.word(end)
    if next.has(.corresponding), let date = dayOfMonth(at: end + 1, .whole) ?? numericDate(at: end + 1) {
      return TimeReading(date.calendar, to: end, "weekday")
    }
    if let shift = next.shift, shift != .same {
      if !isDual { end += 1 }
      if !isDual, let date = dayOfMonth(at: end, .whole, weekday: weekday) { return date }
      if shift == .following, let lastDay {
        let ahead = Int32((weekday - CivilDay.weekday(lastDay.day) + 7) % 7)
        return TimeReading(.day(lastDay.day + (ahead == 0 ? 7 : ahead)), to: end, "weekday-shifted")
      }
      guard let base else { return TimeReading(nil, to: end, "weekday-shifted") }
      var day = base
      let ahead = Int32((weekday - CivilDay.weekday(base) + 7) % 7)
      switch shift {
      case .next, .following: day = ahead == 0 ? base + 7 : base + ahead
      case .this: day = nearest(weekday, to: base)
      default: day = ahead == 0 ? base - 7 : base + ahead - 7
      }
      return TimeReading(.day(day), to: end, "weekday-shifted")
    }
    if next.has(.ago), let shift = self.word(end + 1).shift, shift == .last {
      let day = base.map { CalendarValue.day($0 + Int32((weekday - CivilDay.weekday($0) + 7) % 7) - 14) }
      return TimeReading(day, to: end + 2, "weekday-shifted")
    }
    return TimeReading(base.map { .day(weekdayByTense(weekday, $0, index..<end)) }, to: end, "weekday")
  }

  private func weekdayByTense(_ weekday: Int, _ base: Int32, _ range: Range<Int>) -> Int32 {
    if let day = dayBehindOther(weekday, range.lowerBound) { return day }
    let ahead = Int32((weekday - CivilDay.weekday(base) + 7) % 7)
    let noun = anyWord(range.lowerBound - 1)
    let before = noun.has(.unit) ? anyWord(range.lowerBound - 2) : noun
    if before.has(.since) { return ahead == 0 ? base : base + ahead - 7 }
    // «أن الثلاثاء هو المتمم للشهر»: no verb tells the tense.
    if before.has(.opener) || word(range.upperBound).has(.nowBefore) { return nearest(weekday, to: base) }
    switch tense(around: range) {
    case .future: return base + ahead
    // A present tells a plan («تنطلق السبت المفاوضات»), but in a headline what has just been.
    case .present: return ahead < 6 && range.lowerBound >= tokens.titleCount ? base + ahead : nearest(weekday, to: base)
    case .relative: return nearest(weekday, to: base)
    case .past, .unknown: return ahead == 0 ? base : base + ahead - 7
    }
  }

  private func isDualShift(_ index: Int) -> Bool {
    let letters = tokens.letters(index)
    return letters.last == Letters.noon && letters.count > 4
  }

  /// The day of a weekday that is joined to the one before it: «الاثنين والثلاثاء», «من الأحد إلى الخميس».
  private func dayBehindOther(_ weekday: Int, _ index: Int) -> Int32? {
    guard let last = mentions.last, last.rule == "weekday", let day = last.calendar?.first else { return nil }
    let gap = index - last.tokens.upperBound
    guard gap == 0 && conjoined(index) != nil || gap == 1 && (word(index - 1).has(.to) || isMark(index - 1, "-")) else {
      return nil
    }
    let ahead = Int32((weekday - CivilDay.weekday(day) + 7) % 7)
    return ahead == 6 ? day - 1 : day + ahead
  }

  /// «الأسبوع الماضي», «من هذا الأسبوع» behind a weekday.
  private func weekBehind(_ index: Int) -> (reading: TimeReading, Void)? {
    let start = word(index).has(.of) ? index + 1 : index
    guard let found = period(at: start, .whole), found.calendar?.grain == .week || found.rule == "week-shifted" else {
      return nil
    }
    return (found, ())
  }

  /// «اليوم التالي», «اليوم نفسه», «نفس اليوم»: a day told by the one before.
  private func dayByOther(at index: Int, _ reading: Reading) -> TimeReading? {
    let word = word(index, reading)
    if word.has(.sameBefore), case let day = self.word(index + 1), day.has(.unit), day.unit == .day, day.isDefinite,
      day.form == .singular
    {
      return TimeReading(lastDay.map { .day($0.day) }, to: index + 2, "day-by-other")
    }
    guard word.has(.unit), word.unit == .day, word.form == .singular, word.isDefinite else { return nil }
    let offset: Int32
    switch self.word(index + 1).shift {
    case .following: offset = 1
    case .previous: offset = -1
    case .same: offset = 0
    default: return nil
    }
    return TimeReading(lastDay.map { .day($0.day + offset) }, to: index + 2, "day-by-other")
  }

  /// «يومي 26 و27 ماي الجاري»: two days as one stretch.
  private func twoDays(at index: Int) -> TimeReading? {
    // «يومي 6 – 7» are two days, «يومي 6 و7» one stretch.
    guard !isMark(index + 2, "-"), let list = days(at: index + 1, .whole), list.count == 2 else { return nil }
    let ends = list.map(\.2)
    guard let from = ends[0].calendar, let to = ends[1].calendar else {
      return TimeReading(nil, to: ends[1].end, "two-days")
    }
    return TimeReading(.interval(from, to), to: ends[1].end, "two-days", namesYear: ends[1].namesYear)
  }
}
