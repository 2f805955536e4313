import CLibraries

/// Text of a page: white space run together, and what libxml2 leaves of character references.
enum PageText {
  /// The text of an attribute or of an element, less white space at its ends.
  static func clean(_ text: String) -> String {
    var text = text
    var clean: [UInt8] = []
    text.withUTF8 { append($0, to: &clean) }
    if clean.last == 0x20 { clean.removeLast() }
    return String(decoding: clean, as: UTF8.self)
  }

  /// Appends text, with every run of white space as one space and none at the start.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 {
        appendSpace(to: &text)
      } else if byte == UInt8(ascii: "&") {
        index = appendReference(bytes, index, to: &text)
        continue
      } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] <= 0xA0 {
        appendHigh(bytes[index + 1], to: &text)
        index += 1
      } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x8B {
        // A zero width space parts nothing that a reader sees.
        index += 2
      } else {
        text.append(byte)
      }
      index += 1
    }
  }

  static func appendSpace(to text: inout [UInt8]) {
    if let last = text.last, last != 0x20 { text.append(0x20) }
  }

  /// U+0080 to U+00A0: a space, or the letter of windows-1252 that a page means by `&#150;`.
  private static func appendHigh(_ low: UInt8, to text: inout [UInt8]) {
    guard low < 0xA0 else { return appendSpace(to: &text) }
    text.append(
      contentsOf: UTF8.encode(Unicode.Scalar(OneByteCharsets.windows1252[Int(low) - 0x80]) ?? "\u{FFFD}") ?? .init([]))
  }

  /// Reads a name at the `&` that libxml2 let stand, for want of its semicolon or for a second encoding of it: the longest that
  /// fits, `&laquoقال`, `&nbsp5`. Returns the byte after what was read.
  private static func appendReference(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, to text: inout [UInt8]) -> Int
  {
    var end = start + 1
    while end < bytes.count, end - start < 10, isNameByte(bytes[end]) { end += 1 }
    let hasSemicolon = end < bytes.count && bytes[end] == UInt8(ascii: ";")
    var length = end - start - 1
    while length >= 2 {
      let scalar = bytes.withMemoryRebound(to: CChar.self) { chars in
        chars.baseAddress.map { mahdar_markup_entity($0 + start + 1, length) } ?? 0
      }
      let isWhole = hasSemicolon && length == end - start - 1
      // Names that HTML had before it had others may lack their semicolon.
      if scalar > 0, isWhole || scalar <= 0xFF {
        if scalar == 0xA0 {
          appendSpace(to: &text)
        } else if let scalar = Unicode.Scalar(scalar), let encoded = UTF8.encode(scalar) {
          text.append(contentsOf: encoded)
        }
        return start + 1 + length + (isWhole ? 1 : 0)
      }
      length -= 1
    }
    text.append(UInt8(ascii: "&"))
    return start + 1
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  // MARK: Comparing

  /// Letters and digits alone, small, hamza carriers, ة/ه and ى/ي as one, words by single spaces.
  static func folded(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var folded: [UInt8] = []
      folded.reserveCapacity(bytes.count)
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if isNameByte(byte) {
            folded.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
          } else {
            appendSpace(to: &folded)
          }
          index += 1
          continue
        }
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        let end = min(index + length, bytes.count)
        append(folding: bytes[index..<end], to: &folded)
        index = end
      }
      if folded.last == 0x20 { folded.removeLast() }
      return String(decoding: folded, as: UTF8.self)
    }
  }

  private static func append(folding letter: Slice<UnsafeBufferPointer<UInt8>>, to folded: inout [UInt8]) {
    let scalar = String(decoding: letter, as: UTF8.self).unicodeScalars.first ?? " "
    switch scalar.value {
    case 0x622, 0x623, 0x625: folded.append(contentsOf: [0xD8, 0xA7])
    case 0x629: folded.append(contentsOf: [0xD9, 0x87])
    case 0x649: folded.append(contentsOf: [0xD9, 0x8A])
    case 0x640, 0x64B...0x65F, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069: break
    case 0x621...0x64A, 0x660...0x669, 0x4E00...0x9FFF: folded.append(contentsOf: letter)
    case 0x60C, 0x61B, 0x61F, 0x2010...0x2027, 0xAB, 0xBB: appendSpace(to: &folded)
    default:
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        return appendSpace(to: &folded)
      }
      folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }

  /// How much text weighs, about in words: letters of scripts without spaces count a half each.
  static func size(_ text: [UInt8]) -> Int {
    var words = 0
    var wide = 0
    var isInWord = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte <= 0x20 {
        isInWord = false
      } else {
        // U+2E80 and above: Chinese, Japanese, Korean; U+0E00: Thai.
        if byte >= 0xE3, byte < 0xEE { wide += 1 }
        if byte == 0xE0, index + 1 < text.count, text[index + 1] == 0xB8 || text[index + 1] == 0xB9 { wide += 1 }
        if !isInWord, byte >= 0x80 || isNameByte(byte) {
          words += 1
          isInWord = true
        }
      }
      index += 1
    }
    return words + wide / 2
  }

  /// Whether a line ends with a full stop, a question or exclamation mark.
  static func endsWithStop(_ text: [UInt8]) -> Bool {
    stops.contains { text.count > $0.count && text.suffix($0.count).elementsEqual($0) }
  }

  private static let stops = [".", "!", "?", "؟", "…", "。"].map { Array($0.utf8) }

  private static let sentenceEnds = [
    ".", "!", "?", "؟", "…", "\"", "”", "»", ":", "؛", "。", "！", "？", ")", "۔", "]", "’",
  ].map { Array($0.utf8) }

  /// Whether a line ends as sentences do.
  static func endsSentence(_ text: [UInt8]) -> Bool {
    let marks: [[UInt8]] = [".", "!", "?", "؟", "…", "\"", "”", "»", ":", "؛", "。", "！", "？", ")", "۔", "]", "’"].map {
      Array(String($0).utf8)
    }
    return marks.contains { text.count > $0.count && text.suffix($0.count).elementsEqual($0) }
  }
}
