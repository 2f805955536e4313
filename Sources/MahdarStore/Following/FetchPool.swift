import Foundation
import MahdarReaders

/// Threads that fetch, and what they bring back.
///
/// `@unchecked`: every member is read and written under `condition`, in which threads sleep until there is something to do.
final class FetchPool<Purpose: Sendable>: @unchecked Sendable {
  typealias Outcome = (purpose: Purpose, result: Result<AddressAnswer, AddressError>)

  private let condition = NSCondition()
  private let fetcher: any AddressFetching
  private let size: Int
  private var waiting: [(Purpose, AddressRequest)] = []
  private var outcomes: [Outcome] = []
  /// Requests that wait, run, or whose outcomes nobody took.
  private var open = 0
  private var isEnded = false
  private var isWoken = false

  init(_ fetcher: any AddressFetching, size: Int) {
    self.fetcher = fetcher
    self.size = size
    for _ in 0..<size { Thread.detachNewThread { self.work() } }
  }

  /// How many more requests it takes.
  var room: Int {
    condition.lock()
    defer { condition.unlock() }
    return max(0, size - open)
  }

  var isIdle: Bool {
    condition.lock()
    defer { condition.unlock() }
    return open == 0
  }

  func add(_ request: AddressRequest, for purpose: Purpose) {
    condition.lock()
    waiting.append((purpose, request))
    open += 1
    condition.broadcast()
    condition.unlock()
  }

  /// What came back; waits for it until a moment, until it is woken, or until it ends.
  func take(until moment: Date) -> [Outcome] {
    condition.lock()
    defer { condition.unlock() }
    while outcomes.isEmpty, !isEnded, !isWoken {
      if !condition.wait(until: moment) { break }
    }
    isWoken = false
    open -= outcomes.count
    defer { outcomes = [] }
    return outcomes
  }

  /// Ends what waits for an outcome.
  func wake() {
    condition.lock()
    isWoken = true
    condition.broadcast()
    condition.unlock()
  }

  /// Ends its threads, each after what it is fetching.
  func end() {
    condition.lock()
    isEnded = true
    condition.broadcast()
    condition.unlock()
  }

  private func work() {
    while true {
      condition.lock()
      while waiting.isEmpty, !isEnded { condition.wait() }
      guard !isEnded else { return condition.unlock() }
      let (purpose, request) = waiting.removeFirst()
      condition.unlock()
      let result: Result<AddressAnswer, AddressError>
      do throws(AddressError) { result = .success(try fetcher.fetch(request)) } catch { result = .failure(error) }
      condition.lock()
      outcomes.append((purpose, result))
      condition.broadcast()
      condition.unlock()
    }
  }
}
