/// What is known of names outside an article: the gazetteer's rows, the sounds of names, and offices.
package struct NameLookup: Sendable {
  /// A row of the gazetteer.
  package struct Entry: Sendable, Hashable {
    package var kind: MentionKind
    package var id: String
    package var label: String
    /// Of a city, its country.
    package var side: String?
    /// Whether the words name a state by its capital.
    package var isCapital = false
  }

  let lexicon: RecordLexicon

  /// The rows that a text names as a whole.
  package func entries(named text: String) -> [Entry] {
    let words = FoldedText.words(text)
    var found = lexicon.states(named: words).compactMap { state in
      state.side.map { Entry(kind: .state, id: $0, label: $0, side: $0, isCapital: state.isCapital) }
    }
    for kind in [MentionKind.person, .organisation, .place, .outlet] {
      found += lexicon.rows(named: words, [kind]).map { Entry(kind: kind, id: $0.id, label: $0.label, side: $0.side) }
    }
    return found
  }

  /// The sounds of a name's words.
  package func key(_ name: String) -> NameKey { lexicon.spelling.key(FoldedText.words(name)) }

  /// The offices that a text tells.
  package func offices(_ text: String) -> OfficeKey { lexicon.offices(text) }

  /// The side that the words of a source or an office tell.
  package func side(in text: String) -> String? { lexicon.source(FoldedText.words(text)).side }

  /// Whether an office is told by somebody else's: «نظيره الروسي».
  package func isCounterpart(_ office: String) -> Bool {
    FoldedText.words(office).first.map { lexicon.mentions.isCounterpart(lexicon.lemma($0)) } ?? false
  }

  /// Whether a side is a state.
  package func isState(_ side: String?) -> Bool {
    side.map { lexicon.isState($0) && !["UN", "EU", "AU"].contains($0) } ?? false
  }

  /// Whether a word is the head of offices: «الوزير».
  package func isOffice(_ word: String) -> Bool { lexicon.classes(FoldedText.key(word)[...]).contains(.office) }

  /// Whether a word is one of ordinary language.
  package func isCommon(_ word: String) -> Bool {
    !lexicon.classes(FoldedText.key(word)[...]).isDisjoint(with: [.common, .function])
  }
}
