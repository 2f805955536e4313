/// Finds who vouches for a contact: the speaker of the statement that tells it, and the medium it came by.
struct AttributionReader {
  let input: ClaimFinder.Input

  func sources(of draft: ClaimDraft) -> [ContactClaim.Source] {
    let tokens = input.tokens
    let trigger = tokens[draft.trigger].span
    var sources: [ContactClaim.Source] = []
    for statement in input.statements where statement.span.contains(trigger) {
      if let via = statement.via { add(via, .outlet, &sources) }
      add(statement.speaker, kind(of: statement), &sources)
    }
    return sources
  }

  private func add(_ name: TextSpan, _ kind: ContactClaim.SourceKind, _ sources: inout [ContactClaim.Source]) {
    if !name.isEmpty, !sources.contains(where: { $0.name == name }) { sources.append(.init(name: name, kind: kind)) }
  }

  private func kind(of statement: Statement) -> ContactClaim.SourceKind {
    switch statement.speakerKind {
    case .person, .office: .official
    case .anonymous: .anonymous
    case .outlet: .outlet
    }
  }
}
