/// Language data as one run of bytes, read back in a hundredth of the time that its tables take.
///
/// One call serves both ways, so that what is read can't differ from what was written:
///
///     mutating func transfer(_ image: inout LexiconImage) {
///       image.transfer(&keys)
///       image.transfer(&count)
///     }
///
/// - Shape: plain values as they lie in memory, arrays behind their count, a digest of all at the end. So an image is sound only
///   for the very program that wrote it; whoever keeps one must see to that.
/// - Errors: what is not as it was written sets `isDamaged`.
struct LexiconImage {
  /// Fills a buffer with the image's next bytes; false when they can't be had.
  typealias Source = (UnsafeMutableRawBufferPointer) -> Bool

  /// What was written.
  private(set) var bytes: [UInt8] = []
  private let source: Source?
  /// The bytes that are still to be read.
  private var left: Int
  private var digest = ByteDigest()
  private(set) var isDamaged = false

  /// An image to write to.
  init() {
    source = nil
    left = 0
  }

  /// An image of `count` bytes to read.
  init(_ count: Int, source: @escaping Source) {
    self.source = source
    left = count
  }

  /// Ends the image with its digest, or finds out whether it has the right one.
  mutating func finish() {
    let value = digest.value
    var kept = value
    transfer(&kept)
    if kept != value || left != 0 { isDamaged = true }
  }

  mutating func transfer<Value: BitwiseCopyable>(_ value: inout Value) {
    var changed = value
    withUnsafeMutableBytes(of: &changed) { transfer($0) }
    if source != nil, !isDamaged { value = changed }
  }

  mutating func transfer<Value: BitwiseCopyable>(_ values: inout [Value]) {
    var count = values.count
    transfer(&count)
    guard source != nil else { return values.withUnsafeMutableBytes { transfer($0) } }
    guard !isDamaged, count >= 0, count <= left / max(1, MemoryLayout<Value>.stride) else {
      isDamaged = true
      return
    }
    values = Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      transfer(UnsafeMutableRawBufferPointer(rebasing: bytes[..<(count * MemoryLayout<Value>.stride)]))
      initialized = isDamaged ? 0 : count
    }
  }

  private mutating func transfer(_ run: UnsafeMutableRawBufferPointer) {
    if isDamaged { return }
    if let source {
      left -= run.count
      isDamaged = left < 0 || !source(run)
    } else {
      bytes.append(contentsOf: run)
    }
    if !isDamaged { digest.add(UnsafeRawBufferPointer(run)) }
  }

  mutating func transfer(_ text: inout String) {
    var utf8 = Array(text.utf8)
    transfer(&utf8)
    if source != nil { text = String(decoding: utf8, as: UTF8.self) }
  }

  mutating func transfer(_ texts: inout [String]) {
    var packed = Texts()
    for text in texts { packed.append(text) }
    packed.transfer(&self)
    if source != nil { texts = (0..<packed.count).map { packed[$0] } }
  }

  /// Few words by their folded letters.
  mutating func transfer(_ words: inout [[Letter]]) {
    var count = words.count
    transfer(&count)
    for index in 0..<max(0, count) {
      var word = index < words.count ? words[index] : []
      transfer(&word)
      if isDamaged { return }
      if source != nil { words.append(word) }
    }
  }

  mutating func transfer<Value: BitwiseCopyable>(_ values: inout [String: Value]) {
    var (keys, all): ([String], [Value]) = ([], [])
    for (key, value) in values.sorted(by: { $0.key < $1.key }) {
      keys.append(key)
      all.append(value)
    }
    transfer(&keys)
    transfer(&all)
    if source != nil { values = Dictionary(zip(keys, all)) { first, _ in first } }
  }
}
