/// Finds who vouches for a contact: the speaker of the statement that tells it, the source named behind it, and the
/// medium it came by, from the nearest outward.
struct AttributionReader {
  let map: ClauseMap
  let statements: [Statement]

  /// How far behind «بحسب» its source may stand, in tokens.
  private static let reach = 7

  func sources(of draft: ClaimDraft) -> [ContactClaim.Source] {
    let trigger = map.tokens[draft.trigger].span
    var sources: [ContactClaim.Source] = []
    for statement in statements where statement.span.contains(trigger) {
      if let via = statement.via { add(via, .outlet, &sources) }
      add(statement.speaker, kind(of: statement), &sources)
    }
    for position in draft.sentence where map.mentionAt[position] < 0 {
      guard let (match, _) = map.lexicon.cues.longest(at: position, in: map.tokens),
        match.values.contains(.attribution),
        let source = source(behind: match.end, to: draft.sentence.upperBound)
      else { continue }
      add(source.name, source.kind, &sources)
    }
    return sources
  }

  /// The source that a cue leads to: «بحسب ما أفادت به وكالة …», «وفقا لبيان صادر عن …».
  private func source(behind start: Int, to limit: Int) -> ContactClaim.Source? {
    for position in start..<max(start, min(limit, start + Self.reach)) where map.mentionAt[position] >= 0 {
      let mention = map.mentions[Int(map.mentionAt[position])]
      let kind: ContactClaim.SourceKind
      switch mention.kind {
      case .outlet: kind = .outlet
      case .source: kind = .anonymous
      case .person, .organisation, .state, .group: kind = isDocument(start..<position) ? .document : .official
      case .place, .venue: return nil
      }
      return .init(name: mention.span, kind: kind)
    }
    return nil
  }

  private func isDocument(_ range: Range<Int>) -> Bool {
    range.contains { map.lexicon.documents.contains(map.tokens.word($0)) }
  }

  private func add(_ name: TextSpan, _ kind: ContactClaim.SourceKind, _ sources: inout [ContactClaim.Source]) {
    if !name.isEmpty, !sources.contains(where: { $0.name.overlaps(name) }) {
      sources.append(.init(name: name, kind: kind))
    }
  }

  private func kind(of statement: Statement) -> ContactClaim.SourceKind {
    switch statement.speakerKind {
    case .person, .office: .official
    case .anonymous: .anonymous
    case .outlet: .outlet
    }
  }
}
