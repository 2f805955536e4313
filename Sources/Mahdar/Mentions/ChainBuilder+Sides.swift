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
    tellGovernments(homes)
    for index in decisiveDrafts() {
      let chain = drafts[index].chain
      // «نظيره فلان»: of another state than the one he is told by, and which is not told.
      guard links[chain].side == 0, links[chain].ownSide == nil, !drafts[index].isCounterpart else { continue }
      let isOfficial = isHomely(links[chain]) && !isOrdinary(drafts[index])
      // A paper tells the nationality of its own country's officials to nobody, and that of others always.
      let seat = seat(of: index)
      let (likely, other) = isOfficial ? likelySides(of: index, homes, seat) : ([], 0)
      if isOfficial, !isPossessed(drafts[index]), !isBeside(index) {
        if let told = headedSide(of: index) ?? postSide(of: index) {
          links[chain].side = told
          continue
        }
        if let own = likely.first(where: { $0 != other && mayBe(of: $0, chain, seat) }) {
          links[chain].side = own
          links[chain].isHomely = true
          continue
        }
      }
      let told = contextSide(of: index)
      if !told.isNothing {
        links[chain].side = told.side
        links[chain].ownSide = told.own
      } else if isHomely(links[chain]) {
        let last = isOfficial ? likely + homes.here + homes.most : homes.most
        let home = last.first.flatMap { $0 != other && mayBe(of: $0, chain, seat) ? $0 : nil }
        // «بعث أمير البلاد برقية إلى رئيس بنما»: the paper's own, of whom it tells nothing else.
        let own =
          isOfficial && (other != 0 || home == nil)
          ? homes.paperAlone.first { $0 != other && mayBe(of: $0, chain, seat) } : nil
        if let side = home ?? own {
          links[chain].side = side
          links[chain].isHomely = true
        }
      }
    }
  }

  /// Where an official without nationality may be from, the likeliest first, and the side of the official he is told beside.
  private func likelySides(of index: Int, _ homes: Homes, _ seat: OfficeStates.Seat) -> ([SideID], other: SideID) {
    let official = otherOfficial(of: index)
    let other = official.map { side(ofOfficial: drafts[$0]) } ?? 0
    var likely = homes.here
    if let official {
      likely = homes.sides(besides: other)
      if let place = placeSide(of: index, besides: other) { likely.append(place) }
      if face(index, official) { likely += homes.paperAlone }
    }
    if !seat.states.isEmpty { likely += homes.all + (seat.states.count == 1 ? seat.states : []) }
    return (likely, other)
  }

  /// «وفد الحكومة»: of the state that the article tells of, where it has parties of its own at the table.
  private func tellGovernments(_ homes: Homes) {
    let state = (homes.here + homes.all).first { lexicon.isState($0) }
    guard let state else { return }
    for index in drafts.indices where drafts[index].kind == .group && drafts[index].side == 0 {
      let chain = drafts[index].chain
      guard links[chain].side == 0, links[chain].ownSide == nil,
        drafts[index].tokens.contains(where: { lexicon.cues.government.contains(tokens[$0].word) })
      else { continue }
      drafts[index].side = state
      links[chain].side = state
      links[chain].isHomely = true
    }
  }

  /// The states whose the office of a mention may be.
  private func seat(of index: Int) -> OfficeStates.Seat {
    drafts[index].office.map { lexicon.officeStates.seat(of: $0, in: tokens, drafts[index].officeReading) } ?? .init()
  }

  /// Whether somebody may be an official of a state: its constitution has the office, and an Arab state's bears no foreign name.
  private func mayBe(of side: SideID, _ chain: Int, _ seat: OfficeStates.Seat) -> Bool {
    guard seat.admits(side) else { return false }
    // No body has ministers: «بوكيل وزارة الخارجية فلان», whom its envoy meets, is of a state.
    if !lexicon.isState(side), links[chain].offices.contains(where: { lexicon.ofStates.contains(drafts[$0].lemma) }) {
      return false
    }
    guard links[chain].isNamed, lexicon.homes.hasPapers(side), let name = links[chain].name else { return true }
    if side == lexicon.lebanon { return true }
    let known = lexicon.classes(tokens[name.lowerBound].whole)
    guard known.contains(.foreignName), known.isDisjoint(with: .arabName) else { return true }
    return name.dropFirst().contains { index in
      let word = lexicon.classes(tokens[index].whole)
      return !word.isDisjoint(with: [.arabName, .son, .tail]) || lexicon.isArticled(index, tokens)
    }
  }

  /// «ترأس الجانب التونسي فلان», «عن الوفد الياباني فلان»: who speaks for a side told right before him.
  private func headedSide(of index: Int) -> SideID? {
    guard index > 0, case let side = drafts[index - 1], side.side != 0, side.kind == .state || side.kind == .group,
      side.tokens.count > 1, side.tokens.upperBound == drafts[index].tokens.lowerBound, drafts[index].reading == .whole
    else { return nil }
    let before = tokens[side.tokens.lowerBound - 1].word
    return lexicon.cues.leads.contains(before) || lexicon.cues.groupLink.contains(before) ? side.side : nil
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
    if let own = bodySide(behind: index) { return Told(side: own) }
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
      guard actsForSide(behind), behind.chain != draft.chain, case let told = told(of: behind), !told.isNothing,
        !isGoal(behind)
      else { continue }
      return facesOther(draft, behind) ? Told() : told
    }
    return Told()
  }

  /// «فلان من المفوضية الأوروبية», «فلان عن الجانب الأمريكي»: the side told right behind a name.
  private func bodySide(behind index: Int) -> SideID? {
    guard index + 1 < drafts.count, case let body = drafts[index + 1], body.side != 0, actsForSide(body),
      body.kind != .person, case let link = drafts[index].tokens.upperBound, body.tokens.lowerBound == link + 1,
      lexicon.cues.groupLink.contains(tokens[link].word)
    else { return nil }
    return body.side
  }

  /// «زيارة الوزير فلان للأردن»: where somebody goes, not whose he is.
  private func isGoal(_ draft: MentionDraft) -> Bool {
    draft.kind == .state && tokens[draft.tokens.lowerBound].preposition == Letters.lam && draft.reading != .whole
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

  /// Another official in the sentence whose nationality is told; nil when none is.
  private func otherOfficial(of index: Int) -> Int? {
    neighbours(of: index).first { position in
      let other = drafts[position]
      return other.kind == .person && side(ofOfficial: other) != 0 && other.chain != drafts[index].chain
        && !other.isPlural
    }
  }

  /// The side that an official's own words tell.
  private func side(ofOfficial draft: MentionDraft) -> SideID {
    draft.isCounterpart ? side(of: draft) : draft.toldSide ? draft.side : 0
  }

  /// The mentions of a sentence around one, those before it first, each from near to far.
  private func neighbours(of index: Int) -> [Int] {
    let sentence = tokens.sentenceOf[drafts[index].tokens.lowerBound]
    let isNear = { (position: Int) in
      self.tokens.sentenceOf[self.drafts[position].tokens.lowerBound] == sentence
    }
    return (max(0, index - Self.sentenceReach)..<index).reversed().prefix(while: isNear)
      + (index + 1..<max(index + 1, min(drafts.count, index + 1 + Self.sentenceReach))).prefix(while: isNear)
  }

  /// «استقبل وزير الري سفير هولندا لدى القاهرة»: whom a foreign ambassador meets is of the state of his post.
  private func postSide(of index: Int) -> SideID? {
    for position in neighbours(of: index) where drafts[position].post != 0 {
      let envoy = drafts[position]
      let own = side(of: envoy)
      guard own != 0, own != envoy.post, own != home, envoy.chain != drafts[index].chain, face(index, position) else {
        continue
      }
      return envoy.post
    }
    return nil
  }

  /// Whether two people of a sentence are set against each other.
  private func face(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = one < other ? (drafts[one], drafts[other]) : (drafts[other], drafts[one])
    return facesOther(first, second) || meets(before: first)
  }

  private func isHomely(_ link: Link) -> Bool {
    let isPosted = link.offices.contains { lexicon.takesPost.contains(drafts[$0].lemma) }
    if link.offices.contains(where: { isExpert(drafts[$0]) }) { return false }
    return !link.offices.isEmpty && !isPosted || link.isTitled
  }
}
