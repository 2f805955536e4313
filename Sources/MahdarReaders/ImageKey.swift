import Foundation
import Mahdar

/// What an image of language data depends on: every byte of the tables, and the program that compiled them.
struct ImageKey: Equatable {
  let tables: UInt64
  let program: UInt64

  /// nil when a table or the program can't be read.
  init?(tables folder: String) {
    guard let names = FileManager.default.subpaths(atPath: folder), let program = Self.program else { return nil }
    var digest = ByteDigest()
    for name in names.sorted() where name.hasSuffix(".tsv") {
      guard let bytes = Self.contents(folder + "/" + name) else { return nil }
      digest.add(Array(name.utf8))
      digest.add(bytes)
    }
    tables = digest.value
    self.program = program
  }

  private static func contents(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var state = stat()
    guard fstat(file, &state) == 0, state.st_mode & S_IFMT == S_IFREG else { return nil }
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(state.st_size)) { buffer, initialized in
      while count < buffer.count {
        let got = Foundation.read(file, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        if got <= 0 { break }
        count += got
      }
      initialized = count
    }
    return count == Int(state.st_size) ? bytes : nil
  }

  /// The file that this code was loaded from: another build of the program is another file, or is written at another time.
  private static let program: UInt64? = {
    // Of the several ways to ask for it, this one is right for programs found by name and for tests, which are loaded by another.
    guard let maps = contents(ofProcess: "/proc/self/maps") else { return nil }
    let here = UInt64(UInt(bitPattern: #dsohandle))
    for line in maps.split(separator: "\n") {
      let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
      let bounds = fields[0].split(separator: "-").compactMap { UInt64($0, radix: 16) }
      guard bounds.count == 2, fields.count == 6, bounds[0] <= here, here < bounds[1] else { continue }
      var state = stat()
      guard stat(fields[5].trimmingCharacters(in: .whitespaces), &state) == 0 else { return nil }
      var digest = ByteDigest()
      for number in [Int(state.st_ino), Int(state.st_size), state.st_mtim.tv_sec, state.st_mtim.tv_nsec] {
        digest.add(withUnsafeBytes(of: number) { Array($0) })
      }
      return digest.value
    }
    return nil
  }()

  private static func contents(ofProcess path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
