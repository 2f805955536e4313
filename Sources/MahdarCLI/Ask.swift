import ArgumentParser
import Foundation
import Mahdar
import MahdarStore

struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask the record a question in Arabic or English; it answers in a sentence with its sources.",
    discussion: """
      When (متى), where (أين), how often (كم مرة), how long (كم دام), about what (ماذا بحث), who (من), whether (هل), who says so (من كشف), \
      who denied it (من نفى), from how many sources, what was said (ماذا قال), who somebody is (من هو). Every word is used; one that is not \
      understood is told, and nothing is answered without it.

      Example: mahdar ask 'متى التقى لافروف بلينكن آخر مرة؟'

      Exit status: 0 answered, 1 not in the record, 2 the question was not understood.
      """)

  @Argument(help: "The question.") var question: [String]
  @Option(help: "How to print: text or json.") var format = AnswerFormat.text
  @Option(help: "The number of contacts or statements to show.") var limit = 10
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let store = try options.open()
      let answer = try store.ask(
        question.joined(separator: " "), pipeline: try options.data.pipeline(), folder: try options.data.folder(),
        now: String(Date.now.ISO8601Format().prefix(10)), limit: max(0, limit))
      if format == .json {
        try Output.json(answer)
      } else if answer.isUnderstood {
        let wording = Wording(Wording.Language(rawValue: answer.language) ?? .en)
        try page(answer, wording).forEach(StandardOutput.print)
        try QuoteTable.show(answer.quotes, wording)
      } else {
        StandardError.print("mahdar: \(answer.answer)")
      }
      if !answer.isUnderstood { throw ExitCode(2) }
      if !answer.isInRecord { throw ExitCode(1) }
    }
  }

  /// The answer, each contact with who tells it, and what else may be meant: in the language of the question.
  private func page(_ answer: AskAnswer, _ wording: Wording) -> [TerminalText] {
    var lines: [TerminalText] = ["\(answer.answer)"]
    for contact in answer.contacts {
      lines += [""] + wording.head(contact)
      for source in answer.sources where source.contact == contact.id {
        let head = [
          source.outlet ?? source.article, source.title, wording.when(source.published.map { String($0.prefix(10)) }),
        ]
        lines.append("    \(head.compactMap(\.self).joined(separator: wording.comma))  «\(source.evidence)»")
      }
    }
    let shown = max(answer.contacts.count, answer.quotes.count)
    if shown < answer.total, shown > 0 { lines.append("\n\(shown) / \(answer.total)") }
    if !answer.also.isEmpty { lines.append("") }
    lines += answer.also.map { "\($0)" }
    if !answer.quotes.isEmpty { lines.append("") }
    return lines
  }
}
