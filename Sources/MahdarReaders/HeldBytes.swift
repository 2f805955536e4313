/// Bytes that are held in memory, as a source.
final class HeldBytes: SeekableSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(bytes.count - position, buffer.count)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }

  var isReady: Bool { true }
  var seekable: (any SeekableSource)? { self }
  var size: Int { bytes.count }
  func seek(to place: Int) { position = min(max(place, 0), bytes.count) }
}
