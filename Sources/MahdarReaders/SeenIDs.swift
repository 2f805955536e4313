/// The ids that a run has come across: an id stands for the first article that has it, and later ones are refused.
public struct SeenIDs: Sendable {
  /// 64 bits of each, so that ten million ids give a false alarm once in 300,000 runs.
  private var digests: Set<UInt64> = []

  public init() {}

  /// Notes an id; returns the error of its article when an earlier one had it.
  public mutating func duplicate(_ id: String, file: String? = nil, line: Int? = nil) -> InputError? {
    if digests.insert(Self.digest(id)).inserted { return nil }
    var error = InputError(
      .duplicateID, "an earlier article of this run has the id \"\(id)\"", id: id, line: line)
    error.file = file
    return error
  }

  /// FNV-1a, mixed.
  private static func digest(_ id: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 32
    hash = hash &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 32
  }
}
