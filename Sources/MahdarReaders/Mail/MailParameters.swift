/// `text/plain; charset="windows-1256"; name*0*=UTF-8''%D8…`: a value and its parameters.
///
/// - Source: RFC 2045, 5.1, and RFC 2231 for values in pieces and in other charsets.
struct MailParameters {
  /// In small letters.
  let value: String
  private var parameters: [String: [UInt8]] = [:]

  private static let limit = 100

  init(_ raw: [UInt8]) {
    let parts = Self.split(raw)
    value = String(decoding: parts.first ?? [], as: UTF8.self).lowercased().filter { !$0.isWhitespace }
    for part in parts.dropFirst().prefix(Self.limit) {
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = String(decoding: part[..<equals], as: UTF8.self).lowercased().filter { !$0.isWhitespace }
      if parameters[name] == nil { parameters[name] = Self.unquoted(part[(equals + 1)...]) }
    }
  }

  /// The parts between semicolons that stand in no quotes.
  private static func split(_ raw: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    var isQuoted = false
    var isEscaped = false
    for (index, byte) in raw.enumerated() {
      if byte == 0x22, !isEscaped { isQuoted.toggle() }
      isEscaped = byte == 0x5C && !isEscaped && isQuoted
      if byte == UInt8(ascii: ";"), !isQuoted {
        parts.append(raw[start..<index])
        start = index + 1
      }
    }
    return parts + [raw[start...]]
  }

  private static func unquoted(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var value = value.drop { $0 <= 0x20 }
    while let last = value.last, last <= 0x20 { value.removeLast() }
    guard value.first == 0x22 else { return Array(value) }
    var text: [UInt8] = []
    var isEscaped = false
    for byte in value.dropFirst() {
      if byte == 0x5C, !isEscaped {
        isEscaped = true
        continue
      }
      if byte == 0x22, !isEscaped { break }
      isEscaped = false
      text.append(byte)
    }
    return text
  }

  /// The bytes of a parameter that is no text for people.
  func bytes(_ name: String) -> [UInt8]? { parameters[name] }

  /// The text of a parameter.
  subscript(name: String) -> String? {
    if let plain = parameters[name] { return EncodedWords.decode(plain, charset: nil) }
    var charset: String?
    var bytes: [UInt8] = []
    if let whole = parameters[name + "*"] {
      bytes = Self.extended(whole, &charset)
    } else {
      for number in 0..<Self.limit {
        if let piece = parameters["\(name)*\(number)*"] {
          bytes += number == 0 ? Self.extended(piece, &charset) : Self.percentDecoded(piece[...])
        } else if let piece = parameters["\(name)*\(number)"] {
          bytes += piece
        } else {
          break
        }
      }
    }
    guard !bytes.isEmpty else { return nil }
    return bytes.withUnsafeBufferPointer { Charset(detecting: $0, declared: [charset]).decode($0) }
  }

  /// `UTF-8'ar'%D8%A7`: charset, language, bytes.
  private static func extended(_ value: [UInt8], _ charset: inout String?) -> [UInt8] {
    let parts = value.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return percentDecoded(value[...]) }
    charset = String(decoding: parts[0], as: UTF8.self)
    return percentDecoded(parts[2])
  }

  private static func percentDecoded(_ value: ArraySlice<UInt8>) -> [UInt8] {
    MailEncoding.decodeHexadecimal(value, mark: UInt8(ascii: "%"))
  }
}
