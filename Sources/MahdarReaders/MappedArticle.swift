import Mahdar

/// Reads an object whose members have other names than ours, as a mapping tells.
///
/// A field without a mapping, or whose member the object lacks, is read from the member of its own name. What no field was
/// read from is carried along, but for the member that the text is a part of.
struct MappedArticle {
  private let mapping: FieldMapping
  private let line: UnsafeBufferPointer<UInt8>
  private var mapped: [FieldMapping.Field: String] = [:]
  private var own: [FieldMapping.Field: String] = [:]
  private var carried: [UInt8] = []
  private var hasLoneSurrogates = false

  /// - Errors: `notJSON` where the line is none.
  init(_ line: UnsafeBufferPointer<UInt8>, _ mapping: FieldMapping) throws(InputError) {
    self.line = line
    self.mapping = mapping
    var scanner = JSONScanner(line)
    try scanner.expect("{")
    if !scanner.take("}") {
      repeat {
        scanner.skipSpace()
        let start = scanner.position
        let key = try scanner.string()
        let keyEnd = scanner.position
        try scanner.expect(":")
        let value = try scanner.skipValue()
        let isRead = try read(key, value)
        if !isRead, !ArticleLine.isReserved(key) { ArticleLine.carry(line[start..<keyEnd], line[value], in: &carried) }
      } while scanner.take(",")
      try scanner.expect("}")
    }
    if scanner.peek() != nil { throw scanner.problem("end of line expected") }
  }

  /// Reads the fields that a member holds; tells whether it needs not be carried.
  private mutating func read(_ key: String, _ value: Range<Int>) throws(InputError) -> Bool {
    var isRead = false
    for (field, name) in mapping.names {
      if name == key {
        mapped[field] = try text(value)
        // The analysis has no place for who wrote it.
        isRead = isRead || field != .author
      } else if name.hasPrefix(key + "."), let range = try member(String(name.dropFirst(key.count + 1)), in: value) {
        mapped[field] = try text(range)
        isRead = isRead || field == .text
      }
    }
    if !isRead, let field = FieldMapping.Field(rawValue: key), let text = try text(value) {
      own[field] = text
      isRead = field != .author
    }
    return isRead
  }

  /// Where the value of a member of an object is, its path joined by dots.
  private func member(_ path: String, in object: Range<Int>) throws(InputError) -> Range<Int>? {
    var scanner = JSONScanner(UnsafeBufferPointer(rebasing: line[..<object.upperBound]), from: object.lowerBound)
    guard scanner.take("{"), !scanner.take("}") else { return nil }
    repeat {
      let key = try scanner.string()
      try scanner.expect(":")
      let value = try scanner.skipValue()
      if key == path { return value }
      if path.hasPrefix(key + "."), let found = try member(String(path.dropFirst(key.count + 1)), in: value) {
        return found
      }
    } while scanner.take(",")
    return nil
  }

  /// A string, a number as it is written, or the strings of an array a line each; nil for other values.
  private mutating func text(_ value: Range<Int>) throws(InputError) -> String? {
    var scanner = JSONScanner(UnsafeBufferPointer(rebasing: line[..<value.upperBound]), from: value.lowerBound)
    defer { hasLoneSurrogates = hasLoneSurrogates || scanner.hasLoneSurrogates }
    switch scanner.peek() ?? 0 {
    case UInt8(ascii: "\""): return try scanner.string()
    case UInt8(ascii: "-"), 0x30...0x39:
      return String(decoding: UnsafeBufferPointer(rebasing: line[value]), as: UTF8.self)
    case UInt8(ascii: "["):
      var parts: [String] = []
      _ = scanner.take("[")
      guard !scanner.take("]") else { return nil }
      repeat {
        guard scanner.peek() == UInt8(ascii: "\"") else { return nil }
        parts.append(try scanner.string())
      } while scanner.take(",")
      return parts.joined(separator: "\n")
    default: return nil
    }
  }

  private func value(_ field: FieldMapping.Field) -> String? {
    (mapped[field] ?? own[field]).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// - Parameter place: the id of an article that has none.
  /// - Errors: `missingField` without a text, `badField` for an id that is none.
  func article(place: String) throws(InputError) -> Article {
    let id = value(.id) ?? place
    if let fault = ArticleLine.fault(ofID: id) { throw InputError(.badField, "\"\(mapping.name(of: .id))\" \(fault)") }
    guard let text = mapped[.text] ?? own[.text] else {
      throw InputError(.missingField, "\"\(mapping.name(of: .text))\", its text, is missing", id: id)
    }
    var article = Article(
      id: id, title: value(.title), text: text, published: value(.published), outlet: value(.outlet), url: value(.url),
      language: value(.language), author: value(.author))
    article.carried = carried
    if hasLoneSurrogates { article.remarks.append("lone surrogates in JSON escapes were read as U+FFFD") }
    return article
  }
}
