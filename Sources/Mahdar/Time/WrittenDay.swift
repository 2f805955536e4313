/// The day that a date of publication tells, in the ways in which outlets write it.
///
///     "Wed, 12 Aug 2015 10:00:00 GMT", "١٢ آب ٢٠١٥", "August 12, 2015" // 2015-08-12
struct WrittenDay {
  /// Longer texts are no dates: what is read of them is bounded.
  private static let longest = 200

  let vocabulary: Vocabulary
  let lexicon: TimeLexicon

  /// The day; nil where the text tells none, several, or one that a reference is needed for.
  func callAsFunction(_ text: String) -> String? {
    guard text.utf8.count <= Self.longest else { return nil }
    return day(text) ?? Self.dayFirst(text).flatMap(day)
  }

  private func day(_ text: String) -> String? {
    let tokens = Tokenizer(vocabulary: vocabulary)(Article(id: "", text: text))
    let days = Set(
      TimeFinder(lexicon: lexicon)(.init(tokens: tokens, published: nil)).compactMap { time in
        time.type == .date && time.calendar?.grain == .day ? time.calendar : nil
      })
    return days.count == 1 ? days.first?.description : nil
  }

  /// «Aug 12, 2015» and «Wed Aug 12 10:00:00 +0000 2015» with the day before its month.
  private static func dayFirst(_ text: String) -> String? {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    guard let year = words.last(where: { $0.count == 4 && !$0.hasPrefix("0") && Int($0) != nil }) else { return nil }
    let pair = zip(words, words.dropFirst()).first { month, day in
      month.allSatisfy(\.isLetter) && day.count < 3 && Int(day) != nil
    }
    return pair.map { "\($1) \($0) \(year)" }
  }
}
