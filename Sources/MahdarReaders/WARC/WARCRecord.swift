/// The head of a record of a crawl.
struct WARCRecord {
  enum Kind { case response, resource, conversion, revisit, other }

  let kind: Kind
  let fields: HeaderFields
  /// The bytes of its block, as it tells; nil where it tells none that can be.
  let length: Int?

  /// Nil where `bytes` do not hold a whole head.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let fields = HeaderFields(bytes) else { return nil }
    self.fields = fields
    length = fields["content-length"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    kind =
      switch fields["warc-type"]?.lowercased() {
      case "response": .response
      case "resource": .resource
      case "conversion": .conversion
      case "revisit": .revisit
      default: .other
      }
  }

  /// The address of the page; in WARC 1.0 it may stand in angle brackets.
  var url: String? {
    guard let uri = fields["warc-target-uri"] else { return nil }
    let bare = uri.hasPrefix("<") && uri.hasSuffix(">") ? String(uri.dropFirst().dropLast()) : uri
    return bare.isEmpty || bare.utf8.count > Limits.id ? nil : bare
  }
}
