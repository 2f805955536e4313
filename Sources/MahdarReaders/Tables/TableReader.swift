import Foundation

/// Reads the rows of a table, each an article: CSV as RFC 4180 has it and as spreadsheets write it.
///
/// A row becomes an object of JSON with the names of our fields, and with its other columns under their own.
final class TableReader: PieceReader {
  /// How many rows with a quotation mark that is never closed are mended; beyond, quotation marks mean nothing more: each
  /// costs a look at `Limits.row` bytes.
  private static let mendedRows = 16

  private let path: String
  private let opener: InputOpener
  private var input: TableBytes
  private var head: TableHead?
  /// Rows so far, the head's included.
  private var row = 0
  private var unclosed = 0
  private var failures: [InputError] = []

  init(_ source: any ByteSource, path: String, opener: InputOpener) {
    self.path = path
    self.opener = opener
    input = TableBytes(source)
  }

  func next() throws(InputError) -> InputQueue.Piece? {
    if head == nil {
      guard let head = try readHead() else { return nil }
      self.head = head
    }
    if let failure = failures.popLast() { return .failure(failure) }
    guard let head else { return nil }
    var batch = LineBatch(source: path, bytes: [], lines: [])
    // A row that can't be read stands behind those before it.
    while failures.isEmpty, batch.bytes.count < Limits.batch, batch.lines.isEmpty || input.isReady {
      guard let cut = try nextRow(head.separator) else { break }
      defer { input.take(cut.end) }
      row += 1
      if cut.isBlank { continue }
      if let failure = failure(of: cut, head) {
        failures.append(failure)
        continue
      }
      let start = batch.bytes.count
      input.withBytes { bytes in
        head.write(cut, bytes, input.charset, id: "\(path)#\(row)", to: &batch.bytes)
      }
      batch.lines.append(.init(bytes: start..<batch.bytes.count, number: row, isCut: false))
    }
    if !batch.lines.isEmpty {
      batch.charset = input.charset
      return .lines(batch)
    }
    return failures.popLast().map { .failure($0) }
  }

  /// Reads the names of the columns.
  ///
  /// - Errors: `missingField` where no column can be the text.
  private func readHead() throws(InputError) -> TableHead? {
    var separator: UInt8?
    while true {
      _ = try input.fill(to: 64 << 10)
      if row == 0, let told = input.takeSeparatorLine() {
        separator = told
        continue
      }
      let chosen = separator ?? input.withBytes { TableHead.separator(in: $0) }
      guard let cut = try nextRow(chosen) else { return nil }
      defer { input.take(cut.end) }
      row += 1
      if cut.isBlank { continue }
      if cut.isUnclosed {
        throw InputError(
          .badField, "a quotation mark in the first row, which names its columns, is not closed", id: path)
      }
      let names = input.withBytes { bytes in
        cut.fields.map { TableHead.text($0, bytes, input.charset).trimmingCharacters(in: .whitespacesAndNewlines) }
      }
      let head = TableHead(names, separator: chosen, given: opener.mapping)
      try head.check(path)
      opener.tell(head.mapping, of: path)
      return head
    }
  }

  /// Cuts the next row; nil at the end. Its bytes stay at hand until they are taken.
  private func nextRow(_ separator: UInt8) throws(InputError) -> TableRow? {
    let isQuoting = unclosed < Self.mendedRows
    var wanted = 64 << 10
    while true {
      let hasMore = try input.fill(to: wanted)
      let row = input.withBytes { TableRow($0, separator: separator, isQuoting: isQuoting) }
      if !row.isOpen || row.end == 0 { return row.end == 0 ? nil : row }
      if hasMore, input.count <= Limits.row {
        // Looking twice as far each time keeps the work in proportion.
        wanted = input.count * 2
        continue
      }
      if row.isUnclosed || hasMore { return try broken(row) }
      return row
    }
  }

  /// The first line of a row that has no end, as a row.
  private func broken(_ row: TableRow) throws(InputError) -> TableRow {
    var row = row
    if row.isUnclosed { unclosed += 1 }
    if let end = input.withBytes({ $0.place(of: 0x0A) }) {
      row.end = end + 1
    } else {
      try input.skipLine()
      row.end = 0
    }
    row.isOpen = true
    return row
  }

  private func failure(of cut: TableRow, _ head: TableHead) -> InputError? {
    guard let (code, what) = fault(of: cut, head) else { return nil }
    var error = InputError(code, what, line: row)
    error.file = path
    return error
  }

  private func fault(of cut: TableRow, _ head: TableHead) -> (InputError.Code, String)? {
    if cut.isUnclosed {
      return (
        .badField,
        "a quotation mark in this row is not closed within \(Limits.row >> 20) MiB: the row is not read, the next is"
      )
    }
    if cut.isOpen, cut.end == 0 || input.count > Limits.row { return (.tooLong, "longer than \(Limits.row >> 20) MiB") }
    guard cut.hasTooMany || cut.fields.dropFirst(head.names.count).contains(where: { !$0.range.isEmpty }) else {
      return nil
    }
    let count = cut.hasTooMany ? "more than \(Limits.columns)" : "\(cut.fields.count)"
    return (
      .badField,
      """
      has \(count) fields, and the table \(head.names.count) columns: a field that holds the separator must stand in \
      quotation marks
      """
    )
  }
}
