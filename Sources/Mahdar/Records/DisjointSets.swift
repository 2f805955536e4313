/// Groups of numbered things that grow by being joined.
struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  /// What stands for the group of a thing.
  mutating func root(_ index: Int) -> Int {
    var index = index
    while parent[index] != index {
      parent[index] = parent[parent[index]]
      index = parent[index]
    }
    return index
  }

  /// Joins the groups of two roots; the first stands for both.
  mutating func join(_ first: Int, _ second: Int) { parent[second] = first }
}
