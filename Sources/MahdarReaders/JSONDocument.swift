/// Hands on the objects of a JSON document batch by batch: those of an array, of an array that is a member of the document's
/// one object, or those that stand one after the other.
///
/// The document is held whole, but what is made of it is not: each batch is a piece of work of its own.
struct JSONDocument {
  private let path: String
  /// Sound UTF-8.
  private let bytes: [UInt8]
  /// The charset that the document was written in, where it was no sound UTF-8.
  private let charset: Charset?
  private var position = 0
  /// The line ends before `position`.
  private var line = 1
  private var isArray = false
  private var isAtStart = true
  private var isAtEnd = false
  private var failure: InputError?
  private let given: FieldMapping?
  private var mapping: FieldMapping?
  /// The objects so far.
  private var count = 0
  /// Where the array ends that is a member.
  private var arrayEnd: Int?

  init(_ bytes: [UInt8], path: String, given: FieldMapping? = nil) {
    self.path = path
    self.given = given
    (self.bytes, charset) = bytes.withUnsafeBufferPointer { bytes in
      Charset.withUTF8(bytes) { (Array($0), $1) }
    }
  }

  /// The next objects; nil at the end.
  ///
  /// - Errors: `InputError` where the document is no JSON, after what stands before.
  mutating func next() throws(InputError) -> LineBatch? {
    var batch = LineBatch(source: path, bytes: [], lines: [], charset: charset)
    if !isAtEnd {
      let bytes = self.bytes
      bytes.withUnsafeBufferPointer { read($0, into: &batch) }
    }
    batch.mapping = mapping
    if !batch.lines.isEmpty { return batch }
    if let failure {
      self.failure = nil
      throw failure
    }
    return nil
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: inout LineBatch) {
    var scanner = JSONScanner(bytes, from: position)
    do throws(InputError) {
      if isAtStart {
        isAtStart = false
        let export = JSONExport.array(in: bytes)
        if let export { scanner = JSONScanner(bytes, from: export.lowerBound) }
        arrayEnd = export?.upperBound
        isArray = scanner.take("[")
        isAtEnd = isArray && scanner.take("]")
      }
      while !isAtEnd, batch.bytes.count < Limits.batch {
        scanner.skipSpace()
        advance(to: scanner.position, bytes)
        let start = batch.bytes.count
        let value = try scanner.skipValue()
        if count == 0 { adoptMapping(of: UnsafeBufferPointer(rebasing: bytes[value])) }
        count += 1
        batch.bytes.append(contentsOf: bytes[value])
        // What others wrote often stands all on one line.
        batch.lines.append(
          .init(bytes: start..<batch.bytes.count, number: mapping == nil ? line : count, isCut: false))
        isAtEnd = isArray ? !scanner.take(",") : scanner.peek() == nil
      }
      if isAtEnd, isArray {
        if !batch.lines.isEmpty { try scanner.expect("]") }
        if arrayEnd == nil, scanner.peek() != nil { throw scanner.problem("end of the document expected") }
      }
    } catch {
      isAtEnd = true
      failure = error
      advance(to: scanner.position, bytes)
      failure?.file = path
      failure?.line = line
    }
    advance(to: scanner.position, bytes)
  }

  private mutating func adoptMapping(of object: UnsafeBufferPointer<UInt8>) {
    mapping =
      MemberNames(of: object).map { FieldMapping(of: $0, given: given, isForeign: arrayEnd != nil) } ?? given
  }

  private mutating func advance(to end: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    line += bytes[position..<max(position, end)].count { $0 == 0x0A }
    position = max(position, end)
  }
}
