/// The members of JSON objects that are strings, wherever they stand.
enum JSONMembers {
  struct Member {
    /// The key under which the member's object stands; empty where it has none.
    var parent: String
    var key: String
    var value: String
  }

  /// The string members of a document in text order, up to its end or its first fault.
  static func strings(in json: UnsafeBufferPointer<UInt8>) -> [Member] {
    var scanner = JSONScanner(json)
    var members: [Member] = []
    try? read(&scanner, parent: "", depth: 0, into: &members)
    return members
  }

  private static func read(
    _ scanner: inout JSONScanner, parent: String, depth: Int, into members: inout [Member]
  ) throws(InputError) {
    guard depth < JSONScanner.depthLimit else { throw scanner.problem("values nested too deep") }
    if scanner.take("{") {
      if scanner.take("}") { return }
      repeat {
        let key = try scanner.string()
        try scanner.expect(":")
        if scanner.peek() == 0x22 {
          members.append(Member(parent: parent, key: key, value: try scanner.string()))
        } else {
          try read(&scanner, parent: key, depth: depth + 1, into: &members)
        }
      } while scanner.take(",")
      try scanner.expect("}")
    } else if scanner.take("[") {
      if scanner.take("]") { return }
      repeat { try read(&scanner, parent: parent, depth: depth + 1, into: &members) } while scanner.take(",")
      try scanner.expect("]")
    } else {
      _ = try scanner.skipValue()
    }
  }
}
