/// A piece of a page, by the places of its bytes.
enum HTMLToken {
  case text(Range<Int>)
  /// The text of an element whose content holds no tags: script, style, title, textarea ….
  case rawText(Range<Int>)
  case start(name: Range<Int>, attributes: Range<Int>)
  case end(name: Range<Int>)
}

/// Cuts a page into tags and text; comments, doctypes and processing instructions are passed over.
///
/// - Errors: none; any bytes are some page. A tag left open at the end is text.
struct HTMLTokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// The name of the element whose raw text comes next.
  private var raw: Range<Int>?

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> HTMLToken? {
    if let name = raw {
      raw = nil
      if let text = rawText(until: name) { return .rawText(text) }
    }
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "<") { return .text(takeText()) }
      guard position + 1 < bytes.count else { return .text(takeText()) }
      let next = bytes[position + 1]
      if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        skipMarkup()
      } else if next == UInt8(ascii: "/") {
        if position + 2 < bytes.count, Self.isLetter(bytes[position + 2]) { return endTag() }
        skip(past: UInt8(ascii: ">"))
      } else if Self.isLetter(next) {
        return startTag()
      } else {
        return .text(takeText())
      }
    }
    return nil
  }

  private mutating func takeText() -> Range<Int> {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    return start..<position
  }

  private mutating func startTag() -> HTMLToken {
    let name = tagName(at: position + 1)
    position = name.upperBound
    var quote: UInt8 = 0
    var isValue = false
    while position < bytes.count {
      let byte = bytes[position]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == UInt8(ascii: "=") {
        isValue = true
      } else if byte == 0x22 || byte == 0x27 {
        if isValue { quote = byte }
        isValue = false
      } else if byte > 0x20 {
        isValue = false
      }
      position += 1
    }
    let attributes = name.upperBound..<position
    position = min(position + 1, bytes.count)
    if Self.holdsRawText(HTMLElement(bytes[name])) { raw = name }
    return .start(name: name, attributes: attributes)
  }

  private mutating func endTag() -> HTMLToken {
    let name = tagName(at: position + 2)
    position = name.upperBound
    skip(past: UInt8(ascii: ">"))
    return .end(name: name)
  }

  private func tagName(at start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "/") {
      end += 1
    }
    return start..<end
  }

  /// The bytes up to the end tag of `name`, or to the end of the page.
  private mutating func rawText(until name: Range<Int>) -> Range<Int>? {
    let start = position
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"), position + 2 + name.count <= bytes.count,
        bytes[position + 1] == UInt8(ascii: "/"),
        zip(bytes[(position + 2)...], bytes[name]).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
      {
        break
      }
      position += 1
    }
    return start < position ? start..<position : nil
  }

  /// Skips a comment, CDATA mark, doctype or processing instruction.
  private mutating func skipMarkup() {
    guard position + 3 < bytes.count, bytes[position + 2] == UInt8(ascii: "-"), bytes[position + 3] == UInt8(ascii: "-")
    else { return skip(past: UInt8(ascii: ">")) }
    position += 4
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: ">"), bytes[position - 1] == UInt8(ascii: "-"),
        bytes[position - 2] == UInt8(ascii: "-")
      {
        position += 1
        return
      }
      position += 1
    }
  }

  private mutating func skip(past byte: UInt8) {
    while position < bytes.count, bytes[position] != byte { position += 1 }
    position = min(position + 1, bytes.count)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  private static func holdsRawText(_ element: HTMLElement) -> Bool {
    switch element {
    case .script, .style, .title, .rawText: true
    default: false
    }
  }

  // MARK: Attributes

  /// The value of an attribute, decoded; nil when the tag has none of this name.
  func attribute(_ wanted: StaticString, in tag: Range<Int>) -> String? {
    var index = tag.lowerBound
    while index < tag.upperBound {
      while index < tag.upperBound, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "/") { index += 1 }
      let start = index
      while index < tag.upperBound, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "="),
        bytes[index] != UInt8(ascii: "/")
      {
        index += 1
      }
      let name = start..<index
      while index < tag.upperBound, bytes[index] <= 0x20 { index += 1 }
      var value = index..<index
      if index < tag.upperBound, bytes[index] == UInt8(ascii: "=") {
        index += 1
        value = attributeValue(&index, tag.upperBound)
      } else if index == start {
        index += 1
      }
      if name.count == wanted.utf8CodeUnitCount,
        zip(name, 0...).allSatisfy({ bytes[$0] | 0x20 == wanted.utf8Start[$1] | 0x20 })
      {
        return HTMLText.decode(UnsafeBufferPointer(rebasing: bytes[value]))
      }
    }
    return nil
  }

  private func attributeValue(_ index: inout Int, _ end: Int) -> Range<Int> {
    while index < end, bytes[index] <= 0x20 { index += 1 }
    guard index < end else { return index..<index }
    let quote = bytes[index]
    guard quote == 0x22 || quote == 0x27 else {
      let start = index
      while index < end, bytes[index] > 0x20 { index += 1 }
      return start..<index
    }
    index += 1
    let start = index
    while index < end, bytes[index] != quote { index += 1 }
    defer { index += 1 }
    return start..<index
  }
}
