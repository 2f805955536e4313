import Foundation
import MahdarStore

/// The progress bar of `mahdar add` on standard error: what is safe in the store.
///
/// On a terminal a bar is written over and over; elsewhere a line is added after 1, 2, 4, 8 … seconds.
struct AddProgress {
  private let start = ContinuousClock.now
  private let isTerminal = StandardError.isTerminal
  private let isQuiet: Bool
  /// The bytes of the inputs; nil where they are not known.
  private let total: Int?
  private var due = Duration.seconds(1)
  private var isShown = false

  init(isQuiet: Bool, bytes: Int?) {
    self.isQuiet = isQuiet
    total = bytes
  }

  /// The bytes of files and folders; nil when one of the inputs is standard input or a pipe.
  static func size(of inputs: [String]) -> Int? {
    var sum = 0
    for input in inputs {
      var state = stat()
      guard input != "-", stat(input, &state) == 0 else { return nil }
      switch state.st_mode & S_IFMT {
      case S_IFREG: sum += Int(state.st_size)
      case S_IFDIR:
        let files = FileManager.default.enumerator(atPath: input)
        while let file = files?.nextObject() as? String {
          if stat(input + "/" + file, &state) == 0, state.st_mode & S_IFMT == S_IFREG { sum += Int(state.st_size) }
        }
      default: return nil
      }
    }
    return sum
  }

  mutating func show(_ summary: Ingest.Summary) {
    if isQuiet { return }
    let elapsed = ContinuousClock.now - start
    guard elapsed >= due else { return }
    due = isTerminal ? elapsed + .milliseconds(200) : elapsed * 2
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    var line = String(
      format: "%d articles, %.0f/s", summary.articles, Double(summary.articles) / seconds)
    if summary.unchanged > 0 { line += ", \(summary.unchanged) already there" }
    if let total, total > 0, summary.unchanged == 0 {
      let share = min(1, Double(summary.bytes) / Double(total))
      let filled = Int(share * 24)
      line =
        "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: 24 - filled)
        + "] \(Int(share * 100)) %  " + line
    }
    StandardError.write(isTerminal ? "\r\u{1B}[K\(line)" : "mahdar: \(line)\n")
    isShown = isTerminal
  }

  /// Takes the bar off the terminal.
  mutating func clear() {
    if isShown { StandardError.write("\r\u{1B}[K") }
    isShown = false
  }
}
