/// Where a contact takes place: the phrases of place of its clause and the building that they name.
extension CircumstanceReader {
  func readPlace(_ draft: inout ClaimDraft, _ clauses: TellingClauses) {
    let anchor = draft.noun ?? draft.trigger
    let scope = scope(draft, clauses)
    // «محادثات تركز على الانسحاب من بلدات في الجنوب»: where the subject is.
    let subject = (anchor + 1..<max(anchor + 1, scope.upperBound)).first { index in
      map.mentionAt[index] < 0 && lexicon.topics[tokens.word(index)].contains(.focus) && map.verb(index) == nil
    }
    let end = subject ?? scope.upperBound
    let reach = draft.isAnaphor ? min(anchor + 14, end) : end
    let behind = placeArgument(from: min(anchor + 1, reach), to: reach)
    let before = behind ?? (draft.isAnaphor ? nil : placeArgument(from: scope.lowerBound, to: anchor))
    if var mention = before ?? whence(clauses) ?? clauses.goal() {
      if !isCity(mention), let city = map.city(behind: mention) { mention = city }
      let chain = chains[mention.chain]
      draft.place = .init(
        name: mention.span, country: chain.side, id: chain.id,
        isCountry: mention.kind == .state && !isCapital(mention))
    } else if draft.frame == "host", let host = draft.parties.first, host.isInferred, chains[host.chain].kind == .state
    {
      // «استضافت في أبريل قمة»: whoever hosts has it at home.
      draft.place = .init(name: host.span, country: chains[host.chain].side, id: chains[host.chain].id, isCountry: true)
    }
  }

  /// «عاد من كمبالا حيث التقى أ»: the place right before «حيث», whatever its preposition.
  func whence(_ clauses: TellingClauses) -> Mention? {
    guard clauses.verb >= 0 else { return nil }
    let start = clauses.tree.clauses[clauses.clause].start
    guard tokens.word(start) == lexicon.there else { return nil }
    let end = tokens[start - 1].kind == .mark ? start - 1 : start
    guard map.mentionAt[end - 1] >= 0 else { return nil }
    let mention = map.mentions[Int(map.mentionAt[end - 1])]
    return mention.kind == .place || isCountry(mention) || isCapital(mention) ? mention : nil
  }

  /// «أربيل عاصمة إقليم كردستان»: what stands in apposition says no more of a city that the gazetteer knows.
  func isCity(_ mention: Mention) -> Bool {
    mention.kind == .place && chains[mention.chain].id?.hasPrefix("geonames") == true
      && !lexicon.isCapitalPhrase(mention.span, tokens)
  }

  /// «من موسكو»: read as its state where it is no place by its preposition.
  func isCapital(_ mention: Mention) -> Bool {
    mention.kind == .state && lexicon.capital(at: mention.tokens.lowerBound, in: tokens) != nil
  }

  func placeArgument(from start: Int, to end: Int) -> Mention? {
    var index = start
    while index < end {
      guard map.mentionAt[index] >= 0 else {
        index += 1
        continue
      }
      let mention = map.mentions[Int(map.mentionAt[index])]
      if mention.kind == .place || isCountry(mention), isWhere(mention) { return mention }
      // «مباحثات القاهرة», «لقاء الدوحة».
      if mention.kind == .place, mention.preposition == 0, mention.conjunction == 0, map.noun(index - 1) != nil {
        return mention
      }
      index = max(index + 1, mention.tokens.upperBound)
    }
    return nil
  }

  /// «في الاتحاد الأوروبي» is a body, no place.
  func isCountry(_ mention: Mention) -> Bool {
    mention.kind == .state && chains[mention.chain].side.map { lexicon.countries[$0] != nil && $0 != "EU" } ?? false
  }

  /// «في موسكو», «بالرياض», «في مدينة سوتشي», where the phrase belongs to the contact: «الحرب في سوريا» tells no place of it.
  func isWhere(_ mention: Mention) -> Bool {
    var before = mention.tokens.lowerBound
    // «على شاطئ البحر الميت»
    if mention.kind == .place, lexicon.shores.contains(tokens.word(before - 1)), map.function(before - 2) == .on {
      return true
    }
    if mention.preposition == Letters.beh, mention.kind == .place { return true }
    if mention.preposition != Letters.beh {
      before -= 1
      for _ in 0..<2 where before > 0 && map.function(before) != .in && tokens[before].preposition != Letters.beh {
        guard tokens[before].kind == .word, map.function(before) == nil, map.mentionAt[before] < 0 else { return false }
        before -= 1
      }
      guard before >= 0, map.function(before) == .in || tokens[before].preposition == Letters.beh else { return false }
    }
    // «مع الإخوان (في سوريا)»: of the one before the bracket.
    if tokens.mark(before - 1) == UInt8(ascii: "("), map.function(before) == .in { return false }
    if isOfHappening(mention.tokens.lowerBound) || isOfMany(mention.tokens.lowerBound) { return false }
    // «وزير الخارجية في جمهورية سنغافورة»: the office's state, not the contact's place.
    if mention.kind == .state, before > 0, map.mentionAt[before - 1] >= 0 {
      let office = map.mentions[Int(map.mentionAt[before - 1])]
      if office.kind == .person, office.side == mention.side { return false }
    }
    return isFree(before - 1)
  }

  /// «وسط الحرب الجارية في غزة», «الأوضاع في السودان»: where something else happens.
  func isOfHappening(_ index: Int) -> Bool {
    guard map.function(index - 1) == .in else { return false }
    for word in stride(from: index - 2, through: max(0, index - 2 - Self.adjectives), by: -1) {
      guard tokens[word].kind == .word, map.mentionAt[word] < 0, map.timeAt[word] < 0, map.function(word) == nil else {
        return false
      }
      if Reading.allCases.contains(where: { lexicon.happenings.contains(tokens[word].word($0)) }) { return true }
    }
    return false
  }

  /// «في الدول العربية», «في العالم»: nowhere in particular.
  func isOfMany(_ index: Int) -> Bool { lexicon.manyStates.contains(tokens.word(index)) }

  /// So many adjectives may a noun have before its place.
  static let adjectives = 2

  /// Whether a phrase behind `index` belongs to the clause, not to a noun at `index`.
  func isFree(_ index: Int) -> Bool {
    guard index >= 0 else { return true }
    if map.mentionAt[index] >= 0 || map.timeAt[index] >= 0 || tokens[index].kind == .mark { return true }
    if map.verb(index) != nil || map.noun(index) != nil || map.function(index) != nil { return true }
    // «خلال وجوده في نيويورك، التقى أ»
    if map.function(index - 1) == .during, hasPronoun(index) { return true }
    // «بشكل غير معلن في نيويورك».
    if (max(0, index - 3)...index).contains(where: {
      map.lexicon.cues.longest(at: $0, in: tokens)?.match.end == index + 1
    }) {
      return true
    }
    // Adjectives or a complement behind a noun of contact: «اجتماعا ثلاثيا في», «قمة الدول الصناعية الثماني الكبرى في».
    for word in stride(from: index - 1, through: max(0, index - Self.complement), by: -1) {
      if map.noun(word) != nil { return true }
      guard tokens[word].kind == .word, map.function(word) == nil, map.verb(word) == nil, map.timeAt[word] < 0 else {
        return false
      }
    }
    return false
  }

  private func hasPronoun(_ index: Int) -> Bool {
    let letters = tokens.letters(index)
    return letters.count > 3
      && (letters.last == Letters.heh || letters.suffix(2).elementsEqual([Letters.heh, Letters.alef]))
  }

  /// So many words name an event.
  static let complement = 6

  /// The building, and its city where no place is told: «في البيت الأبيض».
  func readVenue(_ draft: inout ClaimDraft) {
    for token in draft.segment {
      if draft.venue == nil, map.mentionAt[token] >= 0 {
        let mention = map.mentions[Int(map.mentionAt[token])]
        if mention.kind == .venue, mention.tokens.lowerBound == token { draft.venue = mention.span }
      }
      guard map.function(token - 1) == .in || tokens[token].preposition == Letters.beh,
        let (city, end, reading) = lexicon.venues.city(at: token, in: tokens)
      else { continue }
      let span = tokens.span(token..<end, reading: reading)
      draft.venue = draft.venue ?? span
      if draft.place == nil, !city.name.isEmpty {
        draft.place = .init(name: span, country: city.country, id: city.id, knownName: city.name)
      }
      return
    }
  }
}
