import Foundation

/// Dates as feeds and pages write them.
extension PublicationDate {
  /// The date in the form of RFC 3339, with the time of day and the zone where they are written; nil where no day can be read.
  ///
  ///     PublicationDate.read("Wed, 12 Aug 2015 10:00:00 GMT", day: day) // "2015-08-12T10:00:00Z"
  ///     PublicationDate.read("١٢ آب ٢٠١٥ - ٠٩:٣٠ مساء", day: day) // "2015-08-12T21:30:00"
  ///
  /// - Parameter day: reads the day off words, as `Pipeline.day` does.
  public static func read(_ text: String, day: (String) -> String?) -> String? {
    // Longer texts are no dates.
    guard text.utf8.count <= 200 else { return nil }
    if let sound = sound(text) { return withColon(sound) }
    let plain = withPlainDigits(text)
    if let sound = sound(plain) ?? ofDigits(plain) { return sound }
    let time = WrittenTime(plain)
    // What stands for the time of day may be read as part of a date.
    let withoutTime = time.map { plain.replacingCharacters(in: $0.range, with: " ") } ?? plain
    guard
      let date = ofNumbers(plain) ?? ofMonthName(withoutTime) ?? day(withoutTime) ?? window(withoutTime).flatMap(day)
        ?? window(withoutSecondName(withoutTime)).flatMap(day) ?? day(plain)
    else { return nil }
    return time.flatMap { sound(date + "T" + $0.text) } ?? date
  }

  /// From the day to the year, where both are written once: what stands around them, a weekday or another calendar, tells no more.
  private static func window(_ text: String) -> String? {
    let words = text.split { $0.isWhitespace || $0 == "،" || $0 == "," }
    func number(_ word: Substring) -> Int? { Int(word.filter { $0 != "م" && $0 != "." && $0 != "-" }) }
    let years = words.indices.filter { number(words[$0]).map { (1900..<2100).contains($0) } ?? false }
    guard years.count == 1, let year = years.first else { return nil }
    guard
      let day = words[max(0, year - 4)..<year].lastIndex(where: { number($0).map { (1...31).contains($0) } ?? false })
    else {
      return nil
    }
    return words[day...year].joined(separator: " ")
  }

  /// «آذار (مارس)» and «آذار/مارس» as «آذار».
  private static func withoutSecondName(_ text: String) -> String {
    var plain = ""
    var depth = 0
    var isSecond = false
    for character in text {
      if character == "(" {
        depth += 1
      } else if character == "/" {
        isSecond = true
      } else if character == " " {
        isSecond = false
      }
      if depth == 0, !isSecond { plain.append(character) }
      if character == ")" { depth = max(0, depth - 1) }
    }
    return plain
  }

  /// `+0300` as `+03:00`.
  private static func withColon(_ date: String) -> String {
    let end = date.utf8.suffix(5)
    guard date.utf8.count > 16, end.first == 0x2B || end.first == 0x2D,
      end.dropFirst().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return date }
    return date.dropLast(2) + ":" + date.suffix(2)
  }

  /// `2019/12/07 …`, `24/10/2023 …`, `24.10.2023`: a day of three numbers; where day and month can be told apart or are the same,
  /// for some write the month first.
  private static func ofNumbers(_ text: String) -> String? {
    let parts = text.split { !$0.isASCII || !$0.isNumber }
    for place in parts.indices where place + 2 < parts.count {
      let three = parts[place..<place + 3]
      let numbers = three.map { Int($0) ?? 0 }
      let marks = zip(three, three.dropFirst()).map { text[$0.endIndex..<$1.startIndex] }
      guard marks[0].count == 1, marks[0] == marks[1], let mark = marks[0].first, "/-.".contains(mark) else { continue }
      if three[place].count == 4 { return written(numbers[0], numbers[1], numbers[2]) }
      guard three[place + 2].count == 4 else { continue }
      let (first, second) = (numbers[0], numbers[1])
      if first == second || second <= 12 && first > 12 { return written(numbers[2], second, first) }
      if first <= 12, second > 12 { return written(numbers[2], first, second) }
    }
    return nil
  }

  static func written(_ year: Int, _ month: Int, _ day: Int) -> String? {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    return sound(String(repeating: "0", count: max(0, 4 - String(year).count)) + "\(year)-\(two(month))-\(two(day))")
  }
}

/// A time of day within a text: `10:35`, `10:35:20 GMT`, `9:30 م`, `09:30 PM +0300`.
struct WrittenTime {
  /// Where it stands.
  let range: Range<String.Index>
  /// `10:35`, `10:35:20Z`, `21:30+03:00`.
  let text: String

  init?(_ written: String) {
    let scalars = written.unicodeScalars
    var index = scalars.startIndex
    while let colon = scalars[index...].firstIndex(of: ":") {
      index = scalars.index(after: colon)
      let hours = scalars[..<colon].suffix { (0x30...0x39).contains($0.value) }
      let minutes = scalars[index...].prefix { (0x30...0x39).contains($0.value) }
      guard (1...2).contains(hours.count), minutes.count == 2, var hour = Int(String(hours)),
        let minute = Int(String(minutes)),
        hour < 24, minute < 60
      else { continue }
      var end = minutes.endIndex
      var seconds = ":00"
      if end < scalars.endIndex, scalars[end] == ":" {
        let digits = scalars[scalars.index(after: end)...].prefix { (0x30...0x39).contains($0.value) }
        if digits.count == 2, let second = Int(String(digits)), second < 60 {
          seconds = ":" + String(digits)
          end = digits.endIndex
        }
      }
      let rest = String(scalars[end...])
      let half = Self.half(rest)
      if let half, hour <= 12 { hour = hour % 12 + (half.isAfternoon ? 12 : 0) }
      let behind = half.map { String(rest.dropFirst($0.length)) } ?? rest
      let zone = Self.zone(behind)
      let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
      text = two(hour) + ":" + two(minute) + seconds + (zone?.text ?? "")
      let length = (half?.length ?? 0) + (zone?.length ?? 0)
      range = hours.startIndex..<(written.index(end, offsetBy: length, limitedBy: written.endIndex) ?? written.endIndex)
      return
    }
    return nil
  }

  private static func half(_ rest: String) -> (isAfternoon: Bool, length: Int)? {
    let space = rest.prefix { $0.isWhitespace }.count
    let word = rest.dropFirst(space).prefix { $0.isLetter || $0 == "." }
    let plain = String(
      String.UnicodeScalarView(word.lowercased().unicodeScalars.filter { $0 != "." && $0 != "\u{64B}" }))
    switch plain {
    case "am", "ص", "صباحا": return (false, space + word.count)
    case "pm", "م", "مساء", "مساءا", "ظهرا", "عصرا", "ليلا": return (true, space + word.count)
    default: return nil
    }
  }

  /// Zones by their names in RFC 822 and those of the region.
  private static let names = [
    "Z": "Z", "UT": "Z", "UTC": "Z", "GMT": "Z", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "AST": "+03:00", "GST": "+04:00", "EET": "+02:00",
    "EEST": "+03:00",
    "CET": "+01:00", "CEST": "+02:00", "BST": "+01:00",
  ]

  /// Zones in words, those that stay the same all year.
  private static let zones = [
    ("بتوقيت غرينتش", "Z"), ("بتوقيت جرينتش", "Z"), ("بتوقيت غرينيتش", "Z"), ("بتوقيت جرينيتش", "Z"),
    ("توقيت غرينتش", "Z"), ("غرينتش", "Z"), ("جرينتش", "Z"),
    ("بتوقيت مكة", "+03:00"), ("بتوقيت السعودية", "+03:00"), ("بتوقيت الرياض", "+03:00"), ("بتوقيت بغداد", "+03:00"),
    ("بتوقيت الإمارات", "+04:00"), ("بتوقيت أبوظبي", "+04:00"), ("بتوقيت دبي", "+04:00"),
  ]

  private static func zone(_ rest: String) -> (text: String, length: Int)? {
    for (words, offset) in zones {
      let start = rest.drop { $0.isWhitespace || $0 == "(" || $0 == "," || $0 == "،" }
      if start.hasPrefix(words) { return (offset, rest.count - start.count + words.count) }
    }
    let space = rest.prefix { $0.isWhitespace || $0 == "(" }.count
    let word = rest.dropFirst(space).prefix { !$0.isWhitespace && $0 != ")" && $0 != "," && $0 != "،" }
    let upper = word.uppercased()
    if let offset = names[upper] { return (offset, space + word.count) }
    var digits = upper[...]
    for name in ["GMT", "UTC"] where digits.hasPrefix(name) { digits = digits.dropFirst(3) }
    guard let sign = digits.first, sign == "+" || sign == "-" else { return nil }
    let numbers = digits.dropFirst().filter { $0 != ":" }
    guard numbers.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    switch numbers.count {
    case 1: return ("\(sign)0\(numbers):00", space + word.count)
    case 2: return ("\(sign)\(numbers):00", space + word.count)
    case 4: return ("\(sign)\(numbers.prefix(2)):\(numbers.suffix(2))", space + word.count)
    default: return nil
    }
  }
}

extension Substring.UnicodeScalarView {
  /// The longest end whose scalars all are such.
  fileprivate func suffix(_ isSuch: (Unicode.Scalar) -> Bool) -> Substring.UnicodeScalarView {
    var start = endIndex
    while start > startIndex, isSuch(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
