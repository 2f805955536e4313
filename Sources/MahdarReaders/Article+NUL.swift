import Foundation
import Mahdar

extension Article {
  /// Writes U+FFFD for U+0000, which ends a text for SQLite and for programs in C: what stood behind would be lost.
  mutating func replaceNUL() {
    var isFound = false
    for field in [\Article.id, \.text] { isFound = Self.replaceNUL(&self[keyPath: field]) || isFound }
    for field in [\Article.title, \.published, \.outlet, \.url, \.language, \.author] {
      guard var value = self[keyPath: field], Self.replaceNUL(&value) else { continue }
      self[keyPath: field] = value
      isFound = true
    }
    if isFound { remarks.append("U+0000 was read as U+FFFD") }
  }

  private static func replaceNUL(_ text: inout String) -> Bool {
    let isFound = text.withUTF8 { bytes in bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
    guard isFound else { return false }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 64)
    for byte in text.utf8 {
      if byte == 0 { bytes.append(contentsOf: [0xEF, 0xBF, 0xBD]) } else { bytes.append(byte) }
    }
    text = String(decoding: bytes, as: UTF8.self)
    return true
  }
}
