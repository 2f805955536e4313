import Foundation

/// An open file, pipe or standard input, read by the system's own calls.
struct InputFile: ~Copyable {
  private let descriptor: Int32
  private let isOwned: Bool
  let path: String

  static func standardInput() -> InputFile { InputFile(descriptor: 0, isOwned: false, path: "-") }

  private init(descriptor: Int32, isOwned: Bool, path: String) {
    self.descriptor = descriptor
    self.isOwned = isOwned
    self.path = path
  }

  init(opening path: InputPath) throws(InputError) {
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw Self.failure(path.text) }
    self.init(descriptor: descriptor, isOwned: true, path: path.text)
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// The error that the system told of last.
  static func failure(_ path: String) -> InputError {
    InputError(.unreadable, "can't be read: \(String(cString: strerror(errno)))", id: path)
  }

  /// Reads up to `count` bytes onto the end of `bytes`; returns how many came, 0 at the end.
  func read(_ count: Int, onto bytes: inout [UInt8]) throws(InputError) -> Int {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: count))
    var got = -1
    repeat {
      got = bytes.withUnsafeMutableBytes { buffer in
        Foundation.read(descriptor, buffer.baseAddress?.advanced(by: start), count)
      }
    } while got < 0 && errno == EINTR
    bytes.removeLast(count - max(got, 0))
    guard got >= 0 else { throw Self.failure(path) }
    return got
  }

  /// Whether more can be read without waiting.
  var isReady: Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, 0) > 0
  }

  /// All bytes.
  ///
  /// - Errors: `tooLong` beyond `Limits.input`, `unreadable` when the system refuses.
  func readAll() throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    var state = stat()
    if fstat(descriptor, &state) == 0, state.st_size > 0 {
      bytes.reserveCapacity(min(Int(state.st_size), Limits.input) + 1)
    }
    while try read(64 << 10, onto: &bytes) > 0 {
      guard bytes.count <= Limits.input else {
        throw InputError(.tooLong, "longer than \(Limits.input >> 20) MiB", id: path)
      }
    }
    return bytes
  }
}
