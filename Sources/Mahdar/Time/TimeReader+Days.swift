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
    if word.has(.weekday) { return weekday(at: index, word) }
    return dayWord(at: index, reading) ?? dayByOther(at: index, reading)
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
    return TimeReading(day.map { .day($0) }, to: end, "day-word")
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
    let isBracketed = isMark(index, "(")
    let start = isBracketed ? index + 1 : index
    let word = word(start)
    if word.has(.weekday) {
      if isBracketed {
        return isMark(start + 1, ")") ? Apposition(end: start + 2, weekday: Int(word.weekday)) : nil
      }
      if let date = dayOfMonth(at: start + 1, .whole, weekday: Int(word.weekday)) {
        return Apposition(end: date.end, weekday: nil, date: date)
      }
      return Apposition(end: start + 1, weekday: Int(word.weekday))
    }
    return nil
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
    let before = anyWord(index - 1)
    if before.has(.unit), before.unit == .day, before.form == .plural, conjoined(end)?.has(.weekday) != true {
      return nil
    }
    if anyWord(index - 1).has(.between), conjoined(end)?.has(.weekday) != true, weekday == 1 { return nil }
    let dateStart = isMark(end, ",") ? end + 1 : end
    if let date = dayOfMonth(at: dateStart, .whole, weekday: weekday) ?? numericDate(at: dateStart) { return date }
    let base = anchor(index)
    if let week = weekBehind(end) {
      let day = week.reading.calendar.map { CalendarValue.day($0.first + Int32(weekday) - 1) }
      return TimeReading(day, to: week.reading.end, "weekday-of-week")
    }
    let next = self.word(end)
    if next.has(.corresponding), let date = dayOfMonth(at: end + 1, .whole) ?? numericDate(at: end + 1) {
      return TimeReading(date.calendar, to: end, "weekday")
    }
    if let shift = next.shift, shift != .same {
      end += 1
      if let date = dayOfMonth(at: end, .whole, weekday: weekday) { return date }
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
    let ahead = Int32((weekday - CivilDay.weekday(base) + 7) % 7)
    switch tense(around: range) {
    case .future: return base + ahead
    case .present: return nearest(weekday, to: base)
    case .past, .unknown: return ahead == 0 ? base : base + ahead - 7
    }
  }

  /// «الأسبوع الماضي», «من هذا الأسبوع» behind a weekday.
  private func weekBehind(_ index: Int) -> (reading: TimeReading, Void)? {
    let start = word(index).has(.of) ? index + 1 : index
    guard let found = period(at: start, .whole), found.calendar?.grain == .week || found.rule == "week-shifted" else {
      return nil
    }
    return (found, ())
  }

  /// «اليوم التالي», «اليوم نفسه», «ذلك اليوم»: a day told by the one before.
  private func dayByOther(at index: Int, _ reading: Reading) -> TimeReading? {
    let word = word(index, reading)
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
    guard let list = days(at: index + 1, .whole), list.count == 2 else { return nil }
    let ends = list.map(\.2)
    guard let from = ends[0].calendar, let to = ends[1].calendar else {
      return TimeReading(nil, to: ends[1].end, "two-days")
    }
    return TimeReading(.interval(from, to), to: ends[1].end, "two-days", namesYear: ends[1].namesYear)
  }
}
