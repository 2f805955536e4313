import GRDB
import Mahdar

/// Reads a question word by word: what it asks for, names, places, days, and what it does not understand.
struct QuestionReader {
  typealias Class = QuestionWords.Class

  /// What a word of the question was read as.
  enum Role {
    case words(Set<Class>)
    case party(Int)
    case place(Int)
    case time
    /// Of the free words of what was said.
    case text
  }

  let text: String
  let tokens: [QuestionToken]
  let analysis: Analysis
  let vocabulary: QuestionWords
  let english: EnglishNames
  let names: NameLookup
  var finder: NameFinder
  let now: String

  var roles: [Role?]
  var question = Question()
  let isLatin: Bool
  /// Whether it has no capital letters at all.
  let isLowerCase: Bool

  init(
    _ text: String, _ analysis: Analysis, _ vocabulary: QuestionWords, _ english: EnglishNames, _ names: NameLookup,
    _ finder: NameFinder, now: String
  ) {
    self.text = text
    self.analysis = analysis
    self.vocabulary = vocabulary
    self.english = english
    self.names = names
    self.finder = finder
    self.now = now
    tokens = QuestionToken.tokens(of: text, joining: finder.terms.lexicon.sounds.isCompoundHead)
    roles = Array(repeating: nil, count: tokens.count)
    isLowerCase = !tokens.contains { $0.isLatin && $0.text.contains(where: \.isUppercase) }
    isLatin = tokens.filter(\.isLatin).count * 2 > tokens.count
  }

  mutating func read() throws -> Question {
    readTimes()
    readPhrases()
    try readNames()
    readWords()
    try readRest()
    readPlacesNearby()
    readAbout()
    completeNames()
    joinNames()
    joinOffices()
    readPlaces()
    dropTextNames()
    readKinds()
    account()
    return question
  }

  // MARK: Words

  /// The classes of a word that was read as one of the table's.
  func classes(_ index: Int) -> Set<Class> {
    if roles.indices.contains(index), case .words(let classes) = roles[index] { return classes }
    return []
  }

  func has(_ name: Class, _ index: Int) -> Bool { classes(index).contains(name) }

  /// The text of a run of words.
  func words(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let bytes = Array(text.utf8)
    return String(decoding: bytes[tokens[first].bytes.lowerBound..<tokens[last].bytes.upperBound], as: UTF8.self)
  }

  /// The tokens that lie in a span of the analysis.
  func tokens(in span: TextSpan) -> Range<Int> {
    let inside = tokens.indices.filter {
      tokens[$0].bytes.lowerBound < Int(span.end) && tokens[$0].bytes.upperBound > Int(span.start)
    }
    guard let first = inside.first, let last = inside.last else { return 0..<0 }
    return first..<last + 1
  }

  /// Phrases of two words and more.
  private mutating func readPhrases() {
    for length in stride(from: vocabulary.longest, to: 1, by: -1) {
      var index = 0
      while index + length <= tokens.count {
        defer { index += 1 }
        guard roles[index..<index + length].allSatisfy({ $0 == nil }) else { continue }
        let rest = tokens[index + 1..<index + length].map { " " + $0.folded }.joined()
        for first in tokens[index].variants {
          let classes = vocabulary.classes(of: first + rest)
          guard !classes.isEmpty else { continue }
          for place in index..<index + length { roles[place] = .words(place == index ? classes : [.plain]) }
          break
        }
      }
    }
  }

  /// Single words of the table: as they are written, then by their other forms.
  private mutating func readWords() {
    for index in tokens.indices where roles[index] == nil { roles[index] = word(index).map(Role.words) }
  }

  func word(_ index: Int) -> Set<Class>? {
    let token = tokens[index]
    let written = vocabulary.classes(of: token.folded)
    if !written.isEmpty { return token.isLatin ? written : written.union(vocabulary.inflected(token.text)) }
    if token.isLatin { return nil }
    for variant in token.variants.dropFirst() {
      // A preposition stands on nouns: «لولا» is not «ولا».
      guard variant.count > 3 || "وف".contains(token.folded.first ?? " ") else { continue }
      let classes = vocabulary.classes(of: variant)
      if !classes.isEmpty { return classes.union(vocabulary.inflected(variant)) }
    }
    let inflected = vocabulary.inflected(token.text)
    return inflected.isEmpty ? nil : inflected
  }

  /// Whether the table has the word as it is written.
  func isWritten(_ index: Int) -> Bool {
    !vocabulary.classes(of: tokens[index].folded).isEmpty
      || tokens[index].variants.dropFirst().contains { $0.count > 2 && !vocabulary.classes(of: $0).isEmpty }
  }

  // MARK: Free words

  /// What stands behind «عن», «بشأن», «قال إن»: free words, up to the end or to days and places that limit the question.
  private mutating func readAbout() {
    let isSaying = tokens.indices.contains { has(.say, $0) && !has(.meet, $0) }
    for index in tokens.indices.dropLast() {
      // «على» is «about» of what is said alone, and “on the agenda” is none.
      if tokens[index...].indices.dropFirst().prefix(2).contains(where: { has(.topicNoun, $0) || has(.discuss, $0) }) {
        continue
      }
      let isMarker =
        has(.about, index) && !isContact(index + 1) && !isAsking(index + 1) && (isSaying || !has(.to, index))
      let isThat = has(.that, index) && isSaying && !tokens[(index + 1)...].indices.contains(where: isContact)
      guard isMarker || isThat, !has(.to, index) || isMarker else { continue }
      // «على» and “on” stand before days, too, and “on” before people's calendars.
      if case .time = roles[index + 1] { continue }
      if isLatin, !isSaying, case .party = roles[index + 1] { continue }
      var end = index + 1
      while end < tokens.count {
        if case .time = roles[end] { break }
        if has(.in, end), end + 1 < tokens.count, isPlaceOrTime(end + 1) { break }
        if isLatin, end > index + 1, case .party = roles[end] { break }
        if has(.when, end) || has(.discuss, end) { break }
        if end > index + 1, isAsking(end) || has(.with, end) || has(.between, end) { break }
        if has(.before, end) || has(.after, end) || has(.since, end) || has(.during, end) {
          if end + 1 < tokens.count, case .time = roles[end + 1] { break }
        }
        end += 1
      }
      guard end > index + 1 else { continue }
      let range = index + 1..<end
      question.about = words(range)
      if isLatin { return readTopics(range) }
      for place in index + 1..<end { roles[place] = .text }
      return
    }
    readDiscussed()
  }

  /// What a question in English speaks about: topics, and people by their Arabic names; a word that is none is not understood.
  private mutating func readTopics(_ range: Range<Int>) {
    var start = range.lowerBound
    for place in range {
      guard case .party(let party) = roles[place], !question.parties[party].isJoined else { continue }
      question.aboutArabic += english.topics(tokens[start..<place].map(\.folded)).topics
      let surnames = question.parties[party].people.compactMap { $0.name.split(separator: " ").last.map(String.init) }
      let states = question.parties[party].side.map(english.arabic) ?? []
      question.aboutArabic.append(
        surnames.isEmpty ? (states.isEmpty ? [question.parties[party].words] : states) : surnames)
      question.parties[party].isJoined = true
      start = place + 1
    }
    let rest = english.topics(tokens[start..<max(start, range.upperBound)].map(\.folded))
    question.aboutArabic += rest.topics
    for place in range {
      if case .party = roles[place] { roles[place] = .text }
      if rest.unknown.contains(tokens[place].folded) {
        if !has(.plain, place) { roles[place] = nil }
      } else {
        roles[place] = .text
      }
    }
  }

  /// What «هل تطرق لافروف وبلينكن إلى …» asks about: the words behind the parties that nothing else knows.
  private mutating func readDiscussed() {
    guard tokens.indices.contains(where: { has(.discuss, $0) }), tokens.indices.contains(where: { has(.whether, $0) })
    else { return }
    let open = tokens.indices.filter { roles[$0] == nil }
    guard let first = open.first, let last = open.last, last - first < open.count + 2 else { return }
    question.about = words(first..<last + 1)
    if isLatin {
      let arabic = english.topics(tokens[first...last].map(\.folded))
      guard arabic.unknown.isEmpty else { return question.about = nil }
      question.aboutArabic = arabic.topics
    }
    for place in first...last { roles[place] = .text }
  }

  private func isPlaceOrTime(_ index: Int) -> Bool {
    switch roles[index] {
    case .time, .place: true
    case .party(let party): question.parties[party].isSide
    default: false
    }
  }

  /// Whether a word tells a contact: «لقاء», “call”.
  func isContact(_ index: Int) -> Bool {
    !classes(index).isDisjoint(with: [.meet, .visit, .call, .message, .speak])
  }

  /// Whether a word asks: «متى», “where”.
  func isAsking(_ index: Int) -> Bool {
    !classes(index).isDisjoint(with: [
      .when, .where, .howMuch, .howLong, .who, .which, .what, .why, .how, .aboutWhat, .whether,
    ]) && !has(.plain, index)
  }

  /// Names within free words are none of the question's parties and places; a state that is discussed is free words.
  private mutating func dropTextNames() {
    let isDiscussing = tokens.indices.contains { has(.discuss, $0) }
    let named = question.parties.filter { $0.isNamed && !$0.isJoined }.count
    let isAsked = tokens.indices.contains { has(.who, $0) || has(.whoElse, $0) }
    if isDiscussing, question.about == nil, named > 0 || isAsked {
      for index in question.parties.indices where question.parties[index].isSide && !question.parties[index].isJoined {
        let start = question.parties[index].tokens.lowerBound
        guard start > 0, !has(.with, start - 1), !has(.between, start - 1), !has(.in, start - 1) else { continue }
        question.about = question.parties[index].words
        question.aboutArabic = isLatin ? [english.arabic(ofSide: question.parties[index].side ?? "")] : []
        question.parties[index].isJoined = true
        for token in question.parties[index].tokens { roles[token] = .text }
      }
      for index in question.places.indices where question.about == nil {
        let start = question.places[index].tokens.lowerBound
        guard start > 0, !has(.in, start - 1), !has(.to, start - 1), !tokens[start].folded.hasPrefix("ب") else {
          continue
        }
        question.about = question.places[index].words
        question.places[index].isActing = true
        for token in question.places[index].tokens { roles[token] = .text }
      }
    }
    for index in question.parties.indices where question.parties[index].tokens.allSatisfy({ isText($0) }) {
      question.parties[index].isJoined = true
    }
    let places = question.places.filter { !$0.isActing && !$0.tokens.allSatisfy(isText) }
    question.places = places
    for (index, place) in question.places.enumerated() { for token in place.tokens { roles[token] = .place(index) } }
    refuseAddressees()
  }

  private func isText(_ index: Int) -> Bool { if case .text = roles[index] { true } else { false } }

  /// Of whom something was said to, articles tell too little: «ماذا قال الصفدي لشكري؟».
  private mutating func refuseAddressees() {
    guard tokens.indices.contains(where: { has(.say, $0) }), !tokens.indices.contains(where: isContact) else { return }
    let open = question.parties.indices.filter { !question.parties[$0].isJoined }.sorted {
      question.parties[$0].tokens.lowerBound < question.parties[$1].tokens.lowerBound
    }
    for index in open.dropFirst() { for token in question.parties[index].tokens { roles[token] = nil } }
  }

  // MARK: The account

  /// Tells how each word was read, and which were not.
  private mutating func account() {
    var index = 0
    func run(_ same: (Role?) -> Bool) -> Range<Int> {
      var end = index + 1
      while end < tokens.count, same(roles[end]) { end += 1 }
      return index..<end
    }
    while index < tokens.count {
      var (range, role, meaning): (Range<Int>, String, String?) = (index..<index + 1, "", nil)
      switch roles[index] {
      case nil:
        range = run { if case nil = $0 { true } else { false } }
        role = "not understood"
        question.unknown.append(words(range))
      case .words(let classes):
        role = classes.contains(.plain) ? "plain" : classes.map(\.rawValue).sorted().joined(separator: ", ")
      case .party(let party):
        range = run { if case .party(party) = $0 { true } else { false } }
        let asked = question.parties[party]
        role = asked.isSide ? "state" : asked.isNamed ? "name" : "office"
        meaning =
          asked.people.isEmpty
          ? asked.side ?? asked.office : asked.people.prefix(3).map(\.name).joined(separator: "، ")
      case .place(let place):
        range = run { if case .place(place) = $0 { true } else { false } }
        role = "place"
        meaning = question.places[place].country ?? question.places[place].names.sorted().first
      case .time:
        range = run { if case .time = $0 { true } else { false } }
        role = "days"
        meaning = [question.from, question.to].compactMap(\.self).joined(separator: "..")
      case .text:
        range = run { if case .text = $0 { true } else { false } }
        role = "about"
      }
      question.words.append(AskAnswer.Word(words: words(range), role: role, meaning: meaning))
      index = range.upperBound
    }
  }
}
