/// Days of the Gregorian calendar, counted from 1970-01-01.
package enum CivilDay {
  /// A day's number, held so far within what an `Int32` takes that some years may be added to it: «قبل 999999999 عام».
  package static func clamped(_ number: Int) -> Int32 { Int32(max(-1_000_000_000, min(number, 1_000_000_000))) }

  /// The day's number.
  ///
  /// - Source: the era-based algorithm of H. Hinnant, «chrono-compatible low-level date algorithms».
  package static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return clamped(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
  }

  package static func parts(_ number: Int32) -> (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let index = (5 * dayOfYear + 2) / 153
    let month = index + (index < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * index + 2) / 5 + 1)
  }

  /// The weekday, 1 Monday to 7 Sunday.
  package static func weekday(_ number: Int32) -> Int {
    let index = (Int(number) + 3) % 7
    return (index < 0 ? index + 7 : index) + 1
  }

  static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    (1...12).contains(month) && day >= 1 && day <= length(ofMonth: month, year)
  }

  /// The ISO week a day lies in.
  static func week(_ number: Int32) -> (year: Int, week: Int) {
    let thursday = number - Int32(weekday(number)) + 4
    let year = parts(thursday).year
    return (year, Int(thursday - self.number(year, 1, 1)) / 7 + 1)
  }

  /// The Monday of an ISO week.
  package static func monday(_ year: Int, week: Int) -> Int32 {
    let fourth = number(year, 1, 4)
    return fourth - Int32(weekday(fourth)) + 1 + Int32(week - 1) * 7
  }
}
