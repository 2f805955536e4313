/// The ways in which mail writes bytes as ASCII.
enum MailEncoding {
  /// The bytes that a part's body stands for, by its Content-Transfer-Encoding.
  static func decode(_ body: Slice<UnsafeBufferPointer<UInt8>>, _ encoding: String?) -> [UInt8] {
    switch encoding?.lowercased().filter({ $0.isLetter || $0.isNumber || $0 == "-" }) {
    case "base64": base64(body)
    case "quoted-printable": quotedPrintable(body)
    default: Array(body)
    }
  }

  /// What is no letter of base64 is passed over, as RFC 2045 asks.
  static func base64(_ text: some Sequence<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var value: UInt32 = 0
    var count = 0
    for byte in text {
      let digit: UInt8
      switch byte {
      case 0x41...0x5A: digit = byte - 0x41
      case 0x61...0x7A: digit = byte - 0x61 + 26
      case 0x30...0x39: digit = byte - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): digit = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): digit = 63
      default: continue
      }
      value = value << 6 | UInt32(digit)
      count += 1
      if count == 4 {
        bytes.append(UInt8(value >> 16 & 0xFF))
        bytes.append(UInt8(value >> 8 & 0xFF))
        bytes.append(UInt8(value & 0xFF))
        value = 0
        count = 0
      }
    }
    if count == 2 { bytes.append(UInt8(value >> 4 & 0xFF)) }
    if count == 3 {
      bytes.append(UInt8(value >> 10 & 0xFF))
      bytes.append(UInt8(value >> 2 & 0xFF))
    }
    return bytes
  }

  static func quotedPrintable(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      guard byte == UInt8(ascii: "=") else {
        bytes.append(byte)
        index += 1
        continue
      }
      // A line end after `=`, white space between them or not, is none of the text's.
      var next = index + 1
      while next < text.endIndex, text[next] == 0x20 || text[next] == 0x09 || text[next] == 0x0D { next += 1 }
      if next < text.endIndex, text[next] == 0x0A {
        index = next + 1
      } else if index + 2 < text.endIndex, let high = hexadecimal(text[index + 1]),
        let low = hexadecimal(text[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else if next == text.endIndex {
        index = next
      } else {
        bytes.append(byte)
        index += 1
      }
    }
    return bytes
  }

  /// Reads two hexadecimal digits after each `mark` as a byte.
  static func decodeHexadecimal(_ text: ArraySlice<UInt8>, mark: UInt8) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == mark, index + 2 < text.endIndex, let high = hexadecimal(text[index + 1]),
        let low = hexadecimal(text[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return bytes
  }

  static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
