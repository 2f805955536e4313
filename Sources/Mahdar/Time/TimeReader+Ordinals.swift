/// Days, weeks and decades counted within what holds them: «الأسبوع الأول من أكتوبر», «أول جمعة من مارس»,
/// «السبت الأخير من الشهر», «العقد الثاني من القرن الحالي».
extension TimeReader {
  /// The number of a part of a stretch, -1 for the last.
  private func place(at index: Int) -> Count? {
    if word(index).shift == .recent { return Count(value: -1, end: index + 1) }
    return ordinal(at: index).flatMap { $0.value <= 10 ? $0 : nil }
  }

  /// The stretch that a part is of: «من أكتوبر», «في الشهر المقبل».
  private func whole(behind index: Int) -> TimeReading? {
    guard word(index).has([.of, .in]) else { return nil }
    return stretch(at: index + 1, from: index) ?? governedMonth(at: index + 1)
  }

  /// «الجمعة الأولى من أكتوبر»: what stands behind a weekday.
  func nthWeekday(_ weekday: Int, behind index: Int) -> TimeReading? {
    guard let place = place(at: index), let whole = whole(behind: place.end) else { return nil }
    return part(of: whole) { Self.day(weekday, place.value, in: $0) }
  }

  /// «الأسبوع الأول من أكتوبر», «العقد الأخير من القرن الماضي»: a unit with the article.
  func nthUnit(_ unit: TimeUnit, at index: Int) -> TimeReading? {
    guard unit == .week || unit == .decade, let place = place(at: index + 1), let whole = whole(behind: place.end)
    else {
      return nil
    }
    return part(of: whole) { unit == .week ? Self.week(place.value, in: $0) : Self.decade(place.value, in: $0) }
  }

  /// «أول جمعة من مارس», «آخر أسبوع من العام», «ثاني يوم أحد من أبريل»: the number first.
  func nth(at index: Int, _ reading: Reading) -> TimeReading? {
    let word = word(index, reading)
    let value = word.has(.final) ? -1 : word.has(.ordinal) && !word.isDefinite ? Int(word.ordinal) : 0
    guard value != 0, value <= 10 else { return nil }
    let noun = self.word(index + 1)
    let isDay = noun.has(.unit) && noun.form == .singular && !noun.isDefinite && noun.unit == .day
    let isWeek = noun.has(.unit) && noun.form == .singular && !noun.isDefinite && noun.unit == .week
    let start = isDay && self.word(index + 2).has(.bareWeekday) ? index + 2 : index + 1
    let weekday = self.word(start)
    guard weekday.has(.bareWeekday) || isDay || isWeek, let whole = whole(behind: start + 1) else { return nil }
    return part(of: whole) {
      if weekday.has(.bareWeekday) { return Self.day(Int(weekday.weekday), value, in: $0) }
      return isWeek ? Self.week(value, in: $0) : .day(value < 0 ? $0.last : $0.first + Int32(value) - 1)
    }
  }

  private func part(of whole: TimeReading, _ part: (CalendarValue) -> CalendarValue?) -> TimeReading? {
    guard let calendar = whole.calendar else { return TimeReading(nil, to: whole.end, "part-by-number") }
    guard let value = part(calendar), value.overlaps(calendar) else { return nil }
    return TimeReading(value, to: whole.end, "part-by-number", namesYear: whole.namesYear)
  }

  private static func day(_ weekday: Int, _ place: Int, in whole: CalendarValue) -> CalendarValue {
    if place < 0 {
      return .day(whole.last - Int32((CivilDay.weekday(whole.last) - weekday + 7) % 7))
    }
    return .day(whole.first + Int32((weekday - CivilDay.weekday(whole.first) + 7) % 7 + 7 * (place - 1)))
  }

  private static func week(_ place: Int, in whole: CalendarValue) -> CalendarValue? {
    guard whole.grain > .week else { return nil }
    return .week(of: place < 0 ? whole.last : whole.first + Int32(7 * (place - 1)))
  }

  private static func decade(_ place: Int, in whole: CalendarValue) -> CalendarValue? {
    guard whole.grain == .century else { return nil }
    return .decade(CivilDay.parts(whole.first).year + 10 * (place < 0 ? 9 : place - 1))
  }
}
