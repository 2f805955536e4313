/// Builds the clauses of one sentence in one pass from its first token to its last.
///
/// Adverbials, brackets, quotation marks and datelines are passed over, so that they part nothing that belongs together.
/// Each token is looked at once and each phrase asks a fixed number of predicates, so the work grows with the sentence.
struct ClauseReader {
  let map: ClauseMap
  let tokens: Tokens
  let cues: PhraseMap<ClauseCue>
  var tree: ClauseTree
  var current = 0
  /// A preposition that waits for its noun, and the plain words since.
  var pending: (role: FunctionWord, token: Int, isComplement: Bool, words: Int, isClosed: Bool)?
  /// The last plain word, -1 behind anything that ends a noun phrase.
  var plain = -1
  /// The last thing read that a relative clause may describe.
  var lastPhrase = -1
  var lastNoun = -1
  /// The last copula: «كان», «ستكون».
  var copula = -1
  /// The token behind «على هامش».
  var occasion = -1
  /// The token behind «بحضور», «برعاية»: whoever stands there is governed by it, not by the verb.
  var joined = -1
  /// The token behind «كلا من».
  var each = -1
  /// The token behind the last noun of contact and the adjectives right behind it.
  var nounEnd = -1

  /// So many predicates are asked whether a phrase is theirs, so many clauses above whether they are a complement; no
  /// press sentence has as many.
  static let reach = 12
  /// No list of the press has as many members; more are left out, so that no input makes the work grow with its square.
  static let mostMembers = 200
  /// A preposition governs the head of its noun phrase; of names most stand within three words of it
  /// («مع عدد من كبار …»: 95 % of those under مع and بين).
  static let farthest = 3

  init(_ map: ClauseMap, sentence: Range<Int>) {
    self.map = map
    tokens = map.tokens
    cues = map.lexicon.cues
    tree = ClauseTree(sentence: sentence)
    tree.clauses.append(Clause(kind: .main, parent: -1, start: sentence.lowerBound))
  }

  mutating func read() -> ClauseTree {
    let end = tree.sentence.upperBound
    var index = afterDateline(tree.sentence.lowerBound)
    while index < end {
      let next = step(index, end)
      index = max(next, index + 1)
    }
    return tree
  }

  mutating func step(_ index: Int, _ end: Int) -> Int {
    if map.mentionAt[index] >= 0 { return readPhrase(Int(map.mentionAt[index]), end) }
    if map.timeAt[index] >= 0 { return readTime(Int(map.timeAt[index])) }
    let token = tokens[index]
    if token.kind == .mark { return readMark(index, end) }
    guard token.kind == .word else {
      if lastNoun >= 0, nounEnd == index { nounEnd = index + 1 } else { plain = index }
      return index + 1
    }
    if let (match, _) = cues.longest(at: index, in: tokens) {
      if match.values.contains(.transition) {
        plain = -1
        return match.end
      }
      if match.values.contains(.including) {
        // «بمسؤولين بينهم أ»: who is named has the group's role.
        pending?.words = 0
        pending?.token = match.end - 1
        plain = -1
        return match.end
      }
      if match.values.contains(.both) {
        addPair(index, match.end)
        return match.end
      }
      if match.values.contains(.greeting) {
        tree.greetings.append(match.end)
        (pending, plain) = (nil, -1)
        return match.end
      }
      if match.values.contains(.occasion) { occasion = match.end }
      if match.values.contains(.joining), tokens[match.end - 1].kind == .word, isUnderPreposition(index) {
        joined = match.end
      }
      if match.values.contains(.none) {
        plain = match.end - 1
        return match.end
      }
    }
    // «اللقاء بينه وبين أ»
    if map.lexicon.betweenHim.contains(token.whole), map.function(index + 1) == .between,
      tokens[index + 1].conjunction != 0
    {
      addPronoun(.between, index)
      return index + 1
    }
    if isHomeland(index) { return readHomeland(index, end) }
    if isTitled(index) { return readTitled(index) }
    if map.lexicon.betweenThem.contains(token.whole), isOfContact(index) {
      addPair(index, index + 1)
      return index + 1
    }
    if let function = map.function(index) { return readFunction(function, index) }
    if let verb = map.verb(index), !isMasdar(verb.inflection, index) {
      openVerb(.verb(verb), index)
      return index + 1
    }
    if map.isJoining(index) {
      addNoun(.joining, index)
      return index + 1
    }
    if let noun = map.noun(index) {
      addNoun(.noun(noun), index)
      return index + 1
    }
    if let verb = map.purpose(index) {
      openAdverbial(index)
      tree.clauses[current].isContinued = true
      openVerb(.verb(verb), index)
      return index + 1
    }
    if let verb = map.otherVerb(index), !isMasdar(verb.inflection, index) {
      openVerb(.other(verb), index)
      return index + 1
    }
    if map.lexicon.bound.contains(token.word) {
      (pending, plain) = (nil, -1)
      return index + 1
    }
    if map.lexicon.bothParties.contains(token.word) { return index + 1 }
    if map.lexicon.heading.contains(token.word) {
      (pending, plain, lastNoun) = (nil, -1, -1)
      return index + 1
    }
    if isDistributive(index) {
      addPair(index, index + 1)
      tree.phrases[tree.phrases.count - 1].reference = .distributive
      return index + 1
    }
    readPlain(index)
    return index + 1
  }

  /// «طلب من الحلف عقد اجتماع», «برقية شكر»: a bare past form that no و or comma parts from the noun or the clause before
  /// it is spelled like the verbal noun.
  func isMasdar(_ form: VerbForm, _ index: Int) -> Bool {
    guard form.tense == .past, form.number == .singular, !form.isFeminine, !form.hasObject, !form.isFirst,
      tokens[index].conjunction == 0, tokens[index].kind == .word, current >= 0,
      [0, UInt8(ascii: ")"), Letters.closeQuote, Letters.straightQuote].contains(tokens.mark(index - 1))
    else { return false }
    // «وفدها التقى», «المبعوث سافر»: no verbal noun is spelled like the past in ا or with ا behind its first letter.
    if tokens.letter(index, 0) == Letters.alef || tokens.letter(index, 1) == Letters.alef
      || map.function(index - 1) != nil
    {
      return false
    }
    // «إن الأخير تحدث مع»
    if tree.clauses[current].kind == .complement, tree.clauses[current].predicate < 0, plain == index - 1,
      plain == tree.clauses[current].start + 1, isDefinite(plain)
    {
      return false
    }
    if plain == index - 1, plain >= 0 { return true }
    if lastNoun >= 0, nounEnd == index {
      // «لقاء جمع أ وب» is told of the noun.
      return map.verb(index).map { $0.frame != .gather && $0.frame != .occur } ?? true
    }
    let clause = tree.clauses[current]
    guard clause.predicate >= 0 else { return false }
    // «نفى الرئيس عقد أي لقاء»: no second verb stands behind the subject.
    if map.mentionAt[index - 1] >= 0, clause.kind != .relative,
      map.noun(index + 1) != nil || map.noun(index + 2) != nil && map.lexicon.any.contains(tokens.word(index + 1))
    {
      return true
    }
    guard case .verb(let verb) = tree.predicates[clause.predicate].word else { return false }
    return verb.frame == .request
  }

  /// «بحضور», «وبمشاركة», «تحت رعاية»
  private func isUnderPreposition(_ index: Int) -> Bool {
    let start = tokens.letter(index, 0) == Letters.waw ? 1 : 0
    return tokens.letter(index, start) == Letters.beh
      || tokens.letter(index, start) == Letters.teh && tokens.letters(index).count == start + 3
  }

  /// Whether «بينهما», «لهما» tells whose the contact is: right behind its noun, or behind the verb of its relative clause.
  func isOfContact(_ index: Int) -> Bool {
    guard current >= 0 else { return false }
    if lastNoun >= 0, tree.predicates[lastNoun].clause == current { return index - nounEnd <= 1 }
    let clause = tree.clauses[current]
    return clause.kind == .relative && clause.governor >= 0 && tree.predicates[clause.governor].noun != nil
  }

  mutating func readPlain(_ index: Int) {
    let token = tokens[index]
    if pending == nil || token.preposition != 0 {
      if token.preposition == Letters.beh || token.preposition == Letters.lam {
        pending = (token.preposition == Letters.beh ? .by : .to, index, plain >= 0, 0, isDefinite(index))
      }
    } else if let held = pending {
      pending =
        held.words < Self.farthest
        ? (
          held.role, held.token, held.isComplement, held.words + 1,
          held.isClosed || isDefinite(index) || held.words > 0 && isPossessed(index)
        ) : nil
    }
    // «اجتماعا ثنائيا مع …», «زيارة عمل إلى …»: what is right behind a noun of contact is its own.
    if lastNoun >= 0, nounEnd == index, !map.lexicon.each.contains(token.word) {
      nounEnd = index + 1
    } else {
      plain = index
    }
  }

  /// Whether a word has the article or a possessive pronoun: it closes the construct that a preposition governs.
  func isDefinite(_ index: Int) -> Bool {
    let letters = tokens.letters(index)
    if Self.possessives.contains(where: { letters.count > $0.count + 2 && letters.suffix($0.count).elementsEqual($0) })
    {
      return true
    }
    let clitics = ChainBuilder.clitics(tokens[index].reading)
    let stem = letters.dropFirst(clitics)
    return stem.starts(with: [Letters.alef, Letters.lam])
      || clitics > 0 && tokens[index].preposition == Letters.lam && stem.first == Letters.lam
  }

  /// «توليه منصبه»: ه written as such and not as ة; a word right behind its preposition may be kin told with a name («من أخيه أ»).
  func isPossessed(_ index: Int) -> Bool {
    tokens.letters(index).count > 3 && tokens.letters(index).last == Letters.heh
      && tokens.byte(Int(tokens[index].span.end) - 1) == 0x87
  }

  /// «مزرعته», «بلادها»; ه alone is mostly the feminine's ending.
  private static let possessives: [[Letter]] = [
    [Letters.teh, Letters.heh], [Letters.heh, Letters.alef], [Letters.heh, Letters.meem],
    [Letters.heh, Letters.meem, Letters.alef],
  ]

  // MARK: Marks and datelines

  mutating func readMark(_ index: Int, _ end: Int) -> Int {
    switch tokens.mark(index) {
    case UInt8(ascii: "("), UInt8(ascii: "["):
      return closing(index, end)
    case UInt8(ascii: ","):
      pending = nil
      plain = -1
      if let next = behindParenthesis(index, end) {
        for position in index + 1..<next
        where map.timeAt[position] >= 0 && map.timeAt[position] != map.timeAt[position - 1] {
          _ = readTime(Int(map.timeAt[position]))
        }
        return next
      }
      dropTopic()
      closeAtComma(index)
    case UInt8(ascii: ";"), UInt8(ascii: ":"), 0x0A:
      pending = nil
      plain = -1
      lastPhrase = -1
      open(.main, parent: -1, at: index + 1)
    default: break
    }
    return index + 1
  }

  /// «الذي تباحث، في وقت سابق اليوم، مع أ»: behind a comma, adverbs and times alone, and the comma that closes them.
  private func behindParenthesis(_ comma: Int, _ end: Int) -> Int? {
    var index = comma + 1
    while index < end {
      if map.timeAt[index] >= 0 {
        index = map.times[Int(map.timeAt[index])].tokens.upperBound
      } else if let (match, _) = cues.longest(at: index, in: tokens), match.values.contains(.transition) {
        index = match.end
      } else if map.function(index) == .in || map.function(index) == .from, map.timeAt[index + 1] >= 0 {
        index += 1
      } else {
        break
      }
    }
    return index > comma + 1 && index < end && tokens.mark(index) == UInt8(ascii: ",") ? index + 1 : nil
  }

  /// The token behind a bracket's end; behind its opening when it is not closed soon.
  func closing(_ index: Int, _ end: Int) -> Int {
    let close = tokens.mark(index) == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    // «(العاصمة الهندية)» and the like: of brackets in the press 99 % close within twenty tokens.
    for position in index + 1..<max(index + 1, min(end, index + 20)) where tokens.mark(position) == close {
      return position + 1
    }
    return index + 1
  }

  /// «أوسلو، النرويج (وكالات)--», «عمّان – »: behind where the agency writes from.
  func afterDateline(_ start: Int) -> Int {
    guard tokens.sentence(of: start - 1).upperBound <= start, isLineStart(start) else { return start }
    var index = start
    var (names, unknown) = (0, 0)
    while index < min(start + 14, tree.sentence.upperBound) {
      if map.mentionAt[index] >= 0 {
        let mention = map.mentions[Int(map.mentionAt[index])]
        guard mention.kind == .place || mention.kind == .state || mention.kind == .outlet, mention.preposition == 0
        else { return start }
        names += 1
        index = mention.tokens.upperBound
        continue
      }
      if map.timeAt[index] >= 0 {
        index = map.times[Int(map.timeAt[index])].tokens.upperBound
        continue
      }
      switch tokens.mark(index) {
      case UInt8(ascii: "-"), UInt8(ascii: ":"):
        guard names > 0 else { return start }
        return behindDashes(index)
      case UInt8(ascii: "("):
        let next = closing(index, tree.sentence.upperBound)
        guard next > index + 1 else { return start }
        index = next
      case UInt8(ascii: "/"):
        // «الدوحة في 15 يناير /قنا/ اجتمع …»
        guard names > 0 else { return start }
        guard let close = (index + 1...index + 5).first(where: { tokens.mark($0) == UInt8(ascii: "/") }) else {
          index += 1
          continue
        }
        return behindDashes(close + 1)
      case UInt8(ascii: ","): index += 1
      case 0:
        // «الكويت في 4 مايو (كونا)», «رام الله 4-5-2024 وفا-»
        guard names > 0, map.verb(index) == nil else { return start }
        if map.function(index) == .in, map.timeAt[index + 1] >= 0 {
          index += 1
        } else if map.timeAt[index - 1] >= 0, tokens.mark(index + 1) == UInt8(ascii: "-") {
          return behindDashes(index + 1)
        } else if unknown < Self.datelineWords, map.otherVerb(index) == nil, map.noun(index) == nil,
          map.function(index) == nil
        {
          // «نيروبي، 02 دجمبر 2010 (وكالات) –», «كمبالا - صدى البحيرات - »
          unknown += 1
          index += 1
        } else {
          return start
        }
      default: return start
      }
    }
    return start
  }

  /// So many words that no table knows stand between the city and the dash.
  private static let datelineWords = 3

  private func behindDashes(_ start: Int) -> Int {
    var index = start
    while tokens.mark(index) == UInt8(ascii: "-") || tokens.mark(index) == UInt8(ascii: ":") { index += 1 }
    return index
  }

  func isLineStart(_ index: Int) -> Bool { index == 0 || tokens.mark(index - 1) == 0x0A }
}
