/// What later words ask of the mention found last; kept apart from its draft, which is large.
struct LastMention: Sendable {
  var start = -1
  var end = -1
  var kind = MentionKind.place
  var isListed = false
  var isNamedPerson = false

  init() {}

  init(_ draft: MentionDraft) {
    start = draft.tokens.lowerBound
    end = draft.tokens.upperBound
    kind = draft.kind
    isListed = draft.isListed
    isNamedPerson = draft.kind == .person && draft.name != nil
  }
}
