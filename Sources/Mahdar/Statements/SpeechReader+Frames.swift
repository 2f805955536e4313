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
      inheritMedium(&frame)
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
    rememberIssuer(frames)
    if let frame = continued(unit) { frames.insert(frame, at: 0) }
    let main = mainSubject(of: unit)
    if !frames.contains(where: { $0.isExplicit }) {
      if frames.contains(where: { $0.shape != .participle }) { last?.unit = unitNumber }
      if let clause {
        subject = clause.speaker
      } else if frames.isEmpty, let main, main.kind != .outlet {
        subject = main
      }
    }
    frames = passedOn(frames, unit)
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
  func isSomebody(_ speaker: Speaker) -> Bool {
    speaker.chain != nil || speaker.kind != .anonymous || speaker.head < 0 || mentionOf[speaker.head] != 0
      || !classes(speaker.head).isDisjoint(with: [.speakerHead, .anaphorPerson, .anaphorBody])
      || tokens[speaker.head].word == 0
  }

  /// Whether whoever speaks in `frame` goes on speaking in the sentences behind it.
  private func isRunning(_ frame: SpeechFrame, _ frames: [SpeechFrame]) -> Bool {
    guard !frame.isNested, !isAside(frame) else { return false }
    guard frame.shape == .verb || last == nil || frame.isExplicit && frame.content != .none else { return false }
    // «الخطة التي تبلغ قيمتها مليارا»: nor does whom a relative clause without words tells of.
    if frame.content == .none, frame.place == .relative, isDefinite(frame.cue.lowerBound - 1),
      let cue = cue(at: frame.cue.lowerBound), !cue.prepositions.isDisjoint(with: [.weak, .object])
    {
      return false
    }
    // «تقدر أبعاده بمترين»: the subject of a verb without words may be a thing.
    if frame.content == .none, frame.isExplicit, let speaker = frame.speaker, !isSomebody(speaker) { return false }
    return frame.place == .main || !frames.contains { $0.place == .main && $0.shape == .verb }
  }

  /// Whether a verb with an object pronoun tells no words of its own: «كما أخبره جيرانه».
  func isAside(_ frame: SpeechFrame) -> Bool {
    frame.content == .none && cue(at: frame.cue.lowerBound)?.form.hasObject == true
  }

  /// Whether a frame stands inside the clause of an earlier one: «قال إن الوزير أكد أن …».
  func isNested(_ frame: SpeechFrame, after frames: [SpeechFrame]) -> Bool {
    guard frame.shape == .verb,
      let outer = frames.last(where: { !$0.isNested && ($0.place == .main || $0.content != .none) })
    else { return false }
    // «قائلا: اعترض سليمان …»
    if case .colon(let start) = outer.content { return start == frame.start }
    guard case .clause(let start) = outer.content, start <= frame.start else { return false }
    if frame.place != .main { return true }
    let index = frame.start
    let before = classes(index - 1)
    // «غير أن محللين يقولون إن» answers, it does not go on.
    if let particle = complementizer(index - 1), lexicon.isAnswer(tokens.word(index - 2)) {
      // «قال شاكر إن الحكومة وافقت، إلا أنها أكدت أن»
      return particle.pronoun && !frame.isExplicit && !agrees(frame, outer)
    }
    // «، وإن كان خبراء يقولون إن»
    if before.contains(.auxiliary), complementizer(index - 2)?.conjunction == Letters.waw, frame.isExplicit {
      return false
    }
    // «قال مصدر إن الوزارة درست البيان وخلصت إلى أن …»: the verb agrees with the subject of the clause alone.
    let isAnswer = lexicon.butPronoun(tokens.word(index - 1)) != nil
    if tokens[frame.cue.lowerBound].conjunction != 0 || isAnswer, !frame.isExplicit, let form = frame.form,
      let told = outer.form, form.isFeminine != told.isFeminine, !goesOn(frame),
      isAnswer || tokens.isFeminineNoun(start) == form.isFeminine
    {
      return true
    }
    return tokens[index].conjunction == 0 && !before.contains(.conjunction) && !isAnswer
      && tokens[index - 1].kind != .mark
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
    if speaker.joint.count == 2 { lastPair = speaker }
    if speaker.isPlural == true { lastMany = speaker }
    let isName = speaker.kind == .anonymous && speaker.chain == nil && speaker.head >= 0 && isBareWord(speaker.head)
    if speaker.kind == .person || isName, let isFeminine = speaker.isFeminine {
      if isFeminine { lastWoman = speaker } else { lastMan = speaker }
    }
    if let head = frame.subject?.lowerBound, classes(head).contains(.reporter) { lastReporter = speaker }
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

  mutating func frame(at token: CueToken, _ context: Context) -> SpeechFrame? {
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
    if via == nil {
      let outlet = self.medium(of: cue, index, content, lead, speaker)
      via = outlet?.span ?? network(at: token, cue, content, lead, context.unit)
      if let outlet { rememberMedium(outlet) }
    }
    if speaker == nil {
      speaker =
        cue.shape == .participle
        ? governor(of: index, context) : implied(index, cue.form, context, isTold: content != .none)
    }
    // A passive («يذكر أن», «الذي يتوقع أن») tells no speaker.
    if cue.shape == .verb, cue.form.tense == .present {
      // «كان يرى», «وهو يصر», «لكنه يعتقد»: the subject is known.
      let hasSubject = lexicon.isPronoun(tokens.word(index - 1)) || lexicon.butPronoun(tokens.word(index - 1)) != nil
      // «ومضى الوزير يقول إن»
      let isGoingOn = context.earlier.last.map { $0.isExplicit && $0.content == .none && goesOn($0) } ?? false
      let isHabit =
        !classes(index - 1).isDisjoint(with: [.auxiliary, .negation]) || isGoingOn || isLed(index, cue)
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
    // «وركزت المحادثات على …، وناقشت …»: nor does a verb that goes on with them.
    if cue.shape == .verb, explicit == nil, token.place == .main, tokens[index].conjunction != 0,
      let opener = thingVerb(of: context.unit), opener < index,
      self.cue(at: opener)?.form.isFeminine == cue.form.isFeminine,
      !context.earlier.contains(where: { $0.isExplicit })
    {
      return nil
    }
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
    // «خطوة وصفها الوزير بأنها "استفزازية"»
    if cue.frame == .describe, cue.form.hasObject,
      let particle = (index + 1...index + Self.longestDescriber).first(where: { isComplementizer($0) })
    {
      return complementizer(particle)?.beh == true && quote(opening: particle + 1) != nil
    }
    guard !cue.form.hasObject else { return false }
    // «صورا قالت إنها …»
    if cue.frame == .say, complementizer(index + 1)?.pronoun == true { return true }
    let isLed =
      isComplementizer(index + 1) || isComplement(tokens.word(index + 1), of: cue) && isComplementizer(index + 2)
    return isLed && documentBefore(index) != nil
  }

  /// Whoever describes something is told in so many words at most.
  private static let longestDescriber = 12

  /// The verb of saying at the head of a unit whose subject, right behind it, is a thing: «وركزت المحادثات».
  private func thingVerb(of unit: Range<Int>) -> Int? {
    let index = afterDateline(of: unit)
    guard cue(at: index)?.shape == .verb, mentionOf[index + 1] == 0, isDefinite(index + 1),
      classes(index + 1).contains(.thing)
    else { return nil }
    return index
  }

  /// Whether a subject is a thing that shows, not somebody who says.
  private func isThing(_ subject: Subject) -> Bool {
    let head = subject.speaker.head
    return head >= 0 && subject.speaker.chain == nil && mentionOf[head] == 0 && classes(head).contains(.thing)
  }

  /// Whose words are passed on: those of the one after عن, or of the last speaker («عنه»).
  func source(ofRelay index: Int, limit: Int, _ cue: SpeechCue, _ told: Speaker?) -> Speaker? {
    guard cue.frame == .relay || cue.shape == .verb && cue.frame == .say else { return nil }
    for position in index + 1..<max(limit, index + 1) {
      // «نسبت الوكالة إلى مصدر قوله»
      let isSource =
        tokens[position].word == lexicon.from
        || tokens[position].word == lexicon.to
          && (cue.frame == .relay && cue.prepositions.contains(.ila) || classes(position - 1).contains(.source))
      if isSource, position + 1 < limit, tokens[position].conjunction == 0 {
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
  func isPassedOn(_ position: Int, from index: Int) -> Bool {
    classes(position - 1).contains(.source) || cue(at: position - 1)?.frame == .relay
  }
}
