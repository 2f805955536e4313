/// Turns UTF-16 into UTF-8 piece by piece; a pair or unit that is cut between two pieces is kept for the next.
struct WideDecoder {
  private let isBigEndian: Bool
  private var rest: [UInt8] = []

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  mutating func decode(_ raw: [UInt8], isLast: Bool, onto text: inout [UInt8]) {
    let bytes = rest + raw
    var end = bytes.count / 2 * 2
    if !isLast, end >= 2, bytes[isBigEndian ? end - 2 : end - 1] & 0xFC == 0xD8 { end -= 2 }
    bytes[..<end].withUnsafeBufferPointer { piece in
      let charset: Charset = isBigEndian ? .utf16BigEndian : .utf16LittleEndian
      text.append(contentsOf: charset.decode(piece).utf8)
    }
    rest = Array(bytes[end...])
  }
}
