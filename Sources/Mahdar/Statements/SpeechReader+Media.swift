/// Media: through which outlet what somebody said reached the article.
extension SpeechReader {
  /// The medium that somebody spoke to or that told it on: «قال لقناة …», «في مقابلة مع صحيفة …», «أبلغ مصدر رويترز أن»,
  /// «في بيان بثته وكالة …», «قال للصحيفة».
  func medium(
    of cue: SpeechCue, _ index: Int, _ content: SpeechFrame.Content, _ lead: Int, _ speaker: Speaker?
  ) -> Speaker? {
    guard content != .none else { return nil }
    for position in index + 1..<max(lead, index + 1) {
      if let outlet = outletTold(at: position), outlet.span != speaker?.span { return outlet }
      guard let mention = mention(at: position), mention.kind == .outlet, mention.tokens.lowerBound == position,
        mention.chain != speaker?.chain
      else { continue }
      // «لـ"الشرق الأوسط"»
      let before = isQuoteMark(position - 1) ? position - 2 : position - 1
      let isObject = cue.prepositions.contains(.object) && mention.preposition == 0 && mention.conjunction == 0
      if mention.preposition == Letters.lam || lexicon.media.contains(tokens.word(before)) || isObject
        || tokens.letters(before).elementsEqual([Letters.lam]) || publishes(before)
      {
        return self.speaker(mention)
      }
    }
    return nil
  }

  /// «للصحيفة», «للقناة»: the outlet told before.
  private func outletTold(at index: Int) -> Speaker? {
    guard tokens.letter(index, 0) == Letters.lam, tokens.letter(index, 1) == Letters.lam, mentionOf[index] == 0,
      classes(index).contains(.anaphorOutlet)
        || lexicon.classes(tokens[index].lessPreposition).contains(.anaphorOutlet),
      let body = media.told(by: index, in: tokens) ?? bodies.told(by: index, in: tokens), body.kind == .outlet
    else { return nil }
    return body
  }

  mutating func rememberMedium(_ outlet: Speaker) {
    guard let mention = mention(at: outlet.head), outlet.head == mention.tokens.lowerBound else { return }
    media.add(outlet, in: tokens, dropping: (mention.conjunction == 0 ? 0 : 1) + (mention.preposition == 0 ? 0 : 1))
  }

  /// «بيان بثته», «تصريحات تناقلتها»: a verb of the feminine whose object is what was said.
  private func publishes(_ index: Int) -> Bool {
    let verb = classes(index).contains(.pronounPhrase) ? index - 1 : index
    guard hasPronoun(verb), mentionOf[verb] == 0 else { return false }
    let letters = tokens.letters(verb)
    return (letters.last == Letters.heh ? letters.dropLast() : letters.dropLast(2)).last == Letters.teh
  }

  /// The network that somebody wrote on: «كتب على حسابه في تويتر», «في تغريدة على تويتر قال فيها», «غرد عبر تويتر قائلا».
  func network(
    at token: CueToken, _ cue: SpeechCue, _ content: SpeechFrame.Content, _ lead: Int, _ unit: Range<Int>
  ) -> TextSpan? {
    guard content != .none else { return nil }
    let index = token.index
    let looksBack =
      cue.shape == .participle || token.place == .described || classes(index + 1).contains(.pronounPhrase)
    let start = looksBack ? max(unit.lowerBound, index - Self.longestWriting) : index + 1
    guard let word = (start..<max(lead, start)).last(where: { isNetwork($0) }) else { return nil }
    if let mention = mention(at: word), mention.kind == .outlet { return mention.name ?? mention.span }
    return tokens.span(word..<word + 1, reading: tokens[word].reading)
  }

  /// Whether a network stands at `index`, alone or in marks of its own: «على موقع "تويتر"».
  private func isNetwork(_ index: Int) -> Bool {
    guard classes(index).contains(.network) else { return false }
    return quoteOf[index] == 0 || words(tokens.quotes[Int(quoteOf[index]) - 1].tokens) <= 2
  }

  /// A network is told at most so many tokens before the verb that tells what was written there.
  private static let longestWriting = 25

  /// «نقلا عن مصدر، ذكرت الصحيفة أن», «ذكرت الصحيفة أن …، نقلا عن مصدر»: the source speaks, the outlet passes it on.
  private func sourced(_ frames: [SpeechFrame]) -> [SpeechFrame] {
    guard
      let source = frames.first(where: {
        lexicon.isRelayed(tokens.word($0.cue.lowerBound)) && $0.isExplicit && $0.content == .none
          && $0.speaker?.kind != .outlet
      })
    else { return frames }
    return frames.map { frame in
      guard frame.shape != .noun, frame.content != .none, frame.speaker?.kind == .outlet else { return frame }
      var frame = frame
      frame.via = frame.speaker?.span
      frame.speaker = source.speaker
      return frame
    }
  }

  /// The frames with the outlets that passed their words on: «قال شاكر …، وفق ما نقلت الوكالة», «وبحسب الوكالة، قال شاكر».
  func passedOn(_ frames: [SpeechFrame], _ unit: Range<Int>) -> [SpeechFrame] {
    let frames = sourced(frames)
    let sources = frames.filter {
      $0.shape == .noun && $0.isExplicit && $0.content == .none && $0.speaker?.kind == .outlet
    }
    guard !sources.isEmpty else { return frames }
    return frames.enumerated().map { number, frame in
      guard frame.shape != .noun || frame.content != .none, frame.via == nil, let speaker = frame.speaker,
        speaker.kind != .outlet
      else {
        return frame
      }
      let next = frames.dropFirst(number + 1).first { $0.shape != .participle && !$0.isNested }
      let source = sources.first { $0.start == next?.start } ?? sources.first { $0.start <= unit.lowerBound + 2 }
      var frame = frame
      frame.via = source?.speaker?.span
      return frame
    }
  }

  /// «قال شاكر لوكالة رويترز إن …. وأضاف أن»: whoever goes on speaking in a paragraph speaks to the same medium.
  mutating func inheritMedium(_ frame: inout SpeechFrame) {
    guard frame.shape != .noun, frame.content != .none else { return }
    let token = frame.cue.lowerBound
    if frame.via == nil, !frame.isExplicit,
      !(lastVia.token..<max(token, lastVia.token)).contains(where: { tokens.mark($0) == 0x0A })
    {
      frame.via = lastVia.span
    }
    lastVia = (frame.via, token)
  }
}
