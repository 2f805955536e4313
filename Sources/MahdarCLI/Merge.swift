import ArgumentParser
import MahdarStore

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say that contacts are one.",
    discussion: """
      Example: mahdar merge c1a2b c3c4d --reason 'the same dinner'

      Exit status: 0 it was decided, 1 never, 2 what is named is not in the record, or the store could not be written.
      """)

  @Argument(help: "The ids of two contacts or more.") var contacts: [String]
  @OptionGroup var decision: DecisionOptions

  func run() throws { try decision.decide(.merge(contacts)) }
}
