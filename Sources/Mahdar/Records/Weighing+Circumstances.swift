/// When, where, how and about what two claims tell of a contact.
extension Weighing {
  // MARK: When

  mutating func weighDates() {
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
    // «التقيا هذا الشهر», told on its 22nd, is not the meeting of its 24th.
    for (report, day) in [(a, other), (b, one)] {
      if report.status == .held, let published = report.time.published, day.first > published {
        return exclude(.date, "\(day) lies behind the report that it was held")
      }
    }
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

  mutating func weighPlace() {
    if a.isRemote, b.isRemote { return add(.remote, .place, "neither has a place") }
    if let city = a.city, city == b.city { return add(.city, .place) { "both in \($0.a.claim.place?.name ?? "")" } }
    guard let country = a.country, let other = b.country else {
      let isTold = a.country != nil || b.country != nil
      return add(isTold ? .placeless : .nowhere, .place, isTold ? "only one tells where" : "neither tells where")
    }
    func places(_ told: Told) -> String { "\(told.a.claim.place?.name ?? ""), \(told.b.claim.place?.name ?? "")" }
    // Where it was is what reports are most at odds about: it weighs much, and excludes nothing.
    guard country == other else { return add(.otherCountry, .place) { "different countries: \(places($0))" } }
    // «ولاية أوش» may hold the city.
    if a.city != nil, b.city != nil, a.isRegion == b.isRegion {
      add(.otherCity, .place) { "different places: \(places($0))" }
    } else {
      add(.country, .place) { "both in one country: \(places($0))" }
    }
  }

  mutating func weighForm() {
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

  mutating func weighRound() {
    guard let one = a.round, let other = b.round else { return }
    if one == other {
      add(.round, .round, "both the round numbered \(one)")
    } else {
      exclude(.round, "rounds \(one) and \(other)")
    }
  }

  // MARK: About what

  mutating func weighWords() {
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
