import Mahdar

/// Prints rows under a head as they come, in bounded memory.
struct RowPrinter {
  /// The rows that are held back to tell how wide the columns of a table are.
  private static let sample = 1000

  private let heads: [ColumnHead]
  private let format: TableFormat
  private(set) var count = 0
  /// Rows of a table that wait for the widths of its columns.
  private var waiting: [[Cell]] = []
  /// Whether cells are told briefly, for there is little room.
  private var isBrief = false
  private var layout: TableLayout?

  init(_ heads: [ColumnHead], _ format: TableFormat) {
    self.heads = heads
    self.format = format
  }

  /// Columns that nothing is known of: they are shortened where they don't fit.
  init(_ names: [String], _ format: TableFormat) {
    self.init(names.map { ColumnHead(name: $0, least: 8) }, format)
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
      if let layout {
        try print(shown(row), layout)
      } else {
        waiting.append(row)
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
    try StandardOutput.write(CSV.line(heads.map { Cell(text: $0.name) }).utf8)
  }

  private func object(_ row: [Cell]) -> [UInt8] {
    let members = zip(heads, row).map { head, cell in
      JSONText.quoted(head.name) + ":" + (cell.text.map(JSONText.quoted) ?? "null")
    }
    return Array("{\(members.joined(separator: ","))}".utf8)
  }

  // MARK: Tables

  private mutating func printWaiting() throws(OutputError) {
    guard layout == nil else { return }
    let head = heads.map { TerminalText.line($0.name) }
    var rows = waiting.map(shown)
    var natural = natural(head, rows)
    let columns = TerminalStyle.columns
    if let columns, TableLayout.width(natural) > columns {
      isBrief = true
      rows = waiting.map(shown)
      natural = self.natural(head, rows)
    }
    waiting = []
    let layout = TableLayout(heads, natural: natural, columns: columns)
    self.layout = layout
    for row in [head] + rows { try print(row, layout) }
  }

  private func shown(_ row: [Cell]) -> [String] {
    row.map { TerminalText.line((isBrief ? $0.brief : nil) ?? $0.text ?? "—") }
  }

  /// The width that each column takes as it is.
  private func natural(_ head: [String], _ rows: [[String]]) -> [Int] {
    heads.indices.map { column in
      let widest = rows.map { TerminalText.width($0[column]) }.max() ?? 0
      return widest == 0 && head[column].isEmpty ? 0 : max(widest, TerminalText.width(head[column]))
    }
  }

  /// Arabic cells keep to their column by isolates on a terminal.
  private func print(_ row: [String], _ layout: TableLayout) throws(OutputError) {
    var line: TerminalText = ""
    for (text, spaces) in layout.cells(row) {
      line += StandardOutput.isTerminal ? "\u{2068}\(text)\u{2069}" : "\(text)"
      line += "\(String(repeating: " ", count: spaces))"
    }
    try StandardOutput.print(line)
  }
}
