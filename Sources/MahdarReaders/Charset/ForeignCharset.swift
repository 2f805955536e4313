import Foundation

/// Charsets that the system's `iconv` reads.
enum ForeignCharset {
  /// The text of `bytes`, U+FFFD for what is no character; as windows-1252 where the system does not know the name.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ name: String) -> String {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      return Charset.windows1252.decode(bytes)
    }
    defer { iconv_close(converter) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    var input = bytes.map(CChar.init(bitPattern:))
    input.withUnsafeMutableBufferPointer { input in
      var next = input.baseAddress
      var left = input.count
      while left > 0 {
        let (problem, count) = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
          var end = buffer.baseAddress
          var room = buffer.count
          let isSound = iconv(converter, &next, &left, &end, &room) != -1
          let problem = isSound ? 0 : errno
          text.append(contentsOf: buffer.prefix(buffer.count - room).map { UInt8(bitPattern: $0) })
          return (problem, buffer.count - room)
        }
        if problem == EILSEQ || problem == EINVAL || problem != 0 && count == 0 {
          text.append(contentsOf: UTF8.encodedReplacementCharacter)
          next = next?.advanced(by: 1)
          left -= 1
        }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
