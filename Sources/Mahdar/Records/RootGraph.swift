/// Who cites whom among the claims of one contact, in numbers.
///
/// Copies of one text have one voice: the outlet that told it first. Who cites an outlet whose own article stands among the
/// claims goes back to where that article does.
struct RootGraph {
  struct Witness {
    var roots: ClaimRoots
    /// The first of the copies of its article's text, or the article.
    var text: String
  }

  /// A root of a claim.
  struct Node: Hashable {
    var kind: SourceRoot.Kind
    /// The same for all claims that go back to it.
    var number: UInt64
    /// The claim that names it, and the source that it is there, by its place in `RecordClaim.by`.
    var claim: Int
    var source: Int?
  }

  /// The roots of each witness, none of them twice.
  private(set) var nodes: [[Node]] = []
  /// The witnesses that each cites, by the source's place in `RecordClaim.by`.
  private(set) var cited: [[(source: Int, claim: Int)]] = []
  /// The witness that told each one's text first; itself where it has no copies.
  private(set) var voices: [Int] = []

  /// - Parameter witnesses: in the order in which they were said.
  init(_ witnesses: [Witness]) {
    var first: [String: Int] = [:]
    var articles: [UInt64: Int] = [:]
    for (index, one) in witnesses.enumerated() {
      let voice = first[one.text] ?? index
      first[one.text] = voice
      voices.append(voice)
      let own = witnesses[voice].roots.outlet
      var (nodes, cited): ([Node], [(source: Int, claim: Int)]) = ([], [])
      for root in one.roots.all {
        if root.kind == .outlet, let key = root.key, key != own, let source = root.source, let other = articles[key] {
          cited.append((source, other))
          nodes += self.nodes[other]
          continue
        }
        var digest = ContentDigest()
        // What an office says and what it writes are its word.
        digest.add(root.kind == .document ? SourceRoot.Kind.official.rawValue : root.kind.rawValue)
        digest.add(root.key ?? own ?? ContentDigest.of(one.text))
        nodes.append(Node(kind: root.kind, number: digest.value, claim: index, source: root.source))
      }
      var seen: Set<UInt64> = []
      self.nodes.append(nodes.filter { seen.insert($0.number).inserted })
      self.cited.append(cited)
      if let own, articles[own] == nil { articles[own] = index }
    }
  }
}
