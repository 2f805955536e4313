import ArgumentParser
import Foundation
import Mahdar
import MahdarStore

struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask the record a question in Arabic; it answers with its sources, or says that it has no answer.",
    discussion: """
      When (متى), where (أين), how often (كم مرة), who (من), whether (هل), what was said (ماذا قال) of contacts and statements; \
      names may be English.

      Example: mahdar ask 'متى التقى لافروف بلينكن آخر مرة؟'

      Exit status: 0 answered, 1 not in the record, 2 the question was not understood.
      """)

  @Argument(help: "The question.") var question: [String]
  @Option(help: "How to print: text or json.") var format = AnswerFormat.text
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let store = try options.open()
      let answer = try store.ask(
        question.joined(separator: " "), pipeline: try options.data.pipeline(),
        vocabulary: try QuestionWords(reading: options.data.folder()),
        now: String(Date.now.ISO8601Format().prefix(10)))
      if format == .json {
        try Output.json(answer)
      } else {
        try StandardOutput.print("\(answer.answer)")
        for contact in answer.contacts {
          let place = contact.place ?? contact.country ?? ""
          let state = "\(contact.form), \(contact.status)"
          try StandardOutput.print(
            "\n\(contact.id)  \(contact.date ?? "undated")  \(state)  \(place)  \(contact.names)")
          for source in answer.sources where source.contact == contact.id {
            let day = source.published.map { String($0.prefix(10)) } ?? "undated"
            try StandardOutput.print("  \(source.outlet ?? source.article), \(day): «\(source.evidence)»")
          }
        }
        if !answer.quotes.isEmpty { try StandardOutput.print("") }
        try QuoteTable.show(answer.quotes)
      }
      if !answer.isInRecord { throw ExitCode(1) }
    }
  }
}
