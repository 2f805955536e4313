/// The sides of people whose own words tell none: from whom their sentence sets them beside, else from home.
extension ChainBuilder {
  /// How many mentions and words back a sentence is searched, more than any press sentence asks for.
  private static let sentenceReach = 12
  private static let wordReach = 60

  /// Whose act somebody's is: a side that the tables know, or a party or movement by its words.
  struct Told {
    var side: SideID = 0
    var own: Range<Int>?
    var isNothing: Bool { side == 0 && own == nil }
  }

  func tellSides() {
    let homes = homes()
    tellOwnSides()
    for index in decisiveDrafts() {
      let chain = drafts[index].chain
      // «نظيره فلان»: of another state than the one he is told by, and which is not told.
      guard links[chain].side == 0, links[chain].ownSide == nil, !drafts[index].isCounterpart else { continue }
      let isOfficial = isHomely(links[chain]) && !isOrdinary(drafts[index])
      // A paper tells the nationality of its own country's officials to nobody, and that of others always.
      var other: SideID = 0
      if isOfficial, !isPossessed(drafts[index]), !isBeside(index) {
        other = otherSide(of: index)
        if let own = other == 0 ? homes.here : homes.side(besides: other) ?? placeSide(of: index, besides: other) {
          links[chain].side = own
          continue
        }
      }
      let told = contextSide(of: index)
      if !told.isNothing {
        links[chain].side = told.side
        links[chain].ownSide = told.own
      } else if isHomely(links[chain]), let home = isOfficial ? homes.here ?? homes.most : homes.most, home != other {
        links[chain].side = home
      }
    }
  }

  /// «المواطن», «المحلل»: no office.
  private func isOrdinary(_ draft: MentionDraft) -> Bool {
    draft.office.map { lexicon.classes(tokens[$0.lowerBound].word).contains(.occupation) } ?? false
  }

  /// Whether somebody is told in one list with the person before: «الرئيس الكيني ووزير ماليته فلان», «يضم فلانا وفلانا».
  private func isBeside(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let draft = drafts[index]
    let gap = drafts[index - 1].tokens.upperBound..<max(drafts[index - 1].tokens.upperBound, draft.tokens.lowerBound)
    if draft.isListed { return true }
    // «رئيس وزراء ليسوتو بصحبة وزير المياه فلان»
    if gap.count < 5, gap.contains(where: { lexicon.cues.company.contains(tokens[$0].word) }) { return true }
    guard drafts[index - 1].kind == .person, gap.count < 2, gap.allSatisfy({ tokens[$0].kind == .mark }) else {
      return false
    }
    return !facesOther(drafts[index - 1], draft)
  }

  /// «رئيس حزب الأمل», «وفد حركة الأمل»: a party that no table knows is a side by its own words.
  private func tellOwnSides() {
    for draft in drafts where links[draft.chain].side == 0 && links[draft.chain].entry == nil && draft.side == 0 {
      let link = links[draft.chain]
      guard link.ownSide == nil, draft.entry == nil, !draft.isPlural || draft.kind == .group else { continue }
      switch draft.kind {
      case .person: links[draft.chain].ownSide = draft.office.flatMap(party)
      case .organisation, .group: links[draft.chain].ownSide = party(draft.tokens)
      default: break
      }
    }
  }

  /// The words of a party in a phrase: its noun and the name behind it.
  private func party(_ range: Range<Int>) -> Range<Int>? {
    guard let start = range.first(where: { lexicon.cues.party.contains(tokens[$0].word) }) else { return nil }
    var end = range.upperBound
    while end > start, tokens[end - 1].kind == .mark { end -= 1 }
    return end > start + 1 ? start..<end : nil
  }

  /// The words that a side of its own is called by, its quotation marks left out.
  func ownName(_ range: Range<Int>) -> String {
    range.filter { tokens[$0].kind != .mark }
      .map { index in
        index == range.lowerBound
          ? tokens.text(span(index..<index + 1, reading: tokens[index].reading)) : tokens.text(tokens[index].span)
      }.joined(separator: " ")
  }

  /// The mention that tells most of each person without a side: the first with an office, else the first; in text order.
  private func decisiveDrafts() -> [Int] {
    var first = Array(repeating: -1, count: links.count)
    for index in drafts.indices {
      let chain = drafts[index].chain
      guard links[chain].kind == .person, links[chain].side == 0, links[chain].entry == nil, links[chain].ownSide == nil
      else {
        continue
      }
      let isBetter = first[chain] >= 0 && drafts[first[chain]].office == nil && drafts[index].office != nil
      if first[chain] < 0 || isBetter { first[chain] = index }
    }
    return first.filter { $0 >= 0 }.sorted()
  }

  /// The side that the sentence gives somebody: of the people, states and bodies told just before, else just behind.
  private func contextSide(of index: Int) -> Told {
    let draft = drafts[index]
    if draft.isPlural || isByline(index) { return Told() }
    if isPossessed(draft) { return Told(side: nearestSide(before: index, sentences: 2) { _ in true }) }
    guard links[draft.chain].isNamed else { return Told() }
    let sentence = tokens.sentenceOf[draft.tokens.lowerBound]
    for position in (max(0, index - Self.sentenceReach)..<index).reversed() {
      let before = drafts[position]
      guard tokens.sentenceOf[before.tokens.lowerBound] == sentence else { break }
      guard actsForSide(before), before.chain != draft.chain, case let told = told(of: before), !told.isNothing else {
        continue
      }
      guard facesOther(before, draft) else { return told }
      // «استقبله رئيس الحكومة فلان» at the end of a way to a third place: the host's side is the place's.
      return Told(side: nearestSide(before: index, sentences: 1) { $0 != told.side })
    }
    // «التقى مدير السجون فلان مستشار الوزير التركي»: what stands behind is the other side.
    if (draft.office != nil || links[draft.chain].isTitled) && !isExpert(draft) || meets(before: draft) {
      return Told()
    }
    for position in index + 1..<min(drafts.count, index + 1 + Self.sentenceReach) {
      let behind = drafts[position]
      guard tokens.sentenceOf[behind.tokens.lowerBound] == sentence else { break }
      guard actsForSide(behind), behind.chain != draft.chain, case let told = told(of: behind), !told.isNothing else {
        continue
      }
      return facesOther(draft, behind) ? Told() : told
    }
    return Told()
  }

  private func actsForSide(_ draft: MentionDraft) -> Bool {
    switch draft.kind {
    case .person, .state, .organisation, .group: draft.sides.count < 2
    case .place, .venue, .outlet, .source: false
    }
  }

  /// The side of a mention, of its chain where its words tell none.
  private func side(of draft: MentionDraft) -> SideID {
    if draft.side != 0 { return draft.side }
    guard draft.kind == .person else { return 0 }
    return chainSide(links[draft.chain], [])
  }

  private func told(of draft: MentionDraft) -> Told {
    let side = side(of: draft)
    return Told(side: side, own: side == 0 ? links[draft.chain].ownSide : nil)
  }

  /// Whether words between two people set one against the other: «مع», «من طرف», «استقبل».
  private func facesOther(_ first: MentionDraft, _ second: MentionDraft) -> Bool {
    if second.isCounterpart { return true }
    // «بين طالباني ومستشار الأمن القومي»
    if second.reading == .conjunction, lexicon.cues.partner.contains(tokens[first.tokens.lowerBound - 1].word),
      first.tokens.upperBound == second.tokens.lowerBound
    {
      return true
    }
    let gap = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
    if gap.count < 5, gap.contains(where: { lexicon.cues.company.contains(tokens[$0].word) }) { return false }
    if second.reading == .preposition, tokens.letter(second.tokens.lowerBound, 0) == Letters.beh { return true }
    let range = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
    return range.suffix(Self.wordReach).contains { index in
      let word = tokens[index].word
      return lexicon.cues.partner.contains(word) || lexicon.cues.meets.contains(word)
        || lexicon.cues.agent.contains(word)
    }
  }

  /// Whether a verb of meeting stands right before somebody.
  private func meets(before draft: MentionDraft) -> Bool {
    (1...3).contains { lexicon.cues.meets.contains(tokens[draft.tokens.lowerBound - $0].word) }
  }

  /// The side of the nearest mention before that `fits`, places as well.
  private func nearestSide(before index: Int, sentences: Int32, _ fits: (SideID) -> Bool) -> SideID {
    let sentence = tokens.sentenceOf[drafts[index].tokens.lowerBound]
    for position in (max(0, index - 2 * Self.sentenceReach)..<index).reversed() {
      let before = drafts[position]
      guard sentence - tokens.sentenceOf[before.tokens.lowerBound] < sentences else { break }
      guard before.kind != .outlet, before.kind != .source, before.chain != drafts[index].chain, before.sides.count < 2
      else { continue }
      let side = side(of: before)
      if side != 0, fits(side) { return side }
    }
    return 0
  }

  /// «رئيسة وزرائها», «سفيره», «رئيس البلاد»: the office tells that its side was told before.
  private func isPossessed(_ draft: MentionDraft) -> Bool {
    guard let office = draft.office, !draft.isCounterpart else { return false }
    return office.contains { lexicon.cues.possessed.contains(tokens[$0].word) }
  }

  /// «الخبير في الشؤون الروسية»: who studies a state is not of it, nor of the one that the article tells of most.
  private func isExpert(_ draft: MentionDraft) -> Bool {
    draft.office.map { $0.contains { lexicon.cues.field.contains(tokens[$0].word) } } ?? false
      && lexicon.classes(tokens[draft.office?.lowerBound ?? 0].word).contains(.occupation)
  }

  /// Who wrote the report and does not act in it: behind «أعده», or at the head of a paragraph behind a dash or colon.
  private func isByline(_ index: Int) -> Bool {
    let draft = drafts[index]
    guard draft.office == nil else { return false }
    let start = draft.tokens.lowerBound
    if lexicon.cues.author.contains(tokens[start - 1].word) { return true }
    if draft.reading == .conjunction, index > 0, drafts[index - 1].tokens.upperBound == start,
      lexicon.cues.author.contains(tokens[drafts[index - 1].tokens.lowerBound - 1].word)
    {
      return true
    }
    let mark = tokens.mark(start - 1)
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: ":") || mark == UInt8(ascii: "/") else { return false }
    return (1...8).contains { tokens.mark(start - $0) == 0x0A || tokens[start - $0].kind == .outside }
  }

  /// Where an official without nationality may be from.
  private struct Homes {
    /// The paper's country, known by its name; 0 when unknown.
    var paper: SideID
    /// How often the article tells of each side.
    var counts: [SideID: Int]
    /// The sides, the one told most first.
    var ranked: [SideID]

    init(paper: SideID, counts: [SideID: Int]) {
      self.paper = paper
      self.counts = counts
      ranked = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
    }

    /// The state that the article tells of most.
    var most: SideID? { ranked.first }

    /// The paper's country, where the article tells of it at all.
    var here: SideID? {
      let top = most.flatMap { counts[$0] } ?? 0
      return paper != 0 && counts[paper, default: 0] * 4 >= top ? paper : nil
    }

    /// Where somebody is from who is told beside an official of another side.
    func side(besides other: SideID) -> SideID? {
      if paper != 0, paper != other, counts[paper, default: 0] * 4 >= counts[other, default: 0] { return paper }
      return ranked.prefix(2).first { $0 != other && counts[$0, default: 0] > 1 }
    }
  }

  private func homes() -> Homes {
    var counts: [SideID: Int] = [:]
    for draft in drafts where draft.side != 0 && draft.kind != .place { counts[draft.side, default: 0] += 1 }
    return Homes(paper: home, counts: counts)
  }

  /// The state of a place in the sentence that is not the other official's; nil where there is none.
  private func placeSide(of index: Int, besides other: SideID) -> SideID? {
    // «التقى الوزير أ نظيره ب في جنيف»: as likely at a third place.
    if index + 1 < drafts.count, drafts[index + 1].isCounterpart { return nil }
    let sentence = tokens.sentenceOf[drafts[index].tokens.lowerBound]
    let range = max(0, index - Self.sentenceReach)..<min(drafts.count, index + 1 + Self.sentenceReach)
    let place = range.first {
      (drafts[$0].kind == .place || drafts[$0].kind == .state) && drafts[$0].side != 0 && drafts[$0].side != other
        && tokens.sentenceOf[drafts[$0].tokens.lowerBound] == sentence
    }
    return place.map { drafts[$0].side }
  }

  /// The side of another official in the sentence whose nationality is told; 0 when none is.
  private func otherSide(of index: Int) -> SideID {
    let sentence = tokens.sentenceOf[drafts[index].tokens.lowerBound]
    for positions in [
      Array((max(0, index - Self.sentenceReach)..<index).reversed()),
      Array(index + 1..<min(drafts.count, index + 1 + Self.sentenceReach)),
    ] {
      for position in positions {
        let other = drafts[position]
        guard tokens.sentenceOf[other.tokens.lowerBound] == sentence else { break }
        let side = other.isCounterpart ? side(of: other) : other.toldSide ? other.side : 0
        if other.kind == .person, side != 0, other.chain != drafts[index].chain, !other.isPlural { return side }
      }
    }
    return 0
  }

  private func isHomely(_ link: Link) -> Bool {
    let isPosted = link.offices.contains { lexicon.takesPost.contains(drafts[$0].lemma) }
    if link.offices.contains(where: { isExpert(drafts[$0]) }) { return false }
    return !link.offices.isEmpty && !isPosted || link.isTitled
  }
}
