extension MentionScanner {
  /// Nobody is told by more offices than this, one right behind the other; Saudi protocol lists four or five.
  private static let mostOffices = 8

  /// A person told by an office, with the name behind it.
  func officeMention(at index: Int, _ reading: Reading) -> MentionDraft? {
    guard preposition(index, reading) != Letters.seen else { return nil }
    let first = office(at: index, reading)
    if let named = namedOffice(first, at: index, reading) { return named }
    if leadsToOffice(first), let draft = lastOffice(behind: first, reading) { return draft }
    return unnamedOffice(first, at: index, reading)
  }

  /// The person named behind the last of several offices, all offices with the name; nil where nobody is.
  private func lastOffice(behind first: Office, _ reading: Reading) -> MentionDraft? {
    var offices = [first]
    while let last = offices.last, offices.count < Self.mostOffices, leadsToOffice(last) {
      let next = office(at: last.end, .whole)
      if let named = namedOffice(next, at: next.start, .whole) { return joined(offices, to: named, reading) }
      offices.append(next)
    }
    return nil
  }

  /// «نائب رئيس الوزراء وزير المالية بسام الحاج»: two offices of one person; but «استقبل رئيس الوزراء وزير المالية».
  private func leadsToOffice(_ office: Office) -> Bool {
    isFreeWord(office.end) && office.kind.isDisjoint(with: [.plural, .dual]) && office.hasComplement
      && whole(office.end).contains(.office) && whole(office.end).isDisjoint(with: [.plural, .dual, .definite])
      && !lexicon.cues.meets.contains(tokens[office.start - 1].word) && lexicon.counterpart != office.lemma
  }

  /// A person with the offices told before; nil where their sides are not one.
  private func joined(_ offices: [Office], to named: MentionDraft, _ reading: Reading) -> MentionDraft? {
    var draft = named
    for (position, office) in offices.enumerated().reversed() {
      guard draft.name != nil, let further = draft.office,
        office.side == 0 || draft.side == 0 || office.side == draft.side
      else { return nil }
      draft.tokens = office.start..<draft.tokens.upperBound
      draft.office = office.start..<further.upperBound
      draft.reading = position == 0 ? reading : .whole
      draft.officeReading = draft.reading
      draft.toldSide = draft.toldSide || office.side != 0
      if draft.side == 0 { draft.side = office.side }
    }
    return draft
  }

  /// «رئيس الجمعية "عمران السيد شاكر"»: what begins as a name in marks right behind an office is one to its end.
  private func mayFill(_ marks: Marked, from name: Name) -> Bool {
    name.words > 1 && name.end < marks.inner.upperBound && marks.inner.count <= 4
      && (name.end..<marks.inner.upperBound).allSatisfy { tokens[$0].kind == .word && tokens[$0].reading == .whole }
  }

  /// The person whose name stands behind an office.
  private func namedOffice(_ office: Office, at index: Int, _ reading: Reading) -> MentionDraft? {
    let head = office.kind
    let isCounterpart = lexicon.counterpart == office.lemma
    let side = office.side != 0 ? office.side : office.farSide
    for end in [office.furthest, office.end, index + 1] {
      guard end == office.furthest || end == office.end || head.contains(.title) && end == index + 1 else { continue }
      if end == index + 1, end != office.end, isFreeWord(end),
        lexicon.nisba(tokens[end].word) != 0 || whole(end).contains(.portfolio)
      {
        continue
      }
      var start = behindAsides(end)
      // «وزير الدفاع الأمريكي، مارك إسبر» and «المتحدث (جون كيربي)».
      var afterComma = false
      if tokens.mark(start) == UInt8(ascii: ","), office.hasComplement || isCounterpart {
        start += 1
        afterComma = true
      }
      start = skippingTitles(start)
      let marks = quoted(at: start)
      if let marks { start = marks.inner.lowerBound }
      // «نظيريه، الأميركي جون كيري والسعودي عادل الجبير»
      var side = side
      var told = end
      if isCounterpart, afterComma, office.side == 0, case let nisba = lexicon.nisba(at: start, in: tokens), nisba != 0,
        tokens[start].reading == .whole
      {
        side = nisba
        start += 1
        told = start
      }
      guard var name = name(at: start, isCalled: true, side: side) ?? regnalName(at: start, office) else { continue }
      if isGuestByTitle(end..<start, name, of: office) { continue }
      // «استقبل الرئيس الكيني السفير الهندي»: whose ambassador, no name.
      if name.words == 1, start > end, lexicon.nisba(at: start, in: tokens) != 0,
        whole(start - 1).contains(.office)
      {
        continue
      }
      if isGuest(name, of: office, at: index) {
        // «الرئيس التنزاني بكاري مكامبا» is not the one of Benin.
        guard name.words == 1, isUnknown(name.end), fit(name.end, count: 1) == .good, !looksLikeVerb(name.end),
          ![Letters.lam, Letters.beh, Letters.kaf, Letters.waw, Letters.feh].contains(letter(name.end, 0))
        else { continue }
        name = Name(end: name.end + 1, words: 2, entry: nil, isSure: true)
      }
      if marks == nil, let entry = name.entry, let inner = innerHead(of: office, held: entry) {
        return proxy(office, of: name, inner, reading)
      }
      if name.words < 4, lexicon.royals.contains(office.lemma), let number = regnalEnd(name.end) { name.end = number }
      if let marks {
        // «الرئيس "دينيس ساسو نغيسو"»
        if mayFill(marks, from: name) { name.end = marks.inner.upperBound }
        guard name.end == marks.inner.upperBound, name.words > 1 || name.entry != nil else { continue }
        name.end = marks.end
      }
      let nameEnd = marks?.inner.upperBound ?? name.end
      if afterComma, name.words < 2 || !isApposed(name.end) && !endsApposition(name.end) && name.entry == nil {
        continue
      }
      if start == index + 1, head.isDisjoint(with: [.definite, .title]), !isCounterpart {
        // «مستشار نتنياهو»: somebody who acts for a known person.
        if name.entry != nil, marks == nil, !afterComma, lexicon.proxies.contains(office.lemma),
          head.isDisjoint(with: [.plural, .dual]), !endsLikePronoun(index), !endsInPronoun(index)
        {
          return proxy(office, of: name, start, reading)
        }
        continue
      }
      if name.words == 1, name.entry == nil {
        // One unknown word is a name only right after a definite title or a nisba.
        let isGiven = !whole(start).isDisjoint(with: [.given, .nameWord])
        guard end == office.end, head.isDisjoint(with: [.plural, .dual]),
          head.contains(.definite) || office.side != 0 || isGiven && head.contains(.office)
        else { continue }
        if !isGiven, head.isDisjoint(with: [.office, .title]) { continue }
        // «وشعب البلد الشقيق اطراد التقدم»
        if !isGiven, lexicon.cues.describer.contains(tokens[index].word(reading)) { continue }
        if !isGiven, start != index + 1, lexicon.nisba(tokens[start - 1].word) == 0, !whole(start - 1).contains(.title)
        {
          continue
        }
      }
      if end != office.end, name.entry == nil, name.words < 2 { continue }
      if head.contains(.plural) && !head.contains(.definite) { continue }
      var draft = MentionDraft(
        tokens: index..<name.end, reading: reading, kind: .person, name: untitled(start..<nameEnd),
        office: index..<told,
        officeReading: reading, side: side, entry: name.entry, lemma: office.lemma, isCounterpart: isCounterpart,
        rule: "office and name")
      if head.contains(.title), end == index + 1,
        head.isDisjoint(with: .office) || lexicon.softTitles.contains(office.lemma)
      {
        draft.office = nil
        draft.lemma = 0
        draft.rule = "title and name"
      }
      if let known = longName(at: index, reading), known.end >= name.end { draft.entry = known.entry }
      draft.toldSide = office.side != 0 || told != end
      draft.post = office.post
      if draft.side == 0, let entry = name.entry { draft.side = lexicon.gazetteer[entry].side }
      attachFollowingOffice(&draft)
      return draft
    }
    return nil
  }

  /// An unknown name that a number makes a king's: «الملك فيليبي السادس».
  private func regnalName(at index: Int, _ office: Office) -> Name? {
    guard lexicon.royals.contains(office.lemma), isFreeWord(index), !hasArticle(index), regnalEnd(index + 1) != nil,
      whole(index).isDisjoint(with: [.function, .common, .nisba, .place])
    else { return nil }
    return Name(end: index + 1, words: 2, entry: nil, isSure: true)
  }

  /// Whether a definite word ends like an adjective of relation: «الإسلامية», «الإنساني».
  func hasAdjectiveShape(_ index: Int) -> Bool {
    let count = length(index)
    guard hasArticle(index), count > 5 else { return false }
    let last = letter(index, count - 1)
    return last == Letters.yeh || last == Letters.heh && letter(index, count - 2) == Letters.yeh
  }

  /// A known person whose name starts with the title itself: «الملك سلمان».
  func longName(at index: Int, _ reading: Reading) -> (end: Int, entry: GazetteerEntry)? {
    let head = tokens[index].word(reading)
    guard lexicon.names.mayStart(head), let match = lexicon.names.longest(at: index, head: head, in: tokens),
      match.end > index + 1, let person = match.values.first(where: { $0.entry.kind == .person })
    else { return nil }
    return (match.end, person.entry)
  }

  /// Whether a mark or a line end stands at `index`: an apposed name is closed.
  func isApposed(_ index: Int) -> Bool {
    tokens[index].kind == .mark || tokens[index].kind == .outside || timed[index]
  }

  /// Whether a particle or conjunction behind an apposed name goes on with the sentence: «وزير المالية، فلان وذلك».
  private func endsApposition(_ index: Int) -> Bool {
    tokens[index].kind == .word && tokens[index].word != 0 && classes(index).contains(.function)
  }

  /// The token after further titles: «وزير الخارجية الأمير سعود», «الرئيس الدكتور».
  func skippingTitles(_ index: Int) -> Int {
    var position = index
    while isFreeWord(position), position < index + 4 {
      let known = whole(position)
      guard
        known.contains(.title) && known.contains(.definite) || known.contains(.occupation) && known.contains(.definite)
          || lexicon.cues.honorific.contains(tokens[position].whole)
      else { return position }
      if !known.contains(.definite), !lexicon.cues.honorific.contains(tokens[position].whole) { return position }
      position += 1
      // «د. صلاح», «م/ سالم», «السيد/ سيد علي»
      let isShort = tokens[position - 1].foldedEnd - tokens[position - 1].folded == 1
      if tokens.mark(position) == UInt8(ascii: "/") { return position + 1 }
      if isShort, tokens.mark(position) == UInt8(ascii: ".") { position += 1 }
    }
    return position
  }

  func unnamedOffice(_ office: Office, at index: Int, _ reading: Reading) -> MentionDraft? {
    let head = office.kind
    if head.contains(.title), head.isDisjoint(with: [.office, .occupation]), !office.hasComplement || office.side == 0 {
      return nil
    }
    // «المجلس العسكري الحاكم», «الحزب الحاكم»: an adjective.
    if office.lemma == lexicon.governor, office.end == index + 1, hasArticle(index - 1) { return nil }
    let isCounterpart = lexicon.counterpart == office.lemma
    // «سفراء كل من أ وب»
    let isOfEach = head.contains(.plural) && isEach(office.end)
    guard head.contains(.definite) || office.hasComplement && office.end > index + 1 || isCounterpart || isOfEach else {
      return nil
    }
    var draft = MentionDraft(
      tokens: index..<office.end, reading: reading, kind: .person, name: nil, office: index..<office.end,
      officeReading: reading, side: office.side, isPlural: !head.isDisjoint(with: [.plural, .dual]),
      lemma: office.lemma, isCounterpart: isCounterpart, rule: "office")
    draft.toldSide = office.side != 0
    draft.post = office.post
    // «نائب رئيس الوزراء الكيني» is told by his office and state, «نائب المدير» is not.
    let isOfState = office.side != 0 && office.hasComplement && !head.contains(.occupation)
    if head.contains(.occupation) || lexicon.minorOffices.contains(office.lemma) && !isOfState {
      draft.needsChain = true
    }
    if lexicon.official == office.lemma {
      draft.kind = head.contains(.plural) ? .group : .source
      draft.needsChain = false
      let more = adjectives(from: office.end, definite: head.contains(.definite))
      draft.tokens = index..<more.end
      draft.office = nil
      if draft.side == 0 { draft.side = more.side }
      if head.contains(.plural) { addNisbas(to: &draft, definite: head.contains(.definite)) }
    }
    if !office.isOfParty, !head.isDisjoint(with: [.plural, .dual]) || letter(index, length(index) - 1) == Letters.alef {
      addFurtherSides(&draft)
    }
    if head.contains(.plural) {
      draft.kind = .group
      if draft.side == 0, !office.hasComplement { return nil }
      draft.needsChain = head.contains(.occupation) && draft.side == 0
    }
    return draft
  }

  /// «وزيري خارجية روسيا والولايات المتحدة», «وزراء الخارجية العرب»: what follows an office of several people.
  func addFurtherSides(_ draft: inout MentionDraft) {
    var end = draft.tokens.upperBound
    if let states = countedStates(from: end) {
      end = states.end
      if draft.side == 0 { draft.side = states.side }
    }
    let more = adjectives(from: end, definite: true)
    if more.end > end {
      end = more.end
      if draft.side == 0 { draft.side = more.side }
      // «وزراء الخارجية العرب»
      if draft.side == 0, tokens[end - 1].whole == lexicon.cues.arabs, lexicon.official != draft.lemma {
        draft.side = lexicon.arabLeague
      }
    }
    draft.sides = nisbaSides(draft.tokens.lowerBound..<end)
    if draft.sides.isEmpty, draft.side != 0 { draft.sides = [draft.side] }
    // «الرئيسان المصري والسوداني», «نظيريه التركي والإيراني»
    while isFreeWord(end), tokens[end].reading == .conjunction,
      case let side = lexicon.anyNisba(tokens[end].word), side != 0,
      !isState(end)
    {
      if !draft.sides.contains(side) { draft.sides.append(side) }
      end += 1
    }
    while isFreeWord(end), tokens[end].kind == .word, letter(end, 0) == Letters.waw,
      let (match, reading) = lexicon.names.longest(at: end, in: tokens), reading == .conjunction,
      let state = match.values.first(where: { $0.entry.kind == .state })
    {
      draft.sides.append(lexicon.gazetteer[state.entry].side)
      end = match.end
    }
    // «وزيرا الدفاع في الهند وفيتنام», «نظراؤه في الجزائر وليبيا», «وزراء خارجية كل من مصر وقبرص»
    if draft.sides.isEmpty { end = placesOfOffice(&draft, end) }
    if draft.sides.count > 1 { draft.isPlural = true }
    guard end > draft.tokens.upperBound else { return }
    draft.tokens = draft.tokens.lowerBound..<end
    draft.office = draft.tokens
  }

  /// The sides of the nisbas in a phrase, each once.
  private func nisbaSides(_ range: Range<Int>) -> [SideID] {
    var sides: [SideID] = []
    for index in range where tokens[index].kind == .word {
      let side = lexicon.nisba(at: index, in: tokens)
      if side != 0, !sides.contains(side) { sides.append(side) }
    }
    return sides
  }

  /// «كل من»
  private func isEach(_ index: Int) -> Bool {
    isFreeWord(index) && lexicon.cues.each == tokens[index].whole
      && lexicon.cues.groupLink.contains(tokens[index + 1].word)
  }

  /// The sides of several people told by their states or body behind «في».
  private func placesOfOffice(_ draft: inout MentionDraft, _ end: Int) -> Int {
    let isPost =
      isFreeWord(end) && lexicon.cues.links[tokens[end].word] == .post
      && (draft.isCounterpart || !lexicon.cues.groupLink.contains(tokens[end].word))
    let start = isPost ? end + 1 : end
    let isEach = isEach(start)
    let place = isEach ? start + 2 : start
    // «وزراء خارجية سبع دول في القاهرة»: where they are.
    guard isPost || isEach, let first = organOrName(at: place), first.side != 0, first.kind != .place,
      first.kind != .state || isEach || isState(whole: place)
    else { return end }
    draft.isEach = isEach
    draft.side = first.side
    draft.toldSide = true
    draft.sides = [first.side]
    var end = first.tokens.upperBound
    while isFreeWord(end), letter(end, 0) == Letters.waw,
      let (match, reading) = lexicon.names.longest(at: end, in: tokens),
      reading == .conjunction, let state = match.values.first(where: { $0.entry.kind == .state })
    {
      draft.sides.append(lexicon.gazetteer[state.entry].side)
      end = match.end
    }
    return end
  }

  /// Whether no noun follows that a verb before might still ask for.
  private func isLast(_ index: Int) -> Bool {
    tokens[index].kind != .word || timed[index] || tokens[index].preposition != 0
      || lexicon.cues.place.contains(tokens[index].word)
  }

  /// Reads the offices that stand after a name: «جون كيري وزير الخارجية الأميركي», «X، المتحدث باسم Y».
  func attachFollowingOffice(_ draft: inout MentionDraft) {
    // «السفير بدر عبد العاطي، المتحدث …»: a bare title gives way to the office that follows.
    guard draft.name != nil, draft.office == nil || (draft.office?.count ?? 0) == 1 else { return }
    var start = draft.tokens.upperBound
    var comma = false
    if tokens.mark(start) == UInt8(ascii: ",") || tokens.mark(start) == UInt8(ascii: "-")
      || tokens.mark(start) == UInt8(ascii: "(")
    {
      comma = true
      start += 1
    }
    guard isFreeWord(start) else { return }
    let known = whole(start)
    guard known.contains(.office) || known.contains(.occupation), known.isDisjoint(with: [.plural, .dual]) else {
      return
    }
    let office = office(at: start, .whole)
    guard office.hasComplement || known.contains(.definite) && comma else { return }
    if lexicon.counterpart == office.lemma { return }
    // «استقبل فلان وزير الدفاع الإيطالي في روما»: the office is whom he received.
    if !comma, office.side != 0, lexicon.cues.meets.contains(tokens[draft.tokens.lowerBound - 1].word),
      isLast(office.end)
    {
      return
    }
    for end in Set([office.end, office.furthest]) {
      if name(at: skippingTitles(end), isCalled: true) != nil { return }
      if tokens.mark(end) == UInt8(ascii: ","), name(at: skippingTitles(end + 1), isCalled: false) != nil, !comma {
        return
      }
    }
    if draft.side != 0, office.side != 0, draft.side != office.side { return }
    if comma, !isApposed(office.end), isFreeWord(office.end),
      classes(office.end).isDisjoint(with: [.function, .common])
    {
      return
    }
    draft.office = start..<office.end
    draft.officeReading = .whole
    draft.lemma = office.lemma
    draft.toldSide = office.side != 0
    draft.post = office.post
    if office.side != 0 { draft.side = office.side } else if draft.side == 0 { draft.side = office.farSide }
    draft.tokens = draft.tokens.lowerBound..<office.end
    // Saudi protocol lists several offices one after the other.
    var end = office.end
    for _ in 0..<Self.mostOffices
    where isFreeWord(end) && whole(end).contains(.office) && whole(end).isDisjoint(with: [.plural, .dual]) {
      let more = self.office(at: end, .whole)
      guard more.hasComplement, more.end > end + 1, name(at: skippingTitles(more.end), isCalled: true) == nil,
        more.side == 0 || draft.side == 0 || more.side == draft.side
      else { break }
      end = more.end
    }
    draft.office = start..<end
    draft.tokens = draft.tokens.lowerBound..<end
  }
}
