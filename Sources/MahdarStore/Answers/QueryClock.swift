import GRDB
import GRDBSQLite

/// The time that a query has left, as SQLite asks for it while it works.
final class QueryClock {
  private let clock = ContinuousClock()
  private var end: ContinuousClock.Instant

  init(seconds: Double) {
    // Thirty years are no limit, and more than that can't be counted.
    end = clock.now + .seconds(min(seconds, 1e9))
  }

  /// What SQLite calls now and then, with a `QueryClock`: not 0 ends the query.
  static let check: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { clock in
    guard let clock else { return 0 }
    let query = Unmanaged<QueryClock>.fromOpaque(clock).takeUnretainedValue()
    return query.clock.now >= query.end ? 1 : 0
  }

  /// Does what asks the database, and no longer than that.
  ///
  /// - Errors: those of `body`, with `SQLITE_INTERRUPT` where it took too long.
  func limiting<Value>(_ db: Database, _ body: () throws -> Value) rethrows -> Value {
    let connection = db.sqliteConnection
    sqlite3_progress_handler(connection, 1000, Self.check, Unmanaged.passUnretained(self).toOpaque())
    defer { withExtendedLifetime(self) { sqlite3_progress_handler(connection, 0, nil, nil) } }
    return try body()
  }

  /// Does what is not the query's work, such as waiting for a reader of its rows.
  func pausing(_ body: () throws -> Void) rethrows {
    let start = clock.now
    try body()
    end += clock.now - start
  }
}
