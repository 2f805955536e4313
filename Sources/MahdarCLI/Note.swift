import ArgumentParser
import MahdarStore

struct Note: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a note to a contact.",
    discussion: """
      Example: mahdar note c1a2b 'The date is that of the communiqué.'

      Exit status: 0 it was decided, 1 never, 2 what is named is not in the record, or the store could not be written.
      """)

  @Argument(help: "The id of the contact.") var contact: String
  @Argument(help: "The note.") var text: String
  @OptionGroup var decision: DecisionOptions

  func run() throws { try decision.decide(.note(contact: contact), reason: text) }
}
