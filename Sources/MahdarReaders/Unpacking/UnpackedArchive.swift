import CLibraries

/// An archive that libarchive reads from a source, or one file that xz, zstd or bzip2 made smaller.
///
/// Nothing is written to the disk, so it does not matter what paths its files have.
final class UnpackedArchive {
  struct Member {
    /// Nil where it has none, or one that can't be made out.
    var name: String?
    var isFile: Bool
    var isEncrypted: Bool
  }

  /// What libarchive is given: stands where it can find it as long as it reads.
  private final class Feed {
    let source: any ByteSource
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    /// Why the source could not be read.
    var failure: InputError?

    init(_ source: any ByteSource) { self.source = source }

    deinit { buffer.deallocate() }
  }

  private let path: String
  private let feed: Feed
  private var archive: OpaquePointer?

  /// - Errors: `unreadable` where it is none, or there is no libarchive.
  init(_ source: any ByteSource, isSingle: Bool, path: String) throws(InputError) {
    self.path = path
    feed = Feed(source)
    var functions = mahdar_archive_source(
      read: { context, bytes in
        let feed = Unmanaged<Feed>.fromOpaque(context).takeUnretainedValue()
        do throws(InputError) {
          bytes.pointee = UnsafeRawPointer(feed.buffer.baseAddress)
          return try feed.source.read(into: feed.buffer)
        } catch {
          feed.failure = error
          return -1
        }
      },
      seek: { context, place in
        let feed = Unmanaged<Feed>.fromOpaque(context).takeUnretainedValue()
        do throws(InputError) {
          try feed.source.seekable?.seek(to: Int(place))
          return 0
        } catch {
          feed.failure = error
          return -1
        }
      }, size: source.seekable.map { Int64($0.size) } ?? -1)
    let result = mahdar_archive_open(
      &archive, isSingle ? 1 : 0, &functions, Unmanaged.passUnretained(feed).toOpaque())
    if result != MAHDAR_ARCHIVE_OK { throw failure(result, "is no archive that can be read: broken, or cut off") }
  }

  deinit { mahdar_archive_close(archive) }

  /// The next member; nil at the end.
  ///
  /// - Errors: `unreadable` where nothing more can be read.
  func next() throws(InputError) -> Member? {
    guard let archive else { return nil }
    while true {
      var found = mahdar_archive_member()
      let result = mahdar_archive_next(archive, &found)
      switch result {
      case MAHDAR_ARCHIVE_OK:
        return Member(
          name: found.name.map { String(cString: $0) }, isFile: found.is_file != 0, isEncrypted: found.is_encrypted != 0
        )
      case MAHDAR_ARCHIVE_END: return nil
      case MAHDAR_ARCHIVE_BROKEN_MEMBER: continue
      default: throw failure(result, "broken, cut off or encrypted: what stands before was read")
      }
    }
  }

  /// Reads bytes of the member that was told of last; 0 at its end.
  ///
  /// - Errors: `unreadable`, with the member's name; `isOver` tells that no others can be read.
  func read(into buffer: UnsafeMutableRawBufferPointer, of member: String) throws(InputError) -> Int {
    guard let archive, let base = buffer.baseAddress else { return 0 }
    var got = 0
    let result = mahdar_archive_read(archive, base, buffer.count, &got)
    guard result != MAHDAR_ARCHIVE_OK else { return got }
    isOver = result != MAHDAR_ARCHIVE_BROKEN_MEMBER
    var error = failure(result, "broken or cut off in its archive")
    error.id = member
    throw error
  }

  private(set) var isOver = false

  private func failure(_ result: mahdar_archive_result, _ otherwise: String) -> InputError {
    if let failure = feed.failure { return failure }
    if result == MAHDAR_ARCHIVE_MISSING {
      return InputError(
        .unreadable, "can't be unpacked: libarchive is not installed (Debian, Ubuntu: apt install libarchive13)",
        id: path)
    }
    return InputError(.unreadable, otherwise, id: path)
  }
}
