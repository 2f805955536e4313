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

struct LinkTraining {
  private struct Sample {
    var file: Int
    var features: [Int]
    var isOne: Bool
  }

  /// The claims of each file with the events that they tell.
  private var told: [(name: String, claims: [ClaimFeatures], events: [String])] = []
  private var samples: [Sample] = []

  init(files: [String], lexicon: Lexicon) throws {
    let pipeline = Pipeline(lexicon: lexicon)
    for (number, file) in files.enumerated() {
      var claims: [ClaimFeatures] = []
      var events: [String] = []
      try Logistic.articles([file]) { object, article in
        let gold = object["gold"] as? [String: Any] ?? [:]
        let marks = try JSONDecoder().decode(Marks.self, from: JSONSerialization.data(withJSONObject: gold))
        let rows = gold["contacts"] as? [[String: Any]] ?? []
        let own = zip(marks.contacts, rows).filter { $1["event"] is String }
        let given = own.map { claim, _ in
          var claim = claim
          claim.article = object["id"] as? String ?? ""
          (claim.outlet, claim.published) = (article.outlet, article.published)
          return claim
        }
        claims += pipeline.profiles(given).map(\.features)
        events += own.compactMap { $1["event"] as? String }
      }
      told.append((URL(fileURLWithPath: file).lastPathComponent, claims, events))
      add(number, pipeline.merger)
    }
  }

  /// The pairs of a file that meet in a block and may be one.
  private mutating func add(_ file: Int, _ merger: RecordMerger) {
    let (_, claims, events) = told[file]
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

  func fit(_ isLearnt: (Int) -> Bool) -> [Double] {
    Logistic.fit(
      samples.filter { isLearnt($0.file) }.map { ($0.features, $0.isOne) }, of: LinkFeature.allCases.count,
      penalty: 1, least: 3)
  }

  /// Prints how the claims of each file are merged by weights fitted to the others, and by those fitted to all.
  func crossValidate() {
    let all = weights { _ in true }
    var sums = [Count(), Count()]
    for (number, file) in told.enumerated() {
      let counts = [count(number, weights { $0 != number }), count(number, all)]
      print("\(file.name): by others \(counts[0]), by all \(counts[1])")
      for place in sums.indices { sums[place].add(counts[place]) }
    }
    print("all: by others \(sums[0]), by all \(sums[1])")
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
