import Foundation

/// Standard output could not be written: nothing more can be handed over.
struct OutputError: Error, Hashable, CustomStringConvertible {
  /// The system's number of the error.
  var code: Int32

  /// Whether the reader has gone, as `head` does when it has enough: nothing is wrong, and nothing is told.
  var isClosedPipe: Bool { code == EPIPE }

  /// The exit status; with a reader gone the one that a shell shows for other programs then.
  var status: Int32 { isClosedPipe ? 128 + SIGPIPE : 2 }

  var description: String {
    "standard output can't be written: " + (code == EBADF ? "it is closed" : String(cString: strerror(code)))
  }
}
