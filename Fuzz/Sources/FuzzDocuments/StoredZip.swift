/// A zip archive of one file, as it is.
enum StoredZip {
  static func archive(of content: [UInt8], named name: String) -> [UInt8] {
    let head =
      number(0, 6) + number(checksum(content), 4) + number(content.count, 4) + number(content.count, 4)
      + number(name.utf8.count, 2)
    let file = [0x50, 0x4B, 3, 4] + number(20, 2) + number(0, 2) + head + number(0, 2) + Array(name.utf8) + content
    let entry =
      [0x50, 0x4B, 1, 2] + number(20, 2) + number(20, 2) + number(0, 2) + head + number(0, 14) + number(0, 2)
      + Array(name.utf8)
    return file + entry + [0x50, 0x4B, 5, 6] + number(0, 4) + number(1, 2) + number(1, 2) + number(entry.count, 4)
      + number(file.count, 4) + number(0, 2)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> ($0 * 8)) : 0 }
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
