import CLibraries
import Foundation

extension UnsafeBufferPointer<UInt8> {
  /// Where `pattern` stands first from `start` on.
  func place(of pattern: StaticString, from start: Int = 0) -> Int? {
    guard start >= 0, start < count, let base = baseAddress else { return nil }
    let found = mahdar_search(base + start, count - start, pattern.utf8Start, pattern.utf8CodeUnitCount)
    return found < count - start ? start + found : nil
  }

  /// Where `byte` stands first from `start` on.
  func place(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start >= 0, start < count, let base = baseAddress else { return nil }
    let found = memchr(base + start, Int32(byte), count - start)
    return found.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) - base }
  }

  /// Whether the bytes from `start` on begin with `prefix`, whose letters are small, in letters of either case.
  func begins(with prefix: StaticString, at start: Int) -> Bool {
    guard start >= 0, prefix.utf8CodeUnitCount <= count - start else { return false }
    for offset in 0..<prefix.utf8CodeUnitCount {
      let byte = self[start + offset]
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if small != prefix.utf8Start[offset] { return false }
    }
    return true
  }
}
