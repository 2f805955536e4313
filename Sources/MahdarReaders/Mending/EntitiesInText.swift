import CLibraries

/// Character references of HTML that stand in text which is no HTML: `&#1575;`, `&quot;`.
enum EntitiesInText {
  /// The text with its references as what they stand for; nil where it has none.
  static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return nil }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var isFound = false
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = reference(bytes, after: index + 1),
        let encoded = UTF8.encode(scalar)
      {
        decoded.append(contentsOf: encoded)
        index = end
        isFound = true
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return isFound ? String(decoding: decoded, as: UTF8.self) : nil
  }

  /// The scalar of a reference that ends with a semicolon, for without one an address has such words, and where it ends.
  private static func reference(_ bytes: [UInt8], after start: Int) -> (Unicode.Scalar, end: Int)? {
    guard let end = bytes[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")), end > start else { return nil }
    let name = bytes[start..<end]
    if name.first == UInt8(ascii: "#") { return number(name.dropFirst()).map { ($0, end + 1) } }
    guard name.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let chars = name.map { CChar(bitPattern: $0) } + [0]
    let value = mahdar_markup_entity(chars, name.count)
    // A hard space stands for a space in most of these.
    return value == 0 ? nil : Unicode.Scalar(value == 0xA0 ? 0x20 : value).map { ($0, end + 1) }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(text, radix: isHexadecimal ? 16 : 10), text.first != "+" else { return nil }
    if (0x80...0x9F).contains(value) {
      return Unicode.Scalar(OneByteCharsets.windows1252[Int(value) - 0x80])
    }
    return value == 0xA0 ? " " : value < 0x20 && value != 0x0A ? nil : Unicode.Scalar(value)
  }
}
