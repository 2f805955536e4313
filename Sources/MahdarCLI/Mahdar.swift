import ArgumentParser
import Foundation
import Mahdar

@main
struct MahdarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mahdar", abstract: "Reads Arabic news and keeps the record of diplomatic contacts.",
    version: "mahdar \(Pipeline.version)",
    subcommands: [
      Read.self, Add.self, Follow.self, Feeds.self, Articles.self, Contacts.self, Show.self, Story.self, Person.self,
      Pair.self, Quotes.self,
      Search.self,
      Conflicts.self, Serve.self,
      Changes.self, Ask.self, Alias.self, Merge.self, Split.self, Reject.self, Confirm.self, Note.self, Undo.self,
      Log.self,
      Link.self, Evaluate.self, SQL.self, WorkerCommand.self,
    ])

  /// Runs the command and hands over what it printed; whatever is wrong exits with 2.
  static func main() {
    ProcessSetup.holdStandardDescriptors()
    ProcessSetup.ignoreSignalsOfWriting()
    MemoryFault.watch()
    var status = run()
    do {
      try StandardOutput.finish()
    } catch {
      if !error.isClosedPipe { StandardError.print("mahdar: \(error)") }
      status = error.status
    }
    Foundation.exit(status)
  }

  private static func run() -> Int32 {
    do {
      try ProcessSetup.checkLimits()
      var command = try parseAsRoot()
      try command.run()
      return 0
    } catch let status as ExitCode {
      return status.rawValue
    } catch let error as OutputError {
      // It is kept, and told when all else is done.
      return error.status
    } catch {
      switch exitCode(for: error) {
      case .success: try? lines(of: error).forEach(StandardOutput.print)
      case .validationFailure: lines(of: error).forEach(StandardError.print)
      default:
        StandardError.print("mahdar: \(Failure.words(error))")
        return 2
      }
      return exitCode(for: error) == .success ? 0 : 2
    }
  }

  /// What the parser of arguments says: help, the version, or what is wrong with them.
  private static func lines(of error: any Error) -> [TerminalText] {
    fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false).map { "\(String($0))" }
  }
}

/// Everything that is printed goes through `StandardOutput` or `StandardError`.
@available(*, unavailable, message: "print by StandardOutput or StandardError")
func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {}
