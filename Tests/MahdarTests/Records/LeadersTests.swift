import Testing

@testable import Mahdar

/// However many reports tell of one contact, each costs few comparisons.
struct LeadersTests {
  private static let subjects = [
    "الطاقة", "الحدود", "المياه", "التجارة", "الهدنة", "الانتخابات", "اللاجئين", "الزراعة", "الثقافة", "التعليم",
    "الملاحة", "السياحة",
  ]

  /// Reports of one day that differ in their words alone: of people, dated, or of states, undated.
  private static func reports(_ count: Int, date: String? = "2019-12-10", perArticle: Int = 1) -> [RecordClaim] {
    (0..<count).map { number in
      Reports.claim(
        "a\(number / perArticle)", "2019-12-11", date == nil ? .talks : .meeting, .held,
        date == nil
          ? [Reports.state("روسيا", "RU"), Reports.state("أمريكا", "US")] : [Reports.minister, Reports.american],
        date: date,
        place: date == nil ? nil : Reports.washington,
        topics: [subjects[number % 12]],
        evidence: date == nil ? "خبر\(number)" : "بحث الوزيران \(subjects[number / 12 % 12]) في خبر رقم \(number)")
    }
  }

  private static func merging(_ claims: [RecordClaim]) throws -> RecordMerger.Merging {
    try Reports.merger().merge(try Reports.profiles(claims).map(\.features))
  }

  @Test func theWorkForAReportDoesNotGrowWithTheirNumber() throws {
    let (few, many) = (try Self.merging(Self.reports(200)), try Self.merging(Self.reports(1600)))
    #expect(many.groups.map(\.count) == [1600])
    #expect(many.comparisons <= few.comparisons * 8 * 3 / 2, "\(few.comparisons), \(many.comparisons)")
    #expect(many.comparisons <= 1600 * Leaders.atMost)
  }

  @Test func neitherDoesItWhereWordsDecide() throws {
    let (few, many) = (try Self.merging(Self.reports(400, date: nil)), try Self.merging(Self.reports(1600, date: nil)))
    #expect(many.groups.count == 12)
    #expect(many.comparisons <= few.comparisons * 4 * 3 / 2, "\(few.comparisons), \(many.comparisons)")
  }

  @Test func whatMeansTheSameIsComparedOnce() throws {
    let claims = (0..<500).map {
      Reports.claim(
        "a\($0)", "2019-12-11", .meeting, .held, [Reports.minister, Reports.american], date: "2019-12-10",
        place: Reports.washington, evidence: "التقى لافروف بومبيو")
    }
    let merging = try Self.merging(claims)
    #expect(merging.groups.count == 1)
    #expect(merging.comparisons < 200, "\(merging.comparisons)")
  }

  @Test(arguments: 1...5)
  func anyOrderGivesTheSameLeaders(_ seed: UInt64) throws {
    let profiles = try Reports.profiles(Self.reports(150, date: seed % 2 == 0 ? nil : "2019-12-10", perArticle: 2))
    let expected = try MergingLaws.groups(profiles)
    #expect(expected.contains { $0.count > Leaders.atLeast })
    var numbers = SeededNumbers(state: seed)
    for _ in 0..<3 { #expect(try MergingLaws.groups(profiles.shuffled(using: &numbers)) == expected) }
    // Two claims of one article are never one contact, whoever leads them.
    for group in try Reports.merger().merge(profiles.map(\.features)).groups {
      #expect(Set(group.map { profiles[$0].claim.article }).count == group.count)
    }
  }

  @Test func aDecisionHoldsAgainstAThousandReports() throws {
    let profiles = try Reports.profiles(Self.reports(60))
    let one = profiles[0].id
    let apart = profiles.dropFirst().map { RecordMerger.Decision(one, $0.id, isSame: false) }
    let groups = try Reports.merger().merge(profiles.map(\.features), decisions: Set(apart)).groups
    #expect(Set(groups.map(\.count)) == [1, 59])
  }

  @Test func aNewReportFollowsAsIfAllHadComeTogether() throws {
    let claims = try Reports.profiles(Self.reports(120, date: nil)).map(\.features).sorted { $0.number < $1.number }
    var all = try Reports.merger().leaders()
    var followers: [Int: Int] = [:]
    for (place, claim) in claims.enumerated() {
      if let follower = all.take(place, claim, isNamed: false) { followers[place] = follower.leader }
    }
    #expect(followers.count > 20 && all.all.count > Leaders.atLeast)
    for (place, leader) in followers {
      var known = try Reports.merger().leaders(all.all)
      #expect(known.follower(place, claims[place], isNamed: false)?.leader == leader)
    }
    for (place, claim) in all.all {
      var others = try Reports.merger().leaders(all.all.filter { $0.id != place })
      #expect(others.follower(place, claim, isNamed: false) == nil)
    }
  }
}
