/// Writes numbers and texts one after the other, least byte first.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func add(byte: Int) { bytes.append(UInt8(truncatingIfNeeded: byte)) }

  package mutating func add(day: Int32) {
    for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: day >> Int32(shift))) }
  }

  package mutating func add(_ word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
  }

  /// At most 65,535 words, after their count.
  mutating func add(_ words: [UInt64]) {
    let count = min(words.count, 0xFFFF)
    add(byte: count & 0xFF)
    add(byte: count >> 8)
    for word in words.prefix(count) { add(word) }
  }

  package mutating func add<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
    add(byte: value == nil ? 0 : 1)
    if let value { write(&self, value) }
  }

  package mutating func add(_ text: String) { add(run: text.utf8) }
  package mutating func add(_ text: String?) { add(text) { $0.add($1) } }

  package mutating func add(_ span: TextSpan) {
    add(day: span.start)
    add(day: span.end)
  }

  /// Bytes as they are, after their count.
  package mutating func add(run: some Collection<UInt8>) {
    add(day: Int32(truncatingIfNeeded: run.count))
    bytes.append(contentsOf: run)
  }

  /// Any number of values, after their count.
  package mutating func add<Value>(all values: [Value], _ write: (inout ByteWriter, Value) -> Void) {
    add(day: Int32(truncatingIfNeeded: values.count))
    for value in values { write(&self, value) }
  }
}

/// Reads what `ByteWriter` wrote; past the end everything is 0, and `isBroken` tells.
package struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0
  package private(set) var isBroken = false

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package mutating func byte() -> Int { Int(next(1)) }
  package mutating func day() -> Int32 { Int32(truncatingIfNeeded: next(4)) }
  package mutating func word() -> UInt64 { next(8) }

  mutating func words() -> [UInt64] {
    let count = Int(next(2))
    guard place + count * 8 <= bytes.count else {
      isBroken = true
      return []
    }
    return (0..<count).map { _ in word() }
  }

  package mutating func optional<Value>(_ read: (inout ByteReader) -> Value) -> Value? {
    byte() == 1 ? read(&self) : nil
  }

  package mutating func text() -> String {
    let count = size()
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }

  package mutating func optionalText() -> String? { optional { $0.text() } }
  package mutating func span() -> TextSpan { TextSpan(day(), day()) }

  package mutating func run() -> [UInt8] {
    let count = size()
    defer { place += count }
    return Array(bytes[place..<place + count])
  }

  package mutating func all<Value>(_ read: (inout ByteReader) -> Value) -> [Value] {
    (0..<size()).map { _ in read(&self) }
  }

  /// The value that a text stands for; `other` when it stands for none.
  package mutating func value<Value: RawRepresentable<String>>(or other: Value) -> Value {
    if let value = Value(rawValue: text()) { return value }
    isBroken = true
    return other
  }

  /// How many bytes or values follow: no more than there are bytes.
  private mutating func size() -> Int {
    let count = Int(day())
    if count >= 0, count <= bytes.count - place { return count }
    isBroken = true
    return 0
  }

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
