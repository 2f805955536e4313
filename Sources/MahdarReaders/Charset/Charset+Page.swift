extension Charset {
  /// How much of a page is looked at for its charset: pages with long scripts before it are common.
  private static let head = 8192

  /// The label that a page names in a `<meta>` or in its XML declaration; nil where it names none.
  static func label(inPage bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(Self.head))
    var index = 0
    while let tag = head[index...].firstIndex(of: UInt8(ascii: "<")) {
      let end = head[tag...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
      if starts(head[tag..<end], "<meta") {
        if let label = value(of: "charset", in: head[tag..<end]) { return label }
      } else if starts(head[tag..<end], "<?xml"), let label = value(of: "encoding", in: head[tag..<end]) {
        return label
      } else if starts(head[tag..<end], "<!--") {
        index = commentEnd(head, tag)
        continue
      }
      index = end
    }
    return nil
  }

  private static func commentEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start + 4
    while index + 2 < bytes.count {
      if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E { return index + 3 }
      index += 1
    }
    return bytes.count
  }

  private static func starts(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ word: StaticString) -> Bool {
    guard bytes.count >= word.utf8CodeUnitCount else { return false }
    return zip(bytes, 0..<word.utf8CodeUnitCount).allSatisfy { $0 | 0x20 == word.utf8Start[$1] | 0x20 }
  }

  /// The word after `name` and `=` in a tag, within its attributes or their values.
  private static func value(of name: StaticString, in tag: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    for start in tag.indices where starts(tag[start...], name) {
      var index = start + name.utf8CodeUnitCount
      while index < tag.endIndex, tag[index] <= 0x20 { index += 1 }
      guard index < tag.endIndex, tag[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < tag.endIndex, tag[index] <= 0x20 || tag[index] == 0x22 || tag[index] == 0x27 { index += 1 }
      let value = tag[index...].prefix { byte in
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x3A || byte == 0x2D || byte == 0x5F
      }
      if !value.isEmpty { return String(decoding: value, as: UTF8.self) }
    }
    return nil
  }
}
