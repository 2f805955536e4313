/// Follows a claim's sources to their root.
struct RootReader: Sendable {
  let lexicon: RecordLexicon

  func callAsFunction(_ claim: RecordClaim) -> ClaimRoot {
    let own = claim.outlet.map { outlet($0) }
    func root(_ kind: SourceRoot.Kind, _ key: UInt64?) -> ClaimRoot { .init(kind: kind, key: key, outlet: own) }
    guard let last = claim.by.last else { return root(.outlet, nil) }
    switch last.kind {
    case .outlet: return root(.outlet, outlet(last.name))
    case .official: return root(.official, speaker(last.name))
    case .document: return root(.document, folded(last.name))
    case .anonymous:
      // Unnamed sources of one medium are taken for the same.
      return root(.anonymous, claim.by.dropLast().last { $0.kind == .outlet }.map { outlet($0.name) })
    }
  }

  private func outlet(_ name: String) -> UInt64 {
    let rows = lexicon.rows(named: RecordLexicon.words(name), [.outlet])
    return rows.count == 1 ? ContentDigest.of(rows[0].id) : folded(name)
  }

  /// An official by the sounds of the last name.
  private func speaker(_ name: String) -> UInt64 {
    let words = RecordLexicon.words(name)
    if let office = words.first, lexicon.classes(office).contains(.office) { return folded(name) }
    return lexicon.spelling.key(words).parts.last?.consonants ?? folded(name)
  }

  private func folded(_ name: String) -> UInt64 { WordHash(FoldedText.key(name)).value }
}
