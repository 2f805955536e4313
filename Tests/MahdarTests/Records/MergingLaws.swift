import Testing

@testable import Mahdar

/// A source of numbers that gives the same ones for the same seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// The record is a function of the set of claims.
struct MergingLaws {
  /// Claims of few people, days and places, so that many are near each other.
  static func claims(_ seed: UInt64, _ count: Int) -> [RecordClaim] {
    var numbers = SeededNumbers(state: seed)
    let people = [
      Reports.minister, Reports.american, Reports.americanOtherwise, Reports.person("عادل الجبير", "SA"),
      Reports.person("محمد جواد ظريف", "IR"), Reports.state("إيران", "IR"), Reports.state("روسيا", "RU"),
      Reports.person("ظريف", "IR"), Reports.person("الجبير", "SA"), Reports.person("ستافان دي ميستورا", "UN"),
    ]
    let dates: [String?] = [
      "2019-12-10", "2019-12-11", "2019-12", "2019-W50", "2019-12-09/2019-12-11", "2019", nil, nil,
    ]
    let places: [RecordClaim.Place?] = [Reports.washington, Reports.sochi, .init(name: "روسيا", country: "RU"), nil]
    let forms: [ContactForm] = [.meeting, .meeting, .visit, .talks, .conference, .call]
    let statuses: [ContactStatus] = [.held, .held, .scheduled, .proposed, .denied, .postponed]
    let topics = ["الأزمة السورية", "الاتفاق النووي", "الانتخابات"]
    return (0..<count).map { index in
      let many = Int.random(in: 2...3, using: &numbers)
      return Reports.claim(
        "a\(index / 2)", index % 11 == 0 ? nil : "2019-12-\(10 + index % 5)",
        forms.randomElement(using: &numbers) ?? .meeting,
        statuses.randomElement(using: &numbers) ?? .held, Array(people.shuffled(using: &numbers).prefix(many)),
        date: dates.randomElement(using: &numbers) ?? nil, place: places.randomElement(using: &numbers) ?? nil,
        topics: Array(topics.shuffled(using: &numbers).prefix(1)), evidence: "خبر \(index)")
    }
  }

  static func groups(_ profiles: [ClaimProfile]) throws -> Set<[String]> {
    Set(try Reports.merger().merge(profiles.map(\.features)).groups.map { $0.map { profiles[$0].id } })
  }

  @Test(arguments: 1...20)
  func anyOrderGivesTheSameRecords(_ seed: UInt64) throws {
    let profiles = try Reports.profiles(Self.claims(seed, 60))
    let expected = try Self.groups(profiles)
    #expect(expected.contains { $0.count > 1 })
    var numbers = SeededNumbers(state: seed ^ 0xFF)
    for _ in 0..<5 {
      let shuffled = profiles.shuffled(using: &numbers)
      #expect(try Self.groups(shuffled) == expected)
    }
  }

  @Test(arguments: 1...10)
  func whatNothingConnectsIsMergedApart(_ seed: UInt64) throws {
    let profiles = try Reports.profiles(Self.claims(seed, 40))
    let merger = try Reports.merger()
    let whole = merger.merge(profiles.map(\.features))
    var component = Array(profiles.indices)
    for link in whole.links + whole.doubts + whole.relations where link.comparison.verdict != .possibly {
      let (from, to) = (component[link.b], component[link.a])
      for index in component.indices where component[index] == from { component[index] = to }
    }
    var parts: Set<[String]> = []
    for root in Set(component) {
      parts.formUnion(try Self.groups(profiles.indices.filter { component[$0] == root }.map { profiles[$0] }))
    }
    #expect(try parts == Self.groups(profiles))
  }

  @Test(arguments: 1...10)
  func whatMayBeOneMeetsInABlockBothWays(_ seed: UInt64) throws {
    let profiles = try Reports.profiles(Self.claims(seed, 60))
    let claims = profiles.map(\.features)
    let merger = try Reports.merger()
    let blocks = claims.map(merger.blocks)
    for a in claims.indices {
      for b in claims.indices where a != b && merger.mayMeet(claims[a], claims[b]) {
        let there = !Set(blocks[a].probed).isDisjoint(with: blocks[b].stored)
        let back = !Set(blocks[b].probed).isDisjoint(with: blocks[a].stored)
        #expect(there == back, "\(profiles[a].claim) \(profiles[b].claim)")
      }
    }
  }

  @Test(arguments: 1...10)
  func theNearestAreTheSameInAnyOrder(_ seed: UInt64) throws {
    let claims = try Reports.profiles(Self.claims(seed, 60)).map(\.features)
    var numbers = SeededNumbers(state: seed)
    let all = claims.enumerated().map { index, claim in
      NearestClaims.Neighbour(index, claim, [.same, .within, .possibly][index % 3], score: Double(index % 5))
    }
    var lists: Set<[Int]> = []
    for _ in 0..<4 {
      var nearest = NearestClaims()
      for one in all.shuffled(using: &numbers) { _ = nearest.add(one) }
      lists.insert(nearest.all.map(\.claim).sorted())
    }
    #expect(lists.count == 1 && lists.first?.count == NearestClaims.limit)
    #expect(lists.first.map { $0.count { $0 % 3 == 0 } } == 20)
  }

  @Test(arguments: 1...10)
  func featuresComeBackFromTheirBytes(_ seed: UInt64) throws {
    for profile in try Reports.profiles(Self.claims(seed, 40)) {
      let (features, bytes) = (profile.features, profile.features.bytes)
      let read = try #require(ClaimFeatures(bytes))
      #expect(read.bytes == bytes && read.id == features.id && read.parties == features.parties)
      #expect(read.time == features.time && read.sideBits == features.sideBits)
      #expect(ClaimFeatures(Array(bytes.dropLast())) == nil && ClaimFeatures([]) == nil)
    }
  }

  @Test(arguments: 1...5)
  func anyOrderGivesTheSameAccount(_ seed: UInt64) throws {
    let pipeline = try Reports.pipeline()
    var numbers = SeededNumbers(state: seed)
    let group = try Reports.profiles(Array(Self.claims(seed, 12)))
    let one = pipeline.record(of: group)
    let other = pipeline.record(of: group.shuffled(using: &numbers))
    #expect(one.id == other.id && one.aliases == other.aliases && one.claims == other.claims)
    #expect(one.participants == other.participants && one.dates == other.dates && one.history == other.history)
    #expect(one.roots == other.roots && one.conflicts == other.conflicts)
  }

  @Test(arguments: 1...10)
  func whatTellsAlikeMayBeCounted(_ seed: UInt64) throws {
    let pipeline = try Reports.pipeline()
    let outlets = ["الشرق", "الغد", nil]
    // Of one day: each tells what others told, in another article.
    let claims = Self.claims(seed, 12).enumerated().flatMap { index, claim in
      (0..<(1 + index % 4)).map { copy in
        var other = claim
        other.article += "/\(copy)"
        other.outlet = outlets[copy % 3]
        if copy == 2 { other.by = [.init(name: "مصدر", kind: .anonymous)] }
        return other
      }
    }
    let profiles = try Reports.profiles(claims)
    let originals = [profiles[3].claim.article: profiles[1].claim.article]
    let whole = pipeline.record(of: profiles, originals: originals)
    let said = profiles.map { SayingOrder($0.features, published: $0.claim.published) }
    let firsts = Dictionary(grouping: profiles.indices) { profiles[$0].features.telling }.values.map { places in
      (first: places.min { said[$0] < said[$1] } ?? 0, count: places.count)
    }
    #expect(firsts.count < profiles.count)
    let counted = pipeline.record(of: firsts.map { profiles[$0.first] }, counts: firsts.map(\.count))
    #expect(counted.form == whole.form && counted.status == whole.status && counted.channel == whole.channel)
    #expect(counted.date == whole.date && counted.place == whole.place)
    #expect(counted.participants.map(\.identity) == whole.participants.map(\.identity))
    #expect(counted.conflicts.map(\.field) == whole.conflicts.map(\.field))
    let support = Support(
      profiles.indices.map { place in
        let article = profiles[place].claim.article
        return .init(profiles[place].features, text: originals[article] ?? article, said: said[place])
      })
    #expect(support == whole.support)
  }

  @Test func anIdOfFewerClaimsStaysAnAlias() throws {
    let group = try Reports.profiles(Array(Self.claims(3, 6)))
    let pipeline = try Reports.pipeline()
    let whole = pipeline.record(of: group)
    for profile in group {
      let id = pipeline.record(of: [profile]).id
      #expect(id == whole.id || whole.aliases.contains(id))
    }
  }
}
