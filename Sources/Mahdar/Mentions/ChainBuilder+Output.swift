extension ChainBuilder {
  func output() -> (mentions: [Mention], chains: [Chain]) {
    var mentions: [Mention] = []
    let members = members()
    let holders = drafts.contains { $0.isPlural && $0.lemma != 0 } ? OfficeChains(self) : nil
    let delegations = delegations()
    mentions.reserveCapacity(drafts.count)
    for (index, draft) in drafts.enumerated() {
      let link = links[draft.chain]
      let span =
        draft.honorifics == 0
        ? self.span(draft.tokens, reading: draft.reading)
        : tokens.span(draft.tokens.lowerBound + Int(draft.honorifics)..<draft.tokens.upperBound)
      let head = draft.tokens.lowerBound
      mentions.append(
        Mention(
          tokens: draft.tokens, span: span, kind: draft.kind,
          preposition: clitic(head, draft.reading, preposition: true),
          conjunction: clitic(head, draft.reading, preposition: false),
          name: draft.kind == .person
            ? draft.name.map { self.span($0, draft) } : draft.name.map { self.span($0, draft) } ?? span,
          office: draft.office.map { self.span($0, draft) },
          side: lexicon.sides[draft.side != 0 ? draft.side : draft.kind == .person ? link.side : 0]
            ?? (draft.side == 0 ? link.ownSide.map(ownName) : nil),
          sides: draft.sides.compactMap { lexicon.sides[$0] }, isEach: draft.isEach, entry: draft.entry,
          chain: draft.chain, isPlural: draft.isPlural, isCounterpart: draft.isCounterpart, rule: draft.rule,
          members: draft.kind == .group
            ? delegations[draft.chain] ?? [] : holders.map { people(of: index, $0) } ?? []))
    }
    let chains = links.indices.map { index in
      let link = links[index]
      let first = drafts[members[index].first { !isElided($0) } ?? members[index].first ?? 0]
      let row = link.entry.map { lexicon.gazetteer[$0] }
      let office = office(members[index]).flatMap { mentions[$0].office }
      let name = link.name.map { range in
        members[index].first { drafts[$0].name == range }.map { self.span(range, drafts[$0]) } ?? tokens.span(range)
      }
      return Chain(
        kind: link.kind, name: name ?? office ?? unmarked(first) ?? self.span(first.tokens, reading: first.reading),
        office: office,
        side: lexicon.sides[chainSide(link, members[index])] ?? link.ownSide.map(ownName), id: row?.id,
        label: row?.label,
        isResolved: link.isResolved,
        isNamed: link.isNamed, mentions: members[index], isHomely: link.isHomely, knownName: composedName(link))
    }
    return (mentions, chains)
  }

  /// The name of a mention that fills a quotation, less its marks.
  private func unmarked(_ draft: MentionDraft) -> TextSpan? {
    guard let name = draft.name, draft.kind == .organisation || draft.kind == .state,
      name.upperBound < draft.tokens.upperBound, tokens[name.upperBound].kind == .mark
    else { return nil }
    return tokens.span(name)
  }

  /// The chains that a dual stands for: those of its sides, else the last two people of the office.
  private func people(of index: Int, _ holders: OfficeChains) -> [Int] {
    let draft = drafts[index]
    guard draft.isPlural, draft.lemma != 0, draft.name == nil else { return [] }
    if draft.sides.count > 1 {
      let found = draft.sides.compactMap { holders.holder(of: draft.lemma, $0) }
      return found.count == draft.sides.count ? found : []
    }
    guard draft.kind == .person, draft.side == 0 else { return [] }
    var found: [Int] = []
    for other in drafts[..<index].suffix(Self.reach).reversed() where other.tokens.lowerBound < draft.tokens.lowerBound
    {
      guard other.kind == .person, !other.isPlural, !found.contains(other.chain) else { continue }
      if holders.holds(draft.lemma, other.chain) || other.lemma == draft.lemma { found.append(other.chain) }
      if found.count == 2 { return found.reversed() }
    }
    return []
  }

  /// Whether a mention starts inside لل, so that its words lack their article: «للبيت الأبيض».
  func isElided(_ index: Int) -> Bool {
    let draft = drafts[index]
    return start(draft.tokens.lowerBound, draft.reading) != tokens.stemStart(draft.tokens.lowerBound, draft.reading)
  }

  /// The mention that tells a chain's office best: the first one in the singular that says more than a title.
  func office(_ members: [Int]) -> Int? {
    let told = members.filter { drafts[$0].office != nil && !drafts[$0].isPlural }
    let own = told.filter { !drafts[$0].isCounterpart }
    return own.first { drafts[$0].office.map { $0.count > 1 } ?? false } ?? own.first ?? told.first
  }

  /// The byte at which token `index` starts under `reading`, with both ل of لل taken off.
  ///
  /// A span is always words of the article, and لل has lost the ا of its article: «للبيت الأبيض» gives «بيت الأبيض»,
  /// the noun whole, and not «لبيت الأبيض», which reads as another preposition. A chain is called by a mention that
  /// has its article where there is one.
  func start(_ index: Int, _ reading: Reading) -> Int32 {
    let token = tokens[index]
    if reading == .preposition || reading == .both {
      let clitics = reading == .both ? 2 : 1
      let at = Int(token.folded) + clitics
      if at < Int(token.foldedEnd), tokens.folded.letters[at] == Letters.lam,
        tokens.folded.letters[at - 1] == Letters.lam,
        lexicon.classes(token.word(reading)).contains(.articled)
      {
        return tokens.folded.origin[at + 1]
      }
    }
    return tokens.stemStart(index, reading)
  }

  func span(_ range: Range<Int>, reading: Reading) -> TextSpan {
    TextSpan(start(range.lowerBound, reading), tokens[range.upperBound - 1].span.end)
  }

  /// The side told by an office before the one that the gazetteer knows.
  func chainSide(_ link: Link, _ members: [Int]) -> SideID {
    for member in members where drafts[member].side != 0 && drafts[member].office != nil && drafts[member].toldSide {
      return drafts[member].side
    }
    if let entry = link.entry, link.kind == .person {
      let body = lexicon.holders.body(of: entry.row, on: day)
      return body != 0 ? body : lexicon.gazetteer[entry].side
    }
    return link.side
  }

  func span(_ range: Range<Int>, _ draft: MentionDraft) -> TextSpan {
    range.lowerBound == draft.tokens.lowerBound ? self.span(range, reading: draft.reading) : tokens.span(range)
  }

  func clitic(_ index: Int, _ reading: Reading, preposition: Bool) -> Letter {
    switch reading {
    case .whole: 0
    case .conjunction: preposition ? 0 : tokens.letter(index, 0)
    case .preposition: preposition ? tokens.letter(index, 0) : 0
    case .both: tokens.letter(index, preposition ? 1 : 0)
    }
  }
}
