/// Stretches by length: «ثلاثة أشهر», «ساعتين», «أكثر من عقد», «السنوات الخمس القادمة»; and days counted by them: «قبل عامين».
extension TimeReader {
  struct Quantity {
    /// Nil where it is not told: «عدة أيام».
    var count: Int?
    var unit: TimeUnit
    var end: Int
    /// Half a unit more («ونصف»), or half or a quarter of one alone.
    var fraction: Fraction?
    var isDefinite = false
    /// A bare «أيام», «عام»: time only beside a word that measures.
    var isBare = false
    var shift: TimeShift?

    /// What is told of a smaller unit behind it: «ساعة و20 دقيقة», «عام وشهر».
    var rest: (count: Int, unit: TimeUnit)?

    enum Fraction { case andHalf, andThird, andQuarter, half, third, quarter }
  }

  /// The TIMEX3 period of a count of units.
  static func period(_ count: Int?, _ unit: TimeUnit, _ fraction: Quantity.Fraction? = nil) -> String {
    let number = count.map(String.init) ?? "X"
    switch (unit, fraction, count) {
    case (.second, nil, _): return "PT\(number)S"
    case (.minute, nil, _): return "PT\(number)M"
    case (.hour, nil, _): return "PT\(number)H"
    case (.day, nil, _): return "P\(number)D"
    case (.week, nil, _): return "P\(number)W"
    case (.month, nil, _): return "P\(number)M"
    case (.year, nil, _): return "P\(number)Y"
    case (.decade, nil, let count?): return "P\(count * 10)Y"
    case (.decade, nil, nil): return "PXDE"
    case (.century, nil, let count?): return "P\(count * 100)Y"
    case (.century, nil, nil): return "PXCE"
    case (_, .andHalf?, let count?): return half(count, unit)
    case (.hour, .andThird?, let count?): return "PT\(count)H20M"
    case (.hour, .andQuarter?, let count?): return "PT\(count)H15M"
    case (.year, .andThird?, let count?): return "P\(count)Y4M"
    case (.year, .andQuarter?, let count?): return "P\(count)Y3M"
    case (_, let part?, _): return self.part(part, unit)
    }
  }

  /// The period of a quantity, the rest of a smaller unit behind it.
  private static func period(_ quantity: Quantity) -> String {
    let period = period(quantity.count, quantity.unit, quantity.fraction)
    guard let rest = quantity.rest else { return period }
    let more = self.period(rest.count, rest.unit)
    // P1Y and P1M, PT1H and PT20M, P2D and PT3H
    return period + (period.hasPrefix("PT") ? more.dropFirst(2) : more.dropFirst())
  }

  private static func half(_ count: Int, _ unit: TimeUnit) -> String {
    switch unit {
    case .minute: "PT\(count)M30S"
    case .hour: "PT\(count)H30M"
    case .day: "P\(count)DT12H"
    case .year: "P\(count)Y6M"
    case .decade: "P\(count * 10 + 5)Y"
    case .century: "P\(count * 100 + 50)Y"
    case .second: "PT\(count).5S"
    case .week: "P\(count).5W"
    case .month: "P\(count).5M"
    }
  }

  private static func part(_ part: Quantity.Fraction, _ unit: TimeUnit) -> String {
    let parts = part == .half ? 2 : part == .third ? 3 : 4
    switch unit {
    case .minute: return "PT\(60 / parts)S"
    case .hour: return "PT\(60 / parts)M"
    case .day: return "PT\(24 / parts)H"
    case .year: return "P\(12 / parts)M"
    case .century: return "P\(100 / parts)Y"
    case .decade: return parts == 2 ? "P5Y" : "PX"
    case .month: return parts == 2 ? "P15D" : "PX"
    default: return "PX"
    }
  }

  /// A length of time, where the words measure one.
  func duration(at index: Int, _ reading: Reading) -> TimeReading? {
    var start = index
    var reading = reading
    if let more = more(at: index, reading) {
      start = more
      reading = .whole
    }
    guard let quantity = quantity(at: start, reading), !word(quantity.end).has(.noUnit) else {
      return nil
    }
    if quantity.isBare, start == index, !isMeasured(index, reading, quantity) { return nil }
    if quantity.unit == .year, isAge(start, quantity.end) { return nil }
    if quantity.isBare, quantity.count == nil, isSomeTimeAgo(index, quantity) {
      return TimeReading(value: "PAST_REF", .date, to: quantity.end, "some-time-ago")
    }
    return TimeReading(
      value: Self.period(quantity), .duration, to: quantity.end, "duration")
  }

  /// The token behind «أكثر من», «ما يزيد على».
  private func more(at index: Int, _ reading: Reading) -> Int? {
    guard word(index, reading).has(.phrase),
      let match = lexicon.phrases.longest(at: index, head: tokens[index].word(reading), in: tokens),
      case .more? = match.values.first
    else { return nil }
    return match.end
  }

  /// Units with their count, and with a half or a smaller unit behind them.
  func quantity(at index: Int, _ reading: Reading) -> Quantity? {
    guard var quantity = plainQuantity(at: index, reading) else { return nil }
    addFraction(&quantity)
    addRest(&quantity)
    if quantity.isDefinite, let shift = self.word(quantity.end).shift, shift != .same {
      quantity.shift = shift
      quantity.end += 1
    }
    if quantity.unit == .decade, self.word(quantity.end).has(.of), isTimeItself(quantity.end + 1) { quantity.end += 2 }
    return quantity
  }

  private func plainQuantity(at index: Int, _ reading: Reading) -> Quantity? {
    let word = word(index, reading)
    var found: Quantity?
    if let count = cardinal(at: index, reading), count.value > 0 {
      found = counted(count)
    } else if word.has(.few), case let unit = self.word(index + 1), unit.has(.unit), unit.form == .plural,
      !unit.isDefinite
    {
      found = Quantity(count: nil, unit: unit.unit, end: index + 2)
    } else if word.has(.fraction), !word.isDefinite, case let unit = self.word(index + 1), unit.has(.unit),
      unit.form == .singular, unit.unit > .second
    {
      let part: Quantity.Fraction = word.fraction == 2 ? .half : word.fraction == 3 ? .third : .quarter
      found = Quantity(count: 0, unit: unit.unit, end: index + 2, fraction: part)
    } else if word.has(.unit) {
      found = unit(word, at: index)
    }
    return found
  }

  /// Number and unit: «3 ساعات», «العشر سنوات الأخيرة», «الـ24 ساعة الماضية».
  private func counted(_ count: Count) -> Quantity? {
    let unit = word(count.end)
    guard unit.has(.unit), unit.form == .singular || unit.form == .plural,
      unit.isDefinite
        ? count.isDefinite
        : (unit.form == .plural) == (3...10).contains(count.value % 100) || count.isDefinite
          || digits(count.end - 1) != nil
    else { return nil }
    if count.value == 1, digits(count.end - 1) == nil { return nil }
    return Quantity(count: count.value, unit: unit.unit, end: count.end + 1, isDefinite: count.isDefinite)
  }

  /// A unit without a number before it: dual, counted behind, or bare.
  private func unit(_ word: TimeWord, at index: Int) -> Quantity? {
    let next = index + 1
    switch word.form {
    case .dual:
      if word.isDefinite, digits(next) != nil { return nil }
      // «العامين أو الثلاثة المقبلة»
      if word.isDefinite, self.word(next).has(.or), let more = cardinal(at: next + 1), more.isDefinite {
        return Quantity(count: nil, unit: word.unit, end: more.end, isDefinite: true)
      }
      return Quantity(count: 2, unit: word.unit, end: next, isDefinite: word.isDefinite)
    case .construct: return nil
    case .plural:
      if word.isDefinite {
        // «الأشهر الثلاثة الماضية», «الساعات الـ24».
        guard let count = cardinal(at: next), count.isDefinite else { return nil }
        return Quantity(count: count.value, unit: word.unit, end: count.end, isDefinite: true)
      }
      if self.word(next).has(.many) { return Quantity(count: nil, unit: word.unit, end: next + 1) }
      return Quantity(count: nil, unit: word.unit, end: next, isBare: true)
    case .singular:
      if word.isDefinite { return nil }
      if self.word(next).has(.one) { return Quantity(count: 1, unit: word.unit, end: next + 1) }
      return Quantity(count: 1, unit: word.unit, end: next, isBare: true)
    }
  }

  private func isTimeItself(_ index: Int) -> Bool {
    tokens.letters(index).elementsEqual(Self.timeItself)
  }
  private static let timeItself = FoldedText.key("الزمن")

  /// «ونصف», «ونصف السنة», «وربع الساعة».
  private func addFraction(_ quantity: inout Quantity) {
    guard quantity.fraction == nil, let part = conjoined(quantity.end), part.has(.fraction), !part.isDefinite,
      part.fraction == 2 || quantity.unit == .hour || quantity.unit == .year
    else { return }
    quantity.fraction = part.fraction == 2 ? .andHalf : part.fraction == 3 ? .andThird : .andQuarter
    quantity.end += 1
    quantity.isBare = false
    let unit = word(quantity.end)
    if unit.has(.unit), unit.unit == quantity.unit, unit.form == .singular { quantity.end += 1 }
  }

  /// «و20 دقيقة», «وشهرين», «وثلاثة أشهر».
  private func addRest(_ quantity: inout Quantity) {
    guard quantity.fraction == nil, quantity.count != nil, !quantity.isDefinite, quantity.unit != .week else { return }
    let rest: Quantity?
    if let number = afterLoneAnd(quantity.end) {
      rest = digits(number) == nil ? nil : plainQuantity(at: number, .whole)
    } else if conjoined(quantity.end) != nil {
      rest = plainQuantity(at: quantity.end, .conjunction)
    } else {
      return
    }
    guard let rest, let count = rest.count, rest.fraction == nil, !rest.isDefinite, rest.unit < quantity.unit,
      rest.unit != .week
    else { return }
    quantity.rest = (count, rest.unit)
    quantity.end = rest.end
    quantity.isBare = quantity.isBare && rest.isBare
  }

  /// Whether a bare unit is a length: behind a word that measures, and no head of a name or date.
  private func isMeasured(_ index: Int, _ reading: Reading, _ quantity: Quantity) -> Bool {
    let isQuoted = mark(index - 1) == Letters.openQuote || mark(index - 1) == Letters.straightQuote
    let before = anyWord(isQuoted ? index - 2 : index - 1)
    let clitic = tokens[index].preposition
    let isGoverned =
      before.has(.span) || clitic == Letters.lam || clitic == Letters.beh && anyWord(index - 2).has(.after)
    guard isGoverned, quantity.unit > .second || quantity.count == nil else { return false }
    let next = word(quantity.end)
    if isDefinite(quantity.end) || digits(quantity.end) != nil || next.has([.month, .weekday, .this, .that]) {
      return false
    }
    if quantity.count == nil { return true }
    let isLoose =
      quantity.end >= tokens.count || tokens[quantity.end].kind == .mark || next.has([.of, .on, .in, .after, .ago])
    switch quantity.unit {
    case .day, .decade, .hour, .minute: return isLoose
    default: return isLoose || clitic != Letters.lam
    }
  }

  /// Years in brackets or behind a word for age.
  private func isAge(_ start: Int, _ end: Int) -> Bool {
    if (1...3).contains(where: { anyWord(start - $0).has(.age) }) { return true }
    if anyWord(end).has([.of, .in]), anyWord(end + 1).has(.age), tokens.letters(end + 1).count > 3 { return true }
    // «(45 عاما)», «محمد، 45 عاما،», «- 45 عاما -».
    return mark(start - 1) != 0 && mark(start - 1) != 0x0A && mark(end) != 0 && mark(end) != 0x0A
      && !isMark(start - 1, ":")
      && !isMark(start - 1, ".") && mark(start - 1) != Letters.openQuote
  }

  /// «منذ أيام، أعلن»: some days ago, at the head of a clause.
  private func isSomeTimeAgo(_ index: Int, _ quantity: Quantity) -> Bool {
    let isHead = mark(index - 2) != 0 || index - 1 == tokens.sentence(of: index).lowerBound
    return isHead && anyWord(index - 1).has(.since) && isMark(quantity.end, ",") && quantity.unit >= .day
  }

  /// «قبل يومين», «قبل خمس سنوات», «بعد أسبوع»: a date counted from now; not before or after something told.
  func quantityDate(at index: Int, _ reading: Reading) -> TimeReading? {
    let word = word(index, reading)
    let isAgo = word.has(.ago)
    guard isAgo || word.has(.after) else { return nil }
    var start = index + 1
    if anyWord(start).has(.span), self.word(start).roles.isDisjoint(with: [.unit, .few, .ago, .after, .since]) {
      start += 1
    }
    if let more = more(at: start, .whole) { start = more }
    guard let quantity = quantity(at: start, .whole),
      quantity.fraction == nil || [.andHalf, .andThird, .andQuarter].contains(quantity.fraction),
      !quantity.isDefinite
    else { return nil }
    let next = self.word(quantity.end)
    if next.has([.of, .on]) || isDefinite(quantity.end) || digits(quantity.end) != nil || next.has([.month, .weekday]) {
      return nil
    }
    if quantity.unit == .decade, quantity.isBare { return nil }
    if !isAgo, quantity.count == nil || tense(around: index..<quantity.end) != .future { return nil }
    guard let count = quantity.count else {
      return TimeReading(value: "PAST_REF", .date, to: quantity.end, "some-time-ago")
    }
    if quantity.unit < .day { return nil }
    guard let base = anchor(index) else { return TimeReading(nil, to: quantity.end, "counted-back") }
    if quantity.unit == .year, let rest = quantity.rest, rest.unit == .month {
      let months = count * 12 + rest.count
      return TimeReading(
        Self.stretch(.month, of: base)?.shifted(by: isAgo ? -months : months), to: quantity.end, "counted-back")
    }
    return TimeReading(
      Self.stretch(quantity.unit, of: base)?.shifted(by: isAgo ? -count : count), to: quantity.end, "counted-back")
  }

  /// The stretch of a unit's grain that holds a day.
  static func stretch(_ unit: TimeUnit, of day: Int32) -> CalendarValue? {
    let (year, month, _) = CivilDay.parts(day)
    switch unit {
    case .day: return .day(day)
    case .week: return .week(of: day)
    case .month: return .month(year, month)
    case .year: return .year(year)
    case .decade: return .decade(year / 10 * 10)
    case .century: return .century(year / 100 * 100)
    default: return nil
    }
  }
}
