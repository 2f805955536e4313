/// Where one telling stands among the clauses of its sentence: what governs it, and which clauses tell of it.
struct TellingClauses {
  let tree: ClauseTree
  let map: ClauseMap
  /// The predicates of its verb and of its noun, -1 where the tree has none.
  let verb: Int
  let noun: Int

  /// So many clauses above a telling or behind its noun are looked at; no press sentence has as many.
  private static let reach = ClauseReader.reach

  init(_ draft: ClaimDraft, _ tree: ClauseTree, _ map: ClauseMap) {
    self.tree = tree
    self.map = map
    verb = Self.predicate(at: draft.trigger, in: tree)
    noun =
      draft.noun.map { Self.predicate(at: $0, in: tree) }
      ?? (verb >= 0 && tree.predicates[verb].noun != nil ? verb : -1)
  }

  /// The predicate at a token; -1 for none.
  static func predicate(at token: Int, in tree: ClauseTree) -> Int {
    let index = last(tree.predicates.count) { tree.predicates[$0].token <= token }
    return index >= 0 && tree.predicates[index].token == token ? index : -1
  }

  /// The last index below `count` that fulfils what all before it fulfil; -1 for none.
  private static func last(_ count: Int, _ isIn: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isIn(middle) { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// The clause of the telling's verb, or of the noun that alone tells it.
  var clause: Int { verb >= 0 ? tree.predicates[verb].clause : noun >= 0 ? tree.predicates[noun].clause : 0 }

  /// «رفض أ خلال زيارته لقاء ب»: whether the telling's noun is the object of the verb at a token.
  func isObject(of token: Int) -> Bool {
    guard noun >= 0, tree.predicates[noun].role == nil, case let verb = tree.predicates[noun].governor, verb >= 0 else {
      return false
    }
    return tree.predicates[verb].token == token
  }

  /// The clause that a token stands in: that of the last thing read before it.
  func clause(of token: Int) -> Int {
    let start = Self.last(tree.clauses.count) { tree.clauses[$0].start <= token }
    let predicate = Self.last(tree.predicates.count) { tree.predicates[$0].token <= token }
    let phrase = Self.last(tree.phrases.count) { tree.phrases[$0].tokens.lowerBound <= token }
    var (found, place) = (max(start, 0), start >= 0 ? tree.clauses[start].start : -1)
    if predicate >= 0, tree.predicates[predicate].token >= place {
      (found, place) = (tree.predicates[predicate].clause, tree.predicates[predicate].token)
    }
    if phrase >= 0, tree.phrases[phrase].tokens.lowerBound > place {
      (found, place) = (tree.phrases[phrase].clause, tree.phrases[phrase].tokens.lowerBound)
    }
    return isClosed(found, place, before: token) ? tree.clauses[found].parent : found
  }

  /// Whether a comma between what was read last and a token ends the clause, as it ends those of `ClauseReader`.
  private func isClosed(_ number: Int, _ place: Int, before token: Int) -> Bool {
    guard number < tree.clauses.count, tree.clauses[number].parent >= 0 else { return false }
    let clause = tree.clauses[number]
    let above = tree.clauses[clause.parent].predicate
    switch clause.kind {
    case .relative where clause.predicate >= 0: break
    case .adverbial where above < 0 || tree.predicates[above].token > token: break
    default: return false
    }
    return (max(place + 1, token - Self.reach)..<max(place + 1, token)).contains {
      map.tokens.mark($0) == UInt8(ascii: ",")
    }
  }

  /// Whether what stands at `token` may govern the telling: in its clause, in one above, or in one that و joins to those.
  /// «كان يعتزم السفر، وبعث رسالة»: a past verb begins anew.
  func isGoverned(from token: Int, to end: Int) -> Bool {
    let above = clause(of: token)
    var own = clause
    for _ in 0..<Self.reach where own >= 0 && own != above {
      // «من المقرر أن»: right before the clause.
      if (token...max(token, end)).contains(tree.clauses[own].start) { return true }
      let verb = tree.clauses[own].predicate
      // «استبعد أ عقد لقاء»: a verbal noun spelled like the past has no و before it.
      let isAnew =
        verb >= 0 && tree.predicates[verb].inflection?.tense == .past
        && isJoined(tree.predicates[verb].token)
      // «غير أن», «إلا أن»: what follows stands against what went before.
      if tree.clauses[own].kind == .complement, isAgainst(tree.clauses[first(of: own)].start - 1) { return false }
      let before = tree.clauses[own].previous
      own = before >= 0 && !isAnew ? before : tree.clauses[own].parent
    }
    return own == above
  }

  /// The first of the clauses that و joins up to one.
  private func first(of clause: Int) -> Int {
    var first = clause
    for _ in 0..<Self.reach where tree.clauses[first].previous >= 0 { first = tree.clauses[first].previous }
    return first
  }

  /// «والتقى», «وقد التقى»
  private func isJoined(_ index: Int) -> Bool {
    map.tokens[index].conjunction != 0 || map.function(index - 1) == .may && map.tokens[index - 1].conjunction != 0
  }

  private func isAgainst(_ index: Int) -> Bool {
    map.mentionAt[index] < 0 && (map.function(index) == .negation || map.function(index) == .while)
  }

  /// The verbs of the clauses that و joins the telling's to, the nearest first: «سيزور أ ويلتقي ب».
  var joined: [Int] {
    guard verb >= 0 else { return [] }
    var found: [Int] = []
    var before = tree.clauses[clause].previous
    while before >= 0, found.count < Self.reach {
      if tree.clauses[before].predicate >= 0 { found.append(tree.predicates[tree.clauses[before].predicate].token) }
      before = tree.clauses[before].previous
    }
    return found
  }

  /// Whether the clause that opens at `token` holds the telling; what opens no clause holds nothing behind a comma.
  func isWithin(_ token: Int) -> Bool {
    var own = clause
    for _ in 0..<Self.reach where own >= 0 && own < tree.clauses.count {
      if (0...1).contains(tree.clauses[own].start - token) { return true }
      own = tree.clauses[own].previous >= 0 ? tree.clauses[own].previous : tree.clauses[own].parent
    }
    return false
  }

  /// Whether a clause tells how long the telling lasts, where its words are of lasting: its own, one joined to it, or one
  /// below that tells of a noun in it.
  func mayLast(_ number: Int) -> Bool {
    guard number < tree.clauses.count else { return true }
    var number = number
    for _ in 0..<Self.reach {
      let below = tree.clauses[number]
      if number == clause || below.previous == clause { return true }
      if below.kind == .relative, below.governor >= 0 || below.antecedent >= 0 {
        return below.parent == clause || below.governor >= 0 && below.governor == noun
      }
      guard below.kind == .complement, below.parent >= 0 else { return false }
      number = below.parent
      if number == clause { return false }
    }
    return false
  }

  /// Whether a time may be the telling's: not that of another noun of contact, unless the telling takes place in it.
  func isOwn(time: Int) -> Bool {
    let index = Self.last(tree.times.count) { tree.times[$0].time <= time }
    guard index >= 0, tree.times[index].time == time else { return true }
    let owner = tree.times[index].predicate
    guard owner >= 0, owner != noun, owner != verb, let other = tree.predicates[owner].noun, verb >= 0 || noun >= 0,
      tree.predicates[owner].token > tree.predicates[max(verb, noun)].token
    else { return true }
    if tree.predicates[owner].governor == noun || tree.predicates[owner].isConstruct { return true }
    guard tree.predicates[owner].governor == verb else { return false }
    switch tree.predicates[owner].role {
    case nil, .in, .during, .on: return true
    case .by, .to: return other.kind == .visit
    default: return false
    }
  }

  /// «يلتقي أ ب خلال زيارته في 14 يوليو»: the time of the visit during which it takes place.
  func timeOfVisit() -> Int? {
    guard let visit else { return nil }
    let first = Self.last(tree.times.count) {
      map.times[tree.times[$0].time].tokens.lowerBound <= tree.predicates[visit].token
    }
    let next = first + 1
    return next < tree.times.count && tree.times[next].predicate == visit ? tree.times[next].time : nil
  }

  /// «خلال زيارته للعاصمة», «سيعبر الحدود إلى البلدة للقاء أ»: the place of the visit during which it takes place, or where
  /// the verb leads that it is the purpose of.
  func goal() -> Mention? {
    var owner = visit ?? -1
    if owner < 0, noun >= 0, case let above = tree.predicates[noun].governor, above >= 0,
      tree.predicates[noun].role == .to || isComing(above)
    {
      owner = above
    }
    guard owner >= 0 else { return nil }
    for number in tree.predicates[owner].phrases.suffix(Self.reach) {
      guard isGoal(tree.phrases[number].role, of: owner), let first = tree.phrases[number].members.first else {
        continue
      }
      let mention = map.mentions[first]
      if mention.kind == .place || mention.kind == .state && isComing(owner) { return mention }
    }
    return nil
  }

  /// «يزور أ نيروبي غدا لإجراء محادثات»: the time of a coming that is still ahead, and whose purpose the telling is.
  func timeOfComing() -> Int? {
    guard noun >= 0, case let above = tree.predicates[noun].governor, above >= 0, isComing(above),
      tree.predicates[above].inflection?.tense == .present
    else { return nil }
    return tree.times.prefix(Self.reach).first { $0.predicate == above }?.time
  }

  /// «إلى نيروبي», and the object of «يزور».
  private func isGoal(_ role: FunctionWord?, of owner: Int) -> Bool {
    guard let role else { return tree.predicates[owner].verb?.frame == .visit }
    return role == .to || role == .in || role == .by
  }

  /// «يزور أ نيروبي لإجراء محادثات»: a verb of coming, for what stands in its clause.
  private func isComing(_ predicate: Int) -> Bool { tree.predicates[predicate].verb?.frame.isComing == true }

  /// The noun of the visit during which the telling takes place.
  private var visit: Int? {
    guard verb >= 0 else { return nil }
    return (verb + 1..<max(verb + 1, tree.predicates.count)).prefix(Self.reach).first { index in
      let visit = tree.predicates[index]
      return visit.clause == clause && visit.noun?.kind == .visit && (visit.role == .during || visit.role == .in)
    }
  }

  /// The relative clauses that tell of the telling's noun: «الزيارة التي كانت مقررة غدا», «جولة بين أ وب، التي انعقدت في …».
  func relatives() -> [Int] {
    guard noun >= 0 else { return [] }
    let own = tree.predicates[noun]
    let first = Self.last(tree.clauses.count) { tree.clauses[$0].start <= own.token } + 1
    return (first..<max(first, min(tree.clauses.count, first + Self.reach))).filter { describes($0, own) }
  }

  private func describes(_ number: Int, _ own: Predicate) -> Bool {
    let clause = tree.clauses[number]
    guard clause.kind == .relative else { return false }
    if clause.governor == noun { return true }
    // «لقاء أ وب الذي جرى في …»: nobody takes place, so it is the noun that the clause tells of.
    guard clause.governor < 0, clause.antecedent >= 0, tree.phrases[clause.antecedent].clause == own.clause,
      !tree.predicates[(noun + 1)...].prefix(Self.reach).contains(where: {
        $0.token < clause.start && $0.noun != nil && $0.clause == own.clause && $0.governor != noun && !$0.isConstruct
      })
    else { return false }
    if map.function(clause.start + 1) == .copula {
      return map.lexicon.verbs[map.tokens.word(clause.start + 2)] == nil
        && map.otherVerb(clause.start + 2) == nil && map.mentionAt[clause.start + 2] < 0
    }
    guard clause.predicate >= 0, let frame = tree.predicates[clause.predicate].verb?.frame else { return false }
    return frame == .occur || frame == .hold && !hasNoun(number) || frame == .host
  }

  private func hasNoun(_ clause: Int) -> Bool {
    let verb = tree.clauses[clause].predicate
    return verb + 1 < tree.predicates.count && tree.predicates[verb + 1].clause == clause
      && tree.predicates[verb + 1].noun != nil
  }
}
