/// The fields at the head of a message or of a part of one.
///
/// MIME is read here and not by GMime, which brings GLib and GPGME along and would read hostile bytes in C: what articles need of
/// RFC 2045–2047 and 2231 is less code than an adapter to it.
struct MailHeader {
  /// What is kept of one field: lists of recipients can be far longer.
  private static let fieldLimit = 16 << 10
  private static let countLimit = 1000

  private var fields: [(name: String, value: [UInt8])] = []
  /// Where the body begins.
  private(set) var end: Int

  /// - Parameter range: a message or part, its head first.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    end = range.upperBound
    var index = range.lowerBound
    while index < range.upperBound {
      let lineEnd = MailLines.end(bytes, index, range.upperBound)
      let line = MailLines.trimmed(bytes, index..<lineEnd)
      if line.isEmpty {
        end = lineEnd
        break
      }
      if bytes[index] == 0x20 || bytes[index] == 0x09 {
        continueField(bytes[line])
      } else if let colon = bytes[line].prefix(80).firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: bytes[line.lowerBound..<colon], as: UTF8.self).lowercased()
        let value = bytes[(colon + 1)..<line.upperBound].prefix(Self.fieldLimit)
        fields.append((fields.count < Self.countLimit ? String(name.filter { $0 != " " }) : "", Array(value)))
      } else if index == range.lowerBound || fields.isEmpty && !bytes[line].starts(with: "From ".utf8) {
        // No head at all: a part may have none.
        end = index
        break
      }
      index = lineEnd
    }
  }

  private mutating func continueField(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let last = fields.indices.last, fields[last].value.count < Self.fieldLimit else { return }
    fields[last].value += line.prefix(Self.fieldLimit)
  }

  var isEmpty: Bool { fields.isEmpty }

  /// The bytes of the first field of a name in small letters.
  func raw(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// The text of a field, encoded words decoded; nil where there is none or an empty one.
  func text(_ name: String, charset: String? = nil) -> String? {
    guard let raw = raw(name) else { return nil }
    let text = EncodedWords.decode(raw, charset: charset)
    return text.isEmpty ? nil : text
  }

  /// The first word and the parameters of a field such as Content-Type.
  func parameters(_ name: String) -> MailParameters? { raw(name).map(MailParameters.init) }
}
