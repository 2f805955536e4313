/// Reads when, where, how long, on what occasion and about what a contact took place.
struct CircumstanceReader {
  let map: ClauseMap
  let lexicon: ClaimLexicon
  let chains: [Chain]
  /// The day of publication.
  let published: CalendarValue?

  private var tokens: Tokens { map.tokens }

  func read(_ draft: inout ClaimDraft) {
    readDate(&draft)
    if draft.frame == "attend" { return }
    if !draft.isRemote, draft.place == nil { readPlace(&draft) }
    if !draft.isRemote { readVenue(&draft) }
    readCues(&draft)
  }

  /// The tokens of a draft's segment whose times are the contact's own: not those of the speech that tells it, of a
  /// source named behind it, or of a clause about somebody who took part.
  private func scope(_ draft: ClaimDraft) -> Range<Int> {
    let anchor = draft.noun ?? draft.trigger
    let first = min(draft.trigger, anchor)
    var start = draft.segment.lowerBound
    for index in start..<max(start, first) where map.mentionAt[index] < 0 && map.function(index) == .complementizer {
      start = index
    }
    var end = max(anchor + 1, draft.segment.upperBound)
    var passed = false
    for index in anchor + 1..<end {
      if map.mentionAt[index] >= 0 {
        passed = true
        continue
      }
      if passed, map.function(index) == .relative || map.function(index) == .complementizer {
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

  // MARK: Date

  /// The time nearest to the trigger among those of the draft's own tokens.
  private func readDate(_ draft: inout ClaimDraft) {
    let anchor = draft.noun ?? draft.trigger
    var best: (distance: Int, time: TimeMention)?
    for token in scope(draft) where map.timeAt[token] >= 0 && !(draft.isAnaphor && token < anchor) {
      let time = map.times[Int(map.timeAt[token])]
      guard time.tokens.lowerBound == token, time.type == .date || time.type == .time,
        let value = time.value, let first = value.utf8.first, first >= 0x30, first <= 0x39,
        !isFrom(time, behind: anchor),
        token >= anchor || reaches(from: time.tokens.upperBound, to: min(anchor, draft.trigger), draft)
      else { continue }
      // What stands behind the contact's words belongs to it rather than what stands before.
      let distance = token >= anchor ? token - anchor : (anchor - token) * 2
      if distance < best?.distance ?? Int.max { best = (distance, time) }
    }
    if best == nil, !draft.isAnaphor, let time = draft.time.map({ map.times[$0] }), !isFrom(time) { best = (0, time) }
    if best == nil, let (date, span) = elapsed(before: draft) {
      draft.date = date
      draft.dateSpan = span
    }
    guard let time = best?.time, let value = time.value else { return }
    draft.date = Self.day(of: value)
    draft.dateSpan = time.span
  }

  /// «قبل يومين», «شهران منذ آخر قمة»: as long before the article as the duration says, and as precise as its unit.
  private func elapsed(before draft: ClaimDraft) -> (date: String, span: TextSpan)? {
    guard let published else { return nil }
    let anchor = draft.noun ?? draft.trigger
    for token in draft.segment where map.timeAt[token] >= 0 {
      let time = map.times[Int(map.timeAt[token])]
      guard time.type == .duration, time.tokens.lowerBound == token, let value = time.value else { continue }
      // «قبل يوم من اللقاء» counts from the meeting, not from the article.
      let ago =
        map.function(token - 1) == .before && abs(token - anchor) <= 12
        && map.function(time.tokens.upperBound) != .from
      let since =
        tokens.word(time.tokens.upperBound) == lexicon.since && (0...4).contains(anchor - time.tokens.upperBound)
      guard ago || since, let date = Self.date(value, before: published), date.isWritable else { continue }
      return (date.description, time.span)
    }
    return nil
  }

  /// A TIMEX3 duration of whole units before a day.
  private static func date(_ duration: String, before published: CalendarValue) -> CalendarValue? {
    guard duration.hasPrefix("P"), let unit = duration.last, let count = Int(duration.dropFirst().dropLast()),
      count < 1000
    else { return nil }
    let (year, month, _) = CivilDay.parts(published.first)
    switch unit {
    case "D": return .day(published.first - Int32(count))
    case "W": return .week(of: published.first - Int32(count) * 7)
    case "M": return .month(year, month - count)
    case "Y": return .year(year - count)
    default: return nil
    }
  }

  /// Whether a time before a noun is its own: no mark between, and few words; a verb may have it at the clause's head.
  private func reaches(from start: Int, to trigger: Int, _ draft: ClaimDraft) -> Bool {
    guard let noun = draft.noun, noun == draft.trigger else { return true }
    if isOfSaying(start) { return false }
    if draft.frame == "join" || tokens[noun].preposition == Letters.lam { return false }
    // «قال أ، الأربعاء، خلال لقائه ب»: the main clause and the contact share their time.
    for word in [noun - 1, noun - 2] {
      switch map.function(word) {
      case .during, .after, .in: return trigger - start <= 25
      default: break
      }
    }
    guard trigger - start <= 6 else { return false }
    return !(start..<max(start, trigger)).contains { tokens[$0].kind == .mark && map.mentionAt[$0] < 0 }
  }

  /// «أعلن الأسبوع الماضي عن اللقاء»: the time of who says so.
  private func isOfSaying(_ end: Int) -> Bool {
    var position = end - 1
    while position >= 0, map.timeAt[position] >= 0 { position -= 1 }
    return position >= 0 && map.mentionAt[position] < 0 && map.otherVerb(position)?.takesClause == true
  }

  /// «منذ شهر»: since then, not then.
  private func isFrom(_ time: TimeMention, behind anchor: Int? = nil) -> Bool {
    let start = time.tokens.lowerBound
    if tokens.word(start - 1) == lexicon.since, lexicon.since != 0 { return true }
    // «منذ تجدد القتال في فبراير», «قبل عرض الموازنة في مايو»: the time of something else.
    guard let anchor, anchor < start else { return false }
    for index in stride(from: start - 1, through: max(anchor + 1, start - Self.otherReach), by: -1) {
      if tokens[index].kind == .mark || map.noun(index) != nil || map.verb(index) != nil { return false }
      let function = map.function(index)
      if function == .after || function == .before { return map.mentionAt[index + 1] < 0 && map.timeAt[index + 1] < 0 }
    }
    return false
  }

  /// So many words may a noun behind «منذ» or «قبل» have before its time.
  private static let otherReach = 8

  /// The calendar part of a TIMEX3 value.
  static func day(of value: String) -> String {
    let bytes = Array(value.utf8)
    if let time = bytes.firstIndex(of: UInt8(ascii: "T")) { return String(decoding: bytes[..<time], as: UTF8.self) }
    return value
  }

  // MARK: Place

  private func readPlace(_ draft: inout ClaimDraft) {
    let anchor = draft.noun ?? draft.trigger
    let reach = draft.isAnaphor ? min(anchor + 14, draft.segment.upperBound) : draft.segment.upperBound
    let behind = placeArgument(from: min(anchor + 1, reach), to: reach)
    let before = behind ?? (draft.isAnaphor ? nil : placeArgument(from: draft.segment.lowerBound, to: anchor))
    guard var mention = before else { return }
    if let city = map.city(behind: mention) { mention = city }
    let chain = chains[mention.chain]
    draft.place = .init(name: mention.span, country: chain.side, id: chain.id, isCountry: mention.kind == .state)
  }

  private func placeArgument(from start: Int, to end: Int) -> Mention? {
    var index = start
    while index < end {
      guard map.mentionAt[index] >= 0 else {
        index += 1
        continue
      }
      let mention = map.mentions[Int(map.mentionAt[index])]
      if mention.kind == .place || isCountry(mention), isWhere(mention) { return mention }
      // «مباحثات القاهرة», «لقاء الدوحة».
      if mention.kind == .place, mention.preposition == 0, mention.conjunction == 0, map.noun(index - 1) != nil {
        return mention
      }
      index = max(index + 1, mention.tokens.upperBound)
    }
    return nil
  }

  /// «في الاتحاد الأوروبي» is a body, no place.
  private func isCountry(_ mention: Mention) -> Bool {
    mention.kind == .state && chains[mention.chain].side.map { lexicon.countries[$0] != nil } ?? false
  }

  /// «في موسكو», «بالرياض», «في مدينة سوتشي», where the phrase belongs to the contact: «الحرب في سوريا» tells no place of it.
  private func isWhere(_ mention: Mention) -> Bool {
    var before = mention.tokens.lowerBound
    if mention.preposition == Letters.beh, mention.kind == .place { return true }
    if mention.preposition != Letters.beh {
      before -= 1
      for _ in 0..<2 where before > 0 && map.function(before) != .in && tokens[before].preposition != Letters.beh {
        guard tokens[before].kind == .word, map.function(before) == nil, map.mentionAt[before] < 0 else { return false }
        before -= 1
      }
      guard before >= 0, map.function(before) == .in || tokens[before].preposition == Letters.beh else { return false }
    }
    // «وزير الخارجية في جمهورية سنغافورة»: the office's state, not the contact's place.
    if mention.kind == .state, before > 0, map.mentionAt[before - 1] >= 0 {
      let office = map.mentions[Int(map.mentionAt[before - 1])]
      if office.kind == .person, office.side == mention.side { return false }
    }
    return isFree(before - 1)
  }

  /// Whether a phrase behind `index` belongs to the clause, not to a noun at `index`.
  private func isFree(_ index: Int) -> Bool {
    guard index >= 0 else { return true }
    if map.mentionAt[index] >= 0 || map.timeAt[index] >= 0 || tokens[index].kind == .mark { return true }
    if map.verb(index) != nil || map.noun(index) != nil || map.function(index) != nil { return true }
    // «بشكل غير معلن في نيويورك».
    if (max(0, index - 3)...index).contains(where: {
      map.lexicon.cues.longest(at: $0, in: tokens)?.match.end == index + 1
    }) {
      return true
    }
    // An adjective or complement right behind the contact's noun: «اجتماعا ثلاثيا في», «زيارة رسمية في».
    return map.noun(index - 1) != nil || map.noun(index - 2) != nil
  }

  /// The building, and its city where no place is told: «في البيت الأبيض».
  private func readVenue(_ draft: inout ClaimDraft) {
    for token in draft.segment {
      if draft.venue == nil, map.mentionAt[token] >= 0 {
        let mention = map.mentions[Int(map.mentionAt[token])]
        if mention.kind == .venue, mention.tokens.lowerBound == token { draft.venue = mention.span }
      }
      guard map.function(token - 1) == .in || tokens[token].preposition == Letters.beh,
        let (city, end, reading) = lexicon.venues.city(at: token, in: tokens)
      else { continue }
      let span = tokens.span(token..<end, reading: reading)
      draft.venue = draft.venue ?? span
      if draft.place == nil, !city.name.isEmpty {
        draft.place = .init(name: span, country: city.country, id: city.id, knownName: city.name)
      }
      return
    }
  }

  // MARK: Cues

  private func readCues(_ draft: inout ClaimDraft) {
    for position in draft.segment {
      guard map.mentionAt[position] < 0, let (match, _) = map.lexicon.cues.longest(at: position, in: tokens) else {
        continue
      }
      for cue in match.values {
        switch cue {
        case .duration:
          if draft.duration == nil { draft.duration = duration(near: match.end) }
        case .secret: if near(position, draft) { draft.channel = .secret }
        case .track15: draft.channel = .track15
        case .track2: draft.channel = .track2
        default: break
        }
      }
    }
  }

  private func near(_ position: Int, _ draft: ClaimDraft) -> Bool {
    abs(position - (draft.noun ?? draft.trigger)) <= 12
  }

  private func duration(near start: Int) -> String? {
    for token in start..<min(start + 4, tokens.count) where map.timeAt[token] >= 0 {
      let time = map.times[Int(map.timeAt[token])]
      if time.type == .duration, let value = time.value, !value.contains("X") { return value }
    }
    return nil
  }
}
