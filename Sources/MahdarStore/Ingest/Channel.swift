import Foundation

/// A queue between several senders and one receiver that holds only so many values: senders wait while it is full.
///
/// `@unchecked`: every member is read and written under `condition`, which lets senders and the receiver sleep without turning.
final class Channel<Value: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let capacity: Int
  private var values: [Value] = []
  private var isFinished = false
  private var isClosed = false

  init(capacity: Int) { self.capacity = capacity }

  /// Hands a value over; false when the receiver is gone.
  @discardableResult
  func send(_ value: Value) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while values.count >= capacity, !isClosed { condition.wait() }
    if isClosed { return false }
    values.append(value)
    condition.broadcast()
    return true
  }

  /// The next value; nil when the senders have finished, or when none has come within so many seconds.
  func receive(within seconds: Double? = nil) -> Value? {
    condition.lock()
    defer { condition.unlock() }
    let end = seconds.map { Date(timeIntervalSinceNow: $0) }
    while values.isEmpty, !isFinished {
      if let end {
        if !condition.wait(until: end) { break }
      } else {
        condition.wait()
      }
    }
    guard !values.isEmpty else { return nil }
    condition.broadcast()
    return values.removeFirst()
  }

  /// No more values will be sent.
  func finish() {
    condition.lock()
    isFinished = true
    condition.broadcast()
    condition.unlock()
  }

  /// The receiver is gone: senders need not wait.
  func close() {
    condition.lock()
    isClosed = true
    condition.broadcast()
    condition.unlock()
  }
}
