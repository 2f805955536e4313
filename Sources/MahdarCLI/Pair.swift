import ArgumentParser
import Mahdar
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
      let wording = try list.language.wording(options.data)
      if list.format == .json {
        try Output.json(answer)
      } else {
        try ContactTable.show(answer.contacts, list, wording)
        if list.format == .table, answer.total > 0 { try show(answer, wording) }
      }
      try list.tell(answer.contacts.count, ofContacts: answer.total, roughlyDated: answer.roughlyDated)
    }
  }

  private func show(_ answer: PairAnswer, _ wording: Wording) throws {
    func line(_ title: Wording.Term, _ counts: [String: Int], _ word: (String) -> String) throws(OutputError) {
      let told = counts.sorted { $0.key < $1.key }.map { "\(word($0.key)) \($0.value)" }
      try StandardOutput.print("\(wording(title)): \(told.joined(separator: wording.comma))")
    }
    try line(.byStatus, answer.byStatus) { wording.status($0) }
    try line(.byForm, answer.byForm, wording.form)
    try line(.byYear, answer.byYear) { $0 == Wording.Term.undated.code ? wording(.undated) : $0 }
  }
}
