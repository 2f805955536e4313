extension ChainBuilder {
  // MARK: Offices

  func renumberOffices() {
    for chain in links.indices { links[chain].offices = [] }
    for index in drafts.indices where drafts[index].chain >= 0 && drafts[index].office != nil {
      links[drafts[index].chain].offices.append(index)
    }
  }

  /// Joins offices without a name to the chain that holds them: the nearest before, else the first after.
  func chainOffices() {
    // The chains that hold each office, in order, and the last mention so far of each chain.
    var holders: [Int16: [Int]] = [:]
    var last = Array(repeating: -1, count: links.count)
    for chain in links.indices where links[chain].kind == .person {
      for draft in links[chain].offices { note(chain, in: &holders, drafts[draft].lemma) }
    }
    var counterparts: [Counterpart: Int] = [:]
    // «نظيره الكيني … رئيس الوفد الكيني»: whoever faces him is of another side.
    facing = Set(drafts.lazy.filter { $0.isCounterpart && $0.side != 0 }.map(\.side))
    var officials = Officials()
    for index in drafts.indices {
      if let chain = officials.called(drafts[index], self) {
        drafts[index].kind = .person
        drafts[index].needsChain = false
        drafts[index].chain = chain
      }
      if drafts[index].chain < 0, drafts[index].kind == .person, !drafts[index].isPlural {
        let draft = drafts[index]
        if let chain = quotedHolder(of: index) {
          drafts[index].chain = chain
          links[chain].offices.append(index)
        } else if !draft.isCounterpart, let chain = holder(of: draft, among: holders[office(draft.lemma)] ?? [], last) {
          drafts[index].chain = chain
          links[chain].offices.append(index)
          if links[chain].side == 0 { links[chain].side = draft.side }
        } else if draft.isCounterpart {
          chainCounterpart(index, holders, &counterparts)
          if drafts[index].chain >= last.count { last.append(index) }
        } else if !draft.needsChain {
          newLink(index)
          last.append(index)
          if draft.office != nil { note(drafts[index].chain, in: &holders, draft.lemma) }
        }
      }
      if drafts[index].chain >= 0 { last[drafts[index].chain] = index }
      officials.note(drafts[index], self)
    }
    drafts.removeAll { $0.needsChain && $0.chain < 0 }
    for index in drafts.indices where drafts[index].chain < 0 && drafts[index].kind == .person { newLink(index) }
    renumberOffices()
  }

  /// «الوزير "فلان"»: the family name in marks right behind an office.
  private func quotedHolder(of index: Int) -> Int? {
    let office = drafts[index]
    guard index + 1 < drafts.count, office.tokens.count == 1, tokens[office.tokens.upperBound].kind == .mark,
      drafts[index + 1].tokens.lowerBound == office.tokens.upperBound + 1, drafts[index + 1].kind == .person,
      drafts[index + 1].office == nil, tokens.quote(at: office.tokens.upperBound + 1) != nil
    else { return nil }
    return drafts[index + 1].chain >= 0 ? drafts[index + 1].chain : nil
  }

  /// A counterpart by the office and side that it stands for.
  private struct Counterpart: Hashable {
    var field: Field
    var side: SideID
  }

  /// Gives a counterpart the chain of the holder, or one for all counterparts of that office and side.
  private func chainCounterpart(
    _ index: Int, _ holders: [Int16: [Int]], _ counterparts: inout [Counterpart: Int]
  ) {
    if let chain = counterpartChain(of: index, holders) {
      drafts[index].chain = chain
      links[chain].offices.append(index)
      return
    }
    if let organ = counterpartOrgan(of: index) {
      drafts[index].kind = .organisation
      newLink(index)
      compose(index, organ)
      return
    }
    guard drafts[index].side != 0, let told = antecedent(of: index) else { return newLink(index) }
    let key = Counterpart(field: field(of: drafts[told]), side: drafts[index].side)
    if let chain = counterparts[key] {
      drafts[index].chain = chain
      links[chain].offices.append(index)
      return
    }
    newLink(index)
    compose(index, drafts[told])
    counterparts[key] = drafts[index].chain
  }

  /// Notes whose counterpart a chain is.
  private func compose(_ index: Int, _ office: MentionDraft) {
    guard let words = drafts[index].office else { return }
    links[drafts[index].chain].counterpart = counterparts.count
    counterparts.append((office, words))
  }

  /// «تسلمت وزارة الخارجية مذكرة من نظيرتها الزامبية»: the ministry whose counterpart is told, as an office.
  private func counterpartOrgan(of index: Int) -> MentionDraft? {
    let draft = drafts[index]
    guard draft.side != 0, draft.name == nil,
      lexicon.classes(tokens[draft.office?.lowerBound ?? -1].word).contains(.feminine),
      let before = drafts[..<index].last(where: { $0.kind != .place }),
      tokens.sentenceOf[before.tokens.lowerBound] == tokens.sentenceOf[draft.tokens.lowerBound],
      before.kind == .organisation, before.side != draft.side, before.tokens.count > 1,
      lexicon.classes(tokens[before.tokens.lowerBound].word(before.reading)).contains(.organNoun)
    else { return nil }
    var organ = before
    organ.office = before.tokens
    organ.officeReading = before.reading
    return organ
  }

  func newLink(_ index: Int) {
    drafts[index].chain = links.count
    links.append(
      Link(
        kind: drafts[index].kind, name: nil, entry: drafts[index].entry, side: drafts[index].side,
        offices: drafts[index].office == nil ? [] : [index]))
  }

  private func note(_ chain: Int, in holders: inout [Int16: [Int]], _ lemma: Int16) {
    if holders[office(lemma)]?.last != chain { holders[office(lemma), default: []].append(chain) }
  }

  /// The one lemma that all heads of an office go by: the press calls a body's envoy its representative as well.
  func office(_ lemma: Int16) -> Int16 {
    lexicon.envoys.contains(lemma) ? lexicon.envoys.first ?? lemma : lemma
  }

  /// The nearest of the chains that hold an office of that head and may hold this one.
  private func holder(of draft: MentionDraft, among chains: [Int], _ last: [Int]) -> Int? {
    var best: (chain: Int, isOther: Bool, distance: Int)?
    for chain in chains.suffix(Self.reach) {
      if draft.side != 0, links[chain].side != 0, draft.side != links[chain].side { continue }
      if draft.toldSide, links[chain].side == 0, facing.contains(draft.side),
        !links[chain].offices.prefix(Self.reach).contains(where: { drafts[$0].isCounterpart })
      {
        continue
      }
      // «الرئيس الكيني» is not «رئيس الوزراء».
      if draft.toldSide, links[chain].side == 0, draft.lemma == lexicon.president, field(of: draft).words == 0,
        links[chain].offices.prefix(Self.reach).allSatisfy(isOfOrgan)
      {
        continue
      }
      // «الرئيس الكيني» is not «رئيس حزب الفجر».
      if draft.toldSide, links[chain].side == 0, links[chain].offices.prefix(Self.reach).contains(where: isOfParty) {
        continue
      }
      if isWoman(draft), !links[chain].offices.prefix(Self.reach).allSatisfy({ mayBeWoman(drafts[$0]) }) { continue }
      // «الوزير» is not «وزيرة الري فلانة».
      if draft.office?.count == 1, !isWoman(draft), !links[chain].offices.isEmpty,
        links[chain].offices.prefix(Self.reach).allSatisfy({ isWoman(drafts[$0]) })
      {
        continue
      }
      guard let distance = distance(of: draft, to: chain, last[chain]) else { continue }
      // «ورأى وزير الخارجية» without his nationality is the paper's own before the guest; «الرئيس اليمني» is whoever was told of that
      // side before somebody of whom no side is told.
      let isOther =
        draft.side == 0
        ? draft.office?.count ?? 0 > 1 && isForeign(links[chain]) : draft.toldSide && links[chain].side != draft.side
      if let best, (best.isOther ? 1 : 0, best.distance) <= (isOther ? 1 : 0, distance) { continue }
      best = (chain, isOther, distance)
    }
    return best?.chain
  }

  private func isWoman(_ draft: MentionDraft) -> Bool {
    guard let head = draft.office?.lowerBound else { return false }
    return lexicon.classes(tokens[head].word(draft.officeReading)).contains(.feminine)
  }

  /// «الرئيسة» is not «رئيس الجمهورية فلان».
  private func mayBeWoman(_ draft: MentionDraft) -> Bool { isWoman(draft) || draft.isPlural }

  /// «رئيس مجلس النواب», «رئيس الوزراء»
  private func isOfOrgan(_ index: Int) -> Bool {
    drafts[index].office.map { office in
      office.dropFirst().contains {
        !lexicon.classes(tokens[$0].word).isDisjoint(with: [.organNoun, .office, .groupNoun])
      }
    } ?? false
  }

  private func isOfParty(_ index: Int) -> Bool {
    drafts[index].office.map { $0.contains { lexicon.cues.party.contains(tokens[$0].word) } } ?? false
  }

  /// Whether all that tells somebody's office tells a side that is not the paper's.
  private func isForeign(_ link: Link) -> Bool {
    guard link.side != home || home == 0 else { return false }
    return link.offices.prefix(Self.reach).allSatisfy { drafts[$0].toldSide || drafts[$0].isCounterpart }
  }

  /// How far before an office its chain was mentioned last, or how far behind it is told; behind is farther than before.
  private func distance(of draft: MentionDraft, to chain: Int, _ last: Int) -> Int? {
    let head = office(draft.lemma)
    let start = draft.tokens.lowerBound
    var behind: Int?
    for index in links[chain].offices.suffix(Self.reach).reversed()
    where office(drafts[index].lemma) == head && isPart(draft, of: drafts[index]) {
      let told = drafts[index].tokens.lowerBound
      if told < start { return start - (last < 0 ? told : max(told, drafts[last].tokens.lowerBound)) }
      behind = min(behind ?? Int.max, told - start + 100_000)
    }
    return behind
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
      if lexicon.cues.diplomacy == tokens[index].word, others.contains(where: { isForeign($0) }) { continue }
      if isForeign(index), others.contains(where: { lexicon.cues.diplomacy == tokens[$0].word }) { continue }
      let hash = bare(index)
      guard others.contains(where: { bare($0) == hash }) else { return false }
    }
    return true
  }

  private func isForeign(_ index: Int) -> Bool { lexicon.cues.foreign.contains(tokens[index].word) }

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
  func resolveHolders() {
    guard day != 0 else { return }
    var named: [GazetteerEntry: Int] = [:]
    for index in links.indices where links[index].isNamed {
      if let entry = links[index].entry, named[entry] == nil { named[entry] = index }
    }
    var members: [[Int]] = []
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
          if let named = named[entry] {
            // The article names the holder elsewhere: one chain.
            if members.isEmpty { members = self.members() }
            for other in members[index] {
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

  /// The drafts of each chain, in text order.
  func members() -> [[Int]] {
    var members: [[Int]] = Array(repeating: [], count: links.count)
    for index in drafts.indices where drafts[index].chain >= 0 { members[drafts[index].chain].append(index) }
    return members
  }

  func dropEmptyLinks() {
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
}
