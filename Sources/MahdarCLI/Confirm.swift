import ArgumentParser
import MahdarStore

struct Confirm: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say that a contact is right.",
    discussion: "Example: mahdar confirm c1a2b --reason 'communiqué of the ministry'")

  @Argument(help: "The id of the contact.") var contact: String
  @OptionGroup var decision: DecisionOptions

  func run() throws { try decision.decide(.confirm(contact)) }
}
