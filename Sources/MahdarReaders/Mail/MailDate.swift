/// Dates of mail: `Wed, 12 Aug 2015 10:00:00 +0300 (AST)`.
///
/// - Source: RFC 5322, 3.3 and 4.3.
enum MailDate {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  private static let zones = [
    "ut": "Z", "gmt": "Z", "utc": "Z", "z": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
  ]

  /// The date as RFC 3339 has it; nil where it is none.
  static func date(_ text: String) -> String? {
    let plain = text.prefix(200).prefix { $0 != "(" }
    var words = plain.split { $0.isWhitespace || $0 == "," || $0 == "-" && !plain.contains(":") }[...]
    if words.first?.first?.isLetter == true { words.removeFirst() }
    guard words.count >= 3, let day = Int(words[words.startIndex]), (1...31).contains(day),
      let month = months.firstIndex(of: words[words.startIndex + 1].prefix(3).lowercased()),
      var year = Int(words[words.startIndex + 2]), (0...9999).contains(year)
    else { return nil }
    if year < 50 { year += 2000 } else if year < 1000 { year += 1900 }
    let date = "\(year)-\(two(month + 1))-\(two(day))"
    words = words.dropFirst(3)
    guard let time = words.popFirst(), let clock = clock(time) else { return PublicationDate.sound(date) }
    return PublicationDate.sound("\(date)T\(clock)\(words.first.flatMap(zone) ?? "")") ?? PublicationDate.sound(date)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func clock(_ text: Substring) -> String? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2 || parts.count == 3 else { return nil }
    let numbers = parts.compactMap { $0.flatMap { (0...60).contains($0) ? two($0) : nil } }
    guard numbers.count == parts.count else { return nil }
    return (numbers + (numbers.count == 2 ? ["00"] : [])).joined(separator: ":")
  }

  private static func zone(_ text: Substring) -> String? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return zones[text.lowercased()] }
    let digits = text.dropFirst()
    guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return "\(sign)\(digits.prefix(2)):\(digits.suffix(2))"
  }
}
