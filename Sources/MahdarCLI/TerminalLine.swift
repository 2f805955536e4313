/// A line for people, broken at spaces to fit, its Arabic isolated from what stands around it.
struct TerminalLine {
  /// Labels up to here have what is told of them beside them, its further lines too.
  private static let label = 18

  private let text: Substring

  init(_ text: Substring) { self.text = text }

  /// Lines of at most `columns`, the further ones under the first.
  func lines(_ columns: Int) -> [String] {
    let margin = min(self.margin, columns / 2)
    guard Self.width(text) > columns else { return [String(text)] }
    var lines: [String] = []
    var (line, used, spaces) = ("", 0, 0)
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !word.isEmpty {
        let width = Self.width(word)
        if used > margin, used + spaces + width > columns {
          lines.append(line)
          (line, used, spaces) = (String(repeating: " ", count: margin), margin, 0)
        }
        line += String(repeating: " ", count: spaces) + word
        (used, spaces) = (used + spaces + width, 0)
      }
      spaces += 1
    }
    return lines + [line]
  }

  /// Where further lines begin: under what stands behind a label, else a little to the right of the first.
  private var margin: Int {
    let indent = text.prefix { $0 == " " }.count
    let rest = text.dropFirst(indent)
    if let gap = rest.firstRange(of: "  ") {
      let value = rest[gap.lowerBound...].firstIndex { $0 != " " } ?? rest.endIndex
      let column = indent + rest.distance(from: rest.startIndex, to: value)
      if column <= Self.label { return column }
    }
    return indent + 2
  }

  /// The columns of a text, the terminal's commands left out.
  static func width(_ text: some StringProtocol) -> Int {
    var (width, isCommand) = (0, false)
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isCommand = true }
      if !isCommand { width += TerminalText.width(scalar) }
      if isCommand, scalar == "m" { isCommand = false }
    }
    return width
  }

  // MARK: Direction

  /// Whether it begins with Arabic; nil where it has no letter.
  var isArabic: Bool? { Self.firstLetter(Array(text.unicodeScalars)[...]) }

  /// The line with isolates around what is read from right to left.
  ///
  /// What stands between marks of the page is one phrase. One that begins with Arabic is isolated as a whole, its numbers and Latin
  /// words too; in another one each run of Arabic is, up to the next Latin letter.
  ///
  /// - Parameter continuing: whether the phrase that it goes on with begins with Arabic; nil where it begins one.
  static func isolated(_ line: String, continuing: Bool? = nil) -> String {
    let scalars = Array(line.unicodeScalars)
    guard scalars.contains(where: isArabic) else { return line }
    var isolated = String.UnicodeScalarView()
    var start = 0
    var isFirst = true
    while start < scalars.count {
      let end = phraseEnd(scalars, start)
      let phrase = scalars[start..<end]
      let letter = firstLetter(phrase)
      if letter != nil, isFirst ? continuing ?? letter == true : letter == true {
        append(phrase, whole(phrase), to: &isolated)
      } else {
        appendRuns(phrase, to: &isolated)
      }
      if letter != nil { isFirst = false }
      if end < scalars.count { isolated.append(scalars[end]) }
      start = end + 1
    }
    return String(isolated)
  }

  private static func append(
    _ phrase: ArraySlice<Unicode.Scalar>, _ run: Range<Int>, to isolated: inout String.UnicodeScalarView
  ) {
    isolated.append(contentsOf: phrase[phrase.startIndex..<run.lowerBound])
    isolated.append("\u{2068}")
    isolated.append(contentsOf: phrase[run])
    isolated.append("\u{2069}")
    isolated.append(contentsOf: phrase[run.upperBound...])
  }

  private static func appendRuns(_ phrase: ArraySlice<Unicode.Scalar>, to isolated: inout String.UnicodeScalarView) {
    var rest = phrase
    while let start = rest.firstIndex(where: isArabic) {
      var (end, index) = (start + 1, start + 1)
      while index < rest.endIndex {
        let next = after(rest, index)
        if next == index + 1 {
          if isArabic(rest[index]) { end = next } else if rest[index].properties.isAlphabetic { break }
        }
        index = next
      }
      append(rest[..<end], start..<end, to: &isolated)
      rest = rest[end...]
    }
    isolated.append(contentsOf: rest)
  }

  /// A phrase from its first letter or number to its last, with the marks that belong to it.
  private static func whole(_ phrase: ArraySlice<Unicode.Scalar>) -> Range<Int> {
    var (start, end): (Int?, Int) = (nil, phrase.startIndex)
    var index = phrase.startIndex
    // Marks that are open, and those that close what was opened before the first letter; at `end` as well.
    var (open, closed, openAtEnd, closedAtEnd) = (0, 0, 0, 0)
    while index < phrase.endIndex {
      let next = after(phrase, index)
      let scalar = phrase[index]
      if next == index + 1, isArabic(scalar) || scalar.properties.isAlphabetic || isDigit(scalar) {
        start = start ?? index
        (end, openAtEnd, closedAtEnd) = (next, open, closed)
      } else if start != nil, opening.contains(scalar) {
        open += 1
      } else if start != nil, closing.contains(scalar) {
        if open > 0 { open -= 1 } else { closed += 1 }
      }
      index = next
    }
    guard var start else { return end..<end }
    while closedAtEnd > 0, start > phrase.startIndex, opening.contains(phrase[start - 1]) {
      start -= 1
      closedAtEnd -= 1
    }
    // Marks at the end of what is said, and those that close what is open.
    while end < phrase.endIndex {
      if openAtEnd > 0, closing.contains(phrase[end]) {
        openAtEnd -= 1
      } else if !stops.contains(phrase[end]) {
        break
      }
      end += 1
    }
    return start..<end
  }

  private static func phraseEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var index = start
    while index < scalars.count {
      let next = after(scalars[...], index)
      if next == index + 1 {
        if separators.contains(scalars[index]) { return index }
        // The second of two spaces parts columns.
        if scalars[index] == " ", index > start, scalars[index - 1] == " " { return index }
      }
      index = next
    }
    return index
  }

  private static func firstLetter(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool? {
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let next = after(scalars, index)
      if next == index + 1 {
        if isArabic(scalars[index]) { return true }
        if scalars[index].properties.isAlphabetic { return false }
      }
      index = next
    }
    return nil
  }

  /// What stands behind a scalar, or behind a colour that begins there.
  private static func after(_ scalars: ArraySlice<Unicode.Scalar>, _ index: Int) -> Int {
    guard scalars[index] == "\u{1B}" else { return index + 1 }
    return scalars[index...].firstIndex(of: "m").map { $0 + 1 } ?? scalars.endIndex
  }

  /// Marks that part the columns of a page.
  private static let separators: Set<Unicode.Scalar> = ["·", "|", "←", "≠", "[", "]"]
  private static let opening: Set<Unicode.Scalar> = ["(", "«", "“"]
  private static let closing: Set<Unicode.Scalar> = [")", "»", "”"]
  private static let stops: Set<Unicode.Scalar> = [".", "،", "؛", ":", "؟", "!", "…"]

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: true
    default: false
    }
  }
}
