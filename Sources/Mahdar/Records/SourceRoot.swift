/// Where reports of a contact come from in the end: reports of one root are one support.
public struct SourceRoot: Sendable, Hashable {
  public enum Kind: String, Sendable, Codable {
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
}

/// Follows each claim's sources to their root.
struct RootFinder: Sendable {
  let lexicon: RecordLexicon
  /// The first copy of each article that has copies.
  let originals: [String: String]

  /// - Parameter claims: in the order in which they were said.
  func roots(of claims: [RecordClaim]) -> [SourceRoot] {
    var roots: [SourceRoot] = []
    var places: [String: Int] = [:]
    // The outlet that told a text first stands for its copies.
    var voices: [String: RecordClaim] = [:]
    for claim in claims where voices[text(of: claim)] == nil { voices[text(of: claim)] = claim }
    for (index, claim) in claims.enumerated() {
      let voice = voices[text(of: claim)] ?? claim
      let (key, kind, name) = root(of: claim, voice)
      var way = claim.by.map(\.name)
      if let outlet = claim.outlet { way.insert(outlet, at: 0) }
      if voice.article != claim.article, claim.by.isEmpty, let first = voice.outlet, first != claim.outlet {
        way.append(first)
      }
      if let place = places[key] {
        roots[place].claims.append(index)
        if way.count > roots[place].way.count { roots[place].way = way }
      } else {
        places[key] = roots.count
        roots.append(SourceRoot(kind: kind, name: name, claims: [index], way: way))
      }
    }
    return roots
  }

  private func text(of claim: RecordClaim) -> String { originals[claim.article] ?? claim.article }

  private func root(of claim: RecordClaim, _ voice: RecordClaim) -> (key: String, kind: SourceRoot.Kind, name: String) {
    guard let last = claim.by.last else {
      return ("outlet " + outlet(voice.outlet ?? "article " + text(of: claim)), .outlet, voice.outlet ?? voice.article)
    }
    switch last.kind {
    case .outlet: return ("outlet " + outlet(last.name), .outlet, last.name)
    case .official: return ("official " + speaker(last.name), .official, last.name)
    case .document: return ("document " + folded(last.name), .document, last.name)
    case .anonymous:
      // Unnamed sources of one medium are taken for the same.
      let medium = claim.by.dropLast().last { $0.kind == .outlet }?.name ?? voice.outlet ?? text(of: claim)
      return ("anonymous " + outlet(medium), .anonymous, last.name)
    }
  }

  private func outlet(_ name: String) -> String {
    let words = RecordLexicon.words(name)
    let rows = lexicon.rows(named: words, [.outlet])
    return rows.count == 1 ? rows[0].id : folded(name)
  }

  /// An official by the sounds of the last name.
  private func speaker(_ name: String) -> String {
    let words = RecordLexicon.words(name)
    if let office = words.first, lexicon.classes(office).contains(.office) { return folded(name) }
    return lexicon.spelling.key(words).parts.last.map { String($0.consonants, radix: 16) } ?? folded(name)
  }

  private func folded(_ name: String) -> String { String(WordHash(FoldedText.key(name)).value, radix: 16) }
}
