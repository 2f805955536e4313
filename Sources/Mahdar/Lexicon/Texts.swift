/// Texts packed into one array: thousands of names that take no allocation each; a string is made when it is asked for.
struct Texts: Sendable {
  private var utf8: [UInt8] = []
  private var ends: [Int32] = []

  var count: Int { ends.count }

  subscript(index: Int) -> String {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return String(decoding: utf8[start..<Int(ends[index])], as: UTF8.self)
  }

  mutating func append(_ text: String) {
    utf8.append(contentsOf: text.utf8)
    ends.append(Int32(utf8.count))
  }

  mutating func transfer(_ image: inout LexiconImage) {
    image.transfer(&utf8)
    image.transfer(&ends)
  }
}
