import Foundation
import Mahdar

/// The way from Unicode scalar offsets of one content to its UTF-8 byte offsets.
///
/// - Units: scalars (code points) in, bytes out.
struct ScalarPlaces {
  private static let blockSize = 64
  private let content: [UInt8]
  /// The byte at which every 64th scalar starts.
  private var blocks: [Int] = []
  private var count = 0

  init(_ content: [UInt8]) {
    self.content = content
    for (index, byte) in content.enumerated() where byte & 0xC0 != 0x80 {
      if count % Self.blockSize == 0 { blocks.append(index) }
      count += 1
    }
  }

  /// The bytes of a span of scalars; nil outside the content.
  func bytes(_ span: TextSpan?) -> TextSpan? {
    guard let span, span.start >= 0, span.start <= span.end, Int(span.end) <= count else { return nil }
    return TextSpan(Int32(byte(Int(span.start))), Int32(byte(Int(span.end))))
  }

  private func byte(_ scalar: Int) -> Int {
    guard scalar < count else { return content.count }
    var left = scalar % Self.blockSize
    var index = blocks[scalar / Self.blockSize]
    while left > 0 {
      index += 1
      if content[index] & 0xC0 != 0x80 { left -= 1 }
    }
    return index
  }

  /// Where some words stand first.
  func first(_ words: String) -> TextSpan? {
    // As C searches: in time that grows with the content alone.
    guard !words.utf8.contains(0) else { return nil }
    let start = (content + [0]).withUnsafeBytes { content -> Int? in
      guard let base = content.assumingMemoryBound(to: CChar.self).baseAddress else { return nil }
      return strstr(base, words).map { UnsafePointer($0) - base }
    }
    return start.map { TextSpan(Int32($0), Int32($0 + words.utf8.count)) }
  }
}
