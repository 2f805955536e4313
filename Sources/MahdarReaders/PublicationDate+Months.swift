/// Dates with the name of a month in English, as RFC 822 has them and feeds spell them.
extension PublicationDate {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// `12 Aug 2015` and `Aug 12 2015`, the year with two digits or four.
  static func ofMonthName(_ text: String) -> String? {
    let words = text.split { $0 == "," || $0.isWhitespace || $0 == "\u{060C}" }.flatMap {
      $0.split(separator: "-", maxSplits: 2).map(String.init)
    }
    guard let place = words.firstIndex(where: { month($0) != nil }), let month = month(words[place]) else { return nil }
    let before = place > 0 ? number(words[place - 1]) : nil
    let rest = words[(place + 1)...].compactMap(number)
    if let before, before <= 31, let year = rest.first { return written(fullYear(year), month, before) }
    guard rest.count > 1, rest[0] <= 31, let year = rest.dropFirst().first else { return nil }
    return written(fullYear(year), month, rest[0])
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
}
