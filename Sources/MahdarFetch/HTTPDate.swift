import Foundation

/// Dates of HTTP: `Sun, 06 Nov 1994 08:49:37 GMT`, and the two older forms.
enum HTTPDate {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// Seconds since 1970; nil for other texts.
  static func seconds(_ text: String) -> Int? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "-" }
    guard words.count >= 5, let month = words.prefix(3).compactMap({ months.firstIndex(of: String($0)) }).first,
      let time = words.first(where: { $0.contains(":") })
    else { return nil }
    let clock = time.split(separator: ":").compactMap { Int($0) }
    let numbers = words.compactMap { Int($0) }
    guard clock.count == 3, numbers.count == 2, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
      (0...60).contains(clock[2]), (1...31).contains(numbers[0]), (0...9999).contains(numbers[1])
    else { return nil }
    let year = numbers[1] >= 100 ? numbers[1] : numbers[1] < 70 ? 2000 + numbers[1] : 1900 + numbers[1]
    var parts = tm()
    parts.tm_year = Int32(year - 1900)
    parts.tm_mon = Int32(month)
    parts.tm_mday = Int32(numbers[0])
    parts.tm_hour = Int32(clock[0])
    parts.tm_min = Int32(clock[1])
    parts.tm_sec = Int32(clock[2])
    return timegm(&parts)
  }
}
