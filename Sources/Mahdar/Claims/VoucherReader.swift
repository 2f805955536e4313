/// Who vouches for something, as the words of one place tell it.
struct Voucher: Sendable {
  var name: TextSpan
  var kind: ContactClaim.SourceKind
  /// The token that its words begin with.
  var token: Int
  /// «المصدر», «الوزارة»: the noun, less its article, of a source told before.
  var anaphor: WordID?
  var chain: Int?
}

/// Reads the words that name a source: a phrase behind a cue, and the speaker of a statement.
struct VoucherReader {
  let map: ClauseMap
  let chains: [Chain]
  var tokens: Tokens { map.tokens }
  let lexicon: AttributionLexicon

  /// How far behind a cue its source may begin, and how long a description may be, in tokens. Of 157 marked sources one
  /// stands farther, none is longer.
  static let reach = 8
  static let longest = 9

  init(map: ClauseMap, lexicon: AttributionLexicon, chains: [Chain]) {
    self.map = map
    self.lexicon = lexicon
    self.chains = chains
  }

  /// The classes of the token at `index` under the first reading that has one, and its word there.
  func classes(_ index: Int) -> (classes: AttributionWord, word: WordID, reading: Reading) {
    let token = tokens[index]
    for reading in Reading.allCases {
      let word = token.word(reading)
      let found = lexicon[word]
      if !found.isEmpty { return (found, word, reading) }
    }
    return ([], 0, .whole)
  }

  func mention(_ index: Int) -> Mention? {
    let number = map.mentionAt[index]
    return number >= 0 ? map.mentions[Int(number)] : nil
  }

  // MARK: Behind a cue

  /// The source that a cue at `index` leads to: «بحسب …», «نشرته صحيفة …».
  func cued(at index: Int, to limit: Int) -> Voucher? {
    guard map.mentionAt[index] < 0 else { return nil }
    if let (match, _) = lexicon.cues.longest(at: index, in: tokens) { return source(behind: match.end, to: limit) }
    if let voucher = told(behind: index, to: limit) { return voucher }
    guard classes(index).classes.contains(.carrying), let medium = source(behind: index + 1, to: limit),
      medium.kind == .outlet
    else { return nil }
    return medium
  }

  /// «التقى أ ب، تقول مصادر مطلعة.»: a verb of saying between commas with a source and nothing else.
  private func told(behind index: Int, to limit: Int) -> Voucher? {
    guard tokens.mark(index - 1) == UInt8(ascii: ","), map.otherVerb(index)?.takesClause == true,
      let voucher = source(behind: index + 1, to: limit), voucher.kind == .anonymous || voucher.kind == .outlet,
      voucher.token == index + 1 || voucher.token == index + 2
    else { return nil }
    let next = token(at: voucher.name.end)
    return next >= limit || tokens[next].kind == .mark ? voucher : nil
  }

  /// The source that a cue or verb leads to: «بحسب ما أفادت به وكالة …», «وفقا لبيان صادر عن …».
  func source(behind start: Int, to limit: Int) -> Voucher? {
    var document: Int?
    var index = start
    let end = min(limit, start + Self.reach)
    while index < end {
      if tokens[index].kind == .mark {
        switch tokens[index].letter {
        case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), 0x0A:
          if index > start { return document.map { self.document($0, to: limit) } }
        default: break
        }
        index += 1
        continue
      }
      let (classes, word, _) = classes(index)
      // «نفس الصحيفة», «المصدر نفسه»
      if classes.contains(.same), map.mentionAt[index] < 0 {
        index += 1
        continue
      }
      // «أحد النواب» is another one than those told before.
      if document == nil, head(index) == index, let anaphor = anaphor(index, classes, word) { return anaphor }
      // «مكتبه», «وزارتها الخارجية»
      if document == nil, classes.contains(.owned), map.mentionAt[index] < 0 {
        return Voucher(name: span(index..<description(from: index, to: limit)), kind: .official, token: index)
      }
      if !classes.isDisjoint(with: [.document, .communique]) {
        document = document ?? index
        index += 1
        continue
      }
      // «مكتب رئيس الوزراء» speaks, not its head.
      if document == nil, classes.contains(.body), map.mentionAt[index] < 0, let head = mention(index + 1),
        head.kind == .person, head.preposition == 0
      {
        return Voucher(name: span(index..<head.tokens.upperBound), kind: .official, token: index)
      }
      if let mention = mention(index) {
        if mention.kind == .venue || mention.kind == .place && document == nil { return nil }
        if let document {
          return Voucher(name: span(document..<mention.tokens.upperBound), kind: .document, token: document)
        }
        return voucher(of: mention, to: limit)
      }
      if !classes.isDisjoint(with: [.outlet, .unnamed]) {
        return Voucher(
          name: span(head(index)..<description(from: index, to: limit)),
          kind: classes.contains(.outlet) ? .outlet : .anonymous, token: index)
      }
      switch map.function(index) {
      case .relative, .during, .complementizer, .with: return document.map { self.document($0, to: limit) }
      default: index += 1
      }
    }
    return document.map { self.document($0, to: limit) }
  }

  /// The bodies and people joined by و to the one that a voucher names: «أعلنت لندن وباريس».
  func joined(to voucher: Voucher, _ limit: Int) -> [Voucher] {
    guard voucher.kind == .official, var last = mention(voucher.token) else { return [] }
    var found: [Voucher] = []
    while last.tokens.upperBound < limit, let next = mention(last.tokens.upperBound),
      next.kind == last.kind || speaksForState(next) && speaksForState(last),
      next.conjunction == Letters.waw, next.preposition == 0, found.count < Self.reach
    {
      found.append(self.voucher(of: next, to: limit))
      last = next
    }
    return found
  }

  /// «ما نشرته صحف»: whether what a medium carried is told by another one.
  func isCarried(_ index: Int) -> Bool {
    lexicon.what.contains(tokens.word(index - 1)) && map.mentionAt[index - 1] < 0
      && classes(index).classes.contains(.carrying)
  }

  /// «أعلنت نيروبي وكمبالا»
  private func speaksForState(_ mention: Mention) -> Bool { mention.kind == .state || mention.kind == .place }

  /// The source that an outlet had it from: «أوردت وكالة … عن مصدر …».
  func source(of outlet: Voucher, before end: Int) -> Voucher? {
    var index = outlet.token
    while index < min(end, outlet.token + Self.longest * 2) {
      if map.function(index) == .from, tokens.word(index) == lexicon.from, map.mentionAt[index] < 0 {
        return source(behind: index + 1, to: end)
      }
      index += 1
    }
    return nil
  }

  func document(_ index: Int, to limit: Int) -> Voucher {
    Voucher(name: span(index..<description(from: index, to: limit)), kind: .document, token: index)
  }

  func voucher(of mention: Mention, to limit: Int) -> Voucher {
    let start = mention.tokens.lowerBound
    let classes = classes(start).classes
    switch mention.kind {
    case .outlet: return outlet(mention, to: limit)
    case .source:
      return Voucher(
        name: span(head(start)..<max(mention.tokens.upperBound, description(from: start, to: limit))),
        kind: .anonymous, token: start, chain: mention.chain)
    case .group where classes.contains(.unnamed):
      return Voucher(
        name: span(head(start)..<max(mention.tokens.upperBound, description(from: start, to: limit))),
        kind: .anonymous, token: start)
    case _ where classes.contains(.outlet): return outlet(mention, to: limit)
    default: return Voucher(name: name(mention), kind: .official, token: start, chain: mention.chain)
    }
  }

  /// An outlet with the name in quotation marks behind its noun: «وكالة أنباء "المرفأ"».
  private func outlet(_ mention: Mention, to limit: Int) -> Voucher {
    let start = mention.tokens.lowerBound
    var end = mention.tokens.upperBound
    if end - start <= 2, classes(start).classes.contains(.outlet) { end = quoted(behind: end, to: limit) ?? end }
    return Voucher(name: span(start..<end), kind: .outlet, token: start, chain: mention.chain)
  }

  /// The fullest name of somebody named, the words themselves of a state or group.
  private func name(_ mention: Mention) -> TextSpan {
    switch mention.kind {
    case .person, .organisation: chains[mention.chain].name
    default: mention.span
    }
  }

  /// «المصدر», «نفس الصحيفة», «الموقع الإخباري»: a source told before.
  func anaphor(_ index: Int, _ classes: AttributionWord, _ word: WordID) -> Voucher? {
    guard classes.contains(.definite), !classes.isDisjoint(with: AttributionWord.heads.union(.body)) else { return nil }
    if let mention = mention(index), mention.tokens.count > 1 || mention.kind != .source && mention.kind != .outlet {
      return nil
    }
    return Voucher(
      name: tokens.span(index..<index + 1, reading: self.classes(index).reading), kind: kind(classes) ?? .official,
      token: index, anaphor: lexicon.withoutArticle(word))
  }

  private func kind(_ classes: AttributionWord) -> ContactClaim.SourceKind? {
    if classes.contains(.outlet) { return .outlet }
    if !classes.isDisjoint(with: [.document, .communique]) { return .document }
    return classes.contains(.unnamed) ? .anonymous : nil
  }

  // MARK: Descriptions

  func span(_ range: Range<Int>) -> TextSpan {
    let reading = classes(range.lowerBound).reading
    let mentioned = mention(range.lowerBound)
    if let mentioned, mentioned.tokens.lowerBound == range.lowerBound {
      return TextSpan(mentioned.span.start, tokens[range.upperBound - 1].span.end)
    }
    return tokens.span(range, reading: reading)
  }

  /// «أربعة مسؤولين», «أحد الدبلوماسيين»: the number before the noun belongs to it.
  func head(_ index: Int) -> Int {
    let before = index - 1
    guard tokens[before].kind == .number || classes(before).classes.contains(.number), map.mentionAt[before] < 0 else {
      return index
    }
    return before
  }

  /// The end of a source's description: adjectives, a name in quotation marks and one prepositional phrase.
  func description(from start: Int, to limit: Int) -> Int {
    var end = start + 1
    var hasTail = false
    let isUnnamed = classes(start).classes.contains(.unnamed)
    while end < limit, end - start < Self.longest {
      if end == start + 1, let behind = quoted(behind: end, to: limit) {
        end = behind
        continue
      }
      guard goesOn(at: end, from: start, &hasTail, isUnnamed) else { break }
      end = mention(end).map { max(end + 1, $0.tokens.upperBound) } ?? end + 1
    }
    end = min(end, limit)
    while end > start + 1, map.function(end - 1) != nil, map.mentionAt[end - 1] < 0 { end -= 1 }
    return end
  }

  /// Whether a source's description goes on with the token at `index`.
  private func goesOn(at index: Int, from start: Int, _ hasTail: inout Bool, _ isUnnamed: Bool) -> Bool {
    let token = tokens[index]
    guard token.kind != .mark, map.timeAt[index] < 0, map.verb(index) == nil || map.noun(index) != nil,
      tokens.letter(index, 1) != 0
    else { return false }
    let (classes, _, reading) = classes(index)
    if !classes.isDisjoint(with: [.report, .telling, .carrying]) { return false }
    // «مسؤولين كبار بأن …», «مصدرين فإن …»: what they told.
    if map.lexicon.words[token.lessPreposition] == .complementizer
      || map.lexicon.words[token.lessConjunction] == .complementizer
    {
      return false
    }
    // «مصادر مطلعة للصحيفة», «دبلوماسي للصحافيين»: whom they told is no part of them.
    if classes.contains(.outlet), reading == .preposition { return false }
    if classes.contains(.unnamed), isTold(index) { return false }
    let mention = mention(index)
    if let mention, mention.kind == .outlet, mention.preposition != 0 || isUnnamed { return false }
    // «مسؤول بالوزارة إلغاء …»: what he told.
    if hasTail, mention == nil, self.mention(index - 1) != nil, !isDefinite(index), map.function(index) == nil {
      return false
    }
    if let mention, mention.kind == .person, !hasTail, mention.preposition == 0 { return false }
    var opensTail = token.preposition != 0 && mention == nil || mention.map { $0.preposition != 0 } ?? false
    switch map.function(index) {
    case nil: break
    // «مسؤولون عن الملف»; «كشف دبلوماسيون مطلعون عن لقاء»: what they told.
    case .from where isUnnamed && tokens.word(index) == lexicon.from && index > start + 1: return false
    case .in, .from, .on, .to: opensTail = true
    case .about where isUnnamed: opensTail = true
    default: return false
    }
    if opensTail, hasTail { return false }
    hasTail = hasTail || opensTail
    return true
  }

  /// «للصحافيين», «لصحافيين»
  private func isTold(_ index: Int) -> Bool {
    tokens[index].preposition == Letters.lam
      || tokens.letter(index, 0) == Letters.lam && tokens.letter(index, 1) == Letters.lam
  }

  private func isDefinite(_ index: Int) -> Bool {
    tokens.letter(index, 0) == Letters.alef && tokens.letter(index, 1) == Letters.lam
  }

  /// The token behind a quotation of few words that begins at `index`.
  func quoted(behind index: Int, to limit: Int) -> Int? {
    guard tokens.mark(index) != 0, let quote = tokens.quote(at: index + 1), quote.tokens.count <= 6,
      quote.tokens.upperBound < limit
    else { return nil }
    return quote.tokens.upperBound + 1
  }

  /// The token that byte `byte` of the content stands in, or the next one.
  func token(at byte: Int32) -> Int { tokens.token(at: byte) }
}
