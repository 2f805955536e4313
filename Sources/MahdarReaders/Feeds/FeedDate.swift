/// Dates of feeds: RFC 3339, RFC 822 and what is made of them.
enum FeedDate {
  /// Longer texts are no dates.
  private static let longest = 100
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  private static let zones = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "ast": 180, "gst": 240, "eet": 120, "eest": 180, "cet": 60, "cest": 120, "bst": 60,
  ]

  /// The date in the form of RFC 3339, with its time where it tells one; nil where it tells no day.
  ///
  ///     FeedDate.sound("Wed, 12 Aug 2015 10:00 +0300", day: { _ in nil }) // "2015-08-12T10:00:00+03:00"
  ///
  /// - Parameter day: reads the day off dates in other words.
  static func sound(_ text: String, day: (String) -> String?) -> String? {
    guard text.utf8.count <= longest else { return nil }
    let plain = PublicationDate.withPlainDigits(text).trimmingBlanks
    if let sound = PublicationDate.sound(plain) { return sound }
    let words = plain.split { $0 == "," || $0.isWhitespace || $0 == "\u{060C}" }.map(String.init)
    guard let date = ofDigits(words) ?? ofMonth(words) ?? PublicationDate.ofDigits(plain) ?? day(plain) else {
      return nil
    }
    let moment = date + (clock(words) ?? "")
    return PublicationDate.sound(moment) ?? PublicationDate.sound(date)
  }

  /// `2015/08/12`, alone or with a time behind it.
  private static func ofDigits(_ words: [String]) -> String? {
    guard let first = words.first else { return nil }
    let parts = first.prefix { $0 != "T" }.split { $0 == "/" || $0 == "-" || $0 == "." }
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    return sound(year, month, day)
  }

  /// `12 Aug 2015` and `Aug 12 2015`, the year with two digits or four.
  private static func ofMonth(_ words: [String]) -> String? {
    let words = words.flatMap { $0.split(separator: "-", maxSplits: 2).map(String.init) }
    guard let place = words.firstIndex(where: { month($0) != nil }), let month = month(words[place]) else { return nil }
    let before = place > 0 ? number(words[place - 1]) : nil
    let rest = words[(place + 1)...].compactMap(number)
    if let before, before <= 31, let year = rest.first { return sound(fullYear(year), month, before) }
    guard rest.count > 1, rest[0] <= 31, let year = rest.dropFirst().first else { return nil }
    return sound(fullYear(year), month, rest[0])
  }

  private static func month(_ word: String) -> Int? {
    let letters = word.lowercased().prefix { $0.isLetter }
    guard letters.count >= 3, letters.utf8.count <= 9 else { return nil }
    return months.firstIndex { letters.hasPrefix($0) }.map { $0 + 1 }
  }

  private static func number(_ word: String) -> Int? {
    word.utf8.count <= 4 && word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) ? Int(word) : nil
  }

  private static func fullYear(_ year: Int) -> Int { year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year }

  private static func sound(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    return PublicationDate.sound("\(padded(year, 4))-\(padded(month))-\(padded(day))")
  }

  private static func padded(_ number: Int, _ count: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }

  /// The time with its zone as RFC 3339 writes it behind a date; nil where none is told.
  private static func clock(_ words: [String]) -> String? {
    // `2015-08-12T10:00:00`, whose date is read already.
    let words = words.flatMap { word -> [String] in
      word.first?.isNumber == true && word.contains("T") ? word.split(separator: "T").map(String.init) : [word]
    }
    guard let place = words.firstIndex(where: { $0.contains(":") && $0.first?.isNumber == true }) else { return nil }
    let told = words[place]
    let time = told.prefix { $0.isNumber || $0 == ":" }
    let parts = time.split(separator: ":").compactMap { Int($0) }
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0 < 61 }), var hour = parts.first else { return nil }
    var after = words[(place + 1)...]
    if told.utf8.count > time.utf8.count {
      let behind = told[time.endIndex...].drop { $0 == "." || $0.isNumber }
      if !behind.isEmpty { after = ([String(behind)] + after)[...] }
    }
    if let half = after.first?.lowercased(), ["am", "pm", "ص", "م", "صباحا", "مساء"].contains(half) {
      let isLate = half == "pm" || half.hasPrefix("م")
      if hour < 12, isLate { hour += 12 } else if hour == 12, !isLate { hour = 0 }
      after = after.dropFirst()
    }
    guard hour < 24 else { return nil }
    let seconds = parts.count == 3 ? padded(parts[2]) : "00"
    return "T\(padded(hour)):\(padded(parts[1])):\(seconds)" + (after.first.flatMap(zone) ?? "")
  }

  /// `+0300`, `+03:00`, `+3`, `GMT`, `GMT+3`.
  private static func zone(_ word: String) -> String? {
    var word = word.lowercased()[...]
    for name in ["gmt", "utc"] where word.hasPrefix(name) && word.utf8.count > 3 { word = word.dropFirst(3) }
    if let minutes = zones[String(word)] { return minutes == 0 ? "Z" : offset(minutes) }
    guard let sign = word.first, sign == "+" || sign == "-" else { return nil }
    let digits = word.dropFirst().filter(\.isNumber)
    guard (1...4).contains(digits.utf8.count), let value = Int(digits) else { return nil }
    let minutes = digits.utf8.count <= 2 ? value * 60 : value / 100 * 60 + value % 100
    return minutes < 24 * 60 ? offset(sign == "-" ? -minutes : minutes) : nil
  }

  private static func offset(_ minutes: Int) -> String {
    (minutes < 0 ? "-" : "+") + padded(abs(minutes) / 60) + ":" + padded(abs(minutes) % 60)
  }
}
