/// Parties, movements and rebels, known to no table: «حزب الأمل والعمل», «جيش تحرير أورومو», «الجبهة الشعبية».
extension MentionLexicon {
  /// Whether a party's name begins at a token: «حزب», «جيش تحرير», «الجبهة الوطنية».
  func startsParty(at index: Int, in tokens: Tokens, _ reading: Reading) -> Bool {
    let word = tokens[index].word(reading)
    let next = tokens[index + 1]
    // «حركة السفن», «جبهة القتال»
    if cues.party.contains(word) { return !cues.traffic.contains(next.whole) }
    if cues.opposition.contains(word) { return true }
    guard next.kind == .word, next.reading == .whole else { return false }
    if cues.army.contains(word) { return cues.liberation.contains(next.word) }
    // «الجبهة الشعبية», «الحركة الكردية»; but «الحركة التجارية», «الجبهة الداخلية».
    return cues.theParty.contains(word)
      && (cues.political.contains(next.word) || isState(nisba(next.word)) && classes(next.word).contains(.definite))
  }

  /// «الرئيس المالي», «وزير الخارجية المالي»: the state of an ordinary adjective behind an office that leads.
  func weakNisba(at index: Int, of office: MentionScanner.Office, in tokens: Tokens) -> SideID? {
    guard tokens[index].kind == .word, tokens[index].reading == .whole, leading.contains(office.lemma),
      let side = weakNisba(tokens[index].word)
    else { return nil }
    // «الرئيس المالي», «وزير الخارجية المالي»; but «لجنة الأوراق المالية».
    let isFeminine = tokens.letter(index, Int(tokens[index].foldedEnd - tokens[index].folded) - 1) == Letters.heh
    let isBehindHead =
      index == office.start + 1 && (office.kind.contains(.definite) || isCounterpart(office.lemma))
      || classes(tokens[index - 1].word).contains(.portfolio)
    return isBehindHead && isFeminine == office.kind.contains(.feminine) ? side : nil
  }

  /// Whether a word begins with the article.
  func isArticled(_ index: Int, _ tokens: Tokens) -> Bool {
    Int(tokens[index].foldedEnd - tokens[index].folded) > 4 && tokens.letter(index, 0) == Letters.alef
      && tokens.letter(index, 1) == Letters.lam
  }

  /// Whether a word ends in ي or ية.
  func endsLikeAdjective(_ index: Int, _ tokens: Tokens) -> Bool {
    let count = Int(tokens[index].foldedEnd - tokens[index].folded)
    guard count > 5 else { return false }
    let last = tokens.letter(index, count - 1)
    return last == Letters.yeh || last == Letters.heh && tokens.letter(index, count - 2) == Letters.yeh
  }
}

extension MentionScanner {
  /// The words of a party's name are looked for so far; few have more.
  private static let longestParty = 8

  /// A party or movement by its noun and the words behind it, as a side of its own.
  func party(at index: Int, _ reading: Reading) -> MentionDraft? {
    let word = tokens[index].word(reading)
    let isDefinite = lexicon.cues.theParty.contains(word) || lexicon.cues.opposition.contains(word)
    var end = index + 1
    var side: SideID = 0
    var isClosed = isDefinite
    var isNamed = false
    while end < index + Self.longestParty, isFreeWord(end) {
      let here = classes(end)
      let nisba = lexicon.nisba(at: end, in: tokens)
      if tokens[end].reading == .conjunction {
        guard isNamed, isClosed, isFurtherName(end) else { break }
      } else if tokens[end].reading != .whole {
        break
      } else if nisba != 0, !isDefinite || isNamed || !lexicon.isState(nisba) {
        // «حركة المقاومة الموزمبيقية» is no state's, «جماعة الحوثي» is the body's.
        guard here.contains(.definite) else { break }
        if !lexicon.isState(nisba) { side = nisba }
        isNamed = true
        end += 1
        break
      } else if isClosed {
        guard here.contains(.definite) || hasArticle(end), here.isDisjoint(with: [.noun, .head]),
          nisba != 0 || here.contains(.modifier)
            || here.isDisjoint(with: .function) && lexicon.endsLikeAdjective(end, tokens)
        else { break }
      } else if let (match, inner) = lexicon.names.longest(at: end, in: tokens), inner == .whole,
        let value = match.values.first(where: { $0.entry.kind == .state || $0.entry.kind == .organisation })
      {
        if value.entry.kind == .organisation { side = lexicon.gazetteer[value.entry].side }
        isNamed = true
        end = match.end
        break
      } else if here.contains(.definite) || hasArticle(end) {
        guard !here.isDisjoint(with: [.common, .portfolio, .modifier]), here.isDisjoint(with: .head) else { break }
        isClosed = true
      } else if isUnknown(end), length(end) > 3, !looksLikeVerb(end), isTaken(index) || isTold(end) {
        isNamed = true
        end += 1
        break
      } else {
        guard !here.isDisjoint(with: [.common, .portfolio]), here.isDisjoint(with: .function) else { break }
        end += 1
        continue
      }
      isNamed = true
      end += 1
    }
    guard isNamed, end > index + 1 else { return nil }
    return MentionDraft(tokens: index..<end, reading: reading, kind: .organisation, side: side, rule: "organ")
  }

  /// «والمساواة» in «حركة العدل والمساواة»: no new party to the telling.
  func isFurtherName(_ index: Int) -> Bool {
    let here = classes(index)
    return here.contains(.common) && here.contains(.definite)
      && here.isDisjoint(with: [.noun, .head, .nisba, .plural])
      && !lexicon.cues.theParty.contains(tokens[index].word)
  }

  /// Whether an unknown word stands more than once in the article.
  private func isTold(_ index: Int) -> Bool { unknowns.count(of: tokens[index].hash, in: tokens) > 1 }

  /// «زعيم حركة كذا», «متمردي جيش كذا», «وحركة كذا»: what stands before a party's noun asks for its name.
  private func isTaken(_ index: Int) -> Bool {
    let before = classes(index - 1)
    return tokens[index].conjunction != 0 || tokens[index].preposition != 0
      || !before.isDisjoint(with: [.groupNoun, .office]) || lexicon.cues.groupLink.contains(tokens[index - 1].word)
      || lexicon.cues.partner.contains(tokens[index - 1].word)
  }
}
