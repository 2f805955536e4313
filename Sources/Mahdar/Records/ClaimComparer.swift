/// Weighs whether two claims of different articles tell of one contact: what excludes it, and else the sum of what speaks for
/// and against it, a logarithm of odds.
struct ClaimComparer: Sendable {
  let weights: LinkWeights

  /// The verdict and its score, without reasons; what is excluded has no sum.
  func compare(_ a: ClaimFeatures, _ b: ClaimFeatures) -> Comparison {
    // The order of the two is that of what they mean: sums are the same either way, to the last bit.
    var weighing = a.meaning <= b.meaning ? Weighing(weights, a, b) : Weighing(weights, b, a)
    return weighing.compare()
  }

  /// The same with all reasons in words.
  func explain(_ a: ClaimProfile, _ b: ClaimProfile) -> Comparison {
    let (a, b) = a.features.meaning <= b.features.meaning ? (a, b) : (b, a)
    var weighing = Weighing(weights, a.features, b.features, told: (a, b))
    return weighing.compare()
  }

  /// What speaks for and against it, whatever it weighs; nil where they can't be one, or one is a part of the other.
  func features(_ a: ClaimFeatures, _ b: ClaimFeatures) -> [LinkFeature]? {
    var weighing = a.meaning <= b.meaning ? Weighing(weights, a, b) : Weighing(weights, b, a)
    weighing.isThorough = true
    let found = weighing.compare()
    return found.verdict == .excluded || found.isReplanned || a.isWhole(of: b) || b.isWhole(of: a)
      ? nil : weighing.features
  }
}

/// One comparison in the making.
private struct Weighing {
  typealias Told = (a: ClaimProfile, b: ClaimProfile)

  let weights: LinkWeights
  let a: ClaimFeatures
  let b: ClaimFeatures
  /// The words of both, when reasons are asked for.
  let told: Told?
  /// Hundredths of a logarithm of odds so far.
  var score: Int32
  var reasons: [Comparison.Reason] = []
  var features: [LinkFeature] = []
  var isExcluded = false
  var isReplanned = false
  /// How the sides agree, the best first, and whether people of one side are not one.
  private var closest: [AttendeeMatch] = []
  private var isClashing = false
  /// Whether of one side each names somebody else in full, and nobody whom the other names.
  private var isOfAnother = false
  /// Whether the days told agree; whether those told or bounded do, to some ten days; whether both tell one place.
  private var (isDayTold, isNear, isPlaceTold) = (false, false, false)
  private var isElsewhere = false
  /// Whether all that speaks for it is asked for, though it would not suffice.
  var isThorough: Bool

  init(_ weights: LinkWeights, _ a: ClaimFeatures, _ b: ClaimFeatures, told: Told? = nil) {
    (self.weights, self.a, self.b, self.told) = (weights, a, b, told)
    score = weights[.bias]
    isThorough = told != nil
  }

  private mutating func add(_ feature: LinkFeature, _ subject: Comparison.Subject, _ text: @autoclosure () -> String) {
    add(feature, subject) { _ in text() }
  }

  private mutating func add(_ feature: LinkFeature, _ subject: Comparison.Subject, with text: (Told) -> String) {
    score += weights[feature]
    switch feature {
    case .day, .days, .week: (isDayTold, isNear) = (true, true)
    case .month, .adjacent, .oneDatedNear, .oneDatedWeeks, .undatedNear, .undatedWeek: isNear = true
    case .city, .country: isPlaceTold = true
    case .otherCountry: isElsewhere = true
    default: break
    }
    if isThorough { features.append(feature) }
    if let told {
      reasons.append(.init(subject: subject, weight: Double(weights[feature]) / 100, text: text(told)))
    }
  }

  /// Tells a reason that weighs nothing.
  private mutating func note(_ subject: Comparison.Subject, _ text: @autoclosure () -> String) {
    if told != nil { reasons.append(.init(subject: subject, weight: 0, text: text())) }
  }

  private mutating func exclude(_ subject: Comparison.Subject, _ text: @autoclosure () -> String) {
    exclude(subject) { _ in text() }
  }

  private mutating func exclude(_ subject: Comparison.Subject, with text: (Told) -> String) {
    isExcluded = true
    if let told { reasons.append(.init(subject: subject, weight: Self.excluding, text: text(told))) }
  }

  /// What is shown as the weight of a reason that excludes.
  private static let excluding = -10.0

  /// Whether the verdict stands and nobody asks for more reasons.
  private var isSettled: Bool { isExcluded && told == nil }

  mutating func compare() -> Comparison {
    if a.article == b.article, !isOfWholeAndPart { exclude(.article, "one article tells them apart") }
    if !isSettled { weighForm() }
    if !isSettled { weighDates() }
    if !isSettled { weighPlace() }
    if !isSettled { weighRound() }
    if !isExcluded { weighParticipants() }
    // Where all words in common would not suffice, nobody needs to count them.
    if !isExcluded, isThorough || Double(score + weights.words) / 100 >= Comparison.possibly { weighWords() }
    return Comparison(verdict: verdict, score: Double(score) / 100, reasons: reasons, isReplanned: isReplanned)
  }

  private var verdict: Comparison.Verdict {
    if isExcluded { return .excluded }
    let score = Double(score) / 100
    if isReplanned { return .different }
    if isOfWholeAndPart { return isPart ? .within : .different }
    // Who meets two people of one side by their full names meets each of them.
    if isOfAnother { return score >= Comparison.possibly ? .possibly : .different }
    return score >= Comparison.same ? .same : score >= Comparison.possibly ? .possibly : .different
  }

  /// Whether one of them is a visit or a gathering of many and the other a meeting that may be a part of it.
  private var isOfWholeAndPart: Bool { a.isWhole(of: b) || b.isWhole(of: a) }

  /// Whether the two sides of a meeting are those of a visit, its guest by name or office, or among those of a gathering, in days that
  /// agree. Of a gathering the day and the place have to be told.
  private var isPart: Bool {
    guard closest.count > 1, !isClashing, !isElsewhere else { return false }
    guard a.form == .visit || b.form == .visit else { return isDayTold && isPlaceTold }
    return closest[0] >= .body && isNear
  }

  // MARK: Who

  /// Participants of the two claims that speak for one side.
  private struct Encounter {
    var side: UInt64
    var match: AttendeeMatch
    /// Their places in the claims.
    var a: Int
    var b: Int
  }

  private mutating func weighParticipants() {
    let (a, b) = (a, b)
    var best: [Encounter] = []
    var others: [Encounter] = []
    var offices: [Encounter] = []
    var (matchedA, matchedB) = (UInt64(0), UInt64(0))
    for i in a.parties.indices {
      for j in b.parties.indices {
        let match = a.parties[i].match(b.parties[j])
        guard match == .none else {
          matchedA |= a.sideBits[i]
          matchedB |= b.sideBits[j]
          let one = a.parties[i].side != nil || b.parties[j].side == nil ? a.parties[i] : b.parties[j]
          let encounter = Encounter(side: one.side ?? one.identity, match: match, a: i, b: j)
          Self.keep(encounter, in: &best) { $0.match < $1.match }
          if match == .side, a.parties[i].isPerson, b.parties[j].isPerson,
            a.parties[i].office.differs(from: b.parties[j].office)
          {
            Self.keep(encounter, in: &offices) { _, _ in true }
          }
          continue
        }
        if a.parties[i].isPerson, b.parties[j].isPerson, let side = a.parties[i].side, side == b.parties[j].side {
          Self.keep(Encounter(side: side, match: match, a: i, b: j), in: &others) { _, _ in true }
        }
      }
    }
    closest = best.map(\.match).sorted(by: >)
    best.sort { ($1.match, $0.a, $0.b) < ($0.match, $1.a, $1.b) }
    // «محادثات» of others altogether, or the same told in words that share nothing: nobody can tell.
    if best.isEmpty { return exclude(.participants, "nobody in common") }
    weigh(best)
    let clashes = others.filter { other in
      best.first { $0.side == other.side }.map { $0.match < .shortName } ?? true
    }
    if let other = offices.first(where: { office in best.contains { $0.side == office.side && $0.match == .side } }) {
      isClashing = true
      add(.otherOffice, .participants) { told in
        let (a, b) = (told.a.parties[other.a], told.b.parties[other.b])
        return "\(a.side ?? ""): the office of \(a.name) is not that of \(b.name)"
      }
    }
    if let other = clashes.first {
      isClashing = true
      func named(_ claim: ClaimFeatures) -> Int { claim.parties.count { $0.isPerson && $0.side == other.side } }
      let feature: LinkFeature =
        best.count < 2
        ? .another
        : clashes.count > 1 || a.isOpen || b.isOpen || named(a) + named(b) > 2 ? .clashOfMany : .clash
      isOfAnother =
        !a.isOpen && !b.isOpen && a.parties[other.a].key.parts.count > 1 && b.parties[other.b].key.parts.count > 1
      add(feature, .participants) { told in
        let (a, b) = (told.a.parties[other.a], told.b.parties[other.b])
        return "\(a.side ?? ""): \(a.name) is not \(b.name)"
      }
    }
    let (extraA, extraB) = (a.sideCount - matchedA.nonzeroBitCount, b.sideCount - matchedB.nonzeroBitCount)
    if best.count < 2, clashes.isEmpty, extraA > 0, extraB > 0 {
      add(.elsewhere, .participants, "one side in common, each with another")
    }
    let extra = max(extraA, extraB)
    if extra > 0 {
      // Of a conference or a round of talks each report names whom it likes.
      let feature: LinkFeature = a.isOpen && b.isOpen ? .openMore : extra > 1 ? .manyMore : .oneMore
      add(feature, .participants, "\(extra) of the sides told by one only")
    }
  }

  /// The two sides that agree best, and whether more do.
  private mutating func weigh(_ best: [Encounter]) {
    func describe(_ told: Told) -> String {
      best.map { Self.describe($0.match, told.a.parties[$0.a], told.b.parties[$0.b]) }.joined(separator: "; ")
    }
    guard best.count > 1 else {
      return add(best[0].match == .name ? .oneName : .oneOther, .participants, with: describe)
    }
    add(Self.feature(best[0].match, best[1].match), .participants, with: describe)
    if best[1].match >= .shortName,
      best.prefix(2).allSatisfy({ a.parties[$0.a].id == nil && b.parties[$0.b].id == nil })
    {
      add(.unknown, .participants, "people of whom little is told meet seldom")
    }
    if best.count > 2, best[2].match > .side { add(.third, .participants, "\(best.count) sides in common") }
  }

  private static func feature(_ first: AttendeeMatch, _ second: AttendeeMatch) -> LinkFeature {
    switch (first, second) {
    case (.name, .name): .nameName
    case (.name, .alike): .nameAlike
    case (.name, .shortName): .nameShort
    case (.name, .body): .nameBody
    case (.name, .state): .nameState
    case (.name, _): .nameSide
    case (.alike, .alike): .alikeAlike
    case (.alike, _): .alikeOther
    case (.shortName, .shortName): .shortShort
    case (.shortName, .body): .shortBody
    case (.shortName, .state): .shortState
    case (.shortName, _): .shortSide
    case (.body, .body): .bodyBody
    case (.body, .state): .bodyState
    case (.body, _): .bodySide
    case (.state, .state): .stateState
    case (.state, _): .stateSide
    default: .sideSide
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

  private static func describe(_ match: AttendeeMatch, _ one: Attendee, _ other: Attendee) -> String {
    switch match {
    case .none: ""
    case .side: "\(one.side ?? other.side ?? ""): \(one.name), \(other.name)"
    case .state: "both name the state \(one.label ?? one.name)"
    case .body: "both name \(one.label ?? one.name)"
    case .shortName: "\(one.name) may be \(other.name)"
    case .alike: "\(one.name) is spelled like \(other.name)"
    case .name: "both name \(one.label ?? other.label ?? one.name)"
    }
  }

  // MARK: When

  private mutating func weighDates() {
    guard let first = a.time.window, let second = b.time.window else {
      return add(.timeless, .date, "one of them can't be dated")
    }
    if let one = a.time.told, let other = b.time.told { return weighTold(one, other) }
    if a.time.told == nil, b.time.told == nil {
      guard let one = a.time.published, let other = b.time.published else {
        return add(.timeless, .date, "one of them can't be dated")
      }
      let gap = abs(one - other)
      let feature: LinkFeature =
        !first.overlaps(second) || gap > 31
        ? .undatedFar : gap <= 2 ? .undatedNear : gap <= 7 ? .undatedWeek : .undatedMonth
      add(feature, .date, "neither is dated; reported \(gap) days apart")
      return weighTense()
    }
    let (dated, undated) = a.time.told != nil ? (a, b) : (b, a)
    guard let told = dated.time.told, let window = undated.time.window, let published = undated.time.published else {
      return add(.timeless, .date, "one of them can't be dated")
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
    let feature: LinkFeature =
      told.days > 31
      ? .oneDatedWide
      : gap <= 3 ? .oneDatedNear : gap <= 10 ? .oneDatedWeeks : gap <= 31 ? .oneDatedMonth : .oneDatedFar
    add(feature, .date, "one is dated \(told), the other undated and reported \(gap) days off")
    weighTense()
  }

  /// Days of talks that went on lie no farther apart.
  private static let lasting: Int32 = 7

  private mutating func weighTold(_ one: CalendarValue, _ other: CalendarValue) {
    if one.overlaps(other) {
      let wide = max(one.days, other.days)
      let feature: LinkFeature =
        wide == 1 ? .day : wide <= 3 ? .days : wide <= 7 ? .week : wide <= 31 ? .month : .year
      return add(feature, .date, one == other ? "both are dated \(one)" : "\(one) and \(other) agree")
    }
    let gap = one.first > other.last ? one.first - other.last : other.first - one.last
    if gap == 1, min(one.days, other.days) == 1 {
      return add(.adjacent, .date, "\(one) and \(other) are a day apart")
    }
    if gap <= 3, a.isPlanned || b.isPlanned {
      return add(.near, .date, "\(one) and \(other) are \(gap) days apart")
    }
    if gap <= Self.lasting, a.isLong, b.isLong {
      return add(.near, .date, "\(one) and \(other) are \(gap) days apart")
    }
    if gap <= ClaimTime.moving, a.status == .postponed || b.status == .postponed {
      return add(.moved, .date, "put off: \(one), \(other)")
    }
    // A plan may have been put off in between: a report of that would tell.
    let (early, late) = (a.time.published ?? 0) <= (b.time.published ?? 0) ? (a, b) : (b, a)
    if gap <= ClaimTime.moving, early.status != .held, early.status != .underway, let plan = early.time.told,
      let after = late.time.told, plan.last < after.first
    {
      isReplanned = true
      return note(.date, "planned for \(plan), told for \(after)")
    }
    exclude(.date, "\(one) and \(other) are different days")
  }

  /// What is planned after a report can't be what that report tells as past.
  private mutating func weighTense() {
    let (early, late) = (a.time.published ?? 0) <= (b.time.published ?? 0) ? (a, b) : (b, a)
    guard let before = early.time.published, let after = late.time.published, after > before + 1 else {
      if a.time.told == nil, b.time.told == nil, a.isPlanned != b.isPlanned,
        a.status == .held || b.status == .held
      {
        add(.mixed, .status, "one tells it as held, the other as planned, and neither when")
      }
      return
    }
    if early.status == .held, late.isPlanned, late.status != .postponed {
      add(.backwards, .status, "told as held before the other tells it as planned")
    }
  }

  // MARK: Where and how

  private mutating func weighPlace() {
    if a.isRemote, b.isRemote { return add(.remote, .place, "neither has a place") }
    if let city = a.city, city == b.city { return add(.city, .place) { "both in \($0.a.claim.place?.name ?? "")" } }
    guard let country = a.country, let other = b.country else {
      let isTold = a.country != nil || b.country != nil
      return add(isTold ? .placeless : .nowhere, .place, isTold ? "only one tells where" : "neither tells where")
    }
    func places(_ told: Told) -> String { "\(told.a.claim.place?.name ?? ""), \(told.b.claim.place?.name ?? "")" }
    // Where it was is what reports are most at odds about: it weighs much, and excludes nothing.
    guard country == other else { return add(.otherCountry, .place) { "different countries: \(places($0))" } }
    if a.city != nil, b.city != nil {
      add(.otherCity, .place) { "different places: \(places($0))" }
    } else {
      add(.country, .place) { "both in one country: \(places($0))" }
    }
  }

  private mutating func weighForm() {
    let (a, b) = (a, b)
    let (one, other) = (a.form, b.form)
    var forms: String { "\(one.rawValue), \(other.rawValue)" }
    if a.isRemote != b.isRemote || a.isRemote && one != other { return exclude(.form, "different forms: \(forms)") }
    if a.status != b.status, a.status == .denied || b.status == .denied {
      add(.denied, .status, "one denies it")
    }
    if a.isCentral, b.isCentral { add(.central, .form, "both are the news of their articles") }
    if a.status == b.status { add(.status, .status, "both told as \(a.status.rawValue)") }
    if one == other { return add(.form, .form, "both a \(one.rawValue)") }
    if (a.isLarge || b.isLarge) && (a.isBilateral || b.isBilateral) {
      return add(.margins, .form, "two sides met on the margins of many")
    }
    switch (one, other) {
    case (.conference, .visit), (.visit, .conference): add(.conferenceVisit, .form, "different forms: \(forms)")
    case (.conference, .meeting) where a.isMultilateral != b.isMultilateral,
      (.meeting, .conference) where a.isMultilateral != b.isMultilateral:
      add(.conferenceMeeting, .form, "different forms: \(forms)")
    case (.talks, .visit), (.visit, .talks): add(.talksVisit, .form, "different forms: \(forms)")
    case (.meeting, .talks), (.talks, .meeting): add(.meetingTalks, .form, "forms: \(forms)")
    case (.meeting, .visit), (.visit, .meeting): add(.meetingVisit, .form, "forms: \(forms)")
    default: add(.otherForm, .form, "different forms: \(forms)")
    }
  }

  private mutating func weighRound() {
    guard let one = a.round, let other = b.round else { return }
    if one == other {
      add(.round, .round, "both the round numbered \(one)")
    } else {
      exclude(.round, "rounds \(one) and \(other)")
    }
  }

  // MARK: About what

  private mutating func weighWords() {
    share(a.topics, b.topics, .topics, .topic, .topics, "topics")
    share(a.wording, b.wording, .wording, .wording, .wordings, "words of evidence")
    share(a.occasion, b.occasion, .occasion, .occasion, .occasion, "words of occasion")
    share(a.venue, b.venue, .venue, .venue, .venue, "words of venue")
  }

  /// Two in five words of the one that tells fewer are many.
  private mutating func share(
    _ one: [UInt64], _ other: [UInt64], _ subject: Comparison.Subject, _ some: LinkFeature, _ many: LinkFeature,
    _ what: String
  ) {
    let count = Self.shared(one, other)
    guard count > 0 else {
      if subject == .topics, !one.isEmpty, !other.isEmpty { add(.otherTopics, subject, "no topics in common") }
      return
    }
    add(count * 5 >= min(one.count, other.count) * 2 ? many : some, subject, "\(count) \(what) in common")
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
