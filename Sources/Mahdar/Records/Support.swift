/// How well a contact is told: by how many articles, which go back to how many roots.
public struct Support: Sendable, Hashable {
  /// A claim that supports it.
  public struct Witness: Sendable {
    public var claim: ClaimFeatures
    /// The first of the copies of its article's text, or the article.
    public var text: String
    public var said: SayingOrder

    public init(_ claim: ClaimFeatures, text: String, said: SayingOrder) {
      self.claim = claim
      self.text = text
      self.said = said
    }
  }

  public var articles: Int
  public var roots: Int
  /// How many of the roots are of each kind, in the order of the kinds.
  var counts: [Int]

  init(articles: Int, roots: [SourceRoot]) {
    self.articles = articles
    self.roots = roots.count
    counts = Self.counts(roots.map(\.kind))
  }

  /// Counts what `SourceRoot.all` tells at length, by numbers alone.
  public init(_ witnesses: [Witness]) {
    articles = Set(witnesses.map(\.claim.article)).count
    let graph = RootGraph(
      witnesses.sorted { $0.said < $1.said }.map { .init(roots: $0.claim.roots, text: $0.text) })
    var kinds: [UInt64: SourceRoot.Kind] = [:]
    for node in graph.nodes.joined() where kinds[node.number] == nil { kinds[node.number] = node.kind }
    roots = kinds.count
    counts = Self.counts(Array(kinds.values))
  }

  private static func counts(_ kinds: [SourceRoot.Kind]) -> [Int] {
    SourceRoot.Kind.allCases.map { kind in kinds.count { $0 == kind } }
  }

  /// The kinds of its roots that there are, with how many are of each.
  public var kinds: [(kind: SourceRoot.Kind, count: Int)] {
    zip(SourceRoot.Kind.allCases, counts).filter { $1 > 0 }.map { ($0, $1) }
  }
}
