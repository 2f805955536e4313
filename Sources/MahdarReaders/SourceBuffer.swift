/// Bytes of a source that are looked at before they are taken.
final class SourceBuffer {
  private static let portion = 256 << 10

  private let source: any ByteSource
  /// Memory that is not cleared before it is read into.
  private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: portion * 2, alignment: 16)
  private var start = 0
  private var end = 0
  private(set) var isAtEnd = false

  init(_ source: any ByteSource) { self.source = source }

  deinit { memory.deallocate() }

  /// How many bytes are at hand.
  var count: Int { end - start }

  /// The bytes at hand.
  func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    body(UnsafeBufferPointer(UnsafeMutableRawBufferPointer(rebasing: memory[start..<end]).bindMemory(to: UInt8.self)))
  }

  /// Has more bytes at hand; false at the end.
  func fill() throws(InputError) -> Bool {
    if isAtEnd { return false }
    if memory.count - end < Self.portion { makeRoom() }
    let got = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: memory[end..<end + Self.portion]))
    end += got
    isAtEnd = got == 0
    return !isAtEnd
  }

  /// Has `count` bytes at hand; false where there are not so many.
  func fill(to count: Int) throws(InputError) -> Bool {
    while self.count < count { guard try fill() else { return false } }
    return true
  }

  /// Moves what is kept to the front, into twice the memory where it fills the half of it.
  private func makeRoom() {
    let kept = UnsafeRawBufferPointer(rebasing: memory[start..<end])
    if kept.count > memory.count / 2 {
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: memory.count * 2, alignment: 16)
      larger.copyMemory(from: kept)
      memory.deallocate()
      memory = larger
    } else {
      memory.copyMemory(from: kept)
    }
    (start, end) = (0, kept.count)
  }

  /// Takes bytes that are at hand.
  func take(_ count: Int) { start += min(max(count, 0), self.count) }

  func takeAll() { start = end }
}
