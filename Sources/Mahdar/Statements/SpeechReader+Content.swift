/// Where what was said starts: behind a complementizer, a colon or an opening mark.
extension SpeechReader {
  /// Whether the complementizer at `position` starts what `cue` tells, not the clause of a word between them.
  func leads(
    _ complementizer: Complementizer, _ position: Int, from index: Int, _ cue: SpeechCue
  ) -> Bool {
    // «هدد بالإغلاق إن رفضت الشركات»: a condition.
    if !complementizer.pronoun, !complementizer.beh, isHamzatedBelow(position), isPast(position + 1) { return false }
    // «وإن كانت الأغلبية …»: although.
    if complementizer.conjunction == Letters.waw, !complementizer.pronoun, isHamzatedBelow(position),
      classes(position + 1).contains(.copula)
    {
      return false
    }
    // «ولئن …، فإن …»
    if complementizer.conjunction == Letters.feh { return cue.shape == .noun }
    let before = position - 1
    let word = tokens.word(before)
    // «رفضت تلميحات بأن …», «نفى أنباء بأن …»
    if classes(before).contains(.rumour), cue.frame == .urge || before > index + 1, mentionOf[before] == 0,
      tokens[before].preposition == 0
    {
      return false
    }
    if cue.prepositions.contains(.only) { return isComplement(word, of: cue) }
    if complementizer.beh || position == index + 1 { return true }
    // «وصف المباحثات بالمثمرة وأنها جرت في جو ودي»
    if cue.frame == .describe, cue.shape == .verb, complementizer.pronoun, complementizer.conjunction == Letters.waw,
      (index + 1..<position).contains(where: {
        tokens.letter($0, 0) == Letters.beh && (isPreposition($0) || tokens[$0].preposition != 0)
      })
    {
      return true
    }
    if cue.frame == .urge || cue.frame == .describe { return false }
    // «فضلا عن أنها»
    if word == lexicon.from || lexicon.isOf(word), classes(before - 1).contains(.governor) { return false }
    if classes(before).contains(.preposition), isRumoured(before) { return false }
    if word == lexicon.on || word == lexicon.to { return isComplement(word, of: cue) || cue.shape == .noun }
    return (!classes(before).contains(.governor) || closesPhrase(before)) && !isVerbLike(before)
  }

  /// «أكد قبل ذلك أن»: what may govern a clause alone is the end of a phrase of time here.
  private func closesPhrase(_ index: Int) -> Bool {
    guard tokens.word(index) == lexicon.that else { return false }
    return isSet[index] || lexicon.isAfter(tokens.word(index - 1)) || classes(index - 1).contains(.during)
  }

  /// «نفى ما تردد من أن», «ما أشيع حول أن», «ما نشرته الصحف من أن»: what others tell.
  private func isRumoured(_ preposition: Int) -> Bool {
    let reach = lexicon.isOf(tokens.word(preposition)) ? Self.longestRumour : 2
    for position in stride(from: preposition - 1, through: max(preposition - reach, 0), by: -1) {
      if lexicon.isWhat(tokens.word(position)) { return position < preposition - 1 }
      if tokens[position].kind == .mark { return false }
    }
    return false
  }

  /// Between «ما» and the «من» that tells it stand at most so many words.
  private static let longestRumour = 8

  /// Whether a verb in the past, spelled like no noun («رفض», «إقالة») and no elative («أبرز»), stands at `index`.
  private func isPast(_ index: Int) -> Bool {
    guard mentionOf[index] == 0, !tokens.isFeminineNoun(index) else { return false }
    let told = cue(at: index).flatMap { $0.shape == .verb ? $0.form : nil }
    guard let form = told ?? lexicon.verb(tokens.word(index)), form.tense == .past else { return false }
    if form.isFeminine || form.number == .plural { return true }
    return tokens[index].foldedEnd - tokens[index].folded > 4
  }

  /// Whether the complementizer at `index` is written إن.
  private func isHamzatedBelow(_ index: Int) -> Bool {
    let start = Int(tokens[index].span.start) + (tokens.letter(index, 0) == Letters.waw ? 2 : 0)
    return tokens.byte(start) == 0xD8 && tokens.byte(start + 1) == 0xA5
  }

  func isComplement(_ preposition: WordID, of cue: SpeechCue) -> Bool {
    preposition == lexicon.on && cue.prepositions.contains(.ala)
      || preposition == lexicon.to && cue.prepositions.contains(.ila)
  }

  /// Where what was said starts, and the token that leads to it: the first complementizer, colon or quotation after the
  /// cue, before the next cue. Brackets, and relative clauses with words of their own, are passed over.
  func content(after index: Int, limit: Int, cue: SpeechCue) -> (SpeechFrame.Content, lead: Int) {
    var position = index + 1
    // A colon leads to the words only where no other clause has begun: «قال في مؤتمر: …», not «قال ما يلي، حيث …: …».
    var isBroken = false
    // «أقر القانون، ويتعين على الرئيس أن …»: another clause has begun, and what it leads to is its own.
    var isParted = false
    while position < limit {
      if let close = enclosureEnd(position), close < limit {
        position = close + 1
        continue
      }
      if let quote = quote(opening: position) {
        let isBound = cue.prepositions.contains(.only) && !isComplement(tokens.word(position - 1), of: cue)
        if isBound || isName(quote) || isWithinSubject(position, of: index) && isSubjectName(quote, limit)
          || words(tokens.quotes[quote].tokens) < 3 && position > index + 1 && !isColon(position - 1)
            && !isCry(quote, of: index, cue)
        {
          position = tokens.quotes[quote].tokens.upperBound + 1
          continue
        }
        return (.quote(quote), position)
      }
      if position > index + 1,
        isVerb(position) && !isAttribute(position) || !classes(position).isDisjoint(with: [.relative, .conjunction])
      {
        isBroken = true
      }
      if isComma(position - 1), tokens[position].conjunction != 0,
        isVerb(position) || classes(position).contains(.governor) && tokens.letter(position, 1) == Letters.yeh,
        self.cue(at: position) == nil
      {
        isParted = true
      }
      if tokens.mark(position) == UInt8(ascii: ";"), !isComplementizer(position + 1) { isParted = true }
      if isColon(position), cue.frame == .say, !isBroken, !cue.prepositions.contains(.only), position + 1 <= limit {
        if quote(opening: position + 1) == nil, !isComplementizer(position + 1),
          tokens[position - 1].kind == .word || tokens[position - 1].letter == UInt8(ascii: ")")
            || isQuoteMark(position - 1),
          tokens[position + 1].kind == .word, tokens[position + 1].spaced
        {
          return (.colon(position + 1), position)
        }
      } else if let complementizer = complementizer(position), leads(complementizer, position, from: index, cue),
        !isParted, !isBroken || !cue.prepositions.contains(.weak)
      {
        // «قال إن "…"»: the quotation itself is the content.
        if let quote = quote(opening: position + 1), !isName(quote), words(tokens.quotes[quote].tokens) >= 3 {
          return (.quote(quote), position)
        }
        return (.clause(position + 1), position)
      } else if let complementizer = complementizer(position), !complementizer.beh, complementizer.conjunction == 0,
        cue.frame == .say, lexicon.isNecessity(tokens.word(position - 1)),
        isComplement(tokens.word(position - 2), of: cue)
      {
        // «أكد على ضرورة أن تتضافر الجهود»
        return (.clause(position - 1), position)
      } else if isVerbWithWords(position, limit) {
        guard let comma = (position..<limit).first(where: { isComma($0) }) else { break }
        position = comma
      }
      position += 1
    }
    return (.none, limit)
  }

  /// «أظهر استطلاع أجرته الجامعة أن»: a verb with a pronoun that describes the noun before it.
  private func isAttribute(_ index: Int) -> Bool {
    hasPronoun(index) && tokens[index].conjunction == 0 && tokens[index - 1].kind == .word && mentionOf[index - 1] == 0
      && !isDefinite(index - 1) && !hasPronoun(index - 1) && !isPreposition(index - 1)
  }

  /// «هتف المتظاهرون "سلمية"»: one word or two that stand between the subject and the end of the clause.
  private func isCry(_ quote: Int, of verb: Int, _ cue: SpeechCue) -> Bool {
    guard cue.frame == .say, cue.shape == .verb, cue.prepositions.isEmpty, verb + 1 < tokens.count else { return false }
    let range = tokens.quotes[quote].tokens
    let mark = range.lowerBound - 1
    guard mark > verb + 1, nounPhraseEnd(verb + 1, mark) == mark, !isPreposition(verb + 1),
      isDefinite(verb + 1) || mentionOf[verb + 1] != 0, !isDefinite(range.lowerBound)
    else { return false }
    let next = range.upperBound + 1
    return tokens[next].kind == .mark && !isComma(next)
      || lexicon.isWithin(tokens.word(next)) && classes(next + 1).contains(.setting)
  }

  /// Whether a mark stands right behind a verb, or behind the noun that follows it: «أكد عضو "المكتب"».
  private func isWithinSubject(_ mark: Int, of verb: Int) -> Bool {
    mark == verb + 1 || mark == verb + 2 && isNominal(verb + 1) && !isDefinite(verb + 1)
      || mark == verb + 2 && classes(verb + 1).contains(.speakerHead)
  }

  /// Whether a quotation right behind a verb is the name of who speaks: «وقالت «أوراق المساء» أمس إن …».
  private func isSubjectName(_ quote: Int, _ limit: Int) -> Bool {
    guard words(tokens.quotes[quote].tokens) <= 3 else { return false }
    var position = tokens.quotes[quote].tokens.upperBound + 1
    if mentionOf[position] != 0 {
      position = nounPhraseEnd(position, limit)
    } else {
      while position < limit, isDefinite(position), isNominal(position) { position += 1 }
    }
    position = afterAppositions(from: adverbials(from: position, limit: limit), limit)
    // «أعلنت نقابة "سند" وهي من الأبرز أنه …»
    if tokens[position].conjunction == Letters.waw, lexicon.isPronoun(tokens.word(position)) { return true }
    // «وقال «شجاع» في تصريح: إن»
    if isColon(position), isComplementizer(position + 1) { return true }
    return isComplementizer(position) || lexicon.isComplement(tokens.word(position)) && isComplementizer(position + 1)
  }

  /// «"أمل سرحان" الباحثة في المركز وعضوة الفريق إن»: behind the nouns that tell who somebody is.
  private func afterAppositions(from start: Int, _ limit: Int) -> Int {
    var position = start
    while position < limit {
      if let end = adverbial(at: position, limit: limit), end > position {
        position = end
      } else if isNominal(position), isDefinite(position) || tokens[position].conjunction == Letters.waw {
        position = nounPhraseEnd(position, limit)
      } else {
        break
      }
    }
    return position
  }

  /// Whether a verb of saying in a relative clause has words of its own, up to the next comma.
  private func isVerbWithWords(_ index: Int, _ limit: Int) -> Bool {
    guard let cue = cue(at: index), cue.shape == .verb, mentionOf[index] == 0,
      tokens[index].preposition == 0, tokens[index].conjunction == 0, classes(index - 1).contains(.relative),
      !cue.form.hasObject
    else { return false }
    var position = adverbials(from: index + 1, limit: limit)
    if mentionOf[position] != 0 || isNominal(position) { position = nounPhraseEnd(position, limit) }
    return isComplementizer(position) || isComplement(tokens.word(position), of: cue) && isComplementizer(position + 1)
  }
}
