/// The bytes of a file in an archive, until the archive goes on to the next.
final class MemberSource: ByteSource {
  private let archive: UnpackedArchive
  private let path: String
  private let budget: UnpackingBudget
  private var isAtEnd = false

  init(of archive: UnpackedArchive, path: String, budget: UnpackingBudget) {
    self.archive = archive
    self.path = path
    self.budget = budget
  }

  var isReady: Bool { true }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    if isAtEnd { return 0 }
    do throws(InputError) {
      let count = try archive.read(into: buffer, of: path)
      isAtEnd = count == 0
      try budget.spend(count, on: path)
      return count
    } catch {
      isAtEnd = true
      throw error
    }
  }

  /// Unpacks what was not read, so that it is reckoned with.
  func drain() throws(InputError) {
    var bytes: [UInt8] = []
    while try read(64 << 10, onto: &bytes) > 0 { bytes.removeAll(keepingCapacity: true) }
  }
}
