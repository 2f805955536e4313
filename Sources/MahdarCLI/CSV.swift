/// CSV as RFC 4180 has it, with cells that no spreadsheet takes for a formula.
enum CSV {
  /// What a formula begins with in one spreadsheet or another (OWASP, CSV injection), the fullwidth forms included.
  private static let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
  /// What a cell is quoted for: marks that end a cell in one country or another, and line ends.
  private static let marks: Set<Unicode.Scalar> = [",", ";", "\"", "\n"]

  static func line(_ cells: [Cell]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  private static func cell(_ cell: Cell) -> String {
    guard let text = cell.text else { return "" }
    if cell.isNumber { return text }
    let clean = text.unicodeScalars.contains(where: TerminalText.isHidden) ? cleaned(text) : text
    let isFormula = clean.unicodeScalars.first { !$0.properties.isWhitespace }.map(starts.contains) ?? false
    guard isFormula || clean.unicodeScalars.contains(where: marks.contains) else { return clean }
    return "\"" + (isFormula ? "'" : "") + clean.replacing("\"", with: "\"\"") + "\""
  }

  /// The text with its line ends as LF, tabs as spaces, and no other control or bidi character.
  private static func cleaned(_ text: String) -> String {
    var cleaned = String.UnicodeScalarView()
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if !cleaned.isEmpty { cleaned.append("\n") }
      cleaned.append(contentsOf: TerminalText.line(String(line)).unicodeScalars)
    }
    return String(cleaned)
  }
}
