import Foundation

/// A table of language data: tab-separated, with a source, a licence and a header.
///
/// - Errors: `DataError` with file and line when the file is missing, is no UTF-8, lacks `# source:`, `# licence:` or a
///   column that is asked for, or when a row has another number of fields than the header.
public struct Table: Sendable {
  public let file: String
  public let columns: [String]
  public let rows: [Row]
  /// FNV-1a of the file's bytes.
  let digest: UInt64

  public struct Row: Sendable {
    let fields: [String]
    public let line: Int
    public subscript(column: Int) -> String { fields[column] }
  }

  public init(reading path: String, columns expected: [String]) throws(DataError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DataError(file: path, problem: "can't be read", fix: "give the folder of the language data with --data")
    }
    try self.init(String(decoding: data, as: UTF8.self), file: path, columns: expected)
  }

  init(_ text: String, file: String, columns expected: [String]) throws(DataError) {
    self.file = file
    var columns: [String]?
    var rows: [Row] = []
    var source = false
    var licence = false
    var number = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty { continue }
      if line.first == UInt8(ascii: "#") {
        let comment = String(decoding: line, as: UTF8.self)
        source = source || comment.hasPrefix("# source:")
        licence = licence || comment.hasPrefix("# licence:")
        continue
      }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
      guard let header = columns else {
        guard fields == expected else {
          throw DataError(
            file: file, line: number, excerpt: fields.joined(separator: ", "), problem: "unexpected columns",
            fix: "expected \(expected.joined(separator: ", "))")
        }
        columns = fields
        continue
      }
      guard fields.count == header.count else {
        throw DataError(
          file: file, line: number, excerpt: String(decoding: line, as: UTF8.self),
          problem: "\(fields.count) fields where the header has \(header.count)")
      }
      rows.append(Row(fields: fields, line: number))
    }
    guard source, licence else {
      throw DataError(file: file, problem: "lacks its '# source:' or '# licence:' line")
    }
    guard let columns else { throw DataError(file: file, problem: "has no header") }
    self.columns = columns
    self.rows = rows
    digest = text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// An error about one of the table's rows.
  public func error(_ row: Row, _ problem: String, fix: String? = nil) -> DataError {
    DataError(file: file, line: row.line, excerpt: row.fields.joined(separator: " | "), problem: problem, fix: fix)
  }
}
