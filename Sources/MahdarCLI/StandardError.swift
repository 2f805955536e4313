import Foundation

/// The stream of talk, as standard output is that of data. Where it can't be written, there is nobody to tell.
enum StandardError {
  static let isTerminal = isatty(STDERR_FILENO) == 1

  static func print(_ line: TerminalText) { put((isTerminal ? TerminalLine.isolated(line.text) : line.text) + "\n") }

  static func write(_ text: TerminalText) { put(text.text) }

  private static func put(_ text: String) {
    // What was said of data stands behind the data; a failure is kept and told at the end.
    try? StandardOutput.flush()
    _ = Descriptor.write(Array(text.utf8), to: STDERR_FILENO)
  }
}
