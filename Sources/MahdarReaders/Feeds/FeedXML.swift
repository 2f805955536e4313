/// The text of an XML document as libxml2 can read it, whatever is wrong with it: what stands before its first tag, its document
/// type with the entities that it declares, and control characters are left out; an `&` that begins no reference stands for itself.
struct FeedXML {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var text: [UInt8] = []
  private var position = 0

  /// - Parameter bytes: UTF-8.
  static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var xml = FeedXML(bytes: bytes)
    xml.read()
    return xml.text
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    text.reserveCapacity(bytes.count + 64)
  }

  private mutating func read() {
    position = bytes.firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    var isInData = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
        position += 1
      } else if isInData {
        isInData = !starts(with: "]]>")
        append()
      } else if byte == UInt8(ascii: "&") {
        readReference()
      } else if byte != UInt8(ascii: "<") {
        append()
      } else if starts(with: "<![CDATA[") {
        isInData = true
        append()
      } else if starts(with: "<!DOCTYPE") || starts(with: "<!doctype") {
        skipDocumentType()
      } else {
        append()
      }
    }
    if isInData { text.append(contentsOf: "]]>".utf8) }
  }

  private mutating func append() {
    text.append(bytes[position])
    position += 1
  }

  private func starts(with word: StaticString) -> Bool {
    guard bytes.count - position >= word.utf8CodeUnitCount else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { bytes[position + $0] == word.utf8Start[$0] }
  }

  private mutating func skipDocumentType() {
    var depth = 0
    var quote: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case 0x22, 0x27: quote = byte
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return
      default: break
      }
    }
  }

  private mutating func readReference() {
    let name = bytes[(position + 1)...].prefix(12)
    guard let end = name.firstIndex(of: UInt8(ascii: ";")), isKnown(UnsafeBufferPointer(rebasing: name[..<end])) else {
      text.append(contentsOf: "&amp;".utf8)
      position += 1
      return
    }
    text.append(contentsOf: bytes[position...end])
    position = end + 1
  }

  private func isKnown(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    if name.first == UInt8(ascii: "#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
      let number = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
      guard let scalar = UInt32(number, radix: isHexadecimal ? 16 : 10), Unicode.Scalar(scalar) != nil else {
        return false
      }
      return scalar >= 0x20 && scalar != 0xFFFE && scalar != 0xFFFF || [0x09, 0x0A, 0x0D].contains(scalar)
    }
    return ["amp", "lt", "gt", "quot", "apos"].contains(String(decoding: name, as: UTF8.self))
      || HTMLEntity.isKnown(name)
  }
}
