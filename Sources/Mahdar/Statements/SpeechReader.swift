/// One article's pass for statements: cues, frames, then the quotations and clauses they govern.
struct SpeechReader {
  let tokens: Tokens
  let lexicon: StatementLexicon
  let mentions: [Mention]
  let chains: [Chain]
  /// The mention, plus one, that each token stands in; 0 where none.
  var mentionOf: TokenMap<Int32>
  /// The outermost quote, plus one, that each token stands in, marks excluded; 0 where none.
  var quoteOf: TokenMap<Int32>
  /// Whether each token stands in an expression of time.
  var isTime: TokenMap<Bool>
  /// At each mark that opens a bracket or a pair of dashes, the one that closes it; else 0.
  let enclosures: TokenMap<Int32>
  /// Whether each token stands in a fixed phrase of time or manner: «في وقت سابق».
  var isSet: TokenMap<Bool>
  /// How many words and numbers stand before each token, and before the end.
  private var wordsBefore: [Int32]
  var statements: [Statement] = []
  /// The last speaker told, and the last one that is no person.
  var last: Speaker?
  var lastBody: Speaker?
  var lastPerson: Speaker?
  /// Who issued the last document told of, and who wrote the last article.
  var lastIssuer: Speaker?
  var author: Speaker?
  /// The last people told by a verb of each gender.
  var lastWoman: Speaker?
  var lastMan: Speaker?
  /// The outlet between, of the last words that had a speaker, and the token that told it.
  var lastVia: (span: TextSpan?, token: Int) = (nil, 0)
  /// The last who spoke as several.
  var lastMany: Speaker?
  /// The two who spoke together last.
  var lastPair: Speaker?
  /// The correspondent who spoke last.
  var lastReporter: Speaker?
  var bodies = SpokenBodies()
  /// The outlets that somebody spoke to.
  var media = SpokenBodies()
  /// The subject of the last unit that had one.
  var subject: Speaker?
  var unitNumber = 0
  /// The two people of different sides of whom the article tells more than of others.
  private(set) var pair: [Int]?
  /// Names that the article gives in quotation marks.
  private(set) var names: Set<[WordHash]> = []
  /// The last words of people's names, and a mention that has them.
  private(set) var familyNames: [[WordHash]: Int] = [:]
  /// The offices that each person is given in the article, by their words less the side.
  private(set) var offices: [Int: Set<[WordHash]>] = [:]
  /// The last quote that was written as a statement or passed over; -1 before the first.
  var lastQuote = -1
  /// A unit that has so many tokens outside its quotes takes no further sentence, so that no input makes the work within
  /// a unit grow with its square. Sentences of the press have under 600 tokens.
  private static let longestUnit = 2_000

  init(_ input: StatementFinder.Input, _ lexicon: StatementLexicon) {
    tokens = input.tokens
    self.lexicon = lexicon
    mentions = input.mentions
    chains = input.chains
    mentionOf = TokenMap(count: tokens.count, nothing: 0)
    var quoteOf = TokenMap<Int32>(count: tokens.count, nothing: 0)
    isTime = TokenMap(count: tokens.count, nothing: false)
    isSet = TokenMap(count: tokens.count, nothing: false)
    wordsBefore = [0]
    wordsBefore.reserveCapacity(tokens.count + 1)
    var words: Int32 = 0
    for token in tokens.tokens {
      if token.kind != .mark { words += 1 }
      wordsBefore.append(words)
    }
    for (index, mention) in mentions.enumerated() {
      // Where mentions nest, the outer one stands.
      let head = mentionOf[mention.tokens.lowerBound]
      if head != 0, mentions[Int(head) - 1].tokens.upperBound >= mention.tokens.upperBound { continue }
      mentionOf.set(mention.tokens, to: Int32(index + 1))
    }
    for (index, quote) in tokens.quotes.enumerated() where quote.depth == 0 {
      for token in quote.tokens where quoteOf[token] == 0 { quoteOf[token] = Int32(index + 1) }
    }
    self.quoteOf = quoteOf
    enclosures = Self.enclosures(in: tokens, quoteOf)
    pair = Self.pair(of: chains)
    for time in input.times { isTime.set(time.tokens, to: true) }
    for index in 0..<tokens.count where !isSet[index] {
      if let phrase = lexicon.adverbials.longest(at: index, in: tokens) {
        isSet.set(index..<phrase.match.end, to: true)
      }
    }
  }

  private static func pair(of chains: [Chain]) -> [Int]? {
    let people = chains.indices.filter { chains[$0].isNamedPerson && chains[$0].side != nil }
      .sorted { (chains[$1].mentions.count, $0) < (chains[$0].mentions.count, $1) }
    guard people.count >= 2, chains[people[0]].side != chains[people[1]].side,
      people.count == 2 || chains[people[2]].mentions.count < chains[people[1]].mentions.count
    else { return nil }
    return people.prefix(2).sorted()
  }

  /// The sentences, joined where a quote runs across their border.
  func units() -> [Range<Int>] {
    var units: [Range<Int>] = []
    /// The sentence added last, and how many tokens of the unit before it stand in no quote.
    var added = 0..<0
    var plain = 0
    for sentence in tokens.sentences {
      if let unit = units.last, goesOn(sentence.lowerBound, unit) {
        plain += added.count { quoteOf[$0] == 0 }
        added = sentence
        if plain < Self.longestUnit {
          units[units.count - 1] = unit.lowerBound..<sentence.upperBound
          continue
        }
      }
      units.append(sentence)
      added = sentence
      plain = 0
    }
    return units
  }

  /// Whether a quote of the unit before runs on into the sentence that starts at `start`, or ends right before it.
  func goesOn(_ start: Int, _ unit: Range<Int>) -> Bool {
    let quote = quoteOf[start]
    if quote != 0 {
      return quote == quoteOf[unit.upperBound - 1] || quote == quoteOf[max(unit.upperBound - 2, unit.lowerBound)]
    }
    return closesQuote(start) && quoteOf[unit.upperBound - 1] != 0
  }

  private func closesQuote(_ index: Int) -> Bool {
    quoteOf[index] == 0 && quoteOf[index - 1] != 0
  }

  // MARK: Token classes

  /// The cue that the token at `index` may be. «ورد في البيان» is a verb of place, «ورد الوزير بالقول» is و and رد.
  func cue(at index: Int) -> SpeechCue? {
    let token = tokens[index]
    let cue = lexicon.cue(token.word)
    if cue?.frame == .place, token.conjunction == 0, let other = lexicon.cue(token.lessConjunction), !isPlaced(index),
      !isComplementizer(index + 1)
    {
      return other
    }
    return cue
  }

  /// Whether a document or pronoun follows a verb of place: «جاء في البيان», «جاء فيه».
  func isPlaced(_ index: Int) -> Bool {
    tokens.word(index + 1) == lexicon.within || classes(index + 1).contains(.pronounPhrase)
      || classes(index + 1).contains(.preposition)
        && !classes(index + 2).isDisjoint(with: [.document, .account])
  }

  /// The classes of a token's default reading.
  func classes(_ index: Int) -> SpeechWord {
    let word = tokens[index].word
    // «على» and the name علي fold alike.
    if word == lexicon.on, mentionOf[index] != 0, mentions[Int(mentionOf[index]) - 1].kind == .person { return [] }
    return lexicon.classes(word)
  }

  /// The complementizer at `index`, whatever clitics stand before it: إن, وأنه, بأن, وبأنها.
  func complementizer(_ index: Int) -> Complementizer? {
    guard let found = particle(index) else { return nil }
    // «سي إن إن»
    if let mention = mention(at: index), mention.kind == .outlet { return nil }
    return found
  }

  private func particle(_ index: Int) -> Complementizer? {
    let token = tokens[index]
    guard token.kind == .word else { return nil }
    // «كيه9إن2»: letters of a code.
    if !token.spaced, tokens[index - 1].kind == .number || tokens[index - 1].kind == .latin { return nil }
    let first = tokens.letter(index, 0)
    if let pronoun = pronoun(token.whole) { return Complementizer(pronoun: pronoun, beh: false, conjunction: 0) }
    if let pronoun = pronoun(token.lessConjunction) {
      // «وقال فان دايك»: right behind a verb of saying stands a name, no «فإن».
      if first == Letters.feh, !pronoun, lexicon.cue(tokens.word(index - 1))?.shape == .verb { return nil }
      return Complementizer(pronoun: pronoun, beh: false, conjunction: first)
    }
    // «بان كي مون» is a name.
    guard tokens.word(index + 1) != lexicon.ki else { return nil }
    if first == Letters.beh, let pronoun = pronoun(token.lessPreposition) {
      return Complementizer(pronoun: pronoun, beh: true, conjunction: 0)
    }
    if tokens.letter(index, 1) == Letters.beh, tokens.letter(index, 2) != 0, let pronoun = pronoun(token.lessBoth) {
      return Complementizer(pronoun: pronoun, beh: true, conjunction: first)
    }
    return nil
  }

  struct Complementizer {
    /// Whether it carries a pronoun: أنه.
    var pronoun: Bool
    /// Whether بـ leads to it.
    var beh: Bool
    var conjunction: Letter
  }

  func pronoun(_ word: WordID) -> Bool? {
    guard word != 0 else { return nil }
    let kind = lexicon.classes(word)
    return kind.contains(.complementizer) ? false : kind.contains(.pronounComplementizer) ? true : nil
  }

  func isComplementizer(_ index: Int) -> Bool { complementizer(index) != nil }

  func isComma(_ index: Int) -> Bool {
    let mark = tokens.mark(index)
    return mark == UInt8(ascii: ",") || mark == UInt8(ascii: ";")
  }

  func isDash(_ index: Int) -> Bool { tokens.mark(index) == UInt8(ascii: "-") }
  func isColon(_ index: Int) -> Bool { tokens.mark(index) == UInt8(ascii: ":") }

  func isQuoteMark(_ index: Int) -> Bool {
    let mark = tokens.mark(index)
    return mark == Letters.openQuote || mark == Letters.closeQuote || mark == Letters.straightQuote
      || mark == UInt8(ascii: "{") || mark == UInt8(ascii: "}")
      || mark == UInt8(ascii: "'") && (tokens.mark(index + 1) == mark || tokens.mark(index - 1) == mark)
      || Self.borders.contains(mark) && quoteOf[index] == 0 && bordersQuote(index)
  }

  /// Marks that quote only where a quote begins or ends at them: «'نص'», «((نص))», «<<نص>>».
  private static let borders = Array("'()<>".utf8)

  private func bordersQuote(_ index: Int) -> Bool {
    let (before, behind) = (quoteOf[index - 1], quoteOf[index + 1])
    return before != 0 && tokens.quotes[Int(before) - 1].tokens.upperBound == index
      || behind != 0 && tokens.quotes[Int(behind) - 1].tokens.lowerBound == index + 1
  }

  /// The outermost quote that the mark at `index` opens.
  func quote(opening index: Int) -> Int? {
    guard isQuoteMark(index), quoteOf[index] == 0, quoteOf[index + 1] != 0 else { return nil }
    let quote = Int(quoteOf[index + 1]) - 1
    return tokens.quotes[quote].tokens.lowerBound == index + 1 ? quote : nil
  }

  func mention(at index: Int) -> Mention? {
    mentionOf[index] != 0 ? mentions[Int(mentionOf[index]) - 1] : nil
  }

  /// The number of words and numbers in a range.
  func words(_ range: Range<Int>) -> Int {
    Int(wordsBefore[min(range.upperBound, tokens.count)] - wordsBefore[min(range.lowerBound, tokens.count)])
  }

  /// Remembers the names that stand in quotation marks behind a noun that says so, «صحيفة «المرفأ»», so that they are
  /// known where they stand alone.
  mutating func rememberNames() {
    for (index, quote) in tokens.quotes.enumerated() where quote.depth == 0 && isShort(index) && isName(index) {
      names.insert(key(quote.tokens))
    }
  }

  /// Remembers the offices of the people whom the article names, and the ends of their names: «رئيس الجمعية "عمران السيد
  /// شاكر"», then «السيد شاكر» in marks.
  mutating func rememberPeople() {
    for (index, mention) in mentions.enumerated() where mention.kind == .person && !mention.isPlural {
      guard let name = mention.name else { continue }
      let words = key(mention.tokens.lowerBound..<mention.tokens.upperBound, in: name)
      for count in 2..<max(words.count, 2) { familyNames[Array(words.suffix(count))] = index }
      if let key = officeKey(mention, first: 2) { offices[mention.chain, default: []].insert(key) }
    }
  }

  /// The first two words of a person's office; nil where it has more words or none, unless only the first are asked for.
  func officeKey(_ mention: Mention, first count: Int? = nil) -> [WordHash]? {
    guard let office = mention.office else { return nil }
    var words = mention.tokens.filter {
      tokens[$0].span.end > office.start && tokens[$0].span.start < office.end && !classes($0).contains(.title)
    }
    if let count { words = Array(words.prefix(count)) }
    guard words.count == 2, let head = words.first else { return nil }
    let clitics = Int(mention.conjunction == 0 ? 0 : 1) + Int(mention.preposition == 0 ? 0 : 1)
    return [tokens.hash(head, dropping: head == mention.tokens.lowerBound ? clitics : 0), tokens[words[1]].hash]
  }

  private func key(_ range: Range<Int>, in span: TextSpan) -> [WordHash] {
    range.filter { tokens[$0].kind != .mark && tokens[$0].span.end > span.start && tokens[$0].span.start < span.end }
      .map { tokens[$0].hash }
  }

  func key(_ range: Range<Int>) -> [WordHash] {
    range.filter { tokens[$0].kind != .mark }.map { tokens[$0].hash }
  }
}
