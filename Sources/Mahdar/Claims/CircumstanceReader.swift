/// Reads when, where, how long, on what occasion and about what a contact took place.
struct CircumstanceReader {
  let map: ClauseMap
  let lexicon: ClaimLexicon
  /// The clauses of the sentences that tell contacts.
  let trees: [Int: ClauseTree]
  let chains: [Chain]
  /// The day of publication.
  let published: CalendarValue?

  private var tokens: Tokens { map.tokens }

  func read(_ draft: inout ClaimDraft) {
    if let place = draft.place, isOfHappening(tokens.token(at: place.name.start)) { draft.place = nil }
    let clauses = TellingClauses(draft, trees[draft.sentence.lowerBound] ?? ClauseTree(sentence: draft.sentence), map)
    readDate(&draft, clauses)
    if draft.frame == "attend" { return }
    if !draft.isRemote, draft.place == nil { readPlace(&draft, clauses) }
    if !draft.isRemote { readVenue(&draft) }
    readCues(&draft, clauses)
  }

  /// The tokens of a draft's segment whose times are the contact's own: not those of the speech that tells it, of a
  /// source named behind it, or of a clause about somebody who took part.
  private func scope(_ draft: ClaimDraft, _ clauses: TellingClauses) -> Range<Int> {
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
        || isWhereas(index) || tokens.mark(index) == UInt8(ascii: ":")
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

  /// «بينما», «في حين».
  private func isWhereas(_ index: Int) -> Bool {
    lexicon.whereas.contains(tokens.word(index))
      || lexicon.when.contains(tokens.word(index)) && map.function(index - 1) == .in
  }

  // MARK: Date

  /// The time nearest to the trigger among those of the draft's own tokens.
  private func readDate(_ draft: inout ClaimDraft, _ clauses: TellingClauses) {
    let anchor = draft.noun ?? draft.trigger
    let scope = scope(draft, clauses)
    var best: (distance: Int, time: TimeMention)?
    let isOff = draft.status == .postponed || draft.status == .cancelled
    for token in scope where map.timeAt[token] >= 0 && !(draft.isAnaphor && token < anchor) {
      let time = map.times[Int(map.timeAt[token])]
      guard time.tokens.lowerBound == token, isDate(time), !isOfOther(time, behind: anchor),
        clauses.isOwn(time: Int(map.timeAt[token])),
        token >= anchor || reaches(from: time.tokens.upperBound, to: min(anchor, draft.trigger), draft, clauses)
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
    if best == nil, let (date, span) = elapsed(before: draft) {
      draft.date = date
      draft.dateSpan = span
    }
    guard let time = best?.time, let value = time.value else { return }
    draft.date = end(of: time, in: scope, draft).map { "\(Self.day(of: value))/\($0)" } ?? Self.day(of: value)
    draft.dateSpan = time.span
  }

  /// Whether a time behind `anchor` is that of something else than what the clause tells.
  func isOfOther(_ time: TimeMention, behind anchor: Int) -> Bool {
    isFrom(time, behind: anchor) || isOfNoun(time) || isBound(time)
  }

  /// «عقب 15 أغسطس», «قبل نهاية سبتمبر»: a bound, not the day.
  private func isBound(_ time: TimeMention) -> Bool {
    let function = map.function(time.tokens.lowerBound - 1)
    return function == .after || function == .before && time.calendar?.grain == .day
  }

  /// «في عدد أمس», «الأراضي المحتلة عام 1967», «كأس العالم 2022»: the time of a noun that is no contact.
  private func isOfNoun(_ time: TimeMention) -> Bool {
    let before = time.tokens.lowerBound - 1
    guard before > 0, tokens[before].kind == .word, map.mentionAt[before] < 0, map.timeAt[before] < 0,
      map.function(before) == nil, map.noun(before) == nil, map.verb(before) == nil, map.otherVerb(before) == nil
    else { return false }
    let isDefinite = tokens.letter(before, 0) == Letters.alef && tokens.letter(before, 1) == Letters.lam
    if time.calendar?.grain == .year {
      return tokens[time.tokens.lowerBound].kind == .number || isDefinite && tokens.letter(before, 2) == Letters.meem
    }
    return Reading.allCases.contains { lexicon.issues.contains(tokens[before].word($0)) }
  }

  /// «أرجئت إلى مارس»: of what was put off, the day that it was put off to.
  private func isNewDay(_ time: TimeMention, _ draft: ClaimDraft) -> Bool {
    let before = time.tokens.lowerBound - 1
    return draft.status == .postponed && (map.function(before) == .to || lexicon.until.contains(tokens.word(before)))
  }

  /// More than any distance in a sentence.
  private static let otherwise = 1 << 20

  /// Whether a time tells a day or a stretch of days.
  private func isDate(_ time: TimeMention) -> Bool {
    guard time.type == .date || time.type == .time, let first = time.value?.utf8.first else { return false }
    return first >= 0x30 && first <= 0x39
  }

  /// «التي كانت مقررة غدا», «المقرر الخميس»: told in a clause or behind an adjective of what was planned.
  private func isPlanned(_ time: TimeMention, _ clauses: TellingClauses) -> Bool {
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
  private func end(of time: TimeMention, in scope: Range<Int>, _ draft: ClaimDraft) -> String? {
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
  private static let longest: Int32 = 62

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

  /// Whether a time before a noun is its own: of its clause, with no mark between; a verb may have it at the clause's head.
  private func reaches(from start: Int, to trigger: Int, _ draft: ClaimDraft, _ clauses: TellingClauses) -> Bool {
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
  private func isAtHead(_ end: Int, _ sentence: Range<Int>) -> Bool {
    guard end > 0, map.timeAt[end - 1] >= 0 else { return false }
    return map.times[Int(map.timeAt[end - 1])].tokens.lowerBound <= sentence.lowerBound + 1
  }

  /// «أعلن الأسبوع الماضي عن اللقاء»: the time of who says so.
  private func isOfSaying(_ end: Int) -> Bool {
    var position = end - 1
    while position >= 0, map.timeAt[position] >= 0 { position -= 1 }
    return position >= 0 && map.mentionAt[position] < 0 && map.otherVerb(position)?.takesClause == true
  }

  /// «منذ شهر»: since then, not then.
  private func isFrom(_ time: TimeMention, behind anchor: Int) -> Bool {
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
  private static let otherReach = 8

  /// The calendar part of a TIMEX3 value.
  static func day(of value: String) -> String {
    let bytes = Array(value.utf8)
    if let time = bytes.firstIndex(of: UInt8(ascii: "T")) { return String(decoding: bytes[..<time], as: UTF8.self) }
    return value
  }

  // MARK: Place

  private func readPlace(_ draft: inout ClaimDraft, _ clauses: TellingClauses) {
    let anchor = draft.noun ?? draft.trigger
    let end = scope(draft, clauses).upperBound
    let reach = draft.isAnaphor ? min(anchor + 14, end) : end
    let behind = placeArgument(from: min(anchor + 1, reach), to: reach)
    let before = behind ?? (draft.isAnaphor ? nil : placeArgument(from: draft.segment.lowerBound, to: anchor))
    if var mention = before ?? whence(clauses) ?? clauses.goal() {
      if let city = map.city(behind: mention) { mention = city }
      let chain = chains[mention.chain]
      draft.place = .init(
        name: mention.span, country: chain.side, id: chain.id,
        isCountry: mention.kind == .state && !isCapital(mention))
    } else if draft.frame == "host", let host = draft.parties.first, host.isInferred, chains[host.chain].kind == .state
    {
      // «استضافت في أبريل قمة»: whoever hosts has it at home.
      draft.place = .init(name: host.span, country: chains[host.chain].side, id: chains[host.chain].id, isCountry: true)
    }
  }

  /// «عاد من كمبالا حيث التقى أ»: the place right before «حيث», whatever its preposition.
  private func whence(_ clauses: TellingClauses) -> Mention? {
    guard clauses.verb >= 0 else { return nil }
    let start = clauses.tree.clauses[clauses.clause].start
    guard tokens.word(start) == lexicon.there else { return nil }
    let end = tokens[start - 1].kind == .mark ? start - 1 : start
    guard map.mentionAt[end - 1] >= 0 else { return nil }
    let mention = map.mentions[Int(map.mentionAt[end - 1])]
    return mention.kind == .place || isCountry(mention) || isCapital(mention) ? mention : nil
  }

  /// «من موسكو»: read as its state where it is no place by its preposition.
  private func isCapital(_ mention: Mention) -> Bool {
    mention.kind == .state && lexicon.capital(at: mention.tokens.lowerBound, in: tokens) != nil
  }

  func placeArgument(from start: Int, to end: Int) -> Mention? {
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
    mention.kind == .state && chains[mention.chain].side.map { lexicon.countries[$0] != nil && $0 != "EU" } ?? false
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
    // «مع الإخوان (في سوريا)»: of the one before the bracket.
    if tokens.mark(before - 1) == UInt8(ascii: "("), map.function(before) == .in { return false }
    if isOfHappening(mention.tokens.lowerBound) { return false }
    // «وزير الخارجية في جمهورية سنغافورة»: the office's state, not the contact's place.
    if mention.kind == .state, before > 0, map.mentionAt[before - 1] >= 0 {
      let office = map.mentions[Int(map.mentionAt[before - 1])]
      if office.kind == .person, office.side == mention.side { return false }
    }
    return isFree(before - 1)
  }

  /// «وسط الحرب الجارية في غزة», «الأوضاع في السودان»: where something else happens.
  private func isOfHappening(_ index: Int) -> Bool {
    guard map.function(index - 1) == .in else { return false }
    for word in stride(from: index - 2, through: max(0, index - 2 - Self.adjectives), by: -1) {
      guard tokens[word].kind == .word, map.mentionAt[word] < 0, map.timeAt[word] < 0, map.function(word) == nil else {
        return false
      }
      if Reading.allCases.contains(where: { lexicon.happenings.contains(tokens[word].word($0)) }) { return true }
    }
    return false
  }

  /// So many adjectives may a noun have before its place.
  private static let adjectives = 2

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
    // Adjectives or a complement behind a noun of contact: «اجتماعا ثلاثيا في», «قمة الدول الصناعية الثماني الكبرى في».
    for word in stride(from: index - 1, through: max(0, index - Self.complement), by: -1) {
      if map.noun(word) != nil { return true }
      guard tokens[word].kind == .word, map.function(word) == nil, map.verb(word) == nil, map.timeAt[word] < 0 else {
        return false
      }
    }
    return false
  }

  /// So many words name an event.
  private static let complement = 6

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

  private func readCues(_ draft: inout ClaimDraft, _ clauses: TellingClauses) {
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
  private func isOneOfSeveral(_ draft: ClaimDraft) -> Bool {
    guard draft.isAnaphor, let noun = draft.noun.flatMap({ map.noun($0) }) else { return false }
    return !noun.isDefinite && noun.pronoun == nil
  }

  /// «تستغرق يومين», and «لمدة يومين» of what is to come: so long from its day on.
  private func isGoingOn(_ cue: Int, _ draft: ClaimDraft) -> Bool {
    if let form = map.verb(cue)?.inflection ?? map.otherVerb(cue)?.inflection { return form.tense == .present }
    return draft.status == .scheduled || draft.status == .underway || draft.frame == "go"
  }

  private func near(_ position: Int, _ draft: ClaimDraft) -> Bool {
    abs(position - (draft.noun ?? draft.trigger)) <= 12
  }

  private func duration(from start: Int, to end: Int) -> String? {
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
