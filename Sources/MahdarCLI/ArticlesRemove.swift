import ArgumentParser
import MahdarStore

struct ArticlesRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take an article out, with all that it tells.",
    discussion: """
      Its contacts are made anew without it, and no answer knows it. Adding it again does not bring it back: 'mahdar undo' \
      does, for its text stays in the file as evidence of the decision.

      Example: mahdar articles remove a17 --reason 'a forgery'

      Exit status: 0 it was taken out, 1 never, 2 there is no such article, or the store could not be written.
      """)

  @Argument(help: "The id of the article, the beginning of it, or its file.") var article: String
  @OptionGroup var decision: DecisionOptions

  func validate() throws {
    if decision.reason?.isEmpty ?? true { throw ValidationError("--reason is needed: it is kept in the log") }
  }

  func run() throws { try decision.decide(.remove(article: article)) }
}
