import Foundation
import MahdarReaders
import Synchronization

/// What the hosts' robots.txt said, for as long as it may be kept.
final class RobotsCache: Sendable {
  private struct Entry: Sendable {
    var result: Result<Robots, AddressError>
    var expires: Date
  }

  /// RFC 9309 wants a file read anew after a day.
  private static let kept = 86_400.0
  /// A host whose file could not be read is asked again after so many seconds.
  private static let keptFailure = 300.0
  private static let limit = 5000

  private let entries = Mutex<[String: Entry]>([:])

  /// The rules of a host, where they were read before.
  func known(_ host: String) -> Robots? { entries.withLock { try? $0[host]?.result.get() } }

  /// The rules of a host, read by `fetch` where they are not known.
  ///
  /// - Parameter host: with its scheme and port.
  func robots(_ host: String, fetch: () -> Result<Robots, AddressError>) throws(AddressError) -> Robots {
    let now = Date.now
    if let entry = entries.withLock({ $0[host] }), entry.expires > now { return try entry.result.get() }
    let result = fetch()
    if case .failure(let error) = result, error.reason == .ended { throw error }
    var isFailure = false
    if case .failure = result { isFailure = true }
    let entry = Entry(result: result, expires: now.addingTimeInterval(isFailure ? Self.keptFailure : Self.kept))
    entries.withLock { entries in
      if entries.count >= Self.limit { entries = entries.filter { $0.value.expires > now } }
      if entries.count >= Self.limit { entries = [:] }
      entries[host] = entry
    }
    return try result.get()
  }
}
