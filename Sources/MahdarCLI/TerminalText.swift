/// Text for people: the program's own words as they stand, everything that is put into them cleaned.
///
///     let line: TerminalText = "\(article.id)  \(article.title)" // no title can colour, move or turn the line round
///
/// Literals are trusted, so the program's own colours and isolates are written in them; whatever is interpolated keeps
/// its letters and spaces, but is one line without control and bidi characters.
struct TerminalText: ExpressibleByStringInterpolation, Sendable {
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }
    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ part: TerminalText) { text += part.text }
    mutating func appendInterpolation(_ data: String) { text += TerminalText.line(data) }
    mutating func appendInterpolation<Value>(_ value: Value) { text += TerminalText.line(String(describing: value)) }
  }

  private(set) var text: String

  init(stringLiteral text: String) { self.text = text }
  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  static func + (left: TerminalText, right: TerminalText) -> TerminalText { "\(left)\(right)" }
  static func += (left: inout TerminalText, right: TerminalText) { left.text += right.text }

  // MARK: Cleaning

  /// The text on one line: white space run together, control and bidi characters left out.
  static func cleaned(_ text: String) -> String {
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if breaks(scalar) || scalar == " " || scalar.value == 0xA0 {
        if let last = cleaned.last, last != " " { cleaned.append(" ") }
      } else if !isHidden(scalar) {
        cleaned.append(scalar)
      }
    }
    if cleaned.last == " " { cleaned.removeLast() }
    return String(cleaned)
  }

  /// The text on one line with its spaces: line ends and tabs are spaces, control and bidi characters left out.
  static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { breaks($0) || isHidden($0) }) else { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if breaks(scalar) { line.append(" ") } else if !isHidden(scalar) { line.append(scalar) }
    }
    return String(line)
  }

  /// Tabs and all that may begin a new line.
  private static func breaks(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Whether it shows nothing itself, but tells the terminal what to do or what is around it how to stand.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x620...0x6DC: return false
    // Joiners, which spelling needs, and Arabic number signs, which are seen.
    case 0x200C, 0x200D, 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: return false
    default:
      let category = scalar.properties.generalCategory
      return category == .control || category == .format
    }
  }

  // MARK: Columns

  /// The columns that a text takes: none for marks, two for East Asian wide characters.
  static func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value < 0x20 ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
