/// Finds texts that are copies of one another.
///
/// - Shape: a function of the set of texts, whatever their order.
public struct CopyFinder: Sendable {
  /// Two texts that share half of their shingles or more.
  public struct Pair: Sendable, Hashable {
    public var a: Int
    public var b: Int
    public var jaccard: Double
  }

  /// From this share of common shingles on, two texts are copies.
  public static let threshold = 0.5

  public init() {}

  /// The pairs of copies, by place in `sketches`.
  public func pairs(_ sketches: [TextSketch]) -> [Pair] {
    var meetings: [UInt64: [Int32]] = [:]
    meetings.reserveCapacity(sketches.count * TextSketch.bandCount)
    var pairs: [Pair] = []
    for (index, sketch) in sketches.enumerated() {
      var candidates: Set<Int32> = []
      for band in sketch.bands {
        candidates.formUnion(meetings[band] ?? [])
        meetings[band, default: []].append(Int32(index))
      }
      for other in candidates.sorted() {
        let jaccard = sketch.jaccard(sketches[Int(other)])
        if jaccard >= Self.threshold { pairs.append(Pair(a: Int(other), b: index, jaccard: jaccard)) }
      }
    }
    return pairs
  }

  /// The first of each text's copies, itself where it has none: `ids` in the order of `sketches`.
  public func originals(_ ids: [String], _ sketches: [TextSketch]) -> [String: String] {
    var parent = Array(ids.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index { index = parent[index] }
      return index
    }
    for pair in pairs(sketches) {
      let (a, b) = (root(pair.a), root(pair.b))
      if a != b { parent[ids[a] < ids[b] ? b : a] = ids[a] < ids[b] ? a : b }
    }
    return Dictionary(ids.indices.map { (ids[$0], ids[root($0)]) }) { first, _ in first }
  }
}
