import ArgumentParser
import MahdarStore

struct Contacts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the contacts of the record.",
    discussion: """
      Example: mahdar contacts --with لافروف --with بومبيو --between 2019-01..2021-12 --status held

      Exit status: 0 something was found, 1 nothing was found, 2 the store or a name could not be used.
      """)

  @Option(help: "Somebody or a state that takes part: a name, an id or a code. Give it twice for two.") var with:
    [String] = []
  @Option(help: "Between two days, months or years: FROM..TO; either may be left out.", transform: DateRange.parse)
  var between: DateRange?
  @Option(help: "Only this status: held, underway, scheduled, proposed, postponed, cancelled or denied.") var status:
    [String] = []
  @Option(help: "Only this form: meeting, visit, talks, conference, call or message.") var form: [String] = []
  @Option(help: "Only at this place, or in this country by its code.") var place: String?
  @Option(help: "The number of contacts to show.") var limit: Int?
  @Option(help: "How to print: table, json or csv.") var format = TableFormat.table
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      var request = ContactRequest()
      request.with = with
      request.from = between?.from
      request.to = between?.to
      request.statuses = status
      request.forms = form
      request.place = place
      request.limit = limit
      let contacts = try options.open().contacts(request)
      try ContactTable.show(contacts, format)
      if contacts.isEmpty { throw ExitCode(1) }
    }
  }
}
