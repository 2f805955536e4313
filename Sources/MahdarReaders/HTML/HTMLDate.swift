/// Publication dates as pages write them.
enum HTMLDate {
  /// The date in the form of RFC 3339, when its day can be told: `2019-12-07 10:00`, `2019/12/07`, `20191207T1000`.
  static func sound(_ text: String) -> String? {
    if let sound = PublicationDate.sound(text) { return sound }
    let digits = text.utf8.prefix(10).filter { $0 >= 0x30 && $0 <= 0x39 }
    guard digits.count >= 8 else { return nil }
    let date =
      String(decoding: digits[0..<4], as: UTF8.self) + "-" + String(decoding: digits[4..<6], as: UTF8.self) + "-"
      + String(decoding: digits[6..<8], as: UTF8.self)
    return text.utf8.prefix(4).elementsEqual(digits[0..<4]) ? PublicationDate.sound(date) : nil
  }
}
