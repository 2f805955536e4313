import MahdarStore

/// Lists of contacts.
enum ContactTable {
  static func show(_ contacts: [ContactSummary], _ format: TableFormat) throws {
    let head = ["id", "date", "form", "status", "place", "articles", "roots", "conflicts", "parties"]
    switch format {
    case .json: try Output.json(contacts)
    case .csv: try Output.csv(head, contacts.map(row))
    case .table:
      if contacts.isEmpty {
        StandardError.print("mahdar: no contacts found")
      } else {
        try Output.table(head, contacts.map(row))
      }
    }
  }

  private static func row(_ contact: ContactSummary) -> [String?] {
    [
      contact.id, contact.date, contact.form, contact.status + (contact.isConfirmed ? " ✓" : ""),
      contact.place ?? contact.country, String(contact.articles), String(contact.roots),
      contact.conflicts.joined(separator: " "),
      contact.names,
    ]
  }
}
