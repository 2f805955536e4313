/// Weeks, months, years and longer: «الأسبوع المقبل», «هذا العام», «عام 2017», «مطلع الشهر القادم», «ثمانينيات القرن الماضي».
extension TimeReader {
  func period(at index: Int, _ reading: Reading) -> TimeReading? {
    let word = word(index, reading)
    if word.has(.this) { return thisPeriod(at: index + 1) }
    if word.has(.sameBefore) { return samePeriod(at: index + 1) }
    if word.has(.that) { return thatPeriod(at: index + 1) }
    guard word.has(.unit) else { return nil }
    if word.unit == .year, word.form == .singular || word.form == .construct || word.form == .dual,
      let year = year(at: index)
    {
      return year
    }
    guard word.isDefinite else { return nil }
    if word.form == .plural { return somePeriods(word, at: index) }
    guard word.form == .singular, word.unit >= .week else { return nil }
    if let part = nthUnit(word.unit, at: index) { return part }
    if word.unit == .century, let ordinal = ordinal(at: index + 1), ordinal.value <= 21,
      !self.word(ordinal.end).has(.hijri)
    {
      return TimeReading(.century((ordinal.value - 1) * 100), to: ordinal.end, "century", namesYear: true)
    }
    return shifted(word.unit, at: index) ?? throughout(word.unit, at: index)
  }

  /// «طوال العام», «طيلة الشهر».
  private func throughout(_ unit: TimeUnit, at index: Int) -> TimeReading? {
    guard unit <= .year, anyWord(index - 1).has(.throughout), !isDefinite(index + 1) else { return nil }
    return TimeReading(value: Self.period(1, unit), .duration, to: index + 1, "throughout")
  }

  /// «الأسبوع الماضي», «العام المقبل», «الشهر نفسه من 2021», «القرن الماضي».
  private func shifted(_ unit: TimeUnit, at index: Int) -> TimeReading? {
    var end = index + 1
    var twice = false
    // «الأسبوع قبل الماضي», «الأسبوع ما قبل الماضي»
    if word(end).has(.opener), word(end + 1).has([.ago, .after]), word(end + 2).shift != nil { end += 1 }
    if word(end).has([.ago, .after]), word(end + 1).shift != nil {
      twice = true
      end += 1
    }
    guard let shift = word(end).shift else { return nil }
    end += 1
    // «العام المقبل 2018», «العام الحالي 1436هـ»
    if unit == .year, let year = yearAlone(at: end) { return year }
    let rule = unit == .week ? "week-shifted" : "period-shifted"
    let base = anchor(index).flatMap { Self.stretch(unit, of: $0) }
    switch shift {
    case .last: return TimeReading(base?.shifted(by: twice ? -2 : -1), to: end, rule)
    case .next: return TimeReading(base?.shifted(by: twice ? 2 : 1), to: end, rule)
    case .this: return TimeReading(base, to: end, rule)
    case .recent: return nil
    case .previous, .following, .same: return byOther(unit, shift, index, end)
    }
  }

  /// «الشهر نفسه», «العام التالي»: counted from the date told before.
  private func byOther(_ unit: TimeUnit, _ shift: TimeShift, _ index: Int, _ end: Int) -> TimeReading? {
    guard unit >= .week, unit <= .year else { return nil }
    let told = unit == .week ? lastStretch.week : unit == .month ? lastStretch.month : lastStretch.year
    if shift == .same, word(end).has(.of), let year = toldYear(at: end + 1), unit == .month {
      return TimeReading(lastMonth.map { .month(year.year, $0) }, to: year.end, "period-by-other")
    }
    let step = shift == .same ? 0 : shift == .following ? 1 : -1
    let base = told.flatMap { Self.stretch(unit, of: $0.first) }
    if base == nil, shift != .same { return nil }
    return TimeReading(base?.shifted(by: step), to: end, "period-by-other")
  }

  /// «هذا الأسبوع», «هذه السنة», «هذا الصيف».
  func thisPeriod(at index: Int) -> TimeReading? {
    let word = word(index)
    if word.has(.month) { return thisMonth(at: index) }
    guard word.isDefinite else { return nil }
    if word.has(.part), let part = word.part, part != .noon, part != .afternoon {
      return TimeReading(anchor(index).map { .day($0) }, part.suffix, to: index + 1, "this-part-of-day")
    }
    if word.has(.season) {
      let season = anchor(index).map { CalendarValue.season(CivilDay.parts($0).year, Int(word.season)) }
      return TimeReading(season, to: index + 1, "season")
    }
    guard word.has(.unit), word.form == .singular, word.unit >= .day, word.unit <= .year else { return nil }
    if word.unit == .year, let year = yearAlone(at: index + 1) { return year }
    return TimeReading(anchor(index).flatMap { Self.stretch(word.unit, of: $0) }, to: index + 1, "this-period")
  }

  /// «ذلك اليوم», «ذلك العام»: the one told before.
  private func thatPeriod(at index: Int) -> TimeReading? {
    let word = word(index)
    guard word.has(.unit), word.isDefinite, word.form == .singular, word.unit >= .day, word.unit <= .year else {
      return nil
    }
    if word.unit == .day {
      guard let lastDay else { return TimeReading(value: "PAST_REF", .date, to: index + 1, "that-period") }
      return TimeReading(.day(lastDay.day), to: index + 1, "that-period")
    }
    return byOther(word.unit, .same, index, index + 1)
  }

  /// «نفس الشهر», «نفس العام».
  private func samePeriod(at index: Int) -> TimeReading? {
    let word = word(index)
    guard word.has(.unit), word.isDefinite, word.form == .singular, word.unit >= .week, word.unit <= .year else {
      return nil
    }
    return byOther(word.unit, .same, index, index + 1)
  }

  /// «الأيام الماضية», «السنوات القليلة المقبلة»: no dates, but past or future.
  private func somePeriods(_ word: TimeWord, at index: Int) -> TimeReading? {
    var end = index + 1
    if self.word(end).has(.fewDefinite) { end += 1 }
    // «الأسابيع التي مضت»
    if word.unit >= .hour, self.word(end).has(.relative), self.word(end + 1).has(.gone) {
      return TimeReading(value: TimeReference.past.rawValue, .date, to: end + 2, "some-periods")
    }
    guard word.unit >= .hour, let shift = self.word(end).shift else { return nil }
    let value: String
    switch shift {
    case .last, .recent, .previous: value = "PAST_REF"
    case .next: value = "FUTURE_REF"
    case .this: value = "PRESENT_REF"
    default: return nil
    }
    end += 1
    if self.word(end).has(.fewDefinite) { end += 1 }
    return TimeReading(value: value, .date, to: end, "some-periods")
  }

  // MARK: Parts of periods

  /// «مطلع العام», «نهاية سبتمبر المقبل», «النصف الأول من أيلول», «عطلة نهاية الأسبوع».
  func edge(at index: Int, _ reading: Reading) -> TimeReading? {
    let word = word(index, reading)
    if word.has(.weekend), self.word(index + 1).edge == .end { return weekend(at: index + 1, isNamed: true) }
    if word.has(.fraction), word.isDefinite { return fraction(word, at: index) }
    guard let edge = word.edge else { return nil }
    if edge == .end, let weekend = weekend(at: index, isNamed: false) { return weekend }
    var next = index + 1
    if self.word(next).has(.of) { next += 1 }
    return stretch(at: next, from: index)
  }

  /// The month, year or the like that an edge is of; a bare «العام» is the current one.
  func stretch(at index: Int, from start: Int, _ reading: Reading = .whole) -> TimeReading? {
    if var found = period(at: index, reading) ?? season(at: index, reading) ?? decade(at: index, reading) {
      guard found.type == .date, found.calendar.map({ $0.grain > .day }) ?? (found.value == nil) else { return nil }
      found.rule = found.rule == "year" ? "edge-of-year" : found.rule
      return found
    }
    if let month = dayOfMonth(at: index, reading), month.calendar?.grain ?? .month == .month, month.type == .date {
      return month
    }
    if var year = yearAlone(at: index) {
      year.rule = "edge-of-year"
      return year
    }
    let word = word(index, reading)
    guard word.has(.unit), word.isDefinite, word.form == .singular, word.unit >= .week, word.unit <= .year else {
      return nil
    }
    return TimeReading(anchor(start).flatMap { Self.stretch(word.unit, of: $0) }, to: index + 1, "edge-of-current")
  }

  /// «نهاية الأسبوع»: the weekend; with «الماضي» the week, unless the weekend is named.
  private func weekend(at index: Int, isNamed: Bool) -> TimeReading? {
    let word = word(index + 1)
    guard word.has(.unit), word.unit == .week, word.isDefinite, word.form == .singular else { return nil }
    if word.form == .singular, self.word(index + 2).shift != nil || self.word(index + 2).has([.ago, .after]),
      let week = shifted(.week, at: index + 1)
    {
      guard isNamed else { return week }
      return TimeReading(week.calendar.map { .weekend(of: $0.first) }, to: week.end, "weekend")
    }
    guard let base = anchor(index) else { return TimeReading(nil, to: index + 2, "weekend") }
    let this = CalendarValue.weekend(of: base)
    let isAhead = this.first <= base || tense(around: index..<index + 2) == .future
    return TimeReading(isAhead ? this : this.shifted(by: -1), to: index + 2, "weekend")
  }

  /// «النصف الأول من سبتمبر», «الربع الثاني من العام الجاري».
  private func fraction(_ word: TimeWord, at index: Int) -> TimeReading? {
    guard let part = ordinalOrLast(at: index + 1, of: Int(word.fraction)) else { return nil }
    let isOf = self.word(part.end).has(.of)
    let isFor = tokens[part.end].preposition == Letters.lam
    // «الربع الثالث 2016»
    guard isOf || isFor || digits(part.end) != nil,
      var whole = stretch(at: isOf ? part.end + 1 : part.end, from: index, isFor ? tokens[part.end].reading : .whole)
    else { return nil }
    guard let calendar = whole.calendar else { return whole }
    guard calendar.grain == .year else { return calendar.grain == .month ? whole : nil }
    let year = CivilDay.parts(calendar.first).year
    let value: CalendarValue? =
      word.fraction == 2 ? .half(year, part.value) : word.fraction == 4 ? .quarter(year, part.value) : nil
    guard let value else { return nil }
    whole = TimeReading(value, to: whole.end, "part-of-year")
    return whole
  }

  private func ordinalOrLast(at index: Int, of parts: Int) -> Count? {
    if word(index).shift == .recent { return Count(value: parts, end: index + 1) }
    return ordinal(at: index).flatMap { $0.value <= parts ? $0 : nil }
  }

  // MARK: Decades and seasons

  /// «ثمانينيات القرن الماضي», «التسعينيات»: of the twentieth century unless another is told.
  func decade(at index: Int, _ reading: Reading) -> TimeReading? {
    let word = word(index, reading)
    guard word.has(.decade) else { return nil }
    var next = index + 1
    if self.word(next).has(.of) { next += 1 }
    if anyWord(next).has(.age) { return nil }
    var century = 1900
    let noun = self.word(next)
    guard noun.has(.unit), noun.unit == .century, noun.isDefinite else {
      return word.isDefinite ? TimeReading(.decade(century + Int(word.decade)), to: index + 1, "decade") : nil
    }
    var end = next + 2
    if let ordinal = ordinal(at: next + 1) {
      century = (ordinal.value - 1) * 100
      end = ordinal.end
    } else if let shift = self.word(next + 1).shift {
      let now = anchor(index).map { CivilDay.parts($0).year / 100 * 100 } ?? 2000
      century = shift == .last ? now - 100 : now
    } else {
      end = next + 1
    }
    return TimeReading(.decade(century + Int(word.decade)), to: end, "decade", namesYear: true)
  }

  /// «صيف 2014», «الصيف الماضي», «في الخريف».
  func season(at index: Int, _ reading: Reading) -> TimeReading? {
    let word = word(index, reading)
    guard word.has(.season) else { return nil }
    let season = Int(word.season)
    if !word.isDefinite {
      if let year = yearAlone(at: index + 1) ?? period(at: index + 1, .whole),
        year.calendar?.grain == .year || year.value == nil && year.type == .date
      {
        let value = year.calendar.map { CalendarValue.season(CivilDay.parts($0.first).year, season) }
        return TimeReading(value, to: year.end, "season", namesYear: year.namesYear)
      }
      return nil
    }
    // «الصيف 2016»
    if let year = yearAlone(at: index + 1), let calendar = year.calendar {
      return TimeReading(
        .season(CivilDay.parts(calendar.first).year, season), to: year.end, "season", namesYear: year.namesYear)
    }
    let shift = self.word(index + 1).shift
    guard shift != nil || anyWord(index - 1).has([.in, .since]) && !isDefinite(index + 1) else { return nil }
    let end = shift == nil ? index + 1 : index + 2
    guard let base = anchor(index) else { return TimeReading(nil, to: end, "season") }
    let year = CivilDay.parts(base).year
    let years = (year - 1...year + 1).map { CalendarValue.season($0, season) }
    let value: CalendarValue?
    switch shift {
    case .last?, .previous?, .recent?: value = years.last { $0.last < base }
    case .next?, .following?: value = years.first { $0.first > base }
    case .this?, .same?: value = .season(year, season)
    case nil: value = years.min { abs($0.first + 45 - base) < abs($1.first + 45 - base) }
    }
    return TimeReading(value, to: end, "season")
  }
}
