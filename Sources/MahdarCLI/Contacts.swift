import ArgumentParser
import MahdarStore

struct Contacts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the contacts of the record.",
    discussion: """
      Example: mahdar contacts --with لافروف --with بومبيو --between 2019-01..2021-12 --status held,scheduled

      Exit status: 0 something was found, 1 nothing was found, 2 the store or a name could not be used.
      """)

  @OptionGroup(title: "Which contacts") var contacts: ContactOptions
  @OptionGroup(title: "The list") var list: ListOptions
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let found = try options.open().contactList(contacts.request(list))
      try ContactTable.show(found.contacts, list, list.language.wording(options.data))
      try list.tell(found.contacts.count, ofContacts: found.total, roughlyDated: found.roughlyDated)
    }
  }
}
