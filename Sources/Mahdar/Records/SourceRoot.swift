/// Where reports of a contact come from in the end: reports of one root are one support.
public struct SourceRoot: Sendable, Hashable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The outlet's own voice.
    case outlet
    case official, anonymous, document
  }

  public var kind: Kind
  /// The name, as first told.
  public var name: String
  /// The claims that go back to it, by their places in `Record.claims`: the first had it first.
  public var claims: [Int]
  /// The longest way from an article to the root: outlets and speakers, nearest first.
  public var way: [String]

  /// The roots of claims.
  ///
  /// - Parameters:
  ///   - profiles: in the order in which they were said.
  ///   - graph: of them.
  static func all(of profiles: [ClaimProfile], _ graph: RootGraph) -> [SourceRoot] {
    var roots: [SourceRoot] = []
    var places: [UInt64: Int] = [:]
    for index in profiles.indices {
      for node in graph.nodes[index] {
        let way = way(from: index, to: node, profiles, graph)
        if let place = places[node.number] {
          roots[place].claims.append(index)
          if way.count > roots[place].way.count { roots[place].way = way }
        } else {
          places[node.number] = roots.count
          let name = way.last ?? profiles[index].claim.article
          roots.append(SourceRoot(kind: node.kind, name: name, claims: [index], way: way))
        }
      }
    }
    return roots
  }

  /// The outlets and the speaker from a claim to one of its roots.
  private static func way(
    from index: Int, to node: RootGraph.Node, _ profiles: [ClaimProfile], _ graph: RootGraph
  ) -> [String] {
    let claim = profiles[index].claim
    var way = [claim.outlet].compactMap(\.self)
    func add(_ name: String) { if way.last != name { way.append(name) } }
    if node.claim != index, let cited = graph.cited[index].first(where: { graph.nodes[$0.claim].contains(node) }) {
      // A way that leads through another article of the contact.
      for name in self.way(from: cited.claim, to: node, profiles, graph) { add(name) }
      return way
    }
    let named = profiles[node.claim].claim
    guard let source = node.source else {
      let voice = profiles[graph.voices[index]].claim
      if let first = voice.outlet { add(first) }
      return way
    }
    // The media right before the source.
    let media = named.by[..<source].suffix(while: { $0.kind == .outlet })
    for name in media.map(\.name) + [named.by[source].name] { add(name) }
    return way
  }
}

extension Collection {
  /// The longest end of elements for which something holds.
  fileprivate func suffix(while holds: (Element) -> Bool) -> [Element] {
    Array(Array(self).reversed().prefix(while: holds).reversed())
  }
}
