/// A 64-bit digest of values, the same on every machine and in every run.
///
///     var digest = ContentDigest(); digest.add("a"); digest.text.utf8.count // 16
///
/// - Source: FNV-1a with every value closed by a byte that no UTF-8 holds, mixed at the end as in SplitMix64.
package struct ContentDigest: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  @inline(__always) private mutating func add(byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte: byte) }
    add(byte: 0xFF)
  }

  /// Nil counts as other than the empty text.
  mutating func add(_ text: String?) {
    if let text { add(text) } else { add(byte: 0xFE) }
  }

  mutating func add(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { add(byte: UInt8(truncatingIfNeeded: number >> shift)) }
  }

  package mutating func add(bytes: [UInt8]) {
    for byte in bytes { add(byte: byte) }
  }

  var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// Sixteen hexadecimal digits.
  package var text: String { Self.text(of: value) }

  static func text(of value: UInt64) -> String {
    let hex = String(value, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }

  static func of(_ texts: String?...) -> UInt64 {
    var digest = ContentDigest()
    for text in texts { digest.add(text) }
    return digest.value
  }
}
