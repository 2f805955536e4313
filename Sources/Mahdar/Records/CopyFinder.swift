/// Finds texts that are copies of one another.
public struct CopyFinder: Sendable {
  /// From this share of common shingles on, two texts are copies.
  public static let threshold = 0.5
  /// A text is compared with so many of those before it that share a band: among more, one that it is a copy of is met in
  /// another band.
  static let meetings = 16

  /// How often two texts were compared.
  public private(set) var comparisons = 0

  public init() {}

  /// The first of each text's copies, itself where it has none: `ids` in the order of `sketches`.
  public mutating func originals(_ ids: [String], _ sketches: [TextSketch]) -> [String: String] {
    var groups = DisjointSets(count: ids.count)
    func join(_ first: Int, _ second: Int) {
      ids[first] < ids[second] ? groups.join(first, second) : groups.join(second, first)
    }
    var bands: [UInt64: [Int32]] = [:]
    // The very same text is compared once.
    var texts: [[UInt32]: Int] = [:]
    // The text that each was last met by.
    var met = [Int](repeating: -1, count: ids.count)
    for (index, sketch) in sketches.enumerated() where !sketch.shingles.isEmpty {
      if let same = texts[sketch.shingles] {
        let (first, second) = (groups.root(same), groups.root(index))
        if first != second { join(first, second) }
        continue
      }
      texts[sketch.shingles] = index
      for band in sketch.bands {
        for other in bands[band] ?? [] where met[Int(other)] != index {
          met[Int(other)] = index
          let (first, second) = (groups.root(Int(other)), groups.root(index))
          // Copies of one text need not be compared with each other again.
          guard first != second else { continue }
          comparisons += 1
          if sketches[Int(other)].jaccard(sketch) >= Self.threshold { join(first, second) }
        }
        if (bands[band]?.count ?? 0) < Self.meetings { bands[band, default: []].append(Int32(index)) }
      }
    }
    return Dictionary(ids.indices.map { (ids[$0], ids[groups.root($0)]) }) { first, _ in first }
  }
}
