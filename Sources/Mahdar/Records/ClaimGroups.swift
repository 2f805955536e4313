/// Disjoint groups of claims, by their places.
struct ClaimGroups {
  /// How many claims of a group speak for it.
  static let sampleSize = 64

  private let claims: [ClaimFeatures]
  private var parent: [Int]
  private var lists: [[Int]]
  /// Of each group the claims with the smallest numbers, in their order.
  private var samples: [[Int]]
  /// The articles of each group.
  private var articles: [Set<UInt64>]

  init(_ claims: [ClaimFeatures]) {
    self.claims = claims
    parent = Array(claims.indices)
    lists = parent.map { [$0] }
    samples = lists
    articles = claims.map { [$0.article] }
  }

  func root(_ claim: Int) -> Int { parent[claim] }
  func count(_ claim: Int) -> Int { lists[parent[claim]].count }
  func sample(_ claim: Int) -> [Int] { samples[parent[claim]] }
  var all: [[Int]] { lists.filter { !$0.isEmpty } }

  func haveNoArticleInCommon(_ a: Int, _ b: Int) -> Bool {
    let (few, many) = count(a) <= count(b) ? (parent[a], parent[b]) : (parent[b], parent[a])
    return articles[few].allSatisfy { !articles[many].contains($0) }
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (large, small) = count(a) >= count(b) ? (parent[a], parent[b]) : (parent[b], parent[a])
    for index in lists[small] { parent[index] = large }
    lists[large] += lists[small]
    articles[large].formUnion(articles[small])
    samples[large] = Array(
      (samples[large] + samples[small]).sorted { claims[$0].number < claims[$1].number }.prefix(Self.sampleSize))
    lists[small] = []
    samples[small] = []
    articles[small] = []
  }

  func holds(_ article: UInt64, _ claim: Int) -> Bool { articles[parent[claim]].contains(article) }

  /// Adds a claim that stands alone to the group of one that leads it; it doesn't speak for the group.
  mutating func add(_ follower: Int, to leader: Int) {
    let root = parent[leader]
    parent[follower] = root
    lists[root].append(follower)
    lists[follower] = []
    articles[root].insert(claims[follower].article)
  }
}
