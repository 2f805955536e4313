/// The answer of a server as a crawl keeps it: a head, and a body as it was sent.
struct HTTPAnswer {
  enum Body {
    /// Where it stands in the answer.
    case plain(Range<Int>)
    case unpacked([UInt8])
    /// In an encoding that can't be unpacked.
    case unread
    case tooLong
  }

  let fields: HeaderFields
  let status: Int

  /// Nil where `bytes` do not begin with the head of an answer.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.begins(with: "http/", at: 0), let fields = HeaderFields(bytes) else { return nil }
    let words = fields.firstLine.split(separator: " ", maxSplits: 2)
    guard words.count > 1, let status = Int(words[1]) else { return nil }
    self.fields = fields
    self.status = status
  }

  /// The page that `bytes`, the whole answer, hold.
  func body(of bytes: UnsafeBufferPointer<UInt8>) -> Body {
    var chunks: [UInt8]?
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true {
      chunks = Self.joined(UnsafeBufferPointer(rebasing: bytes[fields.count...]))
    }
    // Crawlers unpack what they keep and leave the fields as they were: the bytes decide.
    let encodings = (fields["content-encoding"] ?? "").lowercased().split { $0 == "," || $0 == " " }
    if let chunks {
      return chunks.withUnsafeBufferPointer { Self.unpacked($0, encodings) } ?? .unpacked(chunks)
    }
    return Self.unpacked(UnsafeBufferPointer(rebasing: bytes[fields.count...]), encodings)
      ?? .plain(fields.count..<bytes.count)
  }

  /// What bytes unpack to; nil where they are not packed.
  private static func unpacked(_ bytes: UnsafeBufferPointer<UInt8>, _ encodings: [Substring]) -> Body? {
    guard let encoding = encodings.last(where: { $0 != "identity" && $0 != "chunked" }), let first = bytes.first,
      bytes.count > 2, !looksLikeMarkup(bytes)
    else { return nil }
    let raw = UnsafeRawBufferPointer(bytes)
    let result: [UInt8]?
    switch encoding {
    case "gzip", "x-gzip":
      guard first == 0x1F, bytes[1] == 0x8B else { return nil }
      result = Inflater.unpack(raw, .gzip, limit: Limits.input)
    case "deflate":
      // RFC 1950 by the standard, RFC 1951 by some servers.
      let isZlib = first & 0x0F == 8 && (Int(first) << 8 | Int(bytes[1])) % 31 == 0
      result = Inflater.unpack(raw, isZlib ? .zlib : .bare, limit: Limits.input)
    default: return .unread
    }
    guard let result else { return .tooLong }
    return result.isEmpty || encodings.count > 2 ? .unread : .unpacked(result)
  }

  private static func looksLikeMarkup(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].first { $0 > 0x20 } == UInt8(ascii: "<")
  }

  /// A body that was sent in chunks; nil where it is none, for a crawler has joined it. What is cut off ends it.
  private static func joined(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var body: [UInt8] = []
    var position = 0
    while let end = bytes.place(of: 0x0A, from: position), end - position <= 512 {
      var size = 0
      var digits = 0
      while position < end, let digit = hexadecimal(bytes[position]), digits < 8 {
        size = size << 4 | digit
        digits += 1
        position += 1
      }
      // Behind the digits may stand an extension.
      let next = bytes[position]
      guard digits > 0, next == 0x0D || next == 0x0A || next == UInt8(ascii: ";") || next == 0x20 else { break }
      position = end + 1
      if size == 0 { return body }
      let count = min(size, bytes.count - position)
      body.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<position + count]))
      position += count
      if position < bytes.count, bytes[position] == 0x0D { position += 1 }
      if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    }
    return body.isEmpty ? nil : body
  }

  private static func hexadecimal(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46: Int(byte) - 0x37
    case 0x61...0x66: Int(byte) - 0x57
    default: nil
    }
  }
}
