import ArgumentParser
import MahdarStore

struct Alias: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say that a name stands for somebody whom the record knows by another.",
    discussion: "Example: mahdar alias بومبو 'مايك بومبيو' --reason 'one man'")

  @Argument(help: "The name.") var name: String
  @Argument(help: "A name or id that stands for one person or body.") var of: String
  @OptionGroup var decision: DecisionOptions

  func run() throws { try decision.decide(.alias(name: name, of: of)) }
}
