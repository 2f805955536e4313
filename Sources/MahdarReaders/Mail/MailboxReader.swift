/// The messages of an mbox file as pieces of work.
final class MailboxReader: PieceReader {
  private let source: any ByteSource
  private let path: String
  private var cutter = MailboxCutter()
  private var isAtEnd = false

  init(_ source: any ByteSource, path: String) {
    self.source = source
    self.path = path
  }

  func next() throws(InputError) -> InputQueue.Piece? {
    while true {
      if let message = cutter.next() { return message.piece(of: path) }
      if isAtEnd { return nil }
      var bytes: [UInt8] = []
      isAtEnd = try source.read(256 << 10, onto: &bytes) == 0
      if isAtEnd { cutter.end() } else { cutter.add(bytes) }
    }
  }
}

extension MailboxCutter.Message {
  /// The piece of work that the message is.
  func piece(of path: String) -> InputQueue.Piece {
    let id = "\(path)#\(number)"
    if isCut {
      var error = InputError(.tooLong, "longer than \(Limits.input >> 20) MiB", id: id, line: number)
      error.file = path
      return .failure(error)
    }
    return .content(
      path: path, id: id, bytes: bytes, format: .eml, context: InputContext(origin: "mail", line: number))
  }
}
