import GRDB
import Mahdar

/// Names, offices and states in a question.
extension QuestionReader {
  /// The words of the longest name that is looked for.
  private static let longest = 7

  /// Reads what the engine and the record know by name, the longest first.
  mutating func readNames() throws {
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

  /// Offices that the engine does not read in a question: «وزراء طاقة تركيا وبلغاريا», «حقيبة الخارجية في السعودية».
  private mutating func readPlainOffices() {
    for index in tokens.indices.dropLast() where roles[index] == nil {
      if readHeldOffice(index) { continue }
      let head = tokens[index].variants.lazy.compactMap { Self.plurals[$0] }.first
      let isPortfolio = ["حقيبه", "وزاره"].contains(tokens[index].folded)
      guard head != nil || isPortfolio else { continue }
      var end = index + 1
      var office = head ?? "وزير"
      if sides(end) == nil, roles[end] == nil || isPortfolio {
        office += " " + tokens[end].text
        end += 1
      }
      var states: [String?] = []
      while end < tokens.count, let side = sides(end) {
        states.append(side)
        end += 1
      }
      if isPortfolio, states.isEmpty, end + 1 < tokens.count, let side = sides(end + 1) {
        states = [side]
        end += 2
      }
      guard !states.isEmpty else { continue }
      for side in states {
        var party = AskedParty(words: words(index..<end), tokens: index..<end, side: side, office: office)
        party.key = names.offices(office)
        question.parties.append(party)
      }
      for place in index..<end {
        if case .party(let party) = roles[place] { question.parties[party].isJoined = true }
        if case .place(let place) = roles[place] { question.places[place].isActing = true }
        roles[place] = .party(question.parties.count - 1)
      }
    }
    question.places.removeAll { $0.isActing }
    for (index, place) in question.places.enumerated() { for token in place.tokens { roles[token] = .place(index) } }
  }

  /// «وزيرا للخارجية», «أمينا عاما لحلف الناتو»: of somebody told before it is a condition, else whom the question asks about.
  private mutating func readHeldOffice(_ index: Int) -> Bool {
    let word = tokens[index].folded
    guard word.hasSuffix("ا"), names.isOffice(String(word.dropLast())) else { return false }
    var (office, end) = (String(tokens[index].text.dropLast()), index + 1)
    if end < tokens.count, roles[end] == nil, tokens[end].folded.hasSuffix("ا") {
      office += " " + tokens[end].text.dropLast()
      end += 1
    }
    guard end < tokens.count, tokens[end].folded.hasPrefix("ل") else { return false }
    var side = sides(end)
    if side == nil, tokens[end].folded.hasPrefix("لل") {
      office += " ال" + tokens[end].text.dropFirst(2)
      end += 1
    } else {
      // «لحلف الناتو», «لمصر»
      let rest = tokens[end...].prefix(2).enumerated().map { $0 == 0 ? String($1.folded.dropFirst()) : $1.folded }
      side =
        side ?? finder.terms.lexicon.sides.side(rest.joined(separator: " "))
        ?? rest.last.flatMap(finder.terms.lexicon.sides.side)
      guard side != nil else { return false }
      end += sides(end) == nil ? rest.count : 1
    }
    var party = AskedParty(words: words(index..<end), tokens: index..<end, side: side, office: office)
    party.key = names.offices(office)
    for place in index..<end {
      if case .party(let other) = roles[place] { question.parties[other].isJoined = true }
      roles[place] = .party(question.parties.count)
    }
    if let holder = question.parties.indices.last(where: {
      question.parties[$0].isNamed && question.parties[$0].tokens.upperBound <= index
    }) {
      question.parties[holder].heldKey = party.key
      party.isJoined = true
    }
    question.parties.append(party)
    return true
  }

  /// The state that a word names.
  private func sides(_ index: Int) -> String? {
    guard tokens.indices.contains(index) else { return nil }
    return tokens[index].variants.lazy.flatMap { names.entries(named: $0) }.first { $0.kind == .state }?.side
  }

  private static let plurals = [
    "وزراء": "وزير", "وزرا": "وزير", "رؤساء": "رئيس", "روسا": "رئيس", "سفراء": "سفير", "سفرا": "سفير", "وزيرا": "وزير",
    "وزيري": "وزير",
    "رييسا": "رئيس", "رييسي": "رئيس", "سفيرا": "سفير", "مبعوثو": "مبعوث", "ممثلو": "ممثل", "قاده": "قائد",
  ]

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
        let people = borne(by: try finder.people(rows), range, nearness).filter { kinds.contains($0.kind) }
        guard !people.isEmpty else { continue }
        add(range, people, isGuess: nearness == .near)
      }
    }
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
  private func borne(by people: [NamedPerson], _ range: Range<Int>, _ nearness: NameFinder.Nearness) -> [NamedPerson] {
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
  private mutating func add(_ range: Range<Int>, _ people: [NamedPerson], isGuess: Bool) -> Int {
    let index = question.parties.count
    question.parties.append(
      AskedParty(words: words(range), tokens: range, people: people, isNamed: true, isGuess: isGuess))
    for place in range { roles[place] = .party(index) }
    return index
  }

  // MARK: What the engine reads

  /// People of the gazetteer whom a name alone tells, as the engine finds them in articles.
  private mutating func readKnownNames() throws {
    for mention in analysis.mentions
    where mention.kind == .person && mention.office == nil && mention.rule == "known name" {
      let range = tokens(in: mention.span)
      let chain = analysis.chains[mention.chain]
      guard !range.isEmpty, range.allSatisfy({ roles[$0] == nil }), range.count > 1 || !isWritten(range.lowerBound),
        chain.isNamed,
        let id = chain.id
      else { continue }
      let known = try finder.whole(
        NamedPerson(identity: id, name: analysis.text(mention.span), kind: "person", side: chain.side, names: []))
      // One whom the record has not may be somebody else whom it has.
      if !known.names.isEmpty { add(range, [known], isGuess: false) }
    }
  }

  /// Offices, states, places and known people, as the engine finds them in articles.
  private mutating func readMentions() throws {
    for mention in analysis.mentions {
      let range = tokens(in: mention.span)
      guard !range.isEmpty else { continue }
      switch mention.kind {
      case .person where mention.office != nil: try readOffice(mention, range)
      case .person:
        guard mention.rule == "known name", range.allSatisfy({ roles[$0] == nil }),
          range.count > 1 || !isWritten(range.lowerBound)
        else { continue }
        let chain = analysis.chains[mention.chain]
        var people: [NamedPerson] = []
        if let id = chain.id, chain.isNamed {
          let known = try finder.whole(
            NamedPerson(identity: id, name: analysis.text(mention.span), kind: "person", side: chain.side, names: []))
          if !known.names.isEmpty { people = [known] }
        }
        // A surname that others bear, too, may be meant for any of them.
        if range.count == 1 {
          let others = borne(by: try finder.people(try finder.rows(tokens[range.lowerBound])), range, .exact)
          people += others.filter { one in !people.contains { $0.identity == one.identity } }
        }
        add(range, people, isGuess: false)
      case .state, .place, .organisation, .outlet:
        guard range.allSatisfy({ roles[$0] == nil }), !isPerson(range) else { continue }
        readEntry(mention, range)
      default: continue
      }
    }
  }

  /// Whether the record has a person called by what the gazetteer has as a place, and no «في» stands before it.
  private mutating func isPerson(_ range: Range<Int>) -> Bool {
    guard range.count == 1, let rows = try? finder.rows(tokens[range.lowerBound]), !rows.isEmpty,
      !isBehindPlaceWord(range.lowerBound)
    else { return false }
    let people = (try? finder.people(rows)) ?? []
    return people.contains { $0.kind == "person" } && !people.contains { $0.kind == "state" }
      && names.entries(named: tokens[range.lowerBound].folded).allSatisfy { $0.kind != .state }
  }

  /// «في», «إلى», “in” or بـ on the word itself.
  func isBehindPlaceWord(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = vocabulary.classes(of: tokens[index - 1].folded)
    return before.contains(.in) || before.contains(.to) && !before.contains(.about)
  }

  private mutating func readEntry(_ mention: Mention, _ range: Range<Int>) {
    if mention.kind == .outlet { return outlet(range) }
    guard let side = mention.side else { return }
    switch mention.kind {
    case .place:
      // «العاصمة الإسبانية» is none of the city's names.
      let isPhrase = range.count > 1 && names.entries(named: words(range)).contains { $0.isCapital }
      addPlace(range, names: placeNames(range), country: isPhrase ? side : nil, side: side)
    case .state:
      addSide(range, side)
    default: addSide(range, side)
    }
  }

  /// An outlet that is asked about is a source by name.
  private mutating func outlet(_ range: Range<Int>) {
    let index = question.parties.count
    question.parties.append(AskedParty(words: words(range), tokens: range, isNamed: true, isOutlet: true))
    for place in range { roles[place] = .party(index) }
  }

  private func placeNames(_ range: Range<Int>) -> Set<String> {
    let first = tokens[range.lowerBound].variants
    let rest = range.dropFirst().map { " " + tokens[$0].folded }.joined()
    return Set(first.map { $0 + rest })
  }

  /// What the question has as a state or union.
  mutating func addSide(_ range: Range<Int>, _ side: String) {
    let index = question.parties.count
    var party = AskedParty(words: words(range), tokens: range, side: side)
    party.placeNames = placeNames(range)
    question.parties.append(party)
    for place in range { roles[place] = .party(index) }
  }

  /// A city: a place, or its state that acts.
  mutating func addPlace(_ range: Range<Int>, names: Set<String>, country: String?, side: String?) {
    let index = question.places.count
    // A region holds its cities.
    let held = names.flatMap { finder.terms.lexicon.places.areas(called: $0) }.filter {
      side == nil || $0.country == nil || $0.country == side
    }
    question.places.append(
      AskedPlace(
        words: words(range), tokens: range, names: names.union(held.flatMap(\.names).map(Spelling.folded)),
        country: country,
        side: side))
    for place in range { roles[place] = .place(index) }
  }

  /// An office, with who holds it where that is told: «السفير الياباني موراكامي», «الرئيسان المصري والفرنسي».
  private mutating func readOffice(_ mention: Mention, _ range: Range<Int>) throws {
    guard let office = mention.office else { return }
    let officeRange = tokens(in: office)
    let nameRange = mention.name.map { tokens(in: $0) } ?? range.upperBound..<range.upperBound
    guard officeRange.allSatisfy({ roles[$0] == nil }) else { return }
    // «نائب لافروف», «مبعوث ترامب» are others than they; «السابق» is told by no record.
    let isOthers =
      mention.name != nil && officeRange.count == 1 && !analysis.text(office).hasPrefix("ال") && mention.side == nil
    let isFormer = officeRange.contains { ["السابق", "الاسبق", "السابقه", "الاسبقه"].contains(tokens[$0].folded) }
    if isOthers || isFormer { return }
    var told = analysis.text(office)
    // The words behind the office that are somebody's name are not of it.
    var end = officeRange.upperBound
    for place in officeRange.dropFirst() {
      if case .party = roles[place] { end = place }
      if end < officeRange.upperBound { break }
    }
    told = end < officeRange.upperBound ? words(officeRange.lowerBound..<end) : told
    let sides = mention.sides.count > 1 ? mention.sides.map(Optional.some) : [mention.side]
    for side in sides {
      let index = question.parties.count
      var party = AskedParty(words: words(range), tokens: range)
      party.office = told
      party.key = names.offices(sides.count > 1 ? singular(told) : told)
      party.side = side ?? names.side(in: told)
      // «نظيره السوداني» holds the office told before.
      if told.hasPrefix("نظير") { party.key = question.parties.last { $0.office != nil }?.key ?? OfficeKey() }
      question.parties.append(party)
      for place in officeRange where place < end { roles[place] = .party(index) }
      guard !nameRange.isEmpty, sides.count == 1, nameRange.allSatisfy({ roles[$0] == nil }) else { continue }
      let rows = try finder.rows(tokens[nameRange])
      question.parties[index].people = borne(by: try finder.people(rows), nameRange, .exact)
      question.parties[index].isNamed = true
      if question.parties[index].people.isEmpty {
        // The words behind an office may be more than a name: they are looked at again.
        question.parties[index].isNamed = false
        continue
      }
      for place in nameRange { roles[place] = .party(index) }
    }
  }

  /// The office of one of two: «الرئيسان», «وزيرا خارجية …».
  private func singular(_ office: String) -> String {
    var words = office.split(separator: " ").map(String.init)
    for ending in ["ان", "ين", "ون", "ا", "ي"] where words[0].hasSuffix(ending) && words[0].count > ending.count + 3 {
      words[0].removeLast(ending.count)
      break
    }
    // Whose they are is told apart.
    return words.filter { word in
      ["", "و"].allSatisfy { !word.hasPrefix($0) || names.side(in: String(word.dropFirst($0.count))) == nil }
    }.joined(separator: " ")
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
