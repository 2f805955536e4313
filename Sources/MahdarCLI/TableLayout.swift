/// Which columns a table shows, and how wide: all of them as they are where there is room, else the least useful ones are left out
/// and others shortened.
struct TableLayout {
  private static let gap = 2
  private static let widest = 48

  private let heads: [ColumnHead]
  /// The places of the columns that are shown.
  private let shown: [Int]
  /// By place.
  private let widths: [Int]

  /// The width of a table whose columns are so wide.
  static func width(_ columns: [Int]) -> Int {
    columns.filter { $0 > 0 }.reduce(-gap) { $0 + min($1, widest) + gap }
  }

  /// - Parameters:
  ///   - natural: the width that each column's values take.
  ///   - columns: the width of the reader's view; nil where it is not known.
  init(_ heads: [ColumnHead], natural: [Int], columns: Int?) {
    self.heads = heads
    // A column of signs that has none is none.
    var shown = heads.indices.filter { natural[$0] > 0 }
    var widths = natural.enumerated().map { $0.offset == shown.last ? $0.element : min($0.element, Self.widest) }
    if let columns {
      let least = heads.indices.map { min(widths[$0], heads[$0].least ?? widths[$0]) }
      func width(_ widths: [Int]) -> Int { shown.reduce(-Self.gap) { $0 + widths[$1] + Self.gap } }
      while width(least) > columns, let place = shown.max(by: { heads[$0].rank < heads[$1].rank }),
        heads[place].rank > 0
      {
        shown.removeAll { $0 == place }
      }
      // What is left over goes to the most useful columns first.
      var spare = columns - width(least)
      let natural = widths
      widths = least
      for place in shown.sorted(by: { (heads[$0].rank, $1) < (heads[$1].rank, $0) }) where spare > 0 {
        let more = min(spare, natural[place] - least[place])
        widths[place] += more
        spare -= more
      }
    }
    self.shown = shown
    self.widths = widths
  }

  /// The cells that are shown, each with the spaces behind it.
  func cells(_ row: [String]) -> [(text: String, spaces: Int)] {
    shown.map { place in
      let text = clipped(row[place], place)
      let isLast = place == shown.last
      return (text, isLast ? 0 : max(0, widths[place] - TerminalText.width(text)) + Self.gap)
    }
  }

  private func clipped(_ text: String, _ place: Int) -> String {
    guard TerminalText.width(text) > widths[place] else { return text }
    let end = heads[place].isPrefix ? "" : "…"
    var (clipped, used) = ("", TerminalText.width(end))
    for character in text {
      let width = TerminalText.width(String(character))
      if used + width > widths[place] { break }
      clipped.append(character)
      used += width
    }
    return clipped + end
  }
}
