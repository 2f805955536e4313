/// Where clauses begin and what binds each to the one above it.
extension ClauseReader {
  @discardableResult
  mutating func open(_ kind: ClauseKind, parent: Int, at index: Int) -> Int {
    tree.clauses.append(Clause(kind: kind, parent: parent, start: index))
    current = tree.clauses.count - 1
    plain = -1
    return current
  }

  /// A comma ends a relative clause that has said something, and an adverbial one that stands before the verb it serves.
  mutating func closeAtComma(_ comma: Int) {
    while current >= 0 {
      let clause = tree.clauses[current]
      guard clause.parent >= 0, !waitsForObject(clause, comma) else { return }
      switch clause.kind {
      case .relative where clause.predicate >= 0 || isVerblessRelative(clause): current = clause.parent
      case .adverbial where tree.clauses[clause.parent].predicate < 0: current = clause.parent
      default: return
      }
    }
  }

  /// «التي استقبلت أمس، نظيرها»: whom a verb of meeting meets may stand behind the comma.
  private func waitsForObject(_ clause: Clause, _ comma: Int) -> Bool {
    guard clause.kind == .relative, clause.antecedent >= 0, clause.predicate >= 0,
      let verb = tree.predicates[clause.predicate].verb, verb.frame == .meet || verb.frame == .receive,
      !verb.inflection.hasObject, map.mentionAt[comma + 1] >= 0
    else { return false }
    let next = map.mentions[Int(map.mentionAt[comma + 1])]
    return next.kind == .person && next.conjunction == 0
      && !tree.predicates[clause.predicate].phrases.contains {
        let phrase = tree.phrases[$0]
        return phrase.role == nil || phrase.role == .with || phrase.role == .by && !phrase.members.allSatisfy(isSpot)
      }
  }

  private func isSpot(_ mention: Int) -> Bool {
    [.place, .venue, .state].contains(map.mentions[mention].kind)
  }

  /// «بعد قمة نادت إليها أ، وصل ب»: what stands in a phrase that a preposition opens is no subject of the verb behind.
  mutating func dropTopic() {
    guard current >= 0, tree.clauses[current].predicate < 0, tree.clauses[current].topic >= 0 else { return }
    let topic = tree.phrases[tree.clauses[current].topic].tokens.lowerBound
    let start = tree.clauses[current].start
    if let noun = tree.predicates.last, noun.clause == current, noun.token < topic, noun.role != nil {
      tree.clauses[current].topic = -1
    } else if map.function(start) == .after || map.function(start) == .before || map.function(start) == .during {
      tree.clauses[current].topic = -1
    }
  }

  mutating func openVerb(_ word: Predicate.Word, _ index: Int) {
    let isJoined = tokens[index].conjunction != 0
    let isApart = isJoined || tokens.mark(index - 1) == UInt8(ascii: ",")
    if current < 0 { open(.main, parent: -1, at: index) }
    let before = tree.clauses[current]
    let hasObject = Predicate(word: word, token: index, clause: current).inflection?.hasObject == true
    if before.predicate < 0, !(isJoined && before.topic >= 0), isApart || !isInPhrase(lastNoun, word, index),
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
    } else if !isApart, map.isResumptive(index + 1) || isAttending(word), let noun = nounOfClause() {
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

  /// «بعد محادثات استمرت يومين، غادر أ»: right behind a noun under a preposition stands its relative clause, not the verb that
  /// the sentence waits for.
  private func isInPhrase(_ noun: Int, _ word: Predicate.Word, _ index: Int) -> Bool {
    if case .verb(let verb) = word, verb.frame == .gather { return false }
    return noun >= 0 && tree.predicates[noun].role != nil && isRightBehind(noun, index)
  }

  /// «مؤتمرا في باريس حضره أ»: its pronoun is the conference.
  private func isAttending(_ word: Predicate.Word) -> Bool {
    guard case .verb(let verb) = word else { return false }
    return verb.inflection.hasObject && (verb.frame == .join || verb.frame == .host)
  }

  /// The last noun of contact of the clause.
  func nounOfClause() -> Int? {
    tree.predicates.indices.suffix(Self.reach).last {
      tree.predicates[$0].clause == current && tree.predicates[$0].noun != nil
    }
  }

  /// Whether nothing but adjectives stands between a noun of contact and `index`.
  func isRightBehind(_ noun: Int, _ index: Int) -> Bool {
    let start = tree.predicates[noun].token + 1
    guard tree.predicates[noun].noun?.isDefinite == false, index - start <= 3 else { return false }
    // «اجتماع كان سيعقده»
    if nounEnd == index, noun == lastNoun { return true }
    return (start..<max(start, index)).allSatisfy {
      map.mentionAt[$0] < 0 && tokens[$0].kind == .word && map.function($0) == nil
    }
  }

  mutating func readFunction(_ function: FunctionWord, _ index: Int) -> Int {
    let token = tokens[index]
    switch function {
    case .with, .between, .to, .from, .in, .on, .about, .by, .during, .after, .before:
      if map.lexicon.bound.contains(token.word) {
        addPronoun(function, index)
        break
      }
      // «بعد أن»: the particle behind opens the clause.
      if map.function(index + 1) == .complementizer {
        // «أشار إلى أن», «أكد على أن»: what is said, not when.
        if function == .to || function == .on && takesClause(max(current, 0)) {
          pending = nil
          return readFunction(.complementizer, index + 1)
        }
        openAdverbial(index)
        return index + 2
      }
      // «كلا من أ وب», «وفدا من …», «مع عدد من …»: what follows has the role of the noun before it.
      if function == .from, plain >= 0, plain == index - 1,
        map.lexicon.each.contains(tokens.word(plain)) || map.lexicon.partitives.contains(tokens.word(plain))
      {
        if map.lexicon.each.contains(tokens.word(plain)) { each = index + 1 }
        pending?.token = index
        plain = -1
        break
      }
      // «استقبل من قبل أ»
      if function == .before, pending?.role == .from, pending?.token == index - 1, isReceiving { break }
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
    case .relative where plain == index - 1 && tokens.letters(plain).elementsEqual(Self.time):
      // «في الوقت الذي طالب فيه بحوار»
      openAdverbial(index)
      tree.clauses[current].isContinued = true
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
      if function == .while, map.lexicon.likewise.contains(token.word) {
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
    // «المفاوضات غير المباشرة مع أ»
    case .negation where lastNoun >= 0 && nounEnd == index: nounEnd += 1
    default: plain = -1
    }
    return index + 1
  }

  private var isReceiving: Bool {
    if lastNoun >= 0, tree.predicates[lastNoun].noun?.lemma == map.lexicon.reception { return true }
    let verb = tree.clauses[max(current, 0)].predicate
    return verb >= 0 && tree.predicates[verb].verb?.frame == .receive
  }

  private static let time = FoldedText.key("الوقت")

  /// Whether a clause's verb says or wants what stands behind أن.
  func takesClause(_ clause: Int) -> Bool {
    guard tree.clauses[clause].predicate >= 0 else { return false }
    if case .other(let verb) = tree.predicates[tree.clauses[clause].predicate].word { return verb.takesClause }
    return false
  }

  /// «القمة في سوتشي التي …»: the relative clause tells of the noun.
  func isPlaceBehindNoun(_ phrase: Int, _ noun: Int) -> Bool {
    guard noun >= 0, tree.phrases[phrase].predicate == noun, let first = tree.phrases[phrase].members.first else {
      return false
    }
    let kind = map.mentions[first].kind
    return kind == .place || kind == .state || kind == .venue
  }

  mutating func openAdverbial(_ index: Int) {
    let parent = max(current, 0)
    open(.adverbial, parent: parent, at: index)
    pending = nil
  }
}
