/// What the sentences read so far leave in mind: whom a pronoun, a dual or a verb without subject may mean.
struct Discourse {
  /// The subject of the last sentence that has one.
  var focus: [ClaimDraft.Party] = []
  /// The person whom the article tells of first.
  var first: ClaimDraft.Party?
  /// The parties of the last contact told.
  var contact: [ClaimDraft.Party] = []
  /// The last sides told joined: «غانا وتوغو».
  var joined: [ClaimDraft.Party] = []
  /// The people, bodies and states named last, the latest at the end; a few are enough, for what is farther back is named again.
  private(set) var recent: [ClaimDraft.Party] = []

  private static let memory = 12

  mutating func name(_ party: ClaimDraft.Party) {
    if let old = recent.firstIndex(where: { $0.chain == party.chain }) { recent.remove(at: old) }
    recent.append(party)
    if recent.count > Self.memory { recent.removeFirst() }
  }
}
