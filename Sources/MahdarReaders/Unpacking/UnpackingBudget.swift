/// What one input may unpack to, all that is packed in it together: an archive of a few kilobytes can hold petabytes.
final class UnpackingBudget {
  private let file: InputFile?
  private var unpacked = 0
  private var members = 0
  /// Whether it was overdrawn: nothing more of the input is to be read.
  private(set) var isSpent = false

  init(of file: InputFile?) { self.file = file }

  /// Notes bytes that were unpacked.
  func spend(_ count: Int, on path: String) throws(InputError) {
    unpacked += count
    guard unpacked > Limits.unpackedFreely else { return }
    // Where places are gone to twice, the same bytes were read twice.
    let packed = file.map { $0.seekable == nil ? $0.consumed : min($0.consumed, $0.size) } ?? 0
    if unpacked / Limits.ratio > packed {
      isSpent = true
      throw InputError(
        .tooLong, "unpacks to more than \(Limits.ratio) times its size, as what is made to do harm does: not read on",
        id: path)
    }
    if unpacked > Limits.unpacked {
      isSpent = true
      throw InputError(.tooLong, "unpacks to more than \(Limits.unpacked >> 30) GiB: not read on", id: path)
    }
  }

  /// Notes a file of an archive.
  func addMember(of path: String) throws(InputError) {
    members += 1
    guard members > Limits.members else { return }
    isSpent = true
    throw InputError(.tooLong, "holds more than \(Limits.members) files: the rest is not read", id: path)
  }
}
