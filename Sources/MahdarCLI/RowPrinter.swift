import Mahdar

/// Prints rows under a head as they come, in bounded memory.
struct RowPrinter {
  /// The rows that are held back to tell how wide the columns of a table are.
  private static let sample = 1000
  private static let widest = 48

  private let head: [String]
  private let format: TableFormat
  private(set) var count = 0
  /// Rows of a table that wait for the widths of its columns.
  private var waiting: [[String]] = []
  private var widths: [Int]?

  init(_ head: [String], _ format: TableFormat) {
    self.head = head
    self.format = format
  }

  mutating func print(_ row: [Cell]) throws(OutputError) {
    switch format {
    case .csv:
      if count == 0 { try printHead() }
      try StandardOutput.write(CSV.line(row).utf8)
    case .json:
      try StandardOutput.write(json: (count == 0 ? [UInt8(ascii: "[")] : [UInt8(ascii: ",")]) + object(row))
    case .jsonl: try StandardOutput.write(json: object(row) + [0x0A])
    case .table:
      let cells = row.map { TerminalText.line($0.text ?? "—") }
      if let widths {
        try print(cells, widths)
      } else {
        waiting.append(cells)
        if waiting.count >= Self.sample { try printWaiting() }
      }
    }
    count += 1
  }

  mutating func finish() throws(OutputError) {
    switch format {
    case .csv: if count == 0 { try printHead() }
    case .json: try StandardOutput.write((count == 0 ? "[]\n" : "]\n").utf8)
    case .jsonl: break
    case .table: try printWaiting()
    }
  }

  private func printHead() throws(OutputError) {
    try StandardOutput.write(CSV.line(head.map { Cell(text: $0) }).utf8)
  }

  private func object(_ row: [Cell]) -> [UInt8] {
    let members = zip(head, row).map { name, cell in
      JSONText.quoted(name) + ":" + (cell.text.map(JSONText.quoted) ?? "null")
    }
    return Array("{\(members.joined(separator: ","))}".utf8)
  }

  // MARK: Tables

  private mutating func printWaiting() throws(OutputError) {
    guard widths == nil else { return }
    let rows = [head.map(TerminalText.line)] + waiting
    waiting = []
    let widths = head.indices.map { column in min(Self.widest, rows.map { $0[column].count }.max() ?? 0) }
    self.widths = widths
    for row in rows { try print(row, widths) }
  }

  /// Columns padded to their width; Arabic cells keep to their column by isolates on a terminal.
  private func print(_ row: [String], _ widths: [Int]) throws(OutputError) {
    var line: TerminalText = ""
    for (column, cell) in row.enumerated() {
      let isLast = column == row.count - 1
      let shown = isLast ? cell : Self.clipped(cell, widths[column])
      line += StandardOutput.isTerminal ? "\u{2068}\(shown)\u{2069}" : "\(shown)"
      if !isLast { line += "\(String(repeating: " ", count: max(0, widths[column] - shown.count) + 2))" }
    }
    try StandardOutput.print(line)
  }

  private static func clipped(_ text: String, _ width: Int) -> String {
    text.count <= width ? text : text.prefix(width - 1) + "…"
  }
}
