/// Reads whether a contact was held, is planned, proposed, put off, called off or denied.
struct StatusReader {
  let map: ClauseMap
  let lexicon: ClaimLexicon
  /// The clauses of the sentences that tell contacts.
  let trees: [Int: ClauseTree]

  private var tokens: Tokens { map.tokens }

  /// So many tokens before a telling are looked at for what governs it, so that no input makes the work grow with its
  /// square; the clauses decide.
  private static let farthest = 36
  /// So many words may a verb's subject have before its object.
  private static let near = 4

  /// Sets the status of `draft` from its tense and the cues around its trigger.
  func read(_ draft: inout ClaimDraft) {
    let clauses = TellingClauses(draft, trees[draft.sentence.lowerBound] ?? ClauseTree(sentence: draft.sentence), map)
    draft.isRecalled =
      map.verb(draft.trigger)?.inflection.tense == .past
      && (isAfterCopula(draft.trigger) || clauses.joined.contains(where: isAfterCopula))
    if let cue = cue(for: draft, clauses) {
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
      if map.function(index - 1) == .negation { continue }
      if verb.inflection.tense == .past { return .held }
      if isFuture(index) { return .scheduled }
    }
    return nil
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

  /// The nearest cue that reaches the trigger: before it in its clause, or right behind its noun.
  private func cue(for draft: ClaimDraft, _ clauses: TellingClauses) -> ContactStatus? {
    let anchor = draft.noun ?? draft.trigger
    if let after = cue(.after, from: anchor + 1, to: min(draft.segment.upperBound, anchor + Self.farthest)) {
      return after
    }
    let adjective = draft.noun == nil ? nil : adjective(behind: anchor, to: draft.sentence.upperBound)
    let first = min(draft.trigger, anchor)
    var nearest: ContactStatus?
    var distance = Int.max
    for position in max(draft.sentence.lowerBound, first - Self.farthest)..<max(first, draft.sentence.lowerBound) {
      guard map.mentionAt[position] < 0,
        let (match, reading) = lexicon.modality.longest(at: position, in: tokens),
        // «بحث» is no «حث» with ب.
        reading == .whole || reading == .conjunction || tokens[position].foldedEnd - tokens[position].folded > 4
      else { continue }
      // «من أجل», «لأجل»: spelled like the verb.
      let isClitic = reading != .whole && reading != .conjunction
      if tokens.word(position - 1) == lexicon.from && map.mentionAt[position - 1] < 0 || isClitic,
        map.lexicon.otherVerbs[isClitic ? tokens[position].lessPreposition : tokens.word(position)] != nil,
        match.end == position + 1
      {
        continue
      }
      for value in match.values where value.position == .before && match.end <= first {
        // «بعد إرجاء قمة، وصل أ»: what is put off is the noun behind, not what a verb tells.
        if value.status == .postponed || value.status == .cancelled, draft.noun == nil,
          map.otherVerb(position) == nil
        {
          continue
        }
        // «نفى المتحدث الأنباء التي تحدثت عن لقاء»: what is denied may stand in a clause of its own.
        if value.status == .denied, deniesNews(from: match.end, to: first) {
          // Nothing nearer undoes it.
        } else if !clauses.isGoverned(from: position, to: match.end)
          || isAside(draft, clauses, value.status, from: match.end)
          || !reaches(from: match.end, to: first, value.status, map.otherVerb(position) != nil ? clauses : nil)
        {
          continue
        }
        // «رفض تأكيد أنباء لقاء أو نفيها»
        if value.status == .denied, map.otherVerb(position) != nil,
          (position - 2..<match.end + Self.near).contains(where: { lexicon.comments.contains(tokens.word($0)) })
        {
          continue
        }
        // «آخر لقاء», but not «من جانب آخر».
        if value.status == .held, match.end != first { continue }
        if map.function(position) == .may, !isPossible(match.end, draft) { continue }
        // «عدل عن زيارة», but not «عدل القانون».
        if value.with != 0,
          !(match.end...first).contains(where: { tokens.word($0) == value.with && map.mentionAt[$0] < 0 })
        {
          continue
        }
        // «لم يستبعد لقاء», «لا ينوي لقاء», «لم يتمكن من لقاء»
        let isDenied = map.function(position - 1) == .negation
        guard let told = isDenied ? value.denied : value.isPlain ? value.status : nil else { continue }
        if first - position < distance {
          distance = first - position
          nearest = told
        }
      }
    }
    // «نفى ما تردد عن إلغاء لقاء»: a denial of that leaves what was to be.
    if nearest == .postponed || nearest == .cancelled, isDenied(before: first - distance, in: draft) {
      return adjective ?? .scheduled
    }
    // «تم تأجيل اللقاء المرتقب»: what became of it counts, not what it was to be.
    let isUndone = nearest == .postponed || nearest == .cancelled || nearest == .denied
    return adjective == nil || isUndone ? nearest : adjective
  }

  /// Whether a verb of denial governs what stands at `index`.
  private func isDenied(before index: Int, in draft: ClaimDraft) -> Bool {
    for position in max(draft.sentence.lowerBound, index - Self.farthest)..<max(index, draft.sentence.lowerBound) {
      guard map.mentionAt[position] < 0, map.otherVerb(position) != nil,
        let (match, _) = lexicon.modality.longest(at: position, in: tokens),
        match.values.contains(where: { $0.status == .denied && $0.position == .before })
      else { continue }
      return map.function(position - 1) != .negation && reaches(from: match.end, to: index, .scheduled, nil)
        || deniesNews(from: match.end, to: index)
    }
    return false
  }

  /// «نفى أ، في ختام لقائه ب، وجود خلاف»: the telling stands in a phrase of its own between commas.
  private func isAside(
    _ draft: ClaimDraft, _ clauses: TellingClauses, _ status: ContactStatus, from start: Int
  ) -> Bool {
    guard let noun = draft.noun, noun == draft.trigger, clauses.noun >= 0,
      [.in, .on].contains(clauses.tree.predicates[clauses.noun].role)
    else { return false }
    // «يأمل، رغم الخلاف، في لقاء ب» is the verb's own phrase, «رفض أ ذلك، في رسالة إلى ب» is not.
    if status != .proposed, map.function(noun - 1) == .in, tokens.mark(noun - 2) == UInt8(ascii: ",") { return true }
    let before = noun - 2
    return before > start && map.function(noun - 1) == nil && tokens[noun - 1].kind == .word
      && map.function(before) == .in && tokens.mark(before - 1) == UInt8(ascii: ",")
  }

  /// Whether news of the contact are what a verb of denial has for its object.
  private func deniesNews(from start: Int, to end: Int) -> Bool {
    (start..<max(start, end)).contains { lexicon.news.contains(tokens.word($0)) && map.mentionAt[$0] < 0 }
  }

  /// «قد يلتقي»: only right before a present does قد make it possible; «قد التقى» and «قد أعلن أنه يلتقي» tell facts.
  private func isPossible(_ next: Int, _ draft: ClaimDraft) -> Bool {
    next == draft.trigger && draft.trigger != draft.noun && map.verb(draft.trigger)?.inflection.tense == .present
  }

  /// A cue among the adjectives of a noun: «القمة الأميركية الروسية المرتقبة», «قمة ترامب - بوتين المرتقبة».
  private func adjective(behind noun: Int, to limit: Int) -> ContactStatus? {
    var words = 0
    for position in noun + 1..<max(limit, noun + 1) where map.mentionAt[position] < 0 {
      // «إلى نوفمبر المقبل»
      if map.timeAt[position] < 0, let (match, _) = lexicon.modality.longest(at: position, in: tokens),
        let value = match.values.first(where: { $0.position == .adjective })
      {
        return value.status
      }
      let token = tokens[position]
      // «زيارة أ إلى لبنان المقررة»: the phrases of the noun stand between.
      switch map.function(position) {
      case .to, .in, .with, .between, .from: if map.mentionAt[position + 1] >= 0 { continue }
      default: break
      }
      guard token.kind == .word && map.function(position) == nil || token.letter == UInt8(ascii: "-"),
        map.noun(position) == nil, map.verb(position) == nil, map.timeAt[position] < 0
      else { return nil }
      words += 1
      if words > 4 { return nil }
    }
    return nil
  }

  private func cue(_ place: ModalityCue.Position, from start: Int, to end: Int) -> ContactStatus? {
    for position in start..<max(start, min(end, tokens.count)) where map.mentionAt[position] < 0 {
      if tokens.mark(position) == 0x0A { return nil }
      guard let (match, _) = lexicon.modality.longest(at: position, in: tokens) else { continue }
      if let value = match.values.first(where: { $0.position == place }) { return value.status }
    }
    return nil
  }

  /// Whether nothing between a cue and the trigger ends the cue's scope: another clause, or the end of the phrase.
  private func reaches(
    from start: Int, to end: Int, _ status: ContactStatus, _ clauses: TellingClauses?
  ) -> Bool {
    let comma = (start..<max(start, end)).last { tokens.mark($0) == UInt8(ascii: ",") } ?? start - 1
    var position = start
    while position < end {
      if map.mentionAt[position] < 0 {
        switch map.function(position) {
        case .relative, .after, .before, .during, .while, .if:
          // «أرجأ أ، بسبب الفيضانات التي ضربت البلاد، زيارته»: what the commas close is passed over.
          if position > comma || clauses?.isWithin(position) ?? true { return false }
        default: break
        }
        if tokens.mark(position) == UInt8(ascii: "."), status != .scheduled { return false }
        if let verb = map.verb(position), verb.inflection.tense == .past, tokens[position].conjunction != 0 {
          return false
        }
      }
      position += 1
    }
    return true
  }
}
