extension MentionScanner {
  /// A name read at a token.
  struct Name {
    var end: Int
    var words: Int
    var entry: GazetteerEntry?
    /// Whether a word that can only be a name's stands in it.
    var isSure: Bool
  }

  /// Whether «على» is written with ى, and so is the preposition and not the name Ali.
  func isPrepositionAla(_ index: Int) -> Bool {
    guard lexicon.cues.ala == tokens[index].whole else { return false }
    let end = Int(tokens[index].span.end)
    return tokens.byte(end - 2) == 0xD9 && tokens.byte(end - 1) == 0x89
  }

  /// Whether «آنا», «آن» is written with آ, and so is the name and not the pronoun or particle.
  func isAnna(_ index: Int) -> Bool {
    guard lexicon.cues.anna == tokens[index].whole || lexicon.cues.anne == tokens[index].whole else { return false }
    let start = Int(tokens[index].span.start)
    return tokens.byte(start) == 0xD8 && tokens.byte(start + 1) == 0xA2
  }

  /// Whether «وأن», «وإن» is written with its hamza.
  private func isThat(_ index: Int) -> Bool {
    let start = Int(tokens[index].span.start) + 2
    return tokens.byte(start) == 0xD8 && [0xA3, 0xA5].contains(tokens.byte(start + 1))
  }

  /// How well a word may stand in a name.
  enum Fit { case no, weak, good }

  /// The fit of token `index` as word number `count` of a name.
  func fit(_ index: Int, count: Int) -> Fit {
    guard isFreeWord(index) else { return .no }
    let token = tokens[index]
    if isAnna(index) { return .good }
    if lexicon.cues.anne == token.whole { return .no }
    let known = lexicon.classes(token.whole)
    if known.contains(.stop) || isPrepositionAla(index) || hasTanwin(index) { return .no }
    // «وأن»: no «وان».
    if lexicon.cues.that.contains(token.lessConjunction), count > 0 || isThat(index) { return .no }
    if lexicon.cues.describer.contains(token.whole) { return known.contains(.nameWord) && count > 0 ? .weak : .no }
    if known.contains(.function) {
      if known.isDisjoint(with: [.given, .nameWord]) { return .no }
      if known.contains(.common), length(index) < 4, lexicon.cues.ala != token.whole { return .no }
    }
    if !known.isDisjoint(with: [.given, .nameWord]) {
      let isGiven = known.contains(.given) && known.isDisjoint(with: [.ambiguous, .common])
      if known.contains(.modifier) { return count == 0 ? .no : .weak }
      if known.contains(.place) { return count == 1 ? isGiven ? .good : .weak : .no }
      if !known.isDisjoint(with: [.common, .nisba, .office, .occupation, .title]) { return .weak }
      if known.contains(.function), !isGiven { return .weak }
      return .good
    }
    if known.contains(.city) { return count == 1 ? .weak : .no }
    if !known.isDisjoint(with: [.common, .nisba, .place]) || !known.isDisjoint(with: WordClass.head)
      || !known.isDisjoint(with: WordClass.noun)
    {
      return .no
    }
    if !known.isDisjoint(with: [.modifier, .portfolio]) { return .no }
    // A word that no table holds: an unknown name, unless a clitic with a known word makes it.
    if length(index) < 2 { return .no }
    if token.lessBoth != 0 { return .no }
    if token.lessConjunction != 0 {
      // «أندرو فايس»: right after a given name a known rest is chance when it is no plain word.
      let rest = lexicon.classes(token.lessConjunction)
      var plain: WordClass = [.common, .function, .place, .articled, .nisba, .office, .title]
      if letter(index, 0) == Letters.waw { plain.formUnion([.given, .nameWord]) }
      // «رالف فيلي هانسن»: an unknown word goes on.
      if count == 1, letter(index, 0) == Letters.feh, isFreeWord(index + 1), tokens[index + 1].word == 0,
        whole(index - 1).contains(.given), whole(index - 1).isDisjoint(with: [.ambiguous, .common]),
        !hasArticle(index + 1), !looksLikeVerb(index + 1)
      {
        return .weak
      }
      if count != 1 || !rest.isDisjoint(with: plain) { return .no }
    }
    if token.lessPreposition != 0 {
      let rest = lexicon.classes(token.lessPreposition)
      // «كيدا», «سدروف»: ك and the future's س rarely stand before a noun without its article.
      let letter = letter(index, 0)
      let isRare = letter == Letters.kaf || letter == Letters.seen
      if count == 1, letter == Letters.beh, rest.isDisjoint(with: [.common, .nisba, .place, .office]),
        rest.isDisjoint(with: .function) || rest.contains(.nameWord)
      {
        return .good
      }
      if !rest.isDisjoint(with: [.common, .function, .nisba, .place, .office, .given, .nameWord]),
        !(isRare && count == 1 && !rest.contains(.articled) && !looksLikeVerb(index))
      {
        return .no
      }
    }
    let first = letter(index, 0)
    if count >= 2, looksLikeVerb(index) { return .no }
    if count != 1, first == Letters.waw, length(index) > 3 { return .no }
    if endsLikePronoun(index), count != 1 { return .no }
    return .good
  }

  func looksLikeVerb(_ index: Int) -> Bool {
    let first = letter(index, 0)
    let second = letter(index, 1)
    let third = letter(index, 2)
    guard length(index) >= 4, !endsLikeName(index) else { return false }
    if first == Letters.yeh { return true }
    if first == Letters.teh { return second != Letters.waw && second != Letters.yeh && second != Letters.alef }
    return first == Letters.seen && (second == Letters.yeh || second == Letters.teh || second == Letters.noon)
      && third != Letters.feh && length(index) > 4
  }

  /// «يانا», «يوكو», «تشودري»: verbs in the present end otherwise.
  private func endsLikeName(_ index: Int) -> Bool {
    let count = length(index)
    let last = letter(index, count - 1)
    let before = letter(index, count - 2)
    guard letter(index, 0) != Letters.seen else { return false }
    if last == Letters.waw { return [Letters.waw, Letters.alef, Letters.yeh].contains(letter(index, 1)) }
    if last == Letters.alef { return ![Letters.waw, Letters.heh, Letters.meem].contains(before) }
    // ي and not ى
    let end = Int(tokens[index].span.end)
    return last == Letters.yeh && before != Letters.noon && count > 5 && tokens.byte(end - 2) == 0xD9
      && tokens.byte(end - 1) == 0x8A
  }

  /// Whether an unknown word starts like a conjunction or preposition and ends like no name: one word is too little then.
  func hasCliticShape(_ index: Int) -> Bool {
    let first = letter(index, 0)
    let last = letter(index, length(index) - 1)
    return first == Letters.lam || first == Letters.beh || first == Letters.kaf || first == Letters.feh
      || last == Letters.alef
  }

  func endsLikePronoun(_ index: Int) -> Bool {
    let count = length(index)
    guard count >= 5 else { return false }
    let last = letter(index, count - 1)
    let before = letter(index, count - 2)
    // «لهجته»: ته and not تة.
    let end = Int(tokens[index].span.end)
    if last == Letters.heh, before == Letters.teh, tokens.byte(end - 1) == 0x87 { return true }
    if before == Letters.heh { return last == Letters.alef || last == Letters.meem }
    return last == Letters.alef && before == Letters.meem && letter(index, count - 3) == Letters.heh
  }

  /// Whether the word is written with the accusative's ً, as names hardly are.
  func hasTanwin(_ index: Int) -> Bool {
    let span = tokens[index].span
    guard span.count >= 4 else { return false }
    let last = Int(span.end)
    let letters = (tokens.byte(last - 4), tokens.byte(last - 3), tokens.byte(last - 2), tokens.byte(last - 1))
    // اً or ًا
    return letters == (0xD8, 0xA7, 0xD9, 0x8B) || letters == (0xD9, 0x8B, 0xD8, 0xA7)
  }

  /// The name at `index`, whose first token is read whole.
  ///
  /// `isCalled`: a title or office stands before it, so that one word and ambiguous aliases suffice.
  func name(at index: Int, isCalled: Bool, side: SideID = 0) -> Name? {
    if isCalled, tokens[index].kind == .latin { return latinName(at: index) }
    guard isFreeWord(index), !isPrepositionAla(index), lexicon.cues.anne != tokens[index].whole || isAnna(index) else {
      return nil
    }
    if !isCalled, whole(index).contains(.ambiguous), fit(index + 1, count: 1) != .good { return nil }
    let match =
      lexicon.names.mayStart(tokens[index].whole)
      ? lexicon.names.longest(at: index, head: tokens[index].whole, in: tokens) : nil
    if isCalled, let name = easternName(at: index), name.end > match?.end ?? index { return name }
    if let match {
      let single = match.end == index + 1
      let known = whole(index)
      let isOrdinary = single && known.contains(.common)
      let people = match.values.filter { $0.entry.kind == .person && (isCalled && !isOrdinary || $0.use != .ambiguous) }
      // «وكالة فرانس برس»
      if match.end > index + 1, match.values.contains(where: { $0.entry.kind == .outlet }) { return nil }
      if !people.isEmpty, !(single && (isFirstOfMore(index) || isFirst(index, people))) {
        let ofSide = people.first { side != 0 && lexicon.gazetteer[$0.entry].side == side }
        let person = ofSide ?? people[0]
        // A first name that many bear tells nobody by itself.
        let isAbd = match.end == index + 2 && lexicon.cues.abd == tokens[index].whole
        let isAnybody =
          person.use == .ambiguous && ofSide == nil
          && (single && (people.count > 1 || known.contains(.given)) || isAbd)
        var name = extended(
          Name(end: match.end, words: match.end - index, entry: isAnybody ? nil : person.entry, isSure: true),
          from: index,
          isWhole: person.use != .ambiguous)
        // «محمد الطائي», «عمر النور»
        if isCalled, single, person.use == .ambiguous, known.contains(.given), name.words == 1,
          isCalledFamily(name.end)
        {
          name.end += 1
          name.words += 1
          name.entry = nil
          grow(&name)
        }
        return name
      }
    }
    if isCalled, let name = particledName(at: index) { return name }
    var result = Name(end: index, words: 0, entry: nil, isSure: false)
    grow(&result)
    if isCalled, result.words == 1, whole(index).contains(.given), isCalledFamily(result.end) {
      result.end += 1
      result.words += 1
    }
    if isCalled, result.words == 0, whole(index).contains(.given), fit(index, count: 0) != .no,
      isCalledFamily(index + 1) || fit(index + 1, count: 1) != .no
    {
      // «حسن النور», «كامل إدريس»
      result.end = index + 2
      result.words = 2
      result.isSure = true
      grow(&result)
    }
    if isCalled, result.words == 0, lexicon.cues.syllable.contains(tokens[index].whole), isUnknown(index + 1),
      fit(index + 1, count: 1) == .good, !hasArticle(index + 1), !looksLikeVerb(index + 1), !endsLikePronoun(index + 1)
    {
      // «لي جونهوا»: a family name that is a particle too.
      result.end = index + 2
      result.words = 2
      result.isSure = true
    }
    guard result.words > 0 else { return nil }
    let first = whole(index)
    if result.words == 1 {
      // «زار وزير الدفاع الروسي بيرو»
      if isState(whole: index) { return nil }
      guard isCalled, result.isSure, !hasArticle(index) || first.contains(.nameWord) else { return nil }
      if first.isDisjoint(with: [.given, .nameWord])
        && (length(index) < 4 || looksLikeVerb(index) || endsLikePronoun(index))
      {
        return nil
      }
      if first.isDisjoint(with: [.given, .nameWord]), hasCliticShape(index) { return nil }
      return result
    }
    return result.isSure ? result : nil
  }

  /// Whether a known family name is here the first of three words of another name: «ديبي واسرمان شولتز».
  private func isFirstOfMore(_ index: Int) -> Bool {
    isUnknown(index + 1) && fit(index + 1, count: 1) == .good && length(index + 1) > 4 && isFreeWord(index + 2)
      && whole(index + 2).contains(.nameWord) && fit(index + 2, count: 2) == .good
  }

  /// «أشتون شمعوندي»: a known family name that others share is here somebody's first name.
  private func isFirst(_ index: Int, _ people: [GazetteerName]) -> Bool {
    people.allSatisfy { $0.use == .ambiguous } && isUnknown(index + 1) && length(index + 1) > 4
      && fit(index + 1, count: 1) == .good && !looksLikeVerb(index + 1) && !hasCliticShape(index + 1)
      && !hasArticle(index + 1)
  }

  /// Whether an ordinary definite word may be the family name of a titled person: «شوقي الطبيب».
  func isCalledFamily(_ index: Int) -> Bool {
    guard isFreeWord(index), tokens[index].reading == .whole, hasArticle(index), !startsState(index) else {
      return false
    }
    let known = whole(index)
    // «هند المصري»: the nisba of an office stands before the name.
    if known.contains(.nisba) { return known.isDisjoint(with: [.feminine, .plural, .dual, .function]) }
    // «محمد الأمين», but not «محمد الأمين العام»
    if known.contains(.given), known.contains(.office), classes(index + 1).isDisjoint(with: .modifier),
      tokens[index + 1].preposition != Letters.lam
    {
      return true
    }
    return known.isDisjoint(with: [.function, .modifier, .portfolio, .stop, .office, .title, .plural])
  }

  /// Adds the words that hold to a known name: «بن عبدالعزيز», «آل سعود», or an unknown family name.
  ///
  /// `isWhole`: the name alone tells who it is, so that only a known name's word may follow it.
  func extended(_ name: Name, from index: Int, isWhole: Bool) -> Name {
    var result = name
    let held = result.end
    while isFreeWord(result.end), isSonParticle(result.end), isFreeWord(result.end + 1) {
      result.end += 2
      result.words += 2
    }
    let chain = result.end
    // «محمد» may be anybody's first name; «كيري» is a whole name.
    let next = whole(chain)
    if chain > held
      || name.words == 1 && whole(index).contains(.given)
        && (!isWhole || !next.isDisjoint(with: [.given, .nameWord, .son]))
    {
      grow(&result)
    }
    if chain == held, name.words > 1, isFreeWord(chain), !whole(chain).isDisjoint(with: .nameWord),
      whole(chain).isDisjoint(with: [.common, .function, .place, .nisba, .given]), hasArticle(chain)
    {
      // «محمد علي الحوثي»
      result.end += 1
      result.words += 1
    }
    // «عبد المولى الشريدي» is another person than one known as «عبد المولى».
    if chain == held, name.words == 2, result.end == chain, lexicon.cues.abd == tokens[index].whole, isFreeWord(chain) {
      if goesOn(chain) || !hasArticle(chain) && fit(chain, count: 1) == .good {
        grow(&result)
      } else if isUnknown(chain), hasArticle(chain) {
        result.end += 1
        result.words += 1
      }
    }
    // «خوان كارلوس ريوس», «أحمد فوزي عبد الهادي», «سعيد بن ناصر الكندي»: others than those known by the first words.
    let isOfSons = isChained(index..<chain)
    if chain == held, name.words > 1, result.end == chain, !isOfSons, whole(chain - 1).contains(.given), goesOn(chain) {
      grow(&result)
    }
    if result.end == chain, isOfSons, isFamilyNisba(chain) || isUnknown(chain) && isFreeWord(chain) && hasArticle(chain)
    {
      result.end += 1
      result.words += 1
    }
    if result.end > chain || chain > held && name.words == 1 { result.entry = nil }
    return result
  }

  /// Whether a word behind a known name of given names is more of another name.
  private func goesOn(_ index: Int) -> Bool {
    guard isFreeWord(index) else { return false }
    if isUnknown(index) {
      return fit(index, count: 2) == .good && !hasArticle(index) && !hasCliticShape(index) && length(index) > 3
    }
    let known = whole(index)
    return lexicon.cues.abd == tokens[index].whole && hasArticle(index + 1)
      || known.contains(.nameWord)
        && known.isDisjoint(with: [.common, .function, .place, .city, .nisba, .office, .occupation, .title])
  }

  /// Whether «بن» stands in a name.
  private func isChained(_ name: Range<Int>) -> Bool { name.contains { isSonParticle($0) } }

  /// «سعيد بن ناصر الكندي»: a family called like people of a state.
  func isFamilyNisba(_ index: Int) -> Bool {
    guard isFreeWord(index), tokens[index].reading == .whole, hasArticle(index) else { return false }
    let known = whole(index)
    return known.contains(.nisba) && known.isDisjoint(with: [.feminine, .plural, .dual])
  }

  func isSonParticle(_ index: Int) -> Bool {
    let known = whole(index)
    return known.contains(.son) && lexicon.cues.chain.contains(tokens[index].whole)
  }

  /// «زار الملك سلمان الولايات المتحدة»: a state of several words, or of one that no name's word follows, is no part of a name.
  func startsState(_ index: Int) -> Bool {
    guard lexicon.names.mayStart(tokens[index].whole),
      let match = lexicon.names.longest(at: index, head: tokens[index].whole, in: tokens),
      match.values.contains(where: { $0.entry.kind == .state && ($0.use == .name || $0.use == .alias) })
    else { return false }
    return match.end > index + 1
      || whole(index).isDisjoint(with: [.given, .nameWord]) && fit(index + 1, count: 1) == .no
  }

  /// Whether a word read whole is a state's name.
  func isState(whole index: Int) -> Bool {
    lexicon.names.longest(at: index, head: tokens[index].whole, in: tokens)?.values.contains {
      $0.entry.kind == .state && ($0.use == .name || $0.use == .alias)
    } ?? false
  }

  /// «سالم ناجي حمدان», «سالم الأمين ولد بابه»: a given name that is an office or trade as well.
  private func isGivenLikeOffice(_ index: Int) -> Bool {
    let known = whole(index)
    guard known.contains(.given), known.isDisjoint(with: [.function, .title]) else { return false }
    return known.isDisjoint(with: [.ambiguous, .office]) || isFreeWord(index + 1) && isSonParticle(index + 1)
  }

  /// Adds to a name the words that follow it and fit.
  func grow(_ name: inout Name) {
    while name.words < 7 {
      var index = name.end
      // «كي-مون», «أبو-مازن»
      if name.words > 0, tokens.mark(index) == UInt8(ascii: "-"), !tokens[index].spaced, !tokens[index + 1].spaced {
        index += 1
      }
      guard isFreeWord(index) else { return }
      if name.words > 0, tokens[index].letter == 0x0A { return }
      if startsState(index) { return }
      let known = whole(index)
      // «سلطان المناعي وسام»: behind a family name with the article no given name stands.
      if name.words > 1, hasArticle(name.end - 1), whole(name.end - 1).isDisjoint(with: [.tail, .given]),
        lexicon.cues.abd != tokens[name.end - 2].whole, !hasArticle(index), known.isDisjoint(with: .son)
      {
        return
      }
      if known.contains(.tail), name.words > 0 {
        // «أعزه الله»: a wish and no name.
        if name.words == 1, isUnknown(name.end - 1), letter(name.end - 1, length(name.end - 1) - 1) == Letters.heh {
          return
        }
        name.end = index + 1
        name.words += 1
        name.isSure = true
        continue
      }
      if known.contains(.son) || known.contains(.foreignParticle) && name.words > 0 {
        // A particle and the word that it holds.
        let next = index + 1
        guard isFreeWord(next) else { return }
        let held = whole(next)
        let good = fit(next, count: 1)
        let isAbd = lexicon.cues.abd == tokens[index].whole
        // «ماريانا دي لا فوينتي», «فان دير بيرغ»
        if known.contains(.foreignParticle), isFreeWord(next + 1), fit(next + 1, count: 1) != .no,
          held.contains(.foreignParticle) || lexicon.cues.article.contains(tokens[next].whole)
        {
          name.end = next + 2
          name.words += 3
          name.isSure = true
          continue
        }
        if held.contains(.function), held.isDisjoint(with: [.given, .definite]) { return }
        let isKunya = lexicon.cues.kunya.contains(tokens[index].whole) && name.words > 0 && !held.contains(.function)
        if good == .no, !isKunya,
          !(known.contains(.son) && held.contains(.definite)
            && (isAbd || !held.isDisjoint(with: [.given, .nameWord]))),
          !held.contains(.son)
        {
          return
        }
        if name.words == 0, !isAbd, good == .no { return }
        name.end = held.contains(.son) ? next : next + 1
        name.words += held.contains(.son) ? 1 : 2
        name.isSure = true
        continue
      }
      switch fit(index, count: name.words) {
      case .no: return
      case .good:
        name.isSure = true
      case .weak:
        if name.words == 0 {
          // «علي السمودي», «كامل إدريس»: an ambiguous first word needs a good second one.
          guard fit(index + 1, count: 1) == .good || whole(index + 1).contains(.son) else { return }
          if known.contains(.function), !known.contains(.given) { return }
        } else if name.words > 0, isGivenLikeOffice(index) {
          name.isSure = true
        } else if name.words >= 2 || !known.isDisjoint(with: [.function, .office, .occupation]) {
          if !(known.contains(.nameWord) && name.words < 3
            && known.isDisjoint(with: [.function, .office, .occupation, .nisba]))
          {
            return
          }
        }
      }
      name.end = index + 1
      name.words += 1
    }
  }
}
