/// Weighs whether two claims of different articles tell of one contact.
///
/// The weights were set by hand on the dev articles and seeds with given claims, where 65 pairs are one: more for what
/// two contacts seldom share. `Comparison.same` is the sum at which a pair counts as one.
struct ClaimComparer: Sendable {
  /// Whether all reasons are told, in words; without, the score of what is excluded is not summed up.
  var explains = true

  func callAsFunction(_ a: ClaimProfile, _ b: ClaimProfile) -> Comparison {
    var weighing = Weighing(a: a, b: b, explains: explains)
    return weighing.compare()
  }
}

/// One comparison in the making.
private struct Weighing {
  let a: ClaimProfile
  let b: ClaimProfile
  let explains: Bool
  var reasons: [Comparison.Reason] = []
  var isExcluded = false
  /// What participants speak for it.
  var who = 0.0

  init(a: ClaimProfile, b: ClaimProfile, explains: Bool) {
    self.explains = explains
    // The order of the two is that of their ids: the reasons read the same either way.
    (self.a, self.b) = a.id <= b.id ? (a, b) : (b, a)
  }

  private mutating func add(_ subject: Comparison.Subject, _ weight: Double, _ text: @autoclosure () -> String) {
    reasons.append(.init(subject: subject, weight: weight, text: explains ? text() : ""))
  }

  private mutating func exclude(_ subject: Comparison.Subject, _ text: @autoclosure () -> String) {
    isExcluded = true
    reasons.append(.init(subject: subject, weight: -10, text: explains ? text() : ""))
  }

  /// Whether the verdict stands and nobody asks for more reasons.
  private var isSettled: Bool { isExcluded && !explains }

  mutating func compare() -> Comparison {
    if a.claim.article == b.claim.article { exclude(.article, "one article tells them apart") }
    if !isSettled { weighForm() }
    if !isSettled { weighDates() }
    if !isSettled { weighPlace() }
    if !isSettled { weighRound() }
    if !isExcluded { weighParticipants() }
    if !isExcluded { weighWords() }
    let score = reasons.reduce(0) { $0 + $1.weight }
    return Comparison(verdict: verdict(score), score: score, reasons: reasons)
  }

  private func verdict(_ score: Double) -> Comparison.Verdict {
    if isExcluded { return .excluded }
    let circumstances = score - who
    // Day, place and subject that agree make up for participants that are told in other words.
    let needed = 1.5 - max(0, circumstances - 4) * 1.25
    // Three people who meet are rarer than two.
    let enough = who >= 7 ? 0.5 : 2
    if score >= Comparison.same, who >= needed, circumstances >= enough { return .same }
    return score >= Comparison.possibly && who >= needed - 0.5 ? .possibly : .different
  }

  // MARK: Who

  private mutating func weighParticipants() {
    var best: [String: (match: AttendeeMatch, a: Attendee, b: Attendee)] = [:]
    var others: [String: (Attendee, Attendee)] = [:]
    var matchedA: Set<Int> = []
    var matchedB: Set<Int> = []
    for (i, one) in a.parties.enumerated() {
      for (j, other) in b.parties.enumerated() {
        let match = one.match(other)
        let side = one.side ?? other.side ?? one.identity
        if match == .none {
          if one.isAnother(than: other), one.side != nil, one.side == other.side { others[side] = (one, other) }
          continue
        }
        matchedA.insert(i)
        matchedB.insert(j)
        if best[side].map({ $0.match < match }) ?? true { best[side] = (match, one, other) }
      }
    }
    for side in best.keys.sorted() {
      guard let (match, one, other) = best[side] else { continue }
      let weight = Self.weight(match, side)
      who += weight
      add(.participants, weight, Self.describe(match, one, other, side))
    }
    for side in others.keys.sorted() where best[side].map({ $0.match < .shortName }) ?? true {
      guard let (one, other) = others[side] else { continue }
      who -= 3.5
      add(.participants, -3.5, "\(side): \(one.name) is not \(other.name)")
    }
    // Of a conference or a round of talks each report names whom it likes.
    let isOpen = a.isOpen && b.isOpen
    let (extraA, extraB) = (unmatchedSides(a, matchedA), unmatchedSides(b, matchedB))
    if best.count < 2 {
      let isElsewhere = extraA > 0 && extraB > 0
      let weight = isElsewhere ? -3.5 : isOpen ? -1.0 : -1.5
      who += weight
      add(.participants, weight, isElsewhere ? "one side in common, each with another" : "only one side in common")
    }
    let extra = max(extraA, extraB)
    if extra > 0 {
      let weight = isOpen ? -min(0.5, Double(extra) * 0.25) : -min(2, Double(extra))
      who += weight
      add(.participants, weight, "\(extra) of the sides told by one only")
    }
  }

  /// The sides known that none of the other claim's participants matches.
  private func unmatchedSides(_ profile: ClaimProfile, _ matched: Set<Int>) -> Int {
    let found = Set(matched.map { profile.parties[$0].side })
    return Set(profile.parties.compactMap(\.side)).count { !found.contains($0) }
  }

  private static func weight(_ match: AttendeeMatch, _ side: String) -> Double {
    switch match {
    case .none: 0
    // A body has fewer people to speak for it than a state.
    case .side: side.utf8.count > 2 ? 1.2 : 0.6
    case .state: 1
    case .body: 1.5
    case .shortName: 2
    case .name: 2.5
    }
  }

  private static func describe(_ match: AttendeeMatch, _ one: Attendee, _ other: Attendee, _ side: String) -> String {
    switch match {
    case .none: ""
    case .side: "\(side): \(one.name), \(other.name)"
    case .state: "both name the state \(one.label ?? one.name)"
    case .body: "both name \(one.label ?? one.name)"
    case .shortName: "\(one.name) may be \(other.name)"
    case .name: "both name \(one.label ?? other.label ?? one.name)"
    }
  }

  // MARK: When

  private mutating func weighDates() {
    guard let first = a.time.window, let second = b.time.window else {
      if a.time.window != nil || b.time.window != nil { add(.date, -1, "one of them can't be dated") }
      return
    }
    if let one = a.time.told, let other = b.time.told { return weighTold(one, other) }
    if a.time.told == nil, b.time.told == nil {
      guard let one = a.time.published, let other = b.time.published, first.overlaps(second) else { return }
      let gap = abs(one - other)
      let weight = gap <= 2 ? 1 : gap <= 7 ? 0.7 : gap <= 31 ? 0.2 : -1
      add(.date, weight, "neither is dated; reported \(gap) days apart")
      return weighTense()
    }
    let (dated, undated) = a.time.told != nil ? (a, b) : (b, a)
    guard let told = dated.time.told, let window = undated.time.window, let published = undated.time.published else {
      return
    }
    guard undated.claim.status != .held || told.first <= published else {
      return exclude(.date, "\(told) lies behind the report that it was held")
    }
    guard told.first <= window.upperBound + 2, window.lowerBound <= told.last else {
      return exclude(.date, "\(told) lies outside what the undated report of \(undated.claim.published ?? "") leaves")
    }
    let gap = told.first > published ? told.first - published : max(0, published - told.last)
    let weight = told.days > 31 ? 0 : gap <= 3 ? 1.2 : gap <= 10 ? 0.8 : gap <= 31 ? -0.5 : -1
    add(.date, weight, "one is dated \(told), the other undated and reported \(gap) days off")
    weighTense()
  }

  private mutating func weighTold(_ one: CalendarValue, _ other: CalendarValue) {
    if one.overlaps(other) {
      let wide = max(one.days, other.days)
      let weight = wide == 1 ? 3 : wide <= 3 ? 2 : wide <= 7 ? 1.2 : wide <= 31 ? 1 : 0.3
      return add(.date, weight, one == other ? "both are dated \(one)" : "\(one) and \(other) agree")
    }
    let gap = one.first > other.last ? one.first - other.last : other.first - one.last
    if gap == 1, min(one.days, other.days) == 1 { return add(.date, 0.5, "\(one) and \(other) are a day apart") }
    if gap <= 3, a.isPlanned || b.isPlanned { return add(.date, -1.5, "\(one) and \(other) are \(gap) days apart") }
    exclude(.date, "\(one) and \(other) are different days")
  }

  /// What is planned after a report can't be what that report tells as past.
  private mutating func weighTense() {
    let (early, late) = (a.time.published ?? 0) <= (b.time.published ?? 0) ? (a, b) : (b, a)
    guard let before = early.time.published, let after = late.time.published, after > before + 1 else {
      if a.time.told == nil, b.time.told == nil, a.isPlanned != b.isPlanned,
        a.claim.status == .held || b.claim.status == .held
      {
        add(.status, -1, "one tells it as held, the other as planned, and neither when")
      }
      return
    }
    if early.claim.status == .held, late.isPlanned, late.claim.status != .postponed {
      add(.status, -2.5, "told as held before the other tells it as planned")
    }
  }

  // MARK: Where and how

  private mutating func weighPlace() {
    let (a, b) = (a, b)
    if a.isRemote, b.isRemote { return add(.place, 0.5, "neither has a place") }
    guard let country = a.country, let other = b.country else {
      if let city = a.city, city == b.city { add(.place, 1.5, "both in \(a.claim.place?.name ?? "")") }
      return
    }
    var places: String { "\(a.claim.place?.name ?? ""), \(b.claim.place?.name ?? "")" }
    guard country == other else { return exclude(.place, "different countries: \(places)") }
    if let city = a.city, let second = b.city {
      if city == second {
        add(.place, 1.5, "both in \(a.claim.place?.name ?? "")")
      } else {
        add(.place, -1.5, "different places: \(places)")
      }
    } else {
      add(.place, 1, "both in one country: \(places)")
    }
  }

  private mutating func weighForm() {
    let (one, other) = (a.claim.form, b.claim.form)
    var forms: String { "\(one.rawValue), \(other.rawValue)" }
    if a.isRemote != b.isRemote || a.isRemote && one != other { return exclude(.form, "different forms: \(forms)") }
    if one == other { return add(.form, 0.5, "both a \(one.rawValue)") }
    if (a.isLarge || b.isLarge) && (a.isBilateral || b.isBilateral) {
      return add(.form, -3, "two sides met on the margins of many")
    }
    switch Set([one, other]) {
    case [.conference, .visit]: add(.form, -1, "different forms: \(forms)")
    case [.conference, .meeting] where a.isMultilateral != b.isMultilateral, [.talks, .visit]:
      add(.form, -0.5, "different forms: \(forms)")
    default: break
    }
  }

  private mutating func weighRound() {
    guard let one = a.round, let other = b.round else { return }
    if one == other {
      add(.round, 1, "both the round numbered \(one)")
    } else {
      exclude(.round, "rounds \(one) and \(other)")
    }
  }

  // MARK: About what

  private mutating func weighWords() {
    share(a.topics, b.topics, .topics, upTo: 1.5, "topics")
    share(a.wording, b.wording, .wording, upTo: 1, "words of evidence")
    share(a.occasion, b.occasion, .occasion, upTo: 1, "words of occasion")
    share(a.venue, b.venue, .venue, upTo: 0.5, "words of venue")
  }

  private mutating func share(
    _ one: [UInt64], _ other: [UInt64], _ subject: Comparison.Subject, upTo limit: Double, _ what: String
  ) {
    guard !one.isEmpty, !other.isEmpty else { return }
    let few = Set(one), count = other.count { few.contains($0) }
    guard count > 0 else { return }
    let share = Double(count) / Double(min(one.count, other.count))
    add(subject, (limit * min(1, share * 1.5) * 10).rounded() / 10, "\(count) \(what) in common")
  }
}
