/// JSON as UTF-8 bytes, written member by member in the order of the calls.
///
/// Commas come by themselves; keys and brackets are the caller's, so the order of the members is fixed by the code that
/// writes them. Strings may hold any Unicode; only `"`, `\` and control characters are escaped.
///
///     var json = JSONBytes(); json.object { $0.member("a", 1) } // {"a":1}
package struct JSONBytes: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Ends a line of JSON Lines.
  package mutating func endLine() { bytes.append(0x0A) }

  package mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
  }

  package mutating func close(_ bracket: Unicode.Scalar) { bytes.append(UInt8(ascii: bracket)) }

  package mutating func object(_ members: (inout JSONBytes) -> Void) {
    open("{")
    members(&self)
    close("}")
  }

  package mutating func array<Row>(_ rows: some Sequence<Row>, _ each: (inout JSONBytes, Row) -> Void) {
    open("[")
    for row in rows { each(&self, row) }
    close("]")
  }

  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  package mutating func null() { ascii("null") }
  package mutating func value(_ flag: Bool) { ascii(flag ? "true" : "false") }

  package mutating func value(_ number: Int) {
    separate()
    digits(number)
  }

  /// A number from 0 to 1 with two decimals.
  package mutating func share(_ number: Double) {
    separate()
    let hundredths = Int((min(max(number, 0), 1) * 100).rounded())
    bytes.append(UInt8(ascii: "0") + UInt8(hundredths / 100))
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(hundredths / 10 % 10))
    bytes.append(UInt8(ascii: "0") + UInt8(hundredths % 10))
  }

  package mutating func value(_ text: String) {
    var text = text
    text.withUTF8 { value(utf8: $0) }
  }

  package mutating func value(_ text: String?) {
    if let text { value(text) } else { null() }
  }

  /// A string from its UTF-8 bytes.
  package mutating func value(utf8 text: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(0x22)
    var start = 0
    for index in 0..<text.count {
      let byte = text[index]
      if byte >= 0x20 && byte != 0x22 && byte != 0x5C { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      escape(byte)
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    bytes.append(0x22)
  }

  /// Members or values that are JSON already.
  package mutating func raw(_ json: some Collection<UInt8>) {
    guard !json.isEmpty else { return }
    separate()
    bytes.append(contentsOf: json)
  }

  private mutating func ascii(_ word: StaticString) {
    separate()
    bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  private mutating func digits(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      let hex: StaticString = "0123456789abcdef"
      bytes.append(contentsOf: [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")])
      bytes.append(hex.utf8Start[Int(byte >> 4)])
      bytes.append(hex.utf8Start[Int(byte & 15)])
    }
  }

  /// A comma, unless a bracket, a colon or a line's start stands before.
  private mutating func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), 0x0A: return
    default: bytes.append(UInt8(ascii: ","))
    }
  }
}
