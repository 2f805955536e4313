import ArgumentParser
import MahdarStore

struct Alias: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say that a name stands for somebody whom the record knows by another.",
    discussion: """
      Example: mahdar alias بومبو 'مايك بومبيو' --reason 'one man'

      Exit status: 0 it was decided, 1 never, 2 what is named is not in the record, or the store could not be written.
      """)

  @Argument(help: "The name.") var name: String
  @Argument(help: "A name or id that stands for one person or body.") var of: String
  @OptionGroup var decision: DecisionOptions

  func run() throws { try decision.decide(.alias(name: name, of: of)) }
}
