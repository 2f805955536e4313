import Foundation

/// A queue between workers and one writer: hands values on in the order of their numbers, and holds only so many, so that
/// senders wait while it is full, except the one whose value is next.
///
/// `@unchecked`: every member is read and written under `condition`, which lets senders and the receiver sleep without turning.
final class Channel<Value: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let capacity: Int
  private var values: [Int: Value] = [:]
  /// The number of the value that the receiver gets next.
  private var next = 0
  private var isFinished = false
  private var isClosed = false

  init(capacity: Int) { self.capacity = capacity }

  /// Hands a value over; false when the receiver is gone. Numbers start at 0, and none may be left out.
  func send(_ value: Value, at number: Int) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while number != next, values.count >= capacity, !isClosed { condition.wait() }
    if isClosed { return false }
    values[number] = value
    condition.broadcast()
    return true
  }

  /// The next value; nil when the senders have finished.
  func receive() -> Value? {
    condition.lock()
    defer { condition.unlock() }
    while values[next] == nil, !isFinished { condition.wait() }
    guard let value = values.removeValue(forKey: next) else { return nil }
    next += 1
    condition.broadcast()
    return value
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
