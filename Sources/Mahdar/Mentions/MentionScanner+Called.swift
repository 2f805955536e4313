/// Names that what stands before them calls: «معالي كينجي موراكامي», «برئاسة دانا كريم», «يضم الوفد فلانا وفلانا».
extension MentionScanner {
  /// A name of two words or more behind an honorific or a word that asks for one.
  func calledName(at index: Int) -> MentionDraft? {
    let before = tokens[index - 1]
    let isLed = before.kind == .word && lexicon.cues.led.contains(before.whole)
    guard isLed || lexicon.cues.honorific.contains(tokens[index].word) else { return nil }
    let start = skippingTitles(index)
    guard
      start > index && lexicon.cues.honorific.contains(tokens[index].word) && length(index) > 2
        && whole(index).isDisjoint(with: .modifier) || isLed,
      whole(start).isDisjoint(with: WordClass.head), let name = name(at: start, isCalled: true), name.words > 1,
      name.isSure || name.entry != nil
    else { return nil }
    let reading = start > index ? tokens[index].reading : .whole
    var draft = MentionDraft(
      tokens: index..<name.end, reading: reading, kind: .person, name: untitled(start..<name.end), entry: name.entry,
      rule: start > index ? "title and name" : "name called")
    if let entry = name.entry { draft.side = lexicon.gazetteer[entry].side }
    attachFollowingOffice(&draft)
    return draft
  }

  /// A person with the honorifics before: «معالي وزير الخارجية», «صاحب السمو الملكي الأمير».
  func withHonorifics(_ draft: MentionDraft) -> MentionDraft {
    guard draft.kind == .person, !draft.isPlural, draft.reading == .whole else { return draft }
    let first = max(draft.tokens.lowerBound - 4, last.end)
    var start = draft.tokens.lowerBound
    while start > first, isFreeWord(start - 1), lexicon.cues.excellency.contains(tokens[start - 1].word) { start -= 1 }
    guard start < draft.tokens.lowerBound else { return draft }
    var draft = draft
    draft.honorifics = UInt8(draft.tokens.lowerBound - start)
    draft.tokens = start..<draft.tokens.upperBound
    draft.reading = tokens[start].reading
    return draft
  }

  /// An unknown name in a list of members: «يتألف الوفد من آرام صالح، وشنو كمال، وهيمن نوزاد».
  func listedName(at index: Int) -> MentionDraft? {
    guard isListed(index), length(index) > 3, !hasArticle(index), !looksLikeVerb(index), !endsLikePronoun(index),
      !hasArticle(index + 1), letter(index + 1, 0) != Letters.waw
    else { return nil }
    let isNext = last.isListed
    let isName = !whole(index + 1).isDisjoint(with: [.given, .nameWord])
    let isKnown = isName && whole(index + 1).isDisjoint(with: .common)
    let fit = fit(index + 1, count: 1)
    guard fit == .good || fit == .weak && isName && isUnknown(index) && isNext else { return nil }
    // A word of the language may be the name in a list alone: «وهيمن نوزاد، …».
    let isPair = isUnknown(index + 1) && isItem(index + 2)
    guard isUnknown(index) ? isNext || isKnown || isPair : isNext && isKnown && isItem(index + 2) else { return nil }
    var name = Name(end: index + 1, words: 1, entry: nil, isSure: true)
    grow(&name)
    guard name.words > 1 else { return nil }
    return MentionDraft(
      tokens: index..<name.end, reading: letter(index, 0) == Letters.waw ? .conjunction : .whole, kind: .person,
      name: index..<name.end, rule: "name in a list")
  }

  /// Two unknown words with an office right behind them: «ميخايلو كرمنجي أحد مستشاري الرئيس», «X Y، وزير المالية».
  func apposedName(at index: Int) -> MentionDraft? {
    // «على هامشه جوزيب بوريل»: a known name behind a word with a pronoun.
    let known = lexicon.names.longest(at: index + 1, head: tokens[index + 1].whole, in: tokens)
    if isKnownPerson(index + 1) && known?.end ?? 0 > index + 2 || endsInPronoun(index) { return nil }
    let isGiven = whole(index + 1).contains(.given) && whole(index + 1).isDisjoint(with: [.function, .office, .title])
    guard isUnknown(index) || isNameAlone(index),
      isUnknown(index + 1) || isNameAlone(index + 1, isFirst: false) || isGiven && isUnknown(index),
      length(index) > 3, length(index + 1) > 3, !hasArticle(index), !hasArticle(index + 1), !looksLikeVerb(index),
      !endsLikePronoun(index), !endsLikePronoun(index + 1),
      !hasTanwin(index), !hasTanwin(index + 1), !isVerbOrTitle(index), fit(index + 1, count: 1) == .good
    else { return nil }
    var name = Name(end: index + 2, words: 2, entry: nil, isSure: true)
    grow(&name)
    let isJoined = isUnknown(index) && letter(index, 0) == Letters.waw && length(index) > 5
    let reading: Reading = isJoined ? .conjunction : .whole
    var draft = MentionDraft(
      tokens: index..<name.end, reading: reading, kind: .person, name: index..<name.end, rule: "name before an office")
    attachFollowingOffice(&draft)
    return draft.office == nil ? nil : draft
  }

  /// «أخبرني ديفيد فلان، مدير …», «اضطلعت بدور», «والصيدلي فلان مدير …»: no name's first word.
  private func isVerbOrTitle(_ index: Int) -> Bool {
    let end = length(index) - 1
    let isAlef = letter(index, 0) == Letters.alef
    if isAlef, letter(index, end) == Letters.yeh, letter(index, end - 1) == Letters.noon { return true }
    if isAlef, letter(index, end) == Letters.teh { return true }
    return letter(index, 0) == Letters.waw && letter(index, 1) == Letters.alef && letter(index, 2) == Letters.lam
  }

  /// Whether a word is written with ه at its end and not with ة.
  func endsInPronoun(_ index: Int) -> Bool {
    let end = Int(tokens[index].span.end)
    return tokens.byte(end - 2) == 0xD9 && tokens.byte(end - 1) == 0x87
  }

  /// Whether an item of a list ends before a token.
  private func isItem(_ index: Int) -> Bool {
    tokens[index].kind == .mark || tokens[index].kind == .outside || letter(index, 0) == Letters.waw
  }

  /// The two questions that rule most words out.
  func mayBeListed(_ index: Int) -> Bool {
    let before = tokens[index - 1].whole
    return last.isListed || lexicon.cues.members.contains(before) || lexicon.cues.groupLink.contains(before)
      || last.end == index && last.kind != .person || tokens.mark(index - 1) == UInt8(ascii: ":")
  }

  func mayBeSurname(_ index: Int) -> Bool {
    let before = tokens[index - 1].word
    return last.end == index && last.isNamedPerson || lexicon.cues.says.contains(before)
      || lexicon.cues.partner.contains(before) || lexicon.cues.owner.contains(before)
      || lexicon.cues.encounter.contains(before)
  }

  /// Whether members are listed at a token: right behind «يضم», «كل من» or a member told before.
  func isListed(_ index: Int) -> Bool {
    if last.isListed {
      let gap = index - last.end
      if gap == 0 || gap == 1 && tokens.mark(index - 1) == UInt8(ascii: ",") { return true }
    }
    // «وصحبه كل من: …»
    let position = tokens.mark(index - 1) == UInt8(ascii: ":") ? index - 2 : index - 1
    let before = tokens[position]
    // «ضم الوفد الياباني فلانا»
    if last.end == index, last.kind == .group || last.kind == .organisation,
      lexicon.cues.members.contains(tokens[last.start - 1].word)
    {
      return true
    }
    guard before.kind == .word else { return false }
    if lexicon.cues.members.contains(before.whole) { return true }
    // «كل من», «يتألف الوفد من»
    return lexicon.cues.groupLink.contains(before.whole)
      && (1...4).contains { lexicon.cues.membersOf.contains(tokens[position - $0].word) }
  }

  /// The other name of a person in brackets: «ألبرتو ندالا (ماسينغا)», «محمد حمدان دقلو "حميدتي"».
  func alias(behind person: MentionDraft) -> MentionDraft? {
    guard person.kind == .person, let name = person.name, name.count > 1, name.upperBound == person.tokens.upperBound
    else { return nil }
    let start = person.tokens.upperBound
    let end = aside(at: start) ?? quoted(at: start)?.end
    guard let end, isFreeWord(start + 1),
      end - start == 3 || end - start == 4 && lexicon.cues.kunya.contains(tokens[start + 1].whole)
    else { return nil }
    let range = start + 1..<end - 1
    let isName = range.allSatisfy { index in
      isFreeWord(index) && !hasArticle(index)
        && (isUnknown(index) || !whole(index).isDisjoint(with: [.given, .nameWord]))
        && whole(index).isDisjoint(with: [.common, .nisba, .place, .city, .office, .function])
    }
    guard isName, length(range.lowerBound) > 3, !endsLikePronoun(range.lowerBound) else { return nil }
    // «في خطوة اعتبرها لافروف "استفزازية"»: a word in ة that nobody knows is rather an adjective.
    if tokens.mark(start) != UInt8(ascii: "("), range.contains(where: { isUnknown($0) && endsInTaa($0) }) { return nil }
    return MentionDraft(
      tokens: range, reading: .whole, kind: .person, name: range, side: person.side, isAlias: true, rule: "alias")
  }

  /// «مع ديكلان كوستيلو من المفوضية وراسموس روفر من المصرف»: two unknown words told with their body, behind a word that asks
  /// for a partner or joined to others told so.
  func delegateName(at index: Int) -> MentionDraft? {
    let isJoined =
      letter(index, 0) == Letters.waw && (last.kind == .organisation || last.kind == .state)
      && (last.end == index || last.end == index - 1 && tokens.mark(index - 1) == UInt8(ascii: ","))
    guard isJoined || lexicon.cues.partner.contains(tokens[index - 1].word), isUnknown(index), !hasArticle(index),
      fit(index + 1, count: 1) != .no, lexicon.cues.groupLink.contains(tokens[index + 2].word),
      isFreeWord(index + 3), let body = organOrName(at: index + 3), body.kind == .organisation || body.kind == .state
    else { return nil }
    return MentionDraft(
      tokens: index..<index + 2, reading: isJoined ? .conjunction : .whole, kind: .person, name: index..<index + 2,
      side: body.side,
      rule: "name with its body")
  }

  private func endsInTaa(_ index: Int) -> Bool {
    let end = Int(tokens[index].span.end)
    return tokens.byte(end - 2) == 0xD8 && tokens.byte(end - 1) == 0xA9
  }

  /// Whether no table holds the word, whole or less clitics.
  func isUnknown(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind == .word && token.whole == 0 && token.lessConjunction == 0 && token.lessPreposition == 0
      && token.lessBoth == 0
  }

  /// A family name alone: who speaks («قال ولدسنبت إنه …»), or, of somebody known, «بين لافروف وكيري», «حكومة ميركل».
  func surname(at index: Int) -> MentionDraft? {
    guard length(index) > 3, !hasArticle(index) else { return nil }
    if let joined = joinedSurname(at: index) { return joined }
    let before = tokens[index - 1].word
    if let pair = unknownParty(at: index) { return pair }
    let isSpeaker =
      lexicon.cues.says.contains(before)
      && (lexicon.cues.that.contains(tokens[index + 1].word) || tokens.mark(index + 1) == UInt8(ascii: ":"))
    let isParty = lexicon.cues.partner.contains(before) || lexicon.cues.owner.contains(before)
    guard isSpeaker || isParty else { return nil }
    // «قال ديمقراطيون إنهم …»
    let end = length(index) - 1
    if isUnknown(index), letter(index, end) == Letters.noon, letter(index, end - 2) == Letters.yeh,
      letter(index, end - 1) == Letters.waw || letter(index, end - 1) == Letters.yeh
    {
      return nil
    }
    let people = surnames(tokens[index].whole, at: index)
    guard !people.isEmpty || isSpeaker && isUnknown(index) && !looksLikeVerb(index) && !endsLikePronoun(index) else {
      return nil
    }
    return MentionDraft(
      tokens: index..<index + 1, reading: .whole, kind: .person, name: index..<index + 1,
      side: people.count == 1 ? lexicon.gazetteer[people[0]].side : 0, entry: people.count == 1 ? people[0] : nil,
      rule: isSpeaker ? "surname after saying" : "surname of a party")
  }

  /// «بين ويتفورد وسوغالي», where one of the two comes back in the article.
  private func unknownParty(at index: Int) -> MentionDraft? {
    let isSecond = last.end == index && drafts.last?.rule == "unknown party"
    if isSecond, letter(index, 0) == Letters.waw, isUnknown(index), length(index) > 4 {
      return MentionDraft(
        tokens: index..<index + 1, reading: .conjunction, kind: .person, name: index..<index + 1, rule: "unknown party")
    }
    let before = tokens[index - 1].word
    guard lexicon.cues.between == before || lexicon.cues.encounter.contains(before), isUnknown(index),
      isUnknown(index + 1), length(index + 1) > 4, letter(index + 1, 0) == Letters.waw, !hasArticle(index + 1),
      !endsLikePronoun(index), !endsLikePronoun(index + 1), !looksLikeVerb(index),
      unknowns.count(of: tokens.hash(index + 1, dropping: 1), in: tokens) > 1
        || unknowns.count(of: tokens[index].hash, in: tokens) > 1
    else { return nil }
    return MentionDraft(
      tokens: index..<index + 1, reading: .whole, kind: .person, name: index..<index + 1, rule: "unknown party")
  }

  /// «كيري ولافروف»: a known family name joined to a name.
  private func joinedSurname(at index: Int) -> MentionDraft? {
    guard letter(index, 0) == Letters.waw, last.isNamedPerson, last.end == index else { return nil }
    // «لقاء ماسينغا ونيانتومبو»: an unknown family name that comes back, joined to a known one behind a noun of encounter.
    if isUnknown(index), length(index) > 5, !endsLikePronoun(index),
      lexicon.cues.encounter.contains(tokens[last.start - 1].word)
        || lexicon.cues.between == tokens[last.start - 1].word,
      unknowns.count(of: tokens.hash(index, dropping: 1), in: tokens) > 1
    {
      return MentionDraft(
        tokens: index..<index + 1, reading: .conjunction, kind: .person, name: index..<index + 1, rule: "unknown party")
    }
    guard case let people = surnames(tokens[index].lessConjunction, at: index),
      !people.isEmpty
    else { return nil }
    return MentionDraft(
      tokens: index..<index + 1, reading: .conjunction, kind: .person, name: index..<index + 1,
      side: people.count == 1 ? lexicon.gazetteer[people[0]].side : 0, entry: people.count == 1 ? people[0] : nil,
      rule: "surname of a party")
  }

  /// The people whom a word may name that is a family name and nothing else.
  private func surnames(_ word: WordID, at index: Int) -> [GazetteerEntry] {
    let known = lexicon.classes(word)
    guard word != 0, known.contains(.nameWord) || lexicon.names.mayStart(word),
      known.isDisjoint(with: [.common, .function, .given, .nisba, .place, .city, .office, .occupation, .title]),
      let match = lexicon.names.longest(at: index, head: word, in: tokens), match.end == index + 1
    else { return [] }
    let entries = match.values.map(\.entry)
    return entries.allSatisfy { $0.kind == .person } ? Array(entries) : []
  }

  /// Whether a regnal number stands behind the name of a king or pope, and the token after it: «الرابع عشر».
  func regnalEnd(_ index: Int) -> Int? {
    guard isFreeWord(index), lexicon.cues.regnal.contains(tokens[index].whole) else { return nil }
    return isFreeWord(index + 1) && lexicon.cues.teen == tokens[index + 1].whole ? index + 2 : index + 1
  }
}
