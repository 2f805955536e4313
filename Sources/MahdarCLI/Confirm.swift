import ArgumentParser
import MahdarStore

struct Confirm: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say that a contact is right.",
    discussion: """
      Example: mahdar confirm c1a2b --reason 'communiqué of the ministry'

      Exit status: 0 it was decided, 1 never, 2 what is named is not in the record, or the store could not be written.
      """)

  @Argument(help: "The id of the contact.") var contact: String
  @OptionGroup var decision: DecisionOptions

  func run() throws { try decision.decide(.confirm(contact)) }
}
