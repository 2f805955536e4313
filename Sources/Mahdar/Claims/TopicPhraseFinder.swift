/// Finds the phrases of an article that may name what a contact is about, in text order.
///
/// It only cuts phrases: which of them are topics, and of which contact, `TopicReader` decides.
struct TopicPhraseFinder {
  let map: ClauseMap
  let lexicon: TopicLexicon
  var tokens: Tokens { map.tokens }
  /// The classes of each token, and how it is read by them.
  var classes: TokenMap<TopicWord>
  var readings: TokenMap<Reading>
  /// The tokens that begin a phrase found.
  var isStart: TokenMap<Bool>
  var phrases: [TopicPhrase] = []

  /// How long a phrase may be, how far behind a verb it may begin, and how many may be joined. Of the marked topics
  /// 99 in a hundred are shorter.
  static let longest = 16
  static let reach = 30
  static let most = 7

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

  private static let future = TopicWord.verbs.union([.telling, .past])
  private static let nominal = TopicWord(rawValue: .max).subtracting(future)

  mutating func classify(_ index: Int) {
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

  mutating func read(_ sentence: Range<Int>) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      read(index, sentence)
      index += 1
    }
  }

  mutating func read(_ index: Int, _ sentence: Range<Int>) {
    let word = classes[index]
    let end = sentence.upperBound
    if let noun = map.noun(index), !noun.isDefinite, !noun.hasPronoun, noun.kind == .talks || noun.kind == .encounter,
      classes[index + 1].contains(.definite), map.mentionAt[index + 1] < 0
    {
      add(index + 1, .genitive, end)
    }
    // «الذي عقد في كمبالا»: a verb.
    if word.isEmpty || readings[index] == .whole && map.function(index - 1) == .relative && map.verb(index) != nil {
      return
    }
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

  func preposition(_ word: TopicWord) -> TopicPhrase.Lead? {
    if word.contains(.about) { return .about }
    if word.contains(.concerning) { return .concerning }
    return word.contains(.towards) || word.contains(.regarding) ? .towards : nil
  }

  /// Whether a verbal noun at `index` leads to a topic: «الاتفاق» does with «على», else it is one itself.
  func isVerbalNoun(_ index: Int, _ word: TopicWord) -> Bool {
    if word.contains(.agreeing) {
      let next = map.function(index + 1)
      return next == .on || next == .to || classes[index + 1].contains(.transparent)
    }
    return !word.isDisjoint(with: TopicWord.nouns)
  }

  /// The object of a verb or verbal noun: «بحث أ مع ب خلال اللقاء …», «لمناقشة …», «أكدا أهمية …».
  mutating func readObject(_ index: Int, _ word: TopicWord, _ sentence: Range<Int>) {
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

  func lead(_ index: Int, _ word: TopicWord, _ isVerb: Bool) -> TopicPhrase.Lead {
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
  func isPurpose(_ index: Int) -> Bool {
    switch readings[index] {
    case .preposition: tokens.letter(index, 0) == Letters.lam
    case .both: tokens.letter(index, 1) == Letters.lam
    case .whole, .conjunction: false
    }
  }

  /// A noun of topics itself: «سبل …», «في ملف …», «لتعزيز …».
  mutating func readHead(_ index: Int, _ word: TopicWord, _ end: Int) {
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

  /// The first common noun behind a verb, preposition or noun; names, times, prepositional phrases and marks are
  /// passed.
  func object(behind start: Int, _ end: Int, reach: Int, passNames: Bool) -> Int? {
    var index = start
    var steps = 0
    while index < end, steps < reach {
      steps += 1
      let token = tokens[index]
      if token.kind == .mark {
        switch token.letter {
        case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), 0x0A: return nil
        default: index = passNames ? behindAside(index, end) : index + 1
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
      return classes[index].isDisjoint(with: [.telling, .stopping]) ? index : nil
    }
    return nil
  }

  /// «بحث اللقاء، الذي جرى أمس، على هامش القمة، التعاون»: the token at the comma that closes what another one opens; else
  /// the token behind it.
  private func behindAside(_ comma: Int, _ end: Int) -> Int {
    guard tokens.mark(comma) == UInt8(ascii: ","), map.mentionAt[comma + 1] < 0 else { return comma + 1 }
    // «أطلع أ ب، على التطورات»: «على» and «إلى» may lead to the topic itself.
    let isAside =
      [.relative, .in, .during, .after].contains(map.function(comma + 1))
      || map.lexicon.cues.longest(at: comma + 1, in: tokens)?.match.values.contains(.occasion) == true
    if !isAside { return comma + 1 }
    return (comma + 1..<min(end, comma + Self.reach)).first { tokens.mark($0) == UInt8(ascii: ",") } ?? comma + 1
  }

  /// «سوريا», not those who talk of it.
  func mayBeginTopic(_ mention: Mention, _ index: Int) -> Bool {
    guard index == mention.tokens.lowerBound, mention.preposition == 0 else { return false }
    return mention.kind == .state || mention.kind == .place
  }

  /// «خلال الاجتماع المغلق», «في مكالمة هاتفية»: a word that goes on with a prepositional phrase.
  func isAdjective(_ index: Int) -> Bool {
    tokens[index].kind == .word && map.mentionAt[index] < 0 && map.timeAt[index] < 0 && map.function(index) == nil
      && classes[index].isDisjoint(with: TopicWord.heads.union(.transparent)) && map.noun(index) == nil
  }

  /// Whether the letters from `offset` on begin with the article.
  func isDefinite(_ index: Int, _ offset: Int) -> Bool {
    tokens.letter(index, offset) == Letters.alef && tokens.letter(index, offset + 1) == Letters.lam
      && tokens.letter(index, offset + 3) != 0
  }

  // MARK: What is kept

  /// Adds the phrase that begins at `start`, and those joined to it.
  mutating func add(_ start: Int, _ lead: TopicPhrase.Lead, _ end: Int) {
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
  func isMore(_ range: Range<Int>) -> Bool {
    range.prefix(3).contains { index in
      guard map.mentionAt[index] < 0, map.function(index) == nil else { return false }
      let letters = tokens.letters(index)
      return letters.count > 4
        && (letters.suffix(2).elementsEqual([Letters.heh, Letters.alef])
          || letters.suffix(2).elementsEqual([Letters.heh, Letters.meem])
          || letters.suffix(3).elementsEqual([Letters.heh, Letters.meem, Letters.alef]))
    }
  }

  mutating func keep(_ range: Range<Int>, _ lead: TopicPhrase.Lead, _ place: Int) {
    isStart[range.lowerBound] = true
    phrases.append(
      TopicPhrase(tokens: range, reading: reading(range.lowerBound), lead: lead, place: place))
  }

  /// How the first word of a phrase is read; one that no table holds loses only what stands before its article.
  func reading(_ index: Int) -> Reading {
    if map.mentionAt[index] >= 0 { return tokens[index].reading }
    if !classes[index].isEmpty { return readings[index] }
    let first = tokens.letter(index, 0)
    if first == Letters.waw, isDefinite(index, 1) { return .conjunction }
    if first == Letters.beh || first == Letters.lam, isDefinite(index, 1) { return .preposition }
    return tokens[index].whole == 0 ? .whole : tokens[index].reading
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
