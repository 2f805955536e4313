import ArgumentParser
import MahdarStore

struct Reject: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a contact out of the record.",
    discussion: """
      Example: mahdar reject c1a2b --reason 'a football match'

      Exit status: 0 it was decided, 1 never, 2 what is named is not in the record, or the store could not be written.
      """)

  @Argument(help: "The id of the contact.") var contact: String
  @OptionGroup var decision: DecisionOptions

  func run() throws { try decision.decide(.reject(contact)) }
}
