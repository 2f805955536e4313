/// Reads the articles of a message: its body, the documents attached to it, and messages that it forwards.
struct MailReader {
  /// Messages in messages are read so deep.
  private static let depthLimit = 4
  private static let unitLimit = 200

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var units: [MailUnit] = []
  /// Whether something was left out by the limits.
  private(set) var isCut = false

  /// - Parameter id: the id where the message has none.
  init(_ bytes: UnsafeBufferPointer<UInt8>, id: String, context: InputContext?) throws(InputError) {
    self.bytes = bytes
    let message = MailMessage(bytes, 0..<bytes.count)
    guard !message.header.isEmpty else {
      throw InputError(.unreadable, "no message: it has no fields such as From and Date at its beginning", id: id)
    }
    read(message, id: Self.id(message) ?? id, context, depth: 0)
    guard !units.isEmpty else { throw InputError(.empty, "a message without text", id: id) }
  }

  private static func id(_ message: MailMessage) -> String? {
    guard let raw = message.header.raw("message-id") else { return nil }
    let id = String(decoding: raw, as: UTF8.self).filter { !"<>".contains($0) && !$0.isWhitespace }
    return id.isEmpty || id.utf8.count > 1000 || !id.unicodeScalars.allSatisfy { $0.value > 0x20 } ? nil : id
  }

  private mutating func read(_ message: MailMessage, id: String, _ outer: InputContext?, depth: Int) {
    if message.isCut { isCut = true }
    let charset = message.parts.lazy.compactMap(\.charset).first
    let context = Self.context(message.header, charset: charset, outer)
    let texts = message.parts.filter { !$0.isAttached && ($0.type == "text/plain" || $0.type == "text/html") }
    if let first = texts.first(where: { !isBlank($0) }) {
      let all =
        first.alternative == nil ? [first] : texts.filter { $0.alternative == first.alternative && !isBlank($0) }
      add(MailUnit(id: id, bodies: all.prefix(4).map(body), context: context, isBody: true))
    }
    for (number, part) in message.parts.enumerated() where part.isAttached {
      guard let format = Self.format(part, bytes) else { continue }
      let unit = MailUnit(
        id: "\(id)/\(part.fileName ?? "\(number + 1)")",
        bodies: [MailUnit.Body(format: format, bytes: part.decoded(bytes), charset: part.charset)], context: context,
        isBody: false)
      add(unit)
    }
    for (number, range) in message.messages.enumerated() {
      guard depth < Self.depthLimit else {
        isCut = true
        break
      }
      let inner = MailMessage(bytes, range)
      guard !inner.header.isEmpty else { continue }
      read(inner, id: Self.id(inner) ?? "\(id)/\(number + 1)", outer, depth: depth + 1)
    }
  }

  private mutating func add(_ unit: MailUnit) {
    guard units.count < Self.unitLimit else {
      isCut = true
      return
    }
    units.append(unit)
  }

  private func isBlank(_ part: MailPart) -> Bool { bytes[part.body].allSatisfy { $0 <= 0x20 } }

  private func body(_ part: MailPart) -> MailUnit.Body {
    let type = part.header.parameters("content-type")
    return MailUnit.Body(
      format: part.type == "text/html" ? .html : .text, bytes: part.decoded(bytes), charset: part.charset,
      isFlowed: type?["format"]?.lowercased() == "flowed", deletesSpace: type?["delsp"]?.lowercased() == "yes")
  }

  /// The format of an attached file that articles are read from; nil for pictures and all else.
  private static func format(_ part: MailPart, _ bytes: UnsafeBufferPointer<UInt8>) -> InputFormat? {
    switch part.fileName.flatMap(InputFormat.init(path:)) {
    case .text: return .text
    case .html: return .html
    case .docx: return .docx
    case .odt: return .odt
    case .rtf: return .rtf
    case .pdf: return .pdf
    default: break
    }
    switch part.type {
    case "application/pdf": return .pdf
    case "application/rtf", "text/rtf": return .rtf
    case "application/vnd.openxmlformats-officedocument.wordprocessingml.document": return .docx
    case "application/vnd.oasis.opendocument.text": return .odt
    default: return nil
    }
  }

  // MARK: What the head tells

  private static func context(_ header: MailHeader, charset: String?, _ outer: InputContext?) -> InputContext {
    let date = header.text("date")
    return InputContext(
      origin: "mail", title: header.text("subject", charset: charset),
      published: date.map { PublicationDate.read($0) { _ in nil } ?? $0 }, outlet: outlet(header, charset),
      language: header.text("content-language").map { String($0.prefix { $0 != "," }) }, line: outer?.line)
  }

  /// The name of the list that sent the message, or of its sender; the host of his address where he gives none.
  private static func outlet(_ header: MailHeader, _ charset: String?) -> String? {
    if let list = header.text("list-id", charset: charset), let open = list.firstIndex(of: "<") {
      let name = name(list[..<open])
      if !name.isEmpty { return name }
    }
    guard let from = header.text("from", charset: charset) else { return nil }
    guard let open = from.lastIndex(of: "<") else {
      let host = from.split(separator: "@").last.map { String($0.prefix { $0 != " " && $0 != "," }) }
      return from.contains("@") ? host : from
    }
    let name = name(from[..<open])
    if !name.isEmpty, !name.contains("@") { return name }
    let address = from[open...].dropFirst().prefix { $0 != ">" }
    return address.split(separator: "@").last.map(String.init)
  }

  private static func name(_ text: Substring) -> String {
    let plain = text.filter { $0 != "\"" && $0 != "\\" }.drop(while: \.isWhitespace)
    guard let last = plain.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(plain[...last])
  }
}
