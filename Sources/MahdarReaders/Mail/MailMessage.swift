/// A message cut into its parts.
struct MailMessage {
  /// Multiparts in multiparts are read so deep, and so many parts of a message.
  private static let depthLimit = 16
  private static let partLimit = 1000

  let header: MailHeader
  private(set) var parts: [MailPart] = []
  /// Messages that are forwarded in it.
  private(set) var messages: [Range<Int>] = []
  /// Whether something was left out by the limits.
  private(set) var isCut = false
  private var alternatives = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    header = MailHeader(bytes, range)
    read(bytes, header, header.end..<range.upperBound, alternative: nil, isDigest: false, depth: 0)
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ header: MailHeader, _ body: Range<Int>, alternative: Int?, isDigest: Bool,
    depth: Int
  ) {
    guard depth < Self.depthLimit, parts.count + messages.count < Self.partLimit else {
      isCut = true
      return
    }
    let type = header.parameters("content-type")
    let name = type.map(\.value).flatMap { $0.contains("/") ? $0 : nil } ?? (isDigest ? "message/rfc822" : "text/plain")
    let disposition = header.parameters("content-disposition")?.value
    if name.hasPrefix("multipart/"), let boundary = type?.bytes("boundary"), !boundary.isEmpty {
      var alternative = alternative
      if name == "multipart/alternative", alternative == nil {
        alternatives += 1
        alternative = alternatives
      }
      for range in Self.pieces(bytes, body, boundary) {
        let inner = MailHeader(bytes, range)
        read(
          bytes, inner, inner.end..<range.upperBound, alternative: alternative, isDigest: name == "multipart/digest",
          depth: depth + 1)
      }
    } else if name == "message/rfc822" || name == "message/global" {
      messages.append(body)
    } else {
      var part = MailPart(header: header, type: name, body: body, alternative: alternative, isAttached: false)
      part.isAttached = disposition == "attachment" || part.fileName != nil
      parts.append(part)
    }
  }

  /// What stands between the lines of a boundary; the last piece ends where the message does if its boundary is missing.
  private static func pieces(_ bytes: UnsafeBufferPointer<UInt8>, _ body: Range<Int>, _ boundary: [UInt8]) -> [Range<
    Int
  >] {
    var pieces: [Range<Int>] = []
    var start: Int?
    var index = body.lowerBound
    let mark = Array("--".utf8) + boundary
    while index < body.upperBound {
      let end = MailLines.end(bytes, index, body.upperBound)
      if bytes[index] == UInt8(ascii: "-"), bytes[index..<end].starts(with: mark) {
        let rest = bytes[MailLines.trimmed(bytes, index..<end)].dropFirst(mark.count)
        if rest.isEmpty || rest.elementsEqual("--".utf8) {
          // The line end before a boundary is the boundary's.
          if let start { pieces.append(start..<max(start, lineEndBefore(bytes, index, start))) }
          start = rest.isEmpty ? end : nil
          if !rest.isEmpty || pieces.count > partLimit { return pieces }
        }
      }
      index = end
    }
    if let start { pieces.append(start..<body.upperBound) }
    return pieces
  }

  private static func lineEndBefore(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ start: Int) -> Int {
    var end = index
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }
}
