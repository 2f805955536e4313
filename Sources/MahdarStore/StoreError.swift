import GRDB

/// Why a store can't be used, in words for the user.
public enum StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  case missing(path: String)
  case notAStore(path: String)
  case newer(path: String)
  case older(path: String)
  case locked(path: String)
  case full(path: String)
  case readOnly(path: String)
  case damaged(path: String, String)
  case search(String)
  case request(String)

  public var description: String {
    switch self {
    case .missing(let path): "\(path): no store here (make one: mahdar add FILES --store \(path))"
    case .notAStore(let path): "\(path): is no store of mahdar"
    case .newer(let path): "\(path): was written by a newer version of mahdar (use that version, or make a new store)"
    case .older(let path):
      "\(path): was written by an older version of mahdar (the next 'mahdar add' to it brings it up to date)"
    case .locked(let path): "\(path): another program is writing to it (wait for it to end and try again)"
    case .full(let path):
      "\(path): the disk is full; what was reported as added is safe (make room and run the command again)"
    case .readOnly(let path): "\(path): can't be written to (check its permissions and its folder's)"
    case .damaged(let path, let what): "\(path): is damaged: \(what)"
    case .search(let what): "search: \(what)"
    case .request(let what): what
    }
  }

  /// The error of a store that SQLite told of; nil for a programmer's mistake.
  static func of(_ error: any Error, path: String) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return StoreError.locked(path: path)
    case .SQLITE_FULL: return StoreError.full(path: path)
    // The file of shared memory can't grow.
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: return StoreError.full(path: path)
    case .SQLITE_IOERR: return StoreError.damaged(path: path, "its disk can't be read or written")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: return StoreError.readOnly(path: path)
    case .SQLITE_NOTADB: return StoreError.notAStore(path: path)
    case .SQLITE_CORRUPT: return StoreError.damaged(path: path, error.message ?? "unknown")
    default: return error
    }
  }
}
