/// When a contact takes place: the times of its own clause, of what is told of its noun, and stretches of days.
extension CircumstanceReader {
  /// The time nearest to the trigger among those of the draft's own tokens.
  func readDate(_ draft: inout ClaimDraft, _ clauses: TellingClauses) {
    let anchor = draft.noun ?? draft.trigger
    let scope = scope(draft, clauses)
    var best: (distance: Int, time: TimeMention)?
    let isOff = draft.status == .postponed || draft.status == .cancelled
    for token in scope where map.timeAt[token] >= 0 && !(draft.isAnaphor && token < anchor) {
      let time = map.times[Int(map.timeAt[token])]
      guard time.tokens.lowerBound == token, isDate(time), !isOfOther(time, behind: anchor),
        clauses.isOwn(time: Int(map.timeAt[token])),
        token >= anchor
          || !isOfDenial(token, draft)
            && reaches(from: time.tokens.upperBound, to: min(anchor, draft.trigger), draft, clauses)
      else { continue }
      // What stands behind the contact's words belongs to it rather than what stands before.
      var distance = token >= anchor ? token - anchor : (anchor - token) * 2
      // «أعلن اليوم إلغاء الزيارة التي كانت مقررة غدا»: of what is off, the day that it was planned for.
      if isOff, !isPlanned(time, clauses) { distance += isNewDay(time, draft) ? Self.otherwise : 2 * Self.otherwise }
      if distance < best?.distance ?? Int.max { best = (distance, time) }
    }
    if best == nil, !draft.isAnaphor, let time = draft.time.map({ map.times[$0] }), !isOfOther(time, behind: anchor),
      scope.contains(time.tokens.lowerBound)
    {
      best = (0, time)
    }
    if best == nil, let time = clauses.timeOfVisit().map({ map.times[$0] }), isDate(time) { best = (0, time) }
    // «يزور أ كمبالا غدا للقاء ب»; «وصل أ أمس للقاء ب» says no day of the meeting.
    if best == nil, draft.status == .scheduled, let time = clauses.timeOfComing().map({ map.times[$0] }), isDate(time),
      !isOfOther(time, behind: anchor)
    {
      best = (0, time)
    }
    if best == nil, let (date, span) = elapsed(before: draft) {
      draft.date = date
      draft.dateSpan = span
    }
    guard let time = best?.time, let value = time.value else { return }
    draft.date = end(of: time, in: scope, draft).map { "\(Self.day(of: value))/\($0)" } ?? Self.day(of: value)
    draft.dateSpan = time.span
  }

  /// «نفى أ، الاثنين، أنباء لقاء»: the day of who denies it.
  private func isOfDenial(_ time: Int, _ draft: ClaimDraft) -> Bool {
    draft.status == .denied
      && (draft.sentence.lowerBound..<max(draft.sentence.lowerBound, time)).contains {
        map.mentionAt[$0] < 0 && lexicon.attribution[tokens.word($0)].contains(.denying)
      }
  }

  /// Whether a time behind `anchor` is that of something else than what the clause tells.
  func isOfOther(_ time: TimeMention, behind anchor: Int) -> Bool {
    isFrom(time, behind: anchor) || isOfNoun(time) || isBound(time)
  }

  /// «عقب 15 أغسطس», «قبل نهاية سبتمبر»: a bound, not the day.
  func isBound(_ time: TimeMention) -> Bool {
    let function = map.function(time.tokens.lowerBound - 1)
    return function == .after || function == .before && time.calendar?.grain == .day
  }

  /// «في عدد أمس», «القرى المحتلة عام 1967», «كأس العالم 2022»: the time of a noun that is no contact.
  func isOfNoun(_ time: TimeMention) -> Bool {
    let before = time.tokens.lowerBound - 1
    guard before > 0, tokens[before].kind == .word, map.mentionAt[before] < 0, map.timeAt[before] < 0,
      map.function(before) == nil, map.noun(before) == nil, map.verb(before) == nil, map.otherVerb(before) == nil
    else { return false }
    if time.calendar?.grain == .year {
      return tokens[time.tokens.lowerBound].kind == .number || isDefinite(before) && isQualified(before - 1)
    }
    return Reading.allCases.contains { lexicon.issues.contains(tokens[before].word($0)) }
  }

  private func isDefinite(_ index: Int) -> Bool {
    tokens.letter(index, 0) == Letters.alef && tokens.letter(index, 1) == Letters.lam
  }

  /// «القرى» before «المحتلة»: a definite noun, or place, that the definite word behind it qualifies.
  private func isQualified(_ index: Int) -> Bool {
    if map.mentionAt[index] >= 0 {
      return [.place, .state, .organisation].contains(map.mentions[Int(map.mentionAt[index])].kind)
    }
    return isDefinite(index) && map.noun(index) == nil && map.verb(index) == nil && map.otherVerb(index) == nil
  }

  /// «أرجئت إلى مارس»: of what was put off, the day that it was put off to.
  func isNewDay(_ time: TimeMention, _ draft: ClaimDraft) -> Bool {
    let before = time.tokens.lowerBound - 1
    return draft.status == .postponed && (map.function(before) == .to || lexicon.until.contains(tokens.word(before)))
  }

  /// More than any distance in a sentence.
  static let otherwise = 1 << 20

  /// Whether a time tells a day or a stretch of days.
  func isDate(_ time: TimeMention) -> Bool {
    guard time.type == .date || time.type == .time, let first = time.value?.utf8.first else { return false }
    return first >= 0x30 && first <= 0x39
  }

  /// «التي كانت مقررة غدا», «المقرر الخميس»: told in a clause or behind an adjective of what was planned.
  func isPlanned(_ time: TimeMention, _ clauses: TellingClauses) -> Bool {
    guard time.calendar?.grain == .day else { return false }
    let start = time.tokens.lowerBound
    if clauses.relatives().contains(clauses.clause(of: start - 1)) { return true }
    for index in stride(from: start - 1, through: max(0, start - 3), by: -1) where map.mentionAt[index] < 0 {
      guard let (match, _) = lexicon.modality.longest(at: index, in: tokens), match.end <= start else { continue }
      return match.values.contains { $0.status == .scheduled && $0.position == .adjective }
    }
    return false
  }

  /// The last day of a stretch whose first day is told: «من 3 إلى 5 نوفمبر», «بين 3 و5 نوفمبر», «تنطلق اليوم وتتواصل حتى
  /// الخميس».
  func end(of time: TimeMention, in scope: Range<Int>, _ draft: ClaimDraft) -> String? {
    guard let first = time.calendar, first.grain == .day || first.grain == .month else { return nil }
    var index = time.tokens.upperBound
    while index < scope.upperBound, map.timeAt[index] < 0 { index += 1 }
    guard index < scope.upperBound, map.timeAt[index] >= 0 else { return nil }
    let next = map.times[Int(map.timeAt[index])]
    guard let last = next.calendar, last.grain == first.grain, last.first > first.first,
      last.first - first.first <= Self.longest
    else { return nil }
    let gap = index - time.tokens.upperBound
    let isUntil = map.function(index - 1) == .to || lexicon.until.contains(tokens.word(index - 1))
    if isUntil, draft.status != .postponed {
      // «أجل من 3 إلى 5» moves; «من 3 إلى 5», «وتستمر حتى 5» lasts.
      return Self.day(of: next.value ?? "")
    }
    if gap <= 1, tokens.mark(index - 1) == UInt8(ascii: "-") { return Self.day(of: next.value ?? "") }
    // «بدأ أمس ويتواصل اليوم»
    if (time.tokens.upperBound..<index).contains(where: { lexicon.lasting.contains(tokens.word($0)) }) {
      return Self.day(of: next.value ?? "")
    }
    // «بين 3 و5 نوفمبر», and «في 3 و4 نوفمبر» of days that follow each other.
    let isBetween = map.function(time.tokens.lowerBound - 1) == .between
    guard gap <= 1, isBetween || first.grain == .day && last.first == first.first + 1,
      tokens[index].conjunction == Letters.waw || gap == 1
    else { return nil }
    return Self.day(of: next.value ?? "")
  }

  /// No encounter of the press lasts longer, in days.
  static let longest: Int32 = 62

  /// «قبل يومين», «شهران منذ آخر قمة»: as long before the article as the duration says, and as precise as its unit.
  func elapsed(before draft: ClaimDraft) -> (date: String, span: TextSpan)? {
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
  static func date(_ duration: String, before published: CalendarValue) -> CalendarValue? {
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

  /// Whether a time before a noun is its own: of its clause, with no mark between; a verb may have it at the clause's head.
  func reaches(from start: Int, to trigger: Int, _ draft: ClaimDraft, _ clauses: TellingClauses) -> Bool {
    guard let noun = draft.noun, noun == draft.trigger else { return true }
    if isOfSaying(start) { return false }
    if draft.frame == "join" || tokens[noun].preposition == Letters.lam { return false }
    // «قال أ، الأربعاء، خلال لقائه ب»: the main clause and the contact share their time.
    for word in [noun - 1, noun - 2] {
      switch map.function(word) {
      case .during, .after, .in: return clauses.isGoverned(from: start - 1, to: start - 1)
      default: break
      }
    }
    guard clauses.clause(of: start - 1) == clauses.clause else { return false }
    // «وفي 20 أكتوبر، خرج أ، من محادثات …»: at the head it is the whole sentence's.
    if isAtHead(start, draft.sentence) { return true }
    return !(start..<max(start, trigger)).contains { tokens[$0].kind == .mark && map.mentionAt[$0] < 0 }
  }

  /// Whether nothing but its preposition stands before the time that ends before `end`.
  func isAtHead(_ end: Int, _ sentence: Range<Int>) -> Bool {
    guard end > 0, map.timeAt[end - 1] >= 0 else { return false }
    return map.times[Int(map.timeAt[end - 1])].tokens.lowerBound <= sentence.lowerBound + 1
  }

  /// «أعلن الأسبوع الماضي عن اللقاء»: the time of who says so.
  func isOfSaying(_ end: Int) -> Bool {
    var position = end - 1
    while position >= 0, map.timeAt[position] >= 0 { position -= 1 }
    return position >= 0 && map.mentionAt[position] < 0 && map.otherVerb(position)?.takesClause == true
  }

  /// «منذ شهر»: since then, not then.
  func isFrom(_ time: TimeMention, behind anchor: Int) -> Bool {
    let start = time.tokens.lowerBound
    if tokens.word(start - 1) == lexicon.since, lexicon.since != 0 { return true }
    // «منذ تجدد القتال في فبراير», «قبل عرض الموازنة في مايو»: the time of something else.
    guard anchor < start else { return false }
    for index in stride(from: start - 1, through: max(anchor + 1, start - Self.otherReach), by: -1) {
      if tokens[index].kind == .mark || map.noun(index) != nil || map.verb(index) != nil { return false }
      let function = map.function(index)
      if function == .after || function == .before { return map.mentionAt[index + 1] < 0 && map.timeAt[index + 1] < 0 }
    }
    return false
  }

  /// So many words may a noun behind «منذ» or «قبل» have before its time.
  static let otherReach = 8

  /// The calendar part of a TIMEX3 value.
  static func day(of value: String) -> String {
    let bytes = Array(value.utf8)
    if let time = bytes.firstIndex(of: UInt8(ascii: "T")) { return String(decoding: bytes[..<time], as: UTF8.self) }
    return value
  }
}
