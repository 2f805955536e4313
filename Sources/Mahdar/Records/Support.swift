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
  /// How many of the roots have no name.
  public var unnamed: Int

  init(articles: Int, roots: [SourceRoot]) {
    self.articles = articles
    self.roots = roots.count
    unnamed = roots.count { $0.kind == .anonymous }
  }

  /// Counts what `SourceRoot.all` tells at length, by numbers alone.
  public init(_ witnesses: [Witness]) {
    articles = Set(witnesses.map(\.claim.article)).count
    // The outlet that told a text first stands for its copies.
    var voices: [String: Witness] = [:]
    for one in witnesses {
      if let voice = voices[one.text], voice.said <= one.said { continue }
      voices[one.text] = one
    }
    var kinds: [UInt64: SourceRoot.Kind] = [:]
    for one in witnesses {
      let root = one.claim.root
      kinds[root.number(text: one.text, outlet: voices[one.text]?.claim.root.outlet)] = root.kind
    }
    roots = kinds.count
    unnamed = kinds.values.count { $0 == .anonymous }
  }

  /// «9 articles, 2 roots, 1 unnamed».
  public var text: String {
    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    return count(articles, "article") + ", " + count(roots, "root") + (unnamed > 0 ? ", \(unnamed) unnamed" : "")
  }
}
