/// The lines of a message, whatever ends them.
enum MailLines {
  /// The byte after the line that begins at `start`.
  static func end(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit {
      if bytes[index] == 0x0A { return index + 1 }
      if bytes[index] == 0x0D, index + 1 == limit || bytes[index + 1] != 0x0A { return index + 1 }
      index += 1
    }
    return limit
  }

  /// A line less its end and the white space before it.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Range<Int> {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    return line.lowerBound..<end
  }
}
