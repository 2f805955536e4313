/// The files of an archive in its order, each as if it lay in a folder of the archive's name.
final class ArchiveInput: PieceReader {
  /// Behind a member that can't be unpacked libarchive reads no more: a zip archive is opened anew, so often at most.
  private static let reopenings = 16

  private var archive: UnpackedArchive
  private let source: any ByteSource
  private let packing: Packing
  /// How many members were told of.
  private var count = 0
  private var reopenings = 0
  private let path: String
  private let opener: InputOpener
  private let layers: InputOpener.Layers
  /// Whether a member is unpacked to get to the next.
  private var isSolid: Bool { packing == .sevenZip }
  private var member: (reader: any PieceReader, source: MemberSource)?
  private var isOver = false

  init(
    _ source: any ByteSource, _ packing: Packing, path: String, opener: InputOpener, layers: InputOpener.Layers
  ) throws(InputError) {
    self.path = path
    self.opener = opener
    self.layers = layers
    self.source = source
    self.packing = packing
    archive = try UnpackedArchive(source, isSingle: false, path: path)
  }

  func next() throws(InputError) -> InputQueue.Piece? {
    while !isOver {
      do throws(InputError) {
        if let piece = try member?.reader.next() { return piece }
        if isSolid { try member?.source.drain() }
        member = nil
      } catch {
        member = nil
        isOver = layers.budget.isSpent
        return .failure(error)
      }
      if archive.isOver, try !reopen() { return nil }
      guard let found = try archive.next() else { return nil }
      count += 1
      if let failure = try open(found) { return .failure(failure) }
    }
    return nil
  }

  /// Goes on behind the member that could not be unpacked; false where that can't be.
  private func reopen() throws(InputError) -> Bool {
    guard packing == .zip, let source = source.seekable, reopenings < Self.reopenings else { return false }
    reopenings += 1
    try source.seek(to: 0)
    archive = try UnpackedArchive(source, isSingle: false, path: path)
    for _ in 0..<count { guard try archive.next() != nil else { return false } }
    return true
  }

  /// Begins to read a member; returns why it can't be read, where it should be.
  private func open(_ found: UnpackedArchive.Member) throws(InputError) -> InputError? {
    try layers.budget.addMember(of: path)
    guard found.isFile else { return nil }
    let name = Self.name(found.name ?? "")
    let path = path + "/" + name
    let source = MemberSource(of: archive, path: path, budget: layers.budget)
    guard Self.isReadable(name) else {
      opener.tally.add { $0.members += 1 }
      if isSolid, !found.isEncrypted { try source.drain() }
      return nil
    }
    if found.isEncrypted { return InputError(.unreadable, "encrypted: unpack it with its password first", id: path) }
    do throws(InputError) {
      member = (try opener.open(source, path: path, name: name, layers: layers), source)
      return nil
    } catch {
      isOver = layers.budget.isSpent
      return error
    }
  }

  /// A member's path without what leads out of the archive.
  private static func name(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." && $0 != ".." }.joined(separator: "/")
  }

  private static func isReadable(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    return !parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
      && parts.last.map { $0 != InputQueue.marks } == true
      && Packing.isReadable(name)
  }
}
