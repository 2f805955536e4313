import Foundation
import Testing

@testable import Mahdar

/// Measures how versions of one statement are found, on articles whose statements carry `same`.
///
/// `MEASURE_VERSIONS=a.jsonl swift test --filter measureVersions`.
@Test(.enabled(if: ProcessInfo.processInfo.environment["MEASURE_VERSIONS"] != nil))
func measureVersions() throws {
  let files = (ProcessInfo.processInfo.environment["MEASURE_VERSIONS"] ?? "").split(separator: ",").map(String.init)
  var (said, keys): ([SaidWords], [String?]) = ([], [])
  try Logistic.articles(files) { object, article in
    let gold = object["gold"] as? [String: Any] ?? [:]
    var people: [String: (side: String?, office: String?)] = [:]
    for contact in gold["contacts"] as? [[String: Any]] ?? [] {
      for one in contact["participants"] as? [[String: Any]] ?? [] {
        people[one["name"] as? String ?? ""] = (one["side"] as? String, one["office"] as? String)
      }
    }
    for row in gold["statements"] as? [[String: Any]] ?? [] {
      said.append(
        SaidWords(
          speaker: row["speaker"] as? String ?? "", speakerKind: row["speaker_kind"] as? String ?? "person",
          side: people[row["speaker"] as? String ?? ""]?.side, office: people[row["speaker"] as? String ?? ""]?.office,
          text: row["text"] as? String ?? "", article: object["id"] as? String ?? "", published: article.published))
      keys.append(row["same"] as? String)
    }
  }
  let groups = Pipeline(lexicon: try Examples.lexicon.get()).versions(of: said)
  var groupOf = [Int: Int]()
  for (place, group) in groups.enumerated() { for one in group.versions { groupOf[one] = place } }
  var (one, found, right) = (0, 0, 0)
  for a in said.indices {
    for b in said.indices where b > a && said[a].article != said[b].article {
      let isOne = keys[a] != nil && keys[a] == keys[b]
      let isFound = groupOf[a] != nil && groupOf[a] == groupOf[b]
      one += isOne ? 1 : 0
      found += isFound ? 1 : 0
      right += isOne && isFound ? 1 : 0
      if isOne != isFound, ProcessInfo.processInfo.environment["VERB"] != nil {
        print(
          isOne ? "MISSED" : "WRONG", said[a].speaker, "«\(said[a].text)»", "||", said[b].speaker, "«\(said[b].text)»")
      }
    }
  }
  print("\(said.count) statements, \(one) pairs are one, \(found) found, \(right) of them rightly")
}
