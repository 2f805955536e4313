import Mahdar

/// A day of the record as a number, to reckon with.
package struct DayCount: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let number: Int

  package init(number: Int) { self.number = number }

  /// - Parameter day: `YYYY-MM-DD`, or what begins so.
  package init?(_ day: String) {
    let parts = day.prefix(10).split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (1...9999).contains(year),
      CivilDay.isDay(year, month, day)
    else { return nil }
    number = Int(CivilDay.number(year, month, day))
  }

  /// 0 for Sunday.
  package var weekday: Int { CivilDay.weekday(CivilDay.clamped(number)) % 7 }

  /// `YYYY-MM-DD`.
  package var text: String {
    let (year, month, day) = CivilDay.parts(CivilDay.clamped(number))
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  package static func < (one: DayCount, other: DayCount) -> Bool { one.number < other.number }
}
