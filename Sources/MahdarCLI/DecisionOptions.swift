import ArgumentParser
import Foundation
import MahdarStore

/// What the commands share that decide something about the record.
struct DecisionOptions: ParsableArguments {
  @Option(help: "Why: kept in the log.") var reason: String?
  @Option(help: "How to print: text or json.") var format = AnswerFormat.text
  @OptionGroup var options: StoreOptions

  func decide(_ decision: HumanDecision, reason: String? = nil) throws {
    try StoreOptions.run {
      let pipeline = try options.data.pipeline()
      let decided = try options.openExisting().decide(
        decision, reason: reason ?? self.reason, now: Date.now.ISO8601Format(), pipeline: pipeline)
      if format == .json { return try Output.json(decided) }
      let number = decided.decision
      try StandardOutput.print(
        "decision \(number)\(Self.words(decision, decided)) (take it back: mahdar undo \(number))")
    }
  }

  /// What became of the contacts that were decided about.
  private static func words(_ decision: HumanDecision, _ decided: Decided) -> String {
    let ids = decided.contacts.joined(separator: ", ")
    switch decision {
    case .merge where decided.contacts.count == 1: return ": they are one, \(ids); their other ids lead to it"
    case .merge: return ": still apart, for an earlier decision keeps them so: \(ids)"
    case .split: return ": they are \(ids)"
    case .confirm, .note: return ": \(ids)"
    case .remove: return ": it is in no answer, and adding it again does not bring it back"
    case .alias, .reject, .replace: return ""
    }
  }
}
