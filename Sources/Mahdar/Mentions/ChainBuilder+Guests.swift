/// «استقبل الرئيس الهندي وانغ»: an office and the family name of somebody else whom the article names in full.
extension ChainBuilder {
  /// Parts an office from the one name behind it where the article has that name for a person of another side.
  func partGuests() {
    var sides: [WordHash: [SideID]] = [:]
    for draft in drafts where draft.kind == .person && draft.side != 0 {
      let words = words(draft)
      guard words.count > 1, let first = words.first, let last = words.last else { continue }
      sides[last, default: []].append(draft.side)
      sides[first, default: []].append(draft.side)
    }
    guard !sides.isEmpty else { return }
    var guests: [MentionDraft] = []
    for index in drafts.indices {
      let draft = drafts[index]
      guard draft.kind == .person, draft.toldSide, let name = draft.name, name.count == 1, let office = draft.office,
        office.upperBound <= name.lowerBound, let word = words(draft).first, let told = sides[word],
        !told.contains(draft.side)
      else { continue }
      guests.append(
        MentionDraft(
          tokens: name, reading: .whole, kind: .person, name: name, side: told[0], entry: draft.entry,
          rule: "family name"))
      drafts[index].tokens = draft.tokens.lowerBound..<office.upperBound
      drafts[index].name = nil
      drafts[index].entry = nil
      drafts[index].rule = "office"
    }
    guard !guests.isEmpty else { return }
    drafts += guests
    drafts.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
