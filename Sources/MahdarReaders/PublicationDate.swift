/// The check of publication dates: an RFC 3339 date, alone or with a time.
public enum PublicationDate {
  /// `text` less white space around it when it starts with a date of the calendar, alone or followed by a time.
  ///
  ///     PublicationDate.sound("2019-12-07T10:00:00+03:00") // the same
  ///     PublicationDate.sound("2019-02-30") // nil
  public static func sound(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    var trimmed = bytes[...]
    while let last = trimmed.last, last <= 0x20 { trimmed.removeLast() }
    while let first = trimmed.first, first <= 0x20 { trimmed.removeFirst() }
    let date = Array(trimmed.prefix(10))
    guard date.count == 10, date[4] == UInt8(ascii: "-"), date[7] == UInt8(ascii: "-"),
      let year = number(date[0..<4]), let month = number(date[5..<7]), let day = number(date[8..<10]),
      year > 0, (1...12).contains(month), day >= 1, day <= days(of: month, year), isTime(trimmed.dropFirst(10))
    else { return nil }
    return String(decoding: trimmed, as: UTF8.self)
  }

  /// Nothing, or `T` (or a space), hours, minutes, perhaps seconds, a fraction and a zone.
  private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    guard let first = rest.popFirst() else { return true }
    guard first == UInt8(ascii: "T") || first == UInt8(ascii: "t") || first == 0x20 else { return false }
    guard let hour = take(2, &rest), hour < 24, skip(":", &rest), let minute = take(2, &rest), minute < 60 else {
      return false
    }
    if skip(":", &rest) {
      guard let second = take(2, &rest), second <= 60 else { return false }
      if skip(".", &rest) {
        let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard !digits.isEmpty else { return false }
        rest = rest.dropFirst(digits.count)
      }
    }
    if rest.isEmpty || rest.elementsEqual([UInt8(ascii: "Z")]) || rest.elementsEqual([UInt8(ascii: "z")]) {
      return true
    }
    guard skip("+", &rest) || skip("-", &rest), let hours = take(2, &rest), hours < 24 else { return false }
    _ = skip(":", &rest)
    guard let minutes = take(2, &rest), minutes < 60 else { return false }
    return rest.isEmpty
  }

  private static func skip(_ mark: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest.removeFirst()
    return true
  }

  private static func take(_ digits: Int, _ rest: inout ArraySlice<UInt8>) -> Int? {
    guard rest.count >= digits, let value = number(rest.prefix(digits)) else { return nil }
    rest = rest.dropFirst(digits)
    return value
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      value = value * 10 + Int(digit) - 0x30
    }
    return value
  }

  private static func days(of month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
