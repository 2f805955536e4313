/// Fixed phrases, repetitions, and what is no time at all.
extension TimeReader {
  /// PAST_REF, PRESENT_REF, FUTURE_REF and sets of one phrase: «الآن», «مؤخرا», «السنوي».
  func phrase(at index: Int, _ reading: Reading) -> TimeReading? {
    if word(index, reading).has(.behindIn), reading == .whole, let found = behindIn(at: index) { return found }
    guard let match = longestPhrase(at: index, reading), let phrase = match.values.first else { return nil }
    switch phrase {
    case .reference(let value): return TimeReading(value: value.rawValue, .date, to: match.end, "reference")
    case .set(let value):
      // «يومي 26 و27», «شهري يناير وفبراير»: a dual.
      let next = word(match.end)
      if digits(match.end) != nil || next.has([.weekday, .month, .ordinal]) { return nil }
      // «عبدالرحمن الشهري»: a repetition agrees with a definite noun.
      if word(index, reading).has(.surname), !isDefiniteNoun(index - 1) { return nil }
      return TimeReading(value: value.text, .set, to: match.end, "set")
    default: return nil
    }
  }

  /// «في الماضي», «في المستقبل», «حتى اللحظة».
  private func behindIn(at index: Int) -> TimeReading? {
    guard let value = word(index, .whole).reference,
      anyWord(index - 1).has(value == .present ? .to : .in), longestPhrase(at: index, .whole) == nil,
      !isDefinite(index + 1), digits(index + 1) == nil
    else { return nil }
    return TimeReading(value: value.rawValue, .date, to: index + 1, "reference")
  }

  private func longestPhrase(at index: Int, _ reading: Reading) -> PhraseMap<TimePhrase>.Match? {
    guard word(index, reading).has(.phrase) else { return nil }
    return lexicon.phrases.longest(at: index, head: tokens[index].word(reading), in: tokens)
  }

  func isExcluded(_ index: Int, _ reading: Reading) -> Bool {
    guard case .exclusion? = longestPhrase(at: index, reading)?.values.first else { return false }
    // «وصل إلى روسيا اليوم»: the state and the day, no medium.
    if anyWord(index - 1).has(.to), let end = longestPhrase(at: index, reading)?.end, end == index + 2,
      case .day? = longestPhrase(at: end - 1, .whole)?.values.first
    {
      return false
    }
    // «أحداث 11 سبتمبر 2001» tells its date.
    return !isYear(behind: exclusionEnd(index, reading))
  }

  /// The token after an exclusion; the second name of its month belongs to it («11 سبتمبر/أيلول»).
  func exclusionEnd(_ index: Int, _ reading: Reading) -> Int {
    let end = longestPhrase(at: index, reading)?.end ?? index + 1
    return monthEnd(at: end - 1) ?? end
  }

  /// Whether a noun is definite by its article, behind clitics too, or by a pronoun: «الاجتماع», «للتقرير», «تقريرها».
  private func isDefiniteNoun(_ index: Int) -> Bool {
    guard tokens[index].kind == .word else { return false }
    if isDefinite(index) { return true }
    let letters = tokens.letters(index)
    let first = letters.first ?? 0
    let isClitic = first == Letters.waw || first == Letters.feh || first == Letters.beh || first == Letters.kaf
    if isClitic, letters.dropFirst().starts(with: [Letters.alef, Letters.lam]) { return true }
    return letters.starts(with: [Letters.lam, Letters.lam]) || letters.last == Letters.heh
      || letters.last == Letters.alef
  }

  /// «كل 3 سنوات», «كل يوم», «كل سبت», «كل يوم أحد», «كل صباح».
  func repeated(at index: Int, _ reading: Reading) -> TimeReading? {
    guard word(index, reading).has(.every) else { return nil }
    let unit = word(index + 1)
    if unit.has(.bareWeekday), !unit.has(.unitNumber) { return every(.week, to: index + 2) }
    if unit.has(.part), !unit.isDefinite { return every(.day, to: index + 2) }
    if unit.has(.season), !unit.isDefinite { return every(.year, to: index + 2) }
    if unit.has(.unit), unit.form == .singular, !unit.isDefinite {
      if unit.unit == .day, word(index + 2).has([.bareWeekday, .weekday]) { return every(.week, to: index + 3) }
      return TimeReading(value: Self.period(1, unit.unit), .set, to: index + 2, "every")
    }
    guard let quantity = quantity(at: index + 1, .whole), let count = quantity.count else { return nil }
    return TimeReading(value: Self.period(count, quantity.unit), .set, to: quantity.end, "every")
  }

  func every(_ unit: TimeUnit, to end: Int) -> TimeReading {
    TimeReading(value: Self.period(1, unit), .set, to: end, "every")
  }

  /// The token after «من كل أسبوع», «من كل شهر» behind a day that comes back.
  func everyBehind(_ index: Int) -> (end: Int, unit: TimeUnit)? {
    guard word(index).has(.of), word(index + 1).has(.every) else { return nil }
    let unit = word(index + 2)
    guard unit.has(.unit), unit.form == .singular, !unit.isDefinite, unit.unit >= .week else { return nil }
    return (index + 3, unit.unit)
  }
}
