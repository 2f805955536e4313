/// How an input is written.
public enum InputFormat: String, CaseIterable, Sendable {
  case text, html, jsonl, json, csv, warc

  /// Whether its files are archives themselves, which are not to be unpacked before they are read.
  var isPacked: Bool {
    switch self {
    case .text, .html, .jsonl, .json, .csv, .warc: false
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
    case "csv", "tsv": self = .csv
    case "warc", "wet": self = .warc
    default: return nil
    }
  }

  /// The format that the first bytes speak for.
  init(sniffing bytes: [UInt8]) {
    let text = bytes.withUnsafeBufferPointer { Charset(detecting: $0).decode($0) }
    let start = text.utf8.drop { $0 <= 0x20 }
    switch start.first {
    case UInt8(ascii: "{"): self = .jsonl
    case UInt8(ascii: "<"):
      let next = start.dropFirst().first ?? 0
      let isTag = next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A)
      self = isTag ? .html : .text
    default: self = .text
    }
  }
}
