/// One comparison in the making.
struct Weighing {
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
  /// Whether each tells two who met, of whom one alone is in common.
  private var isApart = false
  /// Whether of one side each names somebody else in full, and nobody whom the other names.
  private var isOfAnother = false
  /// Whether the days told agree; whether those told or bounded do, to some ten days; whether both tell one place.
  var (isDayTold, isNear, isPlaceTold) = (false, false, false)
  var isElsewhere = false
  /// Whether all that speaks for it is asked for, though it would not suffice.
  var isThorough: Bool

  init(_ weights: LinkWeights, _ a: ClaimFeatures, _ b: ClaimFeatures, told: Told? = nil) {
    (self.weights, self.a, self.b, self.told) = (weights, a, b, told)
    score = weights[.bias]
    isThorough = told != nil
  }

  mutating func add(_ feature: LinkFeature, _ subject: Comparison.Subject, _ finding: @autoclosure () -> Finding) {
    add(feature, subject) { _ in finding() }
  }

  mutating func add(_ feature: LinkFeature, _ subject: Comparison.Subject, with finding: (Told) -> Finding) {
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
      reasons.append(.init(subject: subject, weight: Double(weights[feature]) / 100, finding: finding(told)))
    }
  }

  /// Tells a reason that weighs nothing.
  mutating func note(_ subject: Comparison.Subject, _ finding: @autoclosure () -> Finding) {
    if told != nil { reasons.append(.init(subject: subject, weight: 0, finding: finding())) }
  }

  mutating func exclude(_ subject: Comparison.Subject, _ finding: @autoclosure () -> Finding) {
    exclude(subject) { _ in finding() }
  }

  mutating func exclude(_ subject: Comparison.Subject, with finding: (Told) -> Finding) {
    isExcluded = true
    if let told { reasons.append(.init(subject: subject, weight: Self.excluding, finding: finding(told))) }
  }

  /// What is shown as the weight of a reason that excludes.
  private static let excluding = -10.0

  /// Whether the verdict stands and nobody asks for more reasons.
  private var isSettled: Bool { isExcluded && told == nil }

  mutating func compare() -> Comparison {
    if a.article == b.article, !isOfWholeAndPart { exclude(.article, .oneArticle) }
    if !isSettled { weighForm() }
    if !isSettled { weighDates() }
    if !isSettled { weighPlace() }
    if !isSettled { weighRound() }
    if !isExcluded { weighParticipants() }
    // Where all words in common would not suffice, nobody needs to count them.
    if !isExcluded, isThorough || Double(score + weights.words) / 100 >= Comparison.possibly { weighWords() }
    var found = Comparison(verdict: verdict, score: Double(score) / 100, reasons: reasons)
    (found.isReplanned, found.isApart) = (isReplanned, isApart || isOfAnother && a.isBilateral && b.isBilateral)
    return found
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
    if best.isEmpty { return exclude(.participants, .nobodyInCommon) }
    weigh(best)
    let clashes = others.filter { other in
      best.first { $0.side == other.side }.map { $0.match < .shortName } ?? true
    }
    if let other = offices.first(where: { office in best.contains { $0.side == office.side && $0.match == .side } }) {
      isClashing = true
      // «وزير الدفاع», «وزير الخارجية», and no name in either: other people.
      isOfAnother =
        a.isBilateral && b.isBilateral && a.parties[other.a].key.isEmpty && b.parties[other.b].key.isEmpty
      add(.otherOffice, .participants) { told in
        let (a, b) = (told.a.parties[other.a], told.b.parties[other.b])
        return .otherOffices(side: a.side ?? "", a.name, b.name)
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
        isOfAnother
        || !a.isOpen && !b.isOpen && a.parties[other.a].key.parts.count > 1 && b.parties[other.b].key.parts.count > 1
      add(feature, .participants) { told in
        let (a, b) = (told.a.parties[other.a], told.b.parties[other.b])
        return .otherPeople(side: a.side ?? "", a.name, b.name)
      }
    }
    let (extraA, extraB) = (a.sideCount - matchedA.nonzeroBitCount, b.sideCount - matchedB.nonzeroBitCount)
    isApart = best.count < 2 && clashes.isEmpty && extraA > 0 && extraB > 0 && a.isBilateral && b.isBilateral
    if best.count < 2, clashes.isEmpty, extraA > 0, extraB > 0 {
      add(.elsewhere, .participants, .oneSideInCommon)
    }
    let extra = max(extraA, extraB)
    if extra > 0 {
      // Of a conference or a round of talks each report names whom it likes.
      let feature: LinkFeature = a.isOpen && b.isOpen ? .openMore : extra > 1 ? .manyMore : .oneMore
      add(feature, .participants, .moreSides(extra))
    }
  }

  /// The two sides that agree best, and whether more do.
  private mutating func weigh(_ best: [Encounter]) {
    func describe(_ told: Told) -> Finding {
      .matches(best.compactMap { Self.describe($0.match, told.a.parties[$0.a], told.b.parties[$0.b]) })
    }
    guard best.count > 1 else {
      return add(best[0].match == .name ? .oneName : .oneOther, .participants, with: describe)
    }
    add(Self.feature(best[0].match, best[1].match), .participants, with: describe)
    if best[1].match >= .shortName,
      best.prefix(2).allSatisfy({ a.parties[$0.a].id == nil && b.parties[$0.b].id == nil })
    {
      add(.unknown, .participants, .littleKnown)
    }
    if best.count > 2, best[2].match > .side { add(.third, .participants, .sidesInCommon(best.count)) }
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

  private static func describe(_ match: AttendeeMatch, _ one: Attendee, _ other: Attendee) -> Finding.Match? {
    switch match {
    case .none: nil
    case .side: .side(one.side ?? other.side ?? "", one.name, other.name)
    // Who holds an office by the tables is not named by anybody.
    case .body, .name:
      one.isNamed && one.key.isEmpty || other.isNamed && other.key.isEmpty
        ? .side(one.side ?? "", one.name, other.name) : .both(one.name, label: one.label ?? other.label)
    case .state: .state(one.name, side: one.side ?? other.side, label: one.label)
    case .shortName: .maybe(one.name, other.name)
    case .alike: .alike(one.name, other.name)
    }
  }
}
