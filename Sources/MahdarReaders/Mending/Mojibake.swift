/// Text that was decoded by another charset than it was written in, decoded again.
///
/// UTF-8 that was read as windows-1252 or Latin-1 gives `Ø§Ù„`, as windows-1256 «ط§ظ„»; windows-1256 that was read as
/// windows-1252 gives `ÇáÊÞì`. Each may have happened twice over.
struct Mojibake {
  private(set) var text: String
  /// What was done, in words for the user.
  private(set) var remarks: [String] = []

  private static let passes = 3

  init(_ text: String) {
    self.text = text
    for _ in 0..<Self.passes {
      let count = remarks.count
      let (hasLatin, isOfTahs) = Self.signs(self.text)
      if hasLatin { mendSequences() }
      if remarks.count == count, isOfTahs { mendTahs() }
      if remarks.count == count, hasLatin { mendOneByte() }
      if remarks.count == count { break }
    }
    remarkLoss()
  }

  /// Whether there are letters of Latin-1, and whether more letters are ط or ظ than words have.
  private static func signs(_ text: String) -> (hasLatin: Bool, isOfTahs: Bool) {
    var (latin, arabic, tahs) = (false, 0, 0)
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0xC3 || byte == 0xC2 { latin = true }
      if byte & 0xE0 == 0xC0 { arabic += 1 }
      if last == 0xD8, byte == 0xB7 || byte == 0xB8 { tahs += 1 }
      last = byte
    }
    return (latin, tahs > 1 && tahs * 4 > arabic)
  }

  /// UTF-8 read as windows-1252 or Latin-1.
  private mutating func mendSequences() {
    let scalars = Array(text.unicodeScalars)
    var sequences = GarbledSequences(scalars, WrongCharset.windows1252)
    guard sequences.isSure else { return }
    text = sequences.mended(scalars)
    remarks.append("decoded again: its UTF-8 had been read as windows-1252")
    if sequences.hasLoss { remarks.append("garbled before it came: letters lost on the way are U+FFFD") }
  }

  /// UTF-8 read as windows-1256, line by line: letters of it stand in sound Arabic as well.
  private mutating func mendTahs() {
    var isMended = false
    text = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let scalars = Array(line.unicodeScalars)
      var sequences = GarbledSequences(scalars, WrongCharset.windows1256)
      guard sequences.isSure else { return String(line) }
      isMended = true
      return sequences.mended(scalars)
    }.joined(separator: "\n")
    if isMended { remarks.append("decoded again: its UTF-8 had been read as windows-1256") }
  }

  /// An Arabic charset of one byte a letter read as windows-1252, line by line.
  private mutating func mendOneByte() {
    var charset: Charset?
    text = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let bytes = WrongCharset.windows1252.bytes(line.unicodeScalars), Self.isAccented(bytes) else {
        return String(line)
      }
      return bytes.withUnsafeBufferPointer { bytes in
        let reading = CharsetReading(bytes)
        guard reading.isArabic else { return String(line) }
        charset = reading.best.charset
        return reading.best.charset.decode(bytes)
      }
    }.joined(separator: "\n")
    if let charset { remarks.append("decoded again: its \(charset.rawValue) had been read as windows-1252") }
  }

  /// Whether accented letters are more than half of the letters.
  private static func isAccented(_ bytes: [UInt8]) -> Bool {
    var (plain, accented) = (0, 0)
    for byte in bytes {
      if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { plain += 1 } else if byte >= 0xC0 { accented += 1 }
    }
    return accented > 2 && accented > plain
  }

  /// Tells of text whose letters became question marks, which nothing brings back.
  private mutating func remarkLoss() {
    var (questions, others) = (0, 0)
    for byte in text.utf8 where byte > 0x20 {
      if byte == UInt8(ascii: "?") { questions += 1 } else { others += 1 }
    }
    if questions > 12, questions > others {
      remarks.append(
        "most of its letters are question marks: it was saved in a charset without Arabic; save it as UTF-8")
    }
  }
}
