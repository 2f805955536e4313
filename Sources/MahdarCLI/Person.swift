import ArgumentParser
import Mahdar
import MahdarStore

struct Person: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what the record has of a person, state or body.",
    discussion: """
      Example: mahdar person لافروف

      Exit status: 0 found, 1 no contact as asked for, 2 nobody is called so, or several people are, who are listed.
      """)

  @Argument(help: "A name, an id or a country's code.") var name: [String]
  @OptionGroup(title: "Which contacts") var contacts: ContactOptions
  @OptionGroup(title: "The list") var list: ListOptions
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let answer = try options.open().person(name.joined(separator: " "), contacts.request(list))
      let wording = try list.language.wording(options.data)
      switch list.format {
      case .json: try Output.json(answer)
      case .jsonl, .csv: try ContactTable.show(answer.contacts, list, wording)
      case .table: try show(answer, wording)
      }
      // Whose words alone are shown is found as well.
      if answer.total == 0, !answer.quotes.isEmpty, [.table, .json].contains(list.format) { return }
      try list.tell(answer.contacts.count, ofContacts: answer.total, roughlyDated: answer.roughlyDated)
    }
  }

  private func show(_ answer: PersonAnswer, _ wording: Wording) throws {
    let told: [(Wording.Term, [String])] = [
      (.names, answer.names), (.knownAs, answer.labels), (.side, answer.sides.map(wording.side)),
      (.offices, answer.offices),
    ]
    for (title, values) in told where !values.isEmpty {
      try StandardOutput.print(
        "\(wording.heading(title).padding(to: 10))\(values.prefix(12).joined(separator: "، "))")
    }
    let articles = wording.tally(answer.articles, "article", isObject: true)
    try StandardOutput.print("\(wording.heading(.namedIn).padding(to: 10))\(articles)\n")
    try ContactTable.show(answer.contacts, list, wording)
    if !answer.quotes.isEmpty { try StandardOutput.print("") }
    try QuoteTable.show(answer.quotes, wording)
  }
}
