/// Builds the clauses of one sentence in one pass from its first token to its last.
///
/// Adverbials, brackets, quotation marks and datelines are passed over, so that they part nothing that belongs together.
/// Each token is looked at once and each phrase asks a fixed number of predicates, so the work grows with the sentence.
struct ClauseReader {
  let map: ClauseMap
  private let tokens: Tokens
  private let cues: PhraseMap<ClauseCue>
  private(set) var tree: ClauseTree
  private var current = 0
  /// A preposition that waits for its noun, and the plain words since.
  private var pending: (role: FunctionWord, token: Int, isComplement: Bool, words: Int, isClosed: Bool)?
  /// The last plain word, -1 behind anything that ends a noun phrase.
  private var plain = -1
  /// The last thing read that a relative clause may describe.
  private var lastPhrase = -1
  private var lastNoun = -1
  /// The last copula: «كان», «ستكون».
  private var copula = -1
  /// The token behind «كلا من».
  private var each = -1
  /// The token behind the last noun of contact and the adjectives right behind it.
  private var nounEnd = -1

  /// So many predicates are asked whether a phrase is theirs, so many clauses above whether they are a complement; no
  /// press sentence has as many.
  static let reach = 12
  /// No list of the press has as many members; more are left out, so that no input makes the work grow with its square.
  private static let mostMembers = 200
  /// A preposition governs the head of its noun phrase; of names most stand within three words of it
  /// («مع عدد من كبار …»: 95 % of those under مع and بين).
  private static let farthest = 3

  init(_ map: ClauseMap, sentence: Range<Int>) {
    self.map = map
    tokens = map.tokens
    cues = map.lexicon.cues
    tree = ClauseTree(sentence: sentence)
    tree.clauses.append(Clause(kind: .main, parent: -1, start: sentence.lowerBound, end: sentence.upperBound))
  }

  mutating func read() -> ClauseTree {
    let end = tree.sentence.upperBound
    var index = afterDateline(tree.sentence.lowerBound)
    while index < end {
      let next = step(index, end)
      index = max(next, index + 1)
    }
    for clause in tree.clauses.indices { tree.clauses[clause].end = min(tree.clauses[clause].end, end) }
    return tree
  }

  private mutating func step(_ index: Int, _ end: Int) -> Int {
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
      if match.values.contains(.none) {
        plain = match.end - 1
        return match.end
      }
    }
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
    readPlain(index)
    return index + 1
  }

  /// «طلب من الحلف عقد اجتماع», «برقية شكر»: a bare past form that no و or comma parts from the noun or the clause before
  /// it is spelled like the verbal noun.
  private func isMasdar(_ form: VerbForm, _ index: Int) -> Bool {
    guard form.tense == .past, form.number == .singular, !form.isFeminine, !form.hasObject, !form.isFirst,
      tokens[index].conjunction == 0, tokens[index].kind == .word, current >= 0,
      [0, UInt8(ascii: ")"), Letters.closeQuote, Letters.straightQuote].contains(tokens.mark(index - 1))
    else { return false }
    if map.function(index - 1) != nil { return false }
    if plain == index - 1, plain >= 0 { return true }
    if lastNoun >= 0, nounEnd == index {
      // «لقاء جمع أ وب» is told of the noun.
      return map.verb(index).map { $0.frame != .gather && $0.frame != .occur } ?? true
    }
    let clause = tree.clauses[current]
    guard clause.predicate >= 0, case .verb(let verb) = tree.predicates[clause.predicate].word else { return false }
    return verb.frame == .request
  }

  /// Whether «بينهما», «لهما» tells whose the contact is: right behind its noun, or behind the verb of its relative clause.
  private func isOfContact(_ index: Int) -> Bool {
    guard current >= 0 else { return false }
    if lastNoun >= 0, tree.predicates[lastNoun].clause == current { return index - nounEnd <= 1 }
    let clause = tree.clauses[current]
    return clause.kind == .relative && clause.governor >= 0 && tree.predicates[clause.governor].noun != nil
  }

  private mutating func readPlain(_ index: Int) {
    let token = tokens[index]
    if pending == nil || token.preposition != 0 {
      if token.preposition == Letters.beh || token.preposition == Letters.lam {
        pending = (token.preposition == Letters.beh ? .by : .to, index, plain >= 0, 0, isDefinite(index))
      }
    } else if let held = pending {
      pending =
        held.words < Self.farthest
        ? (held.role, held.token, held.isComplement, held.words + 1, held.isClosed || isDefinite(index)) : nil
    }
    // «اجتماعا ثنائيا مع …», «زيارة عمل إلى …»: what is right behind a noun of contact is its own.
    if lastNoun >= 0, nounEnd == index { nounEnd = index + 1 } else { plain = index }
  }

  /// Whether a word has the article: it closes the construct that a preposition governs.
  private func isDefinite(_ index: Int) -> Bool {
    let letters = tokens.letters(index)
    let clitics = ChainBuilder.clitics(tokens[index].reading)
    let stem = letters.dropFirst(clitics)
    return stem.starts(with: [Letters.alef, Letters.lam])
      || clitics > 0 && tokens[index].preposition == Letters.lam && stem.first == Letters.lam
  }

  // MARK: Marks and datelines

  private mutating func readMark(_ index: Int, _ end: Int) -> Int {
    switch tokens.mark(index) {
    case UInt8(ascii: "("), UInt8(ascii: "["):
      return closing(index, end)
    case UInt8(ascii: ","):
      pending = nil
      plain = -1
      dropTopic()
      closeAtComma()
    case UInt8(ascii: ";"), UInt8(ascii: ":"), 0x0A:
      pending = nil
      plain = -1
      lastPhrase = -1
      leave(to: -1)
      open(.main, parent: -1, at: index + 1)
    default: break
    }
    return index + 1
  }

  /// The token behind a bracket's end; behind its opening when it is not closed soon.
  private func closing(_ index: Int, _ end: Int) -> Int {
    let close = tokens.mark(index) == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    // «(العاصمة الهندية)» and the like: of brackets in the press 99 % close within twenty tokens.
    for position in index + 1..<max(index + 1, min(end, index + 20)) where tokens.mark(position) == close {
      return position + 1
    }
    return index + 1
  }

  /// «أوسلو، النرويج (وكالات)--», «عمّان – »: behind where the agency writes from.
  private func afterDateline(_ start: Int) -> Int {
    guard tokens.sentence(of: start - 1).upperBound <= start, isLineStart(start) else { return start }
    var index = start
    var names = 0
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
        while tokens.mark(index) == UInt8(ascii: "-") || tokens.mark(index) == UInt8(ascii: ":") { index += 1 }
        return index
      case UInt8(ascii: "("):
        let next = closing(index, tree.sentence.upperBound)
        guard next > index + 1 else { return start }
        index = next
      case UInt8(ascii: ","), UInt8(ascii: "/"): index += 1
      default: return start
      }
    }
    return start
  }

  private func isLineStart(_ index: Int) -> Bool { index == 0 || tokens.mark(index - 1) == 0x0A }

  // MARK: Clauses

  @discardableResult
  private mutating func open(_ kind: ClauseKind, parent: Int, at index: Int) -> Int {
    tree.clauses.append(Clause(kind: kind, parent: parent, start: index, end: tree.sentence.upperBound))
    current = tree.clauses.count - 1
    plain = -1
    return current
  }

  /// Ends clauses from the current one up to below `parent`.
  private mutating func leave(to parent: Int) {
    current = parent
  }

  /// A comma ends a relative clause that has said something, and an adverbial one that stands before the verb it serves.
  private mutating func closeAtComma() {
    while current >= 0 {
      let clause = tree.clauses[current]
      guard clause.parent >= 0 else { return }
      switch clause.kind {
      case .relative where clause.predicate >= 0: current = clause.parent
      case .adverbial where tree.clauses[clause.parent].predicate < 0: current = clause.parent
      default: return
      }
    }
  }

  /// «بعد قمة نادت إليها أ، وصل ب»: what stands in a phrase that a preposition opens is no subject of the verb behind.
  private mutating func dropTopic() {
    guard current >= 0, tree.clauses[current].predicate < 0, tree.clauses[current].topic >= 0 else { return }
    let topic = tree.phrases[tree.clauses[current].topic].tokens.lowerBound
    let start = tree.clauses[current].start
    if let noun = tree.predicates.last, noun.clause == current, noun.token < topic, noun.role != nil {
      tree.clauses[current].topic = -1
    } else if map.function(start) == .after || map.function(start) == .before || map.function(start) == .during {
      tree.clauses[current].topic = -1
    }
  }

  private mutating func openVerb(_ word: Predicate.Word, _ index: Int) {
    let isJoined = tokens[index].conjunction != 0
    let isApart = isJoined || tokens.mark(index - 1) == UInt8(ascii: ",")
    if current < 0 { open(.main, parent: -1, at: index) }
    let before = tree.clauses[current]
    let hasObject = Predicate(word: word, token: index, clause: current).inflection?.hasObject == true
    if before.predicate < 0, !(isJoined && before.topic >= 0),
      !(hasObject && !isApart && lastNoun >= 0 && isRightBehind(lastNoun, index))
    {
      // The clause has waited for its verb.
    } else if !isApart, lastNoun >= 0, isRightBehind(lastNoun, index) {
      // «لقاء جمع أ وب»: a relative clause without its pronoun.
      let governor = lastNoun
      open(.relative, parent: current, at: index)
      tree.clauses[current].governor = governor
    } else if !isApart, plain == index - 1, plain >= 0, before.predicate >= 0, before.kind != .relative {
      open(.relative, parent: current, at: index)
    } else if !isApart, map.isResumptive(index + 1), let noun = nounOfClause() {
      // «زيارة إلى المدينة التقى خلالها أ»: the pronoun tells that the clause is the noun's.
      open(.relative, parent: current, at: index)
      tree.clauses[current].governor = noun
    } else {
      let kind = before.kind
      let (parent, governor, antecedent) = (before.parent, before.governor, before.antecedent)
      let previous = current
      open(kind, parent: parent, at: index)
      tree.clauses[current].previous = previous
      tree.clauses[current].governor = governor
      tree.clauses[current].antecedent = antecedent
    }
    let predicate = Predicate(word: word, token: index, clause: current)
    tree.predicates.append(predicate)
    tree.clauses[current].predicate = tree.predicates.count - 1
    pending = nil
    plain = -1
    lastNoun = -1
  }

  /// The last noun of contact of the clause.
  private func nounOfClause() -> Int? {
    tree.predicates.indices.suffix(Self.reach).last {
      tree.predicates[$0].clause == current && tree.predicates[$0].noun != nil
    }
  }

  /// Whether nothing but adjectives stands between a noun of contact and `index`.
  private func isRightBehind(_ noun: Int, _ index: Int) -> Bool {
    let start = tree.predicates[noun].token + 1
    guard tree.predicates[noun].noun?.isDefinite == false, index - start <= 3 else { return false }
    // «اجتماع كان سيعقده»
    if nounEnd == index, noun == lastNoun { return true }
    return (start..<max(start, index)).allSatisfy {
      map.mentionAt[$0] < 0 && tokens[$0].kind == .word && map.function($0) == nil
    }
  }

  private mutating func readFunction(_ function: FunctionWord, _ index: Int) -> Int {
    let token = tokens[index]
    switch function {
    case .with, .between, .to, .from, .in, .on, .about, .by, .during, .after, .before:
      if map.lexicon.bound.contains(token.word) {
        addPronoun(function, index)
        break
      }
      // «بعد أن»: the particle behind opens the clause.
      if map.function(index + 1) == .complementizer {
        openAdverbial(index)
        return index + 2
      }
      // «التقى كلا من أ وب»
      if function == .from, plain >= 0, plain == index - 1, map.lexicon.each.contains(tokens.word(plain)) {
        each = index + 1
        pending?.token = index
        plain = -1
        break
      }
      // «وفدا من …», «مع عدد من …»: the group has the role of the noun before it.
      if function == .from, plain >= 0, plain == index - 1, map.lexicon.partitives.contains(tokens.word(plain)) {
        pending?.token = index
        plain = -1
        break
      }
      // «مع كل من», «بكل من»: the first preposition holds.
      if function == .from, let held = pending, index - held.token <= 2 {
        if map.lexicon.each.contains(tokens[index - 1].lessPreposition) {
          each = index + 1
          pending?.token = index
          pending?.words = 0
        }
        break
      }
      pending = (function, index, plain >= 0, 0, false)
    case .complementizer:
      // «، وأن»: a second clause of the same verb.
      var parent = current
      for _ in 0..<Self.reach where parent >= 0 && !takesClause(parent) { parent = tree.clauses[parent].parent }
      if parent < 0 { parent = max(current, 0) }
      let governor = tree.clauses[parent].predicate
      if token.conjunction != 0, parent >= 0 {
        var above = parent
        for _ in 0..<Self.reach where above >= 0 && tree.clauses[above].kind != .complement {
          above = tree.clauses[above].parent
        }
        if above >= 0, tree.clauses[above].kind == .complement {
          let same = tree.clauses[above]
          open(.complement, parent: same.parent, at: index)
          tree.clauses[current].governor = same.governor
          tree.clauses[current].isContinued = map.lexicon.thatHe.contains(token.word)
          pending = nil
          return index + 1
        }
      }
      open(.complement, parent: parent, at: index)
      tree.clauses[current].isContinued = map.lexicon.thatHe.contains(token.word)
      tree.clauses[current].governor = governor
      pending = nil
    case .relative:
      let parent = max(current, 0)
      let (phrase, noun) = (lastPhrase, lastNoun)
      open(.relative, parent: parent, at: index)
      let phraseEnd = phrase >= 0 ? tree.phrases[phrase].tokens.upperBound : -1
      let nounEnd = noun >= 0 ? tree.predicates[noun].token + 1 : -1
      if phraseEnd >= nounEnd, phraseEnd >= 0, !isPlaceBehindNoun(phrase, noun) {
        tree.clauses[current].antecedent = phrase
      } else if noun >= 0 {
        tree.clauses[current].governor = noun
      }
      pending = nil
    case .if, .while:
      if function == .while, map.lexicon.also.contains(token.word) || map.lexicon.likewise.contains(token.word) {
        plain = -1
        break
      }
      if map.timeAt[index + 1] >= 0 { break }
      openAdverbial(index)
      tree.clauses[current].isContinued = true
    case .copula:
      plain = -1
      // «قمة كانت مقررة مع أ»: right behind its noun it is the noun's own clause.
      if nounEnd == index { nounEnd += 1 } else { copula = index }
    default: plain = -1
    }
    return index + 1
  }

  /// Whether a clause's verb says or wants what stands behind أن.
  private func takesClause(_ clause: Int) -> Bool {
    guard tree.clauses[clause].predicate >= 0 else { return false }
    if case .other(let verb) = tree.predicates[tree.clauses[clause].predicate].word { return verb.takesClause }
    return false
  }

  /// «القمة في سوتشي التي …»: the relative clause tells of the noun.
  private func isPlaceBehindNoun(_ phrase: Int, _ noun: Int) -> Bool {
    guard noun >= 0, tree.phrases[phrase].predicate == noun, let first = tree.phrases[phrase].members.first else {
      return false
    }
    let kind = map.mentions[first].kind
    return kind == .place || kind == .state || kind == .venue
  }

  private mutating func openAdverbial(_ index: Int) {
    let parent = max(current, 0)
    open(.adverbial, parent: parent, at: index)
    pending = nil
  }

  // MARK: Nouns and times

  private mutating func addNoun(_ word: Predicate.Word, _ index: Int) {
    if current < 0 { open(.main, parent: -1, at: index) }
    var predicate = Predicate(word: word, token: index, clause: current)
    let token = tokens[index]
    if token.preposition == Letters.beh {
      predicate.role = .by
    } else if token.preposition == Letters.lam || token.letter == Letters.lam && token.whole == 0 {
      predicate.role = .to
    } else if let pending {
      predicate.role = pending.role
    }
    if predicate.role == nil || predicate.role == .to || pending == nil {
      if lastNoun >= 0, tree.predicates[lastNoun].token == index - 1 || predicate.role == .to && nounEnd == index {
        predicate.isConstruct = true
        predicate.governor = lastNoun
      }
    } else if pending?.role == .from, let held = pending?.token, held == index - 1 {
      // «جولة جديدة من المحادثات»
      if lastNoun >= 0, nounEnd == held {
        predicate.isConstruct = true
        predicate.governor = lastNoun
      }
    }
    if predicate.governor < 0 { predicate.governor = tree.clauses[current].predicate }
    tree.predicates.append(predicate)
    lastNoun = tree.predicates.count - 1
    nounEnd = index + 1
    pending = nil
    plain = -1
  }

  private mutating func readTime(_ time: Int) -> Int {
    let range = map.times[time].tokens
    var owner = -1
    let clause = max(current, 0)
    if let last = tree.predicates.indices.last, tree.predicates[last].clause == clause { owner = last }
    if owner < 0 { owner = tree.clauses[clause].predicate }
    tree.times.append((time, clause, owner))
    pending = nil
    return range.upperBound
  }

  // MARK: Phrases

  private mutating func addPronoun(_ role: FunctionWord, _ index: Int) {
    if current < 0 { open(.main, parent: -1, at: index) }
    var phrase = Phrase(reference: .pronoun, role: role, tokens: index..<index + 1, clause: current)
    phrase.predicate = role == .with || role == .to ? tree.clauses[current].predicate : -1
    append(phrase)
    pending = nil
    plain = -1
  }

  private mutating func addPair(_ start: Int, _ end: Int) {
    if current < 0 { open(.main, parent: -1, at: start) }
    var role = pending?.role
    if role == nil, tokens[start].preposition == Letters.lam { role = .to }
    if tokens[start].preposition == 0, map.lexicon.betweenThem.contains(tokens[start].whole) { role = .between }
    var phrase = Phrase(reference: .pair, role: role, tokens: start..<end, clause: current)
    let told = tree.clauses[current].governor
    if let noun = lastNoun >= 0 ? tree.predicates[lastNoun].token : nil, noun == start - 1 || role == .between {
      phrase.predicate = lastNoun
    } else if role == .between, tree.clauses[current].kind == .relative, told >= 0, tree.predicates[told].noun != nil {
      // «المحادثات التي جرت بينهما»
      phrase.predicate = told
    } else {
      phrase.isGenitive = plain == start - 1 && plain >= 0 && role == nil
      phrase.predicate = tree.clauses[current].predicate
    }
    append(phrase)
    pending = nil
    plain = -1
  }

  private mutating func append(_ phrase: Phrase) {
    tree.phrases.append(phrase)
    let number = tree.phrases.count - 1
    if phrase.predicate >= 0, tree.predicates[phrase.predicate].phrases.count < 24 {
      tree.predicates[phrase.predicate].phrases.append(number)
    } else if phrase.predicate < 0, phrase.role == nil, !phrase.isGenitive, tree.clauses[phrase.clause].predicate < 0 {
      tree.clauses[phrase.clause].topic = number
    }
    lastPhrase = number
  }

  private mutating func readPhrase(_ mention: Int, _ end: Int) -> Int {
    if current < 0 { open(.main, parent: -1, at: map.mentions[mention].tokens.lowerBound) }
    let first = map.mentions[mention]
    let (members, upper) = list(from: mention, end)
    let start = map.head(of: first.tokens.lowerBound)
    var phrase = Phrase(members: members, tokens: start..<upper, clause: current)
    let head = start < first.tokens.lowerBound ? tokens[start].preposition : first.preposition
    if head == Letters.beh {
      phrase.role = .by
    } else if head == Letters.lam {
      phrase.role = .to
    } else if let pending,
      !(pending.isClosed && start - pending.token > 1 && first.kind == .person && first.office != nil)
    {
      // «على مائدة الإفطار نظيره»: an office behind a closed construct is governed by the verb.
      phrase.role = pending.role
      phrase.isGenitive = pending.words > 0 || pending.token + 1 < start && tokens[pending.token].preposition != 0
    } else {
      // «واضطر الوفد إلى …»: a clause's first word with its subject behind it is a verb that no table has.
      phrase.isGenitive = plain >= 0 && plain == start - 1 && first.kind != .person && !isOpening(plain)
    }
    phrase.isComplement = pending?.isComplement ?? (plain >= 0 && plain == start - 1 && phrase.role != nil)
    phrase.isAfterComma = tokens.mark(start - 1) == UInt8(ascii: ",") || tokens.mark(start - 1) == UInt8(ascii: "-")
    if !phrase.isAfterComma, let named = named(by: first, phrase, head: start) {
      tree.offices[mention] = tree.phrases[named].members[0]
      tree.phrases[named].members = members
      tree.phrases[named].tokens = tree.phrases[named].tokens.lowerBound..<upper
      pending = nil
      plain = -1
      return upper
    }
    phrase.isEach = each >= 0 && each == start && members.count > 1
    attach(&phrase, first)
    append(phrase)
    pending = nil
    plain = -1
    return upper
  }

  /// The phrase of an office without a name that a name completes: «المستشار بالديوان المشرف على المركز الدكتور أ»,
  /// «بوكيل الوزارة لشؤون أفريقيا أ».
  private func named(by mention: Mention, _ phrase: Phrase, head: Int) -> Int? {
    guard phrase.role == nil, mention.kind == .person, let name = mention.name, mention.office == nil,
      mention.conjunction == 0
    else { return nil }
    let isTitled = head < mention.tokens.lowerBound || name.start > mention.span.start
    for number in tree.phrases.indices.suffix(2).reversed() {
      let before = tree.phrases[number]
      guard before.clause == current, before.members.count == 1,
        let last = before.members.first.map({ map.mentions[$0] }),
        last.kind == .person, last.name == nil, !last.isPlural, mention.side == nil || mention.side == last.side,
        before.role == nil ? isTitled : head - before.tokens.upperBound <= Self.farthest + 1,
        !(before.tokens.upperBound..<max(head, before.tokens.upperBound)).contains(where: {
          map.timeAt[$0] >= 0 || tokens[$0].kind == .mark
        })
      else { continue }
      return number
    }
    return nil
  }

  private func isOpening(_ index: Int) -> Bool {
    let token = tokens[index]
    return (token.conjunction != 0 || index == tree.sentence.lowerBound || tokens[index - 1].kind == .mark)
      && token.letter != Letters.alef
  }

  /// Finds the predicate whose slot a phrase fills: the nearest of its clause that takes such a phrase.
  private mutating func attach(_ phrase: inout Phrase, _ first: Mention) {
    if phrase.role == nil, first.kind == .person { leaveIntransitive(&phrase) }
    let verb = tree.clauses[current].predicate
    if phrase.role == nil {
      if lastNoun >= 0, isGenitiveOf(lastNoun, phrase) {
        phrase.predicate = lastNoun
        tree.predicates[lastNoun].genitive = tree.phrases.count
        return
      }
      // «لقائه اليوم نظيره»: the noun's object.
      if lastNoun >= 0, tree.predicates[lastNoun].clause == current,
        tree.predicates[lastNoun].noun?.pronoun == .singular,
        verb < 0 || tree.predicates[lastNoun].token > tree.predicates[verb].token, !phrase.isGenitive,
        !tree.predicates[lastNoun].phrases.contains(where: { tree.phrases[$0].role == nil }),
        isMet(phrase, by: lastNoun)
      {
        phrase.predicate = lastNoun
        return
      }
      // «بعد لقاء الوزير أ نظيره ب»: right behind the noun's genitive, its object.
      if lastNoun >= 0, !phrase.isAfterComma, first.kind == .person, tree.predicates[lastNoun].noun?.kind == .encounter,
        let last = tree.phrases.indices.last, tree.predicates[lastNoun].genitive == last,
        tree.phrases[last].tokens.upperBound == phrase.tokens.lowerBound
      {
        phrase.predicate = lastNoun
        return
      }
      phrase.predicate = phrase.isGenitive && !isSubjectLike(first) ? -1 : verb
      return
    }
    for index in tree.predicates.indices.suffix(Self.reach).reversed() where tree.predicates[index].clause == current {
      // «نتائج المؤتمر ستكون موضع نقاش مع أ»: beyond the copula the noun takes nothing.
      if tree.predicates[index].token < copula, tree.predicates[index].noun != nil { continue }
      if takes(tree.predicates[index], phrase, first) {
        phrase.predicate = index
        return
      }
    }
  }

  /// «يلتقي أ الذي وصل إلى بغداد في زيارة مفاجئة ب»: nobody arrives somebody, so he is the object of the verb above.
  private mutating func leaveIntransitive(_ phrase: inout Phrase) {
    let clause = tree.clauses[current]
    guard clause.kind == .relative, clause.antecedent >= 0, clause.parent >= 0, clause.predicate >= 0,
      let frame = tree.predicates[clause.predicate].verb?.frame, frame == .go || frame == .stay || frame == .visit,
      tree.clauses[clause.parent].predicate >= 0
    else { return }
    current = clause.parent
    phrase.clause = current
  }

  private func isCity(_ mention: Mention) -> Bool {
    mention.kind == .place && mention.entry != nil || mention.kind == .venue
  }

  /// Whether the preposition that waits is a clitic: «لمواجهة», «بحضور».
  private var isOfClitic: Bool { pending.map { tokens[$0.token].preposition != 0 } ?? false }

  private func isSubjectLike(_ mention: Mention) -> Bool { mention.kind == .person }

  /// «لقاء أ», «للقاء أ»: right behind a noun that has no article or pronoun.
  private func isGenitiveOf(_ noun: Int, _ phrase: Phrase) -> Bool {
    let next = tree.predicates[noun].token + 1
    // «وصول وفد من الحزب»
    let isPart = map.lexicon.partitives.contains(tokens.word(next)) && phrase.tokens.lowerBound == next + 2
    guard !phrase.isAfterComma, phrase.tokens.lowerBound == next || isPart else { return false }
    guard let word = tree.predicates[noun].noun else {
      if case .joining = tree.predicates[noun].word { return true }
      return false
    }
    return word.pronoun == nil && (!word.isDefinite || tree.predicates[noun].role == .to)
  }

  /// Between the noun and whom it meets stand only time and place.
  private func isMet(_ phrase: Phrase, by noun: Int) -> Bool {
    let start = tree.predicates[noun].token + 1
    if phrase.tokens.lowerBound - start <= 2 { return true }
    return (start..<phrase.tokens.lowerBound).allSatisfy {
      map.mentionAt[$0] >= 0 || map.timeAt[$0] >= 0 || map.function($0) != nil || tokens[$0].kind == .mark
    }
  }

  /// Whether a predicate has a slot for a phrase under its preposition, as the frames of contacts have them.
  private func takes(_ predicate: Predicate, _ phrase: Phrase, _ first: Mention) -> Bool {
    guard let role = phrase.role else { return false }
    let isPlace = first.kind == .place || first.kind == .state || first.kind == .venue
    // «لمواجهة التنظيم», «بمشاركة الحلف»: whoever stands behind the noun of a clitic is the noun's.
    if phrase.isGenitive, role == .to || role == .by, isOfClitic, !isPlace { return false }
    // «العلاقات مع إيران», «الأزمة في سوريا»: of the plain noun before it, which a person mostly does not complete.
    if phrase.isComplement, !isCity(first) || role == .with || role == .by, isPlace, role != .between, role != .from {
      if case .verb(let verb) = predicate.word, verb.frame == .go { return role == .to }
      return false
    }
    // «يستعرض اللقاء عمل اللجنة بين أ وب»
    if phrase.isComplement, role == .between, isPlace || first.kind != .person && predicate.noun?.isDefinite == true {
      return false
    }
    switch predicate.word {
    case .joining: return role == .in || role == .by && isPlace
    case .noun(let noun):
      switch (noun.kind, role) {
      case (_, .with), (_, .between): return noun.kind != .visit || role == .with
      case (_, .in), (_, .during), (_, .on): return isPlace
      case (.visit, .to), (.invitation, .to), (.message, .to), (.invitation, .from), (.message, .from), (.call, .from):
        return true
      case (.call, .to), (.visit, .from): return true
      case (.encounter, .to), (.talks, .to): return !phrase.isComplement && (!isPlace || first.kind == .state)
      case (_, .by): return true
      default: return false
      }
    case .verb(let verb):
      switch role {
      case .with, .between, .from, .to, .in, .by, .during, .on: return true
      case .about: return verb.frame == .discuss
      default: return false
      }
    case .other: return true
    }
  }

  // MARK: Lists

  /// The members of a list that begins with a mention: joined by و, in apposition, or told behind «بينهم».
  private mutating func list(from mention: Int, _ end: Int) -> (members: [Int], end: Int) {
    var members = [mention]
    var isOfficeBehind = false
    var upper = map.mentions[mention].tokens.upperBound
    var isListed = false
    while members.count < Self.mostMembers {
      guard let (next, start, link) = following(upper, end) else { break }
      let (last, other) = (map.mentions[members[members.count - 1]], map.mentions[next])
      if link != .including, other.preposition != 0, other.preposition != last.preposition || link != .joined { break }
      switch link {
      case .apposed, .comma:
        if isApposition(other, of: last, isApart: link == .comma) {
          isOfficeBehind = last.name != nil && other.name == nil
          if tellsMore(other, than: last) {
            if last.isPlural {
              tree.delegations[next] = members[members.count - 1]
            } else if last.chain != other.chain {
              tree.offices[next] = members[members.count - 1]
            }
            members[members.count - 1] = next
          } else if isOfficeBehind, last.chain != other.chain {
            tree.offices[members[members.count - 1]] = next
          }
        } else if link == .comma, isListed || continues(next, end), isAlike(other, last) {
          members.append(next)
          isListed = true
        } else {
          return (members, upper)
        }
      case .joined where isOfficeBehind && other.kind == .person && other.name == nil && !other.isPlural:
        // «أ، رئيس الحكومة ورئيس الدورة»: two posts of one man.
        break
      case .joined
      where last.kind == .person && last.name != nil && map.mentions[mention].isPlural && behindState(next, end) >= 0:
        // «وزراء خارجية مصر أ والأردن ب»: each behind his state.
        let person = behindState(next, end)
        tree.delegations[person] = next
        members.append(person)
        upper = map.mentions[person].tokens.upperBound
        isListed = true
        continue
      case .joined:
        guard isAlike(other, last) || last.kind == .place && other.kind == .state else { return (members, upper) }
        members.append(next)
        isListed = true
      case .including:
        if last.kind == .group || last.isPlural, last.kind != .person || last.sides.count < 2 {
          members.removeLast()
        }
        members.append(next)
        isListed = true
      case .led:
        guard last.kind == .group else { return (members, upper) }
        tree.delegations[next] = members[members.count - 1]
        members[members.count - 1] = next
      }
      upper = max(other.tokens.upperBound, start + 1)
    }
    return (members, upper)
  }

  private enum Link { case joined, comma, apposed, including, led }

  /// The mention behind a list's last member, where it starts and what joins it.
  private func following(_ upper: Int, _ end: Int) -> (mention: Int, start: Int, link: Link)? {
    var index = upper
    var isComma = false
    var isJoined = false
    var passed = 0
    while index < end, passed < 4 {
      if map.timeAt[index] >= 0 { return nil }
      if map.mentionAt[index] >= 0 {
        let mention = Int(map.mentionAt[index])
        let other = map.mentions[mention]
        let start = map.head(of: other.tokens.lowerBound)
        if isJoined || other.conjunction == Letters.waw || isLoneWaw(start - 1) { return (mention, start, .joined) }
        return (mention, start, isComma ? .comma : .apposed)
      }
      switch tokens.mark(index) {
      case UInt8(ascii: "("):
        index = closing(index, end)
        continue
      case UInt8(ascii: ","):
        isComma = true
        index += 1
        continue
      case Letters.openQuote, Letters.closeQuote, Letters.straightQuote, UInt8(ascii: "-"):
        index += 1
        passed += 1
        continue
      case 0: break
      default: return nil
      }
      if let (match, _) = cues.longest(at: index, in: tokens) {
        if match.values.contains(.including), let next = mention(behind: match.end, end) {
          return (next, map.mentions[next].tokens.lowerBound, .including)
        }
        if match.values.contains(.leading), !isComma, let next = mention(behind: match.end, end),
          map.mentions[next].kind == .person
        {
          return (next, map.mentions[next].tokens.lowerBound, .led)
        }
        if match.values.contains(.honorific), map.mentionAt[match.end] >= 0 {
          let mention = Int(map.mentionAt[match.end])
          let link: Link =
            tokens[index].conjunction == Letters.waw || isLoneWaw(index - 1) ? .joined : isComma ? .comma : .apposed
          return (mention, index, link)
        }
      }
      if isLoneWaw(index) {
        isJoined = true
        index += 1
        passed += 1
        continue
      }
      // «أ من الجانب الروسي وب»: the side belongs to the person before it.
      if map.function(index) == .from, !isComma, map.mentionAt[index + 1] >= 0 {
        let side = map.mentions[Int(map.mentionAt[index + 1])]
        let next = map.mentionAt[side.tokens.upperBound]
        if side.kind == .state, next >= 0, map.mentions[Int(next)].kind == .person,
          map.mentions[Int(next)].conjunction == Letters.waw
        {
          index = side.tokens.upperBound
          continue
        }
      }
      // «وفد من الائتلاف المعارض برئاسة أ»: adjectives of the group.
      if !isComma, map.function(index) == nil, map.verb(index) == nil, tokens[index].conjunction == 0,
        isLeading(index + 1) || isLeading(index + 2)
      {
        index += 1
        passed += 1
        continue
      }
      return nil
    }
    return nil
  }

  private func isLeading(_ index: Int) -> Bool {
    cues.longest(at: index, in: tokens)?.match.values.contains(.leading) ?? false
  }

  private func mention(behind index: Int, _ end: Int) -> Int? {
    // «بينهم كل من», «برئاسة معالي»: a word or two.
    for position in index..<max(index, min(end, index + 4)) where map.mentionAt[position] >= 0 {
      return Int(map.mentionAt[position])
    }
    return nil
  }

  private func isLoneWaw(_ index: Int) -> Bool {
    tokens[index].kind == .word && tokens.letters(index).elementsEqual([Letters.waw])
  }

  /// «أ، ب وج»: whether a list that goes on with commas comes to its و.
  private func continues(_ mention: Int, _ end: Int) -> Bool {
    guard let (next, _, link) = following(map.mentions[mention].tokens.upperBound, end) else { return false }
    switch link {
    case .joined: return isAlike(map.mentions[next], map.mentions[mention])
    case .comma:
      guard let (_, _, after) = following(map.mentions[next].tokens.upperBound, end) else { return false }
      return after == .joined || after == .comma
    default: return false
    }
  }

  /// Whether two mentions may be members of one list: people and bodies, or states and places.
  private func isAlike(_ a: Mention, _ b: Mention) -> Bool {
    func isPlace(_ mention: Mention) -> Bool { mention.kind == .place || mention.kind == .venue }
    if isPlace(a) != isPlace(b) { return a.kind == .state || b.kind == .state }
    // «سفير المملكة لدى إيطاليا ومالطا»: of the office, not of the company.
    if a.kind == .state, b.kind == .person { return false }
    if a.kind == .outlet || b.kind == .outlet { return a.kind == b.kind }
    return true
  }

  /// «رئيس الوزراء وزير الخارجية القطري الشيخ محمد», «وزير الخارجية، أ»: one person, told twice.
  private func isApposition(_ other: Mention, of last: Mention, isApart: Bool) -> Bool {
    if other.chain == last.chain { return true }
    guard other.conjunction == 0, !last.isPlural else {
      return last.isPlural && isNameAlone(other) && !isApart
    }
    if last.kind == .group || last.kind == .organisation, other.kind == .outlet { return true }
    guard last.kind == .person, other.kind == .person else {
      return last.kind == .place && (other.kind == .place || other.kind == .state) && last.side == other.side
    }
    // «السيد أ، رئيس الحزب»
    if last.name != nil, last.office == nil, other.name == nil {
      return last.side == other.side || last.side == nil || other.side == nil
    }
    guard last.name == nil, other.name != nil || !isApart else { return false }
    return last.side == other.side || last.side == nil || other.side == nil
  }

  /// The name right behind a state; -1 where none is.
  private func behindState(_ mention: Int, _ end: Int) -> Int {
    guard map.mentions[mention].kind == .state,
      let (next, _, link) = following(map.mentions[mention].tokens.upperBound, end),
      link == .apposed, isNameAlone(map.mentions[next])
    else { return -1 }
    return next
  }

  private func isNameAlone(_ mention: Mention) -> Bool {
    mention.kind == .person && mention.name != nil && mention.office == nil
  }

  private func tellsMore(_ a: Mention, than b: Mention) -> Bool {
    a.kind == .person && a.name != nil && (b.name == nil || b.isPlural)
  }
}
