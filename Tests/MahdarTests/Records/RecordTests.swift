import Testing

@testable import Mahdar

/// The account that a record gives: status, roots, conflicts.
struct RecordTests {
  static func report(
    _ article: String, _ published: String, _ status: ContactStatus, date: String? = "2019-12-10",
    outlet: String? = nil,
    by: [RecordClaim.Source] = []
  ) -> RecordClaim {
    Reports.claim(
      article, published, .meeting, status, [Reports.minister, Reports.american], date: date, place: Reports.washington,
      by: by,
      outlet: outlet)
  }

  @Test(
    arguments: [
      ([.proposed, .scheduled, .held], ContactStatus.held), ([.scheduled, .postponed], .postponed),
      ([.scheduled, .postponed, .scheduled], .scheduled), ([.scheduled, .cancelled], .cancelled),
      ([.held, .scheduled], .held), ([.held, .denied], .held), ([.denied], .denied), ([.denied, .held], .held),
      ([.scheduled, .proposed], .scheduled), ([.underway, .held], .held),
    ] as [([ContactStatus], ContactStatus)])
  func theLatestCredibleStepDecides(_ steps: [ContactStatus], _ present: ContactStatus) throws {
    let claims = steps.enumerated().map { Self.report("a\($0)", "2019-12-1\($0)", $1) }
    let record = try Reports.record(claims)
    #expect(record.status == present)
    #expect(record.history.flatMap { step in step.claims.map { _ in step.status } } == steps)
  }

  @Test func aDenialStandsBesideWhatItDenies() throws {
    let record = try Reports.record([Self.report("a1", "2019-12-10", .held), Self.report("a2", "2019-12-11", .denied)])
    #expect(record.status == .held && record.isDisputed)
    #expect(record.conflicts.map(\.field) == [.status])
  }

  @Test func supportIsCountedByRoots() throws {
    let cnn = RecordClaim.Source(name: "شبكة سي إن إن", kind: .outlet)
    let officials = RecordClaim.Source(name: "مسؤولان", kind: .anonymous)
    let record = try Reports.record([
      Self.report("a1", "2019-12-07", .scheduled, outlet: "موقع أول", by: [cnn, officials]),
      Self.report("a2", "2019-12-08", .scheduled, outlet: "موقع ثان", by: [cnn, officials]),
      Self.report("a3", "2019-12-08", .scheduled, outlet: "موقع ثالث"),
    ])
    #expect(Wording(.en).support(record.support) == "3 articles, 2 roots (1 outlet, 1 unnamed)")
    #expect(record.roots[0].way == ["موقع أول", "شبكة سي إن إن", "مسؤولان"])
  }

  @Test func aMinistryItsSpokesmanAndItsCommuniqueAreOneRoot() throws {
    func by(_ name: String, _ kind: ContactClaim.SourceKind) -> [RecordClaim.Source] { [.init(name: name, kind: kind)] }
    let record = try Reports.record([
      Self.report("a1", "2019-12-07", .scheduled, by: by("وزارة الخارجية الروسية", .official)),
      Self.report("a2", "2019-12-08", .scheduled, by: by("المتحدث باسم الخارجية الروسية", .official)),
      Self.report("a3", "2019-12-08", .scheduled, by: by("بيان وزارة الخارجية الروسية", .document)),
      Self.report("a4", "2019-12-08", .scheduled, by: by("لافروف", .official)),
      Self.report("a5", "2019-12-08", .scheduled, by: by("وزارة الدفاع الروسية", .official)),
      Self.report("a6", "2019-12-08", .scheduled, by: by("وزارة الخارجية الكينية", .official)),
    ])
    #expect(record.roots.map(\.claims.count) == [4, 1, 1])
  }

  @Test func whoCitesAPaperGoesBackToWhereThePaperDoes() throws {
    let paper = RecordClaim.Source(name: "صحيفة المرفأ", kind: .outlet)
    let officials = RecordClaim.Source(name: "مسؤولان", kind: .anonymous)
    let denial = RecordClaim.Source(name: "وزارة الخارجية الروسية", kind: .official)
    let record = try Reports.record([
      Self.report("a1", "2019-12-07", .held, outlet: "صحيفة المرفأ", by: [officials]),
      Self.report("a2", "2019-12-08", .held, outlet: "موقع ثان", by: [paper]),
      Self.report("a3", "2019-12-09", .denied, outlet: "موقع ثالث", by: [denial, paper]),
    ])
    #expect(Wording(.en).support(record.support) == "3 articles, 2 roots (1 official, 1 unnamed)")
    // The paper vouches for no denial.
    #expect(record.roots.map(\.claims) == [[0, 1], [2]])
    #expect(record.roots[0].way == ["موقع ثان", "صحيفة المرفأ", "مسؤولان"])
    #expect(record.cited == [[], [0], []])
    #expect(
      Wording(.en).because(record.reason, of: "meeting")
        == "held: told by 1 root since 2019-12-07; denied by وزارة الخارجية الروسية")
  }

  @Test func aPaperThatNamesItselfStandsInItsWayOnce() throws {
    let own = RecordClaim.Source(name: "صحيفة المرفأ", kind: .outlet)
    let source = RecordClaim.Source(name: "مصدر مطلع", kind: .anonymous)
    let record = try Reports.record([
      Self.report("a1", "2019-12-07", .held, outlet: "صحيفة المرفأ", by: [own, source])
    ])
    #expect(record.roots[0].way == ["صحيفة المرفأ", "مصدر مطلع"])
  }

  @Test func copiesAreOneRoot() throws {
    let claims = [
      Self.report("a1", "2019-12-07", .scheduled, outlet: "موقع أول"),
      Self.report("a2", "2019-12-08", .scheduled, outlet: "موقع ثان"),
    ]
    #expect(try Reports.record(claims).roots.count == 2)
    let record = try Reports.record(claims, originals: ["a2": "a1"])
    #expect(Wording(.en).support(record.support) == "2 articles, 1 root (1 outlet)")
    #expect(record.copied == [0, 0])
  }

  @Test func datesAtOddsStandSideBySide() throws {
    let record = try Reports.record([
      Self.report("a1", "2019-12-10", .held), Self.report("a2", "2019-12-11", .held),
      Self.report("a3", "2019-12-12", .held, date: "2019-12-11"),
    ])
    #expect(record.date == "2019-12-10")
    #expect(record.conflicts.first?.values.map(\.value) == ["2019-12-10", "2019-12-11"])
    #expect(record.conflicts.first?.values.map(\.claims) == [[0, 1], [2]])
  }

  @Test func aMonthIsNoDayAndNoConflict() throws {
    let record = try Reports.record([
      Self.report("a1", "2019-12-10", .held), Self.report("a2", "2019-12-11", .held, date: "2019-12"),
      Self.report("a3", "2019-12-12", .held, date: "2019-12-11"), Self.report("a4", "2019-12-13", .held),
    ])
    #expect(record.date == "2019-12-10")
    #expect(record.conflicts.map { $0.values.map(\.value) } == [["2019-12-10", "2019-12-11"]])
  }

  @Test func namingMoreOrOthersOfManyIsNoConflict() throws {
    let deputy = Reports.person("جون سوليفان", "US", "نائب وزير الخارجية الأمريكي")
    let guest = Reports.person("سامح شكري", "EG", "وزير الخارجية المصري")
    func fields(_ form: ContactForm, _ lists: [[RecordClaim.Participant]]) throws -> [Record.Conflict.Field] {
      let claims = lists.enumerated().map { number, list in
        Reports.claim("a\(number)", "2019-12-11", form, .held, [Reports.minister] + list, date: "2019-12-10")
      }
      return try Reports.record(claims).conflicts.map(\.field)
    }
    #expect(try fields(.meeting, [[Reports.american], [deputy]]) == [.participants])
    #expect(try fields(.meeting, [[Reports.american], [Reports.american, deputy]]).isEmpty)
    #expect(try fields(.meeting, [[Reports.american, guest], [deputy, guest]]).isEmpty)
    #expect(try fields(.conference, [[Reports.american], [deputy]]).isEmpty)
    #expect(try fields(.visit, [[Reports.american], [deputy]]).isEmpty)
  }

  @Test func whatWasDeniedBeforeItTookPlaceIsNoConflict() throws {
    let denial = RecordClaim.Source(name: "وزارة الخارجية الروسية", kind: .official)
    let record = try Reports.record([
      Self.report("a1", "2019-12-07", .proposed), Self.report("a2", "2019-12-08", .denied, by: [denial]),
      Self.report("a3", "2019-12-11", .held),
    ])
    #expect(record.conflicts.isEmpty)
    #expect(
      Wording(.en).because(record.reason, of: "meeting")
        == "held: told by 1 root since 2019-12-11; denied before by وزارة الخارجية الروسية")
  }

  @Test func aFullNameStandsForItsShortForms() throws {
    let record = try Reports.record([
      Reports.claim("a1", "2019-12-10", .meeting, .held, [Reports.minister, Reports.americanOtherwise]),
      Reports.claim("a2", "2019-12-10", .meeting, .held, [Reports.minister, Reports.american]),
      Reports.claim("a3", "2019-12-10", .visit, .held, [Reports.minister, Reports.state("أمريكا", "US")]),
    ])
    #expect(record.participants.map(\.name) == ["سيرغي لافروف", "مايك بومبيو"])
  }

  @Test func aConflictIsSettledWhenWhoToldTheOtherValueCorrectsIt() throws {
    let first = Self.report("a1", "2019-12-10", .held, outlet: "موقع أول")
    let corrected = Self.report("a2", "2019-12-11", .held, date: "2019-12-11", outlet: "موقع أول")
    let another = Self.report("a3", "2019-12-12", .held, outlet: "موقع ثان")
    #expect(try Reports.record([first, corrected]).conflicts.map(\.isSettled) == [true])
    #expect(try Reports.record([first, corrected, another]).conflicts.map(\.isSettled) == [false])
    // Who returns to the first value withdraws the second one.
    let returned = Self.report("a4", "2019-12-13", .held, outlet: "موقع أول")
    #expect(try Reports.record([first, corrected, returned]).conflicts.map(\.isSettled) == [true])
  }

  @Test func eachStepTellsWhatItDoesToThoseBefore() throws {
    func turns(_ reports: RecordClaim...) throws -> [StatusStep.Turn] {
      try Reports.record(reports).history.map(\.turn)
    }
    #expect(
      try turns(
        Self.report("a1", "2019-12-01", .scheduled), Self.report("a2", "2019-12-02", .proposed),
        Self.report("a3", "2019-12-03", .scheduled)) == [.first, .beside, .again])
    #expect(
      try turns(
        Self.report("a1", "2019-12-01", .scheduled), Self.report("a2", "2019-12-02", .postponed),
        Self.report("a3", "2019-12-03", .scheduled, date: "2019-12-20")) == [.first, .moves, .moves])
    #expect(
      try turns(
        Self.report("a1", "2019-12-01", .scheduled), Self.report("a2", "2019-12-02", .scheduled, date: "2019-12-11"))
        == [.first, .redated])
  }

  @Test func twoHoursAreAHundredAndTwentyMinutes() throws {
    func lasting(_ durations: [String]) throws -> Record {
      try Reports.record(
        durations.enumerated().map { place, duration in
          var report = Self.report("a\(place)", "2019-12-11", .held)
          report.duration = duration
          return report
        })
    }
    #expect(try lasting(["PT2H", "PT120M"]).conflicts.isEmpty)
    #expect(try lasting(["PT2H", "PT90M"]).conflicts.map(\.field) == [.duration])
  }
}
