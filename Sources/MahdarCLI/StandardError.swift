import Foundation

/// The stream of talk, as standard output is that of data.
enum StandardError {
  static func print(_ line: String) { write(line + "\n") }
  static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
  static var isTerminal: Bool { isatty(2) == 1 }
}
