/// What a denial denies: news of the contact in its own sentence, or what the sentences before told.
extension StatusReader {
  /// So many sentences behind a telling may pass before it is denied.
  static let sentencesBehind = 4

  /// Whether a verb of denial governs what stands at `index`.
  func isDenied(before index: Int, in draft: ClaimDraft) -> Bool {
    for position in max(draft.sentence.lowerBound, index - Self.farthest)..<max(index, draft.sentence.lowerBound) {
      guard map.mentionAt[position] < 0, map.otherVerb(position) != nil,
        let (match, _) = lexicon.modality.longest(at: position, in: tokens),
        match.values.contains(where: { $0.status == .denied && $0.position == .before })
      else { continue }
      return map.function(position - 1) != .negation && reaches(from: match.end, to: index, .scheduled, nil)
        || deniesNews(match.end, index)
    }
    return false
  }

  /// Whether news of the contact are what a verb of denial has for its object, not what is told of its time: «نفى وجود خلاف
  /// خلال لقاء».
  func deniesNews(_ start: Int, _ end: Int) -> Bool {
    let news = (start..<max(start, end)).first { index in
      guard map.mentionAt[index] < 0 else { return false }
      let word = tokens.word(index)
      return lexicon.news.contains(word) || lexicon.occurrences.contains(word) && isObject(start, index)
    }
    guard let news else { return false }
    return !(news..<end).contains { [.during, .after, .before].contains(map.function($0)) && map.mentionAt[$0] < 0 }
  }

  /// «استبعد مكتب الرئيس، الخميس، فكرة …»: nothing but subject and time between a verb and what stands at `end`.
  func isObject(_ start: Int, _ end: Int) -> Bool {
    !(start..<max(start, end)).contains { map.mentionAt[$0] < 0 && map.timeAt[$0] < 0 && tokens[$0].kind == .word }
  }

  /// «ذكرت صحيفة أن أ التقى ب. ونفت الوزارة ذلك», «… ونفت الوزارة هذا اللقاء»: a denial before another contact is told.
  func deniedBehind(_ draft: ClaimDraft, _ clauses: TellingClauses) -> ContactStatus? {
    guard !draft.isAnaphor, case let number = Int(tokens.sentenceOf[draft.trigger]), number >= 0 else { return nil }
    let isReported =
      clauses.clause < clauses.tree.clauses.count && clauses.tree.clauses[clauses.clause].kind == .complement
    for sentence in tokens.sentences[(number + 1)...].prefix(Self.sentencesBehind) {
      for index in sentence where denies(at: index, sentence, isReported) { return .denied }
      if trees[sentence.lowerBound] != nil { return nil }
    }
    return nil
  }

  /// Whether a verb of denial at `index` has what was told before for its object.
  private func denies(at index: Int, _ sentence: Range<Int>, _ isReported: Bool) -> Bool {
    guard map.mentionAt[index] < 0, map.otherVerb(index) != nil, map.function(index - 1) != .negation,
      lexicon.attribution[tokens.word(index)].contains(.denying)
    else { return false }
    guard let object = (index + 1..<max(index + 1, sentence.upperBound)).first(where: isPlainWord) else { return false }
    if map.noun(object).map({ $0.isDefinite && !$0.hasPronoun }) == true { return true }
    let isThat = lexicon.attribution.that.contains(tokens.word(object))
    if isThat, map.noun(object + 1)?.isDefinite == true { return true }
    let last = isThat && lexicon.news.contains(tokens.word(object + 1)) ? object + 1 : object
    let isNews = isThat || lexicon.news.contains(tokens.word(object))
    // «صحة الخبر», «ما أشيع عن اللقاء»
    if isNews, !isThat, isOfTheMeeting(object + 1) { return true }
    return isNews && isReported && (last + 1 >= sentence.upperBound || tokens[last + 1].kind == .mark)
  }

  /// «صحة الخبر.», «الأنباء عن اللقاء»: news of what was told before, and of nothing else.
  private func isOfTheMeeting(_ index: Int) -> Bool {
    if map.function(index) == .about || map.function(index) == .from {
      return map.noun(index + 1)?.isDefinite == true
    }
    return lexicon.news.contains(tokens.word(index)) && tokens[index + 1].kind == .mark
  }

  private func isPlainWord(_ index: Int) -> Bool {
    tokens[index].kind == .word && map.mentionAt[index] < 0 && map.timeAt[index] < 0
  }
}
