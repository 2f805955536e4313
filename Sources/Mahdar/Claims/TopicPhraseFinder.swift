/// Finds the phrases of an article that may name what a contact is about, in text order.
///
/// It only cuts phrases: which of them are topics, and of which contact, `TopicReader` decides.
struct TopicPhraseFinder {
  private let map: ClauseMap
  private let lexicon: TopicLexicon
  private var tokens: Tokens { map.tokens }
  /// The classes of each token, and how it is read by them.
  private var classes: TokenMap<TopicWord>
  private var readings: TokenMap<Reading>
  /// The tokens that begin a phrase found.
  private var isStart: TokenMap<Bool>
  private(set) var phrases: [TopicPhrase] = []

  /// How long a phrase may be, how far behind a verb it may begin, and how many may be joined. Of the marked topics 99 in
  /// a hundred are shorter.
  private static let longest = 16
  private static let reach = 30
  private static let most = 7

  init(_ map: ClauseMap, _ lexicon: TopicLexicon) {
    self.map = map
    self.lexicon = lexicon
    let count = map.tokens.count
    classes = TokenMap(count: count, nothing: [])
    readings = TokenMap(count: count, nothing: .whole)
    isStart = TokenMap(count: count, nothing: false)
    for index in 0..<count where map.tokens[index].kind == .word { classify(index) }
    for sentence in map.tokens.sentences { read(sentence) }
    phrases.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private static let future = TopicWord.verbs.union(.telling)
  private static let nominal = TopicWord(rawValue: .max).subtracting(future)

  private mutating func classify(_ index: Int) {
    let token = tokens[index]
    for reading in Reading.allCases {
      var found = lexicon[token.word(reading)]
      if found.isEmpty { continue }
      // After ب, ل and ك stand nouns, after the future's س verbs.
      if reading == .preposition || reading == .both {
        let letter = tokens.letter(index, reading == .both ? 1 : 0)
        found.formIntersection(letter == Letters.seen ? Self.future : Self.nominal)
      }
      if found.isEmpty { continue }
      classes[index] = found
      readings[index] = reading
      return
    }
  }

  // MARK: Leads

  private mutating func read(_ sentence: Range<Int>) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      read(index, sentence)
      index += 1
    }
  }

  private mutating func read(_ index: Int, _ sentence: Range<Int>) {
    let word = classes[index]
    if word.isEmpty { return }
    let end = sentence.upperBound
    let inName = map.mentionAt[index] >= 0
    if inName, word.isDisjoint(with: TopicWord.verbs.union(TopicWord.nouns)) { return }
    if let lead = preposition(word) {
      if let start = object(behind: index + 1, end, reach: 4, passNames: false) { add(start, lead, end) }
    } else if !word.isDisjoint(with: TopicWord.verbs) || isVerbalNoun(index, word) {
      readObject(index, word, sentence)
    } else if word.contains(.aim) {
      add(index + 1, .aim, end)
    } else if word.contains(.occasion) {
      add(index + 1, .occasion, end)
    } else if !inName, !word.isDisjoint(with: TopicWord.heads), !isStart[index] {
      readHead(index, word, end)
    }
  }

  private func preposition(_ word: TopicWord) -> TopicPhrase.Lead? {
    if word.contains(.about) { return .about }
    if word.contains(.concerning) { return .concerning }
    return word.contains(.towards) || word.contains(.regarding) ? .towards : nil
  }

  /// Whether a verbal noun at `index` leads to a topic: «الاتفاق» does with «على», else it is one itself.
  private func isVerbalNoun(_ index: Int, _ word: TopicWord) -> Bool {
    if word.contains(.agreeing) {
      let next = map.function(index + 1)
      return next == .on || next == .to || classes[index + 1].contains(.transparent)
    }
    return !word.isDisjoint(with: TopicWord.nouns)
  }

  /// The object of a verb or verbal noun: «بحث أ مع ب خلال اللقاء …», «لمناقشة …», «أكدا أهمية …».
  private mutating func readObject(_ index: Int, _ word: TopicWord, _ sentence: Range<Int>) {
    // «بحث عن حل»: seeks it.
    if !word.isDisjoint(with: [.discuss, .discussing]), tokens.word(index + 1) == lexicon.seeking { return }
    let isVerb = !word.isDisjoint(with: TopicWord.verbs)
    let isFar = isVerb || word.contains(.saying)
    // «تركزت محادثات الوزيرين على …»: what was held is the subject.
    let hasSubject = !word.isDisjoint(with: [.focus, .include]) && map.noun(index + 1) != nil
    guard
      var start = object(
        behind: hasSubject ? index + 2 : index + 1, sentence.upperBound, reach: isFar ? Self.reach : 3, passNames: isFar
      )
    else { return }
    for _ in 0..<2 where classes[start].contains(.weighing) {
      start += 1
      while map.function(start) == .on || map.function(start) == .to { start += 1 }
    }
    add(start, lead(index, word, isVerb), sentence.upperBound)
  }

  private func lead(_ index: Int, _ word: TopicWord, _ isVerb: Bool) -> TopicPhrase.Lead {
    if isPurpose(index), word.contains(.discussing) { return .toDiscuss }
    if word.contains(.discuss) { return .discuss }
    if word.contains(.discussing) { return .discussing }
    if word.contains(.agree) { return .agree }
    if word.contains(.focus) { return .focus }
    if word.contains(.say) { return .say }
    if word.contains(.include) { return .include }
    if word.contains(.saying) { return .saying }
    if word.contains(.agreeing) { return .agreeing }
    return word.contains(.signing) ? .signing : .focusing
  }

  /// «لبحث», «ولمناقشة»
  private func isPurpose(_ index: Int) -> Bool {
    switch readings[index] {
    case .preposition: tokens.letter(index, 0) == Letters.lam
    case .both: tokens.letter(index, 1) == Letters.lam
    case .whole, .conjunction: false
    }
  }

  /// A noun of topics itself: «سبل …», «في ملف …», «لتعزيز …».
  private mutating func readHead(_ index: Int, _ word: TopicWord, _ end: Int) {
    let before = map.function(index - 1)
    if word.contains(.definite) {
      switch before {
      case .in: add(index, .theIn, end)
      case .on: add(index, .theOn, end)
      case .to: add(index, .theTo, end)
      case .from, .about: add(index, .theFrom, end)
      default: break
      }
    } else if isPurpose(index) {
      add(index, .purpose, end)
    } else {
      switch before {
      case .in: add(index, .bareIn, end)
      case .on: add(index, .bareOn, end)
      case .to: add(index, .bareTo, end)
      case .from, .about: add(index, .bareFrom, end)
      default: add(index, readings[index] == .preposition || readings[index] == .both ? .bareBy : .bare, end)
      }
    }
  }

  // MARK: The way to a phrase

  /// The first common noun behind a verb, preposition or noun; names, times, prepositional phrases and marks are passed.
  private func object(behind start: Int, _ end: Int, reach: Int, passNames: Bool) -> Int? {
    var index = start
    var steps = 0
    while index < end, steps < reach {
      steps += 1
      let token = tokens[index]
      if token.kind == .mark {
        switch token.letter {
        case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), 0x0A: return nil
        default: index += 1
        }
        continue
      }
      if map.timeAt[index] >= 0 {
        index += 1
        continue
      }
      if map.mentionAt[index] >= 0 {
        let mention = map.mentions[Int(map.mentionAt[index])]
        guard passNames || !mayBeginTopic(mention, index) else { return index }
        index = max(index + 1, mention.tokens.upperBound)
        continue
      }
      switch map.function(index) {
      case .complementizer, .relative, .if, .copula, .negation, .may: return nil
      case _ where map.lexicon.bound.contains(tokens.word(index)):
        index += 1
        continue
      case .with, .during, .in, .after, .before, .by, .between:
        index += 1
        if map.mentionAt[index] >= 0 {
          index = max(index + 1, map.mentions[Int(map.mentionAt[index])].tokens.upperBound)
        } else {
          index += 1
        }
        while index < end, steps < reach, isAdjective(index) {
          index += 1
          steps += 1
        }
        continue
      case .from, .to, .on, .about, .pronoun, .while:
        index += 1
        continue
      default: break
      }
      if classes[index].contains(.transparent) {
        index += 1
        continue
      }
      return classes[index].contains(.telling) ? nil : index
    }
    return nil
  }

  /// «سوريا», not those who talk of it.
  private func mayBeginTopic(_ mention: Mention, _ index: Int) -> Bool {
    guard index == mention.tokens.lowerBound, mention.preposition == 0 else { return false }
    return mention.kind == .state || mention.kind == .place
  }

  /// «خلال الاجتماع المغلق», «في مكالمة هاتفية»: a word that goes on with a prepositional phrase.
  private func isAdjective(_ index: Int) -> Bool {
    tokens[index].kind == .word && map.mentionAt[index] < 0 && map.timeAt[index] < 0 && map.function(index) == nil
      && classes[index].isDisjoint(with: TopicWord.heads.union(.transparent)) && map.noun(index) == nil
  }

  /// Whether the letters from `offset` on begin with the article.
  private func isDefinite(_ index: Int, _ offset: Int) -> Bool {
    tokens.letter(index, offset) == Letters.alef && tokens.letter(index, offset + 1) == Letters.lam
      && tokens.letter(index, offset + 3) != 0
  }

  // MARK: The phrase

  /// Adds the phrase that begins at `start`, and those joined to it.
  private mutating func add(_ start: Int, _ lead: TopicPhrase.Lead, _ end: Int) {
    guard start < end, let first = phrase(from: start, to: end), !isStart[first.lowerBound], isNoun(first, end) else {
      return
    }
    keep(first, lead, 0)
    var last = first
    for place in 1...Self.most {
      guard let start = joined(to: last, end), let next = phrase(from: start, to: end),
        !isStart[next.lowerBound]
      else { return }
      if isMore(next) {
        last = last.lowerBound..<next.upperBound
        phrases[phrases.count - 1].tokens = phrases[phrases.count - 1].tokens.lowerBound..<next.upperBound
        continue
      }
      keep(next, lead, place)
      last = next
    }
  }

  /// «وسبل دعمها», «وتطويرها»: says more of the phrase before it, as its pronoun tells.
  private func isMore(_ range: Range<Int>) -> Bool {
    range.prefix(3).contains { index in
      guard map.mentionAt[index] < 0, map.function(index) == nil else { return false }
      let letters = tokens.letters(index)
      return letters.count > 4
        && (letters.suffix(2).elementsEqual([Letters.heh, Letters.alef])
          || letters.suffix(2).elementsEqual([Letters.heh, Letters.meem])
          || letters.suffix(3).elementsEqual([Letters.heh, Letters.meem, Letters.alef]))
    }
  }

  private mutating func keep(_ range: Range<Int>, _ lead: TopicPhrase.Lead, _ place: Int) {
    isStart[range.lowerBound] = true
    phrases.append(
      TopicPhrase(tokens: range, reading: reading(range.lowerBound), lead: lead, place: place))
  }

  /// How the first word of a phrase is read; one that no table holds loses only what stands before its article.
  private func reading(_ index: Int) -> Reading {
    if map.mentionAt[index] >= 0 { return tokens[index].reading }
    if !classes[index].isEmpty { return readings[index] }
    let first = tokens.letter(index, 0)
    if first == Letters.waw, isDefinite(index, 1) { return .conjunction }
    if first == Letters.beh || first == Letters.lam, isDefinite(index, 1) { return .preposition }
    return tokens[index].whole == 0 ? .whole : tokens[index].reading
  }

  /// Whether a phrase begins with a noun, not with a verb that only looks like one: «عقد الوزير …».
  private func isNoun(_ range: Range<Int>, _ end: Int) -> Bool {
    let first = range.lowerBound
    guard tokens[first].kind != .mark else { return false }
    let isHead = !classes[first].isDisjoint(with: TopicWord.heads)
    let bare = readings[first] == .whole || readings[first] == .conjunction
    if isHead, bare, !classes[first].contains(.definite), first + 1 < end, map.mentionAt[first + 1] >= 0 {
      let next = map.mentions[Int(map.mentionAt[first + 1])]
      let before = map.function(first - 1)
      let governed =
        before != nil && before != .may
        || !classes[first - 1].isDisjoint(with: TopicWord.heads.union(TopicWord.nouns).union(TopicWord.verbs))
      if next.kind == .person || next.kind == .group, map.verb(first) != nil || !governed { return false }
    }
    // «استضافة» is spelled like «استضافه».
    guard let verb = map.verb(first), !verb.inflection.hasObject else { return true }
    return map.noun(first) != nil || isHead || !bare
  }

  /// A noun phrase: up to a mark, a time, a relative, a preposition of time, a verb, or و before the next phrase.
  private func phrase(from start: Int, to limit: Int) -> Range<Int>? {
    var start = start
    while start < limit, isQuote(start) || isPlainPreposition(start) { start += 1 }
    var end = start
    var (marks, isQuoted) = (0, false)
    scan: while end < limit, end - start < Self.longest {
      let token = tokens[end]
      if token.kind == .mark {
        if token.letter == UInt8(ascii: "-") {
          end += 1
          continue
        }
        guard isQuote(end), marks < 3 else { break }
        isQuoted = !isQuoted
        marks += 1
        end += 1
        continue
      }
      if end > start {
        if map.timeAt[end] >= 0 { break }
        if map.mentionAt[end] < 0 {
          switch map.function(end) {
          case .relative, .complementizer, .during, .after, .before, .with, .if, .while, .for, .may, .will, .copula,
            .pronoun, .question, .except:
            break scan
          // «الهجرة غير النظامية».
          case .negation where tokens.word(end) != lexicon.un: break scan
          default: break
          }
          if !classes[end].isDisjoint(with: [.stopping, .listing, .telling]) { break }
          if token.conjunction == 0, map.verb(end) != nil, map.noun(end) == nil { break }
        }
        if !isQuoted, beginsNext(end, of: start) { break }
      }
      end += 1
    }
    while end > start, isLoose(end - 1) { end -= 1 }
    return end > start ? start..<end : nil
  }

  private func isQuote(_ index: Int) -> Bool {
    switch tokens.mark(index) {
    case Letters.openQuote, Letters.closeQuote, Letters.straightQuote: true
    default: false
    }
  }

  private func isPlainPreposition(_ index: Int) -> Bool {
    guard map.mentionAt[index] < 0 else { return false }
    switch map.function(index) {
    case .in, .from, .to, .on, .about, .between: return true
    default: return false
    }
  }

  /// A mark, preposition or lone و at the end of a phrase.
  private func isLoose(_ index: Int) -> Bool {
    tokens[index].kind == .mark || isPlainPreposition(index) || map.mentionAt[index] < 0 && isLoneWaw(index)
  }

  private func isLoneWaw(_ index: Int) -> Bool {
    tokens.letter(index, 0) == Letters.waw && tokens.letter(index, 1) == 0
  }

  /// Whether و at `index` joins the next phrase to the one that began at `start`, not a word within it.
  private func beginsNext(_ index: Int, of start: Int) -> Bool {
    if isLoneWaw(index) { return true }
    if isListed(index) { return isName(start..<index) }
    guard tokens.letter(index, 0) == Letters.waw, map.mentionAt[index] < 0 else { return false }
    if classes[index].isEmpty {
      guard tokens[index].lessConjunction != 0 || tokens[index].whole == 0 && tokens.letter(index, 4) != 0 else {
        return false
      }
      return !isDefinite(index, 1)
    }
    guard readings[index] == .conjunction || readings[index] == .both else { return false }
    guard classes[index].contains(.definite) else { return true }
    // «علاقات الصداقة والتعاون» is one, «النزاع في الشمال والعلاقات الثنائية» two.
    let isGenitive =
      isDefinite(index - 1, 0) && index - 2 >= start && map.function(index - 2) == nil && !isDefinite(index - 2, 0)
      && map.mentionAt[index - 2] < 0 && tokens[index - 2].kind == .word
    return !isGenitive
  }

  // MARK: Lists

  /// Where the next phrase of a list begins: behind و, «فضلا عن», «وعلى رأسها».
  private func joined(to phrase: Range<Int>, _ limit: Int) -> Int? {
    var index = phrase.upperBound
    while index < limit, isQuote(index) || tokens.mark(index) == UInt8(ascii: ",") { index += 1 }
    guard index < limit, tokens[index].kind == .word else { return nil }
    let word = classes[index]
    var start: Int?
    if isLoneWaw(index) {
      start = index + 1
    } else if word.contains(.adding) {
      start = index + 2
    } else if map.function(index) == .while, word.contains(.transparent) {
      // «وكذلك».
      start = index + 1
    } else if word.contains(.including), map.function(index + 1) == .in {
      // «بما في ذلك».
      start = index + 3
    } else if word.contains(.listing) {
      start = index + 1
    } else if classes[index + 1].contains(.listingTail) {
      start = index + 2
    } else if isListed(index), isName(phrase) {
      // «مثل أ وب وج».
      return index
    } else if tokens.letter(index, 0) == Letters.waw, map.mentionAt[index] < 0,
      readings[index] == .conjunction || readings[index] == .both || word.isEmpty && tokens.letter(index, 3) != 0
    {
      start = index
    }
    guard let start, start < limit, tokens[start].kind != .mark || isQuote(start) else { return nil }
    switch map.function(start) {
    case nil, .in, .from, .to, .on, .about, .between, .by: break
    default: return nil
    }
    if start == index, !classes[start].isDisjoint(with: TopicWord.verbs.union(.telling)),
      classes[start].isDisjoint(with: .heads)
    {
      return nil
    }
    if map.verb(start) != nil, map.noun(start) == nil, classes[start].isDisjoint(with: .heads) { return nil }
    return map.mentionAt[start] >= 0 && map.mentions[Int(map.mentionAt[start])].kind == .person ? nil : start
  }

  /// Whether a name that و joins stands at `index`.
  private func isListed(_ index: Int) -> Bool {
    guard map.mentionAt[index] >= 0 else { return false }
    let mention = map.mentions[Int(map.mentionAt[index])]
    return mention.tokens.lowerBound == index && mention.conjunction == Letters.waw && mention.preposition == 0
      && (mention.kind == .state || mention.kind == .place || mention.kind == .organisation)
  }

  /// Whether a phrase is the name of a state, place or body, and nothing else.
  private func isName(_ range: Range<Int>) -> Bool {
    guard map.mentionAt[range.lowerBound] >= 0 else { return false }
    let mention = map.mentions[Int(map.mentionAt[range.lowerBound])]
    return mention.tokens == range && mention.kind != .person && mention.kind != .group
  }

  // MARK: What the reader asks

  /// What kind of word a phrase begins with.
  func head(_ phrase: TopicPhrase) -> TopicPhrase.Head {
    let index = phrase.tokens.lowerBound
    let word = classes[index]
    if word.contains(.hollow) { return .hollow }
    let isDefinite = word.contains(.definite)
    if word.contains(.way) { return isDefinite ? .theWay : .way }
    if word.contains(.issue) { return isDefinite ? .theIssue : .issue }
    if word.contains(.relation) { return isDefinite ? .theRelation : .relation }
    if word.contains(.act) { return isDefinite ? .theAct : .act }
    if word.contains(.thing) { return isDefinite ? .theThing : .thing }
    if word.contains(.event) { return isDefinite ? .theEvent : .event }
    if word.contains(.quantity) { return .quantity }
    let first = tokens.letter(index, 0)
    let clitic = first == Letters.waw || first == Letters.beh || first == Letters.lam ? 1 : 0
    return self.isDefinite(index, 0) || self.isDefinite(index, clitic) ? .definite : .other
  }
}
