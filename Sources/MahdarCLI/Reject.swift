import ArgumentParser
import MahdarStore

struct Reject: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a contact out of the record.",
    discussion: "Example: mahdar reject c1a2b --reason 'a football match'")

  @Argument(help: "The id of the contact.") var contact: String
  @OptionGroup var decision: DecisionOptions

  func run() throws { try decision.decide(.reject(contact)) }
}
