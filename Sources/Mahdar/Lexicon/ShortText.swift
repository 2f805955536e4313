/// A text of at most fifteen bytes in place: for values of tables that lie in arrays of plain values.
struct ShortText: Sendable, Hashable, BitwiseCopyable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// nil when the text is longer.
  init?(_ text: String) {
    guard text.utf8.count <= 15 else { return nil }
    for (index, byte) in text.utf8.enumerated() { put(byte, index + 1) }
    put(UInt8(text.utf8.count), 0)
  }

  private mutating func put(_ byte: UInt8, _ index: Int) {
    if index < 8 { low |= UInt64(byte) << UInt64(index * 8) } else { high |= UInt64(byte) << UInt64(index * 8 - 64) }
  }

  var text: String {
    let bytes = (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? low : high) >> UInt64($0 % 8 * 8)) }
    return String(decoding: bytes[1..<1 + Int(bytes[0])], as: UTF8.self)
  }
}
