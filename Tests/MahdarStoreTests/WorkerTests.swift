import Foundation
import Mahdar
import MahdarReaders
import Synchronization
import Testing

@testable import MahdarStore

/// Articles at which workers end take no others with them.
struct WorkerTests {
  /// A run over made articles by workers of this process.
  private func add(
    _ count: Int, patience: Int = 60, analysing: @escaping @Sendable (Article) -> WorkerThread.Fate = { _ in .works },
    reading: @escaping @Sendable (InputQueue.Piece) -> WorkerThread.Fate = { _ in .works }
  ) throws -> (summary: Ingest.Summary, errors: [InputError], started: Int, there: Set<String>) {
    let scratch = try Scratch()
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    let file = try scratch.file("articles.jsonl", Adding.made(count).map(Adding.line).joined())
    let started = WorkerThread.Count()
    var errors: [InputError] = []
    let summary = try Adding.file(file, to: store, patience: patience) {
      started.add()
      return try WorkerThread(reading: reading, analysing: analysing)
    } failure: {
      errors.append($0)
    }
    return (summary, errors, started.value, Set(try store.texts("SELECT key FROM article")))
  }

  @Test func theArticleAtWhichWorkersEndIsAnErrorAndTheRestIsAdded() throws {
    let run = try add(600) { $0.id == "made-17" || $0.id == "made-500" ? .ends : .works }
    #expect(run.summary.added == 598 && run.summary.errors == 2 && run.there.count == 598)
    #expect(Set(run.errors.map(\.id)) == ["made-17", "made-500"])
    #expect(Set(run.errors.map(\.line)) == [18, 501])
    #expect(run.errors.allSatisfy { $0.code == .failed })
    #expect(run.errors.allSatisfy { $0.message.contains("a test") && $0.message.contains("report") })
    // One for each of two lanes, and two for each bad article.
    #expect(run.started <= 2 + 2 * 2)
  }

  @Test func anArticleThatIsNotDoneInTimeIsAnError() throws {
    let run = try add(40, patience: 1) { $0.id == "made-3" ? .isSilent : .works }
    #expect(run.summary.added == 39)
    #expect(run.errors.map(\.id) == ["made-3"])
    #expect(run.errors.first?.message.contains("1 seconds") == true)
  }

  @Test func aWorkerThatEndsOnceCostsNothing() throws {
    let ended = WorkerThread.Count()
    let run = try add(200) { article in
      guard article.id == "made-50", ended.value == 0 else { return .works }
      ended.add()
      return .ends
    }
    #expect(run.summary.added == 200 && run.errors.isEmpty && ended.value == 1)
  }

  @Test func aLineThatCantEvenBeReadIsToldByItsPlace() throws {
    let run = try add(
      100,
      reading: { piece in
        guard case .lines(let batch) = piece else { return .works }
        return batch.lines.contains { $0.number == 42 } ? .ends : .works
      })
    #expect(run.summary.added == 99 && !run.there.contains("made-41"))
    #expect(run.errors.map(\.line) == [42])
    #expect(run.errors.first?.file?.hasSuffix("articles.jsonl") == true)
  }

  @Test func articlesThatAreAllBadEndTheRunAllTheSame() throws {
    let run = try add(30) { _ in .ends }
    #expect(run.summary.added == 0 && run.errors.count == 30)
    #expect(run.started <= 2 + 2 * 30)
  }

  @Test func withoutWorkersTheRunEndsWithTheReason() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    let file = try scratch.file("articles.jsonl", Adding.made(300).map(Adding.line).joined())
    #expect(throws: WorkerError.self) {
      try Adding.file(file, to: store) {
        try WorkerProcess(program: "/nothing", arguments: [])
      } failure: { _ in
      }
    }
    #expect(throws: WorkerError.self) {
      try Adding.file(file, to: store) {
        try WorkerProcess(program: "/bin/false", arguments: [])
      } failure: { _ in
      }
    }
  }

  @Test func whatTheStoreRefusesIsAnErrorAndTheRestIsAdded() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    try store.execute(
      "CREATE TRIGGER refuse BEFORE INSERT ON article WHEN new.key = 'made-7' BEGIN SELECT RAISE(ABORT, 'no'); END")
    let file = try scratch.file("articles.jsonl", Adding.made(60).map(Adding.line).joined())
    var errors: [InputError] = []
    let summary = try Adding.file(file, to: store, workers: Adding.worker) { errors.append($0) }
    #expect(summary.added == 59 && summary.errors == 1)
    #expect(errors.map(\.id) == ["made-7"])
    #expect(try store.count("article") == 59)
  }

  @Test func whatWorkersSendIsWhatTheyRead() throws {
    let pipeline = try Project.pipeline.get()
    for article in Adding.made(12) {
      let bytes = ReadArticle(pipeline(article), pipeline, ContentHash(of: article)).bytes
      let copy = try #require(ReadArticle(bytes))
      #expect(copy.bytes == bytes && !copy.profiles.isEmpty)
      #expect(copy.profiles.map(\.claim) == pipeline(article).claims)
      #expect(copy.profiles.map(\.identities) == pipeline.profiles(pipeline(article).claims).map(\.identities))
      for count in stride(from: 0, to: bytes.count, by: 7) { #expect(ReadArticle(Array(bytes[..<count])) == nil) }
    }
  }

  @Test func piecesArriveAsTheyWereSent() throws {
    let line = LineBatch.Line(bytes: 2..<5, number: 7, isCut: true)
    let pieces: [InputQueue.Piece] = [
      .lines(LineBatch(source: "a.jsonl", bytes: Array("abcdef".utf8), lines: [line])),
      .lines(
        LineBatch(
          source: "a.jsonl", bytes: [], lines: [], charset: .windows1256,
          mapping: FieldMapping([.text: "body", .id: "guid"]))),
      .content(
        path: "a.warc", id: "a", bytes: [1], format: .html,
        context: InputContext(origin: "warc", charset: "utf-8", fetched: "2024-05-01T10:00:00Z", line: 3)),
      .file(path: "b.html", id: "b", format: .html), .content(path: "-", id: "c", bytes: [0, 255], format: .json),
      .content(
        path: "f", id: "f", bytes: [1], format: .feed, context: InputContext(origin: "http", url: "u", text: "نص")),
      .failure(InputError(.empty, "nothing", id: "c", line: 3)),
    ]
    for piece in pieces {
      #expect(InputQueue.Piece(piece.bytes)?.bytes == piece.bytes)
      for count in piece.bytes.indices { #expect(InputQueue.Piece(Array(piece.bytes[..<count])) == nil) }
    }
  }
}
