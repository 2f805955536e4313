import ArgumentParser
import Mahdar
import MahdarStore

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show one contact: its fields with their support, its history, sources and conflicts.",
    discussion: """
      A contact is named by its id, the beginning of it, or the id of one of its claims.

      Example: mahdar show c1a2b --why

      Exit status: 0 found, 1 never, 2 there is no such contact.
      """)

  @Argument(help: "The id of the contact.") var contact: String
  @Flag(help: "Tell why these reports are taken to be of one contact.") var why = false
  @Option(help: "How to print: text or json.") var format = AnswerFormat.text
  @OptionGroup var legend: Legend
  @OptionGroup var language: LanguageOptions
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let store = try options.open()
      let pipeline = try options.data.pipeline()
      let detail = try store.contact(contact, pipeline: pipeline)
      if format == .json { return try Output.json(detail) }
      let wording = language.wording(pipeline)
      try ContactPage(detail: detail, wording: wording, why: why).lines().forEach(StandardOutput.print)
      let contacts = [detail.contact] + detail.parts + detail.possibly.map(\.contact)
      legend.tell(contacts, others: [.reports, .roots] + (why ? [.weight] : []), wording)
    }
  }
}

extension String {
  /// The text with spaces after it up to `width` characters.
  func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
