import Foundation
import GRDB
import Mahdar
import MahdarReaders
import Synchronization

/// One run that adds articles: workers read side by side, one writer writes in batches.
///
/// What was reported through `report` is in the store, whatever happens to the program after.
/// Memory is bounded: a worker waits while too much of what was read waits to be written.
public final class Ingest: Sendable {
  /// What a run came to so far: only what is committed counts.
  public struct Summary: Sendable {
    public var added = 0
    /// Articles whose text was another one before.
    public var changed = 0
    /// Articles that another engine had read before.
    public var reread = 0
    public var unchanged = 0
    /// Articles that people took out: they stay out.
    public var removed = 0
    public var errors = 0
    /// UTF-8 bytes of the articles that were written.
    public var bytes = 0
    /// The ids of the articles of the batch that was committed last.
    public var committed: [String] = []

    public var articles: Int { added + changed + reread + unchanged }
  }

  /// How many articles are committed at once at most, unless the run asks for others.
  public static let batch = 4000
  /// How many seconds the reading of one article may take, unless the run asks for others.
  public static let patience = 60

  /// The inputs, with the number of each piece.
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
  /// The only article that is wanted.
  private let only: String?
  private let inputs: Mutex<NumberedInputs>
  private let ids = IDClaims()
  private let channel: Channel<Portion>
  private let engine: Engine
  private let now: String
  private let jobs: Int
  private let start: WorkerStart
  private let patience: Duration
  /// Why a worker could not be started, first of all.
  private let problem = Mutex<(any Error)?>(nil)

  /// - Parameters:
  ///   - now: the time of the run, RFC 3339: it comes in as a value.
  ///   - jobs: how many workers read at once.
  ///   - patience: how many seconds the reading of one article may take.
  ///   - only: the id of the only article that is wanted, which an input that is one file is taken for.
  public init(
    into store: Store, inputs: consuming InputQueue, pipeline: Pipeline, now: String, jobs: Int,
    patience: Int = Ingest.patience, only: String? = nil, workers start: @escaping WorkerStart
  ) {
    self.store = store
    self.pipeline = pipeline
    self.inputs = Mutex(NumberedInputs(inputs: inputs))
    self.now = now
    self.jobs = jobs
    self.start = start
    self.only = only
    self.patience = .seconds(patience)
    channel = Channel(capacity: jobs * 4)
    engine = Engine(pipeline)
  }

  /// Runs; calls `report` after every commit, `failure` with every input that gave no article, `warning` with what is to be told of others.
  ///
  /// - Parameter batch: the articles of a transaction at most.
  /// - Errors: `StoreError`, `WorkerError`; what was reported stays.
  public func callAsFunction(
    batch: Int = Ingest.batch, report: @escaping (Summary) -> Void, failure: @escaping (InputError) -> Void,
    warning: @escaping (InputWarning) -> Void = { _ in }
  ) throws -> Summary {
    try store.refreshLinks(pipeline, now: now)
    let running = Atomic(jobs)
    let begun = DispatchSemaphore(value: 0)
    for _ in 0..<jobs {
      Thread.detachNewThread {
        begun.signal()
        self.work(batch)
        if running.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 { self.channel.finish() }
      }
    }
    // A thread that the system refuses is not told of; it would be waited for for ever.
    for _ in 0..<jobs where begun.wait(timeout: .now() + 30) == .timedOut {
      channel.close()
      throw WorkerError("the system makes no more threads (raise the limit: ulimit -u)")
    }
    let writer = BatchWriter(
      store, pipeline: pipeline, now: now, limit: batch, report: report, failure: failure, warning: warning)
    do {
      try writer.write(from: channel)
    } catch {
      // Nobody waits for the workers here: they may wait for an input that never comes.
      channel.close()
      throw StoreError.of(error, path: store.path)
    }
    if let problem = problem.withLock({ $0 }) { throw problem }
    return writer.summary
  }

  /// Hands pieces of the inputs to one worker, and on to the writer what becomes of them.
  private func work(_ batch: Int) {
    let reader = GuardedReader(start: start, engine: engine, patience: patience)
    do {
      while let (number, piece) = inputs.withLock({ $0.next() }) {
        defer { ids.leave(number) }
        let place = piece.place(of: 0)
        let file = place.file.flatMap(Self.file)
        let known = only ?? (place.line == nil ? file.flatMap { id(ofFile: $0) } : nil)
        var portion = Portion()
        try reader.read(known.map(piece.named) ?? piece, settle: { settle($0, of: number, isPart: $1) }) { outcome in
          portion.add(outcome, file: file)
          guard portion.isFull(batch) else { return }
          channel.send(portion)
          portion = Portion()
        }
        if !portion.isEmpty, !channel.send(portion) { return }
      }
    } catch {
      problem.withLock { $0 = $0 ?? error }
    }
  }

  /// The file at a path, links followed, whatever the path to it; nil for standard input. What lies in an archive has the
  /// archive's.
  private static func file(_ path: String) -> String? {
    guard path != "-", !path.hasPrefix("-/") else { return nil }
    var end = path.utf8.endIndex
    while end > path.utf8.startIndex {
      if let real = realpath(String(path[..<end]), nil) {
        defer { free(real) }
        return String(cString: real) + path[end...]
      }
      guard errno == ENOTDIR, let slash = path[..<end].utf8.lastIndex(of: UInt8(ascii: "/")) else { break }
      end = slash
    }
    return path
  }

  /// The id of the article that a file was added as, by whatever path it was named then.
  private func id(ofFile file: String) -> String? {
    try? store.database.read { db in
      try String.fetchOne(
        db.cachedStatement(
          sql: "SELECT key FROM article WHERE file = ? AND line IS NULL ORDER BY is_current DESC, id DESC LIMIT 1"),
        arguments: [file])
    }
  }

  /// Refuses articles whose id an earlier one has, and passes over those that the store holds already, read by this engine.
  private func settle(
    _ found: [(article: FoundArticle, place: InputPlace)], of number: Int, isPart: Bool
  ) -> [GuardedReader.Need] {
    let articles = found.map(\.article)
    let refused = ids.claim(articles.map(\.id), of: number, at: found.map(\.place))
    let ofRun = ids.same(articles.map { ($0.id, $0.sameness) })
    let same = zip(stored(articles), ofRun).map { $0 ?? $1 }
    if !isPart { ids.leave(number) }
    return zip(zip(refused, same), zip(found, needs(articles))).map { told, one in
      if let error = told.0 { return .refused(error) }
      if only == nil, case .read = one.1, let same = told.1, same.key != one.0.article.id {
        return same.relation == .fuller ? .fuller(same.key) : .same(same.key)
      }
      guard let only, one.0.article.id != only else { return one.1 }
      let place = one.0.place
      var error = InputError(.badField, "the article is not '\(only)'", id: one.0.article.id, line: place.line)
      error.file = place.file
      return .refused(error)
    }
  }

  /// The article of the store that each is under another address: the first that agrees with it and counts.
  private func stored(_ articles: [FoundArticle]) -> [(key: String, relation: Sameness.Relation)?] {
    let known = try? store.database.read { db in
      let find = try db.cachedStatement(
        sql: """
          SELECT key, text, start, size FROM (
            SELECT * FROM address WHERE page = ?1 UNION ALL SELECT * FROM address WHERE text = ?2) AS known
          WHERE EXISTS (SELECT 1 FROM article WHERE article.key = known.key AND is_current = 1) ORDER BY id
          """)
      return try articles.map { article -> (key: String, relation: Sameness.Relation)? in
        guard let same = article.sameness else { return nil }
        for row in try Row.fetchAll(find, arguments: [same.page, same.text]) {
          let relation = same.relation(to: (row["text"], row["start"], row["size"]))
          if relation != .other { return (row["key"], relation) }
        }
        return nil
      }
    }
    return known ?? articles.map { _ in nil }
  }

  private func needs(_ articles: [FoundArticle]) -> [GuardedReader.Need] {
    let known = try? store.database.read { db in
      let find = try db.cachedStatement(
        sql: """
          SELECT article.hash FROM article JOIN reading ON reading.id = article.reading
            JOIN engine ON engine.id = reading.engine
          WHERE key = ? AND is_current = 1 AND version = ? AND data = ?
          """)
      return try articles.map { article -> GuardedReader.Need in
        let hash = try Data.fetchOne(find, arguments: [article.id, engine.version, engine.data])
        if let hash { return hash.elementsEqual(article.hash.bytes) ? .known : .read }
        return try Store.removal(db, article.id) == nil ? .read : .removed
      }
    }
    return known ?? articles.map { _ in .read }
  }
}
