/// Scans an article's tokens once, from first to last, for mentions that tell themselves.
struct MentionScanner {
  let tokens: Tokens
  let lexicon: MentionLexicon
  /// Whether a time expression covers the token.
  let timed: TokenMap<Bool>
  private(set) var drafts: [MentionDraft] = []
  /// What is asked of the mention found last at every word behind it.
  private(set) var last = LastMention()
  private let nisbas = NisbaCounts()
  let unknowns = UnknownCounts()

  init(tokens: Tokens, lexicon: MentionLexicon, times: [TimeMention]) {
    self.tokens = tokens
    self.lexicon = lexicon
    var timed = TokenMap(count: tokens.count, nothing: false)
    for time in times { timed.set(time.tokens, to: true) }
    self.timed = timed
  }

  mutating func scan() -> [MentionDraft] {
    var index = 0
    while index < tokens.count {
      if tokens[index].isWord, !timed[index], let found = mention(at: index) {
        // «وأوغندا موسى كاتو» holds the state before the name.
        if found.tokens.lowerBound < index { drafts.removeLast() }
        var draft = withHonorifics(withMarks(found))
        draft.isListed = draft.kind == .person && isListed(index)
        drafts.append(draft)
        if let inner = draft.inner {
          drafts.append(
            MentionDraft(
              tokens: inner, reading: .whole, kind: .person, name: inner,
              side: draft.innerEntry.map { lexicon.gazetteer[$0].side } ?? 0, entry: draft.innerEntry,
              rule: "named within an office"))
        }
        last = LastMention(draft)
        index = max(draft.tokens.upperBound, index + 1)
        if let alias = alias(behind: draft) {
          drafts.append(alias)
          last = LastMention(alias)
          index = alias.tokens.upperBound
        }
      } else {
        index += 1
      }
    }
    return drafts
  }

  // MARK: Words

  /// The classes of token `index` read whole.
  @inline(__always) func whole(_ index: Int) -> WordClass { lexicon.classes(tokens[index].whole) }

  /// The classes of token `index` in its default reading.
  @inline(__always) func classes(_ index: Int) -> WordClass { lexicon.classes(tokens[index].word) }

  @inline(__always) func letter(_ index: Int, _ offset: Int) -> Letter { tokens.letter(index, offset) }

  func length(_ index: Int) -> Int { Int(tokens[index].foldedEnd - tokens[index].folded) }

  /// Whether the word, less the clitics of its default reading, starts with the article.
  func hasArticle(_ index: Int) -> Bool {
    let clitics = ChainBuilder.clitics(tokens[index].reading)
    return length(index) > 4 + clitics && letter(index, clitics) == Letters.alef
      && letter(index, clitics + 1) == Letters.lam && !hasHamza(index)
  }

  /// Whether a word's stem begins with أ or إ: «إليني», «أليخاندرا» have no article.
  private func hasHamza(_ index: Int) -> Bool {
    let start = Int(tokens.stemStart(index, tokens[index].reading))
    return tokens.byte(start) == 0xD8 && [0xA2, 0xA3, 0xA5].contains(tokens.byte(start + 1))
  }

  /// Whether the token is a word, its line goes on and no time expression covers it.
  func isFreeWord(_ index: Int) -> Bool { tokens[index].kind == .word && !timed[index] }

  // MARK: One mention

  /// The mention that starts at a token.
  ///
  /// - Parameter partitives: how many partitives govern it: two at most («بعض كبار المسؤولين»), so that no row of them is
  ///   read to its end from each of its words.
  func mention(at index: Int, partitives: Int = 0) -> MentionDraft? {
    let token = tokens[index]
    let word = token.word
    let known = lexicon.classes(word)
    if partitives < 2, lexicon.cues.partitive.contains(word),
      let draft = partitive(at: index, token.reading, partitives + 1)
    {
      return draft
    }
    if lexicon.cues.eponym.contains(word), let draft = eponym(at: index, token.reading) { return draft }
    if token.conjunction != 0, let draft = furtherPartner(at: index, known) { return draft }
    if !known.isDisjoint(with: .head), let draft = officeMention(at: index, token.reading) { return draft }
    if let draft = calledName(at: index) { return draft }
    if let draft = furtherHolder(at: index) { return draft }
    if mayStartName(token), let draft = gazetteerMention(at: index) { return draft }
    if !known.isDisjoint(with: .noun), let draft = nounMention(at: index, token.reading, known) { return draft }
    if let draft = plainName(at: index) { return draft }
    if token.word == 0 || isNameAlone(index), let draft = apposedName(at: index) { return draft }
    if mayBeListed(index), let draft = listedName(at: index) { return draft }
    if let draft = delegateName(at: index) { return draft }
    return mayBeSurname(index) ? surname(at: index) : nil
  }

  /// «مركز الملك سلمان للإغاثة», «مطار الملك خالد»: what is named for a person is not that person.
  func eponym(at index: Int, _ reading: Reading) -> MentionDraft? {
    guard isFreeWord(index + 1) else { return nil }
    if let (match, _) = lexicon.names.longest(at: index, in: tokens), match.end > index + 1 { return nil }
    let start = skippingTitles(index + 1)
    let head = whole(index + 1)
    let isCalled = start > index + 1 || !head.isDisjoint(with: WordClass.head) && head.contains(.definite)
    let called = isCalled ? name(at: start > index + 1 ? start : index + 2, isCalled: true) : nil
    // «مطار جوليوس نيريري»
    guard let name = called ?? personName(at: index + 1) else { return nil }
    let end = adjectives(from: name.end, definite: true).end
    return MentionDraft(
      tokens: index..<end, reading: reading, kind: classes(index).contains(.organNoun) ? .organisation : .venue,
      side: name.entry.map { lexicon.gazetteer[$0].side } ?? 0, rule: "named for a person")
  }

  /// A name of two words or more, the first a given name or both those of a known person.
  private func personName(at index: Int) -> Name? {
    guard let name = name(at: index, isCalled: false), name.words > 1,
      name.entry?.kind == .person || !whole(index).isDisjoint(with: [.given, .nameWord])
    else { return nil }
    return name
  }

  /// «أحد المصادر», «كبار المسؤولين الروس»: the noun's mention, from the word before it.
  func partitive(at index: Int, _ reading: Reading, _ partitives: Int) -> MentionDraft? {
    guard isFreeWord(index + 1), tokens[index + 1].reading == .whole else { return nil }
    let known = classes(index + 1)
    guard !known.isDisjoint(with: [.sourceNoun, .groupNoun]) || known.contains(.plural),
      var draft = mention(at: index + 1, partitives: partitives), draft.kind == .source || draft.kind == .group
    else { return nil }
    draft.tokens = index..<draft.tokens.upperBound
    draft.reading = reading
    draft.name = nil
    draft.office = nil
    return draft
  }

  /// «نظيريه الأميركي جون كيري والسعودي عادل الجبير»: the second one, by nisba and name.
  func furtherPartner(at index: Int, _ known: WordClass) -> MentionDraft? {
    guard known.contains(.nisba), known.contains(.definite), known.isDisjoint(with: [.plural, .dual]),
      let last = drafts.last, last.name != nil, last.lemma != 0, index - last.tokens.upperBound < 3,
      let name = name(at: index + 1, isCalled: true, side: lexicon.nisba(at: index, in: tokens))
    else { return nil }
    var draft = MentionDraft(
      tokens: index..<name.end, reading: .conjunction, kind: .person, name: index + 1..<name.end,
      side: lexicon.nisba(at: index, in: tokens), entry: name.entry, lemma: last.lemma, rule: "nisba and name")
    draft.toldSide = true
    return draft
  }

  /// «وزيري خارجية كينيا جون موانغي وأوغندا بيتر أوكيلو»: the name behind the second state.
  private func furtherHolder(at index: Int) -> MentionDraft? {
    guard let state = drafts.last, state.kind == .state, state.tokens.upperBound == index,
      tokens[index].conjunction == 0,
      conjunction(state.tokens.lowerBound, state.reading) == Letters.waw, drafts.count > 1,
      case let first = drafts[drafts.count - 2], first.kind == .person, first.name != nil,
      let office = first.office, !lexicon.classes(tokens[office.lowerBound].word).isDisjoint(with: [.plural, .dual]),
      first.tokens.upperBound == state.tokens.lowerBound, let name = name(at: index, isCalled: true, side: state.side)
    else { return nil }
    var draft = MentionDraft(
      tokens: state.tokens.lowerBound..<name.end, reading: state.reading, kind: .person, name: index..<name.end,
      side: state.side, entry: name.entry, rule: "name behind a state")
    draft.toldSide = true
    return draft
  }

  func mayStartName(_ token: Token) -> Bool {
    lexicon.names.mayStart(token.whole) || lexicon.names.mayStart(token.lessConjunction)
      || lexicon.names.mayStart(token.lessPreposition) || lexicon.names.mayStart(token.lessBoth)
  }

  /// The clitic preposition that a reading of token `index` takes off; 0 when none.
  func preposition(_ index: Int, _ reading: Reading) -> Letter {
    switch reading {
    case .whole, .conjunction: 0
    case .preposition: letter(index, 0)
    case .both: letter(index, 1)
    }
  }

  func conjunction(_ index: Int, _ reading: Reading) -> Letter {
    reading == .conjunction || reading == .both ? letter(index, 0) : 0
  }

  // MARK: The gazetteer

  /// «كيري» is no «يرى» behind ك.
  private func isKnownPerson(_ name: GazetteerName) -> Bool { name.entry.kind == .person && name.use != .ambiguous }

  /// «كلينتون تلتقي لافروف»: a family name of several people of one state, beside a verb of meeting.
  private func actingName(at index: Int, _ reading: Reading, _ values: ArraySlice<GazetteerName>) -> MentionDraft? {
    guard reading == .whole, tokens[index].whole != 0, !isOrdinaryWord(index),
      lexicon.cues.meets.contains(tokens[index + 1].word) || lexicon.cues.meets.contains(tokens[index - 1].word),
      let first = values.first, case let side = lexicon.gazetteer[first.entry].side, side != 0,
      values.allSatisfy({ lexicon.gazetteer[$0.entry].side == side })
    else { return nil }
    return MentionDraft(
      tokens: index..<index + 1, reading: reading, kind: .person, name: index..<index + 1, side: side, entry: nil,
      rule: "known family name")
  }

  private func isOrdinaryWord(_ index: Int) -> Bool { !whole(index).isDisjoint(with: [.common, .function, .given]) }

  func gazetteerMention(at index: Int) -> MentionDraft? {
    guard let (longest, reading) = lexicon.names.longest(at: index, in: tokens) else { return nil }
    let match = beforeTime(longest, at: index, reading)
    let token = tokens[index]
    // A clitic reading of one ordinary word is no name: «لمدن», «بكر».
    let known = lexicon.classes(token.word)
    if match.end == index + 1, !known.isDisjoint(with: [.function, .stop]), reading != token.reading,
      reading != .whole || !isState(whole: index) && !match.values.contains(where: isKnownPerson)
    {
      // «بيرو» is no «يرو» behind ب.
      return nil
    }
    let preposition = preposition(index, reading)
    // «مسقط رأسه» is no Muscat.
    if preposition == Letters.seen || lexicon.cues.birthplace.contains(tokens[match.end].word) { return nil }
    let single = match.end == index + 1
    // A family name that is also an ordinary word needs a title or a chain.
    let isOrdinary = single && lexicon.classes(token.word(reading)).contains(.common)
    if !isOrdinary, let person = match.values.first(where: { $0.entry.kind == .person && $0.use != .ambiguous }) {
      if single, !lexicon.classes(token.word(reading)).isDisjoint(with: .function) { return nil }
      return personMention(at: index, reading, end: match.end, person, match.values)
    }
    if match.values.allSatisfy({ $0.entry.kind == .person }) {
      return plainName(at: index) ?? actingName(at: index, reading, match.values)
    }
    guard let value = choose(match.values, at: index, preposition) else { return nil }
    // «فتح», but «حركتا فتح وحماس»
    if single, value.use == .ambiguous, quoted(at: index - 1)?.inner != index..<index + 1,
      !lexicon.cues.bothParties.contains(tokens[index - 1].word)
    {
      return nil
    }
    if single, value.entry.kind == .place || value.entry.kind == .outlet,
      !lexicon.classes(token.word(reading)).isDisjoint(with: [.common, .function]), value.entry.kind == .place
    {
      return nil
    }
    // «فرانس مكنزيان» is no «رانس» behind ف.
    if single, reading != .whole, value.entry.kind == .place, !whole(index).isDisjoint(with: [.given, .nameWord]),
      let name = plainName(at: index)
    {
      return name
    }
    // A given name that is also a place («جورج», «سليمان») is read as a name first.
    if single, value.entry.kind == .place, lexicon.classes(token.word(reading)).contains(.given),
      let name = plainName(at: index)
    {
      return name
    }
    let wing = value.entry.kind == .organisation ? wing(of: index..<match.end, reading) : nil
    let body = wing?.body ?? value
    let end = wing?.end ?? match.end
    var draft = MentionDraft(
      tokens: index..<end, reading: reading, kind: body.entry.kind, side: lexicon.gazetteer[body.entry].side,
      entry: body.entry, rule: "gazetteer")
    if body.entry.kind == .state { draft.kind = stateKind(body, match.values, at: index, preposition) }
    if draft.kind == .place, body.entry.kind == .state {
      // The city's own row, where it is that state's.
      let cities = match.values.filter { $0.entry.kind == .place }
      if let city = cities.first(where: { lexicon.gazetteer[$0.entry].side == draft.side }) { draft.entry = city.entry }
    }
    draft.isPlural = body.use == .demonym
    return draft
  }

  /// «وصل إلى بغداد اليوم»: the city and the day, no medium of that name.
  private func beforeTime(_ match: PhraseMap<GazetteerName>.Match, at index: Int, _ reading: Reading)
    -> PhraseMap<GazetteerName>.Match
  {
    guard match.end == index + 2, timed[index + 1], isPlacePosition(index, preposition(index, reading)) else {
      return match
    }
    let place = lexicon.names.values(of: [tokens[index].word(reading)])
    return place.isEmpty ? match : .init(end: index + 1, values: place)
  }

  /// «الحركة الشعبية - قطاع الشمال»: a body whose name a dash parts.
  private func wing(of range: Range<Int>, _ reading: Reading) -> (body: GazetteerName, end: Int)? {
    guard tokens.mark(range.upperBound) == UInt8(ascii: "-") else { return nil }
    let words = [tokens[range.lowerBound].word(reading)] + range.dropFirst().map { tokens[$0].whole }
    for count in (1...3).reversed() {
      let further = range.upperBound + 1..<range.upperBound + 1 + count
      guard further.allSatisfy({ tokens[$0].kind == .word }) else { continue }
      let whole = lexicon.names.values(of: words + further.map { tokens[$0].whole })
      if let body = whole.first(where: { $0.entry.kind == .organisation }) { return (body, further.upperBound) }
    }
    return nil
  }

  /// The value that the place in the sentence asks for: states before cities, venues only after a preposition of place.
  func choose(_ values: ArraySlice<GazetteerName>, at index: Int, _ preposition: Letter) -> GazetteerName? {
    let located = isPlacePosition(index, preposition)
    if located, let venue = values.first(where: { $0.entry.kind == .venue }) { return venue }
    // «عمان»: one state's name, another's capital.
    if let name = values.first(where: { $0.entry.kind == .state && $0.use == .name }),
      let capital = values.first(where: { $0.entry.kind == .state && $0.use != .name && $0.entry != name.entry })
    {
      let one = told(name, near: index)
      let other = told(capital, near: index)
      return one != other ? one > other ? name : capital : located ? capital : name
    }
    for kind in [MentionKind.state, .organisation, .outlet, .place] {
      if let value = values.first(where: { $0.entry.kind == kind }) { return value }
    }
    return values.first { $0.entry.kind == .venue }
  }

  /// How often the article tells of a state by its nisba; the word before «عمان» counts most.
  func told(_ name: GazetteerName, near index: Int) -> Int {
    let side = lexicon.gazetteer[name.entry].side
    if name.use == .name, lexicon.cues.realm.contains(tokens[index - 1].word) { return Int.max }
    return nisbas.count(of: side, in: tokens, lexicon)
  }

  /// Whether the word before `index`, or its clitic, asks for a place: في, إلى, من, داخل, بـ.
  func isPlacePosition(_ index: Int, _ preposition: Letter) -> Bool {
    if preposition == Letters.beh { return true }
    if preposition != 0 { return false }
    guard tokens[index - 1].kind == .word else { return false }
    return lexicon.cues.place.contains(tokens[index - 1].word)
  }

  /// A capital after a preposition of place is a place; elsewhere it may stand for its government.
  func stateKind(
    _ value: GazetteerName, _ values: ArraySlice<GazetteerName>, at index: Int, _ preposition: Letter
  ) -> MentionKind {
    guard value.use == .metonym || value.use == .capital || value.use == .capitalPhrase else { return .state }
    if value.use == .capitalPhrase { return .place }
    let isCity = values.contains { $0.use == .capital || $0.entry.kind == .place }
    let isName = values.contains { $0.entry.kind == .state && ($0.use == .name || $0.use == .alias) }
    if isName || !isCity { return .state }
    if isPlacePosition(index, preposition) { return .place }
    if lexicon.cues.partner.contains(tokens[index - 1].word) { return .state }
    if preposition == Letters.lam || preposition == Letters.kaf { return .place }
    // After a verb of a feminine subject, at a sentence's head or after إن a capital acts.
    if lexicon.cues.actor.contains(tokens[index - 1].word) { return .state }
    return .place
  }
}
