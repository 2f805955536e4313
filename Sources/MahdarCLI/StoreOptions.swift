import ArgumentParser
import Foundation
import Mahdar
import MahdarStore

/// Where the store lies.
struct StoreOptions: ParsableArguments {
  @Option(help: "The store. Default: $MAHDAR_STORE, or mahdar.db here.", completion: .file()) var store: String?
  @OptionGroup var data: DataOptions

  var path: String {
    let environment = ProcessInfo.processInfo.environment["MAHDAR_STORE"] ?? ""
    let path = store ?? (environment.isEmpty ? "mahdar.db" : environment)
    // SQLite takes these names for something else than files.
    return path.hasPrefix(":") || path.hasPrefix("file:") ? "./" + path : path
  }

  func validate() throws {
    if store == "" { throw ValidationError("--store needs the path of a file") }
  }

  func open(_ access: Store.Access = .read) throws -> Store {
    if let obstacle = StoreError.obstacle(at: path, access) { throw obstacle }
    let store = try Store(path, access, search: data.language().search())
    if store.isIndexStale {
      StandardError.print(
        """
        mahdar: warning: \(path): its words were indexed with other language data or another version, so searching may \
        miss some (any 'mahdar add FILES --store \(path)' makes the index anew)
        """)
    }
    return store
  }

  /// Opens a store for writing that must be there.
  func openExisting() throws -> Store {
    if let obstacle = StoreError.obstacle(at: path) { throw obstacle }
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path: path) }
    return try open(.write)
  }

  /// Starts this very program as a worker, though its file may have been replaced meanwhile.
  func worker(published: String? = nil) throws -> WorkerStart {
    let arguments = ["worker", "--data=" + (try data.folder())] + (published.map { ["--published=" + $0] } ?? [])
    return { try WorkerProcess(program: "/proc/self/exe", arguments: arguments) }
  }

  /// Runs a command; what the user can mend is told on standard error, with exit status 2.
  static func run(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error where error is ExitCode || error is OutputError {
      throw error
    } catch {
      StandardError.print("mahdar: \(Failure.words(error))")
      if case .several(_, let bearers)? = error as? StoreError {
        for bearer in bearers.prefix(ListOptions.rows) { StandardError.print("  \(bearer)") }
        if bearers.count > ListOptions.rows { StandardError.print("  …") }
      }
      throw ExitCode(2)
    }
  }
}
