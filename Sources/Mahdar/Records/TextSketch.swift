/// What is kept of a text to find its copies: its shingles of five folded words, and the bands by which like texts
/// meet.
///
/// Only the first 400 words count: agencies' copies are cut from their end, and what a site adds stands there.
///
///     TextSketch("أ ب ج د ه و").jaccard(TextSketch("أ ب ج د ه ز")) // 1/3
///
/// - Shape: `bands` is empty for a text of fewer than five words; two texts whose shingles agree by half or more share
///   a band in 99 of 100 cases.
/// - Source: one-permutation MinHash (Li, Owen, Zhang 2012), empty bins filled by rotation (Shrivastava, Li 2014).
public struct TextSketch: Sendable {
  /// The shingles' hashes, sorted, each once.
  public let shingles: [UInt32]
  /// One key a band: texts that share a key are worth comparing.
  public let bands: [UInt64]

  static let wordLimit = 400
  static let shingleSize = 5
  static let bandCount = 40
  static let rows = 3

  public init(_ text: String) {
    let words = Self.words(text)
    guard words.count >= Self.shingleSize else {
      shingles = []
      bands = []
      return
    }
    var hashes: [UInt64] = []
    hashes.reserveCapacity(words.count)
    for start in 0...words.count - Self.shingleSize {
      var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
      for word in words[start..<start + Self.shingleSize] {
        hash = (hash ^ word) &* 0xBF58_476D_1CE4_E5B9
        hash ^= hash >> 29
      }
      hashes.append((hash ^ hash >> 32) &* 0x94D0_49BB_1331_11EB)
    }
    bands = Self.bands(hashes)
    var sorted = hashes.map { UInt32(truncatingIfNeeded: $0 >> 32) }
    sorted.sort()
    var unique: [UInt32] = []
    unique.reserveCapacity(sorted.count)
    for hash in sorted where hash != unique.last { unique.append(hash) }
    shingles = unique
  }

  /// The hashes of the first words.
  private static func words(_ text: String) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(wordLimit)
    var hash: UInt64 = 0
    var length = 0
    var text = text
    // Words of the press have eleven bytes on the average, their space included.
    let letters = text.withUTF8 { FoldedText(UnsafeBufferPointer(rebasing: $0.prefix(wordLimit * 24))).letters }
    for letter in letters {
      if Letters.isArabic(letter) || Letters.isDigit(letter) || Letters.isLatin(letter) {
        hash = (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
        length += 1
      } else if length > 0 {
        words.append(hash ^ hash >> 31)
        if words.count == wordLimit { return words }
        hash = 0
        length = 0
      }
    }
    if length > 0 { words.append(hash ^ hash >> 31) }
    return words
  }

  private static func bands(_ hashes: [UInt64]) -> [UInt64] {
    let count = bandCount * rows
    var bins = [UInt64](repeating: .max, count: count)
    for hash in hashes {
      let bin = Int(((hash >> 32) * UInt64(count)) >> 32)
      let value = hash & 0xFFFF_FFFF
      if value < bins[bin] { bins[bin] = value }
    }
    // An empty bin takes the value of the next filled one, marked by the distance.
    let filled = bins
    for bin in 0..<count where filled[bin] == .max {
      var step = 1
      while filled[(bin + step) % count] == .max { step += 1 }
      bins[bin] = filled[(bin + step) % count] &+ UInt64(step) << 33
    }
    return (0..<bandCount).map { band in
      var key = UInt64(band) &* 0x9E37_79B9_7F4A_7C15
      for row in 0..<rows {
        key = (key ^ bins[band * rows + row]) &* 0xBF58_476D_1CE4_E5B9
        key ^= key >> 31
      }
      return key
    }
  }

  /// The share of shingles that two texts have in common, of all that either has.
  public func jaccard(_ other: TextSketch) -> Double {
    var (i, j, shared) = (0, 0, 0)
    while i < shingles.count, j < other.shingles.count {
      let (a, b) = (shingles[i], other.shingles[j])
      if a == b { shared += 1 }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    let all = shingles.count + other.shingles.count - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }
}
