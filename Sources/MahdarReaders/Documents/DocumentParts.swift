import CLibraries

/// The files in a document that is a zip archive, by name.
struct DocumentParts {
  /// What a part may unpack to: a document of a hundred thousand words has a tenth of it.
  private static let partLimit = 32 << 20
  private static let memberLimit = 10_000

  private var parts: [String: [UInt8]] = [:]

  /// - Errors: `unreadable` where the archive is none or broken, `tooLong` where a part unpacks to too much.
  init(_ bytes: UnsafeBufferPointer<UInt8>, named names: Set<String>, kind: String, id: String) throws(InputError) {
    let packed = Packed(bytes)
    var source = mahdar_archive_source(
      read: { context, bytes in Unmanaged<Packed>.fromOpaque(context).takeUnretainedValue().read(bytes) },
      seek: { context, place in Unmanaged<Packed>.fromOpaque(context).takeUnretainedValue().seek(place) },
      size: Int64(bytes.count))
    let result = withExtendedLifetime(packed) {
      Self.read(&source, Unmanaged.passUnretained(packed).toOpaque(), names)
    }
    switch result {
    case .success(let parts): self.parts = parts
    case .failure(.missing):
      throw InputError(
        .unreadable,
        "libarchive is missing, which \(kind) documents are unpacked by (install the package libarchive13)",
        id: id)
    case .failure(.broken):
      throw InputError(.unreadable, "broken: it is no whole \(kind) document; save it anew", id: id)
    case .failure(.encrypted):
      throw InputError(.unreadable, "a \(kind) document with a password: save it without", id: id)
    case .failure(.tooLong(let name)):
      throw InputError(.tooLong, "\(name) in it unpacks to more than \(Self.partLimit >> 20) MiB", id: id)
    }
  }

  subscript(name: String) -> [UInt8]? { parts[name] }

  private enum Failure: Error { case missing, broken, encrypted, tooLong(String) }

  private static func read(
    _ source: inout mahdar_archive_source, _ context: UnsafeMutableRawPointer, _ names: Set<String>
  ) -> Result<[String: [UInt8]], Failure> {
    var archive: OpaquePointer?
    let opened = mahdar_archive_open(&archive, 0, &source, context)
    defer { mahdar_archive_close(archive) }
    guard opened == MAHDAR_ARCHIVE_OK, let archive else {
      return .failure(opened == MAHDAR_ARCHIVE_MISSING ? .missing : .broken)
    }
    var parts: [String: [UInt8]] = [:]
    var member = mahdar_archive_member()
    var count = 0
    while parts.count < names.count, count < memberLimit {
      count += 1
      let found = mahdar_archive_next(archive, &member)
      if found == MAHDAR_ARCHIVE_END { break }
      // What is broken behind the parts that were looked for is no loss.
      guard found == MAHDAR_ARCHIVE_OK else { return parts.isEmpty ? .failure(.broken) : .success(parts) }
      guard let chars = member.name else { continue }
      let name = String(cString: chars)
      guard names.contains(name), parts[name] == nil else { continue }
      if member.is_encrypted != 0 { return .failure(.encrypted) }
      switch unpack(archive) {
      case .success(let bytes): parts[name] = bytes
      case .failure(.tooLong): return .failure(.tooLong(name))
      case .failure(let failure): return .failure(failure)
      }
    }
    return .success(parts)
  }

  private static func unpack(_ archive: OpaquePointer) -> Result<[UInt8], Failure> {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      var got = 0
      guard mahdar_archive_read(archive, &buffer, buffer.count, &got) == MAHDAR_ARCHIVE_OK else {
        return .failure(.broken)
      }
      if got == 0 { return .success(bytes) }
      guard bytes.count + got <= partLimit else { return .failure(.tooLong("")) }
      bytes.append(contentsOf: buffer[..<got])
    }
  }

  /// The bytes of the archive as libarchive asks for them.
  private final class Packed {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    func read(_ next: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
      let rest = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[place...].prefix(64 << 10)))
      next.pointee = rest.baseAddress
      place += rest.count
      return rest.count
    }

    func seek(_ wanted: Int64) -> Int32 {
      guard wanted >= 0, wanted <= Int64(bytes.count) else { return -1 }
      place = Int(wanted)
      return 0
    }
  }
}
