import Foundation
import Mahdar

/// Strings as JSON writes them.
enum JSONText {
  static func quoted(_ text: String) -> String {
    var json = JSONBytes()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// The same JSON with DEL, C1 controls, bidi embeddings, overrides and isolates as `\u` escapes: it may be shown on a
  /// terminal, and says what it said.
  static func escaped(_ json: [UInt8]) -> [UInt8] {
    guard Self.hasControl(json) else { return json }
    var escaped: [UInt8] = []
    var start = 0
    json.withUnsafeBufferPointer { json in
      var index = 0
      while index < json.count {
        let byte = json[index]
        // All others are most of them; these three lead to what is looked for.
        guard byte == 0x7F || byte == 0xC2 || byte == 0xE2, let (code, length) = control(json[index...]) else {
          index += 1
          continue
        }
        let hex = String(code, radix: 16)
        escaped += json[start..<index]
        escaped += ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8
        index += length
        start = index
      }
    }
    return escaped + json[start...]
  }

  /// Whether there is anything to escape: asked of all that is written, so memory is searched for the bytes that lead to it.
  private static func hasControl(_ json: [UInt8]) -> Bool {
    json.withUnsafeBufferPointer { json in
      let leads: [Int32] = [0x7F, 0xC2, 0xE2]
      return leads.contains { has(control: $0, json) }
    }
  }

  private static func has(control lead: Int32, _ json: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = UnsafeRawPointer(json.baseAddress) else { return false }
    var index = 0
    while index < json.count, let found = memchr(start + index, lead, json.count - index) {
      index = UnsafeRawPointer(found) - start
      if control(json[index...]) != nil { return true }
      index += 1
    }
    return false
  }

  /// The character to escape that the bytes begin with, and its length.
  private static func control(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (code: UInt32, length: Int)? {
    let first = bytes[bytes.startIndex]
    let rest = bytes.dropFirst()
    if first == 0x7F { return (0x7F, 1) }
    guard let second = rest.first else { return nil }
    if first == 0xC2 { return (0x80...0x9F).contains(second) ? (UInt32(second), 2) : nil }
    guard let third = rest.dropFirst().first else { return nil }
    switch (second, third) {
    case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9):
      return (0x2000 + UInt32(second & 0x3F) << 6 + UInt32(third & 0x3F), 3)
    default: return nil
    }
  }
}
