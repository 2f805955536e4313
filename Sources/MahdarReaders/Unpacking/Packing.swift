/// How files are made smaller or put together.
enum Packing: Sendable {
  case gzip, xz, zstd, bzip2
  case tar, zip, sevenZip

  /// Whether it holds several files.
  var isArchive: Bool { self == .tar || self == .zip || self == .sevenZip }

  private static let bySuffix: [(suffix: String, packing: Packing, within: String)] = [
    (".gz", .gzip, ""), (".tgz", .gzip, ".tar"), (".xz", .xz, ""), (".txz", .xz, ".tar"), (".zst", .zstd, ""),
    (".tzst", .zstd, ".tar"), (".bz2", .bzip2, ""), (".tbz2", .bzip2, ".tar"), (".tbz", .bzip2, ".tar"),
    (".tar", .tar, ".tar"), (".zip", .zip, ".zip"), (".7z", .sevenZip, ".7z"),
  ]

  /// The packing that a file's name tells, and the name of what it holds: `dump.jsonl` for `dump.jsonl.gz`.
  static func named(_ path: String) -> (packing: Packing, within: String)? {
    let ending = path.suffix(8).lowercased()
    guard let found = bySuffix.first(where: { ending.hasSuffix($0.suffix) }) else { return nil }
    return (found.packing, path.dropLast(found.suffix.count) + found.within)
  }

  /// The packing that the first bytes tell, whatever the name.
  init?(sniffing head: [UInt8]) {
    func begins(_ mark: [UInt8], at place: Int = 0) -> Bool { head.dropFirst(place).starts(with: mark) }
    if begins([0x1F, 0x8B, 8]) {
      self = .gzip
    } else if begins([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) {
      self = .xz
    } else if begins([0x28, 0xB5, 0x2F, 0xFD]) || begins([0x2A, 0x4D, 0x18], at: 1) && head.first.map({ $0 >> 4 }) == 5
    {
      self = .zstd
    } else if begins(Array("BZh".utf8)), begins([0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4) {
      self = .bzip2
    } else if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) {
      self = .zip
    } else if begins([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
      self = .sevenZip
    } else if begins(Array("ustar".utf8), at: 257) {
      self = .tar
    } else {
      return nil
    }
  }

  /// Whether a file of this name in a folder or archive is one of ours; others are passed over.
  static func isReadable(_ path: String) -> Bool {
    guard let named = named(path) else { return InputFormat(path: path) != nil }
    return named.packing.isArchive || isReadable(named.within)
  }
}
