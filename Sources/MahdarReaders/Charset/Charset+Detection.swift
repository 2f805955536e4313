extension Charset {
  /// Bits by which the letters must speak for one charset against the one that was declared, in halves.
  private static let overruling = 12

  /// The charset that the bytes speak for; where they leave the choice, the first of `declared` that is known decides.
  ///
  /// A byte order mark goes before all else, then sound UTF-8 and UTF-16, whatever was declared. Of charsets of one byte a
  /// letter the one counts whose letters follow each other as in Arabic words; a charset that was declared wins what is
  /// nearly even, and bytes that give no Arabic are what was declared, or windows-1252.
  public init(detecting bytes: UnsafeBufferPointer<UInt8>, declared labels: [String?] = []) {
    self = Self.detect(bytes, declared: labels.lazy.compactMap { $0.flatMap(Charset.init(label:)) }.first)
  }

  private static func detect(_ bytes: UnsafeBufferPointer<UInt8>, declared: Charset?) -> Charset {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if let wide = wide(bytes) { return wide }
    let shape = UTF8Shape(bytes)
    if shape.sequences + shape.broken == 0 {
      // ASCII, or ISO-2022-JP, which is made of it.
      return declared?.rawValue == "ISO-2022-JP" && bytes.contains(0x1B) ? Charset(rawValue: "ISO-2022-JP") : .utf8
    }
    if shape.isSound { return .utf8 }
    if declared == .utf16LittleEndian || declared == .utf16BigEndian { return declared ?? .utf8 }
    let reading = CharsetReading(bytes)
    if let declared, declared != .utf8 {
      if let gain = reading.gain(of: declared) {
        let best = reading.best
        return best.gain - gain > overruling ? best.charset : declared
      }
      return reading.isArabic && !shape.isNearlySound ? reading.best.charset : declared
    }
    if shape.isNearlySound { return .utf8 }
    return reading.best.charset
  }

  /// UTF-16 without a byte order mark: every other byte is that of a block of letters and marks (ASCII, Arabic,
  /// punctuation, presentation forms).
  private static func wide(_ bytes: UnsafeBufferPointer<UInt8>) -> Charset? {
    let units = min(bytes.count, 4096) / 2
    guard units > 0 else { return nil }
    func isHigh(_ byte: UInt8) -> Bool { byte == 0 || byte == 6 || byte == 0x20 || byte == 0xFB || byte == 0xFE }
    func isSure(_ byte: UInt8) -> Bool { byte == 0 || byte == 6 }
    var (even, odd, sureEven, sureOdd) = (0, 0, 0, 0)
    for unit in 0..<units {
      let (first, second) = (bytes[unit * 2], bytes[unit * 2 + 1])
      if isHigh(first) { even += 1 }
      if isHigh(second) { odd += 1 }
      if isSure(first) { sureEven += 1 }
      if isSure(second) { sureOdd += 1 }
    }
    // A space is such a byte itself: in Arabic it is the lower one of a unit in six.
    if odd * 20 > units * 17, sureOdd * 4 > units, sureEven * 10 < units * 3 { return .utf16LittleEndian }
    if even * 20 > units * 17, sureEven * 4 > units, sureOdd * 10 < units * 3 { return .utf16BigEndian }
    return nil
  }
}

/// How much of some bytes is sound UTF-8.
private struct UTF8Shape {
  /// Sound sequences of several bytes.
  var sequences = 0
  /// Bytes from 0x80 on that are part of none, less those of a sequence that is cut at the beginning or the end.
  var broken = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < min(bytes.count, 3), bytes[index] & 0xC0 == 0x80 { index += 1 }
    let leading = index
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
      if wanted > 0, got == wanted { sequences += 1 } else if wanted == 0 || index < bytes.count { broken += 1 }
    }
    if sequences == 0 { broken += leading }
  }

  var isSound: Bool { sequences > 0 && broken * 20 <= sequences }
  /// Whether it can be nothing else, for two bytes of another charset are seldom a sequence.
  var isNearlySound: Bool { sequences > 0 && broken * 3 <= sequences }
}
