import ArgumentParser
import MahdarStore

struct Note: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a note to a contact.",
    discussion: "Example: mahdar note c1a2b 'The date is that of the communiqué.'")

  @Argument(help: "The id of the contact.") var contact: String
  @Argument(help: "The note.") var text: String
  @OptionGroup var decision: DecisionOptions

  func run() throws { try decision.decide(.note(contact: contact), reason: text) }
}
