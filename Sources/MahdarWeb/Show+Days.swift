import Foundation
import Mahdar
import MahdarStore

/// Days in the reader's calendar.
extension Show {
  /// A TIMEX3 value in words: «21 أكتوبر 2025», «أكتوبر 2025», «22–23 أكتوبر 2025».
  ///
  /// - Parameters:
  ///   - isShort: without the year.
  ///   - isLong: with the weekday.
  func day(_ value: String, isShort: Bool = false, isLong: Bool = false) -> String {
    let ends = value.split(separator: "/", maxSplits: 1).map { String($0.prefix { $0 != "T" }) }
    if ends.count == 2 { return range(ends[0], ends[1], isShort: isShort) }
    guard let first = ends.first else { return value }
    let parts = first.split(separator: "-").map { Int($0) }
    guard (2...3).contains(parts.count), let year = parts[0], let month = parts[1], (1...12).contains(month) else {
      return wording.date(first)
    }
    let name = desk.calendar.month(month, request.language, request.preferences.months)
    let ending = isShort ? "" : " \(year)"
    guard parts.count == 3, let day = parts[2] else { return name + " \(year)" }
    let weekday = isLong ? weekday(first).map { $0 + " " } ?? "" : ""
    return weekday + "\(day) \(name)" + ending + (isLong && request.preferences.isHijri ? hijri(first) : "")
  }

  /// The two names of a month in the heading of a day: «22 أكتوبر (تشرين الأول) 2025».
  func heading(_ value: String) -> String {
    let parts = value.split(separator: "-").compactMap { Int($0) }
    guard isArabic, parts.count == 3 else { return day(value, isLong: true) }
    let other: CalendarWords.Family = request.preferences.months == .levant ? .gulf : .levant
    let name = desk.calendar.month(parts[1], .ar, request.preferences.months)
    let both = name + " (" + desk.calendar.month(parts[1], .ar, other) + ")"
    let weekday = weekday(value).map { $0 + " " } ?? ""
    return "\(weekday)\(parts[2]) \(both) \(parts[0])" + (request.preferences.isHijri ? hijri(value) : "")
  }

  private func range(_ from: String, _ to: String, isShort: Bool) -> String {
    if from == to { return day(from, isShort: isShort) }
    let (a, b) = (from.split(separator: "-"), to.split(separator: "-"))
    let end = day(to, isShort: isShort)
    if a.count == 3, b.count == 3, a[0] == b[0] {
      return a[1] == b[1] ? "\(Int(a[2]) ?? 0)–" + end : day(from, isShort: true) + w("days-to") + end
    }
    return day(from, isShort: isShort) + w("days-to") + end
  }

  /// Behind a verb: «يوم الثلاثاء 21 أكتوبر 2025», «في أكتوبر 2025», “on …”, “in …”.
  func when(_ value: String) -> String {
    let ends = value.split(separator: "/").map(String.init)
    if ends.count == 2 {
      let (from, to) = (ends[0], ends[1])
      let start =
        from.count == 10 && to.count == 10 && from.prefix(7) == to.prefix(7)
        ? String(Int(from.suffix(2)) ?? 0) : day(from, isShort: from.prefix(4) == to.prefix(4))
      return w("days-between", start, day(to))
    }
    return w(value.count == 10 ? "days-on" : "days-in", day(value, isLong: true))
  }

  /// The day of a time of publication.
  func published(_ time: String?, isShort: Bool = false) -> String {
    time.map { day(String($0.prefix(10)), isShort: isShort) } ?? w("undated")
  }

  func weekday(_ day: String) -> String? {
    DayCount(day).map { desk.calendar.weekday($0.weekday, request.language) }
  }

  private static let hijriCalendar: Calendar = {
    var calendar = Calendar(identifier: .islamicUmmAlQura)
    calendar.timeZone = .gmt
    return calendar
  }()

  /// «، 29 ربيع الآخر 1447هـ».
  private func hijri(_ day: String) -> String {
    guard let count = DayCount(day) else { return "" }
    let date = Date(timeIntervalSince1970: Double(count.number) * 86_400 + 43_200)
    let parts = Self.hijriCalendar.dateComponents([.year, .month, .day], from: date)
    guard let year = parts.year, let month = parts.month, let number = parts.day else { return "" }
    return w("days-hijri", String(number), w("hijri-\(month)"), String(year))
  }
}
