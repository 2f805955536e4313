import Foundation

/// One end of a connection between two processes, on which frames of bytes go to and fro.
///
/// - Shape: four bytes that tell the length, least first, then as many bytes.
public final class FrameSocket: Sendable {
  enum Failure: Error {
    /// The other end is gone, or sends what is no frame.
    case closed
    /// The other end was waited for in vain.
    case silent
  }

  /// More than any frame of ours: an input of the greatest length, or what is read off an article of the greatest.
  static let limit = 128 << 20

  let descriptor: Int32

  /// Takes a descriptor over; nil when it is no socket.
  public init?(descriptor: Int32) {
    var state = stat()
    guard fstat(descriptor, &state) == 0, state.st_mode & S_IFMT == S_IFSOCK else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Two ends of one connection, which programs started by others do not inherit.
  static func pair() throws(WorkerError) -> (FrameSocket, FrameSocket) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw WorkerError(system: errno) }
    // The numbers of the standard streams are given to the worker's own.
    let high = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 3) }
    let code = errno
    for end in ends { close(end) }
    let (ours, theirs) = (FrameSocket(descriptor: high[0]), FrameSocket(descriptor: high[1]))
    guard let ours, let theirs else { throw WorkerError(system: code) }
    return (ours, theirs)
  }

  /// Lets `send` and `receive` wait for the other end no longer than this.
  func limit(waiting: Duration) {
    var time = timeval()
    time.tv_sec = Int(waiting.components.seconds)
    time.tv_usec = Int(waiting.components.attoseconds / 1_000_000_000_000)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }
  }

  /// Ends this process as soon as the other end is gone, whatever it is doing.
  public func endWithPeer() {
    let descriptor = descriptor
    Thread.detachNewThread {
      var state = pollfd(fd: descriptor, events: 0, revents: 0)
      while poll(&state, 1, -1) < 0, errno == EINTR {}
      _exit(0)
    }
  }

  func send(_ frame: [UInt8]) throws(Failure) {
    guard frame.count <= Self.limit else { throw .closed }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(frame.count + 4)
    for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: frame.count >> shift)) }
    bytes += frame
    var sent = 0
    while sent < bytes.count {
      sent += try count {
        // No signal where the other end is gone: the result tells it.
        bytes.withUnsafeBytes {
          Foundation.send(
            descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
        }
      }
    }
  }

  func receive() throws(Failure) -> [UInt8] {
    let length = try receive(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= Self.limit else { throw .closed }
    return try receive(length)
  }

  private func receive(_ length: Int) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: length)
    var got = 0
    while got < length {
      got += try count {
        bytes.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress?.advanced(by: got), length - got, 0) }
      }
    }
    return bytes
  }

  /// How many bytes a call moved.
  private func count(_ call: () -> Int) throws(Failure) -> Int {
    while true {
      let count = call()
      if count > 0 { return count }
      if count == 0 { throw .closed }
      switch errno {
      case EINTR: continue
      case EAGAIN, EWOULDBLOCK: throw .silent
      default: throw .closed
      }
    }
  }
}
