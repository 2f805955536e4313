/// A zip archive, as documents are packed in.
struct ZipArchive {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  init(_ parts: KeyValuePairs<String, String>) {
    for (name, text) in parts { add(name, Array(text.utf8)) }
    end()
  }

  /// One part that unpacks to a text, then so many spaces, then another text: a bomb.
  init(_ name: String, spaces: Int) {
    // Blocks of deflate: a space, then runs of 258 of them, 13 bits each.
    var bits = BitWriter()
    bits.add(0b011, 3)
    bits.addReversed(0x30 + 0x20, 8)
    for _ in 0..<spaces / 258 {
      bits.addReversed(0xC0 + 285 - 280, 8)
      bits.add(0, 5)
    }
    bits.addReversed(0, 7)
    add(name, bits.bytes, method: 8, size: spaces / 258 * 258 + 1)
    end()
  }

  private struct BitWriter {
    var bytes: [UInt8] = []
    private var used = 0

    mutating func add(_ value: Int, _ count: Int) {
      for bit in 0..<count {
        if used == 0 { bytes.append(0) }
        bytes[bytes.count - 1] |= UInt8((value >> bit & 1) << used)
        used = (used + 1) % 8
      }
    }

    mutating func addReversed(_ value: Int, _ count: Int) {
      for bit in (0..<count).reversed() { add(value >> bit & 1, 1) }
    }
  }

  private mutating func add(_ name: String, _ content: [UInt8], method: Int = 0, size: Int? = nil) {
    let place = bytes.count
    let head =
      number(method, 2) + number(0, 4) + number(size == nil ? Self.checksum(content) : 0, 4) + number(content.count, 4)
      + number(size ?? content.count, 4) + number(name.utf8.count, 2)
    bytes += [0x50, 0x4B, 3, 4] + number(20, 2) + number(0, 2) + head + number(0, 2) + Array(name.utf8) + content
    directory += [0x50, 0x4B, 1, 2] + number(20, 2) + number(20, 2) + number(0, 2) + head
    directory +=
      number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(place, 4) + Array(name.utf8)
    count += 1
  }

  private mutating func end() {
    let place = bytes.count
    bytes += directory
    bytes += [0x50, 0x4B, 5, 6] + number(0, 4) + number(count, 2) + number(count, 2) + number(directory.count, 4)
    bytes += number(place, 4) + number(0, 2)
  }

  private func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(sum ^ 0xFFFF_FFFF)
  }
}
