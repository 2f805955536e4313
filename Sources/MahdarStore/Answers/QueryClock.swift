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

  /// Does what is not the query's work, such as waiting for a reader of its rows.
  func pausing(_ body: () throws -> Void) rethrows {
    let start = clock.now
    try body()
    end += clock.now - start
  }
}
