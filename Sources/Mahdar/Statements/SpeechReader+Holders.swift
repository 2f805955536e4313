/// Names of those who hold the offices that the words tell.
extension SpeechReader {
  /// The name that follows an office and the bodies and further offices that go with it: «رئيس الدائرة في المنظمة
  /// فلان», «رئيس المجلس (الغرفة الأولى) فلان», «وكيل الوزارة ورئيس المركز الدكتور فلان», «الأمين العام للحلف، فلان».
  func name(after start: Int, limit: Int) -> Subject? {
    var position = start
    var offices = 0
    var hadComma = false
    while position < limit {
      if let close = enclosureEnd(position), close < limit {
        position = close + 1
      } else if let quote = quote(opening: position), isName(quote) || position == start && isShort(quote) {
        // «المتحدث الرسمي للإدارة "الرائد سامي شاكر"»
        let range = tokens.quotes[quote].tokens
        if let name = mention(at: range.lowerBound), name.kind == .person, name.name != nil,
          name.tokens.upperBound >= range.upperBound
        {
          return Subject(speaker: speaker(name), start: position, end: range.upperBound + 1)
        }
        position = tokens.quotes[quote].tokens.upperBound + 1
      } else if let next = mention(at: position), next.tokens.lowerBound == position {
        if next.kind == .person {
          if next.name != nil {
            // «موظف في مكتب نتنياهو» is not he.
            // «رئيس الوزراء ووزير الخارجية فلان» is one man.
            let isSecondOffice = next.conjunction == Letters.waw && next.office != nil
            guard next.preposition == 0, next.conjunction == 0 || isSecondOffice,
              position == start || !isBareNoun(position - 1)
            else { return nil }
            return Subject(speaker: speaker(next), start: position, end: next.tokens.upperBound)
          }
          offices += 1
          guard offices <= 3 else { return nil }
        } else if next.kind == .outlet, next.preposition != 0 {
          return nil
        }
        position = next.tokens.upperBound
      } else if [lexicon.on, lexicon.from].contains(tokens.word(position)),
        isDefinite(position + 1),
        isDefinite(position - 1) || startsWithArticle(position - 1, dropping: 1)
      {
        // «المشرف العام على البرنامج فلان»
        position += 1
      } else if tokens.mark(position) == UInt8(ascii: "."), isLoneClitic(position - 1),
        self.mention(at: position + 1)?.kind == .person
      {
        // «رئيس اللجنة م. فلان»
        position += 1
      } else if tokens.mark(position) == UInt8(ascii: "/"), position > start {
        // «رئيس الجمهورية السيد/ فلان»
        position += 1
      } else if isComma(position) {
        // Only a name, or its nisba and it, or a further office follows a comma.
        guard !hadComma,
          let ahead = (1...2).first(where: { self.mention(at: position + $0)?.tokens.lowerBound == position + $0 }),
          self.mention(at: position + ahead)?.kind == .person
        else { return nil }
        hadComma = true
        position += ahead
      } else if tokens[position].kind == .word, !isTime[position], belongsToOffice(position) {
        position += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// Whether a word may stand between an office and the name of who holds it.
  private func belongsToOffice(_ index: Int) -> Bool {
    if tokens[index].word == lexicon.within { return true }
    let kind = classes(index)
    // «نائب الرئيس السابق حاليا فلان»
    if kind.contains(.adverb), tokens.letters(index).last == Letters.alef { return true }
    guard cue(at: index)?.shape != .verb || isDefinite(index),
      kind.isDisjoint(with: [.relative, .adverb, .conjunction, .negation, .auxiliary, .occasion, .source, .governor]),
      !isComplementizer(index), !lexicon.isComplement(tokens.word(index))
    else { return false }
    return isDefinite(index) || startsWithArticle(index, dropping: 1)
      || tokens.letter(index, 0) == Letters.lam && tokens.letter(index, 1) == Letters.lam
      || !isVerbLike(index)
  }

  /// Whether what a holder is at the head of follows a noun and its adjective: «العام لمكتب الصحة», «المالي في الشركة».
  func isOffice(_ index: Int) -> Bool {
    guard isPreposition(index), !isTime[index], lexicon.adverbials.longest(at: index, in: tokens) == nil else {
      return false
    }
    if tokens.letter(index, 0) == Letters.lam {
      return !classes(index).contains(.anaphorOutlet) && mention(at: index)?.kind != .outlet && !isLoneClitic(index)
    }
    return tokens.word(index) == lexicon.within && classes(index + 1).isDisjoint(with: [.occasion, .document])
  }

  /// Two or three bare words behind an office, or between two commas, as names of people are that no table has.
  func unknownName(behind office: Int, limit: Int) -> Range<Int>? {
    let start = isComma(office) ? office + 1 : office
    var end = start
    while end < limit, mayBeName(end) { end += 1 }
    guard (2...3).contains(end - start), (start..<end).contains(where: { tokens[$0].word == 0 }) else { return nil }
    if start > office { return isComma(end) ? start..<end : nil }
    let isEnd =
      end == limit || tokens[end].kind == .mark || isTime[end] || isPreposition(end) || isComplementizer(end)
      || !classes(end).isDisjoint(with: [.adverb, .relative, .lead])
    return isEnd ? start..<end : nil
  }

  /// Whether a word stands at `index` that names may be made of: «كارولينا», too.
  private func mayBeName(_ index: Int) -> Bool {
    tokens[index].kind == .word && classes(index).isEmpty && mentionOf[index] == 0 && !isDefinite(index)
      && tokens[index].conjunction == 0 && tokens[index].preposition == 0 && cue(at: index) == nil
      && !hasPronoun(index) && !hasTanween(index) && !isVerb(index) && !isTime[index]
  }
}
