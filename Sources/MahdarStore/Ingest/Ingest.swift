import Dispatch
import Foundation
import GRDB
import Mahdar
import MahdarReaders
import Synchronization

/// One run that adds articles: workers read and analyse side by side, one writer writes in batches.
///
/// What was reported through `report` is in the store, whatever happens to the program after.
/// Memory is bounded: a worker waits while too many analysed pieces wait to be written.
public final class Ingest: Sendable {
  /// What a run came to so far: only what is committed counts.
  public struct Summary: Sendable {
    public var added = 0
    /// Articles whose text was another one before.
    public var changed = 0
    /// Articles that another engine had read before.
    public var reread = 0
    public var unchanged = 0
    public var errors = 0
    /// UTF-8 bytes of the articles that were written.
    public var bytes = 0
    /// The ids of the articles of the batch that was committed last.
    public var committed: [String] = []

    public var articles: Int { added + changed + reread + unchanged }
  }

  /// How many articles are committed at once, unless the run asks for others.
  public static let batch = 4000

  private struct Piece: Sendable {
    var articles: [ReadArticle] = []
    var unchanged: [String] = []
    var errors: [InputError] = []
    /// Where its articles stand.
    var places: [String: (file: String, line: Int?)] = [:]

    /// Takes out the articles whose ids earlier pieces had.
    mutating func refuseDuplicates(_ seen: inout SeenIDs) {
      for id in articles.map(\.article.id) + unchanged {
        guard let error = seen.duplicate(id, file: places[id]?.file, line: places[id]?.line) else { continue }
        articles.removeAll { $0.article.id == id }
        unchanged.removeAll { $0 == id }
        errors.append(error)
      }
    }
  }

  /// The inputs, with the number of each piece: what is written depends on their order, not on which worker is first.
  private struct NumberedInputs: ~Copyable, Sendable {
    var inputs: InputQueue
    var count = 0

    mutating func next() -> (number: Int, piece: InputQueue.Piece)? {
      guard let piece = inputs.next() else { return nil }
      defer { count += 1 }
      return (count, piece)
    }
  }

  private let store: Store
  private let pipeline: Pipeline
  private let reader: ArticleReader
  private let inputs: Mutex<NumberedInputs>
  private let channel: Channel<Piece>
  private let engine: Engine
  private let now: String

  /// - Parameter now: the time of the run, RFC 3339: it comes in as a value.
  public init(
    into store: Store, inputs: consuming InputQueue, reader: ArticleReader, pipeline: Pipeline, now: String, jobs: Int
  ) {
    self.store = store
    self.pipeline = pipeline
    self.reader = reader
    self.inputs = Mutex(NumberedInputs(inputs: inputs))
    self.now = now
    channel = Channel(capacity: jobs * 4)
    engine = Engine(version: "mahdar " + Pipeline.version, data: pipeline.lexicon.digest)
  }

  /// Runs; calls `report` after every commit and `failure` with every input that gave no article.
  ///
  /// - Parameter batch: the articles of a transaction.
  /// - Errors: `StoreError`; what was reported stays.
  public func callAsFunction(
    jobs: Int, batch: Int = Ingest.batch, report: (Summary) -> Void, failure: (InputError) -> Void
  ) throws -> Summary {
    let workers = DispatchGroup()
    let queue = DispatchQueue(label: "mahdar.analysis", attributes: .concurrent)
    let running = Atomic(jobs)
    for _ in 0..<jobs {
      queue.async(group: workers) {
        self.work()
        if running.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 { self.channel.finish() }
      }
    }
    defer {
      channel.close()
      workers.wait()
    }
    do {
      return try write(batch, report, failure)
    } catch {
      throw StoreError.of(error, path: store.path)
    }
  }

  private func work() {
    while let (number, piece) = inputs.withLock({ $0.next() }) {
      var result = Piece()
      var articles: [Article] = []
      var seen = SeenIDs()
      reader.forEach(in: piece) { article, source in
        do throws(InputError) {
          let article = try article.get()
          if let error = seen.duplicate(article.id, file: source.file, line: source.line) { throw error }
          articles.append(article)
          result.places[article.id] = (source.file, source.line)
        } catch {
          result.errors.append(error)
        }
      }
      let known = (try? self.known(articles)) ?? []
      for (article, isKnown) in zip(articles, known + Array(repeating: false, count: articles.count - known.count)) {
        if isKnown {
          result.unchanged.append(article.id)
        } else {
          result.articles.append(ReadArticle(pipeline(article), pipeline))
        }
      }
      if !channel.send(result, at: number) { return }
    }
  }

  /// Which of the articles the store holds already, read by this engine: they need no analysis.
  private func known(_ articles: [Article]) throws -> [Bool] {
    try store.database.read { db in
      let find = try db.cachedStatement(
        sql: """
          SELECT article.hash FROM article JOIN reading ON reading.id = article.reading
            JOIN engine ON engine.id = reading.engine
          WHERE key = ? AND is_current = 1 AND version = ? AND data = ?
          """)
      return try articles.map { article in
        let hash = try Data.fetchOne(find, arguments: [article.id, engine.version, engine.data])
        return hash.map { $0.elementsEqual(ContentHash(of: article).bytes) } ?? false
      }
    }
  }

  private func write(
    _ batch: Int, _ report: (Summary) -> Void, _ failure: (InputError) -> Void
  ) throws -> Summary {
    try store.database.writeWithoutTransaction { db in
      try db.execute(sql: "INSERT INTO words (words, rank) VALUES ('hashsize', 33554432)")
      let names = try NameWriter(db, terms: store.terms)
      let writer = try ArticleWriter(db, engine: engine, names: names, now: now)
      let linker = try Linker(db, names: names, pipeline: pipeline, now: now)
      try db.inTransaction(.immediate) {
        try linker.refresh()
        return .commit
      }
      var summary = Summary()
      var seen = SeenIDs()
      while let first = channel.receive() {
        var next = summary
        next.committed = []
        var errors: [InputError] = []
        let start = ContinuousClock.now
        try db.inTransaction(.immediate) {
          var piece: Piece? = first
          while var current = piece {
            current.refuseDuplicates(&seen)
            try write(current, writer, linker, &next)
            errors += current.errors
            let isFull = next.committed.count >= batch || ContinuousClock.now - start > .seconds(2)
            piece = isFull ? nil : channel.receive()
          }
          try linker.link()
          return .commit
        }
        summary = next
        for error in errors { failure(error) }
        report(summary)
      }
      return summary
    }
  }

  private func write(
    _ piece: Piece, _ writer: ArticleWriter, _ linker: Linker, _ summary: inout Summary
  ) throws {
    for article in piece.articles {
      switch try writer.write(article, linker) {
      case .added: summary.added += 1
      case .changed: summary.changed += 1
      case .reread: summary.reread += 1
      case .unchanged: summary.unchanged += 1
      }
      summary.bytes += article.byteCount
      summary.committed.append(article.article.id)
    }
    summary.unchanged += piece.unchanged.count
    summary.committed += piece.unchanged
    summary.errors += piece.errors.count
  }
}
