/// Finds who vouches for a contact: the path that leads from the words that tell it out to the article's own voice.
///
/// The speakers of the statements that hold a telling and the media they came by come first, from the nearest outward;
/// then the sources named in its sentence («بحسب …»), or the subject of the verb that it is the object of («أعلن إلغاء
/// الزيارة»). A contact that the article first tells in its own voice has none, whoever speaks of it later.
struct AttributionReader {
  private let map: ClauseMap
  private let lexicon: AttributionLexicon
  private let chains: [Chain]
  /// In text order, with the farthest end of the statements up to each.
  private let statements: [Statement]
  private let ends: [Int32]
  private let reader: VoucherReader
  private let sources: NamedSources
  /// The agencies that the article is from.
  private let agencies: [Voucher]
  /// The medium that the article is in.
  private let outlet: String?
  /// The sources that cues of one sentence lead to, the last one asked for.
  private var behindCues: (sentence: Int, vouchers: [(cue: Int, voucher: Voucher)]) = (-1, [])

  /// How many sources of one sentence and of one contact are read, and how far before its noun a verb of telling may
  /// stand, so that no input makes the work grow with its square.
  private static let most = 8
  private static let reach = 30

  init(
    map: ClauseMap, lexicon: AttributionLexicon, chains: [Chain], statements: [Statement], outlet: String?
  ) {
    self.outlet = outlet
    self.map = map
    self.lexicon = lexicon
    self.chains = chains
    self.statements = statements
    reader = VoucherReader(map: map, lexicon: lexicon, chains: chains)
    var end: Int32 = 0
    ends = statements.map { statement in
      end = max(end, statement.span.end)
      return end
    }
    sources = NamedSources(map: map, lexicon: lexicon, statements: statements, reader: reader)
    agencies = Wire(map: map, lexicon: lexicon, chains: chains).agencies
  }

  /// The sources of a contact, from the nearest outward.
  ///
  /// - Parameter isCentral: whether the article is about it; the agency that the article is from vouches for it then.
  mutating func sources(of contact: ClaimDraft, isCentral: Bool) -> [ContactClaim.Source] {
    let all = Set(contact.triggers + [contact.trigger]).sorted()
    let body = all.filter { $0 >= map.tokens.titleCount }
    let tellings = body.isEmpty ? all : body
    var found: [ContactClaim.Source] = []
    for (place, telling) in tellings.enumerated() where found.count < Self.most {
      if place > 0, found.isEmpty { break }
      // «اللقاء» of a later speaker takes the contact for known.
      if place > 0, isDefinite(telling), contact.status != .denied { continue }
      for voucher in path(to: telling) { add(voucher, to: &found) }
    }
    if contact.status == .denied, let last = body.last, let denier = denier(behind: last) { add(denier, to: &found) }
    if found.isEmpty, isCentral, let first = tellings.first {
      for voucher in body.isEmpty ? vouchersOfLead() : vouchers(behind: first) { add(voucher, to: &found) }
    }
    if found.isEmpty, let first = body.first, let voucher = ofThat(behind: first) { add(voucher, to: &found) }
    if isCentral { for agency in agencies { add(agency, to: &found) } }
    return found
  }

  /// The sources of the first sentence, which tells what the headline does in other words.
  private func vouchersOfLead() -> [Voucher] {
    guard
      let lead = map.tokens.sentences.first(where: {
        $0.lowerBound >= map.tokens.titleCount && $0.count >= Self.shortest
      })
    else { return [] }
    return vouchers(in: lead).map(\.voucher)
  }

  /// No sentence of fewer words tells news.
  private static let shortest = 6

  private func isDefinite(_ telling: Int) -> Bool {
    guard let noun = map.noun(telling), map.verb(telling) == nil else { return false }
    return noun.isDefinite && !noun.hasPronoun
  }

  /// «أجرى أ محادثات مع ب. وبحسب ما نقلت صحيفة … عن … فإن اللقاء …»: a sentence that opens with its source vouches for
  /// what the article told right before it.
  private mutating func vouchers(behind telling: Int) -> [Voucher] {
    var number = Int(map.tokens.sentenceOf[telling]) + 1
    var passed = 0
    while number > 0, number < map.tokens.sentences.count, passed < 2 {
      let sentence = map.tokens.sentences[number]
      number += 1
      if sentence.count < 3 { continue }
      passed += 1
      guard let (cue, voucher) = vouchers(in: sentence).first, cue - sentence.lowerBound < 2,
        sentence.contains(where: { isDefinite($0) })
      else { continue }
      return [voucher] + (source(behind: voucher, sentence.upperBound).map { [$0] } ?? [])
    }
    return []
  }

  /// «التقى أ ب. أعلن ذلك المتحدث ج», «جاء ذلك بحسب بيان …»: the next sentence says who told what the one before it tells.
  private mutating func ofThat(behind telling: Int) -> Voucher? {
    guard let sentence = following(telling) else { return nil }
    guard
      let that = (sentence.lowerBound + 1...sentence.lowerBound + 2).first(where: {
        lexicon.that.contains(map.tokens.word($0)) && map.mentionAt[$0] < 0
      })
    else { return nil }
    let opening = reader.classes(that - 1)
    if opening.classes.contains(.telling) { return reader.source(behind: that + 1, to: sentence.upperBound) }
    guard let (_, voucher) = vouchers(in: sentence).first else { return nil }
    return voucher
  }

  /// «ذكرت صحيفة أن أ التقى ب. ونفت الوزارة ذلك»: who denies it in one of the next sentences.
  private func denier(behind telling: Int) -> Voucher? {
    let next = Int(map.tokens.sentenceOf[telling]) + 1
    guard next > 0, next < map.tokens.sentences.count else { return nil }
    for sentence in map.tokens.sentences[next...].prefix(StatusReader.sentencesBehind) {
      for index in sentence where map.mentionAt[index] < 0 && reader.classes(index).classes.contains(.denying) {
        // «نفت الوزارة», but «الوزارة نفت هذه الأنباء».
        return reader.source(behind: index + 1, to: sentence.upperBound).flatMap { $0.kind == .official ? $0 : nil }
      }
    }
    return nil
  }

  /// The next sentence of some length.
  private func following(_ telling: Int) -> Range<Int>? {
    let next = Int(map.tokens.sentenceOf[telling]) + 1
    guard next > 0, next < map.tokens.sentences.count else { return nil }
    return map.tokens.sentences[next...].prefix(2).first { $0.count >= 3 }
  }

  /// Whom an outlet had it from.
  private func source(behind voucher: Voucher, _ end: Int) -> Voucher? {
    voucher.kind == .outlet ? reader.source(of: voucher, before: end) : nil
  }

  private func add(_ voucher: Voucher, to found: inout [ContactClaim.Source]) {
    let voucher = sources.resolved(voucher)
    if voucher.kind == .outlet, let id = voucher.chain.flatMap({ chains[$0].id }),
      lexicon.platforms.contains(id)
    {
      return
    }
    if voucher.kind == .anonymous, isDefiniteAgain(voucher, found) { return }
    guard !voucher.name.isEmpty, found.count < Self.most, !found.contains(where: { isOne($0.name, voucher.name) })
    else {
      return
    }
    found.append(.init(name: voucher.name, kind: voucher.kind))
  }

  /// «دبلوماسي أميركي … وقال الدبلوماسي الكبير»: the one told before.
  private func isDefiniteAgain(_ voucher: Voucher, _ found: [ContactClaim.Source]) -> Bool {
    let (classes, word, _) = reader.classes(voucher.token)
    guard classes.contains(.definite), let head = Optional(lexicon.withoutArticle(word)), head != word else {
      return false
    }
    return found.contains { $0.kind == .anonymous && reader.classes(reader.token(at: $0.name.start)).word == head }
  }

  /// Whether two names are of one source: all words of the one stand in the other.
  private func isOne(_ a: TextSpan, _ b: TextSpan) -> Bool {
    if a.overlaps(b) { return true }
    let (x, y) = (words(a), words(b))
    return !x.isEmpty && (x.isSubset(of: y) || !y.isEmpty && y.isSubset(of: x))
  }

  private func words(_ span: TextSpan) -> Set<UInt64> {
    let start = reader.token(at: span.start)
    return Set(
      (start..<max(start, min(reader.token(at: span.end), start + Self.reach))).compactMap { index in
        guard map.tokens[index].isWord else { return nil }
        let hasArticle = map.tokens.letter(index, 0) == Letters.alef && map.tokens.letter(index, 1) == Letters.lam
        return map.tokens.hash(index, dropping: hasArticle ? 2 : 0).value
      })
  }

  // MARK: The path

  /// The sources that stand above a telling, the nearest first.
  private mutating func path(to telling: Int) -> [Voucher] {
    var path: [Voucher] = []
    for statement in statements(around: map.tokens[telling].span).suffix(Self.most).reversed() {
      let source = reader.source(of: statement)
      if let via = statement.via ?? sources.medium(of: source), let medium = medium(via) { path.append(medium) }
      path.append(source)
      path += reader.joined(behind: statement)
      if let behind = self.source(behind: source, statement.tokens.lowerBound) { path.append(behind) }
      for chain in statement.joint.prefix(Self.most) {
        path.append(Voucher(name: chains[chain].name, kind: .official, token: telling, chain: chain))
      }
    }
    let sentence = Int(map.tokens.sentenceOf[telling])
    if behindCues.sentence != sentence { behindCues = (sentence, vouchers(in: map.tokens.sentence(of: telling))) }
    for (cue, voucher) in behindCues.vouchers where !isElsewhere(cue, telling) {
      // «كذب أ ما نشرته صحف عن لقاء»: he vouches for it, and not what has no name.
      if reader.isCarried(cue), let teller = teller(of: cue - 1) {
        path.append(teller)
        if voucher.chain == nil { continue }
      }
      path.append(voucher)
      if let behind = source(behind: voucher, map.tokens.sentence(of: cue).upperBound) { path.append(behind) }
    }
    if path.isEmpty, let teller = teller(of: telling) {
      if let medium = medium(between: teller, telling) { path.append(medium) }
      path += [teller] + reader.joined(to: teller, telling)
    }
    return path
  }

  /// The statements that hold a span, in text order.
  private func statements(around span: TextSpan) -> [Statement] {
    var low = 0
    var high = statements.count
    while low < high {
      let middle = (low + high) / 2
      if statements[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
    }
    var found: [Statement] = []
    while low > 0, ends[low - 1] >= span.end {
      low -= 1
      if statements[low].span.contains(span) { found.append(statements[low]) }
    }
    return found.reversed()
  }

  /// The outlet between, unless it is the paper itself: «قال لـ«المرفأ»», where others are «لصحيفة …», or an agency.
  private func medium(_ via: TextSpan) -> Voucher? {
    let start = reader.token(at: via.start)
    let classes = reader.classes(start).classes
    // «نفس الصحيفة»
    if classes.contains(.same), case let (next, word, _) = reader.classes(start + 1),
      let anaphor = reader.anaphor(start + 1, next, word)
    {
      return anaphor
    }
    let number = map.mentionAt[start]
    let mention = number >= 0 ? map.mentions[Int(number)] : nil
    let head = mention.map { reader.classes($0.tokens.lowerBound).classes } ?? []
    if !classes.union(head).contains(.outlet) {
      var before = start
      while map.tokens[before - 1].kind == .mark, before > start - 3 { before -= 1 }
      let isTold =
        mention?.preposition == Letters.lam
        || map.tokens.letter(before - 1, 0) == Letters.lam && map.tokens.letter(before - 1, 1) == 0
      if isTold, !isAgency(mention), !isOther(mention) { return nil }
    }
    if let mention, mention.kind == .outlet { return reader.voucher(of: mention, to: map.tokens.count) }
    return Voucher(name: via, kind: .outlet, token: start)
  }

  /// «كشف مصدر لصحيفة «المرفأ» عن لقاء»
  private func medium(between teller: Voucher, _ telling: Int) -> Voucher? {
    for index in teller.token..<max(teller.token, telling) where map.mentionAt[index] >= 0 {
      let mention = map.mentions[Int(map.mentionAt[index])]
      if mention.kind == .outlet, mention.tokens.lowerBound == index, mention.preposition == Letters.lam {
        return medium(mention.span)
      }
    }
    return nil
  }

  /// A known medium that is not the article's own.
  private func isOther(_ mention: Mention?) -> Bool {
    guard let outlet, let id = mention.flatMap({ chains[$0.chain].id }), let name = lexicon.outletNames[id] else {
      return false
    }
    return name != outlet
  }

  private func isAgency(_ mention: Mention?) -> Bool {
    guard let mention, let id = chains[mention.chain].id else { return false }
    return lexicon.agencies.contains(id)
  }

  /// The sources that the cues of a sentence lead to.
  private func vouchers(in sentence: Range<Int>) -> [(cue: Int, voucher: Voucher)] {
    var found: [(Int, Voucher)] = []
    for position in sentence where found.count < Self.most {
      guard let voucher = reader.cued(at: position, to: sentence.upperBound) else { continue }
      found.append((position, voucher))
    }
    return found
  }

  /// Whether a cue stands in a statement that doesn't hold the telling.
  private func isElsewhere(_ cue: Int, _ telling: Int) -> Bool {
    let span = map.tokens[telling].span
    return statements(around: map.tokens[cue].span).contains { !$0.span.contains(span) }
  }

  /// «الرحلة التي قام بها أ»: a verb right behind its pronoun.
  private func isInRelative(_ index: Int) -> Bool { map.function(index - 1) == .relative }

  /// «أعلنت الرئاسة إلغاء الزيارة», «كشف دبلوماسيون عن لقاء»: the subject of the verb of telling that governs a noun.
  private func teller(of telling: Int) -> Voucher? {
    let sentence = map.tokens.sentence(of: telling)
    var index = telling - 1
    while index >= sentence.lowerBound, telling - index <= Self.reach {
      if map.mentionAt[index] >= 0 {
        index -= 1
        continue
      }
      let (classes, _, reading) = reader.classes(index)
      if classes.contains(.telling), reading == .whole || reading == .conjunction {
        return reader.source(behind: index + 1, to: telling)
      }
      // «نفت الوزارة في بيان أنباء لقاء»
      if map.function(index) == .in, !reader.classes(index + 1).classes.isDisjoint(with: [.document, .communique]) {
        index -= 1
        continue
      }
      // «روت صحف تفاصيل الرحلة التي قام بها أ»: the clause tells of the noun before it.
      if map.function(index) == .relative, map.noun(index - 1) != nil || map.noun(index - 2) != nil {
        index -= 1
        continue
      }
      switch map.function(index) {
      case .complementizer, .relative, .during, .after, .before, .if, .while, .in, .with: return nil
      default: break
      }
      switch map.tokens.mark(index) {
      case UInt8(ascii: ";"), UInt8(ascii: ":"): return nil
      default: break
      }
      // «أعلن أ عقد لقاء»: right before its noun it is a verbal noun, or the noun would tell nothing by itself.
      let isVerbalNoun = index >= telling - 2 && map.verb(index)?.frame.isHolding == true && map.noun(telling) != nil
      if map.verb(index) != nil, map.noun(index) == nil, !isInRelative(index), !isVerbalNoun { return nil }
      index -= 1
    }
    return nil
  }
}
