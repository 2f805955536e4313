import Foundation
import GRDB

/// Why a store can't be used, in words for the user: where, what, and what to do.
///
/// Nothing that a library says is passed on; its number stands in brackets where it helps a report.
public enum StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  case missing(path: String)
  case notAStore(path: String)
  case folder(path: String)
  case notAFile(path: String)
  case noFolder(path: String)
  case badName(path: String)
  case newer(path: String)
  case older(path: String)
  case locked(path: String)
  case full(path: String)
  case readOnly(path: String)
  case unreadable(path: String)
  case noSharing(path: String)
  case tooManyFiles(path: String)
  case memory(path: String)
  case damaged(path: String, String)
  case failed(path: String, code: Int)
  /// What was asked for takes longer than an answer may.
  case tooMuch
  case search(String)
  case request(String)
  /// A name that several bear, each told in a line.
  case several(name: String, bearers: [String])

  public var description: String {
    switch self {
    case .missing(let path): "\(path): no store here (make one: mahdar add FILES --store \(path))"
    case .notAStore(let path): "\(path): is no store of mahdar (give another with --store, or a name that is free)"
    case .folder(let path): "\(path): is a folder, and a store is a file (such as --store \(Self.file(in: path)))"
    case .notAFile(let path): "\(path): is no ordinary file, as a store must be (give another with --store)"
    case .noFolder(let path):
      "\(path): there is no folder \(Self.folder(of: path)) (make it, or give another place with --store)"
    case .badName(let path): "\(path): is no name that a file can have here (give another with --store)"
    case .newer(let path): "\(path): was written by a newer version of mahdar (use that version, or make a new store)"
    case .older(let path):
      "\(path): was written by an older version of mahdar (the next 'mahdar add' to it brings it up to date)"
    case .locked(let path): "\(path): another program is writing to it (wait for it to end and try again)"
    case .full(let path):
      "\(path): the disk is full; what was reported as added is safe (make room and run the command again)"
    case .readOnly(let path): "\(path): can't be written to (check its permissions and its folder's)"
    case .unreadable(let path): "\(path): may not be read (check its permissions and its folders')"
    case .noSharing(let path):
      "\(path): its disk can't keep a store, as network drives often can't (put the store on a disk of this machine)"
    case .tooManyFiles(let path): "\(path): too many files are open (raise the limit: ulimit -n 1024)"
    case .memory(let path):
      "\(path): there is not enough memory (raise the limit: ulimit -v, or close other programs)"
    case .damaged(let path, let what): "\(path): is damaged: \(what)"
    case .failed(let path, let code):
      "\(path): could not be used, for a reason that mahdar has no word for; please report it [SQLite \(code)]"
    case .tooMuch: "this asks for more than can be answered in time (narrow it: fewer days, a name, a place)"
    case .search(let what): "search: \(what)"
    case .request(let what): what
    case .several(let name, let bearers):
      "'\(name)' may be any of these \(bearers.count): give the full name of one, or the id"
    }
  }

  // MARK: What SQLite told of

  /// The error of a store in our words; what is no error of SQLite as it is.
  static func of(_ error: any Error, path: String) -> any Error {
    guard let error = error as? DatabaseError else {
      return error is RowDecodingError ? damaged(path: path, "a row is not as it should be") : error
    }
    switch error.resultCode {
    case .SQLITE_INTERRUPT: return tooMuch
    case .SQLITE_BUSY, .SQLITE_LOCKED: return locked(path: path)
    case .SQLITE_FULL: return full(path: path)
    case .SQLITE_NOMEM: return memory(path: path)
    case .SQLITE_READONLY: return obstacle(at: path) ?? readOnly(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      if let obstacle = obstacle(at: path, .write) { return obstacle }
      let isWritable = access(folder(of: path), W_OK) == 0 && (access(path, W_OK) == 0 || errno == ENOENT)
      return isWritable ? failed(path: path, code: Int(error.extendedResultCode.rawValue)) : readOnly(path: path)
    // The file of shared memory can't grow.
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: return full(path: path)
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_NOMEM: return memory(path: path)
    case .SQLITE_IOERR:
      return obstacle(at: path)
        ?? damaged(
          path: path,
          "its disk can't be read or written; check the disk [SQLite \(error.extendedResultCode.rawValue)]")
    case .SQLITE_NOTADB: return notAStore(path: path)
    case .SQLITE_CORRUPT:
      return damaged(
        path: path,
        "put a copy of it back, or make a new one from the articles [SQLite \(error.extendedResultCode.rawValue)]")
    // The one error of its own that the library tells of when it opens a store.
    case .SQLITE_ERROR where error.message?.hasPrefix("could not activate WAL") == true: return noSharing(path: path)
    default: return failed(path: path, code: Int(error.extendedResultCode.rawValue))
    }
  }

  // MARK: What stands in the way

  /// Why no store can be at `path`; nil when the file system has nothing against it, or there is nothing to read yet.
  public static func obstacle(at path: String, _ access: Store.Access = .read) -> StoreError? {
    var state = stat()
    guard stat(path, &state) == 0 else {
      switch errno {
      case ENOENT where access == .write && stat(folder(of: path), &state) != 0: return noFolder(path: path)
      case ENOENT: return nil
      case ENOTDIR: return noFolder(path: path)
      case EACCES: return unreadable(path: path)
      case ENAMETOOLONG, ELOOP: return badName(path: path)
      default: return nil
      }
    }
    switch state.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: return folder(path: path)
    default: return notAFile(path: path)
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 {
      close(descriptor)
      return nil
    }
    switch errno {
    case EMFILE, ENFILE: return tooManyFiles(path: path)
    case EACCES, EPERM: return unreadable(path: path)
    default: return nil
    }
  }

  private static func folder(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count < 2 { return "." }
    let folder = parts.dropLast().joined(separator: "/")
    return folder.isEmpty ? "/" : folder
  }

  private static func file(in folder: String) -> String { folder + (folder.hasSuffix("/") ? "" : "/") + "mahdar.db" }
}
