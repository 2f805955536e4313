extension Charset {
  /// Hands `bytes` on as they are when they are sound UTF-8; else what they decode to, with the charset it was.
  static func withUTF8<Value>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, Charset?) -> Value
  ) -> Value {
    let unmarked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes
    if (try? UTF8Span(validating: unmarked.span)) != nil { return body(unmarked, nil) }
    let charset = Charset(detecting: bytes)
    var text = charset.decode(bytes)
    return text.withUTF8 { body($0, charset) }
  }

  /// What is told of an article that was no sound UTF-8.
  var remark: String { self == .utf8 ? "what is no UTF-8 was read as U+FFFD" : "read as \(rawValue)" }

  /// What is told of an article that was decoded from `bytes`; nil where they were sound UTF-8.
  func remark(on bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if self == .utf8, (try? UTF8Span(validating: bytes.span)) != nil { return nil }
    return remark
  }
}
