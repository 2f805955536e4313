/// How an input is written.
public enum InputFormat: String, CaseIterable, Sendable {
  case text, html, jsonl, json, csv, warc, docx, odt, rtf, pdf, eml, mbox
  /// RSS, Atom, RDF or JSON Feed: each item is an article.
  case feed

  /// How many first bytes tell the format.
  static let sniffed = 4096

  /// Whether its files are archives themselves, which are not to be unpacked before they are read.
  var isPacked: Bool { self == .docx || self == .odt }

  /// Whether each of its files is one article.
  var isOneArticle: Bool {
    switch self {
    case .text, .html, .docx, .odt, .rtf, .pdf: true
    case .jsonl, .json, .csv, .warc, .eml, .mbox, .feed: false
    }
  }

  /// The format that a file's name tells.
  init?(path: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch path[path.utf8.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "html", "htm", "xhtml", "shtml": self = .html
    case "jsonl", "ndjson", "jsonlines": self = .jsonl
    case "json": self = .json
    case "rss", "atom", "rdf": self = .feed
    case "csv", "tsv": self = .csv
    case "warc", "wet": self = .warc
    case "docx", "docm", "dotx": self = .docx
    case "odt", "ott": self = .odt
    case "rtf": self = .rtf
    case "pdf": self = .pdf
    case "eml": self = .eml
    case "mbox", "mbx": self = .mbox
    default: return nil
    }
  }

  /// The format that a media type names, in small letters and without parameters; nil where it leaves that open.
  init?(contentType: String) {
    switch contentType {
    case "text/html", "application/xhtml+xml": self = .html
    case "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json": self = .feed
    case "application/json": self = .json
    case "application/x-ndjson", "application/jsonl", "application/x-jsonlines": self = .jsonl
    case "text/csv", "text/tab-separated-values": self = .csv
    case "application/warc": self = .warc
    case "text/plain": self = .text
    case "application/pdf": self = .pdf
    case "application/rtf", "text/rtf": self = .rtf
    case "application/vnd.openxmlformats-officedocument.wordprocessingml.document": self = .docx
    case "application/vnd.oasis.opendocument.text": self = .odt
    case "message/rfc822": self = .eml
    case "application/mbox": self = .mbox
    default: return nil
    }
  }

  /// The format that the first bytes speak for.
  init(sniffing bytes: [UInt8]) {
    if let document = Self.document(bytes) {
      self = document
      return
    }
    let text = bytes.withUnsafeBufferPointer { Charset(detecting: $0).decode($0) }
    let start = text.utf8.drop { $0 <= 0x20 }
    switch start.first {
    case UInt8(ascii: "{"): self = text.prefix(Self.sniffed).contains("://jsonfeed.org/version/") ? .feed : .jsonl
    case UInt8(ascii: "["): self = start.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "{") ? .json : .text
    case UInt8(ascii: "<") where Self.isFeed(start): self = .feed
    case UInt8(ascii: "<"):
      let next = start.dropFirst().first ?? 0
      let isTag = next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A)
      self = isTag ? .html : .text
    default: self = .text
    }
  }

  /// Whether the outermost element of an XML document is one of a feed, or of a list of feeds.
  private static func isFeed(_ text: Substring.UTF8View) -> Bool {
    var rest = text.prefix(sniffed)
    while rest.first == UInt8(ascii: "<") {
      rest = rest.dropFirst()
      switch rest.first {
      case UInt8(ascii: "?"): break
      case UInt8(ascii: "!"):
        if rest.starts(with: "!--".utf8) {
          while !rest.isEmpty, !rest.starts(with: "-->".utf8) { rest = rest.dropFirst() }
        }
      default:
        let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        let local = name.split(separator: UInt8(ascii: ":")).last ?? name
        return ["rss", "rdf", "feed", "opml", "channel"].contains(String(decoding: local, as: UTF8.self).lowercased())
      }
      rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst().drop { $0 <= 0x20 }
    }
    return false
  }

  /// The format of documents and mail, whose first bytes are of no other.
  static func document(_ bytes: [UInt8]) -> InputFormat? {
    if bytes.starts(with: "{\\rtf".utf8) { return .rtf }
    if PopplerText.isPDF(bytes.prefix(16)) { return .pdf }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return packedDocument(bytes) }
    if MailboxCutter.isFrom(bytes.prefix { $0 != 0x0A }) { return .mbox }
    return isMessage(bytes) ? .eml : nil
  }

  /// The format of a zip archive that is a document: OpenDocument names its kind first, DOCX holds `word/`.
  private static func packedDocument(_ bytes: [UInt8]) -> InputFormat? {
    let head = Array(bytes.prefix(sniffed))
    func holds(_ words: String) -> Bool { head.contains(Array(words.utf8)) }
    if holds("mimetypeapplication/vnd.oasis.opendocument.text") { return .odt }
    return holds("word/document.xml") || holds("[Content_Types].xml") && holds("word/") ? .docx : nil
  }

  /// Whether the bytes begin with two fields of mail.
  private static func isMessage(_ bytes: [UInt8]) -> Bool {
    let names: Set<String> = [
      "return-path", "received", "delivered-to", "from", "to", "subject", "date", "message-id", "mime-version",
      "reply-to",
      "list-id", "content-type", "dkim-signature", "x-original-to", "envelope-to", "sender",
    ]
    var count = 0
    for line in bytes.prefix(8192).split(separator: 0x0A).prefix(60) {
      if line.first == 0x20 || line.first == 0x09 { continue }
      guard let colon = line.prefix(80).firstIndex(of: UInt8(ascii: ":")) else { return false }
      let name = line[..<colon]
      guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
      if names.contains(String(decoding: name, as: UTF8.self).lowercased()) { count += 1 }
      if count == 2 { return true }
    }
    return false
  }
}
