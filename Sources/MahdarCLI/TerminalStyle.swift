import Foundation

/// How a terminal is written to: its width, and whether it shows colours.
struct TerminalStyle: Sendable {
  enum Ink: String {
    case heading = "1"
    case label = "2"
    case good = "32"
    case planned = "36"
    case doubtful = "33"
    case bad = "31"
  }

  var width: Int
  var hasColour: Bool

  /// The columns of standard output: a terminal's, else `COLUMNS`; nil where nobody says how wide a reader's view is.
  static let columns: Int? = {
    var size = winsize()
    if isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? max($0, 40) : nil }
  }()

  /// Standard output's width from 40 to 110 columns; colours when it is a terminal and `NO_COLOR` is unset.
  static func ofStandardOutput() -> TerminalStyle {
    let environment = ProcessInfo.processInfo.environment
    let hasColour = isatty(1) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    return TerminalStyle(width: min(max(columns ?? 80, 40), 110), hasColour: hasColour)
  }

  func paint(_ text: String, _ ink: Ink) -> String {
    hasColour ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}
