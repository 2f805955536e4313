import Foundation
import Testing

@testable import Mahdar

/// Measures how roots are told apart on articles whose contacts carry `event` and `roots`.
///
/// `MEASURE_ROOTS=a.jsonl swift test --filter measureRoots`. Of each two claims of one event: whether they go back to one root.
@Test(.enabled(if: ProcessInfo.processInfo.environment["MEASURE_ROOTS"] != nil))
func measureRoots() throws {
  let files = (ProcessInfo.processInfo.environment["MEASURE_ROOTS"] ?? "").split(separator: ",").map(String.init)
  let pipeline = Pipeline(lexicon: try Examples.lexicon.get())
  var told: [String: [(profile: ClaimProfile, roots: Set<String>)]] = [:]
  var (ids, sketches): ([String], [TextSketch]) = ([], [])
  try Logistic.articles(files) { object, article in
    let id = object["id"] as? String ?? ""
    ids.append(id)
    sketches.append(TextSketch([article.title, article.text].compactMap(\.self).joined(separator: "\n")))
    let gold = object["gold"] as? [String: Any] ?? [:]
    let marks = try JSONDecoder().decode(Marks.self, from: JSONSerialization.data(withJSONObject: gold))
    let rows = gold["contacts"] as? [[String: Any]] ?? []
    let claims = marks.contacts.map { claim in
      var claim = claim
      claim.article = id
      (claim.outlet, claim.published) = (article.outlet, article.published)
      return claim
    }
    for (profile, row) in zip(pipeline.profiles(claims), rows) {
      guard let event = row["event"] as? String, let roots = row["roots"] as? [String] else { continue }
      told[event, default: []].append((profile, Set(roots)))
    }
  }
  var finder = CopyFinder()
  let originals = finder.originals(ids, sketches)
  var (pairs, one, found, right, events, counted) = (0, 0, 0, 0, 0, 0)
  for (event, all) in told.sorted(by: { $0.key < $1.key }) where all.count > 1 {
    let record = pipeline.record(of: all.map(\.profile), originals: originals)
    let marked = Dictionary(all.map { ($0.profile.id, $0.roots) }) { first, _ in first }
    var rootsOf = [Set<Int>](repeating: [], count: record.claims.count)
    for (place, root) in record.roots.enumerated() { for claim in root.claims { rootsOf[claim].insert(place) } }
    events += 1
    let count = Set(all.flatMap(\.roots)).count
    counted += count == record.roots.count ? 1 : 0
    for a in record.claims.indices {
      for b in record.claims.indices where b > a {
        let isOne = !(marked[record.claims[a].id] ?? []).isDisjoint(with: marked[record.claims[b].id] ?? [])
        let isFound = !rootsOf[a].isDisjoint(with: rootsOf[b])
        pairs += 1
        one += isOne ? 1 : 0
        found += isFound ? 1 : 0
        right += isOne && isFound ? 1 : 0
      }
    }
  }
  print(
    "\(pairs) pairs, \(one) of one root, \(found) found, \(right) rightly; \(counted) of \(events) events have as many roots"
  )
}
