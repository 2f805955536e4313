import Foundation
import Testing

/// The figures of `mahdar evaluate` are those of the scorer, which lies beside the checkout where the project is made.
struct ScorerTests {
  private static let gold = Command.root.appendingPathComponent("../shared/gold").standardizedFileURL
  private static let scorer = gold.appendingPathComponent("score").path

  /// The sets that may be looked at.
  private static var sets: [String] {
    ["dev", "seeds", "fresh-1"].map { gold.appendingPathComponent("\($0).jsonl").path }.filter {
      FileManager.default.fileExists(atPath: $0)
    }
      + ["Gold/own-1.jsonl", "Gold/own-2.jsonl", "Samples/gold.jsonl"].map {
        Command.root.appendingPathComponent($0).path
      }
  }

  private static var canRun: Bool {
    let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return FileManager.default.fileExists(atPath: scorer)
      && path.contains { FileManager.default.isExecutableFile(atPath: "\($0)/python3") }
  }

  /// The figures; what the program alone tells beside them, such as faults, is left out.
  private static func figures(_ json: Data) throws -> NSDictionary {
    var object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    for name in ["faults", "outlets", "unused"] { object[name] = nil }
    return object as NSDictionary
  }

  @Test(.enabled(if: canRun, "no scorer beside the checkout, or no python3"), arguments: sets)
  func figuresAreTheScorers(_ set: String) throws {
    let scratch = try Scratch()
    let read = try Command(["read", set, "--format", "jsonl", "--quiet"])
    let analyses = try scratch.file("analyses.jsonl", read.output)
    let scored = try Command(
      [Self.scorer, set, "--predictions", analyses, "--json"], shell: "exec python3 \"$@\"")
    #expect(scored.status == 0, "\(scored.errors)")
    let evaluated = try Command(["evaluate", set, "--format", "json"])
    #expect(evaluated.status == 0, "\(evaluated.errors)")
    #expect(try Self.figures(evaluated.output) == Self.figures(scored.output))
  }
}
