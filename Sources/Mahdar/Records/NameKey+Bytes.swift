extension NameKey {
  init(_ bytes: inout ByteReader) {
    let parts = (0..<bytes.byte()).map { _ in
      Part(
        word: bytes.word(), consonants: bytes.word(), length: UInt8(bytes.byte()),
        vowels: (0..<bytes.byte()).map { _ in Letter(bytes.byte()) }, isNative: bytes.byte() == 1)
    }
    self.init(parts: parts, whole: bytes.word())
  }

  func write(to bytes: inout ByteWriter) {
    bytes.add(byte: min(parts.count, 255))
    for part in parts.prefix(255) {
      bytes.add(part.word)
      bytes.add(part.consonants)
      bytes.add(byte: Int(part.length))
      bytes.add(byte: min(part.vowels.count, 255))
      for vowel in part.vowels.prefix(255) { bytes.add(byte: Int(vowel)) }
      bytes.add(byte: part.isNative ? 1 : 0)
    }
    bytes.add(whole)
  }
}
