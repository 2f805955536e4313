/// What gzip data unpacks to, one stream behind the other as crawls are packed.
///
/// - Errors: `unreadable` where the data is broken or cut off, after what stands before it. Behind a broken place the next read goes
///   on with the next stream.
final class GzipSource: ByteSource {
  private enum State { case between, within, searching, end }

  private let packed: any ByteSource
  private let path: String
  private let budget: UnpackingBudget
  private let inflater = Inflater(.gzip)
  private var bytes: [UInt8] = []
  /// In `bytes`, before what was not unpacked yet.
  private var position = 0
  private var state = State.between
  private var hasStarted = false
  private var fault: InputError?

  init(_ packed: any ByteSource, path: String, budget: UnpackingBudget) {
    self.packed = packed
    self.path = path
    self.budget = budget
  }

  var isReady: Bool { position < bytes.count || state == .end || packed.isReady }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    if let fault {
      self.fault = nil
      throw fault
    }
    var filled = 0
    while filled < buffer.count {
      // Crawls are made of small streams, which are read as one; only for the first bytes more are waited for.
      if filled > 0, position == bytes.count || state == .searching || state == .end { break }
      do throws(InputError) {
        let given = try step(UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
        filled += given
        if given == 0, state == .end { break }
      } catch {
        guard filled > 0 else { throw error }
        // What stands before it goes first.
        fault = error
        break
      }
    }
    return filled
  }

  /// Goes on where it stands; returns how many bytes were unpacked, which may be none.
  private func step(_ buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    switch state {
    case .end: return 0
    case .between:
      if try begin() { state = .within }
      return 0
    case .searching:
      if try search() {
        inflater.reset()
        state = .within
      }
      return 0
    case .within: return try unpack(into: buffer)
    }
  }

  private func unpack(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    guard try fill(1) else {
      state = .end
      throw InputError(.unreadable, "cut off in the middle of its gzip data: what stands before was read", id: path)
    }
    let (taken, given, step) = bytes.withUnsafeBytes {
      inflater.step(UnsafeRawBufferPointer(rebasing: $0[position...]), into: buffer)
    }
    position += taken
    try budget.spend(given, on: path)
    switch step {
    case .more: break
    case .end:
      inflater.reset()
      state = .between
    case .broken:
      // The head of the broken stream is behind; what is found next is the head of another.
      position = min(position + 1, bytes.count)
      state = .searching
      fault = InputError(.unreadable, "its gzip data is broken: what stands before was read", id: path)
      if given == 0, let fault {
        self.fault = nil
        throw fault
      }
    }
    return given
  }

  /// Whether another stream begins here; zeros and other bytes behind the last are what tapes and tools leave.
  private func begin() throws(InputError) -> Bool {
    defer { hasStarted = true }
    guard try fill(2) || !hasStarted, isMark(at: position) || !hasStarted else {
      state = .end
      return false
    }
    return true
  }

  /// Goes to the next head of a stream.
  private func search() throws(InputError) -> Bool {
    guard try fill(3) else {
      state = .end
      return false
    }
    while position + 3 <= bytes.count {
      if isMark(at: position), bytes[position + 2] == 8 { return true }
      position += 1
    }
    return false
  }

  private func isMark(at place: Int) -> Bool {
    place + 1 < bytes.count && bytes[place] == 0x1F && bytes[place + 1] == 0x8B
  }

  /// Has at least `count` packed bytes at hand; false where there are no more so many.
  private func fill(_ count: Int) throws(InputError) -> Bool {
    while bytes.count - position < count {
      bytes.removeFirst(position)
      position = 0
      guard try packed.read(64 << 10, onto: &bytes) > 0 else { return false }
    }
    return true
  }
}
