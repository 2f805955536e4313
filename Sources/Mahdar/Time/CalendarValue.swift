/// A stretch of the Gregorian calendar, as precise as its grain.
///
///     CalendarValue("2017-05")?.lies(in: CalendarValue("2017")) // true
///
/// - Units: days from 1970-01-01, both ends included.
public struct CalendarValue: Hashable, Sendable {
  public enum Grain: UInt8, Sendable, Comparable {
    case day, weekend, week, month, season, quarter, half, year, decade, century
    /// Any other stretch, written FROM/TO.
    case interval

    public static func < (a: Grain, b: Grain) -> Bool { a.rawValue < b.rawValue }
  }

  public var first: Int32
  public var last: Int32
  public var grain: Grain

  init(first: Int32, last: Int32, grain: Grain) {
    self.first = first
    self.last = last
    self.grain = grain
  }

  static func day(_ number: Int32) -> CalendarValue { CalendarValue(first: number, last: number, grain: .day) }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarValue? {
    CivilDay.isDay(year, month, day) ? .day(CivilDay.number(year, month, day)) : nil
  }

  /// The ISO week that holds a day.
  static func week(of day: Int32) -> CalendarValue {
    let monday = day - Int32(CivilDay.weekday(day)) + 1
    return CalendarValue(first: monday, last: monday + 6, grain: .week)
  }

  /// Saturday and Sunday of the ISO week that holds a day.
  static func weekend(of day: Int32) -> CalendarValue {
    let monday = day - Int32(CivilDay.weekday(day)) + 1
    return CalendarValue(first: monday + 5, last: monday + 6, grain: .weekend)
  }

  /// A month; `month` may lie outside 1…12 and carries into the year.
  static func month(_ year: Int, _ month: Int) -> CalendarValue { months(year, month, count: 1, .month) }

  static func quarter(_ year: Int, _ quarter: Int) -> CalendarValue {
    months(year, quarter * 3 - 2, count: 3, .quarter)
  }

  static func half(_ year: Int, _ half: Int) -> CalendarValue { months(year, half * 6 - 5, count: 6, .half) }

  /// A season: 1 spring, 2 summer, 3 autumn, 4 winter, which starts in the December before `year`.
  static func season(_ year: Int, _ season: Int) -> CalendarValue {
    months(year, season == 4 ? 0 : season * 3, count: 3, .season)
  }

  static func year(_ year: Int) -> CalendarValue { months(year, 1, count: 12, .year) }

  /// The decade that starts with `year`.
  static func decade(_ year: Int) -> CalendarValue { months(year, 1, count: 120, .decade) }

  /// The hundred years that start with `year`.
  static func century(_ year: Int) -> CalendarValue { months(year, 1, count: 1200, .century) }

  static func interval(_ from: CalendarValue, _ to: CalendarValue) -> CalendarValue {
    CalendarValue(first: from.first, last: max(from.first, to.last), grain: .interval)
  }

  private static func months(_ year: Int, _ month: Int, count: Int, _ grain: Grain) -> CalendarValue {
    func start(_ month: Int) -> Int32 {
      let index = year * 12 + month - 1
      let carried = index >= 0 ? index / 12 : (index - 11) / 12
      return CivilDay.number(carried, index - carried * 12 + 1, 1)
    }
    return CalendarValue(first: start(month), last: start(month + count) - 1, grain: grain)
  }

  /// The same grain, `count` steps later; an interval moves by days.
  func shifted(by count: Int) -> CalendarValue {
    let (year, month, _) = CivilDay.parts(first)
    switch grain {
    case .day, .interval: return moved(by: count)
    case .weekend, .week: return moved(by: count * 7)
    case .month: return .month(year, month + count)
    case .quarter: return .months(year, month + count * 3, count: 3, .quarter)
    case .half: return .months(year, month + count * 6, count: 6, .half)
    case .season: return .months(year + count, month, count: 3, .season)
    case .year: return .year(year + count)
    case .decade: return .decade(year + count * 10)
    case .century: return .century(year + count * 100)
    }
  }

  private func moved(by days: Int) -> CalendarValue {
    CalendarValue(
      first: CivilDay.clamped(Int(first) + days), last: CivilDay.clamped(Int(last) + days), grain: grain)
  }

  /// Whether TIMEX3 can write it: no year before 1 or after 9999, but the first century is 00 and its first decade 000.
  var isWritable: Bool {
    let isRound = grain == .decade || grain == .century
    return first >= CivilDay.number(isRound ? 0 : 1, 1, 1) && last <= CivilDay.number(9999, 12, 31)
  }

  /// Whether all its days are days of `other`.
  public func lies(in other: CalendarValue) -> Bool { other.first <= first && last <= other.last }

  /// Whether the two share a day.
  public func overlaps(_ other: CalendarValue) -> Bool { first <= other.last && other.first <= last }

  public var days: Int { Int(last - first) + 1 }
}
