import ArgumentParser
import Foundation

/// How many articles are read at once.
struct Jobs: ParsableArguments {
  /// More workers than any machine has cores for.
  static let limit = 256

  @Option(help: "The number of articles read at once, at most 256. Default: one for each core.") var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }

  var count: Int { min(jobs ?? ProcessInfo.processInfo.activeProcessorCount, Self.limit) }
}
