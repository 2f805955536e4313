import Mahdar

/// The words of the interface in one language: a table of keys and words.
struct UIWords: Sendable {
  let words: [String: String]

  /// Reads `ui/LANGUAGE.tsv` in `folder`.
  init(reading folder: String, _ language: Wording.Language) throws(DataError) {
    let table = try Table(reading: "\(folder)/ui/\(language.rawValue).tsv", columns: ["key", "words"])
    var words: [String: String] = [:]
    for row in table.rows {
      guard words.updateValue(row[1], forKey: row[0]) == nil else {
        throw DataError(file: table.file, line: row.line, excerpt: row[0], problem: "a key that stands there already")
      }
    }
    self.words = words
  }

  subscript(key: String) -> String { words[key] ?? key }
}

/// The names of months and weekdays, of all the calendars that readers know.
struct CalendarWords: Sendable {
  /// Whose names of the months a reader knows.
  enum Family: String, Sendable, CaseIterable { case gulf, levant, maghreb, morocco }

  private let months: [[String: String]]
  private let weekdays: [[String: String]]

  /// Reads `ui/calendar.tsv` in `folder`.
  init(reading folder: String) throws(DataError) {
    let columns = ["unit", "number", "en", "gulf", "levant", "maghreb", "morocco"]
    let table = try Table(reading: "\(folder)/ui/calendar.tsv", columns: columns)
    func rows(_ unit: String) -> [[String: String]] {
      table.rows.filter { $0[0] == unit }.map { row in
        Dictionary(uniqueKeysWithValues: columns.enumerated().dropFirst(2).map { ($1, row[$0]) })
      }
    }
    (months, weekdays) = (rows("month"), rows("weekday"))
    guard months.count == 12, weekdays.count == 7 else {
      throw DataError(file: table.file, problem: "needs twelve months and seven weekdays")
    }
  }

  func month(_ number: Int, _ language: Wording.Language, _ family: Family) -> String {
    guard months.indices.contains(number - 1) else { return String(number) }
    return months[number - 1][language == .en ? "en" : family.rawValue] ?? ""
  }

  /// - Parameter number: 0 for Sunday.
  func weekday(_ number: Int, _ language: Wording.Language) -> String {
    weekdays[number][language == .en ? "en" : "gulf"] ?? ""
  }
}
