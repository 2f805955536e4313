/// Reads JSON Feed 1.0 and 1.1.
struct JSONFeed {
  let day: (String) -> String?

  /// - Errors: `InputError` where it is no JSON or no feed; what stands before a fault is lost with it.
  func feed(_ text: UnsafeBufferPointer<UInt8>) throws(InputError) -> Feed {
    var scanner = JSONScanner(text)
    var feed = Feed()
    var isFeed = false
    var language: String?
    try Self.members(&scanner) { key, scanner throws(InputError) in
      switch key {
      case "version": isFeed = try Self.string(&scanner)?.contains("jsonfeed.org") == true
      case "title": feed.title = try Self.string(&scanner).map(FeedHTML.line)
      case "home_page_url": feed.link = try Self.string(&scanner)
      case "language": language = try Self.string(&scanner)
      case "items":
        try Self.elements(&scanner) { scanner throws(InputError) in
          guard feed.items.count < FeedReader.itemLimit else {
            _ = try scanner.skipValue()
            return
          }
          feed.items.append(try item(&scanner))
        }
      default: _ = try scanner.skipValue()
      }
    }
    guard isFeed else { throw InputError(.unreadable, "no feed: JSON whose version is not that of JSON Feed") }
    feed.language = language
    return feed
  }

  private func item(_ scanner: inout JSONScanner) throws(InputError) -> FeedItem {
    var item = FeedItem()
    var text = FeedText()
    var published: String?
    var modified: String?
    try Self.members(&scanner) { key, scanner throws(InputError) in
      switch key {
      case "id": item.id = try Self.string(&scanner) ?? ""
      case "url": item.link = try Self.string(&scanner)
      case "title": item.title = try Self.string(&scanner).map(FeedHTML.line)
      case "content_html": text.content = try Self.string(&scanner).map(FeedHTML.text)
      case "content_text":
        let plain = try Self.string(&scanner)
        text.content = text.content ?? plain
      case "summary": text.summary = try Self.string(&scanner).map(FeedHTML.text)
      case "date_published": published = try Self.string(&scanner)
      case "date_modified": modified = try Self.string(&scanner)
      case "language": item.language = try Self.string(&scanner)
      case "author": item.author = try Self.name(&scanner) ?? item.author
      case "authors":
        try Self.elements(&scanner) { scanner throws(InputError) in
          let name = try Self.name(&scanner)
          item.author = item.author ?? name
        }
      default: _ = try scanner.skipValue()
      }
    }
    item.published = (published ?? modified).map { PublicationDate.read($0, day: day) ?? $0 }
    if let link = item.link { item.link = WebAddress(link).isOfTheWeb ? WebAddress(link).text : nil }
    text.fill(&item)
    return item
  }

  /// The name of an author.
  private static func name(_ scanner: inout JSONScanner) throws(InputError) -> String? {
    var name: String?
    try members(&scanner) { key, scanner throws(InputError) in
      if key == "name" { name = try string(&scanner) } else { _ = try scanner.skipValue() }
    }
    return name
  }

  /// A string, or a number as it is written; nil for any other value.
  private static func string(_ scanner: inout JSONScanner) throws(InputError) -> String? {
    switch scanner.peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "n"), 0x30?, 0x31?, 0x32?, 0x33?, 0x34?, 0x35?, 0x36?,
      0x37?,
      0x38?, 0x39?:
      return try scanner.stringNumberOrNull()
    default:
      _ = try scanner.skipValue()
      return nil
    }
  }

  /// Calls `body` with each member's key, its value being next; passes over what is no object.
  private static func members(
    _ scanner: inout JSONScanner, _ body: (String, inout JSONScanner) throws(InputError) -> Void
  ) throws(InputError) {
    guard scanner.take("{") else {
      _ = try scanner.skipValue()
      return
    }
    if scanner.take("}") { return }
    repeat {
      let key = try scanner.string()
      try scanner.expect(":")
      try body(key, &scanner)
    } while scanner.take(",")
    try scanner.expect("}")
  }

  private static func elements(
    _ scanner: inout JSONScanner, _ body: (inout JSONScanner) throws(InputError) -> Void
  ) throws(InputError) {
    guard scanner.take("[") else {
      _ = try scanner.skipValue()
      return
    }
    if scanner.take("]") { return }
    repeat { try body(&scanner) } while scanner.take(",")
    try scanner.expect("]")
  }
}
