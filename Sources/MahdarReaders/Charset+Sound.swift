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
}
