import ArgumentParser
import MahdarStore

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say that contacts are one.",
    discussion: "Example: mahdar merge c1a2b c3c4d --reason 'the same dinner'")

  @Argument(help: "The ids of two contacts or more.") var contacts: [String]
  @OptionGroup var decision: DecisionOptions

  func run() throws { try decision.decide(.merge(contacts)) }
}
