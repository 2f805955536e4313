/// Finds who vouches for a contact: the speaker of the statement that tells it, the source named behind it, and the
/// medium it came by, from the nearest outward.
struct AttributionReader {
  private let map: ClauseMap
  /// In text order, with the farthest end of the statements up to each.
  private let statements: [Statement]
  private let ends: [Int32]
  /// The sources that cues of one sentence lead to, the last one asked for.
  private var behindCues: (sentence: Range<Int>, sources: [ContactClaim.Source]) = (0..<0, [])

  init(map: ClauseMap, statements: [Statement]) {
    self.map = map
    self.statements = statements
    var end: Int32 = 0
    ends = statements.map { statement in
      end = max(end, statement.span.end)
      return end
    }
  }

  /// How far behind «بحسب» its source may stand, in tokens.
  private static let reach = 7

  mutating func sources(of draft: ClaimDraft) -> [ContactClaim.Source] {
    var sources: [ContactClaim.Source] = []
    for statement in statements(around: map.tokens[draft.trigger].span) {
      if let via = statement.via { add(via, .outlet, &sources) }
      add(statement.speaker, kind(of: statement), &sources)
    }
    if behindCues.sentence != draft.sentence { behindCues = (draft.sentence, self.sources(in: draft.sentence)) }
    for source in behindCues.sources { add(source.name, source.kind, &sources) }
    return sources
  }

  /// The statements that hold a span, in text order.
  private func statements(around span: TextSpan) -> [Statement] {
    var low = 0
    var high = statements.count
    while low < high {
      let middle = (low + high) / 2
      if statements[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
    }
    var found: [Statement] = []
    while low > 0, ends[low - 1] >= span.end {
      low -= 1
      if statements[low].span.contains(span) { found.append(statements[low]) }
    }
    return found.reversed()
  }

  /// The sources that the cues of a sentence lead to.
  private func sources(in sentence: Range<Int>) -> [ContactClaim.Source] {
    sentence.compactMap { position in
      guard map.mentionAt[position] < 0,
        let (match, _) = map.lexicon.cues.longest(at: position, in: map.tokens), match.values.contains(.attribution)
      else { return nil }
      return source(behind: match.end, to: sentence.upperBound)
    }
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
