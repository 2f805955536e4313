/// Numbers in digits and words.
extension TimeReader {
  struct Count {
    var value: Int
    var end: Int
    var isDefinite = false
  }

  /// A cardinal number: digits, «الـ24», «خمسة», «أربعة عشر», «خمسة وعشرين», «مئة».
  func cardinal(at index: Int, _ reading: Reading = .whole) -> Count? {
    if let value = digits(index) { return isPartOfNumber(index) ? nil : Count(value: value, end: index + 1) }
    let word = word(index, reading)
    if word.has(.article), let value = digits(index + 1) {
      return Count(value: value, end: index + 2, isDefinite: true)
    }
    if word.has(.unitNumber) {
      let next = self.word(index + 1)
      if next.has(.unitNumber), next.number == 10, word.number < 10 {
        return Count(value: Int(word.number) + 10, end: index + 2, isDefinite: word.isDefinite)
      }
      if let ten = conjoined(index + 1), ten.has(.ten) {
        return Count(value: Int(word.number) + Int(ten.number), end: index + 2, isDefinite: word.isDefinite)
      }
      return Count(value: Int(word.number), end: index + 1, isDefinite: word.isDefinite)
    }
    if word.has(.ten) { return Count(value: Int(word.number), end: index + 1, isDefinite: word.isDefinite) }
    if word.has(.hundred) {
      var count = Count(value: Int(word.number), end: index + 1, isDefinite: word.isDefinite)
      // Each part is less than the one before it, so that «مئة ومئة ومئة …» is not read to its end from each word.
      if let next = conjoined(index + 1), !next.roles.isDisjoint(with: [.unitNumber, .ten, .hundred]),
        next.number < word.number, let rest = cardinal(at: index + 1, .conjunction), rest.value < count.value
      {
        count.value += rest.value
        count.end = rest.end
      }
      return count
    }
    return nil
  }

  /// A definite ordinal: «الأول», «الرابع عشر», «السابع والعشرين», «العشرين».
  func ordinal(at index: Int, _ reading: Reading = .whole) -> Count? {
    let word = word(index, reading)
    guard word.isDefinite else { return nil }
    if word.has(.ordinal) {
      let next = self.word(index + 1)
      if next.has(.unitNumber), next.number == 10 {
        return Count(value: Int(word.ordinal == 11 ? 1 : word.ordinal) + 10, end: index + 2, isDefinite: true)
      }
      let unit = word.ordinal == 11 ? 1 : Int(word.ordinal)
      if unit < 10, let ten = conjoined(index + 1), ten.has(.ten), ten.isDefinite {
        return Count(value: unit + Int(ten.number), end: index + 2, isDefinite: true)
      }
      return word.ordinal == 11 ? nil : Count(value: unit, end: index + 1, isDefinite: true)
    }
    if word.has(.ten) { return Count(value: Int(word.number), end: index + 1, isDefinite: true) }
    return nil
  }

  /// The word at a token less its و; nil where it has none.
  func conjoined(_ index: Int) -> TimeWord? {
    let token = tokens[index]
    guard token.kind == .word, token.letter == Letters.waw, token.lessConjunction != 0 else { return nil }
    return lexicon[token.lessConjunction]
  }

  /// The token after a و that stands alone before a number: «و13».
  func afterLoneAnd(_ index: Int) -> Int? { word(index).has(.and) ? index + 1 : nil }
}
