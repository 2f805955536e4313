/// Names of other languages whose words are particles of Arabic too: «لي جونغ سوك», «فان دير بيرغ».
extension MentionScanner {
  /// A Chinese, Korean, Vietnamese or Burmese name: a family name of one syllable and one or two syllables behind it.
  func easternName(at index: Int) -> Name? {
    guard lexicon.cues.easternFamily.contains(tokens[index].whole) else { return nil }
    var end = index + 1
    while end < index + 3, isEastern(end) { end += 1 }
    guard end > index + 1 else { return nil }
    // «هو من بين»: particles alone are no name.
    let isOfParticles = (index..<end).allSatisfy { !isUnknown($0) && !whole($0).isDisjoint(with: .function) }
    if isOfParticles { return nil }
    return Name(end: end, words: end - index, entry: nil, isSure: true)
  }

  /// «السفير الأمريكي Lawrence Miller»: two to four words in Latin letters, each of more than one.
  func latinName(at index: Int) -> Name? {
    var end = index
    while end < index + 4, tokens[end].kind == .latin, !timed[end], length(end) > 1 { end += 1 }
    return end > index + 1 ? Name(end: end, words: end - index, entry: nil, isSure: true) : nil
  }

  /// Whether a word may be one of the syllables of such a name.
  private func isEastern(_ index: Int) -> Bool {
    guard isFreeWord(index), !timed[index], !hasArticle(index) else { return false }
    if lexicon.cues.eastern.contains(tokens[index].whole) { return true }
    return (isUnknown(index) || isNameAlone(index)) && length(index) < 7 && !looksLikeVerb(index)
      && !endsLikePronoun(index)
      && fit(index, count: 1) == .good && letter(index, 0) != Letters.waw
  }

  /// A family name that begins with its particle.
  func particledName(at index: Int) -> Name? {
    guard whole(index).contains(.foreignParticle), isFreeWord(index + 1), isFreeWord(index + 2),
      whole(index + 1).contains(.foreignParticle) || lexicon.cues.article.contains(tokens[index + 1].whole),
      fit(index + 2, count: 1) == .good
    else { return nil }
    var name = Name(end: index + 3, words: 3, entry: nil, isSure: true)
    grow(&name)
    return name
  }
}
