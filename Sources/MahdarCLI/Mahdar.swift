import ArgumentParser
import Foundation
import Mahdar

@main
struct MahdarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mahdar", abstract: "Reads Arabic news and keeps the record of diplomatic contacts.",
    version: "mahdar \(Pipeline.version)",
    subcommands: [
      Read.self, Add.self, Contacts.self, Show.self, Person.self, Pair.self, Quotes.self, Search.self, Conflicts.self,
      Changes.self, Ask.self, Alias.self, Merge.self, Split.self, Reject.self, Confirm.self, Note.self, Undo.self,
      Log.self,
      Link.self, SQL.self, WorkerCommand.self,
    ])

  /// Runs the command; whatever is wrong with the arguments exits with 2, as other errors do.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      StandardError.print(fullMessage(for: error))
      Foundation.exit(2)
    }
  }
}
