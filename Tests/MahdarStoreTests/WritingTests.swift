import Foundation
import GRDB
import Mahdar
import MahdarReaders
import Testing

@testable import MahdarStore

/// Adding leaves others room to write.
struct WritingTests {
  @Test func whatASlowProducerSendsIsSafeBeforeItSendsMore() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.db")
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = Project.program
    process.currentDirectoryURL = Project.root
    process.arguments = ["add", "-", "--store", path, "--list", "--quiet"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let lines = Adding.made(9).map(Adding.line)
    func reported(_ count: Int) -> [Substring] {
      var text: [UInt8] = []
      while text.count(where: { $0 == 0x0A }) < count {
        let next = output.fileHandleForReading.availableData
        if next.isEmpty { break }
        text += next
      }
      return String(decoding: text, as: UTF8.self).split(separator: "\n")
    }
    // An empty line tells nothing of the format; it is not taken for a text.
    try input.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
    Thread.sleep(forTimeInterval: 0.5)
    for part in 0..<3 {
      let start = ContinuousClock.now
      try input.fileHandleForWriting.write(contentsOf: Data(lines[part * 3..<part * 3 + 3].joined().utf8))
      #expect(reported(3).sorted() == (0..<3).map { "made-\(part * 3 + $0)" })
      #expect(ContinuousClock.now - start < .seconds(10))
      // While it waits, the store is free at once.
      var configuration = Configuration()
      configuration.busyMode = .immediateError
      Thread.sleep(forTimeInterval: 0.3)
      let other = try DatabaseQueue(path: path, configuration: configuration)
      try other.inTransaction(.immediate) { db in
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM article")
        #expect(count == part * 3 + 3)
        return .commit
      }
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func othersWriteWhileMuchIsAdded() throws {
    let scratch = try Scratch()
    let search = try Project.search.get()
    let path = scratch.path("a.db")
    let store = try Store(path, .write, search: search)
    let file = try scratch.file("articles.jsonl", Adding.made(2500).map(Adding.line).joined())
    let (isDone, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    nonisolated(unsafe) var longest = Duration.zero
    nonisolated(unsafe) var writes = 0
    nonisolated(unsafe) var problem: (any Error)?
    Thread.detachNewThread {
      do {
        let other = try Store(path, .write, search: search)
        while isDone.wait(timeout: .now() + 0.05) == .timedOut {
          let start = ContinuousClock.now
          try other.execute("INSERT INTO setting VALUES ('test', '') ON CONFLICT (name) DO UPDATE SET value = ''")
          longest = max(longest, ContinuousClock.now - start)
          writes += 1
        }
      } catch {
        problem = error
      }
      ended.signal()
    }
    let summary = try Adding.file(file, to: store)
    isDone.signal()
    ended.wait()
    #expect(problem == nil && summary.added == 2500)
    #expect(writes > 2)
    print("others waited \(longest) at most, in \(writes) writes")
  }

  @Test func whatOthersDecideMeanwhileHolds() throws {
    let scratch = try Scratch()
    let search = try Project.search.get()
    let pipeline = try Project.pipeline.get()
    let store = try Store(scratch.path("a.db"), .write, search: search)
    let other = try Store(scratch.path("a.db"), .write, search: search)
    func article(_ number: Int) -> Article {
      Article(
        id: "r\(number)",
        text: "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأمريكي مايك بومبيو في جنيف يوم 10 مارس 2019.",
        published: "2019-03-1\(number)")
    }
    let file = try scratch.file("articles.jsonl", [article(1), article(2)].map(Adding.line).joined())
    var isFirst = true
    _ = try Adding.file(file, to: store, batch: 1, workers: Adding.worker) { summary in
      guard isFirst, summary.added == 1 else { return }
      isFirst = false
      let contact = (try? other.texts("SELECT id FROM contact"))?.first ?? ""
      #expect(throws: Never.self) {
        try other.decide(.reject(contact), reason: nil, now: "2025-01-01T00:00:00Z", pipeline: pipeline)
      }
    } failure: { _ in
    }
    #expect(try store.count("article") == 2 && !isFirst)
    // What was rejected does not come back with the next report of it.
    #expect(try store.texts("SELECT articles FROM contact") == ["1"])
  }

  @Test func whatIsLinkedAnewPartByPartIsTheSame() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    let pipeline = try Project.pipeline.get()
    _ = try Adding.articles(Adding.made(60), to: store)
    let (record, links, changes) = (try store.record(), try store.count("link"), try store.count("change"))
    try store.execute("UPDATE setting SET value = '0' WHERE name = 'linking'")
    for _ in 0..<12 {
      try store.write { db in
        let names = try NameWriter(db, terms: store.terms)
        try Linker(db, names: names, pipeline: pipeline, now: "2025-01-01T00:00:00Z").refreshPart(7)
      }
      #expect(try store.record() == record)
    }
    #expect(try !store.read { try Linker.isFresh($0, pipeline.linking) })
    // Another run goes on from there.
    _ = try Adding.articles([], to: store)
    #expect(try store.record() == record)
    #expect(try store.count("link") == links)
    #expect(try store.count("change") == changes)
  }
}
