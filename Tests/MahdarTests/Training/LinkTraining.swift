import Foundation
import Testing

@testable import Mahdar

/// Fits the weights by which claims are linked to marked articles whose contacts carry `event`, and writes
/// `Data/ar/link-weights.tsv`.
///
/// `TRAIN_LINKS=a.jsonl,b.jsonl swift test --filter trainLinks`. The same articles give the same table. Printed is how the
/// claims of each file are merged by weights fitted to the others.
@Test(.enabled(if: ProcessInfo.processInfo.environment["TRAIN_LINKS"] != nil))
func trainLinks() throws {
  let files = (ProcessInfo.processInfo.environment["TRAIN_LINKS"] ?? "").split(separator: ",").map(String.init)
  let training = try LinkTraining(files: files, lexicon: Examples.lexicon.get())
  training.crossValidate()
  try Logistic.write(
    Array(zip(LinkFeature.allCases.map { "\($0)" }, training.fit { _ in true })), to: "link-weights")
}

/// What linking reaches on the stories of ours that it learnt from, as they are marked. Raise with the change that earns it.
@Test func ourStoriesArePutTogether() throws {
  let file = Examples.root.appendingPathComponent("Gold/own-tales-1.jsonl").path
  let lexicon = try Examples.lexicon.get()
  let reached = try LinkTraining(files: [file], lexicon: lexicon).reached(by: lexicon.records.weights)
  #expect(reached.precision >= 0.98 && reached.recall >= 0.93, "\(reached)")
}

struct LinkTraining {
  private struct Sample {
    var file: Int
    var features: [Int]
    var isOne: Bool
  }

  /// The claims of each file with the events that they tell: as they are marked, and as they are read.
  private var told: [(file: Int, name: String, claims: [ClaimFeatures], events: [String])] = []
  private var samples: [Sample] = []

  init(files: [String], lexicon: Lexicon) throws {
    let pipeline = Pipeline(lexicon: lexicon)
    for (number, file) in files.enumerated() {
      var given: (claims: [ClaimFeatures], events: [String]) = ([], [])
      var read = given
      try Logistic.articles([file]) { object, article in
        var article = article
        article.id = object["id"] as? String ?? ""
        let gold = object["gold"] as? [String: Any] ?? [:]
        let marks = try JSONDecoder().decode(Marks.self, from: JSONSerialization.data(withJSONObject: gold))
        let events = (gold["contacts"] as? [[String: Any]] ?? []).map { $0["event"] as? String }
        let marked = marks.contacts.map { claim in
          var claim = claim
          claim.article = article.id
          (claim.outlet, claim.published) = (article.outlet, article.published)
          return claim
        }
        func add(
          _ claims: [RecordClaim], _ events: [String?], to all: inout (claims: [ClaimFeatures], events: [String])
        ) {
          for (profile, event) in zip(pipeline.profiles(claims), events) {
            guard let event else { continue }
            all.claims.append(profile.features)
            all.events.append(event)
          }
        }
        add(marked, events, to: &given)
        let found = pipeline(article).claims
        let (one, other) = (marked.map { MarkedContact($0) }, found.map { MarkedContact($0) })
        let pairs = Pairing(contacts: one, other, one.map { mark in other.map { PartyAgreement(mark, $0) } }).pairs
        let eventOf = Dictionary(pairs.map { ($0.found, events[$0.marked]) }) { first, _ in first }
        add(found, found.indices.map { eventOf[$0] ?? nil }, to: &read)
      }
      let name = URL(fileURLWithPath: file).lastPathComponent
      for (kind, all) in [("given", given), ("read", read)] {
        told.append((number, "\(name), \(kind)", all.claims, all.events))
        add(told.count - 1, pipeline.merger)
      }
    }
  }

  /// The pairs of a set that meet in a block and may be one.
  private mutating func add(_ number: Int, _ merger: RecordMerger) {
    let (file, _, claims, events) = told[number]
    let blocks = claims.map(merger.blocks)
    for a in claims.indices {
      for b in claims.indices where b > a && merger.mayMeet(claims[a], claims[b]) {
        guard !Set(blocks[a].probed).isDisjoint(with: blocks[b].stored),
          let features = merger.comparer.features(claims[a], claims[b])
        else { continue }
        samples.append(
          Sample(
            file: file, features: [0] + features.map { Int($0.rawValue) }, isOne: events[a] == events[b]))
      }
    }
  }

  /// Features of which each pair has exactly one: what they weigh is told against the first, so that reasons read rightly.
  private static let groups: [[LinkFeature]] = [
    [
      .sideSide, .nameName, .nameAlike, .nameShort, .nameBody, .nameState, .nameSide, .alikeAlike, .alikeOther,
      .shortShort, .shortBody, .shortState, .shortSide, .bodyBody, .bodyState, .bodySide, .stateState, .stateSide,
      .oneName, .oneOther,
    ],
    [
      .timeless, .day, .days, .week, .month, .year, .adjacent, .near, .moved, .oneDatedNear, .oneDatedWeeks,
      .oneDatedMonth, .oneDatedFar, .oneDatedWide, .undatedNear, .undatedWeek, .undatedMonth, .undatedFar,
    ],
    [.nowhere, .city, .otherCity, .otherCountry, .country, .placeless, .remote],
    [
      .otherForm, .form, .margins, .conferenceVisit, .conferenceMeeting, .talksVisit, .meetingTalks, .meetingVisit,
    ],
  ]
  /// What never speaks for two claims being one, whatever chance has it.
  private static let against: [LinkFeature] = [
    .otherCity, .otherCountry, .otherTopics, .another, .otherOffice, .clash, .clashOfMany, .elsewhere, .oneMore,
    .manyMore, .openMore, .denied, .backwards, .mixed,
  ]

  /// What never speaks against it.
  private static let inFavour: [LinkFeature] = [
    .third, .unknown, .round, .status, .central, .topic, .topics, .wording, .wordings, .occasion, .venue,
  ]

  func fit(_ isLearnt: (Int) -> Bool) -> [Double] {
    var weights = Logistic.fit(
      samples.filter { isLearnt($0.file) }.map { ($0.features, $0.isOne) }, of: LinkFeature.allCases.count,
      penalty: 1, least: 3)
    for group in Self.groups {
      let reference = weights[Int(group[0].rawValue)]
      for feature in group { weights[Int(feature.rawValue)] -= reference }
      weights[0] += reference
    }
    for feature in Self.against { weights[Int(feature.rawValue)] = min(0, weights[Int(feature.rawValue)]) }
    for feature in Self.inFavour { weights[Int(feature.rawValue)] = max(0, weights[Int(feature.rawValue)]) }
    return weights
  }

  /// Prints how the claims of each file are merged by weights fitted to the others, and by those fitted to all.
  func crossValidate() {
    let all = weights { _ in true }
    var sums = [Count(), Count()]
    for (number, set) in told.enumerated() {
      let counts = [count(number, weights { $0 != set.file }), count(number, all)]
      print("\(set.name): by others \(counts[0]), by all \(counts[1])")
      for place in sums.indices { sums[place].add(counts[place]) }
    }
    print("all: by others \(sums[0]), by all \(sums[1])")
  }

  /// How the claims of the first file, as they are marked, are merged.
  func reached(by weights: LinkWeights) -> (precision: Double, recall: Double) {
    let count = count(0, weights)
    return (Double(count.right) / Double(max(count.found, 1)), Double(count.right) / Double(max(count.one, 1)))
  }

  private func weights(_ isLearnt: (Int) -> Bool) -> LinkWeights {
    LinkWeights(fit(isLearnt).map { Int32(($0 * 100).rounded()) })
  }

  /// How many pairs are one, how many were found, and how many of these rightly.
  private struct Count: CustomStringConvertible {
    var (one, found, right) = (0, 0, 0)

    mutating func add(_ other: Count) {
      (one, found, right) = (one + other.one, found + other.found, right + other.right)
    }

    var description: String {
      let (precision, recall) = (Double(right) / Double(max(found, 1)), Double(right) / Double(max(one, 1)))
      return "\(right) of \(one), \(found) found (\(Int(precision * 100)) / \(Int(recall * 100)))"
    }
  }

  private func count(_ number: Int, _ weights: LinkWeights) -> Count {
    let file = told[number]
    let merger = RecordMerger(weights: weights)
    var groupOf = [Int](repeating: 0, count: file.claims.count)
    for (place, group) in merger.merge(file.claims).groups.enumerated() {
      for claim in group { groupOf[claim] = place }
    }
    var count = Count()
    for a in file.claims.indices {
      for b in file.claims.indices where b > a {
        let (isOne, isFound) = (file.events[a] == file.events[b], groupOf[a] == groupOf[b])
        count.add(Count(one: isOne ? 1 : 0, found: isFound ? 1 : 0, right: isOne && isFound ? 1 : 0))
      }
    }
    return count
  }
}
