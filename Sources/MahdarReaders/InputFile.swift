import Foundation

/// An open file, pipe or standard input, read by the system's own calls.
final class InputFile: SeekableSource {
  private let descriptor: Int32
  private let isOwned: Bool
  let path: String
  /// How many bytes were read so far.
  private(set) var consumed = 0
  private let isSeekable: Bool
  let size: Int

  static func standardInput() -> InputFile { InputFile(descriptor: 0, isOwned: false, path: "-") }

  private init(descriptor: Int32, isOwned: Bool, path: String) {
    self.descriptor = descriptor
    self.isOwned = isOwned
    self.path = path
    var state = stat()
    let isFile = fstat(descriptor, &state) == 0 && state.st_mode & S_IFMT == S_IFREG
    // What somebody else has read of an open file is not ours.
    isSeekable = isFile && lseek(descriptor, 0, SEEK_CUR) == 0
    size = isFile ? Int(state.st_size) : 0
  }

  convenience init(opening path: InputPath) throws(InputError) {
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

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    var got = -1
    repeat { got = Foundation.read(descriptor, buffer.baseAddress, buffer.count) } while got < 0 && errno == EINTR
    guard got >= 0 else { throw Self.failure(path) }
    consumed += got
    return got
  }

  var isReady: Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, 0) > 0
  }

  var seekable: (any SeekableSource)? { isSeekable ? self : nil }

  func seek(to place: Int) throws(InputError) {
    guard lseek(descriptor, off_t(place), SEEK_SET) >= 0 else { throw Self.failure(path) }
  }
}
