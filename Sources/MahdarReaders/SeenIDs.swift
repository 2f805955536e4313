/// The ids that a run has come across: an id stands for the first article that has it, and later ones are refused.
public struct SeenIDs: Sendable {
  /// Where an article stands, in eight bytes.
  private struct Place {
    /// In `files`.
    var file: Int32
    /// 0 where there are no lines.
    var line: Int32
  }

  /// By 64 bits of each id, so that ten million ids give a false alarm once in 300,000 runs.
  private var places: [UInt64: Place] = [:]
  private var files: [String?] = [nil]

  public init() {}

  /// Notes an id; returns the error of its article when an earlier one had it.
  public mutating func duplicate(_ id: String, file: String? = nil, line: Int? = nil) -> InputError? {
    let digest = Self.digest(id)
    guard let first = places[digest] else {
      // Articles of one file follow each other.
      if files.last != file { files.append(file) }
      places[digest] = Place(file: Int32(files.count - 1), line: Int32(clamping: line ?? 0))
      return nil
    }
    let place = InputPlace(file: files[Int(first.file)], line: first.line > 0 ? Int(first.line) : nil).description
    var error = InputError(
      .duplicateID,
      "an earlier article of this run has the id \"\(id)\"" + (place.isEmpty ? "" : " (\(place))"), id: id, line: line)
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
