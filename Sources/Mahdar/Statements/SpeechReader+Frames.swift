/// Frames: a cue, who speaks, and where what was said starts.
extension SpeechReader {
  mutating func read(_ unit: Range<Int>) {
    unitNumber += 1
    rememberDocuments(of: unit)
    let cues = cueTokens(in: unit)
    var frames: [SpeechFrame] = []
    for (index, limit) in zip(cues, limits(of: cues, in: unit)) {
      guard var frame = frame(at: index, in: unit, limit: limit, earlier: frames) else { continue }
      if classes(index).contains(.sayingNoun), frames.contains(where: { $0.content == frame.content }) { continue }
      frame.isNested = isNested(frame, after: frames)
      frames.append(frame)
      if let speaker = frame.speaker, !frame.isNested, !isAside(frame), frame.shape == .verb || last == nil {
        remember(speaker)
      }
    }
    let main = mainSubject(of: unit)
    if frames.isEmpty || !frames.contains(where: { $0.isExplicit }), let main, main.kind != .outlet {
      subject = main
    }
    writeClauses(frames, cues, unit)
    writeQuotes(frames, unit, main)
  }

  /// Where the words of each cue end at the latest: at the next cue. «بحسب الوزير» between a verb and its clause does not
  /// part them.
  private func limits(of cues: [Int], in unit: Range<Int>) -> [Int] {
    var limit = unit.upperBound
    var limits: [Int] = []
    for cue in cues.reversed() {
      limits.append(limit)
      if classes(cue).isDisjoint(with: [.source, .sayingNoun]) { limit = cue }
    }
    return limits.reversed()
  }

  /// Whether a verb with an object pronoun tells no words of its own: «كما أخبره جيرانه».
  private func isAside(_ frame: SpeechFrame) -> Bool {
    frame.content == .none && lexicon.cue(tokens[frame.cue.lowerBound].word)?.form.hasObject == true
  }

  /// Whether a frame stands inside the clause of an earlier one: «قال إن الوزير أكد أن …».
  private func isNested(_ frame: SpeechFrame, after frames: [SpeechFrame]) -> Bool {
    guard frame.shape == .verb, let outer = frames.last(where: { !$0.isNested }),
      case .clause(let start) = outer.content,
      start <= frame.cue.lowerBound
    else { return false }
    let index = frame.cue.lowerBound
    let before = classes(index - 1)
    if before.contains(.relative) { return true }
    return tokens[index].conjunction == 0 && !before.contains(.conjunction) && tokens[index - 1].kind != .mark
  }

  mutating func remember(_ speaker: Speaker) {
    var speaker = speaker
    speaker.unit = unitNumber
    last = speaker
    subject = speaker
    switch speaker.kind {
    case .person: lastPerson = speaker
    case .office, .anonymous: lastBody = speaker
    case .outlet: break
    }
    if speaker.kind != .person, speaker.head >= 0, bodies.last?.head != speaker.head { bodies.add(speaker, in: tokens) }
  }

  /// The tokens of `unit` outside quotes that may be cues, in order.
  private func cueTokens(in unit: Range<Int>) -> [Int] {
    var cues: [Int] = []
    for index in unit where quoteOf[index] == 0 {
      let word = tokens[index].word
      guard word != 0 else { continue }
      if let cue = lexicon.cue(word) {
        if accepts(cue, index, unit) { cues.append(index) }
      } else if !lexicon.classes(word).isDisjoint(with: [.source, .saying, .sayingNoun]) {
        cues.append(index)
      }
    }
    return cues
  }

  /// Whether the word at `index` is the cue that it is spelled like.
  private func accepts(_ cue: SpeechCue, _ index: Int, _ unit: Range<Int>) -> Bool {
    let token = tokens[index]
    // بـ, لـ and كـ stand before no verb; س does.
    if token.preposition != 0, token.preposition != Letters.seen { return false }
    if let mention = mention(at: index), mention.tokens.count > 1 { return false }
    if cue.isBare, cue.frame == .think, isHamzated(index) { return false }
    let before = classes(index - 1)
    // «البيان الذي أوردته الوكالة»: the words were told before.
    if cue.form.hasObject, before.contains(.relative), cue.frame == .say || cue.frame == .relay { return false }
    if index > unit.lowerBound, before.contains(.negation) { return false }
    // «اجتماع نقله التلفزيون» tells no words.
    if cue.frame == .relay, cue.form.hasObject, token.conjunction == 0 { return false }
    if cue.frame == .place {
      return tokens.word(index + 1) == lexicon.within || classes(index + 1).contains(.pronounPhrase)
    }
    if cue.shape == .verb, cue.isLoose {
      // «بين», «عبر»: a preposition, but after و and the like.
      if lexicon.classes(token.word).contains(.preposition) {
        return token.conjunction != 0 && isSubject(index + 1)
          || !before.isDisjoint(with: [.relative, .auxiliary]) || before.contains(.conjunction) && isSubject(index + 1)
      }
      if token.conjunction != 0 || index == unit.lowerBound { return true }
      if tokens[index - 1].kind == .mark { return true }
      return !before.isDisjoint(with: [.relative, .auxiliary, .conjunction, .lead])
    }
    if index > unit.lowerBound, cue.shape == .verb, !before.isDisjoint(with: .preposition),
      !before.contains(.conjunction),
      cue.form.tense == .past
    {
      return false
    }
    return true
  }

  /// Whether the verb at `index` is written with أ.
  private func isHamzated(_ index: Int) -> Bool {
    let start = Int(tokens[index].span.start) + (tokens[index].conjunction == 0 ? 0 : 2)
    return tokens.byte(start) == 0xD8 && tokens.byte(start + 1) == 0xA3
  }

  /// Whether a mention that can speak starts at `index`.
  private func isSubject(_ index: Int) -> Bool {
    if classes(index).contains(.honorific) || isComplementizer(index) { return true }
    guard let mention = mention(at: index) else { return false }
    return mention.tokens.lowerBound == index && mention.kind == .person && mention.preposition == 0
  }

  private func frame(at index: Int, in unit: Range<Int>, limit: Int, earlier: [SpeechFrame]) -> SpeechFrame? {
    let word = tokens[index].word
    guard let cue = lexicon.cue(word) else {
      let kind = lexicon.classes(word)
      if kind.contains(.sayingNoun) { return sayingNoun(at: index, in: unit, limit: limit) }
      return kind.contains(.saying)
        ? saying(at: index, in: unit, limit: limit, earlier: earlier) : source(at: index, in: unit, limit: limit)
    }
    let content = self.content(after: index, limit: limit, cue: cue)
    var explicit: Speaker?
    if cue.shape == .verb {
      explicit =
        self.speaker(
          after: index, limit: limit, unit: unit,
          isSaying: content != .none && (cue.frame == .say || cue.frame == .think))
        ?? self.speaker(before: index, in: unit)
    }
    var speaker = explicit
    var via: TextSpan?
    if cue.frame == .place {
      guard content != .none else { return nil }
      explicit = self.speaker(at: index + 2, limit: limit, unit: unit, afterPreposition: true)
      speaker = explicit ?? (classes(index + 1).contains(.pronounPhrase) ? lastIssuer : nil) ?? last
    } else if cue.frame == .relay {
      speaker = source(ofRelay: index, limit: limit) ?? explicit
      if speaker?.span != explicit?.span { via = explicit?.span }
    }
    if via == nil { via = medium(after: index, content: content, limit: limit, speaker: speaker) }
    if speaker == nil {
      switch cue.shape {
      case .participle:
        let verb =
          earlier.last { $0.shape == .verb && !$0.isNested && !isAside($0) } ?? earlier.last { $0.shape == .verb }
        speaker = verb?.speaker ?? (index <= unit.lowerBound + 1 ? last : nil) ?? mainSubject(of: unit) ?? last
      default: speaker = implied(index, unit, earlier)
      }
    }
    // A passive («يذكر أن», «الذي يتوقع أن») tells no speaker.
    if cue.shape == .verb, cue.form.tense == .present {
      if explicit == nil, cue.isImpersonal || tokens[index].conjunction == 0 && !classes(index - 1).contains(.relative)
      {
        return nil
      }
      if cue.isImpersonal, classes(index - 1).contains(.relative), isComplementizer(index + 1) { return nil }
    }
    return SpeechFrame(
      cue: index..<index + 1, frame: cue.frame, shape: cue.shape, speaker: speaker, via: via, content: content,
      isExplicit: explicit != nil)
  }

  /// The medium that somebody spoke to: «قال لقناة …», «في تصريح لوكالة …», «في مقابلة مع صحيفة …».
  private func medium(
    after index: Int, content: SpeechFrame.Content, limit: Int, speaker: Speaker?
  ) -> TextSpan? {
    let end: Int
    switch content {
    case .none: return nil
    case .clause(let start), .colon(let start): end = start
    case .quote(let quote): end = tokens.quotes[quote].tokens.lowerBound
    }
    for position in index + 1..<max(min(end, limit, index + 25), index + 1) {
      guard let mention = mention(at: position), mention.kind == .outlet, mention.tokens.lowerBound == position,
        mention.chain != speaker?.chain
      else { continue }
      // «لـ"الشرق الأوسط"»
      let before = isQuoteMark(position - 1) ? position - 2 : position - 1
      if mention.preposition == Letters.lam || lexicon.media.contains(tokens.word(before))
        || tokens.letters(before).elementsEqual([Letters.lam])
      {
        return mention.name ?? mention.span
      }
    }
    return nil
  }

  /// Whose words a verb of relaying tells: those of the one after عن, or of the last speaker («عنه»).
  private func source(ofRelay index: Int, limit: Int) -> Speaker? {
    for position in index + 1..<min(max(limit, index + 1), index + 16) {
      if tokens[position].word == lexicon.from, position + 1 < limit {
        return speaker(at: position + 1, limit: limit, unit: index..<limit, afterPreposition: true)
      }
      if classes(position).contains(.pronounPhrase) { return last }
      if isComplementizer(position) || isColon(position) { return nil }
    }
    return nil
  }

  /// The speaker of a verb that names none.
  private func implied(_ index: Int, _ unit: Range<Int>, _ earlier: [SpeechFrame]) -> Speaker? {
    // «وقدم الرئيس تعازيه، وكتب: …»
    if !earlier.contains(where: { $0.isExplicit }), index > unit.lowerBound + 2,
      let main = mainSubject(of: unit.lowerBound..<index), main.kind == .person, main.head <= unit.lowerBound + 3
    {
      return main
    }
    guard let last else { return subject }
    if let subject, subject.unit > last.unit, subject.kind == .person { return subject }
    return last
  }

  /// «قوله إن …», «بقولها: …», «حسب قوله».
  private func saying(at index: Int, in unit: Range<Int>, limit: Int, earlier: [SpeechFrame]) -> SpeechFrame? {
    let cue = SpeechCue(
      frame: .say, shape: .noun, form: VerbForm(tense: .past, number: .singular, isFeminine: false), isLoose: false)
    let content = self.content(after: index, limit: limit, cue: cue)
    let earlier = earlier.last { $0.shape == .verb }
    let speaker = earlier?.speaker
    let via = earlier?.via
    return SpeechFrame(
      cue: index..<index + 1, frame: .say, shape: .noun, speaker: speaker ?? last, via: via, content: content,
      isExplicit: false)
  }

  /// «بحسب المتحدث», «وفق ما أعلنته الوزارة», «على حد تعبيره».
  private func source(at index: Int, in unit: Range<Int>, limit: Int) -> SpeechFrame? {
    var next = index + 1
    while next < unit.upperBound, isComma(next) == false {
      let kind = classes(next)
      if kind.contains(.relative) || lexicon.cue(tokens.word(next)) != nil || kind.contains(.pronounPhrase)
        || kind.contains(.wording) && !isPronominal(next)
      {
        next += 1
      } else {
        break
      }
    }
    guard next < unit.upperBound else { return nil }
    var named: Speaker?
    if classes(next).contains(.wording) || classes(next).contains(.saying) {
      named = nil
    } else {
      named = speaker(at: next, limit: unit.upperBound, unit: unit, afterPreposition: true)
    }
    // «وحسب الوزير، فإن …»
    var content = SpeechFrame.Content.none
    if index <= unit.lowerBound + 2 {
      var position = next
      while position < min(unit.upperBound, next + 14) {
        if complementizer(position)?.conjunction == Letters.feh {
          content = .clause(position + 1)
          break
        }
        position += 1
      }
    }
    return SpeechFrame(
      cue: index..<next, frame: .say, shape: .noun, speaker: named ?? last, via: nil, content: content,
      isExplicit: named != nil)
  }

  /// «إعلان الجيش أن …», «تصريح الوزير بأن …».
  private func sayingNoun(at index: Int, in unit: Range<Int>, limit: Int) -> SpeechFrame? {
    let cue = SpeechCue(
      frame: .say, shape: .noun, form: VerbForm(tense: .past, number: .singular, isFeminine: false), isLoose: false)
    let content = self.content(after: index, limit: limit, cue: cue)
    let start: Int
    switch content {
    case .clause(let token): start = token
    case .quote(let quote): start = tokens.quotes[quote].tokens.lowerBound
    case .none, .colon: return nil
    }
    guard start - index < 14, let speaker = speaker(at: index + 1, limit: limit, unit: unit, afterPreposition: false)
    else { return nil }
    return SpeechFrame(
      cue: index..<index + 1, frame: .say, shape: .noun, speaker: speaker, via: nil, content: content, isExplicit: false
    )
  }

  private func isPronominal(_ index: Int) -> Bool {
    let letters = tokens.letters(index)
    return letters.last == Letters.heh || letters.suffix(2).first == Letters.heh
  }

  /// Whether the complementizer at `position` starts what `cue` tells, not the clause of a word between them.
  private func leads(
    _ complementizer: Complementizer, _ position: Int, from index: Int, _ cue: SpeechCue
  ) -> Bool {
    // «ولئن …، فإن …»
    if complementizer.conjunction == Letters.feh { return cue.shape == .noun }
    if complementizer.beh || position == index + 1 { return true }
    if cue.frame == .urge || cue.frame == .describe { return false }
    let before = position - 1
    let word = tokens.word(before)
    if word == lexicon.on { return cue.prepositions.contains(.ala) || cue.shape == .noun }
    if word == lexicon.to { return cue.prepositions.contains(.ila) || cue.shape == .noun }
    return !classes(before).contains(.governor) && !isVerbLike(before)
  }

  /// Where what was said starts: the first complementizer or quotation after the cue, before the next cue.
  private func content(after index: Int, limit: Int, cue: SpeechCue) -> SpeechFrame.Content {
    var position = index + 1
    while position < limit {
      if let quote = quote(opening: position) {
        if isName(quote) || (words(tokens.quotes[quote].tokens) < 3 && position > index + 1 && !isColon(position - 1)) {
          position = tokens.quotes[quote].tokens.upperBound + 1
          continue
        }
        return .quote(quote)
      }
      if isColon(position), cue.frame == .say, position + 1 < limit {
        if quote(opening: position + 1) == nil, !isComplementizer(position + 1), position < index + 20,
          tokens[position - 1].kind == .word, tokens[position + 1].kind == .word, tokens[position + 1].spaced
        {
          return .colon(position + 1)
        }
      } else if let complementizer = complementizer(position), leads(complementizer, position, from: index, cue) {
        // «قال إن "…"»: the quotation itself is the content.
        if let quote = quote(opening: position + 1), !isName(quote), words(tokens.quotes[quote].tokens) >= 3 {
          return .quote(quote)
        }
        return .clause(position + 1)
      }
      position += 1
    }
    return .none
  }
}
