import Mahdar

/// Reads one line of JSON Lines: an object with `id`, `text` and, where known, `title`, `published`, `outlet`, `url`,
/// `language`. Further members are carried along as they are.
public enum ArticleLine {
  /// Members that the analysis format writes itself: an article's own are not carried beside them.
  private static let reserved: Set<String> = [
    "id", "engine", "data", "published", "outlet", "url", "language", "contacts", "statements", "dates", "people",
    "remarks", "error", "title", "text",
  ]

  /// Whether a member is one of those.
  static func isReserved(_ key: String) -> Bool { reserved.contains(key) }

  /// - Errors: `InputError` with the id, where it was read, when the line is no such object.
  public static func article(_ line: UnsafeBufferPointer<UInt8>) throws(InputError) -> Article {
    try check(line)
    var members = Members()
    do {
      var scanner = JSONScanner(line)
      try members.read(&scanner, line)
      return try members.article(hasLoneSurrogates: scanner.hasLoneSurrogates)
    } catch {
      var error = error
      error.id = members.soundID
      throw error
    }
  }

  /// Reads an object whose members have other names.
  ///
  /// - Parameter place: the id of an article that has none.
  static func article(
    _ line: UnsafeBufferPointer<UInt8>, _ mapping: FieldMapping, place: String
  ) throws(InputError) -> Article {
    try check(line)
    return try MappedArticle(line, mapping).article(place: place)
  }

  /// Throws where a line is no object.
  private static func check(_ line: UnsafeBufferPointer<UInt8>) throws(InputError) {
    var scanner = JSONScanner(line)
    guard scanner.peek() == UInt8(ascii: "{") else {
      if scanner.peek() == UInt8(ascii: "[") {
        throw InputError(
          .notObject,
          "a JSON array, and JSON Lines have an object a line (a file of one array: name it .json, or --input json)")
      }
      let isJSON = (try? scanner.skipValue()) != nil && scanner.peek() == nil
      throw isJSON
        ? InputError(.notObject, "not an object with \"id\" and \"text\"") : JSONScanner(line).problem("'{' expected")
    }
  }

  /// The id in the beginning of a line, if it stands there.
  static func id(ofCut line: UnsafeBufferPointer<UInt8>) -> String? {
    var scanner = JSONScanner(line)
    var members = Members()
    try? members.read(&scanner, line)
    return members.soundID
  }

  /// Carries a member along, without the white space between the parts of its value, so that it stays on one line.
  static func carry(
    _ key: Slice<UnsafeBufferPointer<UInt8>>, _ value: Slice<UnsafeBufferPointer<UInt8>>, in carried: inout [UInt8]
  ) {
    if !carried.isEmpty { carried.append(UInt8(ascii: ",")) }
    carried.append(contentsOf: key)
    carried.append(UInt8(ascii: ":"))
    var isString = false
    var isEscaped = false
    for byte in value {
      if !isString, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { continue }
      if byte == 0x22, !isEscaped { isString.toggle() }
      isEscaped = byte == 0x5C && !isEscaped
      carried.append(byte)
    }
  }

  /// What keeps a text from being an id, if anything does.
  static func fault(ofID id: String) -> String? {
    if id.isEmpty { return "is empty" }
    if id.utf8.count > Limits.id { return "has more than \(Limits.id) bytes" }
    let isBlank = id.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || [.control, .format].contains($0.properties.generalCategory)
    }
    return isBlank ? "holds nothing that can be seen" : nil
  }

  private struct Members {
    var id: String?
    private var text: String?
    private var title: String?
    private var published: String?
    private var outlet: String?
    private var url: String?
    private var language: String?
    private var author: String?
    private var carried: [UInt8] = []

    mutating func read(_ scanner: inout JSONScanner, _ line: UnsafeBufferPointer<UInt8>) throws(InputError) {
      try scanner.expect("{")
      if !scanner.take("}") {
        repeat {
          scanner.skipSpace()
          let start = scanner.position
          let key = try scanner.string()
          let keyEnd = scanner.position
          try scanner.expect(":")
          if let value = try readValue(of: key, &scanner) {
            ArticleLine.carry(line[start..<keyEnd], line[value], in: &carried)
          }
        } while scanner.take(",")
        try scanner.expect("}")
      }
      if scanner.peek() != nil { throw scanner.problem("end of line expected") }
    }

    /// Reads the value of a member that is known by name; returns the place of one that is to be carried.
    private mutating func readValue(of key: String, _ scanner: inout JSONScanner) throws(InputError) -> Range<Int>? {
      do {
        switch key {
        case "id": id = try scanner.stringOrNull()
        case "text": text = try scanner.stringOrNull()
        case "title": title = try scanner.stringOrNull()
        case "published": published = try scanner.stringNumberOrNull()
        case "outlet": outlet = try scanner.stringOrNull()
        case "url": url = try scanner.stringOrNull()
        case "language": language = try scanner.stringOrNull()
        case "author":
          var reading = scanner
          author = (try? reading.stringOrNull()) ?? nil
          return try scanner.skipValue()
        default:
          let value = try scanner.skipValue()
          return ArticleLine.reserved.contains(key) ? nil : value
        }
        return nil
      } catch {
        guard error.code == .badField else { throw error }
        throw InputError(.badField, "\"\(key)\" is \(error.message)")
      }
    }

    /// The id where it is one that an article can have.
    var soundID: String? { id.flatMap { ArticleLine.fault(ofID: $0) == nil ? $0 : nil } }

    func article(hasLoneSurrogates: Bool) throws(InputError) -> Article {
      guard let id else { throw InputError(.missingField, "\"id\" is missing") }
      if let fault = ArticleLine.fault(ofID: id) { throw InputError(.badField, "\"id\" \(fault)") }
      guard let text else { throw InputError(.missingField, "\"text\" is missing") }
      var article = Article(
        id: id, title: title == "" ? nil : title, text: text, published: published, outlet: outlet, url: url,
        language: language, author: author)
      article.carried = carried
      if hasLoneSurrogates { article.remarks.append("lone surrogates in JSON escapes were read as U+FFFD") }
      return article
    }
  }
}
