import ArgumentParser
import Foundation
import MahdarStore

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a decision back.",
    discussion: """
      Example: mahdar undo 3 --reason 'they were two after all'

      Exit status: 0 it was taken back, 1 never, 2 there is no such decision, or the store could not be written.
      """)

  @Argument(help: "The number of the decision. Default: the last one that stands.") var number: Int?
  @OptionGroup var decision: DecisionOptions

  func run() throws {
    try StoreOptions.run {
      let pipeline = try decision.options.data.pipeline()
      let undone = try decision.options.openExisting().undo(
        number, reason: decision.reason, now: Date.now.ISO8601Format(), pipeline: pipeline)
      if decision.format == .json { return try Output.json(undone) }
      try StandardOutput.print("undone: decision \(undone.number), \(undone.kind) \(undone.subject)")
    }
  }
}
