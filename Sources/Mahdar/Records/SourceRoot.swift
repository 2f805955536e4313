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
  /// The claims that go back to it, by their places in `Record.claims`.
  public var claims: [Int]
  /// The longest way from an article to the root: outlets and speakers, nearest first.
  public var way: [String]

  /// The roots of claims.
  ///
  /// - Parameters:
  ///   - profiles: in the order in which they were said.
  ///   - originals: the first copy of each article that has copies.
  static func all(of profiles: [ClaimProfile], originals: [String: String]) -> [SourceRoot] {
    var roots: [SourceRoot] = []
    var places: [UInt64: Int] = [:]
    func text(of claim: RecordClaim) -> String { originals[claim.article] ?? claim.article }
    // The outlet that told a text first stands for its copies.
    var voices: [String: ClaimProfile] = [:]
    for profile in profiles where voices[text(of: profile.claim)] == nil { voices[text(of: profile.claim)] = profile }
    for (index, profile) in profiles.enumerated() {
      let (claim, root) = (profile.claim, profile.features.root)
      let text = text(of: claim)
      let voice = voices[text] ?? profile
      var way = claim.by.map(\.name)
      // A paper that calls itself by its name stands in its way once.
      if let outlet = claim.outlet, way.first != outlet { way.insert(outlet, at: 0) }
      if voice.claim.article != claim.article, claim.by.isEmpty, let first = voice.claim.outlet, first != claim.outlet {
        way.append(first)
      }
      let number = root.number(text: text, outlet: voice.features.root.outlet)
      if let place = places[number] {
        roots[place].claims.append(index)
        if way.count > roots[place].way.count { roots[place].way = way }
      } else {
        places[number] = roots.count
        let name = claim.by.last?.name ?? voice.claim.outlet ?? voice.claim.article
        roots.append(SourceRoot(kind: root.kind, name: name, claims: [index], way: way))
      }
    }
    return roots
  }
}
