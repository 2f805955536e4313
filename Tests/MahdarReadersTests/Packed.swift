import CZlib
import Foundation

/// Bytes packed as programs pack them, and worse.
enum Packed {
  private static func deflated(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    return input.withUnsafeMutableBufferPointer { input in
      let count = packed.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
        return output.count - Int(stream.avail_out)
      }
      return Array(packed[..<count])
    }
  }

  static func gzip(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, windowBits: 31) }
  static func zlib(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, windowBits: 15) }
  static func bare(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, windowBits: -15) }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// A zip archive; names in UTF-8.
  static func zip(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let packed = bare(file.bytes)
      let sum = Int(crc32(0, file.bytes, UInt32(file.bytes.count)))
      let name = Array(file.name.utf8)
      let head =
        little(20, 2) + little(0x800, 2) + little(8, 2) + little(0, 4) + little(sum, 4) + little(packed.count, 4)
        + little(file.bytes.count, 4) + little(name.count, 2) + little(0, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + little(20, 2) + head + little(0, 6) + little(0, 4) + little(archive.count, 4) + name
      archive += [0x50, 0x4B, 3, 4] + head + name + packed
    }
    return archive + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + little(files.count, 2) + little(files.count, 2)
      + little(directory.count, 4) + little(archive.count, 4) + little(0, 2)
  }

  /// A tar archive; `kind` is `0` for files, `2` for links.
  static func tar(_ files: [(name: String, bytes: [UInt8])], kind: Character = "0") -> [UInt8] {
    var archive: [UInt8] = []
    for file in files {
      var head = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at place: Int) {
        head.replaceSubrange(place..<place + text.utf8.count, with: Array(text.utf8))
      }
      put(file.name, at: 0)
      put("0000644\u{0}0000000\u{0}0000000\u{0}", at: 100)
      put(String(format: "%011o\u{0}", file.bytes.count) + "00000000000\u{0}        \(kind)", at: 124)
      put("ustar\u{0}00", at: 257)
      if kind == "2" { put("/etc/passwd", at: 157) }
      put(String(format: "%06o\u{0} ", head.reduce(0) { $0 + Int($1) }), at: 148)
      archive += head + file.bytes + [UInt8](repeating: 0, count: (512 - file.bytes.count % 512) % 512)
    }
    return archive + [UInt8](repeating: 0, count: 1024)
  }
}

extension String {
  var bytes: [UInt8] { Array(utf8) }
}
