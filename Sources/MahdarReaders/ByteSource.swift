/// Bytes that come one after the other: of a file, or of what is packed in one.
protocol ByteSource: AnyObject {
  /// Reads up to as many bytes as `buffer` has room for; returns how many came, 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int

  /// Whether more can be read without waiting.
  var isReady: Bool { get }

  /// The source where any of its bytes can be gone to.
  var seekable: (any SeekableSource)? { get }
}

/// Bytes in any order.
protocol SeekableSource: ByteSource {
  /// How many there are.
  var size: Int { get }
  func seek(to place: Int) throws(InputError)
}

extension ByteSource {
  var seekable: (any SeekableSource)? { nil }

  /// Reads up to `count` bytes onto the end of `bytes`; returns how many came, 0 at the end.
  func read(_ count: Int, onto bytes: inout [UInt8]) throws(InputError) -> Int {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: count))
    var result = Result<Int, InputError>.success(0)
    bytes.withUnsafeMutableBytes { buffer in
      do throws(InputError) {
        result = .success(try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...])))
      } catch {
        result = .failure(error)
      }
    }
    let got = (try? result.get()) ?? 0
    bytes.removeLast(count - got)
    return try result.get()
  }

  /// All bytes that are left.
  ///
  /// - Errors: `tooLong` beyond `limit`.
  func readAll(of path: String, limit: Int = Limits.input) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    if let size = seekable?.size { bytes.reserveCapacity(min(size, limit) + 1) }
    while try read(64 << 10, onto: &bytes) > 0 {
      guard bytes.count <= limit else { throw InputError(.tooLong, "longer than \(limit >> 20) MiB", id: path) }
    }
    return bytes
  }

  /// The first bytes, enough to tell what they are, and a source that begins with them again.
  func peeked() throws(InputError) -> (head: [UInt8], source: any ByteSource) {
    var head: [UInt8] = []
    // The first bytes of a slow producer may be an empty line or a byte order mark, which tell nothing; the mark of a tar
    // archive stands behind a name and zeros.
    while head.count < 8 || head.count < 512 && head.contains(0)
      || head.count < 64 << 10 && head.allSatisfy({ $0 <= 0x20 })
    {
      guard try read(4 << 10, onto: &head) > 0 else { break }
    }
    if let seekable {
      try seekable.seek(to: 0)
      return (head, seekable)
    }
    return (head, HeadedSource(head, self))
  }
}
