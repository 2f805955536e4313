/// What a file unpacks to that xz, zstd or bzip2 made smaller.
final class SingleSource: ByteSource {
  private let packed: any ByteSource
  private let archive: UnpackedArchive
  private let path: String
  private let budget: UnpackingBudget

  init(_ packed: any ByteSource, path: String, budget: UnpackingBudget) throws(InputError) {
    self.packed = packed
    self.path = path
    self.budget = budget
    archive = try UnpackedArchive(packed, isSingle: true, path: path)
    _ = try archive.next()
  }

  var isReady: Bool { packed.isReady }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    if archive.isOver { return 0 }
    let count = try archive.read(into: buffer, of: path)
    try budget.spend(count, on: path)
    return count
  }
}
