import Mahdar
import MahdarReaders
import MahdarStore

/// Why a command ended without an answer, in our own words.
enum Failure {
  static func words(_ error: any Error) -> TerminalText {
    switch error {
    case is StoreError, is DataError, is InputError, is WorkerError, is ProcessSetup.Problem: "\(error)"
    // What other libraries say is for programmers: of it only the name is left, for a report.
    default: "something failed for which there is no better word; please report it [\(type(of: error))]"
    }
  }
}
