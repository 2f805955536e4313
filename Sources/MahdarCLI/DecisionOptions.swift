import ArgumentParser
import Foundation
import MahdarStore

/// What the commands share that decide something about the record.
struct DecisionOptions: ParsableArguments {
  @Option(help: "Why: kept in the log.") var reason: String?
  @Option(help: "How to print: text or json.") var format = AnswerFormat.text
  @OptionGroup var options: StoreOptions

  private struct Answer: Encodable { var decision: Int }

  func decide(_ decision: HumanDecision, reason: String? = nil) throws {
    try StoreOptions.run {
      let pipeline = try options.data.pipeline()
      let number = try options.openExisting().decide(
        decision, reason: reason ?? self.reason, now: Date.now.ISO8601Format(), pipeline: pipeline)
      if format == .json { return try Output.json(Answer(decision: number)) }
      try StandardOutput.print("decision \(number) (take it back: mahdar undo \(number))")
    }
  }
}
