import Foundation

/// A table of language data: tab-separated, with a source, a licence and a header.
///
/// The file's bytes are kept as they are; a field becomes a string when it is asked for.
///
/// - Errors: `DataError` with file and line when the file is missing, is no UTF-8, lacks `# source:`, `# licence:` or a
///   column that is asked for, or when a row has another number of fields than the header.
public struct Table: Sendable {
  public let file: String
  public let columns: [String]
  public let rows: [Row]
  /// FNV-1a of the file's bytes.
  let digest: UInt64

  /// The bytes of a table and where its fields start; each ends a byte before the next.
  fileprivate final class Content: Sendable {
    let bytes: [UInt8]
    let starts: [Int32]

    init(bytes: [UInt8], starts: [Int32]) {
      self.bytes = bytes
      self.starts = starts
    }
  }

  public struct Row: Sendable {
    private let content: Content
    private let first: Int32
    private let count: Int32
    public let line: Int

    fileprivate init(_ content: Content, first: Int32, count: Int32, line: Int) {
      self.content = content
      self.first = first
      self.count = count
      self.line = line
    }

    public subscript(column: Int) -> String {
      precondition(column >= 0 && column < Int(count), "column \(column) of \(count)")
      let field = Int(first) + column
      return String(
        decoding: content.bytes[Int(content.starts[field])..<Int(content.starts[field + 1]) - 1], as: UTF8.self)
    }

    var fields: [String] { (0..<Int(count)).map { self[$0] } }
  }

  public init(reading path: String, columns expected: [String]) throws(DataError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DataError(file: path, problem: "can't be read", fix: "give the folder of the language data with --data")
    }
    try self.init(bytes: [UInt8](data), file: path, columns: expected)
  }

  init(_ text: String, file: String, columns expected: [String]) throws(DataError) {
    try self.init(bytes: Array(text.utf8), file: file, columns: expected)
  }

  private init(bytes: [UInt8], file: String, columns expected: [String]) throws(DataError) {
    guard (try? UTF8Span(validating: bytes.span)) != nil else { throw DataError(file: file, problem: "is no UTF-8") }
    let lines = Lines(bytes)
    guard lines.hasSource, lines.hasLicence else {
      throw DataError(file: file, problem: "lacks its '# source:' or '# licence:' line")
    }
    let content = Content(bytes: bytes, starts: lines.starts)
    guard let header = lines.rows.first.map({ Row(content, first: $0.first, count: $0.count, line: $0.line) }) else {
      throw DataError(file: file, problem: "has no header")
    }
    guard expected.isEmpty || header.fields == expected else {
      throw DataError(
        file: file, line: header.line, excerpt: header.fields.joined(separator: ", "), problem: "unexpected columns",
        fix: "expected \(expected.joined(separator: ", "))")
    }
    var rows: [Row] = []
    rows.reserveCapacity(lines.rows.count)
    for place in lines.rows.dropFirst() {
      let row = Row(content, first: place.first, count: place.count, line: place.line)
      guard Int(place.count) == header.fields.count else {
        throw DataError(
          file: file, line: row.line, excerpt: row.fields.joined(separator: "\t"),
          problem: "\(place.count) fields where the header has \(header.fields.count)")
      }
      rows.append(row)
    }
    self.file = file
    self.rows = rows
    columns = header.fields
    digest = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// Where the rows and their fields stand in a table's bytes, the header first; comments and empty lines left out.
  private struct Lines {
    var starts: [Int32] = []
    var rows: [(first: Int32, count: Int32, line: Int)] = []
    var hasSource = false
    var hasLicence = false

    init(_ bytes: [UInt8]) {
      starts.reserveCapacity(bytes.count / 8)
      var start = 0
      var number = 0
      while start < bytes.count {
        number += 1
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        defer { start = end + 1 }
        if end == start { continue }
        if bytes[start] == UInt8(ascii: "#") {
          hasSource = hasSource || bytes[start..<end].starts(with: "# source:".utf8)
          hasLicence = hasLicence || bytes[start..<end].starts(with: "# licence:".utf8)
          continue
        }
        let first = starts.count
        starts.append(Int32(start))
        for index in start..<end where bytes[index] == 0x09 { starts.append(Int32(index + 1)) }
        rows.append((Int32(first), Int32(starts.count - first), number))
        starts.append(Int32(end + 1))
      }
    }
  }

  /// The place of the column called `name`.
  func column(_ name: String) throws(DataError) -> Int {
    guard let column = columns.firstIndex(of: name) else {
      throw DataError(file: file, problem: "has no column '\(name)'")
    }
    return column
  }

  /// An error about one of the table's rows.
  public func error(_ row: Row, _ problem: String, fix: String? = nil) -> DataError {
    DataError(file: file, line: row.line, excerpt: row.fields.joined(separator: " | "), problem: problem, fix: fix)
  }
}
