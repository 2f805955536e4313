import Foundation
import Mahdar

/// The file that keeps one image of language data.
///
/// - Shape: `mahdar`, a zero and the number of the layout, the key's two numbers, the image.
struct ImageFile {
  private let path: String
  private let key: ImageKey

  /// - Parameter data: the folder of the tables: each has an image of its own for each program.
  init(folder: String, name: String, of data: String, key: ImageKey) {
    var digest = ByteDigest()
    digest.add(Array(URL(fileURLWithPath: data).standardizedFileURL.path.utf8))
    path = "\(folder)/\(name)-\(String(digest.value, radix: 36))"
    self.key = key
  }

  /// What `body` makes of the image, whose bytes it is given one run after the other; nil where none is kept, or another.
  func read<Value>(_ body: (Int, @escaping (UnsafeMutableRawBufferPointer) -> Bool) -> Value?) -> Value? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var state = stat()
    // An image that somebody else can write is not trusted: its bytes are taken as they are.
    guard fstat(file, &state) == 0, state.st_mode & S_IFMT == S_IFREG, state.st_uid == geteuid(),
      state.st_mode & (S_IWGRP | S_IWOTH) == 0
    else { return nil }
    var head = head
    guard head.withUnsafeMutableBytes({ Self.fill($0, from: file) }), head == self.head else { return nil }
    return body(Int(state.st_size) - head.count) { Self.fill($0, from: file) }
  }

  private static func fill(_ buffer: UnsafeMutableRawBufferPointer, from file: Int32) -> Bool {
    var filled = 0
    while filled < buffer.count {
      let count = Foundation.read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      filled += count
    }
    return true
  }

  /// Keeps an image in the place of the one before, at once or not at all.
  func keep(_ image: [UInt8]) {
    try? FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    var name = Array((path + ".XXXXXX").utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { return }
    let bytes = head + image
    var written = 0
    bytes.withUnsafeBytes { buffer in
      while written < buffer.count {
        let count = write(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return }
        written += count
      }
    }
    let isClosed = close(file) == 0
    if !isClosed || written < bytes.count || rename(name, path) != 0 { unlink(name) }
  }

  /// What stands before an image of this key.
  private var head: [UInt8] {
    [key.tables, key.program].reduce(into: Array("mahdar\0\u{1}".utf8)) { head, number in
      withUnsafeBytes(of: number) { head.append(contentsOf: $0) }
    }
  }
}
