/// The words around a telling that say what became of the contact: «المقرر», «نفى», «إلغاء».
extension StatusReader {
  /// So many words may a verb's subject have before its object.
  private static let near = 4

  /// A cue that governs a telling.
  private struct Cue {
    var status: ContactStatus
    var tokens: Range<Int>
    /// It denies what was told of the contact.
    var isOfNews: Bool
  }

  /// The nearest cue that reaches the trigger: before it in its clause, or right behind its noun.
  func cue(for draft: ClaimDraft, _ clauses: TellingClauses) -> ContactStatus? {
    let anchor = draft.noun ?? draft.trigger
    if let after = cue(.after, from: anchor + 1, to: min(draft.segment.upperBound, anchor + Self.farthest)) {
      return after
    }
    let adjective = draft.noun == nil ? nil : adjective(behind: anchor, to: draft.sentence.upperBound)
    let first = min(draft.trigger, anchor)
    var nearest: Cue?
    for position in max(draft.sentence.lowerBound, first - Self.farthest)..<max(first, draft.sentence.lowerBound) {
      guard let match = modality(at: position) else { continue }
      // «تلبية لدعوة من أ، وصل ب»: who comes has accepted.
      if draft.isArrival, draft.noun == nil, tokens[position].preposition != 0 { continue }
      // «ليس من المقرر أن»: what stands within it tells nothing by itself.
      if let nearest, position < nearest.tokens.upperBound { continue }
      for value in match.values where value.position == .before && match.end <= first {
        let tokens = position..<match.end
        guard let status = governing(value, tokens, draft, clauses), position > nearest?.tokens.lowerBound ?? -1 else {
          continue
        }
        let cue = Cue(status: status, tokens: tokens, isOfNews: value.status == .denied && deniesNews(match.end, first))
        if nearest.map({ denies($0, cue) }) != true { nearest = cue }
      }
    }
    // «نفى ما تردد عن إلغاء لقاء»: a denial of that leaves what was to be.
    let isOff = nearest?.status == .postponed || nearest?.status == .cancelled
    if isOff, let nearest, isDenied(before: nearest.tokens.lowerBound, in: draft) { return adjective ?? .scheduled }
    if let nearest, nearest.status == .scheduled, map.function(nearest.tokens.lowerBound - 1) == .copula,
      let undone = undone(behind: max(anchor, draft.trigger), draft.sentence)
    {
      return undone
    }
    // «تم تأجيل اللقاء المرتقب»: what became of it counts, not what it was to be.
    return adjective == nil || isOff || nearest?.status == .denied ? nearest?.status : adjective
  }

  /// «كان من المقرر أن يلتقي أ ب، لكنه اعتذر», «غير أن أ ألغى ذلك»: what stands against what was to be.
  private func undone(behind telling: Int, _ sentence: Range<Int>) -> ContactStatus? {
    let contrast = (telling..<max(telling, sentence.upperBound)).first { index in
      guard map.mentionAt[index] < 0, lexicon.contrasts.contains(tokens.word(index)) else { return false }
      // «غير», «إلا» only before «أن».
      return tokens.letters(index).count > 3 || map.function(index + 1) == .complementizer
    }
    guard let contrast else { return nil }
    for position in contrast + 1..<max(contrast + 1, sentence.upperBound) {
      guard let match = modality(at: position), map.function(position - 1) != .negation else { continue }
      for value in match.values where value.isPlain && value.position != .adjective {
        switch value.status {
        case .cancelled, .postponed, .denied: return value.status
        default: break
        }
      }
    }
    return nil
  }

  /// The cue at a token, unless its word is another one that is spelled like it.
  private func modality(at position: Int) -> PhraseMap<ModalityCue>.Match? {
    guard map.mentionAt[position] < 0,
      let (match, reading) = lexicon.modality.longest(at: position, in: tokens)
    else { return nil }
    let isClitic = reading != .whole && reading != .conjunction
    // «بحث» is no «حث» with ب.
    if isClitic, tokens[position].foldedEnd - tokens[position].folded <= 4 { return nil }
    // «من أجل», «لأجل»: spelled like the verb.
    if tokens.word(position - 1) == lexicon.from && map.mentionAt[position - 1] < 0 || isClitic,
      map.lexicon.otherVerbs[isClitic ? tokens[position].lessPreposition : tokens.word(position)] != nil,
      match.end == position + 1
    {
      return nil
    }
    return match
  }

  /// The status that a cue before a telling gives it; nil if the cue is that of something else.
  private func governing(
    _ value: ModalityCue, _ cue: Range<Int>, _ draft: ClaimDraft, _ clauses: TellingClauses
  ) -> ContactStatus? {
    let (position, end, first) = (cue.lowerBound, cue.upperBound, min(draft.trigger, draft.noun ?? draft.trigger))
    let isVerb = map.otherVerb(position) != nil
    // «بعد إرجاء قمة، وصل أ»: what is put off is the noun behind, not what a verb tells.
    if value.status == .postponed || value.status == .cancelled, draft.noun == nil, !isVerb { return nil }
    // «نفى المتحدث الأنباء التي تحدثت عن لقاء»: what is denied may stand in a clause of its own; nothing nearer undoes it.
    if value.status != .denied || !deniesNews(end, first) {
      guard clauses.isGoverned(from: position, to: end), !isAside(draft, clauses, value.status, from: end),
        isVerb && clauses.isObject(of: position)
          || reaches(from: end, to: first, value.status, isVerb ? clauses : nil)
      else { return nil }
    }
    // «رفض تأكيد أنباء لقاء أو نفيها»
    if value.status == .denied, isVerb,
      (position - 2..<end + Self.near).contains(where: { lexicon.comments.contains(tokens.word($0)) })
    {
      return nil
    }
    // «آخر لقاء», but not «من جانب آخر».
    if value.status == .held, end != first { return nil }
    if value.status == .scheduled, draft.form == .message, isHandedOver(end, draft, clauses) { return nil }
    if map.function(position) == .may, !isPossible(end, draft) { return nil }
    // «عدل عن زيارة», but not «عدل القانون».
    if value.with != 0, !(end...first).contains(where: { tokens.word($0) == value.with && map.mentionAt[$0] < 0 }) {
      return nil
    }
    // «لم يستبعد لقاء», «لا ينوي لقاء», «لم يتمكن من لقاء»
    let isDenied = map.function(position - 1) == .negation
    return isDenied ? value.denied : value.isPlain ? value.status : nil
  }

  /// «نفت ما تردد من أن أ يستعد للقاء ب», «استبعد أ فكرة عقد لقاء»: what is denied is what was planned or proposed.
  private func denies(_ denial: Cue, _ cue: Cue) -> Bool {
    denial.status == .denied && [.scheduled, .proposed, .underway].contains(cue.status)
      && (denial.isOfNews || isObject(denial.tokens.upperBound, cue.tokens.lowerBound))
  }

  /// «نفى أ، في ختام لقائه ب، وجود خلاف»: the telling stands in a phrase of its own between commas.
  private func isAside(
    _ draft: ClaimDraft, _ clauses: TellingClauses, _ status: ContactStatus, from start: Int
  ) -> Bool {
    guard let noun = draft.noun, noun == draft.trigger, clauses.noun >= 0,
      [.in, .on].contains(clauses.tree.predicates[clauses.noun].role)
    else { return false }
    // «يأمل، رغم الخلاف، في لقاء ب» is the verb's own phrase, «رفض أ ذلك، في رسالة إلى ب» is not.
    if status != .proposed, map.function(noun - 1) == .in, tokens.mark(noun - 2) == UInt8(ascii: ",") { return true }
    let before = noun - 2
    return before > start && map.function(noun - 1) == nil && tokens[noun - 1].kind == .word
      && map.function(before) == .in && tokens.mark(before - 1) == UInt8(ascii: ",")
  }

  /// «استقبل أ ب حاملا رسالة»: who meets hands over what he carries, who travels has still to.
  private func isHandedOver(_ next: Int, _ draft: ClaimDraft, _ clauses: TellingClauses) -> Bool {
    guard next == draft.noun else { return false }
    let verb =
      clauses.tree.clauses.indices.contains(clauses.clause) ? clauses.tree.clauses[clauses.clause].predicate : -1
    guard verb >= 0, let frame = clauses.tree.predicates[verb].verb?.frame else { return false }
    return frame.isEncounter
  }

  /// «قد يلتقي»: only right before a present does قد make it possible; «قد التقى» and «قد أعلن أنه يلتقي» tell facts.
  private func isPossible(_ next: Int, _ draft: ClaimDraft) -> Bool {
    next == draft.trigger && draft.trigger != draft.noun && map.verb(draft.trigger)?.inflection.tense == .present
  }

  /// A cue among the adjectives of a noun: «القمة الأميركية الروسية المرتقبة», «قمة ترامب - بوتين المرتقبة».
  private func adjective(behind noun: Int, to limit: Int) -> ContactStatus? {
    var words = 0
    for position in noun + 1..<max(limit, noun + 1) where map.mentionAt[position] < 0 {
      // «إلى نوفمبر المقبل»
      if map.timeAt[position] < 0, let (match, _) = lexicon.modality.longest(at: position, in: tokens),
        let value = match.values.first(where: { $0.position == .adjective })
      {
        return value.status
      }
      let token = tokens[position]
      // «الاجتماع الوزاري لدول «القمة»، المرتقب عقده»: quotation marks, and the comma before what is told of the noun.
      if token.kind == .mark, isQuote(position) || isBeforeAdjective(position) { continue }
      // «زيارة أ إلى لبنان المقررة»: the phrases of the noun stand between.
      switch map.function(position) {
      case .to, .in, .with, .between, .from: if map.mentionAt[position + 1] >= 0 { continue }
      default: break
      }
      guard token.kind == .word && map.function(position) == nil || token.letter == UInt8(ascii: "-"),
        map.noun(position) == nil, map.verb(position) == nil, map.timeAt[position] < 0
      else { return nil }
      words += 1
      if words > 4 { return nil }
    }
    return nil
  }

  private func isQuote(_ index: Int) -> Bool {
    [Letters.openQuote, Letters.closeQuote, Letters.straightQuote].contains(tokens.mark(index))
  }

  /// «، المرتقب عقده»: a definite word of the tables right behind a comma.
  private func isBeforeAdjective(_ comma: Int) -> Bool {
    tokens.mark(comma) == UInt8(ascii: ",") && tokens.letter(comma + 1, 0) == Letters.alef
      && tokens.letter(comma + 1, 1) == Letters.lam
      && lexicon.modality.longest(at: comma + 1, in: tokens)?.match.values.contains { $0.position == .adjective }
        == true
  }

  private func cue(_ place: ModalityCue.Position, from start: Int, to end: Int) -> ContactStatus? {
    for position in start..<max(start, min(end, tokens.count)) where map.mentionAt[position] < 0 {
      if tokens.mark(position) == 0x0A { return nil }
      guard let (match, _) = lexicon.modality.longest(at: position, in: tokens) else { continue }
      if let value = match.values.first(where: { $0.position == place }) { return value.status }
    }
    return nil
  }

  /// Whether nothing between a cue and the trigger ends the cue's scope: another clause, or the end of the phrase.
  func reaches(
    from start: Int, to end: Int, _ status: ContactStatus, _ clauses: TellingClauses?
  ) -> Bool {
    let comma = (start..<max(start, end)).last { tokens.mark($0) == UInt8(ascii: ",") } ?? start - 1
    var position = start
    while position < end {
      if map.mentionAt[position] < 0 {
        switch map.function(position) {
        case .relative, .after, .before, .during, .while, .if:
          // «أرجأ أ، بسبب الفيضانات التي ضربت البلاد، زيارته»: what the commas close is passed over.
          if position > comma || clauses?.isWithin(position) ?? true { return false }
        default: break
        }
        if tokens.mark(position) == UInt8(ascii: "."), status != .scheduled { return false }
        if let verb = map.verb(position), verb.inflection.tense == .past, tokens[position].conjunction != 0 {
          return false
        }
      }
      position += 1
    }
    return true
  }
}
