/// Files that hold no text whatever their name says, by their first bytes.
enum BinaryFile {
  private static let kinds: [(start: [UInt8], kind: String)] = [
    ([0xD0, 0xCF, 0x11, 0xE0], "a document of old Word or Excel (save it as .docx or .csv)"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip archive"), ([0x1F, 0x8B], "bytes packed by gzip"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "bytes packed by xz"), ([0x28, 0xB5, 0x2F, 0xFD], "bytes packed by zstd"),
    ([0x89, 0x50, 0x4E, 0x47], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"),
    ([0x47, 0x49, 0x46, 0x38], "a picture"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("SQLite format 3".utf8), "a database"),
  ]

  /// What the bytes are, in words for the user; nil for what may be text.
  static func kind(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if let known = kinds.first(where: { bytes.starts(with: $0.start) }) { return known.kind }
    // UTF-16 has zeros, others have no control characters but those of lines.
    let controls = bytes.prefix(64 << 10).count { $0 < 9 || $0 > 13 && $0 < 27 || $0 > 27 && $0 < 32 }
    guard controls > 16, controls * 20 > min(bytes.count, 64 << 10) else { return nil }
    let charset = Charset(detecting: bytes)
    return charset == .utf16LittleEndian || charset == .utf16BigEndian ? nil : "bytes that are no text"
  }
}
