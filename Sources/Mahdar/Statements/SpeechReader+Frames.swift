/// Frames: a cue, who speaks, and where what was said starts.
extension SpeechReader {
  mutating func read(_ unit: Range<Int>) {
    unitNumber += 1
    rememberDocuments(of: unit)
    let cues = cues(in: unit)
    let subjects = subjectsBefore(cues, in: unit)
    let clause = clauseSubject(of: unit)
    var frames: [SpeechFrame] = []
    for (position, (cue, limit)) in zip(cues, limits(of: cues, in: unit)).enumerated() {
      let next = position + 1 < cues.count ? cues[position + 1].index : unit.upperBound
      let context = Context(
        unit: unit, limit: limit, next: next, before: subjects[cue.index], clause: clause, earlier: frames)
      guard var frame = frame(at: cue, context) else { continue }
      if cue.isAside, frame.shape == .noun, classes(cue.index).contains(.sayingNoun),
        frames.contains(where: { $0.content == frame.content })
      {
        continue
      }
      frame.isNested = isNested(frame, after: frames)
      // «إن العمليات تؤكد أن …»: what things show is part of what was said.
      if frame.isNested, let speaker = frame.speaker, !isSomebody(speaker) { continue }
      frames.append(frame)
      if let medium = frame.medium { rememberBody(medium) }
      if let speaker = frame.speaker {
        if isRunning(frame, frames) {
          remember(speaker, frame)
        } else if frame.isExplicit, !frame.isNested {
          rememberBody(speaker)
        }
      }
    }
    if let frame = continued(unit) { frames.insert(frame, at: 0) }
    let main = mainSubject(of: unit)
    if !frames.contains(where: { $0.isExplicit }) {
      if frames.contains(where: { $0.shape != .participle }) { last?.unit = unitNumber }
      if let clause { subject = clause.speaker } else if frames.isEmpty, let main, main.kind != .outlet { subject = main }
    }
    writeClauses(frames, unit)
    writeQuotes(frames, unit, main)
  }

  /// «… وصل الوفد. وأنه سيعود غدا»: a sentence that goes on with what the last speaker said.
  private func continued(_ unit: Range<Int>) -> SpeechFrame? {
    let index = unit.lowerBound
    guard let next = complementizer(index), next.conjunction == Letters.waw, let last, last.unit == unitNumber - 1
    else { return nil }
    return SpeechFrame(
      cue: index..<index + 1, frame: .say, shape: .noun, form: nil, start: index, speaker: last, via: nil,
      content: .clause(index + 1), isExplicit: false)
  }

  /// What is known of a unit when one of its cues is read.
  struct Context {
    let unit: Range<Int>
    /// Where the words of the cue end at the latest.
    let limit: Int
    /// The next cue of any kind.
    let next: Int
    /// The subject before the verb.
    let before: Subject?
    /// The grammatical subject of the unit's first clause.
    let clause: Subject?
    let earlier: [SpeechFrame]
  }

  /// Whether a speaker is one by its words, not any noun phrase.
  private func isSomebody(_ speaker: Speaker) -> Bool {
    speaker.chain != nil || speaker.kind != .anonymous || speaker.head < 0 || mentionOf[speaker.head] != 0
      || !classes(speaker.head).isDisjoint(with: [.speakerHead, .anaphorPerson, .anaphorBody])
      || tokens[speaker.head].word == 0
  }

  /// Whether whoever speaks in `frame` goes on speaking in the sentences behind it.
  private func isRunning(_ frame: SpeechFrame, _ frames: [SpeechFrame]) -> Bool {
    guard !frame.isNested, !isAside(frame) else { return false }
    guard frame.shape == .verb || last == nil || frame.isExplicit && frame.content != .none else { return false }
    return frame.place == .main || !frames.contains { $0.place == .main && $0.shape == .verb }
  }

  /// Whether a verb with an object pronoun tells no words of its own: «كما أخبره جيرانه».
  func isAside(_ frame: SpeechFrame) -> Bool {
    frame.content == .none && cue(at: frame.cue.lowerBound)?.form.hasObject == true
  }

  /// Whether a frame stands inside the clause of an earlier one: «قال إن الوزير أكد أن …».
  private func isNested(_ frame: SpeechFrame, after frames: [SpeechFrame]) -> Bool {
    guard frame.shape == .verb, let outer = frames.last(where: { !$0.isNested }) else { return false }
    // «قائلا: اعترض سليمان …»
    if case .colon(let start) = outer.content { return start == frame.start }
    guard case .clause(let start) = outer.content, start <= frame.start else { return false }
    if frame.place != .main { return true }
    let index = frame.start
    let before = classes(index - 1)
    // «غير أن محللين يقولون إن» answers, it does not go on.
    if isComplementizer(index - 1), lexicon.isAnswer(tokens.word(index - 2)) { return false }
    // «قال مصدر إن الوزارة درست البيان وخلصت إلى أن …»: the verb agrees with the subject of the clause alone.
    if tokens[frame.cue.lowerBound].conjunction != 0, !frame.isExplicit, let form = frame.form, let told = outer.form,
      form.isFeminine != told.isFeminine, !goesOn(frame), isFeminineNoun(start) == form.isFeminine
    {
      return true
    }
    return tokens[index].conjunction == 0 && !before.contains(.conjunction) && tokens[index - 1].kind != .mark
  }

  mutating func remember(_ speaker: Speaker, _ frame: SpeechFrame) {
    var speaker = speaker
    speaker.unit = unitNumber
    if frame.isExplicit, let form = frame.form {
      speaker.isFeminine = form.isFeminine
      if form.number != .singular { speaker.isPlural = true }
    }
    last = speaker
    subject = speaker
    switch speaker.kind {
    case .person: lastPerson = speaker
    case .office, .anonymous: lastBody = speaker
    case .outlet: break
    }
    rememberBody(speaker)
  }

  private mutating func rememberBody(_ speaker: Speaker) {
    var speaker = speaker
    speaker.unit = unitNumber
    if speaker.kind != .person, speaker.head >= 0, bodies.last?.head != speaker.head { bodies.add(speaker, in: tokens) }
  }

  private func frame(at token: CueToken, _ context: Context) -> SpeechFrame? {
    let index = token.index
    guard let cue = cue(at: index), !classes(index).contains(.source) else {
      let kind = classes(index)
      if kind.contains(.sayingNoun) { return sayingNoun(at: index, context) }
      return kind.contains(.saying) ? saying(at: index, context) : source(at: index, context)
    }
    var (content, lead) = self.content(after: index, limit: context.limit, cue: cue)
    // «البيان الذي أوردته الوكالة»: the words were told before.
    let wasTold = token.place == .relative && cue.form.hasObject && (cue.frame == .say || cue.frame == .relay)
    if wasTold || token.place == .described && !mayHaveWords(index, cue) { (content, lead) = (.none, context.limit) }
    var told: Subject?
    if cue.shape == .verb { told = speaker(of: cue, token, context, content, lead) }
    var explicit = told?.speaker
    var speaker = explicit
    var via: TextSpan?
    var medium: Speaker?
    if cue.frame == .place {
      guard content != .none else { return nil }
      explicit = issuer(after: index, limit: lead, unit: context.unit)
      speaker = explicit ?? (classes(index + 1).contains(.pronounPhrase) ? lastIssuer : nil) ?? last
    } else if let source = source(ofRelay: index, limit: lead, cue, explicit) {
      speaker = source
      if source.span != explicit?.span { via = explicit?.span }
      if let told = explicit, told.kind == .outlet { medium = told }
    }
    if via == nil { via = self.medium(after: index, content: content, lead: lead, speaker: speaker) }
    if speaker == nil {
      speaker =
        cue.shape == .participle
        ? governor(of: index, context) : implied(index, cue.form, context, isTold: content != .none)
    }
    // A passive («يذكر أن», «الذي يتوقع أن») tells no speaker.
    if cue.shape == .verb, cue.form.tense == .present {
      // «كان يرى», «وهو يصر», «لكنه يعتقد»: the subject is known.
      let hasSubject = lexicon.isPronoun(tokens.word(index - 1)) || lexicon.butPronoun(tokens.word(index - 1)) != nil
      let isHabit = classes(index - 1).contains(.auxiliary)
      if explicit == nil, !hasSubject,
        cue.isImpersonal || tokens[index].conjunction == 0 && token.place != .relative && !isHabit
      {
        return nil
      }
      if explicit == nil || cue.isImpersonal, token.place == .relative, isComplementizer(index + 1),
        cue.isImpersonal || !isDefinite(index - 1)
      {
        return nil
      }
    }
    if cue.prepositions.contains(.only), content == .none { return nil }
    // «مواصلة العمل»: a noun, not «مواصلا».
    if cue.shape == .participle, cue.prepositions.contains(.weak), content == .none { return nil }
    // «وأكدت التجارب أن …»: things show, they do not say.
    if let told, speaker == told.speaker, isThing(told) { return nil }
    // «فيما توقع أن»: so is a past without a subject behind a connective.
    if cue.frame == .think, cue.form.tense == .past, explicit == nil, token.place == .main,
      tokens[index].conjunction == 0, classes(index - 1).contains(.conjunction), isComplementizer(index + 1),
      lexicon.butPronoun(tokens.word(index - 1)) == nil, !lexicon.isAlso(tokens.word(index - 1))
    {
      return nil
    }
    // «والتي وصفت بأنها»: a passive, too.
    if cue.frame == .describe, cue.shape == .verb, explicit == nil, !cue.form.hasObject, isComplementizer(index + 1) {
      return nil
    }
    return SpeechFrame(
      cue: index..<index + 1, frame: cue.frame, shape: cue.shape, place: token.place, form: cue.form,
      start: min(index, told?.start ?? index), subject: told.map { $0.start..<max($0.start, $0.end) }, speaker: speaker,
      via: via, medium: medium, content: content, isExplicit: explicit != nil)
  }

  /// Whether a verb that describes a noun tells words: «بيانا ذكر فيه أن», «بيان يؤكد أن»; not «في حديث نشرته الوكالة».
  private func mayHaveWords(_ index: Int, _ cue: SpeechCue) -> Bool {
    if classes(index + 1).contains(.pronounPhrase) { return true }
    guard !cue.form.hasObject else { return false }
    // «صورا قالت إنها …»
    if cue.frame == .say, complementizer(index + 1)?.pronoun == true { return true }
    let isLed = isComplementizer(index + 1) || isComplement(tokens.word(index + 1), of: cue) && isComplementizer(index + 2)
    return isLed && documentBefore(index) != nil
  }

  /// Whether a subject is a thing that shows, not somebody who says.
  private func isThing(_ subject: Subject) -> Bool {
    let head = subject.speaker.head
    return head >= 0 && subject.speaker.chain == nil && mentionOf[head] == 0 && classes(head).contains(.thing)
  }

  /// The medium that somebody spoke to: «قال لقناة …», «في تصريح لوكالة …», «في مقابلة مع صحيفة …».
  private func medium(after index: Int, content: SpeechFrame.Content, lead: Int, speaker: Speaker?) -> TextSpan? {
    guard content != .none else { return nil }
    for position in index + 1..<max(lead, index + 1) {
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

  /// Whose words are passed on: those of the one after عن, or of the last speaker («عنه»).
  private func source(ofRelay index: Int, limit: Int, _ cue: SpeechCue, _ told: Speaker?) -> Speaker? {
    guard cue.frame == .relay || cue.shape == .verb && cue.frame == .say else { return nil }
    for position in index + 1..<max(limit, index + 1) {
      if tokens[position].word == lexicon.from, position + 1 < limit, tokens[position].conjunction == 0 {
        // «أعرب عن أمله», «كشف عن خطة»: عن leads to what was told, unless another medium tells it.
        let isOutlet = told?.kind == .outlet && !cue.prepositions.contains(.ila)
        guard cue.frame == .relay || isPassedOn(position, from: index) || isOutlet && isSomebody(position + 1) else {
          continue
        }
        return subject(at: position + 1, limit: limit, unit: index..<limit, afterPreposition: true, isSaying: true)?
          .speaker
      }
      if cue.frame == .relay, classes(position).contains(.pronounPhrase) { return last }
      // «نقلت الوكالة قول الوزير إن»
      if cue.frame == .relay, tokens[position].conjunction == 0, !isDefinite(position), !hasPronoun(position),
        !classes(position).isDisjoint(with: [.saying, .sayingNoun, .wording])
      {
        return subject(at: position + 1, limit: limit, unit: index..<limit, afterPreposition: false, isSaying: true)?
          .speaker
      }
      if isComplementizer(position) || isColon(position) { return nil }
    }
    return nil
  }

  /// Whether somebody is told at `index` who may have spoken: a person or a source.
  private func isSomebody(_ index: Int) -> Bool {
    if classes(index).contains(.speakerHead) { return true }
    guard let mention = mention(at: index), mention.tokens.lowerBound == index else { return false }
    return mention.kind == .person || mention.kind == .source
  }

  /// Whether «عن» at `position` leads to whoever an outlet has its words from: «أوردت الوكالة نقلا عن», «ذكرت عن مصدر».
  private func isPassedOn(_ position: Int, from index: Int) -> Bool {
    classes(position - 1).contains(.source) || cue(at: position - 1)?.frame == .relay
  }

  /// The subject of a participle: that of the verb that governs it.
  private func governor(of index: Int, _ context: Context) -> Speaker? {
    let verbs = context.earlier.filter { $0.shape == .verb }
    let verb = verbs.last { !$0.isNested && !isAside($0) && $0.place == .main } ?? verbs.last
    if let speaker = verb?.speaker { return speaker }
    if index <= context.unit.lowerBound + 1, let last { return last }
    return context.clause?.speaker ?? mainSubject(of: context.unit) ?? last ?? anybody(in: context.unit)
  }

  /// The speaker of a verb that names none.
  private func implied(_ index: Int, _ form: VerbForm, _ context: Context, isTold: Bool) -> Speaker? {
    // «قال إن القيادة أبلغته … وأنها قالت "…"», «قالت الصحيفة إن الكرملين … ولكنه يؤكد أن»: whom the clause tells of.
    // «قالت مصادر إن الوزير أجرى اتصالا قال فيه "…"»
    let isWithin = classes(index + 1).contains(.pronounPhrase) && tokens[index].conjunction == 0
    if isTold,
      isWithin || complementizer(index - 1)?.pronoun == true || lexicon.butPronoun(tokens.word(index - 1)) != nil,
      let outer = context.earlier.last(where: { !$0.isNested && $0.content != .none }), case .clause(let start) = outer.content,
      let told = outer.form, isWithin || told.isFeminine != form.isFeminine,
      let inner = subject(at: start, limit: index, unit: context.unit, afterPreposition: false, isSaying: true)
    {
      return inner.speaker
    }
    // «وقدم الرئيس تعازيه، وكتب: …»
    if !context.earlier.contains(where: { $0.isExplicit && $0.place == .main }), let clause = context.clause,
      clause.end <= index, index > context.unit.lowerBound + 2, clause.speaker.agrees(with: form)
    {
      return clause.speaker
    }
    // «…، بحسب الكاتب، لكنه يعتقد أن»
    if let told = context.earlier.last(where: { $0.isExplicit && !$0.isNested }), told.shape == .noun {
      return told.speaker
    }
    // «السر الذي كشفه فلان حين أعلن أن …»
    if let told = context.earlier.last(where: { $0.isExplicit && !$0.isNested }), told.place != .main,
      !context.earlier.contains(where: { $0.place == .main && $0.isExplicit }), let speaker = told.speaker,
      speaker.kind == .person
    {
      return speaker
    }
    guard let last else { return subject ?? first(of: context, form) }
    if let subject, subject.unit > last.unit, subject.agrees(with: form),
      subject.kind == .person || form.number != .singular || !last.agrees(with: form)
    {
      return subject
    }
    return last
  }

  /// «أكد بنك المرفأ توقعاته وقال إن»: nobody was told of before, so the noun phrase behind the first verb speaks.
  private func first(of context: Context, _ form: VerbForm) -> Speaker? {
    guard let frame = context.earlier.first(where: { $0.shape == .verb && $0.place == .main }),
      frame.form?.isFeminine == form.isFeminine, !classes(frame.cue.upperBound).contains(.pronounPhrase),
      let subject = subject(
        behind: frame.cue.lowerBound, limit: context.limit, unit: context.unit, isSaying: true, hasObject: false),
      isFeminine(subject) != !form.isFeminine
    else { return nil }
    return subject.speaker
  }

  /// «قوله إن …», «بقولها: …», «حسب قوله».
  private func saying(at index: Int, _ context: Context) -> SpeechFrame? {
    let cue = SpeechCue(
      frame: .say, shape: .noun, form: VerbForm(tense: .past, number: .singular, isFeminine: false), isLoose: false)
    let (content, _) = self.content(after: index, limit: context.limit, cue: cue)
    let earlier = context.earlier.last { $0.shape == .verb }
    return SpeechFrame(
      cue: index..<index + 1, frame: .say, shape: .noun, form: nil, start: index,
      speaker: earlier?.speaker ?? context.clause?.speaker ?? last, via: earlier?.via, content: content,
      isExplicit: false)
  }

  /// «بحسب المتحدث», «وفق ما أعلنته الوزارة», «على حد تعبيره».
  private func source(at index: Int, _ context: Context) -> SpeechFrame? {
    let unit = context.unit
    var next = index + 1
    while next < unit.upperBound, !isComma(next) {
      let kind = classes(next)
      if kind.contains(.preposition), tokens[next].word == lexicon.from || tokens[next].word == lexicon.to || next == index + 1 && tokens[next].word == lexicon.on {
        next += 1
        continue
      }
      if kind.contains(.relative) || cue(at: next) != nil || kind.contains(.pronounPhrase)
        || kind.contains(.wording) && !hasPronoun(next)
      {
        next += 1
      } else if isTime[next], mentionOf[next] == 0 {
        next += 1
      } else {
        break
      }
    }
    guard next < unit.upperBound else { return nil }
    var named: Subject?
    let isOwn = !classes(next).isDisjoint(with: [.wording, .saying])
    if !isOwn {
      named = subject(at: next, limit: unit.upperBound, unit: unit, afterPreposition: true, isSaying: true)
    }
    // «وحسب ما نقلت الصحيفة عن مصادر فإن …»
    if let outlet = named, outlet.speaker.kind == .outlet, tokens[outlet.end].word == lexicon.from,
      let source = subject(
        at: outlet.end + 1, limit: unit.upperBound, unit: unit, afterPreposition: true, isSaying: true)
    {
      named = source
    }
    // «وحسب الوزير، فإن …», «وحسب الوزير، تستغرق الأعمال عامين»
    var content = SpeechFrame.Content.none
    if index <= unit.lowerBound + 2 {
      var position = next
      while isComma(position) { position = adverbials(from: position + 1, limit: unit.upperBound) }
      while position < unit.upperBound, complementizer(position)?.conjunction != Letters.feh, !isVerb(position) {
        position += 1
      }
      if complementizer(position)?.conjunction == Letters.feh { content = .clause(position + 1) }
      // «وحسب قوله سيلتقي …», «وحسب المصدر، فقد جرى …»
      let first = adverbials(from: named?.end ?? next + 1, limit: unit.upperBound)
      let start = isComma(first) ? first + 1 : first
      if content == .none, lexicon.isThus(tokens[start].whole), cue(at: start + 1) == nil {
        content = .clause(start + 1)
      } else if content == .none, isOwn, isVerb(start), cue(at: start) == nil {
        content = .clause(start)
      }
    }
    return SpeechFrame(
      cue: index..<next, frame: .say, shape: .noun, form: nil, start: index, end: named?.end ?? next + 1,
      subject: named.map { $0.start..<max($0.start, $0.end) },
      speaker: named?.speaker ?? last, via: nil, content: content, isExplicit: named != nil)
  }

  /// «إعلان الجيش أن …», «تصريح الوزير بأن …», «تأكيده أن …».
  private func sayingNoun(at index: Int, _ context: Context) -> SpeechFrame? {
    let cue = SpeechCue(
      frame: .say, shape: .noun, form: VerbForm(tense: .past, number: .singular, isFeminine: false), isLoose: false)
    let owner = subject(
      at: index + 1, limit: context.limit, unit: context.unit, afterPreposition: false, isSaying: true)
    guard owner.map({ mayOwn($0.start) }) ?? hasPronoun(index) else { return nil }
    let limit = min(context.limit, context.next)
    var start = adverbials(from: owner?.end ?? index + 1, limit: limit)
    while isComma(start), start + 1 < limit { start = adverbials(from: start + 1, limit: limit) }
    let (content, lead) = self.content(after: start - 1, limit: limit, cue: cue)
    guard content != .none, lead <= start + 1, let speaker = owner?.speaker ?? context.earlier.last?.speaker ?? last
    else { return nil }
    if case .colon = content { return nil }
    return SpeechFrame(
      cue: index..<index + 1, frame: .say, shape: .noun, form: nil, start: index, speaker: speaker, via: nil,
      content: content, isExplicit: false)
  }

  /// Whether a noun of saying may be that of the noun phrase behind it: not «بتصريح مشترك».
  private func mayOwn(_ index: Int) -> Bool {
    mentionOf[index] != 0 || isDefinite(index) || classes(index).contains(.speakerHead) || isQuoteMark(index)
      || mentionOf[index + 1] != 0
  }

  // MARK: Content

  /// Whether the complementizer at `position` starts what `cue` tells, not the clause of a word between them.
  private func leads(
    _ complementizer: Complementizer, _ position: Int, from index: Int, _ cue: SpeechCue
  ) -> Bool {
    // «هدد بالإغلاق إن رفضت الشركات»: a condition.
    if !complementizer.pronoun, !complementizer.beh, isHamzatedBelow(position), isPast(position + 1) { return false }
    // «ولئن …، فإن …»
    if complementizer.conjunction == Letters.feh { return cue.shape == .noun }
    let before = position - 1
    let word = tokens.word(before)
    if cue.prepositions.contains(.only) { return isComplement(word, of: cue) }
    if complementizer.beh || position == index + 1 { return true }
    if cue.frame == .urge || cue.frame == .describe { return false }
    // «فضلا عن أنها»
    if word == lexicon.from, classes(before - 1).contains(.governor) { return false }
    if word == lexicon.on || word == lexicon.to { return isComplement(word, of: cue) || cue.shape == .noun }
    return !classes(before).contains(.governor) && !isVerbLike(before)
  }

  /// Whether a verb in the past, spelled like no noun («رفض», «إقالة») and no elative («أبرز»), stands at `index`.
  private func isPast(_ index: Int) -> Bool {
    guard mentionOf[index] == 0, !isFeminineNoun(index) else { return false }
    let told = cue(at: index).flatMap { $0.shape == .verb ? $0.form : nil }
    guard let form = told ?? lexicon.verb(tokens.word(index)), form.tense == .past else { return false }
    if form.isFeminine || form.number == .plural { return true }
    return tokens[index].foldedEnd - tokens[index].folded > 4
  }

  /// Whether the complementizer at `index` is written إن.
  private func isHamzatedBelow(_ index: Int) -> Bool {
    let start = Int(tokens[index].span.start)
    return tokens.byte(start) == 0xD8 && tokens.byte(start + 1) == 0xA5
  }

  private func isComplement(_ preposition: WordID, of cue: SpeechCue) -> Bool {
    preposition == lexicon.on && cue.prepositions.contains(.ala)
      || preposition == lexicon.to && cue.prepositions.contains(.ila)
  }

  /// Where what was said starts, and the token that leads to it: the first complementizer, colon or quotation after the
  /// cue, before the next cue. Brackets, and relative clauses with words of their own, are passed over.
  private func content(after index: Int, limit: Int, cue: SpeechCue) -> (SpeechFrame.Content, lead: Int) {
    var position = index + 1
    // A colon leads to the words only where no other clause has begun: «قال في مؤتمر: …», not «قال ما يلي، حيث …: …».
    var isBroken = false
    // «أقر القانون، ويتعين على الرئيس أن …»: another clause has begun, and what it leads to is its own.
    var isParted = false
    while position < limit {
      if let close = enclosureEnd(position), close < limit {
        position = close + 1
        continue
      }
      if let quote = quote(opening: position) {
        let isBound = cue.prepositions.contains(.only) && !isComplement(tokens.word(position - 1), of: cue)
        if isBound || isName(quote) || isWithinSubject(position, of: index) && isSubjectName(quote, limit)
          || words(tokens.quotes[quote].tokens) < 3 && position > index + 1 && !isColon(position - 1)
        {
          position = tokens.quotes[quote].tokens.upperBound + 1
          continue
        }
        return (.quote(quote), position)
      }
      if position > index + 1, isVerb(position) || !classes(position).isDisjoint(with: [.relative, .conjunction]) {
        isBroken = true
      }
      if isComma(position - 1), tokens[position].conjunction != 0,
        isVerb(position) || classes(position).contains(.governor) && tokens.letter(position, 1) == Letters.yeh,
        self.cue(at: position) == nil
      {
        isParted = true
      }
      if tokens.mark(position) == UInt8(ascii: ";"), !isComplementizer(position + 1) { isParted = true }
      if isColon(position), cue.frame == .say, !isBroken, !cue.prepositions.contains(.only), position + 1 <= limit {
        if quote(opening: position + 1) == nil, !isComplementizer(position + 1),
          tokens[position - 1].kind == .word || tokens[position - 1].letter == UInt8(ascii: ")")
            || isQuoteMark(position - 1),
          tokens[position + 1].kind == .word, tokens[position + 1].spaced
        {
          return (.colon(position + 1), position)
        }
      } else if let complementizer = complementizer(position), leads(complementizer, position, from: index, cue),
        !isParted, !isBroken || !cue.prepositions.contains(.weak)
      {
        // «قال إن "…"»: the quotation itself is the content.
        if let quote = quote(opening: position + 1), !isName(quote), words(tokens.quotes[quote].tokens) >= 3 {
          return (.quote(quote), position)
        }
        return (.clause(position + 1), position)
      } else if let complementizer = complementizer(position), !complementizer.beh, complementizer.conjunction == 0,
        cue.frame == .say, lexicon.isNecessity(tokens.word(position - 1)), isComplement(tokens.word(position - 2), of: cue)
      {
        // «أكد على ضرورة أن تتضافر الجهود»
        return (.clause(position - 1), position)
      } else if isVerbWithWords(position, limit) {
        guard let comma = (position..<limit).first(where: { isComma($0) }) else { break }
        position = comma
      }
      position += 1
    }
    return (.none, limit)
  }

  /// Whether a mark stands right behind a verb, or behind the noun that follows it: «أكد عضو "المكتب"».
  private func isWithinSubject(_ mark: Int, of verb: Int) -> Bool {
    mark == verb + 1 || mark == verb + 2 && isNominal(verb + 1) && !isDefinite(verb + 1)
      || mark == verb + 2 && classes(verb + 1).contains(.speakerHead)
  }

  /// Whether a quotation right behind a verb is the name of who speaks: «وقالت «أوراق المساء» أمس إن …».
  private func isSubjectName(_ quote: Int, _ limit: Int) -> Bool {
    guard words(tokens.quotes[quote].tokens) <= 3 else { return false }
    var position = tokens.quotes[quote].tokens.upperBound + 1
    if mentionOf[position] != 0 {
      position = nounPhraseEnd(position, limit)
    } else {
      while position < limit, isDefinite(position), isNominal(position) { position += 1 }
    }
    position = adverbials(from: position, limit: limit)
    // «أعلنت نقابة "سند" وهي من الأبرز أنه …»
    if tokens[position].conjunction == Letters.waw, lexicon.isPronoun(tokens.word(position)) { return true }
    // «وقال «شجاع» في تصريح: إن»
    if isColon(position), isComplementizer(position + 1) { return true }
    return isComplementizer(position) || lexicon.isComplement(tokens.word(position)) && isComplementizer(position + 1)
  }

  /// Whether a verb of saying in a relative clause has words of its own, up to the next comma.
  private func isVerbWithWords(_ index: Int, _ limit: Int) -> Bool {
    guard let cue = cue(at: index), cue.shape == .verb, mentionOf[index] == 0,
      tokens[index].preposition == 0, tokens[index].conjunction == 0, classes(index - 1).contains(.relative),
      !cue.form.hasObject
    else { return false }
    var position = adverbials(from: index + 1, limit: limit)
    if mentionOf[position] != 0 || isNominal(position) { position = nounPhraseEnd(position, limit) }
    return isComplementizer(position) || isComplement(tokens.word(position), of: cue) && isComplementizer(position + 1)
  }
}
