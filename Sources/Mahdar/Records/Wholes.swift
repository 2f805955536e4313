/// Which groups of claims are parts of others: the meetings of a visit, two who meet on the margins of many.
struct Wholes {
  private struct Relation {
    var whole: Int
    var part: Int
    var link: ClaimLink
  }

  /// The strongest first.
  private let relations: [Relation]
  private let claims: [ClaimFeatures]

  /// - Parameter links: of a whole and a part each, the strongest first.
  init(_ links: [ClaimLink], _ claims: [ClaimFeatures]) {
    self.claims = claims
    relations = links.map { link in
      claims[link.a].isWhole(of: claims[link.b])
        ? Relation(whole: link.a, part: link.b, link: link) : Relation(whole: link.b, part: link.a, link: link)
    }
  }

  /// Links of visits of which nothing is told but one meeting, not even further days: the two are one encounter.
  func visitsOfOneMeeting(_ groups: ClaimGroups) -> [ClaimLink] {
    var parts: [Int: Set<Int>] = [:]
    var links: [Int: ClaimLink] = [:]
    for relation in relations where claims[relation.whole].form == .visit {
      let whole = groups.root(relation.whole)
      parts[whole, default: []].insert(groups.root(relation.part))
      if links[whole] == nil { links[whole] = relation.link }
    }
    let isLong = Dictionary(
      grouping: relations.filter { (claims[$0.whole].time.told?.days ?? 1) > 1 }, by: { groups.root($0.whole) })
    return parts.filter { $1.count == 1 && isLong[$0] == nil }.keys.compactMap { links[$0] }.sorted {
      (min(claims[$0.a].number, claims[$0.b].number), max(claims[$0.a].number, claims[$0.b].number))
        < (min(claims[$1.a].number, claims[$1.b].number), max(claims[$1.a].number, claims[$1.b].number))
    }
  }

  /// The whole of each group that is a part, by their places in `all`.
  func parts(_ groups: ClaimGroups, _ all: [[Int]]) -> [Int: Int] {
    guard !relations.isEmpty else { return [:] }
    var places: [Int: Int] = [:]
    for (place, group) in all.enumerated() { places[groups.root(group[0])] = place }
    var parts: [Int: Int] = [:]
    var wholes: Set<Int> = []
    for relation in relations {
      guard let whole = places[groups.root(relation.whole)], let part = places[groups.root(relation.part)],
        whole != part, parts[part] == nil, parts[whole] == nil, !wholes.contains(part)
      else { continue }
      parts[part] = whole
      wholes.insert(whole)
    }
    return parts
  }
}
