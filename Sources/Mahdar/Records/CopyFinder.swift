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
    var pairs: [Pair] = []
    forEachMeeting(sketches) { a, b in
      let jaccard = sketches[a].jaccard(sketches[b])
      if jaccard >= Self.threshold { pairs.append(Pair(a: a, b: b, jaccard: jaccard)) }
    }
    return pairs
  }

  /// The pairs that share a band, each once, in order of the later one.
  private func forEachMeeting(_ sketches: [TextSketch], _ body: (_ a: Int, _ b: Int) -> Void) {
    var meetings: [UInt64: [Int32]] = [:]
    meetings.reserveCapacity(sketches.count * TextSketch.bandCount)
    for (index, sketch) in sketches.enumerated() {
      var candidates: [Int32] = []
      for band in sketch.bands {
        if let others = meetings[band] { candidates += others }
        meetings[band, default: []].append(Int32(index))
      }
      candidates.sort()
      var last: Int32 = -1
      for other in candidates where other != last {
        last = other
        body(Int(other), index)
      }
    }
  }

  /// The first of each text's copies, itself where it has none: `ids` in the order of `sketches`.
  public func originals(_ ids: [String], _ sketches: [TextSketch]) -> [String: String] {
    var parent = Array(ids.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index { index = parent[index] }
      return index
    }
    forEachMeeting(sketches) { a, b in
      let (first, second) = (root(a), root(b))
      // Copies of one text need not be compared with each other again.
      guard first != second, sketches[a].jaccard(sketches[b]) >= Self.threshold else { return }
      parent[ids[first] < ids[second] ? second : first] = ids[first] < ids[second] ? first : second
    }
    return Dictionary(ids.indices.map { (ids[$0], ids[root($0)]) }) { first, _ in first }
  }
}
