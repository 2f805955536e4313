import Foundation

/// What must be found in the bench's articles: `Benchmarks/expected.tsv`.
enum Expectations {
  private static let file = URL(fileURLWithPath: "Benchmarks/expected.tsv")

  static func check(_ counts: [(name: String, count: Int)], update: Bool) throws {
    let found = counts.map { "\($0.name)\t\($0.count)\n" }.joined()
    if update {
      try Data(found.utf8).write(to: file)
      print("\nwrote Benchmarks/expected.tsv")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    guard found != expected else { return }
    print("\nBenchmarks/expected.tsv has other counts; after a change of rules, words or samples: make bench UPDATE=1")
    for (want, got) in zip(expected.split(separator: "\n"), found.split(separator: "\n")) where want != got {
      print(
        "  expected \(want.replacingOccurrences(of: "\t", with: " ")), found \(got.replacingOccurrences(of: "\t", with: " "))"
      )
    }
    exit(1)
  }
}
