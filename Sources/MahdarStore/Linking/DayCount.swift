/// A day as a number, to reckon with.
package struct DayCount: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let number: Int

  package init(number: Int) { self.number = number }

  /// - Parameter day: `YYYY-MM-DD`, or what begins so.
  package init?(_ day: String) {
    let parts = day.prefix(10).split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (1...12).contains(month),
      (1...31).contains(day), (1...9999).contains(year)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// By the algorithms of Hinnant (chrono-compatible low-level date algorithms).
  init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// 0 for Sunday.
  package var weekday: Int { ((number + 4) % 7 + 7) % 7 }

  /// `YYYY-MM-DD`.
  package var text: String {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let index = (5 * dayOfYear + 2) / 153
    let month = index < 10 ? index + 3 : index - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let fill = String(repeating: "0", count: max(0, 4 - String(year).count))
    return "\(fill)\(year)-\(two(month))-\(two(dayOfYear - (153 * index + 2) / 5 + 1))"
  }

  package static func < (one: DayCount, other: DayCount) -> Bool { one.number < other.number }
}
