/// The charsets that Arabic articles come in.
public enum Charset: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1256 = "windows-1256"
  case iso88596 = "ISO-8859-6"

  /// The charset that a page's `<meta charset>` names; nil for names that are not of this list.
  public init?(label: String) {
    switch label.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16", "utf-16le": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "windows-1256", "cp1256", "x-cp1256": self = .windows1256
    case "iso-8859-6", "iso8859-6", "arabic", "asmo-708", "ecma-114", "iso_8859-6": self = .iso88596
    default: return nil
    }
  }

  /// The charset that the bytes speak for: a byte order mark, else UTF-8 where all but a twentieth of its sequences are
  /// sound, else UTF-16 by its zero and Arabic high bytes, else the one-byte charset whose letters are the commoner.
  public init(detecting bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self = .utf16LittleEndian
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16BigEndian
    } else if let wide = Self.wide(bytes) {
      self = wide
    } else if Self.isMostlyUTF8(bytes) {
      self = .utf8
    } else {
      self = Self.oneByte(bytes)
    }
  }

  /// UTF-16 without a byte order mark: every other byte is zero (ASCII) or 0x06 (Arabic).
  private static func wide(_ bytes: UnsafeBufferPointer<UInt8>) -> Charset? {
    let units = min(bytes.count, 4096) / 2
    guard units > 0 else { return nil }
    var even = 0
    var odd = 0
    for unit in 0..<units {
      if bytes[unit * 2] == 0 || bytes[unit * 2] == 6 { even += 1 }
      if bytes[unit * 2 + 1] == 0 || bytes[unit * 2 + 1] == 6 { odd += 1 }
    }
    if odd * 10 > units * 7, even * 10 < units * 3 { return .utf16LittleEndian }
    if even * 10 > units * 7, odd * 10 < units * 3 { return .utf16BigEndian }
    return nil
  }

  private static func isMostlyUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var sound = 0
    var broken = 0
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      index += 1
      if lead < 0x80 { continue }
      let wanted =
        lead >= 0xC2 && lead < 0xE0 ? 1 : lead >= 0xE0 && lead < 0xF0 ? 2 : lead >= 0xF0 && lead < 0xF5 ? 3 : 0
      var got = 0
      while got < wanted, index < bytes.count, bytes[index] & 0xC0 == 0x80 {
        got += 1
        index += 1
      }
      if wanted > 0, got == wanted { sound += 1 } else { broken += 1 }
    }
    return broken == 0 || broken * 20 <= sound
  }

  /// windows-1256 has ف ق ك at 0xDD…0xDF and ي at 0xED, where ISO-8859-6 has next to nothing; the latter has ه و ى ي at
  /// 0xE7…0xEA, which are French letters in the former.
  private static func oneByte(_ bytes: UnsafeBufferPointer<UInt8>) -> Charset {
    var windows = 0
    var iso = 0
    for byte in bytes.prefix(1 << 16) {
      switch byte {
      case 0xDD...0xDF, 0xED, 0xA1: windows += 1
      case 0xE7...0xEA, 0xAC: iso += 1
      default: break
      }
    }
    return iso > windows ? .iso88596 : .windows1256
  }

  /// The text of `bytes`, less a byte order mark. What is no character of the charset becomes U+FFFD.
  public func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    switch self {
    case .utf8:
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start...]), as: UTF8.self)
    case .utf16LittleEndian: return Self.decodeWide(bytes, high: 1)
    case .utf16BigEndian: return Self.decodeWide(bytes, high: 0)
    case .windows1256: return Self.decode(bytes, OneByteCharsets.windows1256)
    case .iso88596: return Self.decode(bytes, OneByteCharsets.iso88596)
    }
  }

  private static func decodeWide(_ bytes: UnsafeBufferPointer<UInt8>, high: Int) -> String {
    var units = (0..<bytes.count / 2).map { UInt16(bytes[$0 * 2 + high]) << 8 | UInt16(bytes[$0 * 2 + 1 - high]) }
    if units.first == 0xFEFF { units.removeFirst() }
    return String(decoding: units, as: UTF16.self)
  }

  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ upper: [UInt16]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      let scalar = upper[Int(byte) - 0x80]
      if scalar < 0x800 {
        text.append(UInt8(0xC0 | scalar >> 6))
      } else {
        text.append(UInt8(0xE0 | scalar >> 12))
        text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      }
      text.append(UInt8(0x80 | scalar & 0x3F))
    }
    return String(decoding: text, as: UTF8.self)
  }
}
