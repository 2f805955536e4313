import Mahdar

/// Offices in a question in Arabic.
extension QuestionReader {
  /// An office, with who holds it where that is told: «السفير الياباني موراكامي», «الرئيسان المصري والفرنسي».
  mutating func readOffice(_ mention: Mention, _ range: Range<Int>) throws {
    guard let office = mention.office else { return }
    let officeRange = tokens(in: office)
    let nameRange = mention.name.map { tokens(in: $0) } ?? range.upperBound..<range.upperBound
    guard officeRange.allSatisfy({ roles[$0] == nil }) else { return }
    // «نائب لافروف», «مبعوث ترامب» are others than they; «السابق» is told by no record.
    let isOthers =
      mention.name != nil && officeRange.count == 1 && !analysis.text(office).hasPrefix("ال") && mention.side == nil
    let isFormer = officeRange.contains { vocabulary.classes(of: tokens[$0].folded).contains(.former) }
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
      if names.isCounterpart(told) { party.key = question.parties.last { $0.office != nil }?.key ?? OfficeKey() }
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

  /// Offices that the engine does not read in a question: «وزراء طاقة تركيا وبلغاريا», «حقيبة الخارجية في السعودية».
  mutating func readPlainOffices() {
    for index in tokens.indices.dropLast() where roles[index] == nil {
      if readHeldOffice(index) { continue }
      let head = tokens[index].variants.compactMap { [vocabulary] in vocabulary.plurals[$0] }.first
      let field = vocabulary.fields[tokens[index].folded]
      guard var office = head ?? field else { continue }
      var end = index + 1
      if sides(end) == nil, roles[end] == nil || field != nil {
        office += " " + tokens[end].text
        end += 1
      }
      var states: [String?] = []
      while end < tokens.count, let side = sides(end) {
        states.append(side)
        end += 1
      }
      if field != nil, states.isEmpty, end + 1 < tokens.count, let side = sides(end + 1) {
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
}
