/// Media: agencies, papers, channels and sites, known or not.
extension MentionScanner {
  /// «وكالة رويترز», «شبكة "سي إن إن"», «صحيفة The Washington Post», «الوكالة الروسية».
  func outlet(at index: Int, _ reading: Reading) -> MentionDraft? {
    var start = index + 1
    // «صحيفة نيويورك تايمز», «صحيفة واشنطن بوست الأميركية»
    if tokens[start].kind == .mark, tokens[start].letter != 0x0A,
      let quote = tokens.quote(at: start + 1), quote.isClosed, quote.tokens.count <= 5
    {
      let end = adjectives(from: quote.tokens.upperBound + 1, definite: true).end
      return MentionDraft(
        tokens: index..<end, reading: reading, kind: .outlet, name: quote.tokens,
        entry: outletEntry(at: quote.tokens.lowerBound), rule: "outlet")
    }
    if let end = aside(at: start), end - start <= 7 {
      // «موقع (سيام برس)»
      return MentionDraft(
        tokens: index..<end, reading: reading, kind: .outlet, name: start + 1..<end - 1,
        entry: outletEntry(at: start + 1),
        rule: "outlet")
    }
    if tokens[start].kind == .latin {
      while tokens[start].kind == .latin { start += 1 }
      return MentionDraft(
        tokens: index..<start, reading: reading, kind: .outlet, name: index + 1..<start, rule: "outlet")
    }
    guard isFreeWord(start) else { return nil }
    if let match = lexicon.names.longest(at: start, head: tokens[start].whole, in: tokens),
      let value = match.values.first(where: { $0.entry.kind == .outlet })
    {
      let end = adjectives(from: match.end, definite: true).end
      return MentionDraft(
        tokens: index..<end, reading: reading, kind: .outlet, name: start..<match.end, entry: value.entry,
        rule: "outlet")
    }
    let known = classes(index)
    if known.contains(.definite) {
      let (end, side) = adjectives(from: start, definite: true)
      guard side != 0 else { return nil }
      return MentionDraft(tokens: index..<end, reading: reading, kind: .outlet, side: side, rule: "outlet")
    }
    if let draft = describedOutlet(at: index, reading) ?? pressName(at: index, reading) { return draft }
    // «وكالة أتول برس المالديفية»
    if isFreeWord(start + 1), lexicon.cues.medium.contains(tokens[start + 1].whole), !hasArticle(start) {
      let (end, side) = adjectives(from: start + 2, definite: true)
      return MentionDraft(
        tokens: index..<end, reading: reading, kind: .outlet, name: start..<start + 2, side: side, rule: "outlet")
    }
    // «وكالة الأنباء القطرية»
    if lexicon.cues.news.contains(tokens[start].whole) {
      let (end, side) = adjectives(from: start + 1, definite: true)
      return MentionDraft(tokens: index..<end, reading: reading, kind: .outlet, side: side, rule: "outlet")
    }
    return nil
  }

  /// «وسائل إعلام روسية», «صحف محلية», «تقارير صحافية»: media without a name.
  private func describedOutlet(at index: Int, _ reading: Reading) -> MentionDraft? {
    var end = index + 1
    var isMedium = false
    // «وسائل إعلام», «وسائل الإعلام»
    if isFreeWord(end), lexicon.cues.news.contains(tokens[end].whole) {
      isMedium = true
      end += 1
    }
    let isDefinite = isMedium ? hasArticle(end - 1) : classes(index).contains(.definite)
    // «وكالة أنباء كوريا الشمالية»
    if isMedium, !isDefinite, isFreeWord(end), let (match, inner) = lexicon.names.longest(at: end, in: tokens),
      inner == .whole, let state = match.values.first(where: { $0.entry.kind == .state && $0.use != .demonym })
    {
      return MentionDraft(
        tokens: index..<match.end, reading: reading, kind: .outlet, side: lexicon.gazetteer[state.entry].side,
        rule: "outlet")
    }
    var side: SideID = 0
    var isNamed = false
    while isFreeWord(end), end < index + 5, tokens[end].reading == .whole, hasArticle(end) == isDefinite {
      let nisba = lexicon.nisba(at: end, in: tokens)
      if nisba != 0 {
        side = side == 0 ? nisba : side
        isNamed = true
      } else if lexicon.cues.mediaAdjective.contains(tokens[end].whole) {
        isMedium = true
      } else if !lexicon.cues.describer.contains(tokens[end].whole) {
        break
      } else {
        isNamed = true
      }
      end += 1
    }
    // «تقارير سابقة», «مواقع عسكرية» are no media.
    let isSure = lexicon.cues.press.contains(tokens[index].word(reading)) || !classes(index).contains(.plural)
    guard isMedium || isNamed && isSure, end > index + 1 else { return nil }
    return MentionDraft(
      tokens: index..<end, reading: reading, kind: .outlet, side: side, isPlural: classes(index).contains(.plural),
      rule: "outlet")
  }

  /// «صحيفة الأفق الجديد», «إذاعة صوت الجبل»: an unknown name behind a noun that only media have.
  private func pressName(at index: Int, _ reading: Reading) -> MentionDraft? {
    // «وكالة نجد للأنباء»
    for end in index + 2..<index + 5 where lexicon.cues.news.contains(tokens[end].lessPreposition) {
      guard tokens[end].preposition == Letters.lam, (index + 1..<end).allSatisfy(isFreeWord) else { break }
      return MentionDraft(
        tokens: index..<end + 1, reading: reading, kind: .outlet, name: index + 1..<end + 1, rule: "outlet")
    }
    guard lexicon.cues.press.contains(tokens[index].word(reading)), !classes(index).contains(.definite) else {
      return nil
    }
    var end = index + 1
    var hasDefinite = false
    while isFreeWord(end), end < index + 4, tokens[end].reading == .whole {
      let known = whole(end)
      guard known.isDisjoint(with: [.function, .office, .sourceNoun]), hasArticle(end) || !hasDefinite else { break }
      hasDefinite = hasDefinite || hasArticle(end)
      end += 1
    }
    guard hasDefinite else { return nil }
    return MentionDraft(
      tokens: index..<end, reading: reading, kind: .outlet, name: index + 1..<end, rule: "outlet")
  }

  func outletEntry(at index: Int) -> GazetteerEntry? {
    guard let match = lexicon.names.longest(at: index, head: tokens[index].whole, in: tokens) else { return nil }
    return match.values.first { $0.entry.kind == .outlet }?.entry
  }
}
