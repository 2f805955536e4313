import Mahdar

extension QuestionReader {
  /// The days that the question asks about: «في 2022», «بين 2022 و2023», «قبل عام 2025», “since May 2024”.
  mutating func readTimes() {
    var found: [(tokens: Range<Int>, days: DayRange)] = []
    for time in analysis.times where time.type == .date || time.type == .time {
      let range = tokens(in: time.span)
      guard !range.isEmpty, !isLatin, let value = time.value, let days = DayRange(value) else { continue }
      found.append((range, days))
    }
    if found.isEmpty { found = latinTimes() }
    if let length = analysis.times.first(where: { $0.type == .duration && $0.value != nil }) {
      let range = tokens(in: length.span)
      let isCompared = range.lowerBound > 0 && range.lowerBound - 1 < tokens.count
      if isCompared, !range.isEmpty { question.duration = length.value }
    }
    var bounds: [(days: DayRange, before: Class?)] = []
    for (range, whole) in found {
      for place in range { roles[place] = .time }
      let days = half(before: range.lowerBound, of: whole) ?? whole
      bounds.append((days, limit(before: range.lowerBound)))
    }
    guard let first = bounds.first else { return }
    let last = bounds[bounds.count - 1]
    switch first.before {
    case .before: question.to = DayRange.day(before: first.days.first)
    case .after: question.from = DayRange.day(after: first.days.last)
    case .since: (question.from, question.to) = (first.days.first, bounds.count > 1 ? last.days.last : nil)
    case .until: question.to = first.days.last
    default:
      // «في 2021 و2023» are two, «بين 2021 و2023» is one.
      if bounds.count > 1, !isRange(found[0].tokens.lowerBound) { question.periods = bounds.map(\.days) }
      question.from = bounds.map(\.days.first).min()
      question.to = bounds.map(\.days.last).max()
    }
  }

  /// Whether «بين», «من» or “from” stands before the first day.
  private func isRange(_ index: Int) -> Bool {
    (max(0, index - 2)..<index).contains { place in
      tokens[place].variants.contains { !vocabulary.classes(of: $0).isDisjoint(with: [.between, .from, .since]) }
    }
  }

  /// «النصف الأول من 2025», “the first half of 2025”.
  private mutating func half(before index: Int, of year: DayRange) -> DayRange? {
    if let part = third(before: index, of: year) { return part }
    guard year.count > 360 else { return nil }
    for place in max(0, index - 4)..<max(0, index - 1) {
      let classes = vocabulary.classes(of: tokens[place].folded + " " + tokens[place + 1].folded)
      guard !classes.isDisjoint(with: [.firstHalf, .secondHalf]) else { continue }
      for token in place..<index { roles[token] = .time }
      let name = year.first.prefix(4)
      return DayRange(classes.contains(.firstHalf) ? "\(name)-01-01/\(name)-06-30" : "\(name)-07-01/\(name)-12-31")
    }
    return nil
  }

  /// «أوائل 2021», «منتصف 2021», «أواخر 2021», “late 2021”.
  private mutating func third(before index: Int, of year: DayRange) -> DayRange? {
    guard year.count > 360 else { return nil }
    let name = year.first.prefix(4)
    let parts: [(Class, String)] = [
      (.early, "\(name)-01-01/\(name)-04-30"), (.middle, "\(name)-05-01/\(name)-08-31"),
      (.late, "\(name)-09-01/\(name)-12-31"),
    ]
    // The engine takes the word into the expression.
    for place in [index, index - 1, index - 2] where tokens.indices.contains(place) {
      guard let part = parts.first(where: { isWritten(place, as: $0.0) }) else { continue }
      for token in place..<max(index, place + 1) { roles[token] = .time }
      return DayRange(part.1)
    }
    return nil
  }

  private func isWritten(_ index: Int, as name: Class) -> Bool {
    tokens[index].variants.contains { vocabulary.classes(of: $0).contains(name) }
  }

  /// The word right before a day that makes it a bound; «عام» and the like between them aside.
  private mutating func limit(before index: Int) -> Class? {
    var place = index - 1
    while place >= 0, place >= index - 2 {
      let token = tokens[place]
      for name in [Class.before, .after, .since, .until] {
        guard token.variants.contains(where: { vocabulary.classes(of: $0).contains(name) }) else { continue }
        // “from 2021 to 2022” and «من 2021 إلى 2022» are since and until.
        roles[place] = .words([name])
        return name
      }
      guard vocabulary.classes(of: token.folded).contains(.dayNoun) || token.folded == "the" else { break }
      roles[place] = .words([.plain])
      place -= 1
    }
    return nil
  }

  /// Days in English: 2019, August 2023, 21 January 2022, January 21, 2022, 2022-01-21.
  private func latinTimes() -> [(tokens: Range<Int>, days: DayRange)] {
    var found: [(tokens: Range<Int>, days: DayRange)] = []
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      let word = tokens[index].folded
      func number(_ place: Int) -> Int? { tokens.indices.contains(place) ? Self.number(tokens[place].folded) : nil }
      func month(_ place: Int) -> Int? {
        tokens.indices.contains(place) ? vocabulary.month(tokens[place].folded) : nil
      }
      func add(_ count: Int, _ value: String) {
        guard let days = DayRange(value) else { return }
        found.append((index..<index + count, days))
        index += count - 1
      }
      if word.count == 10, let days = DayRange(word.replacing(" ", with: "-")) {
        found.append((index..<index + 1, days))
      } else if let day = number(index), (1...31).contains(day), let month = month(index + 1),
        let year = number(index + 2),
        Self.years.contains(year)
      {
        add(3, Self.value(year, month, day))
      } else if let month = month(index), let day = number(index + 1), (1...31).contains(day),
        let year = number(index + 2),
        Self.years.contains(year)
      {
        add(3, Self.value(year, month, day))
      } else if let month = month(index), let year = number(index + 1), Self.years.contains(year) {
        add(2, String(Self.value(year, month, 1).prefix(7)))
      } else if let year = number(index), Self.years.contains(year) {
        add(1, String(year))
      } else if ["last", "this", "next"].contains(word), let days = relative(word, index + 1) {
        found.append((index..<index + 2, days))
        index += 1
      }
    }
    return found
  }

  /// “last year”, “this month”.
  private func relative(_ word: String, _ index: Int) -> DayRange? {
    guard tokens.indices.contains(index), let year = Int(now.prefix(4)), let month = Int(now.dropFirst(5).prefix(2))
    else { return nil }
    let step = word == "last" ? -1 : word == "next" ? 1 : 0
    switch tokens[index].folded {
    case "year": return DayRange(String(year + step))
    case "month":
      let count = year * 12 + month - 1 + step
      return DayRange(String(Self.value(count / 12, count % 12 + 1, 1).prefix(7)))
    default: return nil
    }
  }

  private static let years = 1900...2100

  /// The number of «21», «21st».
  private static func number(_ word: String) -> Int? {
    if let number = Int(word) { return number }
    for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) { return Int(word.dropLast(2)) }
    return nil
  }

  private static func value(_ year: Int, _ month: Int, _ day: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
