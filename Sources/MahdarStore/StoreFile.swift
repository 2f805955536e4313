import Foundation
import GRDB

/// The file of a store, opened in spite of a folder that can't be written to.
///
/// A store keeps its last changes in a log beside it (WAL), and SQLite wants to make files there even to read. Where the
/// log is empty, as every command leaves it, the file is all there is, and is read as one that nobody changes.
struct StoreFile {
  let path: String

  /// What tells one file from another that stands at its path later.
  struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  /// nil where there is no file.
  var identity: Identity? {
    var file = stat()
    return stat(path, &file) == 0 ? Identity(device: UInt64(file.st_dev), number: UInt64(file.st_ino)) : nil
  }

  /// What tells that a file was written to.
  struct State: Equatable {
    var size: Int
    var seconds: Int
    var nanoseconds: Int
    var logSize: Int
  }

  var state: State {
    var file = stat()
    guard stat(path, &file) == 0 else { return State(size: -1, seconds: 0, nanoseconds: 0, logSize: 0) }
    return State(
      size: Int(file.st_size), seconds: file.st_mtim.tv_sec, nanoseconds: file.st_mtim.tv_nsec,
      logSize: logs.reduce(0) { $0 + $1.size })
  }

  /// What stands beside the file and is not empty: the log, or what takes back the making of a store that was broken off.
  private var logs: [(path: String, size: Int)] {
    ["-wal", "-journal"].compactMap { ending in
      var log = stat()
      return stat(path + ending, &log) == 0 && log.st_size > 0 ? (path + ending, Int(log.st_size)) : nil
    }
  }

  /// Opens the file by `open`, without locks where its folder allows none; then with the state that it must keep.
  ///
  /// - Errors: those of `open`; `StoreError` when the file can't be read or there is something in the log.
  func openForReading(_ open: (String) throws -> any DatabaseWriter) throws -> (any DatabaseWriter, State?) {
    do {
      return (try open(path), nil)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM].contains(error.resultCode)
    {
      guard access(path, R_OK) == 0 else { throw StoreError.unreadable(path: path) }
      let state = state
      if let log = logs.first {
        throw StoreError.request(
          """
          \(path): its last changes lie in \(log.path) and can only be read where its folder can be written to (run the \
          command there, or copy both files to another folder)
          """)
      }
      return (try open(immutableAddress), state)
    }
  }

  /// The path as an address that tells SQLite to take no locks and to look for no log.
  private var immutableAddress: String {
    URL(fileURLWithPath: path).absoluteURL.absoluteString + "?immutable=1"
  }
}
