import Foundation

/// The progress line on standard error, from the first second on.
///
/// On a terminal one line is written over and over; elsewhere a line is added after 1, 2, 4, 8 … seconds.
struct Progress: Sendable {
  private let start = ContinuousClock.now
  private let isTerminal = StandardError.isTerminal
  private let isQuiet: Bool
  private var due = Duration.seconds(1)
  private var isShown = false

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  mutating func show(_ summary: ReadSummary) {
    if isQuiet { return }
    let elapsed = ContinuousClock.now - start
    guard elapsed >= due else { return }
    due = isTerminal ? elapsed + .milliseconds(200) : elapsed * 2
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let megabytes = Double(summary.bytes) / 1e6
    let line = String(
      format: "mahdar: %d articles, %.1f MB, %.1f MB/s, %d with something found", summary.articles, megabytes,
      megabytes / seconds, summary.found)
    StandardError.write(isTerminal ? "\r\u{1B}[K\(line)" : "\(line)\n")
    isShown = isTerminal
  }

  /// Takes the line off the terminal.
  mutating func clear() {
    if isShown { StandardError.write("\r\u{1B}[K") }
    isShown = false
  }
}
