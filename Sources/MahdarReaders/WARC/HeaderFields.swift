import Foundation

/// The fields at the head of a record of WARC or of an answer of HTTP.
struct HeaderFields {
  private var fields: [(name: String, value: String)] = []
  /// The bytes of the head, its first line and the empty one behind it included.
  let count: Int
  let firstLine: String

  /// Nil where `bytes` do not hold a whole head: an empty line ends it.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var lines: [String] = []
    var start = 0
    while true {
      guard let end = bytes.place(of: 0x0A, from: start), end < Self.limit else { return nil }
      var stop = end
      if stop > start, bytes[stop - 1] == 0x0D { stop -= 1 }
      let line = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<stop]), as: UTF8.self)
      start = end + 1
      if line.isEmpty { break }
      // Another record begins: this one's head was broken.
      if !lines.isEmpty, line.hasPrefix("WARC/") { return nil }
      // A line that begins with white space goes on with the one before.
      if line.utf8.first == 0x20 || line.utf8.first == 0x09, !lines.isEmpty {
        lines[lines.count - 1] += " " + Self.trimmed(line[...])
      } else {
        lines.append(line)
      }
    }
    count = start
    firstLine = lines.first ?? ""
    for line in lines.dropFirst() {
      guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { continue }
      fields.append(
        (Self.trimmed(line[..<colon]).lowercased(), Self.trimmed(line[line.utf8.index(after: colon)...])))
    }
  }

  /// The longest head.
  static let limit = 64 << 10

  private static func trimmed(_ text: Substring) -> String {
    let bytes = text.utf8.drop { $0 == 0x20 || $0 == 0x09 }
    guard let last = bytes.lastIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return "" }
    return String(Substring(bytes[...last]))
  }

  /// The value of the first field of a name in small letters.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The value of a field before its parameters, in small letters.
  func kind(_ name: String) -> String? {
    self[name]?.lowercased().split(separator: ";").first.map { Self.trimmed($0) }
  }

  /// A parameter of `Content-Type`.
  var charset: String? {
    guard let type = self["content-type"], let range = type.lowercased().range(of: "charset=") else { return nil }
    let value = type[range.upperBound...].prefix { $0 != ";" && $0 != "," && $0 != " " }
    let name = value.filter { $0 != "\"" && $0 != "'" }
    return name.isEmpty || name.utf8.count > 40 ? nil : name
  }
}
