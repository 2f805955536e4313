import Mahdar

/// The view of an analysis that a person reads in a terminal: the contacts, then statements, dates and people.
struct TerminalView: Sendable {
  let style: TerminalStyle
  /// Whether each fact is followed by its rule and its words.
  let isExplaining: Bool

  func page(_ analysis: Analysis) -> String {
    var page = TerminalPage(analysis, style: style, isExplaining: isExplaining)
    page.addHead()
    page.addContacts()
    page.addStatements()
    page.addDates()
    page.addPeople()
    page.addRemarks()
    return page.text
  }
}
