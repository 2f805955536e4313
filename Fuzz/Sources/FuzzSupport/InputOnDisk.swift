import Foundation

/// The file that each input is written to, for the readers read files.
public struct InputOnDisk: Sendable {
  public static let shared = InputOnDisk()

  public let path: String
  private let descriptor: Int32

  private init() {
    let folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
    path = "\(folder)/mahdar-fuzz-\(getpid())"
    descriptor = open(path, O_CREAT | O_RDWR | O_TRUNC, 0o600)
    precondition(descriptor >= 0, "\(path) can't be written")
    atexit { unlink(InputOnDisk.shared.path) }
  }

  public func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    let written = pwrite(descriptor, bytes.baseAddress, bytes.count, 0)
    precondition(written == bytes.count && ftruncate(descriptor, bytes.count) == 0, "\(path) can't be written")
  }
}
