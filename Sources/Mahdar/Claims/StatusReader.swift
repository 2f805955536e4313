/// Reads whether a contact was held, is planned, proposed, put off, called off or denied.
struct StatusReader {
  let map: ClauseMap
  let lexicon: ClaimLexicon
  /// The clauses of the sentences that tell contacts.
  let trees: [Int: ClauseTree]

  var tokens: Tokens { map.tokens }

  /// So many tokens before a telling are looked at for what governs it, so that no input makes the work grow with its
  /// square; the clauses decide.
  static let farthest = 36

  /// Sets the status of `draft` from its tense and the cues around its trigger.
  func read(_ draft: inout ClaimDraft) {
    let clauses = TellingClauses(draft, trees[draft.sentence.lowerBound] ?? ClauseTree(sentence: draft.sentence), map)
    draft.isRecalled =
      map.verb(draft.trigger)?.inflection.tense == .past
      && (isAfterCopula(draft.trigger) || clauses.joined.contains(where: isAfterCopula))
    if let cue = cue(for: draft, clauses) ?? deniedBehind(draft, clauses) {
      draft.status = cue
      draft.isStatusTold = true
      return
    }
    let verb = map.verb(draft.trigger)
    if let verb, draft.trigger != draft.noun {
      draft.status = tense(verb, at: draft.trigger, isInTitle: draft.isInTitle)
      // «سيزور أ ويلتقي ب»: the present goes on with the future before it.
      if draft.status == .underway, let joined = clauses.joined.first, isFuture(joined) { draft.status = .scheduled }
      // «يصل غدا», «يلتقي الأسبوع المقبل»: also where no day of publication tells the date.
      if draft.status == .underway, draft.segment.contains(where: { lexicon.ahead.contains(tokens.word($0)) }) {
        draft.status = .scheduled
      }
      // «يحمل معه رسالة»: what is on its way is still to be handed over.
      if draft.status == .underway, draft.form == .message { draft.status = .scheduled }
      draft.isStatusTold = verb.inflection.tense == .past || draft.status != .held
      return
    }
    if let noun = draft.noun, map.function(noun - 1) == .negation {
      // «لا لقاء بين أ وب»
      draft.status = .denied
      draft.isStatusTold = true
    } else if let noun = draft.noun, let occurring = verbOf(noun, draft) {
      draft.status = occurring
      draft.isStatusTold = true
    } else if let told = told(of: clauses) {
      draft.status = told
      draft.isStatusTold = true
    } else if draft.frame == "join", isPurpose(draft.trigger) {
      draft.status = .scheduled
      draft.isStatusTold = true
    } else if draft.frame != "join", let noun = draft.noun, isPurpose(noun) {
      draft.status = .scheduled
      draft.isStatusTold = true
    } else if let noun = draft.noun, map.function(noun - 1) == .after || map.function(noun - 1) == .during {
      draft.isStatusTold = true
      if isUnderFuture(noun, draft.sentence, clauses) { draft.status = .scheduled }
    } else if let noun = draft.noun, isAhead(noun, draft.sentence) {
      draft.status = .scheduled
      draft.isStatusTold = true
    }
  }

  /// «قبل أيام من زيارة أ», «تأتي الخطوة قبل زيارة أ»: so long before, or told by a present.
  private func isAhead(_ noun: Int, _ sentence: Range<Int>) -> Bool {
    if map.function(noun - 1) == .from, map.timeAt[noun - 2] >= 0 || map.mentionAt[noun - 2] < 0 {
      var start = noun - 2
      while start > sentence.lowerBound, map.timeAt[start] >= 0 || map.timeAt[start - 1] >= 0 { start -= 1 }
      return map.function(start) == .before || map.function(start - 1) == .before
    }
    guard map.function(noun - 1) == .before else { return false }
    for index in stride(from: noun - 2, through: max(sentence.lowerBound, noun - Self.farthest), by: -1) {
      guard let form = map.verb(index)?.inflection ?? map.otherVerb(index)?.inflection else { continue }
      return form.tense == .present && tokens.word(index - 1) != lexicon.didNot
    }
    return false
  }

  /// «الجولة التي انعقدت في مارس», «الزيارة التي كانت مقررة»: what a relative clause tells of the noun.
  private func told(of clauses: TellingClauses) -> ContactStatus? {
    if clauses.noun >= 0, let unheld = unheld(at: clauses.tree.predicates[clauses.noun].token + 2) { return unheld }
    for number in clauses.relatives() {
      let start = clauses.tree.clauses[number].start
      if map.function(start + 1) == .copula || map.function(start) == .copula {
        for index in start + 1...start + 3 where map.mentionAt[index] < 0 {
          if let (match, _) = lexicon.modality.longest(at: index, in: tokens) {
            return match.values.first { $0.position != .before || $0.status == .scheduled }?.status
          }
        }
        continue
      }
      let predicate = clauses.tree.clauses[number].predicate
      guard predicate >= 0, let verb = clauses.tree.predicates[predicate].verb else { continue }
      let index = clauses.tree.predicates[predicate].token
      if let unheld = unheld(at: index) { return unheld }
      if map.function(index - 1) == .negation { continue }
      if verb.inflection.tense == .past { return .held }
      if isFuture(index) { return .scheduled }
    }
    return nil
  }

  /// «أي لقاء لم يعقد», but «لقاء لم يعقد بعد»; «اللقاء الذي لم يحضره أ» was held.
  private func unheld(at index: Int) -> ContactStatus? {
    guard map.function(index - 1) == .negation, let frame = map.verb(index)?.frame, frame == .occur || frame.isHolding
    else { return nil }
    return map.function(index + 1) == .after ? .scheduled : .denied
  }

  private func isFuture(_ index: Int) -> Bool {
    tokens[index].preposition == Letters.seen || isFutureVerb(index) || map.function(index - 1) == .will
      || tokens.word(index - 1) == lexicon.willNot
  }

  /// A date before the article's tells that it was held, one after it that it is planned, where no tense or cue says so.
  func compare(_ draft: inout ClaimDraft, with published: CalendarValue?) {
    guard let published, let date = draft.date.flatMap({ CalendarValue($0) }) else { return }
    if !draft.isStatusTold {
      if date.last < published.first {
        draft.isStatusTold = true
      } else if date.first > published.last {
        draft.status = .scheduled
        draft.isStatusTold = true
      }
    } else if draft.status == .held, date.first > published.last {
      // «يحل أ ضيفا الاثنين المقبل بعد القمة التي جمعت ب وج»: what is past has no day to come.
      draft.date = nil
      draft.dateSpan = nil
    } else if date.last + 7 < published.first, [.scheduled, .proposed, .underway].contains(draft.status) {
      // «يواصل المحادثات التي بدأها في مايو»: the date is that of the contact told of, not of what is planned.
      draft.status = .held
    } else if draft.status == .underway,
      draft.trigger != draft.noun && date == published && draft.frame != "visit" || date.first > published.last
    {
      // «يلتقي اليوم»: the day's news tells what the day is to bring, but «يزور اليوم» what is going on.
      draft.status = .scheduled
    } else if draft.status == .scheduled, date.grain == .day, date.first < published.first,
      date.first + 7 >= published.first, isWeekday(draft.dateSpan)
    {
      // «لعقد اللقاء الثلاثاء» said of the coming Tuesday in a report told in the past.
      let next = date.shifted(by: 7)
      if next.isWritable { draft.date = next.description }
    }
  }

  /// Whether a date is told by its weekday alone; times stand in text order.
  private func isWeekday(_ span: TextSpan?) -> Bool {
    guard let span else { return false }
    var (low, high) = (0, map.times.count)
    while low < high {
      let middle = (low + high) / 2
      if map.times[middle].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    return low < map.times.count && map.times[low].rule == "weekday"
  }

  private func tense(_ verb: ContactVerb, at index: Int, isInTitle: Bool) -> ContactStatus {
    if tokens[index].preposition == Letters.seen || map.function(index - 1) == .will { return .scheduled }
    if map.function(index - 1) == .negation { return .denied }
    if isConditional(index) { return .proposed }
    // «لقاء قد يجمع أ وب»
    if map.function(index - 1) == .may, verb.inflection.tense == .present { return .proposed }
    guard verb.inflection.tense == .present else { return .held }
    // «حين يجتمع بنظيره», but «في حين يجتمع».
    if lexicon.when.contains(tokens.word(index - 1)), map.function(index - 2) != .in, !isAfterCopula(index) {
      return .scheduled
    }
    // «في زيارة يلتقي خلالها ب»: planned for a visit.
    if map.isResumptive(index + 1) { return .scheduled }
    // A headline's present is the news; in the body it tells of what is under way, and after كان of the past.
    return isInTitle || isAfterCopula(index) ? .held : .underway
  }

  /// «إذا التقى أ ب», «هل التقى أ ب», «في حال اجتمع أ مع ب»
  private func isConditional(_ index: Int) -> Bool {
    (1...3).contains { lexicon.conditionals.contains(tokens.word(index - $0)) && map.mentionAt[index - $0] < 0 }
  }

  private func isAfterCopula(_ index: Int) -> Bool {
    (1...6).contains { map.function(index - $0) == .copula }
  }

  /// «للقاء», «لإجراء محادثات»: what somebody came or prepares for.
  private func isPurpose(_ noun: Int) -> Bool {
    if map.isJoining(noun) { return tokens[noun].preposition == Letters.lam }
    // «لعقد مباحثات»
    if tokens[noun - 1].preposition == Letters.lam, map.mentionAt[noun - 1] < 0, map.noun(noun)?.isDefinite == false {
      return true
    }
    return tokens[noun].preposition == Letters.lam || tokens[noun].letter == Letters.lam && tokens[noun].whole == 0
  }

  /// «لن يفتح إلا عقب زيارة أ»: behind a verb that tells of what is to come.
  private func isUnderFuture(_ noun: Int, _ sentence: Range<Int>, _ clauses: TellingClauses) -> Bool {
    for index in stride(from: noun - 1, through: max(sentence.lowerBound, noun - Self.farthest), by: -1) {
      if map.mentionAt[index] >= 0 { continue }
      if tokens.word(index) == lexicon.willNot { return true }
      // «فتح» may be a verbal noun: the clauses tell.
      let verb = TellingClauses.predicate(at: index, in: clauses.tree)
      let form = verb >= 0 ? clauses.tree.predicates[verb].inflection : nil
      guard form != nil || isFutureVerb(index) || map.function(index) == .will else { continue }
      // «لم يذكر متى سيكون ذلك، عقب لقاء أ»: the question is a clause of its own.
      if map.function(index - 1) == .question { continue }
      return form == nil || isFuture(index)
        || form?.tense == .present && map.function(index - 1) == .negation && tokens.word(index - 1) != lexicon.didNot
    }
    return false
  }

  /// The tense of the verb that the noun is subject of: «تعقد … جولة», «بدأت … اجتماعات», «ستجرى محادثات».
  private func verbOf(_ noun: Int, _ draft: ClaimDraft) -> ContactStatus? {
    for position in stride(from: noun - 1, through: max(draft.sentence.lowerBound, noun - 8), by: -1) {
      guard map.mentionAt[position] < 0 else { continue }
      if let verb = map.verb(position), verb.frame == .occur || verb.frame.isHolding {
        return tense(verb, at: position, isInTitle: draft.isInTitle)
      }
      if isFutureVerb(position) { return .scheduled }
      switch map.function(position) {
      case .complementizer, .relative, .after, .before, .during, .with, .while, .if: return nil
      default: break
      }
    }
    return nil
  }

  /// «ستشهد», «سينتهز»: a word that no table holds, in the shape of a future.
  private func isFutureVerb(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.letter == Letters.seen, token.whole == 0, token.foldedEnd - token.folded >= 5 else { return false }
    let second = tokens.letter(index, 1)
    return second == Letters.yeh || second == Letters.teh
  }
}
