/// The way from UTF-8 byte offsets to Unicode scalar offsets of one content.
///
/// - Units: UTF-8 bytes in, scalars (code points) out.
package struct ScalarOffsets: Sendable {
  private static let blockSize = 64
  private let content: [UInt8]
  /// The scalars that start before each block of bytes.
  private let blocks: [Int32]

  package init(_ content: [UInt8]) {
    self.content = content
    var blocks: [Int32] = [0]
    blocks.reserveCapacity(content.count / Self.blockSize + 2)
    var total: Int32 = 0
    content.withUnsafeBufferPointer { bytes in
      var start = 0
      while start + Self.blockSize <= bytes.count {
        var scalars: UInt8 = 0
        for index in start..<start + Self.blockSize { scalars &+= bytes[index] & 0xC0 == 0x80 ? 0 : 1 }
        total += Int32(scalars)
        blocks.append(total)
        start += Self.blockSize
      }
    }
    self.blocks = blocks
  }

  package func scalar(at byte: Int32) -> Int {
    let block = Int(byte) / Self.blockSize
    var scalars = Int(blocks[block])
    for index in block * Self.blockSize..<Int(byte) where content[index] & 0xC0 != 0x80 { scalars += 1 }
    return scalars
  }

  /// Whether `span` lies in the content with both ends on scalar borders.
  func isSound(_ span: TextSpan) -> Bool {
    span.start >= 0 && span.start <= span.end && Int(span.end) <= content.count && isBorder(span.start)
      && isBorder(span.end)
  }

  private func isBorder(_ byte: Int32) -> Bool {
    Int(byte) == content.count || content[Int(byte)] & 0xC0 != 0x80
  }
}
