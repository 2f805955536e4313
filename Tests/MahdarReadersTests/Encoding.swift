@testable import MahdarReaders

/// Text in the bytes of a charset.
enum Encoding {
  /// What the charset can't write is left out, or nil where `isStrict`.
  static func bytes(_ text: String, _ charset: Charset, isStrict: Bool = false) -> [UInt8]? {
    switch charset {
    case .utf8: return Array(text.utf8)
    case .utf16LittleEndian: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    default:
      guard let upper = charset.upperHalf else { return nil }
      var bytes: [UInt8] = []
      for scalar in text.unicodeScalars {
        if scalar.value < 0x80 {
          bytes.append(UInt8(scalar.value))
        } else if scalar.value < 0xFFFD, let place = upper.firstIndex(of: UInt16(scalar.value)) {
          bytes.append(UInt8(0x80 + place))
        } else if isStrict {
          return nil
        }
      }
      return bytes
    }
  }

  /// What a text becomes when its bytes in one charset are read as another.
  static func misread(_ text: String, _ written: Charset, as read: Charset) -> String {
    (bytes(text, written) ?? []).withUnsafeBufferPointer { bytes in
      // As programs do that read windows-1252: the bytes that it leaves out are controls.
      var text = String.UnicodeScalarView()
      for byte in bytes {
        let scalar = byte < 0x80 ? UInt16(byte) : read.upperHalf?[Int(byte) - 0x80] ?? 0xFFFD
        text.append(Unicode.Scalar(scalar == 0xFFFD ? UInt16(byte) : scalar) ?? "\u{FFFD}")
      }
      return String(text)
    }
  }
}
