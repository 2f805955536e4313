/// Writes numbers one after the other, least byte first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(byte: Int) { bytes.append(UInt8(truncatingIfNeeded: byte)) }

  mutating func add(day: Int32) {
    for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: day >> Int32(shift))) }
  }

  mutating func add(_ word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
  }

  /// At most 65,535 words, after their count.
  mutating func add(_ words: [UInt64]) {
    let count = min(words.count, 0xFFFF)
    add(byte: count & 0xFF)
    add(byte: count >> 8)
    for word in words.prefix(count) { add(word) }
  }

  mutating func add<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
    add(byte: value == nil ? 0 : 1)
    if let value { write(&self, value) }
  }
}

/// Reads what `ByteWriter` wrote; past the end everything is 0, and `isBroken` tells.
struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0
  private(set) var isBroken = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func byte() -> Int { Int(next(1)) }
  mutating func day() -> Int32 { Int32(truncatingIfNeeded: next(4)) }
  mutating func word() -> UInt64 { next(8) }

  mutating func words() -> [UInt64] {
    let count = Int(next(2))
    guard place + count * 8 <= bytes.count else {
      isBroken = true
      return []
    }
    return (0..<count).map { _ in word() }
  }

  mutating func optional<Value>(_ read: (inout ByteReader) -> Value) -> Value? { byte() == 1 ? read(&self) : nil }

  private mutating func next(_ count: Int) -> UInt64 {
    guard place + count <= bytes.count else {
      isBroken = true
      return 0
    }
    var value: UInt64 = 0
    for offset in 0..<count { value |= UInt64(bytes[place + offset]) << UInt64(8 * offset) }
    place += count
    return value
  }
}
