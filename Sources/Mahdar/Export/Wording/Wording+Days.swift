/// Days and lengths of time.
extension Wording {
  private static let months = [
    ("يناير", "كانون الثاني", "January"), ("فبراير", "شباط", "February"), ("مارس", "آذار", "March"),
    ("أبريل", "نيسان", "April"), ("مايو", "أيار", "May"), ("يونيو", "حزيران", "June"),
    ("يوليو", "تموز", "July"), ("أغسطس", "آب", "August"), ("سبتمبر", "أيلول", "September"),
    ("أكتوبر", "تشرين الأول", "October"), ("نوفمبر", "تشرين الثاني", "November"), ("ديسمبر", "كانون الأول", "December"),
  ]

  /// The parts of a year that TIMEX3 writes in letters.
  private static let parts = [
    "SP": ("ربيع", "spring of"), "SU": ("صيف", "summer of"), "FA": ("خريف", "autumn of"), "WI": ("شتاء", "winter of"),
    "Q1": ("الربع الأول من", "first quarter of"), "Q2": ("الربع الثاني من", "second quarter of"),
    "Q3": ("الربع الثالث من", "third quarter of"), "Q4": ("الربع الأخير من", "last quarter of"),
    "H1": ("النصف الأول من", "first half of"), "H2": ("النصف الثاني من", "second half of"),
  ]

  // MARK: Days

  /// A TIMEX3 day, week, month, year or range in words: «21 يناير/كانون الثاني 2022», «الأسبوع 43 من 2025».
  public func date(_ value: String) -> String {
    let ends = value.split(separator: "/", maxSplits: 1).map { $0.prefix { $0 != "T" } }
    if ends.count == 2 { return range(ends[0], ends[1]) }
    let parts = value.prefix { $0 != "T" }.split(separator: "-")
    guard parts.count > 1 else { return round(value) }
    if parts[1].first == "W", let week = Int(parts[1].dropFirst()) {
      let end = parts.last == "WE" ? text("عطلة نهاية ", "weekend of ") : ""
      return end + text("الأسبوع \(week) من \(parts[0])", "week \(week) of \(parts[0])")
    }
    if let part = Self.parts[String(parts[1])] { return text(part.0, part.1) + " \(parts[0])" }
    guard let month = Int(parts[1]), Self.months.indices.contains(month - 1) else { return value }
    let names = Self.months[month - 1]
    let named = text("\(names.0)/\(names.1)", names.2) + " \(parts[0])"
    return parts.count > 2 ? "\(Int(parts[2]) ?? 0) \(named)" : named
  }

  /// Years, and the decades and centuries that are written by their first digits.
  private func round(_ value: String) -> String {
    guard let number = Int(value) else { return value }
    switch value.count {
    case 2: return text("القرن \(number + 1)", "century \(number + 1)")
    case 3: return text("عقد \(number * 10)", "\(number * 10)s")
    default: return value
    }
  }

  /// Both ends; of the first what the second does not tell again.
  private func range(_ first: Substring, _ last: Substring) -> String {
    let (from, to) = (first.split(separator: "-"), last.split(separator: "-"))
    var start = date(String(first))
    if from.count == 3, to.count == 3, from[0] == to[0] {
      start = from[1] == to[1] ? "\(Int(from[2]) ?? 0)" : String(start.dropLast(from[0].count + 1))
    }
    return start + text(" إلى ", " to ") + date(String(last))
  }

  /// A date as pages have it: in words in Arabic, in English as it is written, which scripts read as well.
  public func when(_ value: String) -> String { isArabic ? date(value) : value }

  /// The same, or that there is none.
  public func when(_ value: String?) -> String { value.map { when($0) } ?? self(.undated) }

  /// The day of a time of publication, as pages have it.
  public func day(_ time: String?) -> String { when(time.map { String($0.prefix(10)) }) }

  /// A time of the record's own, to the minute: «1 ديسمبر/كانون الأول 2026، 02:14».
  public func moment(_ time: String) -> String {
    guard isArabic else { return time }
    return date(String(time.prefix(10))) + "، " + time.dropFirst(11).prefix(5)
  }

  /// A date where there is little room: «21/1/2022», «22–23/10/2025», «أسبوع 43/2025»; in English `2025-10-22/23`.
  public func brief(_ value: String) -> String {
    let ends = value.split(separator: "/").map { $0.prefix { $0 != "T" } }
    let parts = ends.map { $0.split(separator: "-") }
    let areDays = parts.allSatisfy { $0.count == 3 && $0.joined().allSatisfy(\.isNumber) }
    guard isArabic else {
      guard ends.count == 2, areDays else { return when(value) }
      // The second end less what it shares with the first.
      for shared in [8, 5] where ends[0].prefix(shared) == ends[1].prefix(shared) {
        return "\(ends[0])/\(ends[1].dropFirst(shared))"
      }
      return value
    }
    func figures(_ parts: some Collection<Substring>) -> String {
      parts.reversed().map { String(Int($0) ?? 0) }.joined(separator: "/")
    }
    guard areDays, let last = parts.last else {
      if ends.count == 1, parts[0].count == 2, parts[0][1].first == "W", let week = Int(parts[0][1].dropFirst()) {
        return "أسبوع \(week)/\(parts[0][0])"
      }
      if ends.count == 1, parts[0].count == 2, let month = Int(parts[0][1]) { return "\(month)/\(parts[0][0])" }
      return date(value)
    }
    guard ends.count == 2 else { return figures(last) }
    let shared = zip(parts[0], last).prefix { $0 == $1 }.count
    return figures(parts[0].dropFirst(min(shared, 2))) + "–" + figures(last)
  }

  // MARK: Lengths of time

  private static let units: [Character: (name: String, minutes: Int)] = [
    "Y": ("year", 525_600), "M": ("month", 43_200), "W": ("week", 10_080), "D": ("day", 1440), "H": ("hour", 60),
    "m": ("minute", 1), "S": ("second", 0),
  ]

  /// The parts of a TIMEX3 duration; nil for what is none, or has no number.
  private static func parts(of value: String) -> [(number: Int, unit: (name: String, minutes: Int))]? {
    guard value.first == "P" else { return nil }
    var parts: [(number: Int, unit: (name: String, minutes: Int))] = []
    var (digits, isTime) = ("", false)
    for letter in value.dropFirst() {
      if letter.isNumber {
        digits.append(letter)
      } else if letter == "T" {
        isTime = true
      } else {
        guard let number = Int(digits), let unit = units[isTime && letter == "M" ? "m" : letter] else { return nil }
        parts.append((number, unit))
        digits = ""
      }
    }
    return parts.isEmpty ? nil : parts
  }

  /// The minutes of a TIMEX3 duration; nil where it is none.
  public static func minutes(_ value: String) -> Int? {
    parts(of: value)?.reduce(0) { $0 + $1.number * $1.unit.minutes }
  }

  /// A TIMEX3 duration in words, behind a verb: «ساعة ونصف الساعة», «يومين»; as it is where it is none.
  public func duration(_ value: String) -> String { length(value, isObject: true) }

  /// The same as a value of its own: «يومان».
  public func length(_ value: String) -> String { length(value, isObject: false) }

  private func length(_ value: String, isObject: Bool) -> String {
    guard var parts = Self.parts(of: value), let last = parts.last else { return value }
    var end = ""
    if isArabic, last.unit.name == "minute", parts.count > 1, let part = [30: "نصف", 15: "ربع"][last.number] {
      parts.removeLast()
      end = " و\(part) الساعة"
    }
    let words = parts.map { part in
      // A single one needs no number.
      part.number == 1 && isArabic ? noun(part.unit.name) : tally(part.number, part.unit.name, isObject: isObject)
    }
    return words.joined(separator: text(" و", " and ")) + end
  }
}
