/// JSON Lines, with what their members are where they have other names than ours.
final class LineInput: PieceReader {
  private var reader: LineReader
  private let opener: InputOpener
  private var mapping: FieldMapping?
  private var isStart = true

  init(_ reader: LineReader, opener: InputOpener) {
    self.reader = reader
    self.opener = opener
  }

  func next() throws(InputError) -> InputQueue.Piece? {
    guard var batch = try reader.next() else { return nil }
    if isStart {
      isStart = false
      mapping = mapping(of: batch)
      if let mapping { opener.tell(mapping, of: batch.source) }
    }
    batch.mapping = mapping
    return .lines(batch)
  }

  /// What the first line that is an object tells.
  private func mapping(of batch: LineBatch) -> FieldMapping? {
    for line in batch.lines where !line.isCut {
      let names = batch.bytes.withUnsafeBufferPointer { bytes in
        Charset.withUTF8(UnsafeBufferPointer(rebasing: bytes[line.bytes])) { line, _ in MemberNames(of: line) }
      }
      if let names { return FieldMapping(of: names, given: opener.mapping) }
    }
    return opener.mapping
  }
}
