/// One row of a table as it was cut: its fields, and the bytes that it took.
struct TableRow {
  struct Field {
    /// In the bytes at hand, less its quotation marks.
    var range: Range<Int>
    /// Whether it stood in quotation marks, in which `""` is one.
    var isQuoted: Bool
  }

  var fields: [Field] = []
  /// With its line end.
  var end = 0
  /// Whether its end may be another one when more bytes come.
  var isOpen = false
  /// Whether a field's quotation mark was not closed.
  var isUnclosed = false
  /// Whether there were more fields than `Limits.columns`, which were not kept.
  var hasTooMany = false

  /// Whether it holds nothing.
  var isBlank: Bool { !isUnclosed && fields.allSatisfy { $0.range.isEmpty && !$0.isQuoted } }

  /// Cuts the row that begins at the first byte.
  ///
  /// A quotation mark within a field in quotation marks that neither ends it nor is doubled stands for itself.
  ///
  /// - Parameter isQuoting: whether quotation marks mean anything.
  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, isQuoting: Bool = true) {
    var position = 0
    while true {
      let isQuoted = isQuoting && position < bytes.count && bytes[position] == 0x22
      let start = isQuoted ? position + 1 : position
      var stop = start
      if isQuoted {
        guard let close = Self.close(of: start, bytes, separator) else {
          isOpen = true
          isUnclosed = true
          end = bytes.count
          return
        }
        stop = close
        position = close + 1
      } else {
        while position < bytes.count, bytes[position] != separator, bytes[position] != 0x0A, bytes[position] != 0x0D {
          position += 1
        }
        stop = position
      }
      if fields.count < Limits.columns {
        fields.append(Field(range: start..<stop, isQuoted: isQuoted))
      } else {
        hasTooMany = true
      }
      guard position < bytes.count else {
        isOpen = true
        end = position
        return
      }
      if bytes[position] == separator {
        position += 1
        continue
      }
      if bytes[position] == 0x0D {
        position += 1
        isOpen = position == bytes.count
        if position < bytes.count, bytes[position] == 0x0A { position += 1 }
      } else {
        position += 1
      }
      end = position
      return
    }
  }

  /// Where the quotation mark stands that ends a field.
  private static func close(of start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8) -> Int? {
    var position = start
    while let mark = bytes.place(of: 0x22, from: position) {
      guard mark + 1 < bytes.count else { return mark }
      let next = bytes[mark + 1]
      if next == separator || next == 0x0A || next == 0x0D { return mark }
      position = next == 0x22 ? mark + 2 : mark + 1
    }
    return nil
  }
}
