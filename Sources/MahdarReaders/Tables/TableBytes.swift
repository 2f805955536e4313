/// The bytes of a table as they are cut: UTF-16 is turned into UTF-8, a byte order mark taken off.
struct TableBytes {
  private let source: any ByteSource
  private var bytes: [UInt8] = []
  private var start = 0
  private var isStart = true
  private var isAtEnd = false
  private var wide: WideDecoder?
  /// What the first bytes speak for; nil for UTF-8 and for what was turned into it.
  private(set) var charset: Charset?

  init(_ source: any ByteSource) { self.source = source }

  var count: Int { bytes.count - start }

  /// Whether a row may be at hand without waiting.
  var isReady: Bool { count > 0 || isAtEnd || source.isReady }

  func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start...])) }
  }

  mutating func take(_ count: Int) { start += min(max(count, 0), self.count) }

  /// Has `count` bytes at hand; false where there are not so many.
  mutating func fill(to count: Int) throws(InputError) -> Bool {
    while self.count < count { guard try fill() else { return false } }
    return true
  }

  private mutating func fill() throws(InputError) -> Bool {
    if isAtEnd { return false }
    if start >= bytes.count - start {
      bytes.removeFirst(start)
      start = 0
    }
    var raw: [UInt8] = []
    isAtEnd = try source.read(64 << 10, onto: &raw) == 0
    if isStart, !raw.isEmpty {
      isStart = false
      let told = raw.withUnsafeBufferPointer { Charset(detecting: $0) }
      if told == .utf16LittleEndian || told == .utf16BigEndian {
        wide = WideDecoder(isBigEndian: told == .utf16BigEndian)
      } else if told != .utf8 {
        charset = told
      }
      if raw.starts(with: [0xEF, 0xBB, 0xBF]) { raw.removeFirst(3) }
    }
    if wide == nil { bytes += raw } else { wide?.decode(raw, isLast: isAtEnd, onto: &bytes) }
    return !isAtEnd
  }

  /// Takes the line `sep=;`, by which Excel is told the separator; returns that.
  mutating func takeSeparatorLine() -> UInt8? {
    let line = withBytes { Array($0.prefix(16).prefix { $0 != 0x0A }) }
    let bare = line.filter { $0 != 0x22 && $0 != 0x0D }
    guard bare.count == 5, String(decoding: bare.prefix(4), as: UTF8.self).lowercased() == "sep=" else { return nil }
    take(line.count + 1)
    return bare[4]
  }

  /// Takes everything up to the next line end.
  mutating func skipLine() throws(InputError) {
    while true {
      if let end = withBytes({ $0.place(of: 0x0A) }) { return take(end + 1) }
      take(count)
      guard try fill() else { return take(count) }
    }
  }
}
