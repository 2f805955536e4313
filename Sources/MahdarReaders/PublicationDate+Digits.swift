import Foundation

/// Dates that are digits alone.
extension PublicationDate {
  /// The day of a date without marks (`20150812`, `20150812T1000`), or of a number of seconds or milliseconds since 1970; nil for
  /// other texts.
  ///
  ///     PublicationDate.ofDigits("1439373600") // "2015-08-12"
  static func ofDigits(_ text: String) -> String? {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    if digits.count == 8 || digits.count == 14, rest.isEmpty || rest.first == "T" {
      let parts = [digits.prefix(4), digits.dropFirst(4).prefix(2), digits.dropFirst(6).prefix(2)]
      return (1800..<2200).contains(Int(parts[0]) ?? 0) ? sound(parts.joined(separator: "-")) : nil
    }
    // From 1973 to 2286, with a fraction or without.
    guard let number = Int(digits), rest.isEmpty || rest.first == "." && rest.dropFirst().allSatisfy(\.isNumber) else {
      return nil
    }
    switch digits.count {
    case 9, 10: return day(ofSecond: number)
    case 12, 13: return day(ofSecond: number / 1000)
    default: return nil
    }
  }

  private static func day(ofSecond second: Int) -> String {
    String(Date(timeIntervalSince1970: Double(second)).ISO8601Format().prefix(10))
  }

  /// The text with the digits of all scripts that the press uses as those of ASCII.
  static func withPlainDigits(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x660...0x669: plain.append(Unicode.Scalar(UInt8(scalar.value - 0x660 + 0x30)))
      case 0x6F0...0x6F9: plain.append(Unicode.Scalar(UInt8(scalar.value - 0x6F0 + 0x30)))
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
