import Mahdar

/// The days that a date of the analysis format names: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYY-Www` or `FROM/TO`.
package struct DayRange: Hashable {
  /// The first and last day, `YYYY-MM-DD`.
  package let first: String
  package let last: String
  /// The number of days, to tell the more precise date.
  let count: Int

  package init?(_ date: String) {
    let ends = date.split(separator: "/", omittingEmptySubsequences: false)
    guard let from = Self.bounds(ends[0]), let to = ends.count > 1 ? Self.bounds(ends[1]) : from else { return nil }
    first = Self.text(from.lowerBound)
    last = Self.text(to.upperBound)
    count = max(1, to.upperBound - from.lowerBound + 1)
  }

  /// The day before a day, and the one after it; nil where the text is none.
  static func day(before day: String) -> String? { bounds(day[...]).map { text($0.lowerBound - 1) } }
  static func day(after day: String) -> String? { bounds(day[...]).map { text($0.upperBound + 1) } }

  /// The day so many days after a day, or before it; the same day where the text is none.
  static func day(_ day: String, moved days: Int) -> String {
    bounds(day[...]).map { text($0.lowerBound + days) } ?? day
  }

  func overlaps(_ other: DayRange) -> Bool { first <= other.last && other.first <= last }

  private static func bounds(_ date: Substring) -> ClosedRange<Int>? {
    let parts = date.prefix(10).split(separator: "-")
    guard let year = parts.first.flatMap({ Int($0) }), year > 0, parts[0].utf8.count == 4 else { return nil }
    guard parts.count > 1 else { return day(year, 1, 1)...day(year + 1, 1, 1) - 1 }
    if parts[1].first == "W" {
      guard let week = Int(parts[1].dropFirst()) else { return nil }
      let monday = Int(CivilDay.monday(year, week: week))
      return monday...monday + 6
    }
    // Quarters and halves of a year.
    if let unit = ["Q": 3, "H": 6][parts[1].first.map(String.init) ?? ""], let part = Int(parts[1].dropFirst()),
      (1...12 / unit).contains(part)
    {
      let end = part * unit + 1
      return day(year, (part - 1) * unit + 1, 1)...(end > 12 ? day(year + 1, 1, 1) : day(year, end, 1)) - 1
    }
    guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
    guard parts.count > 2 else {
      let next = month == 12 ? day(year + 1, 1, 1) : day(year, month + 1, 1)
      return day(year, month, 1)...next - 1
    }
    guard let number = Int(parts[2]) else { return nil }
    let one = day(year, month, number)
    return one...one
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    Int(CivilDay.number(year, month, day))
  }

  private static func text(_ day: Int) -> String { DayCount(number: day).text }
}
