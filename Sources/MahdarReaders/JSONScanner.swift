/// Reads JSON from bytes, from left to right.
///
/// - Errors: `InputError` of the first byte that breaks RFC 8259, or of values nested deeper than `depthLimit`.
///   Lone surrogates in escapes become U+FFFD and set `hasLoneSurrogates`.
struct JSONScanner {
  static let depthLimit = 128

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  private(set) var hasLoneSurrogates = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// The next byte that is no white space; nil at the end.
  mutating func peek() -> UInt8? {
    skipSpace()
    return position < bytes.count ? bytes[position] : nil
  }

  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ byte: Unicode.Scalar) throws(InputError) {
    guard take(byte) else { throw problem("'\(byte)' expected") }
  }

  func problem(_ what: String) -> InputError {
    InputError(.notJSON, "not JSON: \(what) at byte \(position + 1)")
  }

  /// A string, or nil for `null`.
  mutating func stringOrNull() throws(InputError) -> String? {
    switch peek() {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "n"):
      try word("null")
      return nil
    default: throw InputError(.badField, "neither a string nor null")
    }
  }

  /// A string, a number as it is written, or nil for `null`.
  mutating func stringNumberOrNull() throws(InputError) -> String? {
    guard let byte = peek(), byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) else {
      return try stringOrNull()
    }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[try skipValue()]), as: UTF8.self)
  }

  mutating func string() throws(InputError) -> String {
    try expect("\"")
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x22 {
        position += 1
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position - 1]), as: UTF8.self)
      }
      if byte == 0x5C { return try stringWithEscapes(from: start) }
      if byte < 0x20 { throw problem("control character \(byte) in a string") }
      position += 1
    }
    throw problem("string without end")
  }

  private mutating func stringWithEscapes(from start: Int) throws(InputError) -> String {
    var text = Array(bytes[start..<position])
    var run = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte != 0x22 && byte != 0x5C && byte >= 0x20 {
        position += 1
        continue
      }
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<position]))
      if byte < 0x20 { throw problem("control character \(byte) in a string") }
      position += 1
      if byte == 0x22 { return String(decoding: text, as: UTF8.self) }
      try escape(into: &text)
      run = position
    }
    throw problem("string without end")
  }

  private mutating func escape(into text: inout [UInt8]) throws(InputError) {
    guard position < bytes.count else { throw problem("string without end") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case 0x22, 0x5C, 0x2F: text.append(byte)
    case UInt8(ascii: "u"): append(try scalar(), to: &text)
    default:
      position -= 1
      throw problem("unknown escape")
    }
  }

  /// The scalar of `\uXXXX` or of a surrogate pair of them, the `\u` being read.
  private mutating func scalar() throws(InputError) -> UInt32 {
    let unit = try hexadecimal()
    if unit < 0xD800 || unit > 0xDFFF { return unit }
    if unit < 0xDC00, position + 6 <= bytes.count, bytes[position] == 0x5C, bytes[position + 1] == UInt8(ascii: "u") {
      let back = position
      position += 2
      let low = try hexadecimal()
      if low >= 0xDC00 && low <= 0xDFFF { return 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00) }
      position = back
    }
    hasLoneSurrogates = true
    return 0xFFFD
  }

  private mutating func hexadecimal() throws(InputError) -> UInt32 {
    guard position + 4 <= bytes.count else { throw problem("escape without end") }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[position]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: throw problem("no hexadecimal digit")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  private func append(_ scalar: UInt32, to text: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Skips any value and returns its bytes.
  mutating func skipValue() throws(InputError) -> Range<Int> {
    skipSpace()
    let start = position
    var open: [UInt8] = []
    repeat {
      guard let byte = peek() else { throw problem("value expected") }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < Self.depthLimit else {
          throw InputError(.tooDeep, "values nested more than \(Self.depthLimit) deep")
        }
        position += 1
        let closer: Unicode.Scalar = byte == UInt8(ascii: "{") ? "}" : "]"
        if take(closer) { break }
        open.append(UInt8(ascii: closer))
        if byte == UInt8(ascii: "{") { try skipKey() }
        continue
      case UInt8(ascii: "\""): try skipString()
      case UInt8(ascii: "t"): try word("true")
      case UInt8(ascii: "f"): try word("false")
      case UInt8(ascii: "n"): try word("null")
      default: try skipNumber()
      }
      try closeValues(&open)
    } while !open.isEmpty
    return start..<position
  }

  /// After a value: closes brackets until a comma or the end of the outermost value.
  private mutating func closeValues(_ open: inout [UInt8]) throws(InputError) {
    while let closer = open.last {
      guard let byte = peek() else { throw problem("'\(Unicode.Scalar(closer))' expected") }
      position += 1
      if byte == closer {
        open.removeLast()
      } else if byte == UInt8(ascii: ",") {
        if closer == UInt8(ascii: "}") { try skipKey() }
        return
      } else {
        position -= 1
        throw problem("',' or '\(Unicode.Scalar(closer))' expected")
      }
    }
  }

  private mutating func skipKey() throws(InputError) {
    skipSpace()
    try skipString()
    try expect(":")
  }

  private mutating func skipString() throws(InputError) {
    try expect("\"")
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x22 { return }
      if byte < 0x20 { throw problem("control character \(byte) in a string") }
      if byte == 0x5C {
        var ignored: [UInt8] = []
        try escape(into: &ignored)
      }
    }
    throw problem("string without end")
  }

  private mutating func skipNumber() throws(InputError) {
    let start = position
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") { position += 1 }
    let whole = skipDigits()
    guard whole == 1 || whole > 1 && bytes[position - whole] != 0x30 else {
      position = start
      throw problem("value expected")
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      guard skipDigits() > 0 else { throw problem("digit expected") }
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
        position += 1
      }
      guard skipDigits() > 0 else { throw problem("digit expected") }
    }
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 { position += 1 }
    return position - start
  }

  private mutating func word(_ word: StaticString) throws(InputError) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard position + offset < bytes.count, bytes[position + offset] == word.utf8Start[offset] else {
        throw problem("value expected")
      }
    }
    position += word.utf8CodeUnitCount
  }
}
