import CZlib

/// A stream of zlib, gzip or bare deflate data that is being unpacked.
final class Inflater {
  enum Format: Int32 {
    case gzip = 31
    case zlib = 15
    /// Deflate data without a head, as some servers send it.
    case bare = -15
  }

  enum Step { case more, end, broken }

  /// zlib wants it to stay where it is.
  private let stream: UnsafeMutablePointer<z_stream>

  init(_ format: Format) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let code = inflateInit2_(stream, format.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib gave \(code): no memory")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Begins anew, with another stream of the same format.
  func reset() { inflateReset(stream) }

  /// Unpacks what there is room for; tells how many bytes were taken and given.
  func step(
    _ packed: UnsafeRawBufferPointer, into buffer: UnsafeMutableRawBufferPointer
  ) -> (taken: Int, given: Int, step: Step) {
    // zlib reads what `next_in` points to, and never writes there.
    stream.pointee.next_in = UnsafeMutableRawPointer(mutating: packed.baseAddress)?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(clamping: packed.count)
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(clamping: buffer.count)
    let code = inflate(stream, Z_NO_FLUSH)
    let taken = min(packed.count, Int(UInt32.max)) - Int(stream.pointee.avail_in)
    let given = min(buffer.count, Int(UInt32.max)) - Int(stream.pointee.avail_out)
    switch code {
    case Z_STREAM_END: return (taken, given, .end)
    case Z_OK, Z_BUF_ERROR: return (taken, given, .more)
    default: return (taken, given, .broken)
    }
  }

  /// What `packed` unpacks to, up to its first fault; nil where that is more than `limit` bytes.
  static func unpack(_ packed: UnsafeRawBufferPointer, _ format: Format, limit: Int) -> [UInt8]? {
    let inflater = Inflater(format)
    var bytes: [UInt8] = []
    var rest = packed
    while true {
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: 64 << 10))
      let (taken, given, step) = bytes.withUnsafeMutableBytes {
        inflater.step(rest, into: UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
      }
      bytes.removeLast((64 << 10) - given)
      if bytes.count > limit { return nil }
      rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
      if step != .more || given == 0 && taken == 0 { return bytes }
    }
  }
}
