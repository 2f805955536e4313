import ArgumentParser
import Foundation

/// How tables of answers are printed.
enum TableFormat: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

/// How other answers are printed.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// Puts answers on standard output.
enum Output {
  static var isTerminal: Bool { isatty(1) == 1 }

  /// One line of JSON, keys in alphabetical order.
  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    FileHandle.standardOutput.write(try encoder.encode(value) + Data([0x0A]))
  }

  /// CSV as RFC 4180 has it.
  static func csv(_ head: [String], _ rows: [[String?]]) {
    for row in [head.map(Optional.some)] + rows {
      print(row.map(cell).joined(separator: ","), terminator: "\r\n")
    }
  }

  private static func cell(_ value: String?) -> String {
    guard let value else { return "" }
    guard value.contains(where: { ",\"\r\n".contains($0) || $0.isNewline }) else { return value }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }

  /// Columns padded to the widest cell; Arabic cells keep to their column by isolates on a terminal.
  static func table(_ head: [String], _ rows: [[String?]]) {
    let cells = [head] + rows.map { $0.map { ($0 ?? "—").replacing("\n", with: " ") } }
    let widths = head.indices.map { column in min(48, cells.map { width($0[column]) }.max() ?? 0) }
    for row in cells {
      var line = ""
      for (column, cell) in row.enumerated() {
        let isLast = column == row.count - 1
        let shown = isLast ? cell : clip(cell, widths[column])
        line += (isTerminal ? "\u{2068}" + shown + "\u{2069}" : shown)
        if !isLast { line += String(repeating: " ", count: max(0, widths[column] - width(shown)) + 2) }
      }
      print(line)
    }
  }

  private static func width(_ text: String) -> Int { text.count }
  private static func clip(_ text: String, _ width: Int) -> String {
    text.count <= width ? text : text.prefix(width - 1) + "…"
  }
}
