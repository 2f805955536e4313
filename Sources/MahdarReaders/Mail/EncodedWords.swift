/// Text of header fields: `=?windows-1256?B?…?=` among ASCII, or bytes as they are.
///
/// - Source: RFC 2047. Words that follow each other in one charset are decoded together, for many programs cut a letter in
///   two.
enum EncodedWords {
  private struct Run {
    var charset: String?
    var bytes: [UInt8]
    var isEncoded: Bool
  }

  /// - Parameter charset: the charset of bytes that are no ASCII and in no encoded word.
  static func decode(_ raw: [UInt8], charset: String?) -> String {
    var runs: [Run] = []
    var index = 0
    var plain: [UInt8] = []
    func isBlank(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { $0 <= 0x20 } }
    while index < raw.count {
      guard let (word, end) = word(raw, at: index) else {
        plain.append(raw[index])
        index += 1
        continue
      }
      // White space between two encoded words is no text.
      if !(isBlank(plain) && runs.last?.isEncoded == true), !plain.isEmpty {
        runs.append(Run(charset: charset, bytes: plain, isEncoded: false))
      }
      plain = []
      if let last = runs.indices.last, runs[last].isEncoded,
        runs[last].charset?.lowercased() == word.charset?.lowercased()
      {
        runs[last].bytes += word.bytes
      } else {
        runs.append(word)
      }
      index = end
    }
    if !plain.isEmpty { runs.append(Run(charset: charset, bytes: plain, isEncoded: false)) }
    let text = runs.map { run in
      run.bytes.withUnsafeBufferPointer { Charset(detecting: $0, declared: [run.charset]).decode($0) }
    }.joined()
    return text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }

  /// The encoded word at `start`, and the byte after it.
  private static func word(_ raw: [UInt8], at start: Int) -> (Run, end: Int)? {
    guard start + 6 < raw.count, raw[start] == UInt8(ascii: "="), raw[start + 1] == UInt8(ascii: "?") else {
      return nil
    }
    let limit = min(raw.count, start + 2 + 2000)
    guard let charsetEnd = raw[(start + 2)..<min(limit, start + 50)].firstIndex(of: UInt8(ascii: "?")),
      charsetEnd + 2 < limit, raw[charsetEnd + 2] == UInt8(ascii: "?")
    else { return nil }
    let textStart = charsetEnd + 3
    var end = textStart
    while end + 1 < limit, !(raw[end] == UInt8(ascii: "?") && raw[end + 1] == UInt8(ascii: "=")) { end += 1 }
    guard end + 1 < limit else { return nil }
    let text = raw[textStart..<end]
    // A language may follow the charset (RFC 2231, 5).
    let label = raw[(start + 2)..<charsetEnd].prefix { $0 != UInt8(ascii: "*") }
    let bytes: [UInt8]
    switch raw[charsetEnd + 1] | 0x20 {
    case UInt8(ascii: "b"): bytes = MailEncoding.base64(text)
    case UInt8(ascii: "q"):
      bytes = MailEncoding.decodeHexadecimal(
        text.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...], mark: UInt8(ascii: "="))
    default: return nil
    }
    return (Run(charset: String(decoding: label, as: UTF8.self), bytes: bytes, isEncoded: true), end + 2)
  }
}
