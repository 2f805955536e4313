extension ChainBuilder {
  // MARK: Offices

  mutating func renumberOffices() {
    for chain in links.indices { links[chain].offices = [] }
    for index in drafts.indices where drafts[index].chain >= 0 && drafts[index].office != nil {
      links[drafts[index].chain].offices.append(index)
    }
  }

  /// Joins offices without a name to the chain that holds them: the nearest before, else the first after.
  mutating func chainOffices() {
    for index in drafts.indices where drafts[index].chain < 0 && drafts[index].kind == .person {
      let draft = drafts[index]
      guard !draft.isPlural else { continue }
      if draft.isCounterpart {
        newLink(index)
        continue
      }
      if let chain = holder(of: draft, at: index) {
        drafts[index].chain = chain
        links[chain].offices.append(index)
        if links[chain].side == 0 { links[chain].side = draft.side }
      } else if !draft.needsChain {
        newLink(index)
      }
    }
    drafts.removeAll { $0.needsChain && $0.chain < 0 }
    for index in drafts.indices where drafts[index].chain < 0 && drafts[index].kind == .person { newLink(index) }
    renumberOffices()
  }

  mutating func newLink(_ index: Int) {
    drafts[index].chain = links.count
    links.append(
      Link(
        kind: drafts[index].kind, name: nil, entry: drafts[index].entry, side: drafts[index].side,
        offices: drafts[index].office == nil ? [] : [index], first: index))
  }

  func holder(of draft: MentionDraft, at index: Int) -> Int? {
    var best: Int?
    var bestDistance = Int.max
    for chain in links.indices.suffix(Self.reach) where links[chain].kind == .person {
      let link = links[chain]
      if draft.side != 0, link.side != 0, draft.side != link.side { continue }
      for office in link.offices.suffix(Self.reach)
      where isSameOffice(drafts[office].lemma, draft.lemma) && office != index {
        guard isPart(draft, of: drafts[office]) else { continue }
        // Before is nearer than after.
        let gap = draft.tokens.lowerBound - drafts[office].tokens.lowerBound
        var distance = gap > 0 ? gap : -gap + 100_000
        // The last mention of the chain counts, not only its office.
        if gap > 0, let last = drafts[..<index].suffix(Self.reach).last(where: { $0.chain == chain }) {
          distance = min(distance, draft.tokens.lowerBound - last.tokens.lowerBound)
        }
        if distance < bestDistance {
          bestDistance = distance
          best = chain
        }
      }
    }
    return best
  }

  /// Whether two heads tell one office: the press calls a body's envoy its representative as well.
  func isSameOffice(_ first: Int16, _ second: Int16) -> Bool {
    first == second || lexicon.envoys.contains(first) && lexicon.envoys.contains(second)
  }

  /// Whether all words of an office stand in another, nisbas and the article apart.
  func isPart(_ draft: MentionDraft, of other: MentionDraft) -> Bool {
    guard let words = draft.office, let others = other.office else { return false }
    var known = words.lowerBound + 1
    for index in words.dropFirst() where tokens[index].isWord && index >= known {
      if lexicon.nisba(tokens[index].word) != 0 { continue }
      // «رئيسة وزراء السويد», «رئيسة الوزراء السويدية»
      if draft.side != 0, draft.side == other.side, let (match, _) = lexicon.names.longest(at: index, in: tokens),
        match.values.contains(where: { $0.entry.kind == .state && lexicon.gazetteer[$0.entry].side == draft.side })
      {
        known = match.end
        continue
      }
      let hash = bare(index)
      guard others.contains(where: { bare($0) == hash }) else { return false }
    }
    return true
  }

  /// The hash of a word less its clitics and article.
  func bare(_ index: Int) -> WordHash {
    let token = tokens[index]
    var clitics = Self.clitics(token.reading)
    let start = Int(token.folded) + clitics
    let letters = tokens.folded.letters
    if start + 3 < Int(token.foldedEnd), letters[start] == Letters.alef || clitics > 0,
      letters[start + 1] == Letters.lam
    {
      if letters[start] == Letters.alef { clitics += 2 }
    }
    return tokens.hash(index, dropping: clitics)
  }

  // MARK: Sides and holders

  /// Gives a person told by office and side alone the one who held that office on the day of publication.
  mutating func resolveHolders() {
    guard day != 0 else { return }
    for index in links.indices where links[index].kind == .person && !links[index].isNamed && links[index].entry == nil
    {
      guard links[index].side != 0 else { continue }
      for draft in links[index].offices {
        guard let office = drafts[draft].office, !drafts[draft].isPlural, !drafts[draft].isCounterpart else { continue }
        let head = tokens[office.lowerBound]
        let reading = drafts[draft].officeReading
        var best: [Int16] = []
        if let match = lexicon.holders.titles.longest(at: office.lowerBound, head: head.word(reading), in: tokens) {
          // What is left of the phrase may only tell the side.
          let rest = match.end..<max(match.end, office.upperBound)
          if rest.allSatisfy({
            lexicon.nisba(tokens[$0].word) != 0 || lexicon.classes(tokens[$0].word).contains(.place)
          }) {
            best = Array(match.values)
          }
        }
        if let person = lexicon.holders.holder(of: best, links[index].side, on: day) {
          let entry = GazetteerEntry(kind: .person, row: person)
          if let named = links.indices.first(where: { links[$0].isNamed && links[$0].entry == entry }) {
            // The article names the holder elsewhere: one chain.
            for other in drafts.indices where drafts[other].chain == index {
              drafts[other].chain = named
              links[named].offices.append(other)
            }
            links[index].offices = []
            break
          }
          links[index].entry = entry
          links[index].isResolved = true
          break
        }
      }
    }
  }

  mutating func dropEmptyLinks() {
    var used = Array(repeating: false, count: links.count)
    for draft in drafts { used[draft.chain] = true }
    guard used.contains(false) else { return }
    var moved = Array(repeating: -1, count: links.count)
    var kept: [Link] = []
    for index in links.indices where used[index] {
      moved[index] = kept.count
      kept.append(links[index])
    }
    links = kept
    for index in drafts.indices { drafts[index].chain = moved[drafts[index].chain] }
  }

  /// An office without a side is held, as a rule, in the state that the article tells of most.
  mutating func tellHomeSides() {
    var counts: [SideID: Int] = [:]
    for draft in drafts where draft.side != 0 && draft.kind != .place { counts[draft.side, default: 0] += 1 }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    // A paper's home counts where the article tells of it at all.
    let isAtHome = home != 0 && (most == nil || counts[home, default: 0] * 4 >= counts[most ?? 0, default: 0])
    guard let home = isAtHome ? home : most else { return }
    for index in links.indices where links[index].kind == .person && links[index].side == 0 && links[index].entry == nil
    {
      let isPosted = links[index].offices.contains { lexicon.takesPost.contains(drafts[$0].lemma) }
      if !links[index].offices.isEmpty && !isPosted || links[index].isTitled { links[index].side = home }
    }
  }
}
