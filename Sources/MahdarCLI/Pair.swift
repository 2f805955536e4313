import ArgumentParser
import MahdarStore

struct Pair: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the contacts of two people or sides with each other.",
    discussion: """
      Example: mahdar pair روسيا 'الولايات المتحدة'

      Exit status: 0 contacts were found, 1 none were, 2 nobody is called so.
      """)

  @Argument(help: "A name, an id or a country's code.") var one: String
  @Argument(help: "The other.") var other: String
  @OptionGroup(title: "Which contacts") var contacts: ContactOptions
  @OptionGroup(title: "The list") var list: ListOptions
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let answer = try options.open().pair(one, other, contacts.request(list))
      if list.format == .json {
        try Output.json(answer)
      } else {
        try ContactTable.show(answer.contacts, list)
        if list.format == .table, answer.total > 0 { try show(answer) }
      }
      try list.tell(
        answer.contacts.count, of: answer.total, "contacts",
        more: ContactOptions.more(roughlyDated: answer.roughlyDated))
    }
  }

  private func show(_ answer: PairAnswer) throws {
    for (title, counts) in [("by status", answer.byStatus), ("by form", answer.byForm), ("by year", answer.byYear)] {
      let told = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      try StandardOutput.print("\(title): \(told.joined(separator: ", "))")
    }
  }
}
