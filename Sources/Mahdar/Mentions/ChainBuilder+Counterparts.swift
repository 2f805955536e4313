/// Counterparts: «نظيره اليوناني» is who holds, on that side, the office of the person told before.
extension ChainBuilder {
  /// An office apart from its side: the head's lemma and the words of its field, whatever their order.
  struct Field: Hashable {
    var lemma: Int16
    var words: UInt64
  }

  /// How many mentions back the person stands whose counterpart is told.
  private static let counterpartReach = 8

  /// The mention of the office whose holder's counterpart a draft is: the nearest before, its sentence or the one before.
  func antecedent(of index: Int) -> Int? {
    let sentence = tokens.sentenceOf[drafts[index].tokens.lowerBound]
    for position in (max(0, index - Self.counterpartReach)..<index).reversed() {
      let before = drafts[position]
      guard sentence - tokens.sentenceOf[before.tokens.lowerBound] < 2 else { return nil }
      guard before.kind == .person, !before.isPlural, before.side == 0 || before.side != drafts[index].side else {
        continue
      }
      if before.office != nil, !before.isCounterpart, before.lemma != 0 { return position }
      // A name alone: the office that its chain is told by.
      if before.chain >= 0, let told = links[before.chain].offices.first(where: { holdsField($0) }) { return told }
      return nil
    }
    return nil
  }

  private func holdsField(_ draft: Int) -> Bool {
    !drafts[draft].isCounterpart && !drafts[draft].isPlural && drafts[draft].lemma != 0
  }

  /// What an office is apart from whose it is: nisbas, states and the words that only rank it left out.
  func field(of draft: MentionDraft) -> Field {
    var field = Field(lemma: office(draft.lemma), words: 0)
    for index in fieldWords(draft) { field.words &+= bare(index).value }
    return field
  }

  /// The tokens of an office behind its head that tell its field.
  private func fieldWords(_ draft: MentionDraft) -> [Int] {
    guard let range = draft.office else { return [] }
    var words: [Int] = []
    var index = range.lowerBound + 1
    while index < range.upperBound {
      if tokens[index].isWord, lexicon.nisba(at: index, in: tokens) == 0 {
        if let (match, _) = lexicon.names.longest(at: index, in: tokens), match.end <= range.upperBound,
          match.values.contains(where: { $0.entry.kind == .state })
        {
          index = match.end
          continue
        }
        // «وزير خارجية بلادها»: the state again.
        if lexicon.classes(tokens[index].word).isDisjoint(with: .modifier),
          words.isEmpty || !lexicon.cues.possessed.contains(tokens[index].word)
        {
          words.append(index)
        }
      }
      index += 1
    }
    return words
  }

  /// Joins a counterpart to the one chain of its side that the article tells by that office, named before unnamed.
  func counterpartChain(of index: Int, _ holders: [Int16: [Int]]) -> Int? {
    let draft = drafts[index]
    guard draft.side != 0, let told = antecedent(of: index) else { return nil }
    let field = field(of: drafts[told])
    let fitting = (holders[field.lemma] ?? []).suffix(Self.reach).filter { chain in
      side(of: chain) == draft.side
        && links[chain].offices.prefix(Self.reach).contains { holdsField($0) && self.field(of: drafts[$0]) == field }
    }
    let named = fitting.filter { links[$0].isNamed }
    if named.count == 1 { return named[0] }
    return named.isEmpty && fitting.count == 1 ? fitting[0] : nil
  }

  private func side(of chain: Int) -> SideID {
    links[chain].side != 0 && links[chain].entry == nil
      ? links[chain].side : chainSide(links[chain], links[chain].offices)
  }

  /// «خارجيتها», «وزرائه»: the noun without its pronoun.
  private func withoutPronoun(_ word: String, _ index: Int) -> String {
    // «المياه»
    if word.hasPrefix("ال") || word.hasPrefix("وال") { return word }
    for pronoun in ["هما", "هم", "ها", "ه"] where word.hasSuffix(pronoun) && word.count > pronoun.count + 3 {
      let stem = String(word.dropLast(pronoun.count))
      if stem.hasSuffix("ت") { return stem.dropLast() + "ة" }
      if stem.hasSuffix("ئ") { return stem.dropLast() + "ء" }
      return stem
    }
    return word
  }

  /// The office of a counterpart whom the article names nowhere: «وزير الخارجية اليوناني» for «نظيره اليوناني».
  func composedName(_ link: Link) -> String? {
    guard !link.isNamed, let row = link.counterpart, let told = counterparts[row].office.office else { return nil }
    let office = counterparts[row].office
    let nisba = counterparts[row].words.dropFirst().filter { lexicon.nisba(at: $0, in: tokens) != 0 }
    guard !nisba.isEmpty else { return nil }
    let head = told.lowerBound
    // «وزير الخارجية والمغاربة المقيمين بالخارج»: what only his own state's office has is left out.
    let field = fieldWords(office).prefix { index in
      tokens[index].preposition == 0
        && !(tokens[index - 1].conjunction != 0 && lexicon.nisba(at: index - 1, in: tokens) != 0)
    }
    var parts = ([head] + field).compactMap { index -> String? in
      if index == head { return tokens.text(span(index..<index + 1, reading: office.officeReading)) }
      // «رئيس بلاده», «رئيس وزرائه»
      if lexicon.cues.possessed.contains(tokens[index].word) { return nil }
      return withoutPronoun(tokens.text(tokens[index].span), index)
    }
    let isFeminine = tokens.letters(counterparts[row].words.lowerBound).contains(Letters.teh)
    if isFeminine, !parts[0].hasSuffix("ة") { parts[0] += "ة" }
    // «وزير خارجية إسبانيا»: without its state the last noun takes the article.
    if let last = parts.last, !last.hasPrefix("ال"), !last.hasPrefix("وال") { parts[parts.count - 1] = "ال" + last }
    return (parts + nisba.map { tokens.text(tokens[$0].span) }).joined(separator: " ")
  }
}
