/// Cuts an mbox file into its messages, piece by piece, whatever its size.
///
/// A message begins at a line `From ` with a time in it, at the beginning or after an empty line. Lines that were escaped
/// (`>From `) lose one `>`, as mboxrd has it.
struct MailboxCutter {
  struct Message {
    var bytes: [UInt8]
    /// From 1.
    var number: Int
    /// Whether it is longer than `Limits.input`, and only its beginning is here.
    var isCut: Bool
  }

  private var pending: [UInt8] = []
  /// The bytes of `pending` that were read.
  private var taken = 0
  private var number = 0
  private var message: Message?
  private var isAfterBlank = true
  private var isAtEnd = false

  mutating func add(_ bytes: [UInt8]) {
    pending.removeFirst(taken)
    taken = 0
    pending += bytes
  }

  mutating func end() { isAtEnd = true }

  /// The next message that is complete; nil where more bytes are needed, or at the end.
  mutating func next() -> Message? {
    while taken < pending.count {
      var end = pending[taken...].firstIndex(of: 0x0A).map { $0 + 1 }
      // A line without end is taken bit by bit.
      if end == nil, isAtEnd || pending.count - taken > 1 << 16 { end = pending.count }
      guard let end else { return nil }
      let line = taken..<end
      if isAfterBlank, Self.isFrom(pending[line]) {
        let finished = message
        number += 1
        message = Message(bytes: [], number: number, isCut: false)
        taken = end
        isAfterBlank = false
        if let finished { return finished }
        continue
      }
      isAfterBlank = pending[line].allSatisfy { $0 == 0x0A || $0 == 0x0D }
      append(pending[line])
      taken = end
    }
    guard isAtEnd else { return nil }
    defer { message = nil }
    return message
  }

  private mutating func append(_ line: ArraySlice<UInt8>) {
    guard let count = message?.bytes.count else { return }
    guard count + line.count <= Limits.input else {
      message?.isCut = true
      return
    }
    let quotes = line.prefix { $0 == UInt8(ascii: ">") }.count
    let isEscaped = quotes > 0 && line.dropFirst(quotes).starts(with: "From ".utf8)
    message?.bytes.append(contentsOf: isEscaped ? line.dropFirst() : line)
  }

  /// Whether a line begins a message: `From somebody Wed Aug 12 10:00:00 2015`.
  static func isFrom(_ line: some Collection<UInt8>) -> Bool {
    guard line.starts(with: "From ".utf8) else { return false }
    let head = Array(line.prefix(300))
    func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    return head.indices.dropFirst(5).contains { index in
      head[index] == UInt8(ascii: ":") && isDigit(head[index - 1]) && index + 2 < head.count && isDigit(head[index + 1])
        && isDigit(head[index + 2])
    }
  }
}
