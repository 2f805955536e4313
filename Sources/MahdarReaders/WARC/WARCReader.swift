/// Reads the Arabic pages of a crawl, record by record.
///
/// - Source: ISO 28500 (WARC 1.0 and 1.1). A length that is wrong is mended by the next head; what is broken or cut off is told once.
final class WARCReader: PieceReader {
  private let path: String
  private let tally: InputTally
  private let buffer: SourceBuffer
  private var number = 0
  /// Addresses that were read, by their hashes.
  private var addresses: Set<Int> = []
  private var faults = 0

  /// After so many broken places the rest is not looked at.
  private static let faultLimit = 1000

  init(_ source: any ByteSource, path: String, tally: InputTally) {
    self.path = path
    self.tally = tally
    buffer = SourceBuffer(source)
  }

  /// Whether the first bytes are of a crawl.
  static func begins(_ head: [UInt8]) -> Bool {
    head.starts(with: "WARC/1.".utf8) || head.starts(with: "WARC/0.".utf8)
  }

  func next() -> InputQueue.Piece? {
    while true {
      do throws(InputError) {
        guard try goToHead() else { return nil }
        number += 1
        if let piece = try record() { return piece }
      } catch {
        // Behind a broken place a packed crawl goes on with its next part.
        buffer.takeAll()
        faults += 1
        guard faults == 1 else {
          if faults > Self.faultLimit { return nil }
          continue
        }
        var error = error
        (error.file, error.line, error.id) = (path, max(1, number), nil)
        return .failure(error)
      }
    }
  }

  /// Goes to where the next record begins; false at the end.
  private func goToHead() throws(InputError) -> Bool {
    while true {
      buffer.take(buffer.withBytes { $0.firstIndex { $0 != 0x0D && $0 != 0x0A } ?? $0.count })
      if try buffer.fill(to: 8), buffer.withBytes({ $0.begins(with: "warc/", at: 0) }) { return true }
      if buffer.isAtEnd, buffer.withBytes({ $0.allSatisfy { $0 == 0x0D || $0 == 0x0A } }) { return false }
      if number == 0, faults == 0 {
        throw InputError(.unreadable, "is no crawl: it does not begin with a record of WARC", id: path)
      }
      guard try skipToMark() else { return false }
    }
  }

  /// Takes bytes up to the next head; false where there is none.
  private func skipToMark() throws(InputError) -> Bool {
    while true {
      if let mark = buffer.withBytes({ Self.mark(in: $0, from: 0) }) {
        buffer.take(mark)
        return true
      }
      // The beginning of a head may stand at the end.
      buffer.take(buffer.count - Self.markLength)
      guard try buffer.fill() else {
        buffer.takeAll()
        return false
      }
    }
  }

  private static let markLength = 8

  /// Where a head begins that stands behind a line end.
  private static func mark(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    bytes.place(of: "\nWARC/1.", from: start).map { $0 + 1 }
  }

  /// Reads the record that begins here.
  private func record() throws(InputError) -> InputQueue.Piece? {
    var head = buffer.withBytes { WARCRecord($0) }
    while head == nil, buffer.count < HeaderFields.limit, try buffer.fill() {
      head = buffer.withBytes { WARCRecord($0) }
    }
    guard let head else {
      if buffer.isAtEnd { throw cutOff }
      // A head without end is none.
      buffer.take(1)
      return nil
    }
    buffer.take(head.fields.count)
    if let length = head.length, length > Limits.input {
      if head.kind != .other { tally.add { $0.tooLong += 1 } }
      return try skip(length)
    }
    guard let length = try block(head.length ?? 0) else { return nil }
    defer { buffer.take(length) }
    guard head.kind != .other else { return nil }
    return buffer.withBytes { page(of: head, UnsafeBufferPointer(rebasing: $0[..<length])) }
  }

  private var cutOff: InputError {
    InputError(.unreadable, "cut off in the middle of record \(number): what stands before was read", id: path)
  }

  /// Passes over a long block; a head within it says that its length is wrong.
  private func skip(_ length: Int) throws(InputError) -> InputQueue.Piece? {
    var left = length
    while left > 0 {
      let count = min(left, buffer.count)
      let mark = buffer.withBytes { Self.mark(in: UnsafeBufferPointer(rebasing: $0[..<count]), from: 0) }
      let taken = mark ?? max(0, count == left ? count : count - Self.markLength)
      buffer.take(taken)
      left -= taken
      if mark != nil { return nil }
      if left > 0, try !buffer.fill() { throw cutOff }
    }
    return nil
  }

  /// Has a block at hand; returns its length, which is another one than told where another head stands in it or none behind
  /// it. Nil where it is too long.
  private func block(_ told: Int) throws(InputError) -> Int? {
    // Two line ends and the next head.
    let isWhole = try buffer.fill(to: told + 12) || buffer.count >= told
    if isWhole, buffer.withBytes({ Self.isEnd($0, at: told) }) { return told }
    var from = 0
    while true {
      if let mark = buffer.withBytes({ Self.mark(in: $0, from: from) }) {
        return buffer.withBytes { Self.trimmed($0, to: mark) }
      }
      if buffer.isAtEnd {
        guard isWhole else { throw cutOff }
        return told
      }
      guard buffer.count <= Limits.input else {
        tally.add { $0.tooLong += 1 }
        buffer.take(buffer.count - Self.markLength)
        return nil
      }
      from = max(0, buffer.count - Self.markLength)
      _ = try buffer.fill()
    }
  }

  /// Whether nothing but line ends stands between `place` and the next head or the end.
  private static func isEnd(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    var place = place
    let most = min(bytes.count, place + 64)
    while place < most, bytes[place] == 0x0D || bytes[place] == 0x0A { place += 1 }
    return place == bytes.count || bytes.begins(with: "warc/", at: place)
  }

  /// `end` without the line ends before it.
  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, to end: Int) -> Int {
    var end = end
    while end > 0, bytes[end - 1] == 0x0D || bytes[end - 1] == 0x0A { end -= 1 }
    return end
  }

  /// The page of a record, where it is one in Arabic; else counts what it is.
  private func page(of record: WARCRecord, _ block: UnsafeBufferPointer<UInt8>) -> InputQueue.Piece? {
    var context = InputContext(origin: "warc", url: record.url, fetched: record.fields["warc-date"], line: number)
    let kind = record.fields.kind("content-type") ?? ""
    switch record.kind {
    case .response where kind.hasPrefix("application/http") || kind.isEmpty:
      guard let answer = HTTPAnswer(block), answer.status == 200 else { break }
      let type = answer.fields.kind("content-type") ?? "text/html"
      guard type == "text/html" || type == "application/xhtml+xml" else { break }
      context.charset = answer.fields.charset
      switch answer.body(of: block) {
      case .plain(let range): return piece(UnsafeBufferPointer(rebasing: block[range]), .html, context)
      case .unpacked(let bytes): return bytes.withUnsafeBufferPointer { piece($0, .html, context) }
      case .unread: tally.add { $0.encodings += 1 }
      case .tooLong: tally.add { $0.tooLong += 1 }
      }
      return nil
    case .resource, .conversion:
      context.charset = record.fields.charset
      if kind == "text/html" || kind == "application/xhtml+xml" { return piece(block, .html, context) }
      if kind == "text/plain" { return piece(block, .text, context) }
    case .response, .revisit, .other: break
    }
    tally.add { $0.withoutPage += 1 }
    return nil
  }

  private func piece(
    _ bytes: UnsafeBufferPointer<UInt8>, _ format: InputFormat, _ context: InputContext
  ) -> InputQueue.Piece? {
    guard PageLanguage.isArabic(bytes, isMarkup: format == .html) else {
      tally.add { $0.otherLanguages += 1 }
      return nil
    }
    let id = context.url ?? "\(path)#\(number)"
    guard addresses.insert(id.hashValue).inserted else {
      tally.add { $0.repeated += 1 }
      return nil
    }
    return .content(path: path, id: id, bytes: Array(bytes), format: format, context: context)
  }
}
