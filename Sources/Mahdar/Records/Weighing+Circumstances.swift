/// When, where, how and about what two claims tell of a contact.
extension Weighing {
  // MARK: When

  mutating func weighDates() {
    guard let first = a.time.window, let second = b.time.window else {
      return add(.timeless, .date, .undatable)
    }
    if let one = a.time.told, let other = b.time.told { return weighTold(one, other) }
    if a.time.told == nil, b.time.told == nil {
      guard let one = a.time.published, let other = b.time.published else {
        return add(.timeless, .date, .undatable)
      }
      let gap = abs(one - other)
      let feature: LinkFeature =
        !first.overlaps(second) || gap > 31
        ? .undatedFar : gap <= 2 ? .undatedNear : gap <= 7 ? .undatedWeek : .undatedMonth
      add(feature, .date, .undated(daysApart: Int(gap)))
      return weighTense()
    }
    let (dated, undated) = a.time.told != nil ? (a, b) : (b, a)
    guard let told = dated.time.told, let window = undated.time.window, let published = undated.time.published else {
      return add(.timeless, .date, .undatable)
    }
    guard undated.status != .held || told.first <= published else {
      return exclude(.date, .behindReport(told.description))
    }
    guard told.first <= window.upperBound + 2, window.lowerBound <= told.last else {
      return exclude(.date) {
        let report = $0.a.isDated ? $0.b : $0.a
        return .outsideReport(told.description, published: report.claim.published)
      }
    }
    let gap = told.first > published ? told.first - published : max(0, published - told.last)
    let feature: LinkFeature =
      told.days > 31
      ? .oneDatedWide
      : gap <= 3 ? .oneDatedNear : gap <= 10 ? .oneDatedWeeks : gap <= 31 ? .oneDatedMonth : .oneDatedFar
    add(feature, .date, .oneDated(told.description, daysOff: Int(gap)))
    weighTense()
  }

  /// Days of talks that went on lie no farther apart.
  private static let lasting: Int32 = 7

  private mutating func weighTold(_ one: CalendarValue, _ other: CalendarValue) {
    // «التقيا هذا الشهر», told on its 22nd, is not the meeting of its 24th.
    for (report, day) in [(a, other), (b, one)] {
      if report.status == .held, let published = report.time.published, day.first > published {
        return exclude(.date, .behindReport(day.description))
      }
    }
    if one.overlaps(other) {
      let wide = max(one.days, other.days)
      let feature: LinkFeature =
        wide == 1 ? .day : wide <= 3 ? .days : wide <= 7 ? .week : wide <= 31 ? .month : .year
      return add(
        feature, .date, one == other ? .oneDate(one.description) : .datesAgree(one.description, other.description))
    }
    let gap = one.first > other.last ? one.first - other.last : other.first - one.last
    if gap == 1, min(one.days, other.days) == 1 {
      return add(.adjacent, .date, .daysApart(1, one.description, other.description))
    }
    if gap <= 3, a.isPlanned || b.isPlanned {
      return add(.near, .date, .daysApart(Int(gap), one.description, other.description))
    }
    if gap <= Self.lasting, a.isLong, b.isLong {
      return add(.near, .date, .daysApart(Int(gap), one.description, other.description))
    }
    if gap <= ClaimTime.moving, a.status == .postponed || b.status == .postponed {
      return add(.moved, .date, .putOff(one.description, other.description))
    }
    // A plan may have been put off in between: a report of that would tell.
    let (early, late) = (a.time.published ?? 0) <= (b.time.published ?? 0) ? (a, b) : (b, a)
    if gap <= ClaimTime.moving, early.status != .held, early.status != .underway, let plan = early.time.told,
      let after = late.time.told, plan.last < after.first
    {
      isReplanned = true
      return note(.date, .replanned(plan.description, after.description))
    }
    exclude(.date, .otherDays(one.description, other.description))
  }

  /// What is planned after a report can't be what that report tells as past.
  private mutating func weighTense() {
    let (early, late) = (a.time.published ?? 0) <= (b.time.published ?? 0) ? (a, b) : (b, a)
    guard let before = early.time.published, let after = late.time.published, after > before + 1 else {
      if a.time.told == nil, b.time.told == nil, a.isPlanned != b.isPlanned,
        a.status == .held || b.status == .held
      {
        add(.mixed, .status, .heldAndPlanned)
      }
      return
    }
    if early.status == .held, late.isPlanned, late.status != .postponed {
      add(.backwards, .status, .heldBeforePlanned)
    }
  }

  // MARK: Where and how

  mutating func weighPlace() {
    if a.isRemote, b.isRemote { return add(.remote, .place, .noPlaces) }
    if let city = a.city, city == b.city { return add(.city, .place) { .onePlace($0.a.claim.place?.name ?? "") } }
    guard let country = a.country, let other = b.country else {
      let isTold = a.country != nil || b.country != nil
      return add(isTold ? .placeless : .nowhere, .place, isTold ? .placeOfOne : .placeOfNone)
    }
    func places(_ told: Told) -> (String, String) { (told.a.claim.place?.name ?? "", told.b.claim.place?.name ?? "") }
    // Where it was is what reports are most at odds about: it weighs much, and excludes nothing.
    guard country == other else { return add(.otherCountry, .place) { .otherCountries(places($0).0, places($0).1) } }
    // «ولاية أوش» may hold the city.
    if a.city != nil, b.city != nil, a.isRegion == b.isRegion {
      add(.otherCity, .place) { .otherPlaces(places($0).0, places($0).1) }
    } else {
      add(.country, .place) { .oneCountry(places($0).0, places($0).1) }
    }
  }

  mutating func weighForm() {
    let (a, b) = (a, b)
    let (one, other) = (a.form, b.form)
    if a.isRemote != b.isRemote || a.isRemote && one != other { return exclude(.form, .otherForms(one, other)) }
    if a.status != b.status, a.status == .denied || b.status == .denied {
      add(.denied, .status, .oneDenies)
    }
    if a.isCentral, b.isCentral { add(.central, .form, .central) }
    if a.status == b.status { add(.status, .status, .oneStatus(a.status)) }
    if one == other { return add(.form, .form, .oneForm(one)) }
    if (a.isLarge || b.isLarge) && (a.isBilateral || b.isBilateral) {
      return add(.margins, .form, .onMargins)
    }
    switch (one, other) {
    case (.conference, .visit), (.visit, .conference): add(.conferenceVisit, .form, .otherForms(one, other))
    case (.conference, .meeting) where a.isMultilateral != b.isMultilateral,
      (.meeting, .conference) where a.isMultilateral != b.isMultilateral:
      add(.conferenceMeeting, .form, .otherForms(one, other))
    case (.talks, .visit), (.visit, .talks): add(.talksVisit, .form, .otherForms(one, other))
    case (.meeting, .talks), (.talks, .meeting): add(.meetingTalks, .form, .forms(one, other))
    case (.meeting, .visit), (.visit, .meeting): add(.meetingVisit, .form, .forms(one, other))
    default: add(.otherForm, .form, .otherForms(one, other))
    }
  }

  mutating func weighRound() {
    guard let one = a.round, let other = b.round else { return }
    if one == other {
      add(.round, .round, .oneRound(one))
    } else {
      exclude(.round, .rounds(one, other))
    }
  }

  // MARK: About what

  mutating func weighWords() {
    share(a.topics, b.topics, .topics, .topic, .topics)
    share(a.wording, b.wording, .wording, .wording, .wordings)
    share(a.occasion, b.occasion, .occasion, .occasion, .occasion)
    share(a.venue, b.venue, .venue, .venue, .venue)
  }

  /// Two in five words of the one that tells fewer are many.
  private mutating func share(
    _ one: [UInt64], _ other: [UInt64], _ subject: Comparison.Subject, _ some: LinkFeature, _ many: LinkFeature
  ) {
    let count = Self.shared(one, other)
    guard count > 0 else {
      if subject == .topics, !one.isEmpty, !other.isEmpty { add(.otherTopics, subject, .noTopicsInCommon) }
      return
    }
    add(count * 5 >= min(one.count, other.count) * 2 ? many : some, subject, .words(count, subject))
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
