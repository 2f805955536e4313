import MahdarReaders

/// The head of an answer, line by line.
struct AnswerHead {
  private var fields: [String: String] = [:]
  private(set) var size = 0

  /// Takes a line; a line of status begins a new head, for there may be several (`100 Continue`).
  mutating func add(_ line: UnsafeRawBufferPointer) {
    size += line.count
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") { fields = [:] }
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = text[..<colon].lowercased()
    let value = Self.trimmed(text[text.utf8.index(after: colon)...])
    fields[name] = fields[name].map { $0 + ", " + value } ?? value
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let last = text.utf8.last, last <= 0x20 { text = text.dropLast() }
    return String(text.drop { $0 == " " || $0 == "\t" })
  }

  subscript(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// A mark of a version that can be sent back: of one line and no greater length than those in use.
  func mark(_ name: String) -> String? {
    self[name].flatMap { $0.utf8.count <= 1024 && $0.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? $0 : nil }
  }

  var type: String? {
    let type = self["content-type"]?.prefix { $0 != ";" && $0 != "," }
    return type.map { Self.trimmed($0).lowercased() }
  }

  var charset: String? {
    guard let type = self["content-type"], let name = type.lowercased().range(of: "charset=") else { return nil }
    let value = type[name.upperBound...].drop { $0 == "\"" || $0 == "'" }.prefix { !"\"'; ,".contains($0) }
    return value.isEmpty ? nil : String(value)
  }

  /// For how many seconds the answer may be kept, less those that it was kept on the way.
  var maxAge: Int? {
    let parts = (self["cache-control"] ?? "").lowercased().split(separator: ",").map { Self.trimmed($0) }
    guard !parts.contains("no-cache"), !parts.contains("no-store") else { return nil }
    for part in parts where part.hasPrefix("max-age=") {
      guard let age = Int(part.dropFirst(8)), age >= 0 else { continue }
      return max(0, age - max(0, self["age"].flatMap { Int($0) } ?? 0))
    }
    return nil
  }

  /// After how many seconds the server wants to be asked again.
  func retryAfter(now: Int) -> Int? {
    guard let value = self["retry-after"] else { return nil }
    if let seconds = Int(value) { return seconds >= 0 ? seconds : nil }
    return HTTPDate.seconds(value).map { max(0, $0 - now) }
  }
}
