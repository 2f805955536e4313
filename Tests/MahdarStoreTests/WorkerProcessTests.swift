import Foundation
import Testing

@testable import MahdarStore

/// The processes that `mahdar add` starts.
@Suite(.serialized) struct WorkerProcessTests {
  private func run(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = Project.program
    process.currentDirectoryURL = Project.root
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The processes that one has started, once there are some.
  private func children(of parent: pid_t) throws -> [pid_t] {
    for _ in 0..<1000 {
      let all = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }
      let found = all.filter { id in
        // The name, which may hold anything, stands in brackets; state and parent follow.
        let state = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)
        let fields = state?.split(separator: ")").last?.split(separator: " ") ?? []
        return fields.count > 2 && fields[0] != "Z" && pid_t(fields[1]) == parent
      }
      if !found.isEmpty { return found }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return []
  }

  @Test func oneThatIsKilledFromOutsideCostsNothing() throws {
    let scratch = try Scratch()
    let file = try scratch.file("articles.jsonl", Adding.made(3000).map(Adding.line).joined())
    let process = try run(["add", file, "--store", scratch.path("a.db"), "--jobs", "2"])
    let victim = try #require(try children(of: process.processIdentifier).first)
    Thread.sleep(forTimeInterval: 0.3)
    #expect(kill(victim, SIGKILL) == 0)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let store = try Store(scratch.path("a.db"), .read, search: try Project.search.get())
    #expect(try store.count("article") == 3000)
  }

  @Test func theyEndWithTheOneWhoStartedThem() throws {
    let scratch = try Scratch()
    let file = try scratch.file("articles.jsonl", Adding.made(3000).map(Adding.line).joined())
    let process = try run(["add", file, "--store", scratch.path("a.db"), "--jobs", "2"])
    let workers = try children(of: process.processIdentifier)
    #expect(!workers.isEmpty)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    func isThere(_ id: pid_t) -> Bool {
      let state = (try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8))?.split(separator: ")").last
      return state.map { !$0.hasPrefix(" Z") } ?? false
    }
    for _ in 0..<500 where workers.contains(where: isThere) { Thread.sleep(forTimeInterval: 0.01) }
    #expect(!workers.contains(where: isThere))
  }

  @Test func byHandItSaysWhatItIsFor() throws {
    let process = try run(["worker"])
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
  }
}
