import GRDB
import Mahdar

/// Names, offices and states in a question.
extension QuestionReader {
  /// The words of the longest name that is looked for.
  private static let longest = 7

  /// Reads what the engine and the record know by name, the longest first.
  mutating func readNames() throws {
    try readAliases()
    if !isLatin { try readKnownNames() }
    try readRecordNames(least: 2, .exact, kinds: ["person"])
    if isLatin { readEnglishNames() } else { try readMentions() }
    if !isLatin { readPlainOffices() }
    try readRecordNames(least: 2, .exact)
    try readRecordNames(least: 1, .exact)
  }

  /// What is left of the question: names by their sounds, or with a letter more or less.
  mutating func readRest() throws {
    for nearness in [NameFinder.Nearness.sounding, .near] {
      if !isLatin, nearness == .sounding { try readUnknownMentions() }
      try readRecordNames(least: 2, nearness)
      try readRecordNames(least: 1, nearness)
    }
    try readUnknownNames()
  }

  /// Names that a person gave to somebody.
  private mutating func readAliases() throws {
    let aliases = try finder.aliases()
    guard !aliases.isEmpty else { return }
    for length in stride(from: min(Self.longest, tokens.count), to: 0, by: -1) {
      for start in tokens.indices where start + length <= tokens.count {
        let range = start..<start + length
        guard range.allSatisfy({ roles[$0] == nil }) else { continue }
        let rest = range.dropFirst().map { " " + tokens[$0].folded }.joined()
        guard let identity = tokens[start].variants.lazy.compactMap({ aliases[$0 + rest] }).first else { continue }
        add(
          range,
          [try finder.whole(NamedPerson(identity: identity, name: words(range), kind: "person", side: nil, names: []))],
          isGuess: false)
      }
    }
  }

  // MARK: The record's names

  /// Whether a word may be part of a name: not read yet, and in no table of questions.
  private func isOpen(_ index: Int, inside: Bool) -> Bool {
    guard roles[index] == nil else { return false }
    return inside
      ? !isWritten(index) || !tokens[index].isLatin && vocabulary.classes(of: tokens[index].folded).isEmpty
      : tokens[index].isLatin ? !isWritten(index) : word(index) == nil
  }

  /// Whether a name may begin or end with a word: no particle, and none of the words of questions.
  private func isEdge(_ index: Int, _ length: Int) -> Bool {
    (length > 1 ? !isWritten(index) : isOpen(index, inside: false)) && finder.hasTerms(tokens[index])
  }

  private static let kinds: Set<String> = ["person", "group", "organisation", "speaker"]

  private mutating func readRecordNames(
    least: Int, _ nearness: NameFinder.Nearness, kinds: Set<String> = Self.kinds
  ) throws {
    for length in stride(from: least == 1 ? 1 : Self.longest, through: least, by: -1) {
      for start in tokens.indices where start + length <= tokens.count {
        let range = start..<start + length
        guard range.allSatisfy({ isOpen($0, inside: length > 1) }), isEdge(start, length),
          isEdge(range.upperBound - 1, length)
        else {
          continue
        }
        // A short word in Latin letters sounds like too much.
        if length == 1, nearness == .near, tokens[start].folded.count < 5 { continue }
        if nearness != .exact, tokens[start].isLatin,
          length == 1 && tokens[start].folded.count < 4 || !isLikeName(start)
        {
          continue
        }
        let rows = try nearness == .exact ? finder.rows(tokens[range]) : allRows(range, nearness)
        guard !rows.isEmpty else { continue }
        var people = borne(by: try finder.people(rows), range, nearness).filter { kinds.contains($0.kind) }
        guard !people.isEmpty else { continue }
        if nearness == .exact { people = try withSpellings(people, range) }
        add(range, people, isGuess: nearness == .near)
      }
    }
  }

  /// With those whom the record has apart under another spelling of the name, of the same side: «كماندي», «كاماندى».
  private mutating func withSpellings(_ people: [NamedPerson], _ range: Range<Int>) throws -> [NamedPerson] {
    let unknown = people.filter {
      $0.kind == "person" && ($0.identity.hasPrefix("name:") || $0.identity.hasPrefix("local:"))
    }
    guard !unknown.isEmpty else { return people }
    let others = borne(by: try finder.people(try allRows(range, .sounding)), range, .sounding).filter { other in
      !people.contains { $0.identity == other.identity }
        && unknown.contains { one in
          one.side == other.side && names.key(one.name).isSame(as: names.key(other.name))
        }
    }
    return people + others
  }

  /// The rows that have every word of a run as it is written or nearly so.
  private mutating func allRows(_ range: Range<Int>, _ nearness: NameFinder.Nearness) throws -> Set<Int> {
    var rows: Set<Int>?
    for place in range {
      // «دي» is written with the next word or left out.
      if place != range.lowerBound, place != range.upperBound - 1, tokens[place].folded.count < 4 { continue }
      let found = try finder.rows(tokens[place], nearness).union(try finder.rows(tokens[place]))
      rows = rows?.intersection(found) ?? found
      if rows?.isEmpty == true { break }
    }
    return rows ?? []
  }

  /// Those whose names have the words, in their order: by a single word those who bear it last, if any do.
  func borne(by people: [NamedPerson], _ range: Range<Int>, _ nearness: NameFinder.Nearness) -> [NamedPerson] {
    let persons = people.filter {
      Self.kinds.contains($0.kind) && !isOffice($0) && (nearness != .exact || range.count == 1 || isInOrder(range, $0))
    }
    guard range.count == 1, nearness == .exact else { return persons }
    let token = tokens[range.lowerBound]
    let variants = Set(token.variants.map { finder.terms.terms(of: $0).map(\.letters) })
    let last = persons.filter { person in
      person.names.contains { name in
        let terms = finder.terms.terms(of: name).filter { !$0.isAlternative }
        return terms.last.map { variants.contains([$0.letters]) } ?? false
      }
    }
    return last.isEmpty ? persons : last
  }

  /// Whether somebody is called by an office in the record: «المتحدث باسم …» is no name.
  private func isOffice(_ person: NamedPerson) -> Bool {
    person.names.allSatisfy { name in
      Spelling.folded(name).split(separator: " ").first.map { names.isOffice(String($0)) } ?? true
    }
  }

  /// Whether a name of somebody has the words of a run in their order: «محمد بن سلمان» is not «سلمان بن محمد».
  private func isInOrder(_ range: Range<Int>, _ person: NamedPerson) -> Bool {
    person.names.contains { isForward(range, Spelling.folded($0).split(separator: " ").map(String.init)) }
  }

  /// Whether the places of the words that a name has rise.
  private func isForward(_ range: Range<Int>, _ words: [String]) -> Bool {
    let places = range.compactMap { index in words.firstIndex { tokens[index].variants.contains($0) } }
    return zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }
  }

  @discardableResult
  mutating func add(_ range: Range<Int>, _ people: [NamedPerson], isGuess: Bool) -> Int {
    let index = question.parties.count
    question.parties.append(
      AskedParty(words: words(range), tokens: range, people: people, isNamed: true, isGuess: isGuess))
    for place in range { roles[place] = .party(index) }
    return index
  }

  /// Words and places that are written with a letter more or less: «محادثاث», «في زغريب».
  mutating func readPlacesNearby() {
    for index in tokens.indices where roles[index] == nil {
      if isBehindPlaceWord(index) || tokens[index].folded.first == "ب", let place = finder.place(near: tokens[index]) {
        addPlace(index..<index + 1, names: [Spelling.folded(place.name)], country: nil, side: place.country)
        continue
      }
      let isKnown = tokens[index].variants.contains { names.isCommon($0) || !names.entries(named: $0).isEmpty }
      let classes = tokens[index].isLatin || isKnown ? [] : vocabulary.near(tokens[index].folded)
      if !classes.isEmpty { roles[index] = .words(classes) }
    }
  }

  /// Names that the engine found by how they are written, and the record has not.
  private mutating func readUnknownMentions() throws {
    for mention in analysis.mentions
    where mention.kind == .person && mention.office == nil && mention.rule != "known name" {
      var range = tokens(in: mention.span)
      while let last = range.last, roles[last] != nil || word(last) != nil { range = range.dropLast() }
      guard range.count > 1, range.allSatisfy({ roles[$0] == nil }) else { continue }
      // Looked for by sound first.
      for nearness in [NameFinder.Nearness.sounding, .near] {
        let rows = try allRows(range, nearness)
        let people = borne(by: try finder.people(rows), range, nearness)
        if !people.isEmpty {
          add(range, people, isGuess: nearness == .near)
          break
        }
      }
    }
  }

  /// Runs of two words and more that nothing knows, where a name stands: behind a verb of contact, «بين», «مع», or another name.
  private mutating func readUnknownNames() throws {
    var index = 0
    while index < tokens.count {
      guard roles[index] == nil else {
        index += 1
        continue
      }
      var end = index
      while end < tokens.count, roles[end] == nil { end += 1 }
      let range = index..<end
      index = end
      let isName =
        tokens[range.lowerBound].isLatin
        ? range.allSatisfy { tokens[$0].text.first?.isUppercase ?? false }
        : range.count > 1
          && analysis.mentions.contains {
            $0.kind == .person && $0.name != nil && !tokens(in: $0.span).clamped(to: range).isEmpty
          }
      if isName { add(range, [], isGuess: false) }
    }
  }
}
