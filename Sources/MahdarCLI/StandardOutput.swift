import Foundation
import Synchronization

/// Standard output: the one way by which anything is written to it.
///
/// What is written waits until there is enough of it, `flush` is called or the command ends; on a terminal nothing
/// waits. The first failure is kept and thrown by every later call, so a command that has other work to finish may pass
/// it over: `finish` throws it at the end.
enum StandardOutput {
  private struct State {
    var waiting: [UInt8] = []
    var failure: OutputError?
    var isUsed = false

    mutating func flush() throws(OutputError) {
      if let failure { throw failure }
      guard !waiting.isEmpty else { return }
      isUsed = true
      let code = Descriptor.write(waiting, to: STDOUT_FILENO)
      waiting.removeAll(keepingCapacity: true)
      if code != 0 { throw fail(code) }
    }

    mutating func fail(_ code: Int32) -> OutputError {
      let error = OutputError(code: code)
      failure = error
      return error
    }
  }

  private static let state = Mutex(State())
  private static let capacity = 64 << 10
  static let isTerminal = isatty(STDOUT_FILENO) == 1

  /// A line for people, in as many lines as it takes where the width of their view is known.
  static func print(_ line: TerminalText) throws(OutputError) {
    // What has isolates, as rows of tables have, is laid out already.
    guard let columns = TerminalStyle.columns, !line.text.unicodeScalars.contains("\u{2068}") else {
      return try write((line.text + "\n").utf8)
    }
    for part in line.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let whole = TerminalLine(part)
      for (number, line) in whole.lines(columns).enumerated() {
        let shown = isTerminal ? TerminalLine.isolated(line, continuing: number == 0 ? nil : whole.isArabic) : line
        try write((shown + "\n").utf8)
      }
    }
  }

  /// JSON for programs.
  static func write(json bytes: [UInt8]) throws(OutputError) { try write(JSONText.escaped(bytes)) }

  /// Bytes that are fit for their reader.
  static func write(_ bytes: some Sequence<UInt8>) throws(OutputError) {
    try state.withLock { state throws(OutputError) in
      if let failure = state.failure { throw failure }
      state.waiting.append(contentsOf: bytes)
      if isTerminal || state.waiting.count >= capacity { try state.flush() }
    }
  }

  static func flush() throws(OutputError) {
    try state.withLock { state throws(OutputError) in try state.flush() }
  }

  /// Hands over what waits and closes; some file systems tell only then that they were full.
  static func finish() throws(OutputError) {
    try state.withLock { state throws(OutputError) in
      try state.flush()
      if state.isUsed, close(STDOUT_FILENO) != 0, errno != EINTR { throw state.fail(errno) }
    }
  }
}
