import Mahdar

/// What the engine reads in a question as in an article: known people, states, places, outlets.
extension QuestionReader {
  /// People of the gazetteer whom a name alone tells, as the engine finds them in articles.
  mutating func readKnownNames() throws {
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
      guard !known.names.isEmpty else { continue }
      let party = add(range, [known], isGuess: false)
      if range.count == 1 {
        question.parties[party].others = borne(
          by: try finder.people(try finder.rows(tokens[range.lowerBound])), range, .exact
        )
        .filter { $0.identity != id }
      }
    }
  }

  /// Offices, states, places and known people, as the engine finds them in articles.
  mutating func readMentions() throws {
    for mention in analysis.mentions {
      let range = tokens(in: mention.span)
      guard !range.isEmpty else { continue }
      switch mention.kind {
      case .person where mention.office != nil: try readOffice(mention, range)
      case .person:
        guard mention.rule == "known name", range.allSatisfy({ roles[$0] == nil }),
          range.count > 1 || !isWritten(range.lowerBound)
        else { continue }
        // One of the gazetteer whom the record has not: others whom it has may be meant.
        let rows = try finder.rows(tokens[range])
        let people = borne(by: try finder.people(rows), range, .exact)
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
}
