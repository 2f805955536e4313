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

  /// The line with isolates around each run of Arabic: words, marks and numbers between two Arabic letters, as far as no Latin
  /// letter and no mark of the page's own parts them.
  static func isolated(_ line: String) -> String {
    let scalars = Array(line.unicodeScalars)
    guard scalars.contains(where: isArabic) else { return line }
    var isolated = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let end = isArabic(scalars[index]) ? runEnd(scalars, index) : index
      if end > index {
        isolated.append("\u{2068}")
        isolated.append(contentsOf: scalars[index..<end])
        isolated.append("\u{2069}")
        index = end
      } else {
        isolated.append(scalars[index])
        index += 1
      }
    }
    return String(isolated)
  }

  private static func runEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var end = start + 1
    var index = end
    while index < scalars.count {
      let scalar = scalars[index]
      if isArabic(scalar) {
        end = index + 1
      } else if scalar == "\u{1B}" {
        // A colour within the run.
        while index + 1 < scalars.count, scalars[index] != "m" { index += 1 }
      } else if separators.contains(scalar) || scalar.properties.isAlphabetic
        || scalar == " " && scalars[index - 1] == " "
      {
        break
      }
      index += 1
    }
    return end
  }

  /// Marks that part the columns of a page.
  private static let separators: Set<Unicode.Scalar> = ["·", "|", "←", "≠", "[", "]"]

  private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: true
    default: false
    }
  }
}
