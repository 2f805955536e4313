import Mahdar

/// Names of states, cities and offices in a question in English.
extension QuestionReader {
  private typealias Entry = EnglishNames.Entry

  private struct Found {
    var range: Range<Int>
    var entries: [Entry]

    var side: String? {
      for case .side(let side, _) in entries { return side }
      return nil
    }
    var office: String? {
      for case .office(let office) in entries { return office }
      return nil
    }
    /// “minister”, which a portfolio completes.
    var isMinister: Bool { entries.contains(.minister) }
    /// Who is sent somewhere: “envoy to Libya”.
    var isSent: Bool { entries.contains(.sent) }
    var portfolio: String? {
      for case .portfolio(let portfolio) in entries { return portfolio }
      return nil
    }
  }

  mutating func readEnglishNames() {
    let found = find()
    var used = Set<Int>()
    for (place, one) in found.enumerated() {
      readOffice(found, place, one, &used)
    }
    for (place, one) in found.enumerated() where !used.contains(place) {
      if let side = one.side {
        addSide(one.range, side)
        for case .city(let names, _) in one.entries {
          question.parties[question.parties.count - 1].placeNames.formUnion(names.map(Spelling.folded))
        }
        continue
      }
      for case .city(let names, let country) in one.entries {
        addPlace(one.range, names: Set(names.map(Spelling.folded)), country: nil, side: country)
        break
      }
    }
    readRegions()
  }

  /// Regions, which the places of the search know by their English names: “in Alaska”.
  private mutating func readRegions() {
    for start in tokens.indices where roles[start] == nil && isLikeName(start) {
      guard isBehindPlaceWord(start) || !isNameWord(start + 1) && !isNameWord(start - 1), word(start) == nil else {
        continue
      }
      for end in stride(from: min(start + 3, tokens.count), to: start, by: -1)
      where roles[start..<end].allSatisfy({ $0 == nil }) {
        let areas = finder.terms.lexicon.places.areas(called: words(start..<end))
        guard !areas.isEmpty else { continue }
        addPlace(
          start..<end, names: Set(areas.flatMap(\.names).map(Spelling.folded)), country: nil, side: areas.first?.country
        )
        break
      }
    }
  }

  /// The entries of the table, the longest first, none within another.
  private func find() -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < tokens.count {
      var next = index + 1
      for length in stride(from: min(english.longest, tokens.count - index), to: 0, by: -1) {
        let range = index..<index + length
        guard range.allSatisfy({ roles[$0] == nil }) else { continue }
        let name = tokens[range].map(\.folded).joined(separator: " ")
        var entries = english(name)
        if length == 1 || entries.isEmpty, name.hasSuffix("s") { entries += english(String(name.dropLast())) }
        entries = entries.filter { isFit($0, range) }
        guard !entries.isEmpty else { continue }
        found.append(Found(range: range, entries: entries))
        next = range.upperBound
        break
      }
      index = next
    }
    return found
  }

  private func isFit(_ entry: Entry, _ range: Range<Int>) -> Bool {
    let isCapital = isLikeName(range.lowerBound)
    switch entry {
    case .office, .portfolio, .minister, .sent: return true
    case .side:
      // “us” is a pronoun and “who” asks.
      let isWord = range.count == 1 && !vocabulary.classes(of: tokens[range.lowerBound].folded).isEmpty
      return isCapital && (!isWord || !tokens[range.lowerBound].text.contains(where: \.isLowercase))
    case .city, .outlet:
      // “Santiago Perez” is a name.
      return isCapital
        && (isBehindPlaceWord(range.lowerBound)
          || !isNameWord(range.upperBound) && (isOwner(range.lowerBound - 1) || !isNameWord(range.lowerBound - 1)))
    }
  }

  /// Whether a word may be a name by its first letter: in a question without capitals any.
  func isLikeName(_ index: Int) -> Bool {
    tokens.indices.contains(index) && (tokens[index].text.first?.isUppercase == true || isLowerCase)
  }

  /// Whether a capitalised word stands there that no table has.
  private func isNameWord(_ index: Int) -> Bool {
    tokens.indices.contains(index) && isLikeName(index) && roles[index] == nil
      && vocabulary.classes(of: tokens[index].folded).isEmpty && vocabulary.month(tokens[index].folded) == nil
      && english(tokens[index].folded).isEmpty
  }

  /// Whether a word is a possessive: “Attaf's Belgrade visit”.
  private func isOwner(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), index + 1 < tokens.count else { return false }
    let gap = Array(text.utf8)[tokens[index].bytes.upperBound..<tokens[index + 1].bytes.lowerBound]
    return gap.contains(0x73)
  }

  private func word(_ index: Int, is words: String...) -> Bool {
    tokens.indices.contains(index) && words.contains(tokens[index].folded)
  }

  /// “the Eritrean foreign minister”, “minister of transport of Kenya”, “the Egyptian and French presidents”, “UN envoy to Libya”.
  private mutating func readOffice(_ found: [Found], _ place: Int, _ one: Found, _ used: inout Set<Int>) {
    guard !used.contains(place), one.office != nil || one.portfolio != nil else { return }
    var (range, office) = (one.range, one.office)
    var last = place
    func next() -> Found? { found.indices.contains(last + 1) ? found[last + 1] : nil }
    if office == nil, let portfolio = one.portfolio {
      // “transport minister”
      guard let minister = next(), minister.range.lowerBound == range.upperBound, minister.isMinister else {
        return
      }
      office = portfolio
      range = range.lowerBound..<minister.range.upperBound
      last += 1
    } else if one.isMinister, let portfolio = next()?.portfolio, let behind = next(),
      behind.range.lowerBound == range.upperBound + 1, word(range.upperBound, is: "of", "for")
    {
      office = portfolio
      range = range.lowerBound..<behind.range.upperBound
      last += 1
    }
    guard let office else { return }
    var sides: [String] = []
    var taken = [Int](place...last)
    // Before it.
    var before = place - 1
    var start = range.lowerBound
    while found.indices.contains(before), let side = found[before].side, !used.contains(before),
      found[before].range.upperBound == start
        || found[before].range.upperBound == start - 1 && !sides.isEmpty && word(start - 1, is: "and", "&")
    {
      sides.insert(side, at: 0)
      start = found[before].range.lowerBound
      taken.append(before)
      before -= 1
      if !tokens[range.upperBound - 1].folded.hasSuffix("s") { break }
    }
    // Behind it.
    var end = range.upperBound
    // “of the United States”
    func gap(_ behind: Found, _ place: Int) -> Bool {
      behind.range.lowerBound == place + 1 || behind.range.lowerBound == place + 2 && word(place + 1, is: "the")
    }
    while let behind = next(), let side = behind.side,
      sides.isEmpty && gap(behind, end) && word(end, is: "of", "for")
        || !sides.isEmpty && end > range.upperBound && gap(behind, end) && word(end, is: "and")
          && tokens[range.upperBound - 1].folded.hasSuffix("s")
    {
      sides.append(side)
      end = behind.range.upperBound
      last += 1
      taken.append(last)
    }
    // “envoy to Libya”
    if let behind = next(), behind.side != nil, behind.range.lowerBound == end + 1, word(end, is: "to", "for"),
      one.isSent
    {
      end = behind.range.upperBound
      taken.append(last + 1)
    }
    used.formUnion(taken)
    for side in sides.isEmpty ? [nil] : sides.map(Optional.some) {
      let index = question.parties.count
      var party = AskedParty(words: words(start..<end), tokens: start..<end)
      party.office = office
      party.key =
        names.isCounterpart(office)
        ? question.parties.last { $0.office != nil }?.key ?? OfficeKey() : names.offices(office)
      party.side = side
      party.isPlural = side == nil && tokens[range.upperBound - 1].folded.hasSuffix("s")
      question.parties.append(party)
      for place in start..<end { roles[place] = .party(index) }
    }
  }
}
