/// The TIMEX3 spelling: 2019, 2019-12, 2019-12-10, 2019-W50, 2019-W50-WE, 2019-Q4, 2019-H2, 2019-SP, 198, 19, FROM/TO.
extension CalendarValue: CustomStringConvertible {
  private static let seasons = ["SP", "SU", "FA", "WI"]

  public var description: String {
    let (year, month, day) = CivilDay.parts(first)
    switch grain {
    case .day: return Self.digits(year, 4) + "-" + Self.digits(month, 2) + "-" + Self.digits(day, 2)
    case .week, .weekend:
      let (year, week) = CivilDay.week(first)
      return Self.digits(year, 4) + "-W" + Self.digits(week, 2) + (grain == .weekend ? "-WE" : "")
    case .month: return Self.digits(year, 4) + "-" + Self.digits(month, 2)
    case .quarter: return Self.digits(year, 4) + "-Q\((month + 2) / 3)"
    case .half: return Self.digits(year, 4) + (month < 7 ? "-H1" : "-H2")
    case .season: return Self.digits(month == 12 ? year + 1 : year, 4) + "-" + Self.seasons[month / 3 - 1]
    case .year: return Self.digits(year, 4)
    case .decade: return Self.digits(year / 10, 3)
    case .century: return Self.digits(year / 100, 2)
    case .interval: return ends.from.description + "/" + ends.to.description
    }
  }

  /// The two ends of an interval: whole years or months where they are, else days.
  private var ends: (from: CalendarValue, to: CalendarValue) {
    let (year, month, day) = CivilDay.parts(first)
    let (lastYear, lastMonth, _) = CivilDay.parts(last)
    if day == 1, month == 1, CalendarValue.year(lastYear).last == last { return (.year(year), .year(lastYear)) }
    if day == 1, CalendarValue.month(lastYear, lastMonth).last == last {
      return (.month(year, month), .month(lastYear, lastMonth))
    }
    return (.day(first), .day(last))
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return text.utf8.count < count ? String(repeating: "0", count: count - text.utf8.count) + text : text
  }

  /// Reads a value's spelling; a time of day behind «T» is passed over. Nil for durations, sets and references.
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.count == 2, let from = Self.single(Array(parts[0])), let to = Self.single(Array(parts[1])) {
      self = .interval(from, to)
      return
    }
    guard parts.count == 1, let value = Self.single(Array(text.utf8)) else { return nil }
    self = value
  }

  private static func single(_ text: [UInt8]) -> CalendarValue? {
    let fields = text.prefix { $0 != UInt8(ascii: "T") }.split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let head = fields.first, let year = number(head) else { return nil }
    if fields.count == 1 {
      switch head.count {
      case 4: return .year(year)
      case 3: return .decade(year * 10)
      case 2: return .century(year * 100)
      default: return nil
      }
    }
    guard head.count == 4, let letter = fields[1].first else { return nil }
    if let month = number(fields[1]) {
      if fields.count == 2 { return (1...12).contains(month) ? .month(year, month) : nil }
      guard fields.count == 3, let day = number(fields[2]) else { return nil }
      return .day(year, month, day)
    }
    let rest = number(fields[1].dropFirst())
    switch (letter, rest) {
    case (UInt8(ascii: "W"), let week?) where (1...53).contains(week):
      let monday = CivilDay.monday(year, week: week)
      return fields.count == 2 ? .week(of: monday) : .weekend(of: monday)
    case (UInt8(ascii: "Q"), let quarter?) where (1...4).contains(quarter): return .quarter(year, quarter)
    case (UInt8(ascii: "H"), let half?) where (1...2).contains(half): return .half(year, half)
    default:
      let season = seasons.firstIndex(of: String(decoding: fields[1], as: UTF8.self))
      return season.map { .season(year, $0 + 1) }
    }
  }

  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    var value = 0
    for digit in digits {
      guard Letters.isDigit(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  /// The day of an RFC 3339 date or date-time, in the zone it is written in; nil for anything else.
  static func published(_ text: String) -> CalendarValue? {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 || bytes.count > 10 && [UInt8(ascii: "T"), UInt8(ascii: "t"), 0x20].contains(bytes[10])
    else {
      return nil
    }
    guard let value = single(Array(bytes.prefix(10))), value.grain == .day else { return nil }
    return value
  }
}
