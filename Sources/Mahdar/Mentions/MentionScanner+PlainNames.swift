extension MentionScanner {
  /// A person whom the gazetteer names at `index`.
  func personMention(
    at index: Int, _ reading: Reading, end: Int, _ person: GazetteerName, _ values: ArraySlice<GazetteerName>
  ) -> MentionDraft? {
    let name = extended(
      Name(end: end, words: end - index, entry: person.entry, isSure: true), from: index, isWhole: true)
    var draft = MentionDraft(
      tokens: index..<name.end, reading: reading, kind: .person, name: untitled(index..<name.end),
      side: name.entry.map { lexicon.gazetteer[$0].side } ?? 0, entry: name.entry, rule: "known name")
    attachFollowingOffice(&draft)
    return draft
  }

  /// A name that no title announces: a given name and further words.
  func plainName(at index: Int) -> MentionDraft? {
    let token = tokens[index]
    guard token.kind == .word else { return nil }
    if let draft = spokenName(at: index) { return draft }
    for reading in Reading.allCases {
      let word = token.word(reading)
      guard word != 0 else { continue }
      let known = lexicon.classes(word)
      let isNameWord =
        known.contains(.nameWord) && known.isDisjoint(with: [.common, .function, .nisba, .place, .city, .office])
        && !hasArticle(index)
      guard !known.isDisjoint(with: [.given, .son]) || lexicon.cues.abd == word || isNameWord else { continue }
      if preposition(index, reading) == Letters.seen { continue }
      // Read with a clitic only when the whole word means nothing else.
      if reading != .whole, !whole(index).isDisjoint(with: [.given, .common, .function, .nameWord]) { break }
      // «وليس الاكتفاء» is و and a word, not ول and a name.
      if reading == .both, !lexicon.classes(token.lessConjunction).isDisjoint(with: [.common, .function]) { break }
      if preposition(index, reading) != 0, known.contains(.common) { continue }
      guard let name = startedName(at: index, known) else { continue }
      if name.words == 2, known.contains(.ambiguous), whole(index + 1).contains(.tail) { continue }
      if (index..<name.end).contains(where: { lexicon.cues.medium.contains(tokens[$0].whole) }) { return nil }
      // «كيانا محظورا»: two accusatives; but «سفيتلانا ميخايلوفا».
      if name.words == 2, isUnknown(index + 1), !endsLikeSlavicWoman(index + 1),
        letter(index, length(index) - 1) == Letters.alef,
        letter(index + 1, length(index + 1) - 1) == Letters.alef
      {
        continue
      }
      var draft = MentionDraft(
        tokens: index..<name.end, reading: reading, kind: .person, name: index..<name.end, entry: nil,
        rule: "given name")
      attachFollowingOffice(&draft)
      return draft
    }
    return nil
  }

  /// «وقال سميون باغداساروف»: two unknown words after a verb of saying.
  func spokenName(at index: Int) -> MentionDraft? {
    if lexicon.cues.says.contains(tokens[index - 1].word), let name = easternName(at: index) {
      var draft = MentionDraft(
        tokens: index..<name.end, reading: .whole, kind: .person, name: index..<name.end, rule: "name after saying")
      attachFollowingOffice(&draft)
      return draft
    }
    let isBen = lexicon.cues.chain.contains(tokens[index].whole) && isUnknown(index + 1)
    guard tokens[index].whole == 0 || isBen || isNameAlone(index), lexicon.cues.says.contains(tokens[index - 1].word),
      isFreeWord(index),
      !hasArticle(index), fit(index, count: 0) == .good || isBen,
      fit(index + 1, count: 1) == .good || whole(index + 1).contains(.son)
    else { return nil }
    if lexicon.cues.medium.contains(tokens[index + 1].whole) {
      return MentionDraft(tokens: index..<index + 2, reading: .whole, kind: .outlet, rule: "outlet")
    }
    var name = Name(end: index, words: 0, entry: nil, isSure: false)
    if isBen {
      name.end = index + 2
      name.words = 2
    }
    grow(&name)
    guard name.words >= 2 else { return nil }
    var draft = MentionDraft(
      tokens: index..<name.end, reading: .whole, kind: .person, name: index..<name.end, rule: "name after saying")
    attachFollowingOffice(&draft)
    return draft
  }

  /// Whether a name that stands by itself starts at `index`: «نظام بشار الأسد», «رحيل الأسد».
  func isKnownPerson(_ index: Int) -> Bool {
    guard isFreeWord(index), lexicon.names.mayStart(tokens[index].whole),
      let match = lexicon.names.longest(at: index, head: tokens[index].whole, in: tokens)
    else { return false }
    return match.values.contains { $0.entry.kind == .person && $0.use != .ambiguous }
  }

  /// A name less the titles at its head: «الملك سلمان بن عبدالعزيز».
  func untitled(_ name: Range<Int>) -> Range<Int> {
    var start = name.lowerBound
    while start + 1 < name.upperBound,
      !whole(start).isDisjoint(with: WordClass.head) && whole(start).contains(.definite)
        || lexicon.cues.honorific.contains(tokens[start].word)
    {
      start += 1
    }
    // «آية الله علي خامنئي»
    if start + 2 < name.upperBound, lexicon.cues.ayatollah == tokens[start].whole { start += 2 }
    return start..<name.upperBound
  }

  /// Whether the word at `index` may go on an ambiguous given name.
  func isPart(_ index: Int) -> Bool {
    guard isFreeWord(index) else { return false }
    let known = whole(index)
    if !known.isDisjoint(with: [.son, .tail]) { return true }
    // «يوهانس فان در كلاوو»
    if known.contains(.foreignParticle),
      fit(index + 1, count: 1) == .good || whole(index + 1).contains(.foreignParticle)
    {
      return true
    }
    guard fit(index, count: 1) == .good, known.isDisjoint(with: .ambiguous) else { return false }
    // «عادل لقضيتهم», «نزيه وحيادي»: an unknown word that may begin with a clitic is too little.
    let first = letter(index, 0)
    if known.isEmpty, looksLikeVerb(index) { return false }
    // «رياض برقوشي، سفير …»: no table holds it less its first letter either.
    let next = tokens[index + 1]
    if isUnknown(index), length(index) > 5, first != Letters.waw, !endsLikePronoun(index),
      next.kind == .mark || !classes(index + 1).isDisjoint(with: [.office, .function])
    {
      return true
    }
    return !known.isEmpty
      || first != Letters.waw && first != Letters.lam && first != Letters.beh && first != Letters.kaf
  }

  /// Whether a family name that starts like a clitic follows a given name and a verb of saying: «قال أنيس بيلدريم».
  private func isSpokenFamily(_ index: Int) -> Bool {
    guard isFreeWord(index), tokens[index].whole == 0, lexicon.cues.says.contains(tokens[index - 2].word),
      fit(index, count: 1) == .good
    else { return false }
    return lexicon.classes(tokens[index].lessPreposition).contains(.nameWord)
  }

  /// «ميخايلوفا», «تولستايا»
  private func endsLikeSlavicWoman(_ index: Int) -> Bool {
    let before = letter(index, length(index) - 2)
    return before == Letters.feh || before == Letters.yeh && letter(index, length(index) - 3) == Letters.alef
  }

  /// «قال مفيد الكرمي إن»: a word that may be a name and an unknown one between a verb of saying and what was said.
  private func isSpeaker(_ index: Int) -> Bool {
    lexicon.cues.says.contains(tokens[index - 1].word) && isUnknown(index + 1) && length(index + 1) > 4
      && (lexicon.cues.that.contains(tokens[index + 2].word) || tokens.mark(index + 2) == UInt8(ascii: ":"))
  }

  /// Whether a word is nothing but a word of names.
  func isNameAlone(_ index: Int, isFirst: Bool = true) -> Bool {
    let known = whole(index)
    // «كلينتون تلميحات»: a family name that is somebody's alone.
    if isFirst, lexicon.names.mayStart(tokens[index].whole), known.isDisjoint(with: .given),
      let match = lexicon.names.longest(at: index, head: tokens[index].whole, in: tokens), match.end == index + 1
    {
      return false
    }
    return !known.isDisjoint(with: [.given, .nameWord])
      && known.isDisjoint(with: [
        .common, .function, .nisba, .place, .city, .office, .occupation, .title, .son, .foreignParticle, .tail, .stop,
        .ambiguous, .definite, .modifier, .portfolio,
      ]) && known.isDisjoint(with: .noun)
  }

  func startedName(at index: Int, _ known: WordClass) -> Name? {
    if isPrepositionAla(index) || hasTanwin(index) { return nil }
    if lexicon.cues.anne == tokens[index].word, !isAnna(index) { return nil }
    if known.contains(.son), !known.contains(.given), lexicon.cues.abd != tokens[index].word {
      // «أبو بكر البغدادي», «أم كلثوم»; «بن» starts no name.
      guard lexicon.cues.kunya.contains(tokens[index].word) else { return nil }
    }
    // «أبو سالم المغربي»
    if lexicon.cues.kunya.contains(tokens[index].word), whole(index + 1).contains(.given), isFamilyNisba(index + 2) {
      return Name(end: index + 3, words: 3, entry: nil, isSure: true)
    }
    var name = Name(end: index + 1, words: 1, entry: nil, isSure: false)
    if !known.isDisjoint(with: [.common, .ambiguous]), isKnownPerson(index + 1) { return nil }
    let isFirm = known.contains(.given) && known.isDisjoint(with: [.common, .ambiguous])
    // «قال علي حسن باهدو»: two names follow one that a particle is spelled like.
    if lexicon.cues.ala == tokens[index].word, lexicon.cues.says.contains(tokens[index - 1].word),
      isFreeWord(index + 1), whole(index + 1).contains(.given), fit(index + 2, count: 2) == .good
    {
      grow(&name)
      return name
    }
    // «عبد القادر», «عز الدين»: two words that make one name.
    let isCompound =
      lexicon.cues.abd == tokens[index].word && hasArticle(index + 1)
      && whole(index + 1).isDisjoint(with: [.function, .office, .nisba])
      || known.contains(.given) && whole(index + 1).contains(.tail)
    if isCompound, !known.contains(.stop) {
      var compound = Name(end: index + 2, words: 2, entry: nil, isSure: false)
      grow(&compound)
      if compound.words > 2, compound.isSure { return compound }
    }
    if !known.isDisjoint(with: [.common, .nisba, .office, .occupation])
      || !isFirm && !known.isDisjoint(with: [.function, .place])
    {
      let next = whole(index + 1)
      if !known.isDisjoint(with: .function), known.contains(.common) { return nil }
      let isBen = next.contains(.son) && lexicon.cues.chain.contains(tokens[index + 1].whole)
      guard isFreeWord(index + 1),
        isBen || isSpeaker(index)
          || fit(index + 1, count: 1) == .good && !next.isDisjoint(with: [.given, .nameWord])
            && !next.contains(.ambiguous) && !hasArticle(index + 1)
          || lexicon.cues.ala == tokens[index].word && fit(index + 1, count: 1) == .good
      else { return nil }
    }
    if known.contains(.ambiguous) || known.isDisjoint(with: [.given, .son]) && lexicon.cues.abd != tokens[index].word,
      !isPart(index + 1), !isSpokenFamily(index + 1), !isSpeaker(index)
    {
      return nil
    }
    if lexicon.cues.abd == tokens[index].word || known.contains(.son) {
      guard isFreeWord(index + 1),
        fit(index + 1, count: 1) != .no || whole(index + 1).contains(.definite) || hasArticle(index + 1)
      else {
        return nil
      }
      if whole(index + 1).contains(.function) { return nil }
      name.end = index + 2
      name.words = 2
    }
    grow(&name)
    return name.words >= 2 && (name.isSure || known.contains(.given)) ? name : nil
  }
}
