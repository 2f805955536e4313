import Foundation

/// Tells of a want of memory: Swift has no error for it, and ends the program by a signal.
enum MemoryFault {
  private static let signals = [SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS]
  /// What other handlers there were, by signal. Filled before any thread is started; then only read.
  nonisolated(unsafe) private static let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)

  /// Has every fault that comes while there is no memory told, with exit status 2; any other goes on its way.
  static func watch() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in MemoryFault.caught(number) }
    action.sa_flags = SA_ONSTACK
    for number in signals { sigaction(number, &action, previous + Int(number)) }
  }

  /// Calls nothing that needs memory or a lock.
  private static func caught(_ number: Int32) {
    guard ProcessSetup.hasMemory() else {
      let message: StaticString = """
        mahdar: there is not enough memory (raise the limit: ulimit -v, or close other programs); \
        what was reported as added is safe

        """
      _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
      _exit(2)
    }
    sigaction(number, previous + Int(number), nil)
    // The others come again by themselves when the instruction is tried anew.
    if number == SIGABRT { raise(number) }
  }
}
