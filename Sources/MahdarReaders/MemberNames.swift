/// The names of an object's members, in its order, those of objects in it joined by dots.
struct MemberNames {
  private(set) var names: [String] = []

  /// Nil where `json` does not begin with an object.
  init?(of json: UnsafeBufferPointer<UInt8>) {
    var scanner = JSONScanner(json)
    do throws(InputError) {
      try read(&scanner, json, prefix: "", depth: 0)
    } catch {
      return nil
    }
  }

  private mutating func read(
    _ scanner: inout JSONScanner, _ json: UnsafeBufferPointer<UInt8>, prefix: String, depth: Int
  ) throws(InputError) {
    try scanner.expect("{")
    if scanner.take("}") { return }
    repeat {
      guard names.count < Limits.columns else { throw InputError(.tooLong, "too many members") }
      let name = prefix + (try scanner.string())
      try scanner.expect(":")
      if depth < 2, scanner.peek() == UInt8(ascii: "{") {
        try read(&scanner, json, prefix: name + ".", depth: depth + 1)
      } else {
        names.append(name)
        _ = try scanner.skipValue()
      }
    } while scanner.take(",")
    try scanner.expect("}")
  }
}
