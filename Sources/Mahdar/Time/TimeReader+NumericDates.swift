/// Dates in digits: 2015-08-03, 12/8/2015, and day and month in an agency's dateline.
extension TimeReader {
  /// «الكويت - 12 - 2 (كونا)»: day and month in an agency's dateline.
  private func datelineDay(at index: Int) -> TimeReading? {
    guard let day = digits(index), isMark(index - 1, "-"), isMark(index + 1, "-"), let month = digits(index + 2),
      isMark(index + 3, "("),
      (index - 6..<index - 1).contains(where: { tokens[$0].kind == .outside || mark($0) == 0x0A })
    else { return nil }
    guard let base = anchor(index) else { return TimeReading(nil, to: index + 3, "dateline") }
    let year = CivilDay.parts(base).year
    let days = (year - 1...year + 1).compactMap { CalendarValue.day($0, month, day) }
    return days.min { abs($0.first - base) < abs($1.first - base) }.map { TimeReading($0, to: index + 3, "dateline") }
  }

  /// 2015-08-03, 12/8/2015, 3-8-2015, 3.8.2015.
  func numericDate(at index: Int) -> TimeReading? {
    if let day = datelineDay(at: index) { return day }
    guard let first = digits(index), let second = digits(index + 2),
      let third = digits(index + 4),
      mark(index + 1) == mark(index + 3), isMark(index + 1, "/") || isMark(index + 1, "-") || isMark(index + 1, "."),
      !(index + 2...index + 4).contains(where: { tokens[$0].spaced })
        || isMark(index + 1, "/") || isMark(index + 1, "-") && digitCount(index + 4) == 4
    else { return nil }
    let value: CalendarValue?
    if digitCount(index) == 4 {
      if Self.hijriYears.contains(first) { return hijriDay(first, second, third, index) }
      value = .day(first, second, third)
    } else {
      // «في 11-08-15», «11/8/15»
      let isShort = isMark(index + 1, "/") || isMark(index + 1, "-") && anyWord(index - 1).has(.in)
      let year = digitCount(index + 4) == 4 ? third : digitCount(index + 4) == 2 && isShort ? 2000 + third : 0
      if Self.hijriYears.contains(year) { return hijriDay(year, second, first, index) }
      guard (1800..<2200).contains(year) else { return nil }
      value = .day(year, second, first) ?? .day(year, first, second)
    }
    return value.map { TimeReading($0, to: index + 5, "numeric-date", namesYear: true) }
  }

  private static let hijriYears = 1300..<1500

  /// 26/10/1436, 1436/10/26هـ
  private func hijriDay(_ year: Int, _ month: Int, _ day: Int, _ index: Int) -> TimeReading? {
    guard let day = lexicon.hijri.day(year, month, day) else { return nil }
    let end = word(index + 5).has(.hijri) ? index + 6 : index + 5
    return TimeReading(.day(day), to: end, "hijri-day", namesYear: false)
  }
}
