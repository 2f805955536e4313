import ArgumentParser
import Mahdar
import MahdarStore

struct Story: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how the story of a contact unfolded, day by day and outlet by outlet.",
    discussion: """
      Each report is told with what it added to those before it, told more exactly or contradicted; the meetings of a visit and \
      those on the margins of a gathering stand among the reports of the whole.

      Example: mahdar story c1a2b

      Exit status: 0 found, 1 never, 2 there is no such contact.
      """)

  @Argument(help: "The id of the contact.") var contact: String
  @Option(help: "How to print: text or json.") var format = AnswerFormat.text
  @OptionGroup var legend: Legend
  @OptionGroup var language: LanguageOptions
  @OptionGroup var options: StoreOptions

  private struct Answer: Encodable {
    var story: ContactDetail
    /// The contacts that are parts of it.
    var parts: [ContactDetail]
  }

  func run() throws {
    try StoreOptions.run {
      let store = try options.open()
      let pipeline = try options.data.pipeline()
      let detail = try store.contact(contact, pipeline: pipeline)
      let parts = try detail.parts.map { try store.contact($0.id, pipeline: pipeline) }
      if format == .json { return try Output.json(Answer(story: detail, parts: parts)) }
      let wording = language.wording(pipeline)
      try StoryPage(whole: detail, parts: parts, wording: wording).lines().forEach(StandardOutput.print)
      legend.tell([detail.contact] + detail.parts, others: [.reports, .roots], wording)
    }
  }
}
