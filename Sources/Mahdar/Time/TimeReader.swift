/// Reads the expressions of one article, in text order.
///
/// Each family of expressions is an extension; a function `family(at:…)` reads an expression that starts at a token
/// or returns nil. Only words that may start an expression and numbers are looked at twice.
struct TimeReader {
  let tokens: Tokens
  let lexicon: TimeLexicon
  /// The day that relative expressions count from.
  var reference: Int32?
  private(set) var mentions: [TimeMention] = []
  /// The month told last.
  private(set) var lastMonth: Int?
  /// The last day that was told, and the token after it.
  private(set) var lastDay: (day: Int32, token: Int)?
  /// The last month or day whose year was told or follows from one that was.
  private(set) var lastDated: (value: CalendarValue, token: Int, mention: Int)?
  /// The last stretch told of at most a week, a month, a year.
  private(set) var lastStretch: (week: CalendarValue?, month: CalendarValue?, year: CalendarValue?)
  /// The day of speaking that the text tells: the last past day outside quotation marks.
  private var speech: (day: Int32, sentence: Int)?
  private var quote = 0

  init(tokens: Tokens, lexicon: TimeLexicon, reference: Int32?) {
    self.tokens = tokens
    self.lexicon = lexicon
    self.reference = reference
  }

  mutating func read(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      if token.kind == .number {
        index = read(at: index, .whole)
      } else if token.kind == .word, let reading = headReading(token) {
        index = read(at: index, reading)
      } else {
        index += 1
      }
    }
  }

  /// The reading under which a word may start an expression: the default one, unless another stage's table holds the
  /// word with its clitics («لمدة»).
  @inline(__always) private func headReading(_ token: Token) -> Reading? {
    if lexicon.isHead(token.word) { return token.preposition == Letters.seen ? nil : token.reading }
    guard token.whole != 0, token.lessConjunction | token.lessPreposition | token.lessBoth != 0 else { return nil }
    return [Reading.conjunction, .preposition, .both].first {
      lexicon.isHead(token.word($0)) && token.letter != Letters.seen
    }
  }

  /// Reads what starts at a token and returns the token to go on with.
  private mutating func read(at index: Int, _ reading: Reading) -> Int {
    advanceQuote(to: index)
    if isExcluded(index, reading) { return exclusionEnd(index, reading) }
    if let list = dayList(at: index, reading) {
      for (start, reading, item) in list { add(item, from: start, reading) }
      return list.last?.2.end ?? index + 1
    }
    guard let found = expression(at: index, reading) else { return index + 1 }
    add(found, from: index, reading)
    if found.rule == "year" { return addYears(after: found) }
    return found.end
  }

  /// Any expression that starts at a token.
  func expression(at index: Int, _ reading: Reading) -> TimeReading? {
    if tokens[index].kind == .number {
      return numericDate(at: index) ?? bareClock(at: index) ?? quantityDate(at: index, reading) ?? dayOfMonth(
        at: index, reading)
        ?? duration(at: index, reading) ?? bareYear(at: index)
    }
    if let phrase = phrase(at: index, reading) { return phrase }
    // Families that hold others come first.
    if let found = clock(at: index, reading) { return found }
    if let found = partOfDay(at: index, reading) { return found }
    if let found = day(at: index, reading) { return found }
    if let found = edge(at: index, reading) { return found }
    if let found = nth(at: index, reading) { return found }
    if let found = quantityDate(at: index, reading) { return found }
    if let found = repeated(at: index, reading) { return found }
    if let found = duration(at: index, reading) { return found }
    if let found = period(at: index, reading) { return found }
    if let found = dayOfMonth(at: index, reading) { return found }
    if let found = decade(at: index, reading) { return found }
    if let found = season(at: index, reading) { return found }
    return adverb(at: index, reading)
  }

  private mutating func add(_ found: TimeReading, from start: Int, _ reading: Reading) {
    let range = start..<found.end
    mentions.append(
      TimeMention(
        tokens: range, span: tokens.span(range, reading: reading), type: found.type, value: found.value,
        calendar: found.calendar, rule: found.rule))
    if let month = found.month { lastMonth = month }
    guard let calendar = found.calendar else { return }
    if calendar.grain <= .week { lastStretch.week = calendar }
    if calendar.grain <= .month { lastStretch.month = calendar }
    if calendar.grain <= .year { lastStretch.year = calendar }
    if calendar.grain == .day {
      // The article went out after midnight: its own «اليوم الأربعاء» decides from there on.
      if found.isToday, !isQuoted(start), let told = reference, abs(told - calendar.first) == 1 {
        reference = calendar.first
      }
      if found.rule != "day-by-other" { lastDay = (calendar.first, found.end) }
      if !isQuoted(start), reference.map({ calendar.first <= $0 }) ?? true {
        speech = (calendar.first, Int(tokens.sentenceOf[start]))
      }
    }
    if found.namesYear, calendar.grain <= .month { lastDated = (calendar, found.end, mentions.count) }
  }

  /// Further years of «عامي 2013 و2014», «2022-2023».
  private mutating func addYears(after first: TimeReading) -> Int {
    var end = first.end
    while let next = year(after: end) {
      add(next.reading, from: next.start, .whole)
      end = next.reading.end
    }
    return end
  }

  // MARK: Words

  /// What the word at a token may be, clitics left on.
  @inline(__always) func word(_ index: Int) -> TimeWord { lexicon[tokens[index].whole] }

  /// What the word at a token may be under a reading.
  @inline(__always) func word(_ index: Int, _ reading: Reading) -> TimeWord {
    lexicon[tokens[index].word(reading)]
  }

  /// What the word at a token may be in its default reading, or less its clitics where that is none.
  func anyWord(_ index: Int) -> TimeWord {
    let token = tokens[index]
    let word = lexicon[token.word]
    guard word.roles.isEmpty, word.edge == nil, !word.isNumbered else { return word }
    if token.lessConjunction != 0 { return lexicon[token.lessConjunction] }
    return lexicon[token.lessPreposition != 0 ? token.lessPreposition : token.lessBoth]
  }

  @inline(__always) func mark(_ index: Int) -> Letter { tokens.mark(index) }
  @inline(__always) func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    tokens.mark(index) == UInt8(ascii: mark)
  }

  /// The value of a number token of at most nine digits.
  func digits(_ index: Int) -> Int? {
    guard tokens[index].kind == .number else { return nil }
    let letters = tokens.letters(index)
    guard letters.count <= 9 else { return nil }
    return letters.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  func digitCount(_ index: Int) -> Int { Int(tokens[index].foldedEnd - tokens[index].folded) }

  /// Whether the token is a word with the article.
  func isDefinite(_ index: Int) -> Bool {
    guard tokens[index].kind == .word else { return false }
    let letters = tokens.letters(index)
    return letters.count > 3 && letters.starts(with: [Letters.alef, Letters.lam])
  }

  /// Whether a part of a number stands right before or behind the number at `index`: 1,500 or 4.5.
  func isPartOfNumber(_ index: Int) -> Bool {
    func joins(_ mark: Int, _ number: Int) -> Bool {
      guard tokens[number].kind == .number else { return false }
      return (isMark(mark, ".") || isMark(mark, ",")) && !tokens[mark].spaced && !tokens[max(mark, number)].spaced
        && !tokens[max(index, mark)].spaced
    }
    return joins(index + 1, index + 2) || joins(index - 1, index - 2)
  }

  // MARK: The day of speaking

  /// The day that an expression at a token counts from: in a quotation the day it was said, where the text tells it.
  func anchor(_ index: Int) -> Int32? {
    guard isQuoted(index), let speech, holds(speech.sentence, to: Int(tokens.sentenceOf[index])) else {
      return reference
    }
    return speech.day
  }

  func isQuoted(_ index: Int) -> Bool { quote < tokens.quotes.count && tokens.quotes[quote].tokens.contains(index) }

  private mutating func advanceQuote(to index: Int) {
    while quote < tokens.quotes.count, tokens.quotes[quote].tokens.upperBound <= index { quote += 1 }
  }

  /// Whether the speech of one sentence goes on to another: inside its quotation, or by «وأضاف».
  private func holds(_ from: Int, to sentence: Int) -> Bool {
    guard sentence > from else { return sentence == from }
    guard sentence - from <= 4 else { return false }
    return (from + 1...sentence).allSatisfy { index in
      var first = tokens.sentences[index].lowerBound
      let head = tokens.sentences[index].prefix(8)
      while first < head.upperBound, tokens[first].kind == .mark { first += 1 }
      if first == head.upperBound { return true }
      return anyWord(first).has(.continuation) || isQuoted(first) && tokens.quotes[quote].tokens.lowerBound < first
    }
  }
}
