/// Reads when, where, how long, on what occasion and about what a contact took place.
struct CircumstanceReader {
  let map: ClauseMap
  let lexicon: ClaimLexicon
  /// The clauses of the sentences that tell contacts.
  let trees: [Int: ClauseTree]
  let chains: [Chain]
  /// The day of publication.
  let published: CalendarValue?

  var tokens: Tokens { map.tokens }

  func read(_ draft: inout ClaimDraft) {
    if let place = draft.place, case let start = tokens.token(at: place.name.start),
      isOfHappening(start) || isOfMany(start)
    {
      draft.place = nil
    }
    let clauses = TellingClauses(draft, trees[draft.sentence.lowerBound] ?? ClauseTree(sentence: draft.sentence), map)
    readDate(&draft, clauses)
    if draft.frame == "attend" { return }
    if !draft.isRemote, draft.place == nil { readPlace(&draft, clauses) }
    if !draft.isRemote { readVenue(&draft) }
    readCues(&draft, clauses)
  }

  /// The tokens of a draft's segment whose times are the contact's own: not those of the speech that tells it, of a
  /// source named behind it, or of a clause about somebody who took part.
  func scope(_ draft: ClaimDraft, _ clauses: TellingClauses) -> Range<Int> {
    let anchor = draft.noun ?? draft.trigger
    let first = min(draft.trigger, anchor)
    var start = draft.segment.lowerBound
    for index in start..<max(start, first) where map.mentionAt[index] < 0 {
      // «يستمر الإضراب إلى الخميس، في حين التقى أ ب»: told beside it, not of it.
      if map.function(index) == .complementizer || isWhereas(index) { start = index }
    }
    var end = max(anchor + 1, draft.segment.upperBound)
    let own = clauses.relatives().map { clauses.tree.clauses[$0].start }
    var passed = false
    for index in anchor + 1..<end {
      if map.mentionAt[index] >= 0 {
        passed = true
        continue
      }
      let function = map.function(index)
      if passed && function == .relative && !own.contains(index) || passed && function == .complementizer
        || isWhereas(index) || isColon(index)
      {
        end = index
        break
      }
      if let (match, _) = map.lexicon.cues.longest(at: index, in: tokens), match.values.contains(.attribution) {
        end = index
        break
      }
    }
    return start..<max(start, end)
  }

  /// Before what is said, not within «10:30».
  func isColon(_ index: Int) -> Bool {
    tokens.mark(index) == UInt8(ascii: ":") && map.timeAt[index] < 0 && tokens[index + 1].kind != .number
  }

  /// «بينما», «في حين».
  func isWhereas(_ index: Int) -> Bool {
    lexicon.whereas.contains(tokens.word(index))
      || lexicon.when.contains(tokens.word(index)) && map.function(index - 1) == .in
  }

  // MARK: Cues

  func readCues(_ draft: inout ClaimDraft, _ clauses: TellingClauses) {
    for position in draft.segment {
      guard map.mentionAt[position] < 0, let (match, _) = map.lexicon.cues.longest(at: position, in: tokens) else {
        continue
      }
      for cue in match.values {
        switch cue {
        case .duration:
          guard draft.duration == nil, !isOneOfSeveral(draft), clauses.mayLast(clauses.clause(of: position)) else {
            continue
          }
          // «استمر اللقاء بين أ وب ساعتين»
          let subject = draft.noun == match.end ? draft.segment.upperBound : match.end + 4
          draft.duration = duration(from: match.end, to: min(subject, draft.segment.upperBound))
          draft.lasts = draft.duration != nil && isGoingOn(position, draft)
        case .secret: if near(position, draft) { draft.channel = .secret }
        case .track15: draft.channel = .track15
        case .track2: draft.channel = .track2
        default: break
        }
      }
    }
  }

  /// «وعقد الوفدان جلسة استغرقت أربع ساعات»: one session of talks told before.
  func isOneOfSeveral(_ draft: ClaimDraft) -> Bool {
    guard draft.isAnaphor, let noun = draft.noun.flatMap({ map.noun($0) }) else { return false }
    return !noun.isDefinite && noun.pronoun == nil
  }

  /// «تستغرق يومين», and «لمدة يومين» of what is to come: so long from its day on.
  func isGoingOn(_ cue: Int, _ draft: ClaimDraft) -> Bool {
    if let form = map.verb(cue)?.inflection ?? map.otherVerb(cue)?.inflection { return form.tense == .present }
    return draft.status == .scheduled || draft.status == .underway || draft.frame == "go"
  }

  func near(_ position: Int, _ draft: ClaimDraft) -> Bool {
    abs(position - (draft.noun ?? draft.trigger)) <= 12
  }

  func duration(from start: Int, to end: Int) -> String? {
    for token in start..<max(start, min(end, tokens.count)) where map.timeAt[token] >= 0 {
      let time = map.times[Int(map.timeAt[token])]
      // «على مدى الأشهر الثلاثة الماضية» tells when, not how long.
      if time.type == .duration, let value = time.value, !value.contains("X"),
        tokens.letter(time.tokens.lowerBound, 0) != Letters.alef
          || tokens.letter(time.tokens.lowerBound, 1) != Letters.lam
      {
        return value
      }
    }
    return nil
  }
}
