/// A source whose first bytes were read before.
final class HeadedSource: ByteSource {
  private var head: ArraySlice<UInt8>
  private let source: any ByteSource

  init(_ head: [UInt8], _ source: any ByteSource) {
    self.head = head[...]
    self.source = source
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    if head.isEmpty { return try source.read(into: buffer) }
    let count = min(head.count, buffer.count)
    buffer.copyBytes(from: head.prefix(count))
    head = head.dropFirst(count)
    return count
  }

  var isReady: Bool { !head.isEmpty || source.isReady }
}
