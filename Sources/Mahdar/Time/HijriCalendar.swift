/// The Umm al-Qura calendar: Hijri dates to Gregorian days.
///
/// - Source: `Data/ar/umm-al-qura.tsv`, the years 1300 to 1500.
struct HijriCalendar: Sendable {
  private var firstYear = 0
  /// The first day of each month, from Muharram of `firstYear`; one more at the end.
  private var starts: [Int32] = []

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("umm-al-qura", ["year", "start", "months"])
    var starts: [Int32] = []
    var next: Int32?
    for row in table.rows {
      guard let start = CalendarValue(row[1]), start.grain == .day, row[2].utf8.count == 12,
        next == nil || next == start.first
      else { throw table.error(row, "not the year that follows the row before") }
      var day = start.first
      for month in row[2].utf8 {
        starts.append(day)
        day += month == UInt8(ascii: "1") ? 30 : 29
      }
      next = day
    }
    if let next { starts.append(next) }
    self.starts = starts
    firstYear = table.rows.first.flatMap { Int($0[0]) } ?? 0
  }

  /// The days of a month; nil outside the table.
  func month(_ year: Int, _ month: Int) -> ClosedRange<Int32>? {
    let index = (year - firstYear) * 12 + month - 1
    guard (1...12).contains(month), index >= 0, index + 1 < starts.count else { return nil }
    return starts[index]...(starts[index + 1] - 1)
  }

  func day(_ year: Int, _ month: Int, _ day: Int) -> Int32? {
    guard let days = self.month(year, month), day >= 1, day <= days.count else { return nil }
    return days.lowerBound + Int32(day) - 1
  }

  /// The Hijri year that a Gregorian day lies in; nil outside the table.
  func year(of day: Int32) -> Int? {
    guard let first = starts.first, let last = starts.last, day >= first, day < last else { return nil }
    var year = firstYear + Int(day - first) / 355
    while let end = month(year, 12)?.upperBound, end < day { year += 1 }
    return year
  }

  mutating func transfer(_ image: inout LexiconImage) {
    image.transfer(&firstYear)
    image.transfer(&starts)
  }
}
