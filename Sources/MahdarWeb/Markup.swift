import Mustache

/// HTML that is made in Swift, such as drawings: what is interpolated into it is escaped.
struct Markup: Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
  private(set) var description: String

  struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ value: Markup) { text += value.description }
    mutating func appendInterpolation(_ value: String) { text += HTMLText.escaped(value) }
    mutating func appendInterpolation(_ value: Int) { text += String(value) }
    /// A length of a drawing, to a tenth.
    mutating func appendInterpolation(_ value: Double) {
      let tenths = Int((value * 10).rounded())
      let sign = tenths < 0 ? "-" : ""
      text += sign + String(abs(tenths) / 10) + (tenths % 10 == 0 ? "" : "." + String(abs(tenths) % 10))
    }
  }

  init(stringInterpolation: StringInterpolation) { description = stringInterpolation.text }
  init(stringLiteral value: String) { description = value }

  static func + (one: Markup, other: Markup) -> Markup { "\(one)\(other)" }
  static func += (one: inout Markup, other: Markup) { one.description += other.description }
}

extension Sequence<Markup> {
  func joined(_ separator: Markup = "") -> Markup {
    var all: Markup = ""
    for (place, one) in enumerated() {
      if place > 0 { all += separator }
      all += one
    }
    return all
  }
}

/// Text on its way into a page.
struct HTMLText: MustacheContentType {
  /// The name by which templates ask for it.
  static let name = "DESK"

  func escapeText(_ text: String) -> String { Self.escaped(text) }

  /// Goes by bytes: a quotation mark with a combining letter behind it is one `Character`, but a quotation mark to a browser.
  static func escaped(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.contains(where: { entity($0) != nil }) else { return String(decoding: bytes, as: UTF8.self) }
      var escaped: [UInt8] = []
      escaped.reserveCapacity(bytes.count + 32)
      for byte in bytes {
        if let entity = entity(byte) { escaped += entity.utf8 } else { escaped.append(byte) }
      }
      return String(decoding: escaped, as: UTF8.self)
    }
  }

  private static func entity(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case UInt8(ascii: "`"): "&#96;"
    default: nil
    }
  }

  /// An English page with the language of names that are Arabic: of each `<bdi>` that holds Arabic letters and tells no language.
  static func tellingArabic(_ page: [UInt8]) -> [UInt8] {
    let opening = Array("<bdi>".utf8)
    var told: [UInt8] = []
    told.reserveCapacity(page.count + 1000)
    var index = 0
    while index < page.count {
      guard page[index] == opening[0], page[index...].starts(with: opening) else {
        told.append(page[index])
        index += 1
        continue
      }
      index += opening.count
      let end = page[index...].firstIndex(of: opening[0]) ?? page.count
      // The letters of Arabic begin with these bytes.
      let isArabic = page[index..<end].contains { (0xD8...0xDB).contains($0) }
      told += isArabic ? Array("<bdi lang=\"ar\">".utf8) : opening
      told += page[index..<end]
      index = end
    }
    return told
  }

  /// The page less the characters that would turn round what stands beside them (bidi embeddings, overrides, isolates) and other
  /// controls: runs that need a direction have it by `dir` and `<bdi>`.
  static func cleaned(_ page: [UInt8]) -> [UInt8] {
    var cleaned: [UInt8] = []
    cleaned.reserveCapacity(page.count)
    var index = 0
    while index < page.count {
      let byte = page[index]
      if byte < 0x20, byte != 0x0A, byte != 0x09 {
        index += 1
      } else if byte == 0x7F {
        index += 1
      } else if byte == 0xC2, index + 1 < page.count, page[index + 1] < 0xA0 {
        index += 2
      } else if byte == 0xE2, index + 2 < page.count,
        page[index + 1] == 0x80 && (0xAA...0xAE).contains(page[index + 2])
          || page[index + 1] == 0x81 && (0xA6...0xA9).contains(page[index + 2])
      {
        index += 3
      } else {
        cleaned.append(byte)
        index += 1
      }
    }
    return cleaned
  }
}
