/// How letters are written in bytes.
///
/// The charsets of Arabic articles are told apart by the letters that they give; any other is read where the sender or the
/// page names it.
public struct Charset: RawRepresentable, Hashable, Sendable {
  /// The name for people and, but for those that have a table here, for `iconv`.
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static let utf8 = Charset(rawValue: "UTF-8")
  public static let utf16LittleEndian = Charset(rawValue: "UTF-16LE")
  public static let utf16BigEndian = Charset(rawValue: "UTF-16BE")
  public static let windows1256 = Charset(rawValue: "windows-1256")
  public static let iso88596 = Charset(rawValue: "ISO-8859-6")
  public static let macArabic = Charset(rawValue: "MacArabic")
  /// Microsoft's code page 720.
  public static let dos720 = Charset(rawValue: "DOS-720")
  /// ISO-8859-1 and ASCII as pages mean them.
  public static let windows1252 = Charset(rawValue: "windows-1252")

  /// The charsets of one byte a letter that Arabic is told by, the commonest first.
  static let arabic: [Charset] = [.windows1256, .iso88596, .macArabic, .dos720]

  /// The scalars of the bytes from 0x80 on; nil for charsets that have no table here.
  var upperHalf: [UInt16]? {
    switch self {
    case .windows1256: OneByteCharsets.windows1256
    case .iso88596: OneByteCharsets.iso88596
    case .macArabic: OneByteCharsets.macArabic
    case .dos720: OneByteCharsets.dos720
    case .windows1252: OneByteCharsets.windows1252
    default: nil
    }
  }

  /// The text of `bytes`, less a byte order mark. What is no character of the charset becomes U+FFFD.
  public func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    switch self {
    case .utf8:
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start...]), as: UTF8.self)
    case .utf16LittleEndian: return Self.decodeWide(bytes, high: 1)
    case .utf16BigEndian: return Self.decodeWide(bytes, high: 0)
    default:
      guard let upper = upperHalf else { return ForeignCharset.decode(bytes, rawValue) }
      let text = Self.decode(bytes, upper)
      // Apple's old systems end lines with a carriage return.
      guard self == .macArabic, !bytes.contains(0x0A) else { return text }
      return String(decoding: text.utf8.map { $0 == 0x0D ? 0x0A : $0 }, as: UTF8.self)
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
      let scalar = byte < 0x80 ? UInt16(byte) : upper[Int(byte) - 0x80]
      if scalar < 0x80 {
        text.append(UInt8(scalar))
        continue
      }
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
