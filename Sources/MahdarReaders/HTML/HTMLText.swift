/// Text of a page: character references read, white space run together.
enum HTMLText {
  /// The text of an attribute or a raw element, less white space at its ends.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var text: [UInt8] = []
    append(bytes, to: &text)
    if text.last == 0x20 { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends text, with every run of white space as one space and none at the start.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 {
        appendSpace(to: &text)
        index += 1
      } else if byte == UInt8(ascii: "&") {
        appendReference(bytes, &index, to: &text)
      } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
        appendSpace(to: &text)
        index += 2
      } else {
        text.append(byte)
        index += 1
      }
    }
  }

  private static func appendSpace(to text: inout [UInt8]) {
    if let last = text.last, last != 0x20 { text.append(0x20) }
  }

  /// Reads `&…` at `index`; what is no character reference stays as it is.
  private static func appendReference(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, to text: inout [UInt8]) {
    guard let (scalar, end) = HTMLReferences.scalar(bytes, after: index + 1) else {
      text.append(UInt8(ascii: "&"))
      index += 1
      return
    }
    index = end
    if scalar == 0xA0 || scalar <= 0x20 {
      appendSpace(to: &text)
    } else if let scalar = Unicode.Scalar(scalar), let encoded = UTF8.encode(scalar) {
      text.append(contentsOf: encoded)
    } else {
      text.append(contentsOf: UTF8.encodedReplacementCharacter)
    }
  }
}
