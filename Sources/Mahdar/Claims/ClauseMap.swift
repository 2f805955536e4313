/// An article as the claim frames see it: which mention, time and function each token has.
struct ClauseMap {
  let tokens: Tokens
  let times: [TimeMention]
  let mentions: [Mention]
  let lexicon: ClaimLexicon
  /// The mention and the time that cover each token; -1 where none does.
  let mentionAt: TokenMap<Int32>
  let timeAt: TokenMap<Int32>

  /// A mention in the role that its clitic or preposition gives it.
  struct Argument {
    var mention: Int
    /// Nil for a bare noun phrase: a subject, a direct object or a genitive.
    var role: FunctionWord?
    /// Joined to the argument before by و or a comma.
    var isCoordinated: Bool
    /// Stands behind a comma without و.
    var isAfterComma: Bool
    var tokens: Range<Int>
  }

  init(_ input: ClaimFinder.Input, lexicon: ClaimLexicon) {
    tokens = input.tokens
    times = input.times
    mentions = input.mentions
    self.lexicon = lexicon
    var mentionAt = TokenMap<Int32>(count: input.tokens.count, nothing: -1)
    for (index, mention) in input.mentions.enumerated() {
      mentionAt.set(mention.tokens, to: Int32(index))
    }
    var timeAt = TokenMap<Int32>(count: input.tokens.count, nothing: -1)
    for (index, time) in input.times.enumerated() {
      timeAt.set(time.tokens, to: Int32(index))
    }
    self.mentionAt = mentionAt
    self.timeAt = timeAt
  }

  func function(_ index: Int) -> FunctionWord? {
    let token = tokens[index]
    // «سبل» is no «بل» of the future.
    if token.preposition == Letters.seen { return nil }
    // «فإن» is ف and إن, though فان stands in names.
    return lexicon.words[token.word] ?? (token.reading == .whole ? lexicon.words[token.lessConjunction] : nil)
  }

  func verb(_ index: Int) -> ContactVerb? {
    let token = tokens[index]
    guard token.preposition == 0 || token.preposition == Letters.seen else { return nil }
    guard let verb = lexicon.verbs[token.word] else { return nil }
    // After a preposition it is the verbal noun: «في عقد قمة».
    if isPreposition(index - 1) { return nil }
    if verb.isLoose, mentionAt[index + 1] < 0 || mentions[Int(mentionAt[index + 1])].preposition != 0 { return nil }
    let mayBeAdjective = verb.inflection.tense == .past && noun(index - 1) == nil
    return mayBeAdjective && isAdjective(index) ? nil : verb
  }

  /// «بشكل سافر»: an adjective spelled like a verb, behind a noun with ب.
  private func isAdjective(_ index: Int) -> Bool {
    guard tokens[index].conjunction == 0, mentionAt[index - 1] < 0, timeAt[index - 1] < 0 else {
      return false
    }
    let before = tokens[index - 1]
    return before.kind == .word && before.letter == Letters.beh && before.preposition == Letters.beh
      && function(index - 1) == nil
  }

  /// A verb that is none of contact: of saying, of wishing, of time.
  func otherVerb(_ index: Int) -> OtherVerb? {
    let token = tokens[index]
    guard token.preposition == 0 || token.preposition == Letters.seen, let verb = lexicon.otherVerbs[token.word],
      !isPreposition(index - 1)
    else { return nil }
    return verb.inflection.tense == .past && isAdjective(index) ? nil : verb
  }

  /// «ليلتقي», «لتجري»: the verb behind the ل of purpose.
  func purpose(_ index: Int) -> ContactVerb? {
    let token = tokens[index]
    guard token.preposition == Letters.lam || token.whole == 0 && token.letter == Letters.lam,
      let verb = lexicon.verbs[token.lessPreposition], verb.inflection.tense == .present, !verb.inflection.isFirst
    else { return nil }
    return verb
  }

  private func isPreposition(_ index: Int) -> Bool {
    // «وفيها قابل»: a preposition that has its pronoun governs nothing behind it.
    guard mentionAt[index] < 0, timeAt[index] < 0, !lexicon.bound.contains(tokens.word(index)) else { return false }
    switch function(index) {
    case .with, .between, .to, .from, .in, .on, .about, .during, .after, .before: return true
    default: return false
    }
  }

  /// Whether a verbal noun of taking part stands at `index`: «لحضور», «مشاركته».
  func isJoining(_ index: Int) -> Bool { lexicon.joining.contains(tokens.word(index)) }

  /// Whether a pronoun of a visit or meeting told before stands at `index`: «خلالها».
  func isResumptive(_ index: Int) -> Bool { lexicon.resumptives.contains(tokens.word(index)) }

  /// The contact noun at `index`, under the reading that gives one: «للقاء» is ل and لقاء.
  func noun(_ index: Int) -> ContactNoun? {
    let token = tokens[index]
    if let noun = lexicon.nouns[token.word] { return noun }
    guard token.lessConjunction | token.lessPreposition | token.lessBoth != 0 else { return nil }
    for reading in Reading.allCases {
      if let noun = lexicon.nouns[token.word(reading)] { return noun }
    }
    return nil
  }

  /// The arguments behind a trigger, up to the end of its clause.
  ///
  /// - Returns: the arguments in text order, and the token at which the clause was left.
  func arguments(
    from start: Int, to limit: Int, passRelative: Bool = false, stopAtNoun: Bool = false
  ) -> (list: [Argument], end: Int) {
    var list: [Argument] = []
    var pending: (role: FunctionWord, token: Int)?
    var index = start
    while index < limit {
      if mentionAt[index] >= 0 {
        let number = Int(mentionAt[index])
        let mention = mentions[number]
        if list.count > 1, list[list.count - 1].role == .from, mention.kind == .person,
          mention.conjunction == Letters.waw,
          mentions[list[list.count - 2].mention].kind == .person, mentions[list[list.count - 1].mention].kind == .state
        {
          // «بين أ من الجانب الروسي وب»: the side belongs to the person before it.
          list.removeLast()
        }
        list.append(argument(number, mention, after: list.last, pending: pending?.role))
        pending = nil
        index = max(mention.tokens.upperBound, index + 1)
        continue
      }
      if timeAt[index] >= 0 {
        index = max(times[Int(timeAt[index])].tokens.upperBound, index + 1)
        continue
      }
      let token = tokens[index]
      if token.kind == .mark {
        if token.letter == UInt8(ascii: ",") { pending = nil }
        if token.letter == UInt8(ascii: ";") || token.letter == UInt8(ascii: ":") || token.letter == 0x0A { break }
      } else if let function = function(index) {
        switch function {
        case .with, .between, .to, .from, .in, .on, .about, .by:
          if lexicon.bound.contains(token.word) { break }
          if let (match, _) = lexicon.cues.longest(at: index, in: tokens), match.values.contains(.transition) {
            index = match.end
            continue
          }
          // «مع كل من»: the first preposition holds.
          if !(function == .from && pending != nil && index - (pending?.token ?? 0) <= 2) {
            pending = (function, index)
          }
        case .if where index + 1 < limit && timeAt[index + 1] >= 0: break
        case .while where lexicon.also.contains(token.word): break
        case .complementizer, .if, .while: return (list, index)
        case .relative: if !passRelative { return (list, index) }
        case .during, .after, .before:
          // «التقى أ، خلال زيارته للدوحة، ب»: a phrase of time and place stands in the clause, it does not end it.
          guard function == .during, let end = adverbialEnd(index, limit) else { return (list, index) }
          index = end
          continue
        default: break
        }
      } else if token.kind == .word {
        if stopAtNoun, noun(index) != nil, !isGenitive(index) { return (list, index) }
        if verb(index) != nil, token.conjunction != 0 || tokens.mark(index - 1) == UInt8(ascii: ",") {
          return (list, index)
        }
        if let role = cliticRole(token), pending == nil { pending = (role, index) }
        if let held = pending, index - held.token > 3 { pending = nil }
      }
      index += 1
    }
    return (list, index)
  }

  /// The end of «خلال زيارته للدوحة», «أثناء وجوده في القاهرة»: a noun and its place or time, with no company of its own.
  private func adverbialEnd(_ index: Int, _ limit: Int) -> Int? {
    var position = index + 1
    while position < min(limit, index + 6) {
      if mentionAt[position] >= 0 {
        let mention = mentions[Int(mentionAt[position])]
        guard mention.kind == .place || mention.kind == .venue || mention.kind == .state && mention.preposition != 0
        else { return nil }
        return mention.tokens.upperBound
      }
      if timeAt[position] >= 0 { return times[Int(timeAt[position])].tokens.upperBound }
      let held = function(position)
      if held == .with || held == .between || held == .relative || held == .complementizer { return nil }
      position += 1
    }
    return nil
  }

  /// The first token of the honorifics before a mention: «وصاحب السمو الملكي …», «معالي …».
  func head(of start: Int) -> Int {
    for position in max(0, start - 3)..<max(0, start) {
      if let (match, _) = lexicon.cues.longest(at: position, in: tokens), match.end == start,
        match.values.contains(.honorific)
      {
        return position
      }
    }
    return start
  }

  /// «بموجب برنامج الزيارة»: a definite noun that another noun governs opens nothing of its own.
  private func isGenitive(_ index: Int) -> Bool {
    guard let noun = noun(index), noun.isDefinite, !noun.hasPronoun, tokens[index].preposition == 0 else {
      return false
    }
    let before = tokens[index - 1]
    return before.kind == .word && before.preposition == 0 && mentionAt[index - 1] < 0 && timeAt[index - 1] < 0
      && function(index - 1) == nil && verb(index - 1) == nil && self.noun(index - 1) == nil
  }

  private func cliticRole(_ token: Token) -> FunctionWord? {
    token.preposition == Letters.beh ? .by : token.preposition == Letters.lam ? .to : nil
  }

  private func argument(_ number: Int, _ mention: Mention, after previous: Argument?, pending: FunctionWord?)
    -> Argument
  {
    let start = head(of: mention.tokens.lowerBound)
    var argument = Argument(
      mention: number, role: nil, isCoordinated: false, isAfterComma: false, tokens: mention.tokens)
    let comma = tokens.mark(start - 1) == UInt8(ascii: ",") || tokens.mark(start - 1) == UInt8(ascii: "-")
    argument.isAfterComma = comma
    if mention.preposition == Letters.beh {
      argument.role = .by
    } else if mention.preposition == Letters.lam {
      argument.role = .to
    } else if let pending {
      argument.role = pending
    }
    if let previous {
      let gap = start - previous.tokens.upperBound
      let joined =
        (start < mention.tokens.lowerBound ? tokens[start].conjunction : mention.conjunction) == Letters.waw
        || isLoneWaw(start - 1) || gap <= 4 && includes(from: previous.tokens.upperBound, to: start)
      let listed = comma && gap <= 1
      if joined && gap <= 2 || listed && (previous.isCoordinated || mention.kind == mentions[previous.mention].kind) {
        argument.isCoordinated = joined || listed
        if argument.role == nil { argument.role = previous.role }
      } else if joined, argument.role == nil, gap <= 6, mention.kind == mentions[previous.mention].kind {
        argument.isCoordinated = true
        argument.role = previous.role
      }
    }
    return argument
  }

  /// «الصندوق و البنك»: a و written as a word of its own.
  private func isLoneWaw(_ index: Int) -> Bool {
    tokens[index].kind == .word && tokens.letters(index).elementsEqual([Letters.waw])
  }

  /// «دول الخليج بما فيها قطر»
  private func includes(from start: Int, to end: Int) -> Bool {
    (start..<max(start, end)).contains { position in
      guard let (match, _) = lexicon.cues.longest(at: position, in: tokens) else { return false }
      return match.values.contains(.including) && match.end == end
    }
  }

  /// «العاصمة الهندية (نيودلهي)»: the city that follows in apposition.
  func city(behind mention: Mention) -> Mention? {
    var next = mention.tokens.upperBound
    if tokens.mark(next) == UInt8(ascii: "(") { next += 1 }
    guard mentionAt[next] >= 0 else { return nil }
    let city = mentions[Int(mentionAt[next])]
    return city.kind == .place && city.tokens.lowerBound == next && city.preposition == 0 && city.conjunction == 0
      && city.side == mention.side ? city : nil
  }

  /// Whether a cue starts in `start..<end`, inside the sentence of `start`.
  func hasCue(_ cue: ClaimCue, from start: Int, to end: Int) -> Bool {
    guard start >= 0 else { return false }
    for position in start..<max(start, min(end, tokens.sentence(of: start).upperBound)) {
      if let (match, _) = lexicon.cues.longest(at: position, in: tokens), match.values.contains(cue) { return true }
    }
    return false
  }

  /// Whether a mention may take part in a contact.
  func mayAct(_ mention: Mention) -> Bool {
    switch mention.kind {
    case .person, .state, .organisation, .group: true
    case .source, .place: mention.side != nil
    case .venue, .outlet: false
    }
  }
}
