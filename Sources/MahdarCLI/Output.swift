import ArgumentParser
import Foundation

/// How tables of answers are printed.
enum TableFormat: String, ExpressibleByArgument, CaseIterable { case table, json, jsonl, csv }

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

  /// One line of JSON for each.
  static func jsonl(_ values: [some Encodable]) throws { for value in values { try json(value) } }

  /// A list in the form asked for.
  ///
  /// - Parameter csv: the columns for programs; those of the table where there are no others.
  static func list<Answer: Encodable>(
    _ answers: [Answer], _ list: ListOptions, table: [Column<Answer>], csv: [Column<Answer>]? = nil
  ) throws {
    switch list.format {
    case .json: try json(answers)
    case .jsonl: try jsonl(answers)
    case .csv: try rows(answers, csv ?? table, list)
    case .table: if !answers.isEmpty { try rows(answers, table, list) }
    }
  }

  static func table(_ head: [String], _ rows: [[String?]]) throws(OutputError) {
    var printer = RowPrinter(head, .table)
    for row in rows { try printer.print(row.map { Cell(text: $0) }) }
    try printer.finish()
  }

  static func rows<Answer>(_ answers: [Answer], _ columns: [Column<Answer>], _ list: ListOptions) throws(OutputError) {
    if list.bom { try StandardOutput.write([0xEF, 0xBB, 0xBF]) }
    var printer = RowPrinter(columns.map(\.head), list.format)
    for answer in answers { try printer.print(columns.map { $0.cell(answer) }) }
    try printer.finish()
  }
}
