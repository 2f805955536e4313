/// Weighs whether two claims of different articles tell of one contact.
///
/// The weights were set by hand on the dev articles and seeds with given claims, where 65 pairs are one: more for what
/// two contacts seldom share. `Comparison.same` is the sum at which a pair counts as one.
enum ClaimComparer {
  /// The verdict and its score, without reasons; what is excluded has no sum.
  static func compare(_ a: ClaimFeatures, _ b: ClaimFeatures) -> Comparison {
    // The order of the two is that of what they mean: sums are the same either way, to the last bit.
    var weighing = a.meaning <= b.meaning ? Weighing(a: a, b: b) : Weighing(a: b, b: a)
    return weighing.compare()
  }

  /// The same with all reasons in words.
  static func explain(_ a: ClaimProfile, _ b: ClaimProfile) -> Comparison {
    let (a, b) = a.features.meaning <= b.features.meaning ? (a, b) : (b, a)
    var weighing = Weighing(a: a.features, b: b.features, told: (a, b))
    return weighing.compare()
  }
}

/// One comparison in the making.
private struct Weighing {
  typealias Told = (a: ClaimProfile, b: ClaimProfile)

  let a: ClaimFeatures
  let b: ClaimFeatures
  /// The words of both, when reasons are asked for.
  var told: Told?
  /// All weights so far.
  var score = 0.0
  var reasons: [Comparison.Reason] = []
  var isExcluded = false
  /// What participants speak for it.
  var who = 0.0

  private mutating func add(_ subject: Comparison.Subject, _ weight: Double, _ text: @autoclosure () -> String) {
    add(subject, weight) { _ in text() }
  }

  private mutating func add(_ subject: Comparison.Subject, _ weight: Double, with text: (Told) -> String) {
    score += weight
    if let told { reasons.append(.init(subject: subject, weight: weight, text: text(told))) }
  }

  private mutating func exclude(_ subject: Comparison.Subject, _ text: @autoclosure () -> String) {
    exclude(subject) { _ in text() }
  }

  private mutating func exclude(_ subject: Comparison.Subject, with text: (Told) -> String) {
    isExcluded = true
    add(subject, -10, with: text)
  }

  /// Whether the verdict stands and nobody asks for more reasons.
  private var isSettled: Bool { isExcluded && told == nil }

  mutating func compare() -> Comparison {
    if a.article == b.article { exclude(.article, "one article tells them apart") }
    if !isSettled { weighForm() }
    if !isSettled { weighDates() }
    if !isSettled { weighPlace() }
    if !isSettled { weighRound() }
    if !isExcluded { weighParticipants() }
    // Where all words in common would not suffice, nobody needs to count them.
    if !isExcluded, told != nil || score + Self.wordsAtMost >= Comparison.possibly { weighWords() }
    return Comparison(verdict: verdict, score: score, reasons: reasons)
  }

  private var verdict: Comparison.Verdict {
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

  /// Participants of the two claims that speak for one side.
  private struct Encounter {
    var side: UInt64
    var isOfBody: Bool
    var match: AttendeeMatch
    /// Their places in the claims.
    var a: Int
    var b: Int
  }

  private mutating func weighParticipants() {
    let (a, b) = (a, b)
    var best: [Encounter] = []
    var others: [Encounter] = []
    var (matchedA, matchedB) = (UInt64(0), UInt64(0))
    for i in a.parties.indices {
      for j in b.parties.indices {
        let match = a.parties[i].match(b.parties[j])
        guard match == .none else {
          matchedA |= a.sideBits[i]
          matchedB |= b.sideBits[j]
          let one = a.parties[i].side != nil || b.parties[j].side == nil ? a.parties[i] : b.parties[j]
          let encounter = Encounter(
            side: one.side ?? one.identity, isOfBody: one.isOfBody, match: match, a: i, b: j)
          Self.keep(encounter, in: &best) { $0.match < $1.match }
          continue
        }
        if a.parties[i].isNamed, b.parties[j].isNamed, let side = a.parties[i].side, side == b.parties[j].side {
          Self.keep(Encounter(side: side, isOfBody: false, match: match, a: i, b: j), in: &others) { _, _ in true }
        }
      }
    }
    for one in best {
      let weight = Self.weight(one)
      who += weight
      add(.participants, weight) { Self.describe(one.match, $0.a.parties[one.a], $0.b.parties[one.b]) }
    }
    for other in others where best.first(where: { $0.side == other.side }).map({ $0.match < .shortName }) ?? true {
      who -= 3.5
      add(.participants, -3.5) { told in
        let (a, b) = (told.a.parties[other.a], told.b.parties[other.b])
        return "\(a.side ?? ""): \(a.name) is not \(b.name)"
      }
    }
    // Of a conference or a round of talks each report names whom it likes.
    let isOpen = a.isOpen && b.isOpen
    let (extraA, extraB) = (a.sideCount - matchedA.nonzeroBitCount, b.sideCount - matchedB.nonzeroBitCount)
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

  /// Keeps one encounter a side: a new one replaces an old one that it `outweighs`.
  private static func keep(
    _ new: Encounter, in all: inout [Encounter], _ outweighs: (_ old: Encounter, _ new: Encounter) -> Bool
  ) {
    if let place = all.firstIndex(where: { $0.side == new.side }) {
      if outweighs(all[place], new) { all[place] = new }
    } else {
      all.append(new)
    }
  }

  private static func weight(_ one: Encounter) -> Double {
    switch one.match {
    case .none: 0
    // A body has fewer people to speak for it than a state.
    case .side: one.isOfBody ? 1.2 : 0.6
    case .state: 1
    case .body: 1.5
    case .shortName: 2
    case .name: 2.5
    }
  }

  private static func describe(_ match: AttendeeMatch, _ one: Attendee, _ other: Attendee) -> String {
    switch match {
    case .none: ""
    case .side: "\(one.side ?? other.side ?? ""): \(one.name), \(other.name)"
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
    guard undated.status != .held || told.first <= published else {
      return exclude(.date, "\(told) lies behind the report that it was held")
    }
    guard told.first <= window.upperBound + 2, window.lowerBound <= told.last else {
      return exclude(.date) {
        let report = $0.a.isDated ? $0.b : $0.a
        return "\(told) lies outside what the undated report of \(report.claim.published ?? "") leaves"
      }
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
        a.status == .held || b.status == .held
      {
        add(.status, -1, "one tells it as held, the other as planned, and neither when")
      }
      return
    }
    if early.status == .held, late.isPlanned, late.status != .postponed {
      add(.status, -2.5, "told as held before the other tells it as planned")
    }
  }

  // MARK: Where and how

  private mutating func weighPlace() {
    if a.isRemote, b.isRemote { return add(.place, 0.5, "neither has a place") }
    guard let country = a.country, let other = b.country else {
      if let city = a.city, city == b.city { add(.place, 1.5) { "both in \($0.a.claim.place?.name ?? "")" } }
      return
    }
    func places(_ told: Told) -> String { "\(told.a.claim.place?.name ?? ""), \(told.b.claim.place?.name ?? "")" }
    guard country == other else { return exclude(.place) { "different countries: \(places($0))" } }
    if let city = a.city, let second = b.city {
      if city == second {
        add(.place, 1.5) { "both in \($0.a.claim.place?.name ?? "")" }
      } else {
        add(.place, -1.5) { "different places: \(places($0))" }
      }
    } else {
      add(.place, 1) { "both in one country: \(places($0))" }
    }
  }

  private mutating func weighForm() {
    let (a, b) = (a, b)
    let (one, other) = (a.form, b.form)
    var forms: String { "\(one.rawValue), \(other.rawValue)" }
    if a.isRemote != b.isRemote || a.isRemote && one != other { return exclude(.form, "different forms: \(forms)") }
    if one == other { return add(.form, 0.5, "both a \(one.rawValue)") }
    if (a.isLarge || b.isLarge) && (a.isBilateral || b.isBilateral) {
      return add(.form, -3, "two sides met on the margins of many")
    }
    switch (one, other) {
    case (.conference, .visit), (.visit, .conference): add(.form, -1, "different forms: \(forms)")
    case (.conference, .meeting) where a.isMultilateral != b.isMultilateral,
      (.meeting, .conference) where a.isMultilateral != b.isMultilateral, (.talks, .visit), (.visit, .talks):
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

  private static let wordsAtMost = 4.0

  private mutating func weighWords() {
    share(a.topics, b.topics, .topics, upTo: 1.5, "topics")
    share(a.wording, b.wording, .wording, upTo: 1, "words of evidence")
    share(a.occasion, b.occasion, .occasion, upTo: 1, "words of occasion")
    share(a.venue, b.venue, .venue, upTo: 0.5, "words of venue")
  }

  private mutating func share(
    _ one: [UInt64], _ other: [UInt64], _ subject: Comparison.Subject, upTo limit: Double, _ what: String
  ) {
    let count = Self.shared(one, other)
    guard count > 0 else { return }
    let share = Double(count) / Double(min(one.count, other.count))
    add(subject, (limit * min(1, share * 1.5) * 10).rounded() / 10, "\(count) \(what) in common")
  }

  /// How many numbers two sorted lists share.
  private static func shared(_ one: [UInt64], _ other: [UInt64]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < one.count, j < other.count {
      if one[i] == other[j] { count += 1 }
      (i, j) = (one[i] <= other[j] ? i + 1 : i, other[j] <= one[i] ? j + 1 : j)
    }
    return count
  }
}
