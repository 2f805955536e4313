/// Where a phrase ends, and what is joined to it.
extension TopicPhraseFinder {
  /// Whether a phrase begins with a noun, not with a verb that only looks like one: «عقد الوزير …».
  func isNoun(_ range: Range<Int>, _ end: Int) -> Bool {
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
  func phrase(from start: Int, to limit: Int) -> Range<Int>? {
    var start = start
    while start < limit, isQuote(start) || isPlainPreposition(start) { start += 1 }
    var end = start
    var (marks, isQuoted, isTold) = (0, false, false)
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
        // «الدور الذي تلعبه إيران»: what tells which one belongs to a noun that says little by itself.
        if map.function(end) == .relative, end == start + 1, isDefinite(start, 0) {
          isTold = true
        } else if map.mentionAt[end] < 0, !isTold {
          switch map.function(end) {
          case .relative, .complementizer, .during, .after, .before, .with, .if, .while, .for, .may, .will, .copula,
            .pronoun, .question, .except:
            break scan
          // «الهجرة غير النظامية».
          case .negation where tokens.word(end) != lexicon.un: break scan
          default: break
          }
          if !classes[end].isDisjoint(with: [.stopping, .listing, .telling]) || isVerb(end) { break }
          if classes[end].contains(.transparent), readings[end] == .conjunction { break }
        }
        if !isQuoted, beginsNext(end, of: start) { break }
      }
      end += 1
    }
    // «الحرب على «داعش»»: the mark that closes one of its own stays.
    while end > start, isLoose(end - 1), !(isQuote(end - 1) && marks == 2 && !isQuoted) { end -= 1 }
    return end > start ? start..<end : nil
  }

  /// Whether a word within a phrase is a verb, with which another clause begins.
  private func isVerb(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.conjunction == 0, map.verb(index) != nil, map.noun(index) == nil { return true }
    let word = classes[index]
    if !word.isDisjoint(with: TopicWord.heads.union(TopicWord.nouns)) { return false }
    if !word.isDisjoint(with: TopicWord.verbs) { return true }
    // «قال الوزير», «التحق محمد».
    if word.contains(.past) {
      return map.mentionAt[index + 1] >= 0 || isDefinite(index + 1, 0) || classes[index + 1].contains(.transparent)
    }
    // A word in ي that no table knows is a verb far more often than a noun.
    return token.whole == 0 && token.letter == Letters.yeh && tokens.letter(index, 3) != 0
  }

  func isQuote(_ index: Int) -> Bool {
    switch tokens.mark(index) {
    case Letters.openQuote, Letters.closeQuote, Letters.straightQuote, UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }

  func isPlainPreposition(_ index: Int) -> Bool {
    guard map.mentionAt[index] < 0 else { return false }
    // «بـ"انعقاد …"».
    if tokens[index].kind == .word, tokens.letter(index, 1) == 0 { return true }
    switch map.function(index) {
    case .in, .from, .to, .on, .about, .between: return true
    default: return false
    }
  }

  /// A mark, preposition or lone و at the end of a phrase.
  func isLoose(_ index: Int) -> Bool {
    tokens[index].kind == .mark || isPlainPreposition(index) || map.mentionAt[index] < 0 && isLoneWaw(index)
  }

  func isLoneWaw(_ index: Int) -> Bool {
    tokens.letter(index, 0) == Letters.waw && tokens.letter(index, 1) == 0
  }

  /// Whether و at `index` joins the next phrase to the one that began at `start`, not a word within it.
  func beginsNext(_ index: Int, of start: Int) -> Bool {
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
  func joined(to phrase: Range<Int>, _ limit: Int) -> Int? {
    var index = phrase.upperBound
    while index < limit, isQuote(index) || tokens.mark(index) == UInt8(ascii: ",") { index += 1 }
    guard index < limit, tokens[index].kind == .word else { return nil }
    let word = classes[index]
    var start: Int?
    if isLoneWaw(index) {
      start = index + 1
    } else if word.contains(.adding) {
      start = index + 2
    } else if map.function(index) == .while || readings[index] == .conjunction, word.contains(.transparent) {
      // «وكذلك», «وكذا».
      start = index + 1
    } else if word.contains(.including), map.function(index + 1) == .in {
      // «بما في ذلك».
      start = index + 3
    } else if word.contains(.listing) {
      start = index + 1
    } else if classes[index + 1].contains(.listingTail) {
      start = index + 2
    } else if isListed(index),
      isName(phrase) || isNamed(index, .organisation) && tokens.mark(index - 1) == UInt8(ascii: ",")
    {
      // «مثل أ وب وج», «مسار التعاون، وحركة السفن».
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
    if start == index, !classes[start].isDisjoint(with: TopicWord.verbs.union([.telling, .past])),
      classes[start].isDisjoint(with: .heads)
    {
      return nil
    }
    if map.verb(start) != nil, map.noun(start) == nil, classes[start].isDisjoint(with: .heads) { return nil }
    return map.mentionAt[start] >= 0 && map.mentions[Int(map.mentionAt[start])].kind == .person ? nil : start
  }

  /// Whether a name that و joins stands at `index`.
  func isListed(_ index: Int) -> Bool {
    guard map.mentionAt[index] >= 0 else { return false }
    let mention = map.mentions[Int(map.mentionAt[index])]
    return mention.tokens.lowerBound == index && mention.conjunction == Letters.waw && mention.preposition == 0
      && (mention.kind == .state || mention.kind == .place || mention.kind == .organisation)
  }

  private func isNamed(_ index: Int, _ kind: MentionKind) -> Bool {
    map.mentions[Int(map.mentionAt[index])].kind == kind
  }

  /// Whether a phrase is the name of a state, place or body, and nothing else.
  func isName(_ range: Range<Int>) -> Bool {
    guard map.mentionAt[range.lowerBound] >= 0 else { return false }
    let mention = map.mentions[Int(map.mentionAt[range.lowerBound])]
    return mention.tokens == range && mention.kind != .person && mention.kind != .group
  }
}
