/// Groups of a number of states: «زعماء اثنتين وعشرين دولة عربية», «سفراء 27 دولة أوروبية».
extension MentionScanner {
  /// The end of the counted states from `index` on, and the side that their adjectives tell; nil where none are counted.
  func countedStates(from index: Int) -> (end: Int, side: SideID)? {
    var end = index
    while end < index + 4 {
      let token = tokens[end]
      let isNumber =
        token.kind == .number
        || token.kind == .word
          && (lexicon.cues.number.contains(token.whole) || lexicon.cues.number.contains(token.lessConjunction))
      guard isNumber else { break }
      end += 1
    }
    guard end > index, tokens[end].kind == .word, lexicon.cues.stateNoun.contains(tokens[end].whole) else { return nil }
    return adjectives(from: end + 1, definite: false)
  }
}
