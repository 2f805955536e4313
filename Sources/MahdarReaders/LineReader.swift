/// Reads JSON Lines batch by batch, in bounded memory.
///
/// A batch ends when it is full or when the next bytes would have to be waited for. UTF-16 is turned into UTF-8.
struct LineReader {
  /// What is kept of a line that is too long: enough to find its id.
  private static let prefixKept = 4 << 10

  private let source: any ByteSource
  private let path: String
  private var pending: [UInt8]
  private var number = 0
  private var isAtEnd = false
  /// Whether bytes are thrown away up to the next line end.
  private var isCutting = false
  private var wide: WideDecoder?
  private var isStart = true

  init(_ source: any ByteSource, path: String) {
    self.source = source
    self.path = path
    pending = []
  }

  /// The next lines that are not blank; nil at the end.
  mutating func next() throws(InputError) -> LineBatch? {
    var batch = LineBatch(source: path, bytes: pending, lines: [])
    pending = []
    var scanned = 0
    var lineStart = 0
    while true {
      scan(&batch, from: &scanned, &lineStart)
      if isAtEnd {
        if lineStart < batch.bytes.count || isCutting { endLine(&batch, lineStart, batch.bytes.count) }
        isCutting = false
        return batch.lines.isEmpty ? nil : batch
      }
      if !batch.lines.isEmpty, batch.bytes.count >= Limits.batch || !source.isReady {
        pending = Array(batch.bytes[lineStart...])
        batch.bytes.removeSubrange(lineStart...)
        return batch
      }
      try fill(&batch.bytes)
      if !isCutting, batch.bytes.count - lineStart > Limits.input { isCutting = true }
    }
  }

  private mutating func fill(_ bytes: inout [UInt8]) throws(InputError) {
    if wide == nil {
      isAtEnd = try source.read(64 << 10, onto: &bytes) == 0
      if isStart { adoptCharset(&bytes) }
    } else {
      var raw: [UInt8] = []
      isAtEnd = try source.read(64 << 10, onto: &raw) == 0
      wide?.decode(raw, isLast: isAtEnd, onto: &bytes)
    }
  }

  /// Takes off a byte order mark and notes UTF-16, once the first bytes are there.
  private mutating func adoptCharset(_ bytes: inout [UInt8]) {
    isStart = false
    let charset = bytes.withUnsafeBufferPointer { Charset(detecting: $0) }
    if charset == .utf16BigEndian || charset == .utf16LittleEndian {
      var decoder = WideDecoder(isBigEndian: charset == .utf16BigEndian)
      let raw = bytes
      bytes = []
      decoder.decode(raw, isLast: isAtEnd, onto: &bytes)
      wide = decoder
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  }

  /// Notes the lines that end in the bytes not scanned yet.
  private mutating func scan(_ batch: inout LineBatch, from scanned: inout Int, _ lineStart: inout Int) {
    while scanned < batch.bytes.count {
      guard let end = batch.bytes[scanned...].firstIndex(of: 0x0A) else {
        scanned = batch.bytes.count
        break
      }
      endLine(&batch, lineStart, end)
      isCutting = false
      scanned = end + 1
      lineStart = scanned
    }
    if isCutting, batch.bytes.count - lineStart > Self.prefixKept {
      batch.bytes.removeSubrange((lineStart + Self.prefixKept)...)
      scanned = batch.bytes.count
    }
  }

  private mutating func endLine(_ batch: inout LineBatch, _ start: Int, _ end: Int) {
    number += 1
    let isBlank = batch.bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    if isBlank, !isCutting { return }
    let isCut = isCutting || end - start > Limits.input
    batch.lines.append(.init(bytes: start..<end, number: number, isCut: isCut))
  }
}
