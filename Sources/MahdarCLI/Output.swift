import ArgumentParser
import Foundation

/// How tables of answers are printed.
enum TableFormat: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

/// How other answers are printed.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// Puts answers on standard output.
enum Output {
  /// One line of JSON, keys in alphabetical order.
  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try StandardOutput.write(json: Array(try encoder.encode(value)) + [0x0A])
  }

  static func csv(_ head: [String], _ rows: [[String?]]) throws(OutputError) { try print(head, rows, .csv) }
  static func table(_ head: [String], _ rows: [[String?]]) throws(OutputError) { try print(head, rows, .table) }

  private static func print(_ head: [String], _ rows: [[String?]], _ format: TableFormat) throws(OutputError) {
    var printer = RowPrinter(head, format)
    for row in rows { try printer.print(row.map { Cell(text: $0) }) }
    try printer.finish()
  }
}
