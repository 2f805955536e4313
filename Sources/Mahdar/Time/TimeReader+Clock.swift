/// Parts and hours of a day: «مساء أمس», «الساعة الرابعة والنصف فجرا», «18:09».
extension TimeReader {
  /// A part of a day with its day: «صباح السبت», «بعد ظهر الخميس», «ليل الجمعة - السبت», «الليلة الماضية».
  func partOfDay(at index: Int, _ reading: Reading) -> TimeReading? {
    let word = word(index, reading)
    if word.edge == .mid, self.word(index + 1).part == .night { return midnight(at: index) }
    var part = word.part
    var next = index + 1
    if word.has([.ago, .after]), self.word(next).part == .noon {
      part = word.has(.ago) ? .morning : .afternoon
      next += 1
    }
    guard let part else { return nil }
    if next == index + 1, word.isDefinite { return definitePart(part, word, at: index) }
    if self.word(next).has(.of) { next += 1 }
    guard self.word(next).part == nil || next > index + 1, var day = dayAlone(at: next, .whole)
    else { return nil }
    guard day.type == .date, day.calendar.map({ $0.grain == .day }) ?? (day.value == nil) else { return nil }
    if part == .night { skipSecondWeekday(&day) }
    return TimeReading(day.calendar, part.suffix, to: day.end, "part-of-day")
  }

  /// «الليلة», «الليلة الماضية», «خلال الليل», «الصباح الباكر» being none.
  private func definitePart(_ part: DayPart, _ word: TimeWord, at index: Int) -> TimeReading? {
    guard part == .night else { return nil }
    let base = anchor(index)
    let next = index + 1
    if self.word(next).shift == .last || self.word(next).shift == .previous {
      return TimeReading(base.map { .day($0 - 1) }, part.suffix, to: next + 1, "part-of-day")
    }
    if self.word(next).has(.ago), self.word(next + 1).shift == .last {
      return TimeReading(base.map { .day($0 - 2) }, part.suffix, to: next + 2, "part-of-day")
    }
    let isFeminine = tokens[index].foldedEnd > tokens[index].folded && tokens.letters(index).last == Letters.heh
    if isFeminine {
      return isDefinite(next) ? nil : TimeReading(base.map { .day($0) }, part.suffix, to: next, "part-of-day")
    }
    guard anyWord(index - 1).has(.during) else { return nil }
    return TimeReading(base.map { .day($0 - 1) }, part.suffix, to: next, "part-of-day")
  }

  /// A night between two days: the second weekday belongs to it.
  private func skipSecondWeekday(_ day: inout TimeReading) {
    let next = isMark(day.end, "-") || isMark(day.end, "/") ? day.end + 1 : day.end
    if word(next).has(.weekday) { day.end = next + 1 }
  }

  /// «منتصف ليل السبت», «منتصف ليل الأحد - الاثنين»: the first minute of the day, or of the later one.
  private func midnight(at index: Int) -> TimeReading? {
    guard let day = dayAlone(at: index + 2, .whole), day.calendar?.grain ?? .day == .day
    else { return nil }
    var end = day
    skipSecondWeekday(&end)
    let isPair = end.end > day.end
    return TimeReading(day.calendar.map { $0.shifted(by: isPair ? 1 : 0) }, "T00:00", to: end.end, "midnight")
  }

  /// A day and the part or hour behind it: «أمس مساء», «الخميس ليلا», «24 جويلية 2012 الساعة 10:37».
  func withPart(_ day: TimeReading) -> TimeReading {
    guard day.type == .date, day.calendar.map({ $0.grain == .day }) ?? (day.value == nil) else { return day }
    if let part = word(day.end).adverb {
      return TimeReading(day.calendar, part.suffix, to: day.end + 1, "part-of-day")
    }
    if word(day.end).has(.clock), let time = time(at: day.end + 1) {
      return TimeReading(day.calendar, time.suffix, to: time.end, "clock")
    }
    return day
  }

  // MARK: Hours

  private struct Time {
    var hour: Int
    var minute: Int
    var end: Int
    var suffix: String { "T" + Self.two(hour) + ":" + Self.two(minute) }
    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  }

  /// «الساعة الثامنة مساء», «الساعة 8.15 صباحا أمس»; the day is told behind it, else the last one told, else today.
  func clock(at index: Int, _ reading: Reading) -> TimeReading? {
    if word(index, reading).has(.clock) { return time(at: index + 1).map { dated($0, from: index) } }
    // «في التاسعة من مساء الأربعاء», «العاشرة صباحا»: the hour without its noun.
    guard word(index, reading).has(.ordinal), word(index, reading).isDefinite,
      tokens.letters(index).last == Letters.heh,
      let time = time(at: index, reading)
    else { return nil }
    let next = word(time.end)
    let isSigned =
      word(time.end - 1).adverb != nil
      // «الثالثة بعد الظهر»
      || word(time.end - 1).part == .noon && word(time.end - 2).has([.after, .ago])
      || next.has([.of, .this]) && word(time.end + 1).part != nil
      || next.part != nil && partOfDay(at: time.end, .whole) != nil
    return isSigned ? dated(time, from: index) : nil
  }

  private func dated(_ time: Time, from index: Int) -> TimeReading {
    var start = time.end
    if word(start).has([.of, .in]) { start += 1 }
    let this = word(start).has(.this) && word(start + 1).part != nil ? thisPeriod(at: start + 1) : nil
    if let part = this ?? partOfDay(at: start, .whole), part.type == .time, part.rule != "midnight" {
      let isLate = part.value.map { $0.hasSuffix("EV") || $0.hasSuffix("NI") || $0.hasSuffix("AF") } ?? false
      var time = time
      if isLate, time.hour < 12, time.hour > 0 { time.hour += 12 }
      return TimeReading(part.calendar, time.suffix, to: part.end, "clock")
    }
    if let day = dayAlone(at: start, .whole) ?? dayOfMonth(at: start, .whole), day.type == .date,
      day.calendar.map({ $0.grain == .day }) ?? (day.value == nil && day.rule != "month" && day.rule != "hijri-month")
    {
      return TimeReading(day.calendar, time.suffix, to: day.end, "clock")
    }
    let isNear = lastDay.map { index - $0.token < 80 } ?? false
    let day = isNear ? lastDay?.day : anchor(index)
    return TimeReading(day.map { .day($0) }, time.suffix, to: time.end, "clock")
  }

  /// An hour with its minutes and its half of the day.
  private func time(at index: Int, _ reading: Reading = .whole) -> Time? {
    var time: Time
    if let told = digits(index), digitCount(index) == 4, told / 100 < 24, told % 100 < 60,
      anyWord(index - 1).has(.clock) || word(index + 1).has(.zone)
    {
      // «الساعة 1500», «1500 بتوقيت غرينتش»
      return Time(hour: told / 100, minute: told % 100, end: index + 1)
    } else if let hour = digits(index) {
      guard hour < 25, digitCount(index) <= 2 else { return nil }
      time = Time(hour: hour, minute: 0, end: index + 1)
      if isMark(index + 1, ":") || isMark(index + 1, ".") || isMark(index + 1, ","), !tokens[index + 1].spaced,
        let minute = digits(index + 2), digitCount(index + 2) == 2, minute < 60, !tokens[index + 2].spaced
      {
        time.minute = minute
        time.end = index + 3
        if isMark(time.end, ":"), digits(time.end + 1) != nil { time.end += 2 }
      }
    } else if let hour = ordinal(at: index, reading)
      ?? (word(index).has(.unitNumber) && word(index).isDefinite ? cardinal(at: index) : nil),
      (1...12).contains(hour.value)
    {
      time = Time(hour: hour.value, minute: 0, end: hour.end)
    } else {
      return nil
    }
    addMinutes(&time)
    addHalfOfDay(&time)
    return time
  }

  /// «والنصف», «والربع», «إلا ربعا», «و20 دقيقة».
  private func addMinutes(_ time: inout Time) {
    if let part = conjoined(time.end), part.has(.fraction), part.fraction > 0 {
      time.minute = 60 / Int(part.fraction)
      time.end += 1
    } else if word(time.end).has(.except), word(time.end + 1).has(.fraction) {
      time.minute = 60 - 60 / Int(max(1, word(time.end + 1).fraction))
      time.hour = (time.hour + 23) % 24
      time.end += 2
    } else if let start = afterLoneAnd(time.end), let minute = digits(start), minute < 60,
      word(start + 1).unit == .minute,
      word(start + 1).has(.unit)
    {
      time.minute = minute
      time.end = start + 2
    } else if conjoined(time.end) != nil, let count = cardinal(at: time.end, .conjunction), count.value < 60,
      word(count.end).has(.unit), word(count.end).unit == .minute
    {
      // «وعشرين دقيقة»
      time.minute = count.value
      time.end = count.end + 1
    }
  }

  private func addHalfOfDay(_ time: inout Time) {
    if let part = word(time.end).adverb {
      time.end += 1
      switch part {
      case .evening, .afternoon: if time.hour < 12 { time.hour += 12 }
      case .noon: if time.hour < 10 { time.hour += 12 }
      case .night: if (6..<12).contains(time.hour) { time.hour += 12 } else if time.hour == 12 { time.hour = 0 }
      case .morning: if time.hour == 12 { time.hour = 0 }
      }
    } else if word(time.end).has([.after, .ago]), word(time.end + 1).part == .noon {
      if word(time.end).has(.after), time.hour < 12 { time.hour += 12 }
      time.end += 2
    }
  }

  /// «8 مساء», «10 صباح اليوم»: an hour in digits.
  private func bareHour(at index: Int) -> TimeReading? {
    guard digitCount(index) <= 2, let hour = digits(index), (1...12).contains(hour), !isPartOfNumber(index),
      word(index + 1).adverb != nil, let time = time(at: index)
    else { return nil }
    return dated(time, from: index)
  }

  /// «18:09 ت م», «18:01 تغ الجمعة»: hours and minutes with a zone, a half of the day, or alone in their line.
  func bareClock(at index: Int) -> TimeReading? {
    if let hour = bareHour(at: index) { return hour }
    if digitCount(index) == 4, word(index + 1).has(.zone), let time = time(at: index) {
      return dated(time, from: index)
    }
    guard digitCount(index) <= 2, isMark(index + 1, ":"), digitCount(index + 2) == 2,
      tokens[index + 2].kind == .number, mark(index - 1) != UInt8(ascii: ":"), let time = time(at: index),
      time.hour < 24
    else { return nil }
    var found = time
    let isSigned = time.end > index + 3
    if word(time.end).has(.zone) {
      found.end += 1
      if word(found.end).has([.christian, .zone]) { found.end += 1 }
    } else if !isSigned, !isAlone(index..<time.end), word(time.end).part == nil {
      return nil
    }
    return dated(found, from: index)
  }

  private func isAlone(_ range: Range<Int>) -> Bool {
    (range.lowerBound == 0 || mark(range.lowerBound - 1) == 0x0A)
      && (range.upperBound == tokens.count || mark(range.upperBound) == 0x0A)
  }

  /// «صباحا», «ليلا»: a part of the day told last.
  func adverb(at index: Int, _ reading: Reading) -> TimeReading? {
    guard let part = word(index, reading).adverb, reading == .whole else { return nil }
    // «مساء» without its tanween is mostly a noun; «ليلا ونهارا» is no date.
    if part == .evening || isMark(index + 1, "/") || tokens[index + 1].letter == Letters.waw {
      return nil
    }
    let isNear = lastDay.map { index - $0.token < 160 } ?? false
    let day = isNear ? lastDay?.day : anchor(index)
    return TimeReading(day.map { .day($0) }, part.suffix, to: index + 1, "part-of-day")
  }
}
