import Mahdar
import MahdarReaders

extension InputQueue.Piece {
  private enum Kind: Int { case lines, file, content, failure }

  /// Reads what `bytes` wrote; nil for other bytes.
  init?(_ bytes: [UInt8]) {
    var bytes = ByteReader(bytes)
    switch Kind(rawValue: bytes.byte()) {
    case .lines:
      self = .lines(
        LineBatch(
          source: bytes.text(), bytes: bytes.run(),
          lines: bytes.all { bytes in
            let (start, end) = (Int(bytes.day()), Int(bytes.day()))
            return .init(
              bytes: start..<max(start, end), number: Int(truncatingIfNeeded: bytes.word()), isCut: bytes.byte() == 1)
          }, charset: bytes.optionalText().flatMap(Charset.init(rawValue:))))
    case .file: self = .file(path: bytes.text(), id: bytes.text(), format: bytes.value(or: .text))
    case .content:
      self = .content(
        path: bytes.text(), id: bytes.text(), bytes: bytes.run(), format: bytes.value(or: .text),
        context: bytes.optional { InputContext(&$0) })
    case .failure: self = .failure(InputError(&bytes))
    case nil: return nil
    }
    if bytes.isBroken { return nil }
  }

  var bytes: [UInt8] {
    var bytes = ByteWriter()
    switch self {
    case .lines(let batch):
      bytes.add(byte: Kind.lines.rawValue)
      bytes.add(batch.source)
      bytes.add(run: batch.bytes)
      bytes.add(all: batch.lines) {
        $0.add(day: Int32($1.bytes.lowerBound))
        $0.add(day: Int32($1.bytes.upperBound))
        $0.add(UInt64($1.number))
        $0.add(byte: $1.isCut ? 1 : 0)
      }
      bytes.add(batch.charset?.rawValue)
    case .file(let path, let id, let format):
      bytes.add(byte: Kind.file.rawValue)
      for text in [path, id, format.rawValue] { bytes.add(text) }
    case .content(let path, let id, let content, let format, let context):
      bytes.add(byte: Kind.content.rawValue)
      for text in [path, id] { bytes.add(text) }
      bytes.add(run: content)
      bytes.add(format.rawValue)
      bytes.add(context) { $1.write(to: &$0) }
    case .failure(let error):
      bytes.add(byte: Kind.failure.rawValue)
      error.write(to: &bytes)
    }
    return bytes.bytes
  }

  /// The lines of a batch, each a piece; nothing where there is no more than one.
  var lines: [InputQueue.Piece] {
    guard case .lines(let batch) = self, batch.lines.count > 1 else { return [] }
    return batch.lines.map { line in
      let bytes = Array(batch.bytes[line.bytes])
      return .lines(
        LineBatch(
          source: batch.source, bytes: bytes,
          lines: [.init(bytes: 0..<bytes.count, number: line.number, isCut: line.isCut)], charset: batch.charset))
    }
  }

  /// The file that the piece is of, and the line of one of its articles where it is made of lines.
  func place(of article: Int) -> InputPlace {
    switch self {
    case .lines(let batch):
      InputPlace(file: batch.source, line: batch.lines.indices.contains(article) ? batch.lines[article].number : nil)
    case .file(let path, _, _): InputPlace(file: path)
    case .content(let path, _, _, _, let context): InputPlace(file: path, line: context?.line)
    case .failure(let error): InputPlace(file: error.file, line: error.line)
    }
  }

  /// The piece with another id for the article that its file is; as it is where it is one of many in its file.
  func named(_ id: String) -> InputQueue.Piece {
    switch self {
    case .file(let path, _, let format): .file(path: path, id: id, format: format)
    case .content(let path, _, let bytes, let format, let context) where context?.line == nil:
      .content(path: path, id: id, bytes: bytes, format: format, context: context)
    case .lines, .content, .failure: self
    }
  }
}

extension InputContext {
  fileprivate init(_ bytes: inout ByteReader) {
    self.init(
      origin: bytes.text(), url: bytes.optionalText(), charset: bytes.optionalText(), title: bytes.optionalText(),
      published: bytes.optionalText(), outlet: bytes.optionalText(), author: bytes.optionalText(),
      language: bytes.optionalText(), fetched: bytes.optionalText(),
      line: bytes.optional { Int(truncatingIfNeeded: $0.word()) })
  }

  fileprivate func write(to bytes: inout ByteWriter) {
    bytes.add(origin)
    for text in [url, charset, title, published, outlet, author, language, fetched] { bytes.add(text) }
    bytes.add(line) { $0.add(UInt64($1)) }
  }
}

extension InputError {
  init(_ bytes: inout ByteReader) {
    self.init(
      bytes.value(or: .failed), bytes.text(), id: bytes.optionalText(),
      line: bytes.optional { Int(truncatingIfNeeded: $0.word()) })
    file = bytes.optionalText()
  }

  func write(to bytes: inout ByteWriter) {
    for text in [code.rawValue, message] { bytes.add(text) }
    bytes.add(id)
    bytes.add(line) { $0.add(UInt64($1)) }
    bytes.add(file)
  }
}
