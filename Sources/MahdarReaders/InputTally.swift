import Synchronization

/// Counts what the inputs of a run hold that is passed over.
public final class InputTally: Sendable {
  private let counts = Mutex(PassedOver())

  init() {}

  func add(_ change: (inout PassedOver) -> Void) { counts.withLock { change(&$0) } }

  /// What was passed over so far.
  public var passedOver: PassedOver { counts.withLock { $0 } }
}
