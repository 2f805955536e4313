extension MentionScanner {
  /// A mention that a common noun begins: a source, a group, an organ, an outlet, a place or a venue.
  func nounMention(at index: Int, _ reading: Reading, _ known: WordClass) -> MentionDraft? {
    guard preposition(index, reading) != Letters.seen else { return nil }
    if known.contains(.outletNoun), let draft = outlet(at: index, reading) { return draft }
    if known.contains(.sourceNoun) { return source(at: index, reading, known) }
    if known.contains(.groupNoun), let draft = group(at: index, reading, known) { return draft }
    if lexicon.startsParty(at: index, in: tokens, reading), quoted(at: index + 1) == nil,
      let draft = party(at: index, reading)
    {
      return draft
    }
    if known.contains(.sideNoun), let draft = side(at: index, reading, known) { return draft }
    if known.contains(.organNoun), let draft = organ(at: index, reading, known) { return draft }
    if !known.isDisjoint(with: [.placeNoun, .venueNoun]), let draft = place(at: index, reading, known) { return draft }
    return nil
  }

  /// The end of the adjectives from `index` on, and the side that they tell.
  func adjectives(from index: Int, definite: Bool) -> (end: Int, side: SideID) {
    var end = index
    var side: SideID = 0
    while isFreeWord(end), end < index + 4 {
      let word = tokens[end].whole
      let known = lexicon.classes(word)
      guard word != 0, known.contains(.definite) == definite || hasArticle(end) == definite else { break }
      let nisba = lexicon.nisba(at: end, in: tokens)
      if nisba != 0 {
        if side == 0 { side = nisba }
      } else if !lexicon.cues.describer.contains(word) {
        break
      }
      end += 1
      // «وفدا رفيع المستوى من …»
      if tokens[end].whole == lexicon.cues.level, tokens[end].whole != 0 { end += 1 }
    }
    return (end, side)
  }

  func source(at index: Int, _ reading: Reading, _ known: WordClass) -> MentionDraft? {
    let definite = known.contains(.definite)
    var (end, side) = adjectives(from: index + 1, definite: definite)
    // «مصدر في مكتب …», «مصدر بوزارة الخارجية …»
    if isFreeWord(end), let link = lexicon.cues.links[tokens[end].word], link == .post, !isTo(end),
      let draft = organOrName(at: end + 1)
    {
      end = draft.tokens.upperBound
      if side == 0 { side = draft.side }
    } else if isFreeWord(end), tokens[end].preposition == Letters.beh, let draft = organOrName(at: end) {
      end = draft.tokens.upperBound
      if side == 0 { side = draft.side }
    }
    return MentionDraft(
      tokens: index..<end, reading: reading, kind: .source, side: side, isPlural: known.contains(.plural),
      rule: "source")
  }

  /// «وصل عدد من المسؤولين إلى …»: where they go, not where they serve.
  private func isTo(_ index: Int) -> Bool { tokens.letters(index).elementsEqual(FoldedText.key("إلى")) }

  func organOrName(at index: Int) -> MentionDraft? {
    if let quoted = quoted(at: index) {
      // «وفدا من "طالبان"»
      return quotedEntity(quoted).map {
        MentionDraft(
          tokens: index..<quoted.end, reading: .whole, kind: $0.entry.kind, side: lexicon.gazetteer[$0.entry].side,
          entry: $0.entry, rule: "gazetteer")
      }
    }
    let token = tokens[index]
    let known = lexicon.classes(token.word)
    if let (match, reading) = lexicon.names.longest(at: index, in: tokens),
      let value = match.values.first(where: { $0.entry.kind != .person && $0.entry.kind != .outlet })
    {
      return MentionDraft(
        tokens: index..<match.end, reading: reading, kind: value.entry.kind, side: lexicon.gazetteer[value.entry].side,
        entry: value.entry, rule: "gazetteer")
    }
    if lexicon.startsParty(at: index, in: tokens, token.reading), let draft = party(at: index, token.reading) {
      return draft
    }
    // «وفد من المعارضة», «وفد الحكومة», «وفد الحركة»: whose, the article tells.
    let isTold =
      lexicon.cues.opposition.contains(token.word) || lexicon.cues.government.contains(token.word)
      || lexicon.cues.theParty.contains(token.word)
      || lexicon.cues.rebels.contains(token.word) && known.contains(.definite)
    if isTold {
      let more = adjectives(from: index + 1, definite: true)
      return MentionDraft(
        tokens: index..<more.end, reading: token.reading, kind: .organisation, side: more.side, rule: "side")
    }
    // «ممثلين عن حكومة كابل»
    if known.contains(.sideNoun), let draft = side(at: index, token.reading, known) { return draft }
    return known.contains(.organNoun) ? organ(at: index, token.reading, known) : nil
  }

  func group(at index: Int, _ reading: Reading, _ known: WordClass) -> MentionDraft? {
    let definite = known.contains(.definite)
    // «والوفد المرافق له»: who comes along takes no part.
    if definite, lexicon.cues.attending.contains(tokens[index + 1].word) { return nil }
    var (end, side) = adjectives(from: index + 1, definite: definite)
    if end == index + 1, !definite, countedStates(from: end) != nil {
      // «ممثلو ست دول أفريقية»
    } else if end == index + 1, !definite, let draft = quoted(at: end).flatMap({ _ in organOrName(at: end) }) {
      // «وفد "حماس"»
      end = draft.tokens.upperBound
      side = draft.side
    } else if end == index + 1, isFreeWord(end) {
      let next = tokens[end]
      if !definite, lexicon.cues.links[next.word] == .post, !isTo(end), let draft = organOrName(at: end + 1),
        draft.kind == .organisation || draft.kind == .state && draft.tokens.count > 1
      {
        // «مسؤولين في حزب البعث», «مسؤولين في الحكومة السورية»; but «مسؤولين في موسكو».
        end = draft.tokens.upperBound
        side = draft.side
      } else if !definite, lexicon.cues.groupLink.contains(next.word), lexicon.cues.both.contains(tokens[end + 1].word)
      {
        // «محققين من البلدين»: of each of the two.
      } else if lexicon.cues.groupLink.contains(next.word), let draft = organOrName(at: end + 1) {
        // «وفد من …», «ممثلين عن …»
        end = draft.tokens.upperBound
        side = draft.side
      } else if !definite, let draft = organOrName(at: end), draft.reading == .whole || draft.reading == .preposition {
        // «وفد الحكومة», «قادة طالبان», «وزراء خارجية …»
        end = draft.tokens.upperBound
        side = draft.side
      } else if !definite, next.reading == .whole, case let body = lexicon.nisba(at: end, in: tokens), body != 0,
        !lexicon.isState(body)
      {
        // «مليشيات الحوثي الانقلابية»
        end = adjectives(from: end + 1, definite: true).end
        side = body
      } else if !definite, classes(end).contains(.definite), next.reading == .whole {
        // «وزراء الخارجية العرب», «أطراف النزاع الليبي»
        let more = adjectives(from: end + 1, definite: true)
        guard more.end > end + 1 else { return nil }
        end = more.end
        side = more.side
      } else if !definite || known.contains(.plural) {
        // «الوفد» alone is the one told before.
        return nil
      }
    }
    // «وفدا برلمانيا رفيعا من رومانيا»
    if !definite, side == 0, end > index + 1, isFreeWord(end), lexicon.cues.groupLink.contains(tokens[end].word),
      tokens[end - 1].reading == .whole, lexicon.cues.describer.contains(tokens[end - 1].word),
      let draft = organOrName(at: end + 1)
    {
      end = draft.tokens.upperBound
      side = draft.side
    }
    if !definite, let states = countedStates(from: end) {
      end = states.end
      if side == 0 { side = states.side }
    }
    var draft = MentionDraft(
      tokens: index..<end, reading: reading, kind: .group, side: side, isPlural: known.contains(.plural), rule: "group")
    addNisbas(to: &draft, definite: classes(end - 1).contains(.definite))
    // «المتمردين الأوغنديين» are none of the state's.
    if lexicon.cues.rebels.contains(tokens[index].word(reading)), lexicon.isState(draft.side) {
      draft.side = 0
      draft.sides = []
    }
    return draft
  }

  /// «خبراء روس وأميركيين»: the further sides that nisbas joined by و tell.
  func addNisbas(to draft: inout MentionDraft, definite: Bool) {
    guard draft.side != 0, lexicon.nisba(tokens[draft.tokens.upperBound - 1].word) != 0 else { return }
    var sides = [draft.side]
    var end = draft.tokens.upperBound
    while isFreeWord(end), tokens[end].reading == .conjunction, letter(end, 0) == Letters.waw {
      let side = lexicon.anyNisba(tokens[end].word)
      guard side != 0, !sides.contains(side), classes(end).contains(.definite) == definite else { break }
      sides.append(side)
      end += 1
    }
    guard sides.count > 1 else { return }
    draft.sides = sides
    draft.tokens = draft.tokens.lowerBound..<end
  }

  /// «الجانب الروسي», «الحكومة اليونانية», «حكومة طرابلس»: a side by one of its common names.
  func side(at index: Int, _ reading: Reading, _ known: WordClass) -> MentionDraft? {
    let definite = known.contains(.definite)
    let (end, side) = adjectives(from: index + 1, definite: true)
    if definite, side != 0 {
      return MentionDraft(tokens: index..<end, reading: reading, kind: .state, side: side, rule: "side")
    }
    if !definite, isFreeWord(index + 1), let (match, inner) = lexicon.names.longest(at: index + 1, in: tokens),
      inner == .whole,
      let value = match.values.first(where: { $0.entry.kind == .state && $0.use != .demonym })
    {
      return MentionDraft(
        tokens: index..<match.end, reading: reading, kind: .state, side: lexicon.gazetteer[value.entry].side,
        entry: value.entry, rule: "side")
    }
    return nil
  }

  /// «وزارة الاقتصاد الألمانية», «البرلمان التركي», «حزب "…"»: an organ of a state or body.
  func organ(at index: Int, _ reading: Reading, _ known: WordClass) -> MentionDraft? {
    var end = index + 1
    var side: SideID = 0
    if known.contains(.definite) {
      (end, side) = adjectives(from: end, definite: true)
      guard side != 0 else { return nil }
    } else {
      let limit = index + 7
      var closed = false
      if let quoted = quoted(at: end) {
        // «حركة "طالبان"», «حزب "الجنوب الجديد"»
        let value = quotedEntity(quoted)
        let (last, told) = adjectives(from: quoted.end, definite: true)
        let known = value.map { lexicon.gazetteer[$0.entry].side } ?? 0
        return MentionDraft(
          tokens: index..<last, reading: reading, kind: .organisation, side: known != 0 ? known : told,
          entry: value.flatMap { $0.entry.kind == .organisation ? $0.entry : nil }, rule: "organ")
      }
      while end < limit, isFreeWord(end) {
        let word = tokens[end].word
        let here = lexicon.classes(word)
        let nisba = lexicon.nisba(at: end, in: tokens)
        if tokens[end].reading == .conjunction {
          guard closed, here.contains(.definite), here.contains(.portfolio) else { break }
        } else if tokens[end].reading != .whole {
          break
        }
        if nisba != 0 {
          side = nisba
          end += 1
          break
        }
        if let (match, inner) = lexicon.names.longest(at: end, in: tokens), inner == .whole,
          let value = match.values.first(where: { $0.entry.kind == .state || $0.entry.kind == .organisation }), !closed
        {
          side = lexicon.gazetteer[value.entry].side
          end = match.end
          break
        }
        if here.contains(.function) { break }
        if here.contains(.definite) || hasArticle(end) {
          guard !here.isDisjoint(with: [.common, .portfolio, .modifier]) else { break }
          closed = true
        } else {
          guard !closed, !here.isDisjoint(with: [.common, .portfolio]) else { break }
        }
        end += 1
      }
      guard end > index + 1, side != 0 || closed else { return nil }
    }
    return MentionDraft(tokens: index..<end, reading: reading, kind: .organisation, side: side, rule: "organ")
  }

  func place(at index: Int, _ reading: Reading, _ known: WordClass) -> MentionDraft? {
    let next = index + 1
    guard isFreeWord(next), !known.contains(.definite) || known.contains(.placeNoun) else { return nil }
    if let match = lexicon.names.longest(at: next, head: tokens[next].whole, in: tokens),
      let value = match.values.first(where: { $0.entry.kind == .place || $0.entry.kind == .state })
    {
      return MentionDraft(
        tokens: index..<match.end, reading: reading, kind: known.contains(.placeNoun) ? .place : .venue,
        name: next..<match.end,
        side: lexicon.gazetteer[value.entry].side, entry: value.entry, rule: "place noun")
    }
    // «مدينة أجدابيا»: an unknown name after a noun of place.
    if known.contains(.placeNoun), !known.contains(.definite), fit(next, count: 1) == .good,
      classes(next).isDisjoint(with: [.given])
    {
      return MentionDraft(
        tokens: index..<next + 1, reading: reading, kind: .place, name: next..<next + 1, rule: "place noun")
    }
    if known.contains(.venueNoun), !known.contains(.definite) {
      let end = isFreeWord(next) && (hasArticle(next) || classes(next).contains(.definite)) ? next + 1 : index + 1
      guard end > index + 1, isPlacePosition(index, preposition(index, reading)) else { return nil }
      return MentionDraft(tokens: index..<end, reading: reading, kind: .venue, rule: "venue noun")
    }
    return nil
  }
}
