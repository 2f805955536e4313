import ArgumentParser
import Foundation
import Mahdar
import MahdarReaders
import MahdarStore

struct ArticlesReplace: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replace", abstract: "Give an article another text.",
    discussion: """
      The file is a text, a web page, or a line of JSON with the article's id, and tells all of its head; only the day stays \
      where it tells none. Adding the earlier text again does not bring it \
      back: 'mahdar undo' does.

      Example: mahdar articles replace a17 corrected.txt --reason 'a correction of the outlet'

      Exit status: 0 it was replaced, 1 never, 2 there is no such article or text, or the store could not be written.
      """)

  @Argument(help: "The id of the article, the beginning of it, or its file.") var article: String
  @Argument(help: "The file with its new text.", completion: .file()) var file: String
  @OptionGroup var decision: DecisionOptions

  func run() throws {
    try StoreOptions.run {
      let pipeline = try decision.options.data.pipeline()
      let store = try decision.options.openExisting()
      let answer = try store.replace(
        article, by: file, reason: decision.reason, now: Date.now.ISO8601Format(), pipeline: pipeline,
        workers: decision.options.worker)
      if decision.format == .json { return try Output.json(answer) }
      let number = answer.decision
      try StandardOutput.print("decision \(number): replaced (take it back: mahdar undo \(number))")
    }
  }
}
