/// Names behind an office that are somebody else's: whom its holder receives, or for whom its holder acts.
extension MentionScanner {
  /// The head of an office within the office of somebody's envoy or spokesman, where a known person holds the inner one.
  func innerHead(of office: Office, held person: GazetteerEntry) -> Int? {
    guard lexicon.proxies.contains(office.lemma) else { return nil }
    return (office.start + 1..<office.furthest).first { index in
      guard tokens[index].kind == .word, classes(index).contains(.office),
        let match = lexicon.holders.titles.longest(at: index, head: tokens[index].word, in: tokens)
      else { return false }
      return lexicon.holders.holds(person.row, match.values)
    }
  }

  /// «مبعوث الرئيس الأميركي فلان، علان»: somebody told by an office that another's name ends.
  func proxy(_ office: Office, of other: Name, _ inner: Int, _ reading: Reading) -> MentionDraft {
    let isApposed = tokens.mark(other.end) == UInt8(ascii: ",")
    let start = skippingTitles(isApposed ? other.end + 1 : other.end)
    let own = name(at: start, isCalled: !isApposed).flatMap { $0.words > 1 ? $0 : nil }
    var draft = MentionDraft(
      tokens: office.start..<(own?.end ?? other.end), reading: reading, kind: .person, name: own.map { start..<$0.end },
      office: office.start..<other.end, officeReading: reading, side: office.side, entry: own?.entry,
      lemma: office.lemma, rule: own == nil ? "office" : "office and name")
    draft.toldSide = office.side != 0
    draft.inner = untitled(other.end - other.words..<other.end)
    draft.innerEntry = other.entry
    if draft.side == 0, let entry = other.entry { draft.side = lexicon.gazetteer[entry].side }
    return draft
  }

  /// Whether a known name behind an office is another state's: «استقبل الرئيس المصري لافروف».
  func isGuest(_ name: Name, of office: Office, at index: Int) -> Bool {
    guard let entry = name.entry, office.side != 0, !lexicon.isCounterpart(office.lemma) else { return false }
    let side = lexicon.gazetteer[entry].side
    guard side != 0, side != office.side, lexicon.isState(side), lexicon.isState(office.side) else { return false }
    return name.words == 1 || lexicon.cues.meets.contains(tokens[index - 1].word)
  }

  /// «استقبل الرئيس الكيني السفيرة آن ماكينزي سفيرة أيرلندا»: a name behind a title that is not that of the office before it.
  func isGuestByTitle(_ titles: Range<Int>, _ name: Name, of office: Office) -> Bool {
    guard office.side != 0 else { return false }
    for index in titles where tokens[index].kind == .word && whole(index).contains(.definite) {
      let title = whole(index)
      if title.contains(.feminine), office.kind.isDisjoint(with: [.feminine, .plural, .dual]) { return true }
      let behind = tokens.mark(name.end) == UInt8(ascii: ",") ? name.end + 1 : name.end
      guard lexicon.lemma(tokens[index].whole) != 0, isFreeWord(behind), whole(behind).contains(.office) else {
        continue
      }
      let own = self.office(at: behind, .whole)
      if own.lemma == lexicon.lemma(tokens[index].whole), own.side != 0, own.side != office.side { return true }
    }
    return false
  }
}
