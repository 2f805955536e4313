/// Names that what stands before them calls: «معالي كينجي موراكامي», «برئاسة دانا كريم», «يضم الوفد فلانا وفلانا».
extension MentionScanner {
  /// A name of two words or more behind an honorific or a word that asks for one.
  func calledName(at index: Int) -> MentionDraft? {
    let before = tokens[index - 1]
    let isLed = before.kind == .word && lexicon.cues.led.contains(before.whole)
    let start = skippingTitles(index)
    guard start > index && lexicon.cues.honorific.contains(tokens[index].word) && length(index) > 2 || isLed,
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

  /// An unknown name in a list of members: «يتألف الوفد من آرام صالح، وشنو كمال، وهيمن نوزاد».
  func listedName(at index: Int) -> MentionDraft? {
    guard isListed(index), isUnknown(index), length(index) > 3 else { return nil }
    let isJoined = letter(index, 0) == Letters.waw
    guard fit(index + 1, count: 1) == .good, !hasArticle(index + 1), letter(index + 1, 0) != Letters.waw,
      !looksLikeVerb(index), !endsLikePronoun(index)
    else { return nil }
    var name = Name(end: index + 1, words: 1, entry: nil, isSure: true)
    grow(&name)
    guard name.words > 1 else { return nil }
    return MentionDraft(
      tokens: index..<name.end, reading: isJoined ? .conjunction : .whole, kind: .person, name: index..<name.end,
      rule: "name in a list")
  }

  /// Whether members are listed at a token: right behind «يضم», «من» or a member told before.
  func isListed(_ index: Int) -> Bool {
    if let last = drafts.last, last.isListed {
      let gap = index - last.tokens.upperBound
      if gap == 0 || gap == 1 && tokens.mark(index - 1) == UInt8(ascii: ",") { return true }
    }
    let before = tokens[index - 1]
    guard before.kind == .word else { return false }
    if lexicon.cues.members.contains(before.word) { return true }
    return lexicon.cues.groupLink.contains(before.word) && lexicon.cues.membersOf.contains(tokens[index - 2].word)
  }

  /// Whether no table holds the word, whole or less clitics.
  func isUnknown(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind == .word && token.whole == 0 && token.lessConjunction == 0 && token.lessPreposition == 0
      && token.lessBoth == 0
  }

  /// A family name alone that speaks: «قال ولدسنبت إنه …».
  func speakingSurname(at index: Int) -> MentionDraft? {
    guard lexicon.cues.says.contains(tokens[index - 1].word), lexicon.cues.that.contains(tokens[index + 1].word),
      length(index) > 3, !hasArticle(index), !looksLikeVerb(index), !endsLikePronoun(index)
    else { return nil }
    let people = surnames(at: index)
    guard isUnknown(index) || !people.isEmpty else { return nil }
    return MentionDraft(
      tokens: index..<index + 1, reading: .whole, kind: .person, name: index..<index + 1,
      side: people.count == 1 ? lexicon.gazetteer[people[0]].side : 0, entry: people.count == 1 ? people[0] : nil,
      rule: "surname after saying")
  }

  /// The people whom a word may name that is a family name and nothing else.
  private func surnames(at index: Int) -> [GazetteerEntry] {
    let word = tokens[index].whole
    let known = whole(index)
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
