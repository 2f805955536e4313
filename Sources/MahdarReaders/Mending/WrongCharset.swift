/// A charset of one byte a letter that text of another was read as: the way back from its letters to the bytes.
struct WrongCharset {
  static let windows1252 = WrongCharset(OneByteCharsets.windows1252, isLatin: true)
  static let windows1256 = WrongCharset(OneByteCharsets.windows1256, isLatin: false)

  let isLatin: Bool
  private let bytesByScalar: [UInt32: UInt8]

  private init(_ upper: [UInt16], isLatin: Bool) {
    self.isLatin = isLatin
    var bytes: [UInt32: UInt8] = [:]
    // Latin-1 has controls where windows-1252 has quotation marks.
    for byte in UInt8(0x80)...0x9F where isLatin { bytes[UInt32(byte)] = byte }
    for (offset, scalar) in upper.enumerated() where scalar >= 0x80 && scalar != 0xFFFD {
      bytes[UInt32(scalar)] = UInt8(0x80 + offset)
    }
    bytesByScalar = bytes
  }

  /// The byte of a scalar beyond ASCII; nil where the charset has none.
  @inline(__always) func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    // Most letters of sound Arabic text are none of windows-1252.
    scalar.value < 0x80
      || isLatin && scalar.value > 0x17F && scalar.value < 0x2000 && scalar.value != 0x192
        && scalar.value != 0x2C6 && scalar.value != 0x2DC
      ? nil : bytesByScalar[scalar.value]
  }

  /// The bytes of a text; nil where a scalar is none of the charset's.
  func bytes(_ text: some Sequence<Unicode.Scalar>) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text {
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if let byte = byte(scalar) {
        bytes.append(byte)
      } else {
        return nil
      }
    }
    return bytes
  }
}
