/// Months and days of months: «10 ديسمبر/كانون الأول», «السابع من أيار 2015», «26 شوال 1436 هـ», «14 من الشهر الحالي».
extension TimeReader {
  private struct Month {
    var name: MonthName
    var end: Int
    /// Told twice, in two families of names.
    var isDouble = false
  }

  private enum Year {
    case told(Int, isHijri: Bool)
    /// Counted from the year of the reference: «العام الماضي».
    case relative(Int)
    case shifted(TimeShift)
    /// «من كل عام».
    case every
  }

  /// A month's name and, behind it, the same in another family: «يوليو (تموز)», «مارس/ آذار», «كانون الثاني يناير».
  private func month(at index: Int, _ reading: Reading = .whole) -> Month? {
    guard word(index, reading).has(.month),
      let match = lexicon.months.longest(at: index, head: tokens[index].word(reading), in: tokens),
      let name = match.values.first
    else { return nil }
    var month = Month(name: name, end: match.end)
    let isBracketed = isMark(month.end, "(")
    let isMarked = isBracketed || isMark(month.end, "/") || isMark(month.end, "-")
    let second = isMarked ? month.end + 1 : month.end
    if word(second).has(.month),
      let other = lexicon.months.longest(at: second, head: tokens[second].whole, in: tokens),
      let same = other.values.first,
      same.month == name.month, same.isHijri == name.isHijri, !isBracketed || isMark(other.end, ")")
    {
      month.end = isBracketed ? other.end + 1 : other.end
      month.isDouble = true
    }
    return month
  }

  /// The token after a month's names; nil where there is no month.
  func monthEnd(at index: Int) -> Int? { month(at: index)?.end }

  /// Whether a year in digits stands behind a month.
  func isYear(behind index: Int) -> Bool {
    if case .told? = year(behind: index)?.year { return true }
    return false
  }

  /// The year behind a month.
  private func year(behind index: Int) -> (year: Year, end: Int)? {
    var next = index
    if isMark(next, ","), digits(next + 1) != nil, digitCount(next + 1) == 4 { next += 1 }
    if let told = toldYear(at: next) { return (.told(told.year, isHijri: told.isHijri), told.end) }
    if let shift = word(next).shift, shift != .same, shift != .following { return (.shifted(shift), next + 1) }
    if word(next).has(.of) { next += 1 }
    if word(next).has(.every), isYearWord(word(next + 1)) { return (.every, next + 2) }
    let start = word(next).has(.this) ? next + 1 : next
    guard isYearWord(anyWord(start)) else { return nil }
    if start > next, anyWord(start).isDefinite { return (.relative(0), start + 1) }
    if let told = toldYear(at: start + 1) { return (.told(told.year, isHijri: told.isHijri), told.end) }
    if let words = year(at: start), words.rule == "year", let calendar = words.calendar {
      return (.told(CivilDay.parts(calendar.first).year, isHijri: false), words.end)
    }
    guard anyWord(start).isDefinite, let shift = word(start + 1).shift else { return nil }
    switch shift {
    case .last: return (.relative(-1), start + 2)
    case .next: return (.relative(1), start + 2)
    case .this: return (.relative(0), start + 2)
    case .same:
      guard let lastDated else { return nil }
      return (.told(CivilDay.parts(lastDated.value.first).year, isHijri: false), start + 2)
    default: return nil
    }
  }

  private func isYearWord(_ word: TimeWord) -> Bool { word.has(.unit) && word.unit == .year && word.form == .singular }

  /// A month, or a day of one, from its number, ordinal or name on.
  func dayOfMonth(at index: Int, _ reading: Reading, weekday: Int? = nil) -> TimeReading? {
    if weekday == nil, let month = monthAlone(at: index, reading) { return month }
    guard let number = dayNumber(at: index, reading) else { return nil }
    return dayOfMonth(number.value, from: index, behind: number.end, weekday)
  }

  /// Several days of one month: «12 و13 آب», «من 3 إلى 5 مايو».
  func dayList(at index: Int, _ reading: Reading) -> [(Int, Reading, TimeReading)]? {
    guard let list = days(at: index, reading), list.count > 1 else { return nil }
    return list
  }

  func days(at index: Int, _ reading: Reading) -> [(Int, Reading, TimeReading)]? {
    guard let first = dayNumber(at: index, reading) else { return nil }
    var numbers = [(day: first.value, start: index, reading: reading, end: first.end)]
    while numbers.count < 8 {
      let end = numbers[numbers.count - 1].end
      var start = end
      var reading = Reading.whole
      if let next = afterLoneAnd(end) {
        start = next
      } else if word(end).has(.to) || conjoined(end)?.has(.to) == true || isMark(end, "-") || isMark(end, ",") {
        start = end + 1
      } else if conjoined(end)?.has(.ordinal) == true || conjoined(end)?.has(.ten) == true {
        reading = .conjunction
      } else {
        break
      }
      guard let next = dayNumber(at: start, reading) else { break }
      numbers.append((next.value, start, reading, next.end))
    }
    guard numbers.count > 1, let last = numbers.last,
      let final = dayOfMonth(last.day, from: index, behind: last.end, nil)
    else { return nil }
    return numbers.map { number in
      let day = final.calendar.map { CalendarValue.day($0.first - Int32(last.day - number.day)) }
      let end = number.start == last.start ? final.end : number.end
      return (number.start, number.reading, TimeReading(day, to: end, "day-list", namesYear: final.namesYear))
    }
  }

  /// The number of a day: 1 to 31, in digits or as an ordinal.
  private func dayNumber(at index: Int, _ reading: Reading) -> Count? {
    let count: Count?
    if tokens[index].kind == .number {
      count = digitCount(index) <= 2 ? cardinal(at: index, reading) : nil
    } else if word(index, reading).has(.article) {
      count = cardinal(at: index, reading)
    } else {
      count =
        ordinal(at: index, reading)
        ?? (word(index, reading).has([.unitNumber, .ten]) ? cardinal(at: index, reading) : nil)
        ?? (word(index, reading).ordinal == 1 ? Count(value: 1, end: index + 1) : nil)
    }
    guard let count, (1...31).contains(count.value) else { return nil }
    return count
  }

  /// A day of the month that stands behind its number: «من» and «شهر» may stand between.
  private func dayOfMonth(_ day: Int, from start: Int, behind index: Int, _ weekday: Int?) -> TimeReading? {
    var next = index
    if word(next).has(.of) { next += 1 }
    let noun = word(next)
    if noun.has(.unit), noun.unit == .month, noun.form == .singular, !noun.isDefinite { next += 1 }
    if let month = month(at: next) { return date(day, month, start, weekday) }
    return dayOfThisMonth(day, at: next, from: start, behind: index)
  }

  /// «14 من الشهر الحالي», «14 الجاري», «الرابع من هذا الشهر».
  private func dayOfThisMonth(_ day: Int, at index: Int, from start: Int, behind number: Int) -> TimeReading? {
    var shift: TimeShift?
    // «من 3 إلى 9 في الشهر المقبل»
    let index = word(index).has(.in) && isDefinite(index + 1) ? index + 1 : index
    var end = index
    let noun = word(index)
    if noun.has(.unit), noun.unit == .month, noun.form == .singular, noun.isDefinite {
      shift = word(index + 1).shift
      end = index + 2
    } else if noun.has([.this, .sameBefore]), word(index + 1).has(.unit), word(index + 1).unit == .month,
      word(index + 1).isDefinite
    {
      shift = noun.has(.this) ? .this : .same
      end = index + 2
    } else if noun.shift == .this || noun.shift == .next && tokens[start].kind == .number && number == index {
      shift = noun.shift
      end = index + 1
    }
    let step: Int
    switch shift {
    case .last: step = -1
    case .this: step = 0
    case .next: step = 1
    // «22 من الشهر نفسه»: of the month told last.
    case .same: step = 0
    default: return nil
    }
    guard let base = shift == .same ? lastStretch.month?.first : anchor(start) else {
      return TimeReading(nil, to: end, "day-of-shifted-month")
    }
    let parts = CivilDay.parts(base)
    let month = CalendarValue.month(parts.year, parts.month + step)
    let date = CalendarValue.day(month.first + Int32(day) - 1)
    return date.lies(in: month) ? TimeReading(date, to: end, "day-of-shifted-month") : nil
  }

  /// A month without a day: with its year, or where it can be nothing else.
  private func monthAlone(at index: Int, _ reading: Reading) -> TimeReading? {
    var next = index
    let noun = word(index, reading)
    let hasNoun = noun.has(.unit) && noun.unit == .month && noun.form == .singular && !noun.isDefinite
    if hasNoun { next += 1 }
    guard let month = month(at: next, hasNoun ? .whole : reading) else { return nil }
    if let date = dayBehind(month) { return date }
    let year = year(behind: month.end)
    if month.name.need == .year, year == nil { return nil }
    if !hasNoun, !month.isDouble, year == nil || month.name.need == .day && isEvery(year?.year) {
      switch month.name.need {
      case .none, .year: break
      case .context: if !isMonthContext(index) && !isMonthAhead(month.end) { return nil }
      case .day:
        if reading != .whole || !anyWord(index - 1).has([.in, .since]) { return nil }
        // «في رجب», but «في رجب طيب …»
        if month.name.isHijri, tokens[month.end].kind == .word, !isDefinite(month.end),
          anyWord(month.end).roles.isEmpty
        {
          return nil
        }
      }
    }
    return date(nil, month, index, nil)
  }

  /// «أغسطس 5, 2015»: the day behind its month, as English has it.
  private func dayBehind(_ month: Month) -> TimeReading? {
    guard let day = digits(month.end), digitCount(month.end) <= 2, isMark(month.end + 1, ","),
      digitCount(month.end + 2) == 4, let year = digits(month.end + 2), !month.name.isHijri,
      let value = make(year, month.name.month, day)
    else { return nil }
    return TimeReading(value, to: month.end + 3, "day-of-month", namesYear: true)
  }

  /// «هذا نيسان»: a month of the current year.
  func thisMonth(at index: Int) -> TimeReading? {
    guard let month = month(at: index), month.name.need != .day, !month.name.isHijri else { return nil }
    let value = anchor(index).map { CalendarValue.month(CivilDay.parts($0).year, month.name.month) }
    var reading = TimeReading(value, to: month.end, "month")
    reading.month = month.name.month
    return reading
  }

  /// «أول جمعة من مارس»: a month that what stands before it makes one.
  func governedMonth(at index: Int) -> TimeReading? {
    guard let month = month(at: index), month.name.need == .context else { return nil }
    return date(nil, month, index, nil)
  }

  private func isEvery(_ year: Year?) -> Bool {
    if case .every? = year { return true }
    return false
  }

  /// Whether the word before may govern a month: «في مارس», «منذ نيسان».
  private func isMonthContext(_ index: Int) -> Bool {
    let before = anyWord(index - 1)
    return before.has([.in, .since, .to, .between, .span, .ago, .after]) || before.edge != nil
  }

  /// Whether a month is joined to another one behind it.
  private func isMonthAhead(_ index: Int) -> Bool { conjoined(index)?.has(.month) == true }

  /// Puts day, month and year together.
  private func date(_ day: Int?, _ month: Month, _ start: Int, _ weekday: Int?) -> TimeReading? {
    let behind = year(behind: month.end)
    let end = behind?.end ?? month.end
    let rule = day == nil ? "month" : "day-of-month"
    func told(_ value: CalendarValue?, namesYear: Bool = false) -> TimeReading {
      var reading = TimeReading(value, to: end, rule, namesYear: namesYear)
      reading.month = month.name.month
      return reading
    }
    if isEvery(behind?.year) { return TimeReading(value: nil, .set, to: end, "day-of-every-year") }
    if month.name.isHijri { return hijri(day, month, behind?.year, start, end) }
    if case .told(let year, isHijri: _)? = behind?.year {
      guard let value = make(year, month.name.month, day) else { return nil }
      return told(value, namesYear: true)
    }
    if let year = neighbourYear(month.name.month, day, from: start, behind: end, behind?.year) {
      return told(make(year, month.name.month, day), namesYear: true)
    }
    guard let base = anchor(start) else { return told(nil) }
    let year = yearOf(month.name.month, day, behind?.year, base, weekday, start..<end)
    guard let value = make(year, month.name.month, day) else { return day == 29 ? told(nil) : nil }
    return told(value)
  }

  private func make(_ year: Int, _ month: Int, _ day: Int?) -> CalendarValue? {
    day.map { CalendarValue.day(year, month, $0) } ?? .month(year, month)
  }

  /// The year that a neighbour lends: «بين يونيو 2014 ويناير», «فبراير ومارس 2022», or the date told just before.
  private func neighbourYear(_ month: Int, _ day: Int?, from start: Int, behind end: Int, _ told: Year?) -> Int? {
    if told != nil { return nil }
    if let lastDated, lastDated.mention == mentions.count {
      let gap = start - lastDated.token
      let parts = CivilDay.parts(lastDated.value.first)
      if gap == 0 && conjoined(start) != nil || gap == 1 && (word(start - 1).has(.to) || word(start - 1).has(.and)) {
        return month < parts.month ? parts.year + 1 : parts.year
      }
      let isOld = reference.map { CivilDay.parts($0).year - parts.year >= 2 } ?? true
      if isOld, gap < 40, !(lastDated.token..<start).contains(where: { mark($0) == 0x0A }) {
        return parts.year
      }
    }
    return yearAhead(month, behind: end)
  }

  /// The year of the month that is joined behind: «نهاية فبراير ومارس 2022».
  private func yearAhead(_ month: Int, behind end: Int) -> Int? {
    var next = end
    var reading = Reading.whole
    if conjoined(next)?.has(.month) == true {
      reading = .conjunction
    } else if let number = afterLoneAnd(next), digits(number) != nil {
      next = number + 1
    } else if word(next).has(.to) || isMark(next, "-") {
      next += 1
      if digits(next) != nil { next += 1 }
    } else {
      return nil
    }
    guard let other = self.month(at: next, reading), !other.name.isHijri,
      case .told(let year, isHijri: false)? = year(behind: other.end)?.year
    else { return nil }
    return month > other.name.month ? year - 1 : year
  }

  /// The year of a month or day that tells none.
  private func yearOf(
    _ month: Int, _ day: Int?, _ told: Year?, _ base: Int32, _ weekday: Int?, _ range: Range<Int>
  ) -> Int {
    let now = CivilDay.parts(base)
    // Negative before the reference, 0 in the same month or day, positive behind it.
    let side = month != now.month ? month - now.month : day.map { $0 - now.day } ?? 0
    switch told {
    case .relative(let step)?: return now.year + step
    case .shifted(.next)?: return side > 0 ? now.year : now.year + 1
    case .shifted(.this)?: return now.year
    case .shifted?: return side < 0 ? now.year : now.year - 1
    default: break
    }
    if let weekday {
      let years = [now.year, now.year - 1, now.year + 1]
      if let year = years.first(where: { make($0, month, day).map { CivilDay.weekday($0.first) == weekday } ?? false })
      {
        return year
      }
    }
    if anyWord(range.lowerBound - 1).has(.since) { return side > 0 ? now.year - 1 : now.year }
    let distance = month - now.month
    switch tense(around: range) {
    // What is told without its year lies near; most of a year back rather than some months ahead.
    case .past: return distance > 4 ? now.year - 1 : distance < -8 && day != nil ? now.year + 1 : now.year
    case .future: return side < 0 && distance < -5 ? now.year + 1 : now.year
    case .present, .relative, .unknown: return distance > 6 ? now.year - 1 : distance < -8 ? now.year + 1 : now.year
    }
  }

  /// A Hijri date's Gregorian day, or the Gregorian month in which most of a Hijri month lies.
  private func hijri(_ day: Int?, _ month: Month, _ told: Year?, _ start: Int, _ end: Int) -> TimeReading? {
    let rule = day == nil ? "hijri-month" : "hijri-day"
    var year: Int?
    switch told {
    case .told(let number, _)?:
      if number >= 1700 {
        let first = CivilDay.number(number, 1, 1)
        year = lexicon.hijri.year(of: first).flatMap { early in
          (early...early + 1).first {
            lexicon.hijri.month($0, month.name.month).map { $0.lowerBound >= first } ?? false
          }
        }
      } else {
        year = number
      }
    default:
      guard let base = anchor(start) else { return TimeReading(nil, to: end, rule) }
      year = lexicon.hijri.year(of: base).map { now in
        let days = (now - 1...now + 1).compactMap { year in
          lexicon.hijri.month(year, month.name.month).map { (year, $0) }
        }
        switch told {
        case .shifted(.last)?: return days.last { $0.1.upperBound < base }?.0 ?? now
        case .shifted(.next)?: return days.first { $0.1.lowerBound > base }?.0 ?? now
        default:
          switch day == nil ? tense(around: start..<end) : .unknown {
          case .past: if let last = days.last(where: { $0.1.lowerBound <= base }) { return last.0 }
          case .future: if let next = days.first(where: { $0.1.upperBound >= base }) { return next.0 }
          default: break
          }
          let nearest = days.min { abs($0.1.lowerBound + 15 - base) < abs($1.1.lowerBound + 15 - base) }
          return nearest?.0 ?? now
        }
      }
    }
    guard let year, let days = lexicon.hijri.month(year, month.name.month) else {
      return TimeReading(nil, to: end, rule)
    }
    if let day {
      guard day <= days.count else { return nil }
      return TimeReading(.day(days.lowerBound + Int32(day) - 1), to: end, rule)
    }
    let middle = CivilDay.parts(days.lowerBound + 15)
    return TimeReading(.month(middle.year, middle.month), to: end, rule)
  }
}
