extension MarkupTree {
  /// The tree of a document's part, whatever its charset.
  init(part bytes: [UInt8]) throws(InputError) {
    let text = bytes.withUnsafeBufferPointer { bytes in
      Array(Charset(detecting: bytes, declared: [Charset.label(inPage: bytes)]).decode(bytes).utf8)
    }
    self = try text.withUnsafeBufferPointer { bytes throws(InputError) in try MarkupTree(bytes, as: .xml) }
  }

  /// The name of an element less its prefix; empty for a text.
  func localName(of node: Int) -> Substring {
    guard let name = name(of: node) else { return "" }
    return name.utf8.lastIndex(of: UInt8(ascii: ":")).map { name[name.utf8.index(after: $0)...] } ?? name[...]
  }

  /// An attribute by its name less its prefix.
  func localAttribute(_ wanted: String, of node: Int) -> String? {
    guard !nodes[node].isText else { return nil }
    for attribute in attributes[Int(nodes[node].content.lowerBound)..<Int(nodes[node].content.upperBound)] {
      let name = names[Int(attribute.name)]
      guard name == wanted || name.hasSuffix(":" + wanted) else { continue }
      return String(decoding: bytes[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)], as: UTF8.self)
    }
    return nil
  }

  /// The text of the first element of a name less its prefix; nil where there is none or it is blank.
  func text(ofFirst name: String) -> String? {
    guard let node = nodes.indices.first(where: { localName(of: $0) == name }) else { return nil }
    let text = text(of: node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}
