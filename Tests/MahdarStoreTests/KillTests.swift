import Foundation
import Mahdar
import MahdarStore
import Testing

/// `mahdar add`, killed while it works.
@Suite(.serialized) struct KillTests {
  /// What a run that was killed had reported on standard output.
  ///
  /// - Parameter isReporting: whether the seconds count from its first report, not from its start.
  private func reported(
    by arguments: [String], killedAfter seconds: Double, isReporting: Bool = false
  ) throws -> [String] {
    let process = Process()
    process.executableURL = Project.program
    process.arguments = arguments
    process.currentDirectoryURL = Project.root
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let id = process.processIdentifier
    var bytes = isReporting ? output.fileHandleForReading.availableData : Data()
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { if process.isRunning { kill(id, SIGKILL) } }
    bytes += output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // A last line without its end was not reported.
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test func whatWasReportedIsThereAfterAnyKill() throws {
    let scratch = try Scratch()
    let articles = Adding.made(4000)
    let file = try scratch.file("articles.jsonl", articles.map(Adding.line).joined())
    let search = try Project.search.get()
    var kills = 0
    var partial = 0
    for round in 0..<20 {
      let store = scratch.path("\(round).db")
      let arguments = ["add", file, "--store", store, "--list", "--quiet", "--batch", "50"]
      // The first run is broken off at a random point, from the opening of the store on.
      let reported = try reported(
        by: arguments, killedAfter: Double.random(in: 0.02...1.5), isReporting: round % 2 == 0)
      kills += 1
      if !reported.isEmpty, reported.count < articles.count { partial += 1 }
      guard FileManager.default.fileExists(atPath: store) else { continue }
      let opened = try Store(store, .write, search: search)
      #expect(try opened.texts("PRAGMA integrity_check") == ["ok"])
      #expect(try opened.texts("PRAGMA foreign_key_check").isEmpty)
      let there = Set(try opened.texts("SELECT key FROM article"))
      let lost = reported.filter { !there.contains($0) }
      #expect(lost.isEmpty, "round \(round): \(lost.count) of \(reported.count) reported articles are lost")
      #expect(try opened.count("article") == opened.count("words_docsize"))
      if round < 2 {
        _ = try self.reported(by: arguments, killedAfter: 600)
        #expect(try opened.count("article") == articles.count)
      }
    }
    print("kill: \(kills) kills, \(partial) while articles were being written")
    #expect(partial > 0, "no kill came while articles were written")
  }
}
