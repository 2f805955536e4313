import Mahdar

/// The view of an analysis that a person reads in a terminal: the contacts, then statements, dates and people.
struct TerminalView: Sendable {
  let style: TerminalStyle
  /// Follows each fact by its rule and its words, where given.
  let explaining: Pipeline?

  func page(_ analysis: Analysis) -> String {
    var page = TerminalPage(analysis, style: style, explaining: explaining)
    page.addHead()
    page.addContacts()
    page.addUntold()
    page.addStatements()
    page.addDates()
    page.addPeople()
    page.addRemarks()
    return page.text
  }
}
