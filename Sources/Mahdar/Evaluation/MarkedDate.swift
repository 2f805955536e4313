/// A date made ready to be compared.
struct MarkedDate {
  let date: Marks.Date
  private let text: MarkWords

  init(_ date: Marks.Date) {
    self.date = date
    text = MarkWords(date.text)
  }

  func isSame(as found: MarkedDate) -> Bool {
    date.value == found.date.value && date.type == found.date.type && isInPlace(of: found)
  }

  /// Whether one's words stand in the other's.
  func isInPlace(of found: MarkedDate) -> Bool { text.stand(in: found.text) || found.text.stand(in: text) }
}
