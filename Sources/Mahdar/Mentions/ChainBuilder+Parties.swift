/// Parties and movements that no table knows: sides of their own, by their words.
extension ChainBuilder {
  /// What an article calls its parties.
  private struct Parties {
    /// The longest name of each party by the first two words of it.
    var longest: [WordHash: Told] = [:]
    /// The rebels told last by more than that word.
    var rebels: Told?
    /// The party told last by each noun: «الحركة», «الجبهة».
    var last: [WordHash: Told] = [:]
  }

  /// «رئيس حزب الأمل», «وفد حركة الأمل»: a party that no table knows is a side by its own words.
  func tellOwnSides() {
    var parties = Parties()
    for draft in drafts { noteParty(of: draft, in: &parties) }
    for draft in drafts where links[draft.chain].side == 0 && links[draft.chain].entry == nil && draft.side == 0 {
      let link = links[draft.chain]
      guard link.ownSide == nil, draft.entry == nil, !draft.isPlural || draft.kind == .group,
        let range = partyRange(of: draft)
      else { continue }
      if let own = party(range) {
        // «وفد المتمردين» behind «متمردي جيش كذا»
        let isAlone = own.count == 1 && lexicon.cues.rebels.contains(tokens[own.lowerBound].word)
        let told = (isAlone ? parties.rebels : key(own).flatMap { parties.longest[$0] }) ?? Told(own: own)
        if !isAlone, range.contains(where: { lexicon.cues.rebels.contains(tokens[$0].word) }) { parties.rebels = told }
        links[draft.chain].side = told.side
        links[draft.chain].ownSide = told.own
        noun(own.lowerBound).map { parties.last[$0] = told }
      } else if let told = range.lazy.compactMap({ self.noun($0) }).compactMap({ parties.last[$0] }).first {
        // «رئيس الحركة», «وفد الجبهة»
        links[draft.chain].side = told.side
        links[draft.chain].ownSide = told.own
      }
    }
  }

  private func noteParty(of draft: MentionDraft, in parties: inout Parties) {
    guard let range = partyRange(of: draft), let own = party(range), let key = key(own),
      !lexicon.isState(draft.side)
    else { return }
    if draft.side != 0 {
      parties.longest[key] = Told(side: draft.side)
      if range.contains(where: { lexicon.cues.rebels.contains(tokens[$0].word) }) {
        parties.rebels = Told(side: draft.side)
      }
      noun(own.lowerBound).map { parties.last[$0] = Told(side: draft.side) }
    } else if parties.longest[key].map({ $0.side == 0 && $0.own?.count ?? 0 < own.count }) ?? true {
      parties.longest[key] = Told(own: own)
    }
  }

  /// The words of a mention that may hold a party's name.
  private func partyRange(of draft: MentionDraft) -> Range<Int>? {
    switch draft.kind {
    case .person: draft.office
    case .organisation, .group: draft.tokens
    default: nil
    }
  }

  /// The words of a party in a phrase: its noun and the name behind it.
  private func party(_ range: Range<Int>) -> Range<Int>? {
    let isStart = { (index: Int) in self.lexicon.startsParty(at: index, in: self.tokens, self.tokens[index].reading) }
    guard
      let start = range.first(where: isStart) ?? range.first(where: { lexicon.cues.rebels.contains(tokens[$0].word) })
    else { return nil }
    // «مسؤولي تكتل كذا واتحاد كذا»: another body.
    let isOther = { (index: Int) in
      self.tokens[index].reading == .conjunction
        && !self.lexicon.classes(self.tokens[index].word).isDisjoint(with: WordClass.noun.union(WordClass.head))
    }
    var end = (start + 1..<max(start + 1, range.upperBound)).first(where: isOther) ?? range.upperBound
    while end > start, tokens[end - 1].kind == .mark { end -= 1 }
    let isAlone =
      lexicon.cues.opposition.contains(tokens[start].word) || lexicon.cues.rebels.contains(tokens[start].word)
    return end > start + 1 || isAlone ? start..<end : nil
  }

  /// The first two words of a party's name.
  private func key(_ range: Range<Int>) -> WordHash? {
    let words = range.filter { tokens[$0].isWord }.prefix(2)
    guard words.count == 2 else { return nil }
    return WordHash(value: bare(words[0]).value &* 31 &+ bare(words[1]).value)
  }

  /// The noun of a party without its article: «حركة» for «الحركة».
  private func noun(_ index: Int) -> WordHash? {
    let word = tokens[index].word
    return lexicon.cues.party.contains(word) || lexicon.cues.theParty.contains(word) ? bare(index) : nil
  }

  /// The words that a side of its own is called by, its quotation marks left out.
  func ownName(_ range: Range<Int>) -> String {
    range.filter { tokens[$0].kind != .mark }
      .map { index in
        guard index == range.lowerBound else { return tokens.text(tokens[index].span) }
        let reading = tokens[index].reading
        let word = tokens.text(span(index..<index + 1, reading: reading))
        // «للجبهة الوطنية»
        return start(index, reading) == tokens.stemStart(index, reading) ? word : "ال" + word
      }.joined(separator: " ")
  }
}
