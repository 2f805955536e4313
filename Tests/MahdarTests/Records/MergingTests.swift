import Testing

@testable import Mahdar

/// What is one contact and what is two.
struct MergingTests {
  let planned = Reports.claim(
    "a1", "2019-12-07", .meeting, .scheduled, [Reports.minister, Reports.american], date: "2019-12-10",
    place: Reports.washington)

  @Test func aPlanAndTheReportThatItWasHeldAreOne() throws {
    let held = Reports.claim(
      "a2", "2019-12-10", .meeting, .held, [Reports.minister, Reports.americanOtherwise], date: "2019-12-10",
      place: Reports.washington)
    #expect(try Reports.compare(planned, held).verdict == .same)
  }

  @Test func meetingsOfTwoDaysAreTwo() throws {
    let later = Reports.claim(
      "a2", "2020-01-20", .meeting, .held, [Reports.minister, Reports.american], date: "2020-01-19",
      place: Reports.washington)
    #expect(try Reports.compare(planned, later).verdict == .different)
    var held = planned
    held.status = .held
    #expect(try Reports.compare(held, later).verdict == .excluded)
  }

  @Test func aPlanThatWasPutOffIsOneWithWhatCameOfIt() throws {
    let putOff = Reports.claim(
      "a2", "2019-12-09", .meeting, .postponed, [Reports.minister, Reports.american], date: "2019-12-10",
      place: Reports.washington)
    let held = Reports.claim(
      "a3", "2020-01-08", .meeting, .held, [Reports.minister, Reports.american], date: "2020-01-08",
      place: Reports.washington)
    #expect(try Self.merging([planned, held]).groups.count == 2)
    #expect(try Self.merging([planned, putOff, held]).groups.count == 1)
  }

  @Test func meetingsInTwoCountriesAreTwoUnlessTheDayIsOne() throws {
    let elsewhere = Reports.claim(
      "a2", "2019-12-10", .meeting, .held, [Reports.minister, Reports.american], date: "2019-12-10",
      place: Reports.sochi)
    // The same two on the same day: where they met is what the reports are at odds about.
    #expect(try Self.merging([planned, elsewhere]).groups.count == 1)
    #expect(try Reports.record([planned, elsewhere]).conflicts.map(\.field) == [.place])
    var undated = elsewhere
    undated.date = nil
    #expect(try Reports.compare(planned, undated).verdict != .same)
  }

  @Test func aRegionAndItsCityAgree() throws {
    func report(_ article: String, _ place: String) -> RecordClaim {
      Reports.claim(
        article, "2019-12-11", .meeting, .held, [Reports.minister, Reports.american], date: "2019-12-10",
        place: .init(name: place, country: "KE"))
    }
    let (region, city, other) = (report("a1", "ساحل كينيا"), report("a2", "ممباسا"), report("a3", "نيروبي"))
    #expect(try Reports.compare(region, city).score > Reports.compare(city, other).score)
    #expect(try Reports.record([region, city]).conflicts.isEmpty)
    #expect(try Reports.record([city, other]).conflicts.map(\.field) == [.place])
  }

  @Test func aCallIsNoMeeting() throws {
    let call = Reports.claim(
      "a2", "2019-12-10", .call, .held, [Reports.minister, Reports.american], date: "2019-12-10")
    #expect(try Reports.compare(planned, call).verdict == .excluded)
  }

  @Test func whatWasHeldIsNotPlannedForLater() throws {
    let held = Reports.claim(
      "a2", "2019-12-08", .meeting, .held, [Reports.minister, Reports.american], place: Reports.washington)
    #expect(try Reports.compare(planned, held).verdict == .excluded)
  }

  @Test func aYearHoldsItsMonth() throws {
    let year = Reports.claim(
      "a1", "2019-12-07", .meeting, .held, [Reports.minister, Reports.person("ترامب", "US")], date: "2017",
      place: Reports.washington, evidence: "لقائه المثير للجدل")
    let month = Reports.claim(
      "a2", "2019-12-09", .meeting, .held, [Reports.minister, Reports.person("دونالد ترامب", "US")], date: "2017-05",
      place: Reports.washington, evidence: "لقائه الشهير")
    #expect(try Reports.compare(year, month).verdict == .same)
    #expect(try Reports.record([year, month]).date == "2017-05")
    #expect(try Reports.record([year, month]).conflicts.isEmpty)
  }

  @Test func aVisitAndItsMeetingAreOne() throws {
    let visit = Reports.claim(
      "a1", "2019-12-09", .visit, .scheduled, [Reports.minister, Reports.state("الولايات المتحدة", "US")],
      date: "2019-12-10",
      place: Reports.washington)
    var meeting = planned
    meeting.article = "a2"
    #expect(try Reports.compare(visit, meeting).verdict == .within)
    #expect(try Self.merging([visit, meeting]).groups.count == 1)
    #expect(try Reports.record([visit, meeting]).form == .meeting)
  }

  @Test func aVagueReportBringsNoTwoMeetingsTogether() throws {
    func meeting(_ article: String, _ other: RecordClaim.Participant) -> RecordClaim {
      Reports.claim(
        article, "2019-12-11", .meeting, .held, [Reports.minister, other], date: "2019-12-10", place: Reports.washington
      )
    }
    let (defence, foreign) = ("وزير الدفاع الأمريكي", "وزير الخارجية الأمريكي")
    let one = meeting("a1", Reports.american)
    let two = meeting("a2", Reports.person("روبرت هالفورد", "US", defence))
    #expect(try Self.merging([one, two, meeting("a3", Reports.state("أمريكا", "US"))]).groups.count == 2)
    let offices = [defence, foreign].enumerated().map { meeting("b\($0)", Reports.person($1, "US", $1)) }
    #expect(try Self.merging(offices).groups.count == 2)
  }

  @Test func whatIsPutOffMeetsItsNewDay() throws {
    let putOff = Reports.claim(
      "a2", "2019-12-09", .meeting, .postponed, [Reports.minister, Reports.american], date: "2019-12-17",
      place: Reports.washington)
    #expect(try Self.merging([planned, putOff]).groups.count == 1)
  }

  @Test func aMonthToldInItsCourseEndsWithTheReport() throws {
    let coming = Reports.claim(
      "a1", "2019-12-05", .meeting, .scheduled, [Reports.minister, Reports.american], date: "2019-12-24",
      place: Reports.washington)
    let past = Reports.claim(
      "a2", "2019-12-22", .meeting, .held, [Reports.minister, Reports.american], date: "2019-12",
      place: Reports.washington)
    #expect(try Reports.compare(coming, past).verdict == .excluded)
  }

  @Test func aBilateralOnTheMarginsOfThreeIsAPart() throws {
    let saudi = Reports.person("عادل الجبير", "SA")
    let three = Reports.claim(
      "a1", "2019-12-11", .conference, .held, [Reports.minister, Reports.american, saudi], date: "2019-12-10",
      place: Reports.washington)
    var two = Reports.claim(
      "a2", "2019-12-11", .meeting, .held, [Reports.minister, saudi], date: "2019-12-10", place: Reports.washington)
    two.occasion = "قمة المناخ"
    #expect(try Reports.compare(three, two).verdict == .within)
  }

  @Test func threeWhoMeetBringNoTwoPairsTogether() throws {
    let saudi = Reports.person("عادل الجبير", "SA")
    func meeting(_ article: String, _ form: ContactForm, _ parties: [RecordClaim.Participant]) -> RecordClaim {
      Reports.claim(article, "2019-12-11", form, .held, parties, date: "2019-12-10", place: Reports.washington)
    }
    let merging = try Self.merging([
      meeting("a1", .meeting, [Reports.minister, Reports.american]),
      meeting("a2", .meeting, [Reports.minister, saudi]),
      meeting("a3", .conference, [Reports.minister, Reports.american, saudi]),
    ])
    #expect(merging.groups.count > 1)
  }

  @Test func meetingsOfAVisitAreItsParts() throws {
    let visit = Reports.claim(
      "a1", "2019-12-09", .visit, .scheduled, [Reports.minister, Reports.state("الولايات المتحدة", "US")],
      date: "2019-12-10", place: Reports.washington)
    var (one, other) = (planned, planned)
    one.article = "a2"
    (other.article, other.participants) = ("a3", [Reports.minister, Reports.person("جانيت رودريك", "US")])
    let merging = try Self.merging([visit, one, other])
    #expect(merging.groups.count == 3)
    let whole = try #require(merging.groups.firstIndex { $0.contains(0) })
    #expect(merging.parts.count == 2 && merging.parts.values.allSatisfy { $0 == whole })
    // What one article tells apart stays apart, and is a part all the same.
    one.article = "a1"
    let apart = try Self.merging([visit, one])
    #expect(apart.groups.count == 2 && apart.parts.count == 1)
  }

  private static func merging(_ claims: [RecordClaim]) throws -> RecordMerger.Merging {
    try Reports.merger().merge(Reports.profiles(claims).map(\.features))
  }

  @Test func twoRoundsAreTwo() throws {
    let parties = [Reports.state("إيران", "IR"), Reports.state("السعودية", "SA")]
    let fourth = Reports.claim(
      "a1", "2021-09-25", .talks, .held, parties, date: "2021-09", place: .init(name: "بغداد", country: "IQ"),
      evidence: "الجولة الرابعة من المحادثات")
    let fifth = Reports.claim(
      "a2", "2021-09-28", .talks, .held, parties, date: "2021-09", place: .init(name: "بغداد", country: "IQ"),
      evidence: "الجولة الثالثة من المحادثات")
    #expect(try Reports.compare(fourth, fifth).verdict == .excluded)
  }

  @Test func oneHostReceivesTwoGuests() throws {
    let host = Reports.person("حيدر العبادي", "IQ", "رئيس الوزراء العراقي")
    let place = RecordClaim.Place(name: "بغداد", country: "IQ")
    let one = Reports.claim(
      "a1", "2015-07-23", .meeting, .held, [host, Reports.person("آشتون كارتر", "US")], date: "2015-07-23", place: place
    )
    let other = Reports.claim(
      "a2", "2015-07-23", .meeting, .held, [host, Reports.person("فرانك شتاينماير", "DE")], date: "2015-07-23",
      place: place)
    #expect(try Reports.compare(one, other).verdict != .same)
  }

  @Test func peopleOfOneFamilyNameStayApart() throws {
    let place = RecordClaim.Place(name: "باريس", country: "FR")
    let host = Reports.person("فرانسوا هولاند", "FR")
    let one = Reports.claim(
      "a1", "2015-06-24", .meeting, .held, [host, Reports.person("محمد بن سلمان", "SA")], date: "2015-06-24",
      place: place)
    let other = Reports.claim(
      "a2", "2015-06-24", .meeting, .held, [host, Reports.person("محمد بن نايف", "SA")], date: "2015-06-24",
      place: place)
    #expect(try Reports.compare(one, other).verdict != .same)
  }

  @Test func aFamilyNameTakesTheFullNameOfItsSideInTheArticle() throws {
    let short = Reports.claim("a1", "2015-06-24", .call, .held, [Reports.person("طراونة", "JO"), Reports.minister])
    let full = Reports.claim(
      "a1", "2015-06-24", .visit, .held, [Reports.person("سلطان الطراونة", "JO"), Reports.state("روسيا", "RU")])
    let profiles = try Reports.pipeline().profiles([short, full])
    #expect(profiles[0].identities[0] == profiles[1].identities[0])
  }

  @Test func aPersonsDecisionGoesBeforeTheWeighing() throws {
    var other = planned
    other.article = "a2"
    let profiles = try Reports.profiles([planned, other])
    let apart = RecordMerger.Decision(profiles[0].id, profiles[1].id, isSame: false)
    #expect(try Reports.merger().merge(profiles.map(\.features)).groups.count == 1)
    #expect(try Reports.merger().merge(profiles.map(\.features), decisions: [apart]).groups.count == 2)
    var call = planned
    call.article = "a3"
    call.form = .call
    let odd = try Reports.profiles([planned, call])
    let together = RecordMerger.Decision(odd[0].id, odd[1].id, isSame: true)
    #expect(try Reports.merger().merge(odd.map(\.features)).groups.count == 2)
    #expect(try Reports.merger().merge(odd.map(\.features), decisions: [together]).groups.count == 1)
  }
}
