/// Whom verbs and participles without a subject have as theirs.
extension SpeechReader {
  /// The subject of a participle: that of the verb that governs it.
  func governor(of index: Int, _ context: Context) -> Speaker? {
    let verbs = context.earlier.filter { $0.shape == .verb }
    let verb = verbs.last { !$0.isNested && !isAside($0) && $0.place == .main } ?? verbs.last
    if let speaker = verb?.speaker { return speaker }
    // «ووفقا لمسؤول في الوزارة، فإن …، مؤكدا أن»
    if let source = context.earlier.last(where: { $0.shape == .noun && $0.isExplicit && $0.content != .none }) {
      return source.speaker
    }
    if index <= context.unit.lowerBound + 1, let last { return last }
    let before = context.unit.lowerBound..<index
    return context.clause?.speaker ?? mainSubject(of: before, outsidePhrases: true) ?? last
      ?? anybody(in: context.unit)
  }

  /// The speaker of a verb that names none.
  func implied(_ index: Int, _ form: VerbForm, _ context: Context, isTold: Bool) -> Speaker? {
    // «قال إن القيادة أبلغته … وأنها قالت "…"», «قالت الصحيفة إن الكرملين … ولكنه يؤكد أن»: whom the clause tells of.
    // «قالت مصادر إن الوزير أجرى اتصالا قال فيه "…"»
    let isWithin = classes(index + 1).contains(.pronounPhrase) && tokens[index].conjunction == 0
    if isTold,
      isWithin || complementizer(index - 1)?.pronoun == true || lexicon.butPronoun(tokens.word(index - 1)) != nil,
      let outer = context.earlier.last(where: { !$0.isNested && $0.content != .none }),
      case .clause(let start) = outer.content,
      let told = outer.form, isWithin || told.isFeminine != form.isFeminine,
      let inner = subject(at: start, limit: index, unit: context.unit, afterPreposition: false, isSaying: true)
    {
      return inner.speaker
    }
    if let asked = whoWasAsked(before: index, context) ?? whoDidBefore(index) { return asked }
    if isWithin, let actor = actor(before: index, form, context.unit) { return actor }
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
    // «قال شاكر … . ورأى خبراء أن … . وأضاف»: one, not several, and the other way round.
    if last.kind != .office, let isPlural = last.isPlural ?? (last.kind == .person ? false : nil),
      isPlural != (form.number != .singular), !form.isFeminine || !isPlural,
      let other = form.number == .singular ? lastMan : lastMany, unitNumber - other.unit <= Self.longestReach
    {
      return other
    }
    // «قالت عمران … . وأكد مسؤول … . وقالت»: whom the verb agrees with.
    if let isFeminine = last.isFeminine, isFeminine != form.isFeminine, last.kind != .office, form.number == .singular,
      let other = form.isFeminine ? lastWoman : lastMan, unitNumber - other.unit <= Self.longestReach
    {
      return other
    }
    return last
  }

  /// No verb goes on with somebody who spoke more units ago, when others have spoken since.
  private static let longestReach = 8

  /// «سئل الوزير عن سفره، فرد»: whoever is asked answers.
  private func whoWasAsked(before index: Int, _ context: Context) -> Speaker? {
    guard tokens[index].conjunction == Letters.feh,
      let verb = (context.unit.lowerBound..<index).last(where: { lexicon.isAsked(tokens.word($0)) })
    else { return nil }
    let start = adverbials(from: verb + 1, limit: index)
    return subject(at: start, limit: index, unit: context.unit, afterPreposition: false, isSaying: true)?.speaker
  }

  /// «سبق للوزير أن أعلن أن»: whom ل leads to behind «سبق».
  private func whoDidBefore(_ index: Int) -> Speaker? {
    guard isComplementizer(index - 1), let mention = mention(at: index - 2), mention.preposition == Letters.lam,
      speaks(mention), lexicon.isBefore(tokens.word(mention.tokens.lowerBound - 1))
    else { return nil }
    return told(by: mention, limit: index - 1).speaker
  }

  /// «سارعت الوزارة …، لإصدار بيان قالت فيه»: the subject of the verb before the document, by the gender of both verbs.
  private func actor(before index: Int, _ form: VerbForm, _ unit: Range<Int>) -> Speaker? {
    guard classes(index - 1).contains(.document) else { return nil }
    let verb = (unit.lowerBound..<index).last { position in
      guard isVerb(position) || startsVerb(position) && isBareWord(position), quoteOf[position] == 0 else {
        return false
      }
      guard let next = mention(at: position + 1) else { return classes(position + 1).contains(.anaphorBody) }
      return next.tokens.lowerBound == position + 1 && next.preposition == 0 && next.conjunction == 0 && speaks(next)
    }
    guard let verb, (tokens.letters(verb).last == Letters.teh) == form.isFeminine else { return nil }
    return subject(at: verb + 1, limit: index, unit: unit, afterPreposition: false)?.speaker
  }

  /// «أكد بنك المرفأ توقعاته وقال إن»: nobody was told of before, so the noun phrase behind the first verb speaks.
  func first(of context: Context, _ form: VerbForm) -> Speaker? {
    guard let frame = context.earlier.first(where: { $0.shape == .verb && $0.place == .main }),
      frame.form?.isFeminine == form.isFeminine, !classes(frame.cue.upperBound).contains(.pronounPhrase),
      let subject = subject(
        behind: frame.cue.lowerBound, limit: context.limit, unit: context.unit, isSaying: true, hasObject: false),
      isFeminine(subject) != !form.isFeminine
    else { return nil }
    return subject.speaker
  }
}
