/// Years: «عام 2017», «1991م», «(1987)», «عام ألف وتسعمئة وثمانين».
extension TimeReader {
  struct ToldYear {
    var year: Int
    var isHijri: Bool
    /// Signed as a year by «م» or «هـ».
    var isSigned: Bool
    var end: Int
  }

  /// A year in digits, with «م» or «هـ»: 2015, 1436 هـ.
  func toldYear(at index: Int) -> ToldYear? {
    guard let year = digits(index), digitCount(index) == 4, year >= 1000, year < 2200, !isPartOfNumber(index),
      !isMark(index + 1, "%")
    else { return nil }
    let next = word(index + 1)
    if next.has(.hijri) { return ToldYear(year: year, isHijri: true, isSigned: true, end: index + 2) }
    let isSigned = next.has(.christian)
    return ToldYear(year: year, isHijri: false, isSigned: isSigned, end: isSigned ? index + 2 : index + 1)
  }

  /// «عام 2017», «سنة 1992», «العامين 2030» with the rest left to the years behind it.
  func year(at index: Int) -> TimeReading? {
    if let told = toldYear(at: index + 1) { return year(told) }
    // «عام ألف وتسعمئة وثمانين»
    guard word(index + 1).has(.hundred), let count = cardinal(at: index + 1), (1300..<2200).contains(count.value) else {
      return nil
    }
    return year(ToldYear(year: count.value, isHijri: count.value < 1500, isSigned: false, end: count.end))
  }

  private func year(_ told: ToldYear) -> TimeReading? {
    if told.isHijri || told.year < 1500 && told.year > 1300 {
      guard let first = lexicon.hijri.month(told.year, 6) else { return nil }
      return TimeReading(.year(CivilDay.parts(first.lowerBound).year), to: told.end, "hijri-year")
    }
    return TimeReading(.year(told.year), to: told.end, "year", namesYear: true)
  }

  /// A year alone: behind a word that dates («منذ 1974», «من 1809 إلى 1917»), signed, in brackets, or where a number
  /// of its size counts nothing («حرب لبنان 2006»).
  func bareYear(at index: Int) -> TimeReading? {
    guard let told = toldYear(at: index), (1800..<2100).contains(told.year), !told.isHijri, isUncounted(told.end) else {
      return nil
    }
    let before = anyWord(index - 1)
    let letter = index > 0 && tokens[index - 1].kind == .word ? tokens[index - 1].letter : 0
    let isClitic =
      index > 0 && tokens[index - 1].foldedEnd - tokens[index - 1].folded == 1
      && (letter == Letters.lam || letter == Letters.beh)
    guard
      before.has(.yearAfter) || isClitic || year(after: told.end) != nil && !isMark(told.end, "-") || told.isSigned
        || isYearAlone(index, told)
    else {
      return nil
    }
    return year(told)
  }

  /// Whether a number in the range of our years stands where nothing is counted: no bare noun behind it, no «نحو» before.
  private func isYearAlone(_ index: Int, _ told: ToldYear) -> Bool {
    guard (1900..<2040).contains(told.year), told.year != 2000 else { return false }
    if isMark(index - 1, "(") { return isMark(told.end, ")") || isMark(told.end, "-") || isMark(told.end, ",") }
    let before = tokens[index - 1]
    guard before.kind == .word, before.foldedEnd - before.folded > 2,
      anyWord(index - 1).roles.isDisjoint(with: [.span, .to, .on, .phrase]),
      // «قرار مجلس الأمن الدولي 1973»
      !(1...5).contains(where: { anyWord(index - $0).isNumbered })
    else { return false }
    let next = tokens[told.end]
    guard next.kind == .word else { return next.kind != .number }
    return isDefinite(told.end) || next.reading == .conjunction
      || !anyWord(told.end).roles.isDisjoint(with: [
        .in, .of, .to, .on, .and, .or, .past, .present, .future, .opener, .preposition, .relative, .between, .since,
        .ago,
        .after,
      ])
  }

  /// Whether no counted noun follows a number.
  func isUncounted(_ index: Int) -> Bool {
    !anyWord(index).has(.counted) && !isMark(index, "%") && !isMark(index, "$")
  }

  /// The year that is joined to the one before it: «و2014», «-2016», «إلى 1917».
  func year(after end: Int) -> (start: Int, reading: TimeReading)? {
    let start: Int
    if let next = afterLoneAnd(end) {
      start = next
    } else if isMark(end, "-") || isMark(end, "/") || word(end).has(.to) {
      start = word(end + 1).has(.unit) && word(end + 1).unit == .year ? end + 2 : end + 1
    } else {
      return nil
    }
    guard let told = toldYear(at: start), (1800..<2200).contains(told.year), !told.isHijri, isUncounted(told.end),
      let reading = year(told)
    else { return nil }
    return (start, reading)
  }

  /// A year that an edge or a season is of.
  func yearAlone(at index: Int) -> TimeReading? {
    guard let told = toldYear(at: index), isUncounted(told.end) else { return nil }
    return told.isHijri || (1800..<2200).contains(told.year) ? year(told) : nil
  }
}
