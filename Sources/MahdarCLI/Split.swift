import ArgumentParser
import MahdarStore

struct Split: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say that reports are not of this contact.",
    discussion: """
      Example: mahdar split c1a2b article-17 --reason 'another round'

      Exit status: 0 it was decided, 1 never, 2 what is named is not in the record, or the store could not be written.
      """)

  @Argument(help: "The id of the contact.") var contact: String
  @Argument(help: "Ids of articles or claims that tell of another one.") var reports: [String]
  @OptionGroup var decision: DecisionOptions

  func run() throws { try decision.decide(.split(contact: contact, reports: reports)) }
}
