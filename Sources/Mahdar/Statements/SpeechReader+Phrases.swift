/// Phrases: what may stand between a verb of saying, its subject and its clause and parts nothing.
extension SpeechReader {
  /// Where the phrase at `index` ends that tells when, where or how: an adverb, an expression of time, a bracket, a
  /// pair of dashes, a preposition with its noun phrase. Nil where none starts.
  func adverbial(at index: Int, limit: Int) -> Int? {
    guard index < limit else { return nil }
    if let close = enclosureEnd(index), close < limit { return close + 1 }
    let token = tokens[index]
    guard token.kind != .mark else { return nil }
    if isTime[index], mentionOf[index] == 0 {
      var end = index + 1
      while end < limit, isTime[end], mentionOf[end] == 0 { end += 1 }
      return end
    }
    if let phrase = lexicon.adverbials.longest(at: index, in: tokens), phrase.match.end <= limit {
      return phrase.match.end
    }
    let kind = classes(index)
    if kind.contains(.pronounPhrase) { return index + 1 }
    if kind.contains(.adverb), mentionOf[index] == 0 {
      // «بصراحة متناهية»
      let isManner = token.preposition == 0 && tokens.letter(index, 0) == Letters.beh && tokens.isFeminineNoun(index)
      return isManner && index + 1 < limit && isNominal(index + 1) && tokens.isFeminineNoun(index + 1)
        && !isDefinite(index + 1) && mentionOf[index + 1] == 0 ? index + 2 : index + 1
    }
    // «لـ(عكاظ)», «لـ«الشرق الأوسط»»: a clitic alone, and what the mark behind it opens.
    if isLoneClitic(index) {
      if let quote = quote(opening: index + 1) { return min(tokens.quotes[quote].tokens.upperBound + 1, limit) }
      if let close = enclosureEnd(index + 1), close < limit { return close + 1 }
      return min(index + 2, limit)
    }
    return isPreposition(index) ? prepositional(at: index, limit: limit) : nil
  }

  /// Where a row of such phrases ends.
  func adverbials(from start: Int, limit: Int) -> Int {
    var position = start
    while let end = adverbial(at: position, limit: limit), end > position { position = end }
    return position
  }

  /// Whether a token is one letter, a clitic before a quotation mark or bracket.
  func isLoneClitic(_ index: Int) -> Bool {
    guard tokens[index].kind == .word else { return false }
    let letters = tokens.letters(index)
    if letters.count == 1 { return true }
    // «بالـ"كاذب"», «والـ"متهور"»: with the article.
    return letters.count <= 3 && isQuoteMark(index + 1) && letters.suffix(2).elementsEqual([Letters.alef, Letters.lam])
      && (letters.count == 2
        || [Letters.beh, Letters.waw, Letters.feh, Letters.kaf].contains(letters[letters.startIndex]))
  }

  /// «لـ(عكاظ)», «بـ"هدنة"»
  private static let lonePrepositions: [Letter] = [Letters.lam, Letters.beh]

  /// Whether a token is a clitic preposition alone.
  func isLonePreposition(_ index: Int) -> Bool {
    let letters = tokens.letters(index)
    return letters.count == 1 && Self.lonePrepositions.contains(letters[letters.startIndex])
      && tokens[index].kind == .word
  }

  /// Whether a preposition starts at `index`, as a word of its own or as a clitic.
  func isPreposition(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, !isComplementizer(index) else { return false }
    if let mention = mention(at: index) {
      return mention.tokens.lowerBound == index && mention.preposition != 0 && mention.conjunction == 0
    }
    if token.conjunction != 0 { return false }
    if classes(index).contains(.preposition) { return true }
    if token.preposition != 0 {
      return token.preposition != Letters.seen
        && (classes(index).subtracting(Self.nouns).isEmpty || token.word == lexicon.that
          || lexicon.isTongue(token.word))
    }
    return hasPrepositionalArticle(index)
  }

  /// «للصحافيين», «بالموعد»: a clitic before the article of a word that no table knows.
  func hasPrepositionalArticle(_ index: Int) -> Bool {
    let (first, second, third) = (tokens.letter(index, 0), tokens.letter(index, 1), tokens.letter(index, 2))
    guard tokens[index].foldedEnd - tokens[index].folded >= 5 else { return false }
    if first == Letters.lam, second == Letters.lam { return true }
    return first == Letters.beh && second == Letters.alef && third == Letters.lam && mentionOf[index] == 0
  }

  /// Where the prepositional phrase at `index` ends; nil where a clause follows the preposition.
  func prepositional(at index: Int, limit: Int) -> Int? {
    var position = index
    // «ردا على سؤال», «خلال لقائه»
    let isClosed = classes(index).contains(.preposition) && mentionOf[index] == 0
    while position < limit, classes(position).contains(.preposition), mentionOf[position] == 0 { position += 1 }
    guard position < limit, !isComplementizer(position), classes(position).isDisjoint(with: [.relative, .negation])
    else { return nil }
    if tokens[position].kind == .mark { return quote(opening: position) == nil ? nil : nounPhraseEnd(position, limit) }
    if isClosed, classes(position).contains(.pronounPhrase) { return position + 1 }
    let end = nounPhraseEnd(position, limit)
    // «خلال لقائه وزير الخارجية»: the object of the verbal noun.
    if hasPronoun(position), lexicon.isWhile(tokens.word(index)), let mention = mention(at: end),
      mention.tokens.lowerBound == end, mention.preposition == 0, mention.conjunction == 0
    {
      return min(mention.tokens.upperBound, limit)
    }
    return end
  }

  /// Where a prepositional phrase ends that و joins to the sentence before: «وفي إحصائية جديدة», «وعن الأسعار».
  func joinedPhrase(at index: Int, limit: Int) -> Int? {
    guard index < limit, mentionOf[index] == 0 else { return nil }
    // «وفي» is a word of its own.
    if lexicon.isWithin(tokens[index].word) { return nounPhraseEnd(index + 1, limit) }
    guard tokens[index].conjunction != 0, classes(index).contains(.preposition) else { return nil }
    return prepositional(at: index, limit: limit)
  }

  /// Where the noun phrase that starts at `start` ends, less relative clauses and further prepositions.
  func nounPhraseEnd(_ start: Int, _ limit: Int) -> Int {
    if let quote = quote(opening: start) { return min(tokens.quotes[quote].tokens.upperBound + 1, limit) }
    var end = start + 1
    var isOpen = !isDefinite(start) && !hasPronoun(start)
    if let mention = mention(at: start) {
      end = afterCompanions(mention.tokens.upperBound, limit)
      isOpen = false
    }
    while end < limit {
      if let close = enclosureEnd(end), close < limit {
        end = close + 1
        continue
      }
      if let quote = quote(opening: end), isName(quote) {
        end = min(tokens.quotes[quote].tokens.upperBound + 1, limit)
        // «تقرير "المرفأ" جهود الوزارة»: nothing belongs to a name.
        isOpen = false
        continue
      }
      // «مكتب معالي الوزير»
      if classes(end).contains(.title), mentionOf[end] == 0, isOpen, end == start + 1,
        let mention = mention(at: end + 1), mention.tokens.lowerBound == end + 1
      {
        end = afterCompanions(mention.tokens.upperBound, limit)
        isOpen = false
        continue
      }
      if let mention = mention(at: end), mention.tokens.lowerBound == end {
        // «من الجنود الكنديين»: an adjective in the oblique, no subject.
        if mention.tokens.count == 1, isDefinite(end), isDefinite(end - 1), end == start + 1, isOblique(end),
          mention.preposition == 0, mention.conjunction == 0
        {
          end += 1
          continue
        }
        // «مقر الوزارة», «كلمة الرئيس»: the second half of a construct.
        guard mention.preposition == 0, mention.conjunction == 0, isOpen, end == start + 1 else { break }
        end = afterCompanions(mention.tokens.upperBound, limit)
        isOpen = false
        continue
      }
      // «شركة Sprint»
      if tokens[end].kind == .latin, isOpen || tokens[end - 1].kind == .latin {
        end += 1
        continue
      }
      // «بعض وسائل الإعلام»
      let isHead = isOpen && end == start + 1 && classes(end).contains(.speakerHead) && !isDefinite(end)
      guard tokens[end].kind == .word, !isTime[end], isHead || isNominal(end), tokens[end].preposition == 0,
        !isLonePreposition(end)
      else {
        break
      }
      // «يتمنى أهالي الحي من الأمانة الإسراع»: what is no adjective of a noun in ة does not belong to it.
      // «مختصون نفطيون استمرار الحالة»
      if endsAsPlural(start), endsAsPlural(end - 1), end > start + 1, !isDefinite(end), !endsAsPlural(end) { break }
      // «دبلوماسي كبير طلب عدم نشر اسمه»: behind an adjective, no noun but its clause's verb.
      if end > start + 1, isOpen, let cue = lexicon.cue(tokens[end].whole), cue.isLoose { break }
      if isDefinite(start), end == start + 1, endsInTaa(start), isDefinite(end), !endsAsFeminine(end) { break }
      // «أكد الطرفان الالتزام»: no adjective of a dual.
      if isDefinite(end), classes(start).contains(.pair), !endsAsDual(end) { break }
      // «حركة "…" دعوتها»: the object.
      // «عن شاكر تصريحه بأن»
      let isSaying = !classes(end).isDisjoint(with: [.saying, .sayingNoun])
      if hasPronoun(end), end > start + 1 || isDefinite(start) || isSaying { break }
      let joined = tokens.letter(end, 0) == Letters.waw && startsWithArticle(end, dropping: 1)
      guard isDefinite(end) || joined || isOpen && !isDefinite(end - 1) && tokens[end].conjunction == 0 else { break }
      end += 1
    }
    return min(end, limit)
  }

  /// Whether a clause's verb may stand at `index`: behind و, a mark, a relative or «قد». Names end in ت, too.
  func startsVerb(_ index: Int) -> Bool {
    tokens[index].conjunction != 0 || tokens.letter(index, 0) == Letters.waw
      || tokens[index - 1].kind == .mark || tokens[index - 1].kind == .outside
      || !classes(index - 1).isDisjoint(with: [.relative, .auxiliary, .conjunction])
  }

  /// Behind the mentions that و joins to one that ends at `end`.
  private func afterCompanions(_ end: Int, _ limit: Int) -> Int {
    var end = end
    while end < limit, let next = mention(at: end), next.tokens.lowerBound == end, next.conjunction == Letters.waw {
      end = next.tokens.upperBound
    }
    return end
  }

  /// Whether a word may belong to a noun phrase: no verb, particle or noun that starts a speaker.
  func isNominal(_ index: Int) -> Bool {
    tokens[index].kind == .word && !isComplementizer(index) && !isVerb(index)
      && classes(index).subtracting(Self.nouns).isEmpty && !hasPrepositionalArticle(index)
  }

  /// The classes of nouns that may stand within a noun phrase.
  private static let nouns: SpeechWord = [
    .anaphorBody, .anaphorOutlet, .document, .nameHead, .title, .lead, .occasion, .disclosure, .outlook, .sayingNoun,
    .heading, .naming, .setting, .thing, .pair, .amount, .reporter, .anyBody, .rumour, .account,
    .nameBearer, .both, .public,
  ]

  /// Whether a finite verb stands at `index`; a past spelled like a noun is one only where it has a pronoun.
  func isVerb(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, mentionOf[index] == 0, !classes(index).contains(.source) else { return false }
    if classes(index).contains(.governor), [Letters.yeh, Letters.teh].contains(tokens.letter(index, 0)) { return true }
    // «أن تغتنم», «لن يتنازل»: nothing but a verb stands there in ي, ت or ن.
    let first = tokens.letter(index, 0)
    if complementizer(index - 1).map({ !$0.pronoun }) ?? classes(index - 1).contains(.negation),
      first == Letters.yeh || first == Letters.teh && token.word == 0, !tokens.isFeminineNoun(index), !hasPronoun(index)
    {
      return true
    }
    if tokens.letter(index, 0) == Letters.lam, token.preposition != 0 { return false }
    if isVerbLike(index), token.word != 0 || tokens.letters(index).last != Letters.teh || startsVerb(index) {
      return true
    }
    if token.preposition != 0, token.preposition != Letters.seen { return false }
    guard
      let form = lexicon.cue(token.word).map({ $0.shape == .verb && !$0.isLoose ? $0.form : nil })
        ?? lexicon.verb(token.word)
    else { return false }
    return form.tense == .present || form.isFeminine || form.number != .singular
      || token.foldedEnd - token.folded > 3
  }

  func isDefinite(_ index: Int) -> Bool { startsWithArticle(index, dropping: 0) }

  func startsWithArticle(_ index: Int, dropping count: Int) -> Bool {
    tokens.letter(index, count) == Letters.alef && tokens.letter(index, count + 1) == Letters.lam
      && tokens[index].foldedEnd - tokens[index].folded > 3 + Int32(count)
  }

  /// Whether a noun ends in a pronoun: «لقائه», «زيارتها», «بلادهم». ة is written otherwise than ه.
  func hasPronoun(_ index: Int) -> Bool {
    let letters = tokens.letters(index)
    guard letters.count > 3, !isDefinite(index), let last = letters.last else { return false }
    let end = Int(tokens[index].span.end)
    if last == Letters.heh { return tokens.byte(end - 2) == 0xD9 && tokens.byte(end - 1) == 0x87 }
    let before = letters[letters.endIndex - 2]
    // «التزامهما»
    if last == Letters.alef, before == Letters.meem { return letters[letters.endIndex - 3] == Letters.heh }
    return before == Letters.heh && (last == Letters.alef || last == Letters.meem)
  }

  /// Whether a noun ends in ون.
  private func endsAsPlural(_ index: Int) -> Bool {
    mentionOf[index] == 0 && tokens.letters(index).suffix(2).elementsEqual([Letters.waw, Letters.noon])
  }

  /// Whether a noun ends in ين, as no subject does.
  func isOblique(_ index: Int) -> Bool {
    let letters = tokens.letters(index)
    return letters.count > 5 && letters.suffix(2).elementsEqual([Letters.yeh, Letters.noon])
  }

  /// Whether a word is written with the mark of the accusative: «مبتسمًا».
  func hasTanween(_ index: Int) -> Bool {
    let end = Int(tokens[index].span.end)
    return (end - 4..<end - 1).contains { tokens.byte($0) == 0xD9 && tokens.byte($0 + 1) == 0x8B }
  }

  /// Whether a word is written with ة.
  private func endsInTaa(_ index: Int) -> Bool {
    let end = Int(tokens[index].span.end)
    return tokens.byte(end - 2) == 0xD8 && tokens.byte(end - 1) == 0xA9
  }

  /// Whether an adjective may be a feminine: «العامة», «الكبرى», «البيضاء».
  private func endsAsFeminine(_ index: Int) -> Bool {
    guard let last = tokens.letters(index).last else { return false }
    // ة, ى and ه fold together, ا and ء as they are.
    return [Letters.heh, Letters.yeh, Letters.teh, Letters.alef].contains(last) || tokens.isFeminineNoun(index)
  }

  /// Whether a noun ends in ان.
  private func endsAsDual(_ index: Int) -> Bool {
    tokens.letters(index).suffix(2).elementsEqual([Letters.alef, Letters.noon])
  }

  // MARK: Enclosures

  /// A dash among the first so many tokens of a sentence ends a dateline.
  private static let longestDateline = 8

  /// The mark that closes the bracket or the pair of dashes opened at `index`.
  func enclosureEnd(_ index: Int) -> Int? {
    let end = Int(enclosures[index])
    return end > index ? end : nil
  }

  /// «((نص))»: quotation marks, no brackets.
  private static func isDoubled(_ index: Int, in tokens: Tokens) -> Bool {
    let mark = tokens.mark(index)
    guard mark == UInt8(ascii: "(") || mark == UInt8(ascii: ")") else { return false }
    return tokens.mark(index + 1) == mark && !tokens[index + 1].spaced
      || tokens.mark(index - 1) == mark && !tokens[index].spaced
  }

  /// Brackets and pairs of dashes: at each opening mark the closing one, within a sentence. A dash within a quote closes
  /// none outside it: «المصري - الكيني … "إف- 16"».
  static func enclosures(in tokens: Tokens, _ quoteOf: TokenMap<Int32>) -> TokenMap<Int32> {
    var map = TokenMap<Int32>(count: tokens.count, nothing: 0)
    for sentence in tokens.sentences {
      var brackets: [Int] = []
      var dash: Int?
      for index in sentence where tokens[index].kind == .mark && !isDoubled(index, in: tokens) {
        switch tokens[index].letter {
        case UInt8(ascii: "("), UInt8(ascii: "["): brackets.append(index)
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
          if let open = brackets.popLast() { map[open] = Int32(index) }
        case UInt8(ascii: "-"):
          let isLoose = tokens[index].spaced && tokens[index + 1].spaced
          let opens = tokens[index].spaced && !tokens[index + 1].spaced
          if let open = dash, quoteOf[open] != quoteOf[index] {
            if quoteOf[index] != 0 { continue }
            dash = nil
          }
          if let open = dash, !opens, isLoose == tokens[open + 1].spaced || !isLoose {
            map[open] = Int32(index)
            dash = nil
          } else if opens || isLoose, opens || index > sentence.lowerBound + Self.longestDateline {
            dash = index
          }
        default: break
        }
      }
    }
    return map
  }
}
