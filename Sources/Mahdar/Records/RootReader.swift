/// Follows a claim's sources to their roots.
///
/// A medium that is named before somebody who spoke to it is a way, not a root: «CNN نقلا عن مسؤولين» is one root, a ministry
/// beside it another.
struct RootReader: Sendable {
  let lexicon: RecordLexicon

  /// - Parameter parties: the claim's participants, who may be its sources too.
  func callAsFunction(_ claim: RecordClaim, _ parties: [Attendee]) -> ClaimRoots {
    let own = claim.outlet.map { outlet($0) }
    var roots: [ClaimRoots.Root] = []
    // The media that are named before a source, the last one with its place.
    var way: (key: UInt64, place: Int)?
    for (place, source) in claim.by.enumerated() {
      switch source.kind {
      case .outlet:
        // A paper that calls itself by its name is no way.
        let key = outlet(source.name)
        if key != own || claim.by.count == 1 { way = (key, place) }
        continue
      case .official, .document:
        roots.append(.init(kind: .init(source.kind), key: speaker(source.name, parties), source: place))
      case .anonymous:
        // Unnamed sources of one medium are taken for the same.
        roots.append(.init(kind: .anonymous, key: way?.key, source: place))
      }
      way = nil
    }
    // «أعلنت الوزارة … (رويترز)»: the agency is the way to the ministry.
    if let way, roots.isEmpty { roots.append(.init(kind: .outlet, key: way.key, source: way.place)) }
    // Who denies names those whom he denies; they vouch for no denial.
    if claim.status == .denied, roots.contains(where: { $0.kind == .official || $0.kind == .document }) {
      roots.removeAll { $0.kind == .outlet || $0.kind == .anonymous }
    }
    return ClaimRoots(roots, outlet: own)
  }

  private func outlet(_ name: String) -> UInt64 {
    let words = FoldedText.words(name)
    let rows = lexicon.rows(named: words, [.outlet])
    if rows.count == 1 { return ContentDigest.of(rows[0].id) }
    // «وكالة المنارة للأنباء», «المنارة»: less what any medium may be called.
    let own = words.filter { !lexicon.classes($0).contains(.outletNoun) && !lexicon.isOfAnyOutlet($0) }
    return own.isEmpty ? folded(name) : WordHash(Array(own.joined(separator: [0x20]))).value
  }

  /// What stands for an official source: the side and what the office deals with, so that a ministry, its minister, its
  /// spokesman and its communiqué are one; else the sounds of a last name.
  private func speaker(_ name: String, _ parties: [Attendee]) -> UInt64 {
    let words = FoldedText.words(name)
    let key = lexicon.spelling.key(words)
    let party = parties.first { $0.kind == .person && !$0.key.isEmpty && $0.key.isSame(as: key) }
    let (side, office) = lexicon.source(words)
    if let side = party?.side ?? side {
      guard lexicon.isState(side) else { return ContentDigest.of(side) }
      let deals = party?.office.offices.first?.rest ?? office
      var digest = ContentDigest()
      digest.add(side)
      for word in deals { digest.add(word) }
      return digest.value
    }
    if let office = words.first, lexicon.classes(office).contains(.office) { return folded(name) }
    return key.parts.last?.consonants ?? folded(name)
  }

  private func folded(_ name: String) -> UInt64 { WordHash(FoldedText.key(name)).value }
}

extension SourceRoot.Kind {
  init(_ kind: ContactClaim.SourceKind) {
    self =
      switch kind {
      case .outlet: .outlet
      case .official: .official
      case .anonymous: .anonymous
      case .document: .document
      }
  }
}
