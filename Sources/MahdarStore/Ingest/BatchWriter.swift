import Foundation
import GRDB
import Mahdar
import MahdarReaders

/// Writes articles in transactions that leave other programs room to write: none is open while there is nothing to write, none
/// takes much longer than `time`, linking included, and between two of them the store is free for a moment.
final class BatchWriter {
  /// What a transaction should come to: as much as others are to wait, for each transaction makes anew the contacts that it adds
  /// to, and those of thousands of reports take half a second.
  private static let time = Duration.seconds(2)
  /// How long a transaction waits for more articles before it is committed with what has come.
  private static let wait = 0.1
  /// How long the store is left free: twice what another program sleeps before it asks for it again.
  private static let pause = 0.02

  /// What is at hand of the store; it holds while nobody else writes.
  private struct Session {
    /// Another after another program has written.
    let version: Int?
    let writer: ArticleWriter
    let linker: Linker
  }

  /// What a transaction takes to the store.
  private struct Batch {
    var portions: [Portion] = []
    /// Of articles that took the places of others.
    var warnings: [InputWarning] = []
    var summary: Ingest.Summary
  }

  private let store: Store
  private let pipeline: Pipeline
  private let now: String
  /// The articles of a transaction.
  private let limit: Int
  private let report: (Ingest.Summary) -> Void
  private let failure: (InputError) -> Void
  private let warning: (InputWarning) -> Void
  private var session: Session?
  /// How long articles are written before they are linked, so that both come to `time`.
  private var writing = Duration.seconds(1)
  private(set) var summary = Ingest.Summary()

  init(
    _ store: Store, pipeline: Pipeline, now: String, limit: Int, report: @escaping (Ingest.Summary) -> Void,
    failure: @escaping (InputError) -> Void, warning: @escaping (InputWarning) -> Void
  ) {
    self.store = store
    self.pipeline = pipeline
    self.now = now
    self.limit = limit
    self.report = report
    self.failure = failure
    self.warning = warning
  }

  /// Writes what comes through a channel until its senders have finished.
  ///
  /// - Errors: what SQLite says; what was reported stays.
  func write(from channel: Channel<Portion>) throws {
    defer { session = nil }
    while let portion = channel.receive() {
      if portion.articles.isEmpty, portion.addresses.isEmpty {
        var batch = Batch(summary: summary)
        try add(portion, to: &batch, by: nil)
        tell(batch)
      } else {
        try write(portion) { channel.receive(within: Self.wait) }
      }
    }
  }

  /// Writes a portion and those that come next in one transaction.
  private func write(_ first: Portion, next: () -> Portion?) throws {
    var batch = Batch(summary: summary)
    do {
      try transaction { session in
        let start = ContinuousClock.now
        var portion: Portion? = first
        while let current = portion {
          try add(current, to: &batch, by: session)
          let isFull = batch.summary.committed.count >= limit || ContinuousClock.now - start >= writing
          portion = isFull ? nil : next()
        }
        let linking = ContinuousClock.now
        try session.linker.link()
        let share = (linking - start) / (ContinuousClock.now - start)
        writing = max(.milliseconds(500), Self.time * share)
      }
    } catch let error as DatabaseError where error.isOfTheRow {
      try writeAlone(batch.portions, error)
      return
    }
    tell(batch)
  }

  /// Writes the articles of a batch that SQLite refused one by one, so that the one that is at fault is alone.
  private func writeAlone(_ portions: [Portion], _ error: DatabaseError) throws {
    var rest = Portion()
    for portion in portions {
      rest.unchanged += portion.unchanged
      rest.removed += portion.removed
      rest.errors += portion.errors
      rest.warnings += portion.warnings
      rest.addresses += portion.addresses
    }
    let articles = portions.flatMap(\.articles)
    if articles.count == 1 {
      let what =
        "the store can't hold it; please report it, with the text [SQLite \(error.extendedResultCode.rawValue)]"
      rest.errors.append(InputError(.failed, what, id: articles[0].article.id))
    } else {
      for article in articles { try write(Portion(article)) { nil } }
    }
    var batch = Batch(summary: summary)
    try add(rest, to: &batch, by: nil)
    tell(batch)
  }

  private func transaction(_ body: (Session) throws -> Void) throws {
    defer { Thread.sleep(forTimeInterval: Self.pause) }
    try store.database.writeWithoutTransaction { db in
      do {
        try db.inTransaction(.immediate) {
          try body(try open(db))
          return .commit
        }
      } catch {
        // What it keeps in memory may have been taken back.
        session = nil
        throw error
      }
    }
    try store.expectFile()
  }

  /// The session at hand, or a new one when another program has written since.
  private func open(_ db: Database) throws -> Session {
    let version = try Int.fetchOne(db, sql: "PRAGMA data_version")
    if let session, session.version == version { return session }
    try db.execute(sql: "INSERT INTO words (words, rank) VALUES ('hashsize', 33554432)")
    let names = try NameWriter(db, terms: store.terms)
    let opened = Session(
      version: version, writer: try ArticleWriter(db, engine: Engine(pipeline), names: names, now: now),
      linker: try Linker(db, names: names, pipeline: pipeline, now: now))
    session = opened
    return opened
  }

  private func add(_ portion: Portion, to batch: inout Batch, by session: Session?) throws {
    batch.portions.append(portion)
    if let session {
      for article in portion.articles {
        switch try session.writer.write(article, session.linker) {
        case .added: batch.summary.added += 1
        case .changed(let warning):
          batch.summary.changed += 1
          batch.warnings += [warning].compactMap { $0 }
        case .reread: batch.summary.reread += 1
        case .unchanged: batch.summary.unchanged += 1
        case .removed:
          batch.summary.removed += 1
          continue
        }
        batch.summary.bytes += article.byteCount
        batch.summary.committed.append(article.article.id)
      }
    }
    for (key, address) in portion.addresses { try session?.writer.write(address, of: key) }
    batch.summary.unchanged += portion.unchanged.count
    batch.summary.committed += portion.unchanged
    batch.summary.removed += portion.removed
    batch.summary.errors += portion.errors.count
  }

  /// Reports a batch that is safe.
  private func tell(_ batch: Batch) {
    summary = batch.summary
    for one in batch.portions.flatMap(\.warnings) + batch.warnings { warning(one) }
    for error in batch.portions.flatMap(\.errors) { failure(error) }
    report(summary)
    summary.committed = []
  }
}

extension DatabaseError {
  /// Whether SQLite refused a row for what it holds, not for the state of the store or its disk.
  fileprivate var isOfTheRow: Bool {
    [.SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH].contains(resultCode)
  }
}
