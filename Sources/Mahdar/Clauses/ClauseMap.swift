/// An article as the clauses see it: which mention, time and function each token has.
final class ClauseMap {
  let tokens: Tokens
  let times: [TimeMention]
  let mentions: [Mention]
  let lexicon: ClauseLexicon
  /// The mention and the time that cover each token; -1 where none does.
  let mentionAt: TokenMap<Int32>
  let timeAt: TokenMap<Int32>

  init(_ tokens: Tokens, _ times: [TimeMention], _ mentions: [Mention], lexicon: ClauseLexicon) {
    self.tokens = tokens
    self.times = times
    self.mentions = mentions
    self.lexicon = lexicon
    var mentionAt = TokenMap<Int32>(count: tokens.count, nothing: -1)
    for (index, mention) in mentions.enumerated() where mentionAt[mention.tokens.lowerBound] < 0 {
      // «مبعوث الرئيس الأميركي فلان»: who is named within an office plays no part of his own.
      mentionAt.set(mention.tokens, to: Int32(index))
    }
    var timeAt = TokenMap<Int32>(count: tokens.count, nothing: -1)
    for (index, time) in times.enumerated() { timeAt.set(time.tokens, to: Int32(index)) }
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
    guard var verb = lexicon.verbs[token.word] else { return nil }
    if token.preposition == Letters.seen, verb.inflection.tense == .past {
      // «سألتقي»: spelled like the past but for the hamza.
      verb.inflection.tense = .present
      verb.inflection.isFirst = true
    }
    // After a preposition it is the verbal noun: «في عقد قمة».
    if isPreposition(index - 1) { return nil }
    if isSource(verb.inflection, index) || isComparison(verb.inflection, index) { return nil }
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
    if isSource(verb.inflection, index) { return nil }
    return verb.inflection.tense == .past && isAdjective(index) ? nil : verb
  }

  /// «نقلا عن مصادر»: spelled like the dual, and an adverb.
  private func isSource(_ form: VerbForm, _ index: Int) -> Bool {
    form.number == .dual && form.tense == .past && !form.isFeminine && tokens[index].conjunction == 0
      && (function(index + 1) == .about || function(index + 1) == .from)
  }

  /// «أكثر العملات تداولا»: what is compared, spelled like the dual.
  private func isComparison(_ form: VerbForm, _ index: Int) -> Bool {
    form.number == .dual && form.tense == .past && !form.isFeminine && tokens[index].conjunction == 0
      && tokens[index - 1].kind == .word && mentionAt[index - 1] < 0 && function(index - 1) == nil
      && timeAt[index - 1] < 0
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
    if let noun = lexicon.nouns[token.word] {
      // «صحيفة أوراق المساء»: papers of accreditation only.
      return noun.kind == .credentials && !lexicon.credentials.contains(tokens.word(index + 1)) ? nil : noun
    }
    guard token.lessConjunction | token.lessPreposition | token.lessBoth != 0 else { return nil }
    for reading in Reading.allCases {
      if let noun = lexicon.nouns[token.word(reading)] { return noun }
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

  /// «العاصمة الهندية (نيودلهي)»: the city that follows in apposition.
  func city(behind mention: Mention) -> Mention? {
    var next = mention.tokens.upperBound
    if tokens.mark(next) == UInt8(ascii: "(") { next += 1 }
    guard mentionAt[next] >= 0 else { return nil }
    let city = mentions[Int(mentionAt[next])]
    // «نيروبي عاصمة كينيا»: no city more.
    if lexicon.capital.contains(tokens.word(next)) { return nil }
    return city.kind == .place && city.tokens.lowerBound == next && city.preposition == 0 && city.conjunction == 0
      && city.side == mention.side ? city : nil
  }

  /// Whether a cue starts in `start..<end`, inside the sentence of `start`.
  func hasCue(_ cue: ClauseCue, from start: Int, to end: Int) -> Bool {
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
