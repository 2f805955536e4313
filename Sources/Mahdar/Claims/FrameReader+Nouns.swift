/// The frames of contact nouns that no verb has taken.
extension FrameReader {
  mutating func readNoun(_ noun: ContactNoun, at index: Int) {
    let limit = min(sentence.upperBound, index + 1 + Self.reach)
    let (behind, _) = map.arguments(from: index + 1, to: limit)
    var found = groups(behind)
    if noun.kind == .visit {
      // «زيارة العمل التي يعتزم أداءها إلى تونس»: the destination stands in the relative clause.
      let isTold = behind.contains { mentions[$0.mention].kind == .place || mentions[$0.mention].kind == .state }
      return readVisitNoun(
        noun, isTold ? behind : map.arguments(from: index + 1, to: limit, passRelative: true).list, at: index)
    }
    if noun.kind == .invitation { return }
    var parties: [Argument] = []
    var inferred: Argument?
    /// The body whose conference a pronoun tells: «قمتها».
    var host: [Argument]?
    let genitive = found.first.flatMap {
      isGenitive($0[0], of: index) && mentions[$0[0].mention].kind != .place ? $0 : nil
    }
    if genitive != nil { found.removeFirst() }
    let behindGenitive = genitive?.last?.tokens.upperBound ?? index + 1
    let oblique = found.first { group in
      guard isNear(group[0], behind: behindGenitive, of: noun) else { return false }
      switch group[0].role {
      case .with, .between: return true
      case .by: return !isPlace(group[0]) && (noun.hasPronoun || genitive != nil || noun.kind == .call)
      case nil: return noun.pronoun == .singular && !isPlace(group[0]) && isMet(group[0], behind: index)
      case .from, .to: return noun.kind == .message || noun.kind == .call && group[0].role == .from
      default: return false
      }
    }
    if let genitive, noun.kind == .message {
      parties = genitive + (oblique ?? [])
    } else if let genitive {
      parties = genitive
      if let oblique { parties += oblique } else if sides(genitive) < 2 { parties += joined(behind: index, limit) }
      if sides(parties) < 2, noun.isDefinite == false, oblique == nil, noun.kind == .encounter, isObjective(index) {
        inferred = referent(before: index, excluding: parties)
      }
    } else if let oblique {
      parties = oblique
      if oblique[0].role == .from, noun.kind == .message, let to = found.first(where: { $0[0].role == .to }) {
        parties += to
      } else if oblique[0].role == .between {
        // «محادثات بين الأطراف الليبية بإشراف أ»
        if sides(oblique) < 2, let last = oblique.last { parties += joined(behind: last.tokens.upperBound - 1, limit) }
      } else {
        inferred = referent(before: index, excluding: oblique)
      }
    } else if isOfSeveral(noun, at: index) {
      parties = several(before: index)
      if parties.isEmpty { return anaphor(noun, at: index) }
    } else {
      parties = joined(behind: index, limit)
      if parties.isEmpty, noun.kind == .call, !noun.isDefinite { parties = sentenceParties(around: index) }
      if parties.isEmpty, noun.kind == .encounter, noun.pronoun == .singular,
        let body = referent(before: index, excluding: []),
        isBody([body])
      {
        parties = [body]
        host = parties
      }
      if parties.isEmpty { return readNisbas(noun, at: index) }
    }
    if let inferred {
      // «المحادثات مع إيران»: a series or a process, no encounter that could be dated.
      let isKnown = noun.isDefinite && !noun.hasPronoun || isConstruct(index)
      if noun.number == .plural || isKnown, parties.allSatisfy(isPlace) { return }
      parties.insert(inferred, at: 0)
    }
    if parties.count < 2, sides(parties) < 2, noun.kind != .talks || genitive == nil, !isBody(genitive ?? host) {
      // «لقاء لافروف يجري ترتيبه».
      if let genitive, noun.kind == .encounter, mentions[genitive[0].mention].kind == .person {
        return retell("noun.encounter", noun.form, genitive, at: index, noun: index)
      }
      return readNisbas(noun, at: index)
    }
    if noun.number == .plural, noun.kind == .call || noun.kind == .message { return }
    add("noun." + noun.kind.rawValue, form(of: index, parties), parties, inferred: inferred, at: index, noun: index)
  }

  /// «توقيع الاتفاق»: definite by the noun behind it.
  private func isConstruct(_ index: Int) -> Bool {
    let next = index + 1
    guard next < sentence.upperBound, map.mentionAt[next] < 0, map.noun(index)?.hasPronoun == false else {
      return false
    }
    return tokens.letters(next).starts(with: [Letters.alef, Letters.lam])
  }

  /// «لقائهما», «قمتهم», «الاتصال بينهما».
  func isOfSeveral(_ noun: ContactNoun, at index: Int) -> Bool {
    if let pronoun = noun.pronoun { return pronoun != .singular }
    return (index + 1..<min(index + 4, sentence.upperBound)).contains {
      map.lexicon.betweenThem.contains(tokens[$0].whole)
    }
  }

  /// Whom a dual or plural pronoun stands for: the coordinated actors before it, else the last two people of two sides.
  func several(before index: Int) -> [Argument] {
    let groups = groups(actorsBefore(index))
    if let group = groups.last(where: { sides($0) > 1 }) { return group }
    if map.noun(index)?.pronoun == .plural { return [] }
    let people = earlierPeople(before: index)
    guard let last = people.first, let side = chains[mentions[last.mention].chain].side,
      let other = people.first(where: { chains[mentions[$0.mention].chain].side.map { $0 != side } ?? false })
    else { return [] }
    return [other, last]
  }

  /// The people named before a token, the nearest first, as far as a paragraph or two back.
  func earlierPeople(before index: Int) -> [Argument] {
    var found: [Argument] = []
    var position = index - 1
    while position >= max(0, index - 80) {
      if map.mentionAt[position] >= 0 {
        let number = Int(map.mentionAt[position])
        if mentions[number].kind == .person {
          found.append(
            Argument(
              mention: number, role: nil, isCoordinated: false, isAfterComma: false, tokens: mentions[number].tokens))
        }
        position = mentions[number].tokens.lowerBound
      }
      position -= 1
    }
    return found
  }

  /// «أبلغ أ، في اتصال هاتفي، ب»: the sentence's first two people of different sides.
  func sentenceParties(around index: Int) -> [Argument] {
    // «قال أ في اتصال هاتفي إنه …» tells of a call to the newsroom: who is named in the speech took no part.
    let end = (index..<sentence.upperBound).first { map.mentionAt[$0] < 0 && map.function($0) == .complementizer }
    let people = actorsBefore(end ?? sentence.upperBound).filter {
      mentions[$0.mention].kind == .person && $0.role == nil
    }
    guard let first = people.first,
      let other = people.first(where: {
        chains[mentions[$0.mention].chain].side != chains[mentions[first.mention].chain].side
      })
    else { return [] }
    return [first, other]
  }

  /// «لقائه اليوم بالرياض ب»: between the noun and whom it meets stand only time and place.
  private func isMet(_ argument: Argument, behind index: Int) -> Bool {
    if argument.tokens.lowerBound - index <= 3 { return true }
    return !(index + 1..<argument.tokens.lowerBound).contains {
      map.mentionAt[$0] < 0 && map.timeAt[$0] < 0 && map.function($0) == nil
    }
  }

  func isPlace(_ argument: Argument) -> Bool {
    let kind = mentions[argument.mention].kind
    return kind == .place || kind == .state
  }

  /// Whether a prepositional phrase still belongs to a noun: between them stand only its adjectives, its time and place,
  /// or the relative clause that says it took place.
  func isNear(_ argument: Argument, behind start: Int, of noun: ContactNoun) -> Bool {
    var strange = 0
    for index in start..<max(start, argument.tokens.lowerBound) {
      if map.timeAt[index] >= 0 { continue }
      if map.mentionAt[index] >= 0 {
        let between = mentions[Int(map.mentionAt[index])]
        let kind = between.kind
        // The noun's own people, told again in apposition.
        if kind == .person, chains[between.chain].side == chains[mentions[argument.mention].chain].side { return false }
        if kind == .person, between.preposition == 0, between.conjunction == 0 { continue }
        guard kind == .place || kind == .venue || kind == .state else { return false }
        continue
      }
      let token = tokens[index]
      if token.kind == .mark {
        if token.letter == UInt8(ascii: "."), token.letter == UInt8(ascii: ";") { return false }
        if token.letter == UInt8(ascii: ",") { strange += 1 }
        continue
      }
      // «تطرق اللقاء إلى الاتفاق بين أ وب»: another noun's company.
      if map.function(index) == .to, index + 1 < argument.tokens.lowerBound, map.mentionAt[index + 1] < 0 {
        return false
      }
      if map.function(index) != nil || map.noun(index) != nil { continue }
      if let verb = map.verb(index), verb.frame == .occur || verb.frame == .hold || verb.frame == .gather { continue }
      if noun.isDefinite, !noun.hasPronoun {
        if token.letter != Letters.alef { return false }
      } else {
        strange += 1
      }
    }
    return strange <= 3
  }

  /// «للقاء أمير قطر»: who is met, when a purpose or an arrival leads up to the noun.
  func isObjective(_ index: Int) -> Bool {
    tokens[index].preposition == Letters.lam || tokens[index].preposition == Letters.beh
  }

  func isGenitive(_ argument: Argument, of index: Int) -> Bool {
    guard argument.role == nil, !argument.isAfterComma, let noun = map.noun(index) else { return false }
    return map.head(of: argument.tokens.lowerBound) == index + 1 && !noun.hasPronoun
      && (!noun.isDefinite || tokens[index].preposition == Letters.lam)
  }

  mutating func readVisitNoun(_ noun: ContactNoun, _ behind: [Argument], at index: Int) {
    var inferred: Argument?
    var visitors: [Argument] = []
    let own = groups(behind).first.flatMap { isGenitive($0[0], of: index) ? $0 : nil }
    if let own, isTraveller(own[0]) {
      visitors = own
    } else if let guest = behind.first(where: { $0.role == .to && mentions[$0.mention].kind == .person }) {
      // «زيارة مرتقبة للرئيس الصيني إلى الرياض».
      visitors = [guest]
    } else if noun.hasPronoun
      || behind.contains(where: { mentions[$0.mention].kind == .place || mentions[$0.mention].kind == .state })
    {
      inferred = invited(before: index) ?? referent(before: index, excluding: behind)
      visitors = inferred.map { [$0] } ?? []
    }
    guard visitors.contains(where: isTraveller) else { return anaphor(noun, at: index) }
    let count = drafts.count
    let start = own?.last?.tokens.upperBound ?? index + 1
    addVisit(
      "noun.visit", visitors,
      near(behind.filter { argument in !visitors.contains { $0.mention == argument.mention } }, behind: start - 1),
      inferred: inferred, at: index, noun: index)
    if drafts.count == count { anaphor(noun, at: index) }
  }

  /// The arguments close behind a token, and those joined to one of them.
  private func near(_ arguments: [Argument], behind index: Int) -> [Argument] {
    var list: [Argument] = []
    var isListed = false
    for argument in arguments {
      isListed = argument.isCoordinated ? isListed : isDestination(argument, of: index)
      if isListed { list.append(argument) }
    }
    return list
  }

  /// «قمة أميركية روسية»: sides told by two nisbas.
  mutating func readNisbas(_ noun: ContactNoun, at index: Int) {
    var codes: [(code: String, span: TextSpan)] = []
    var position = index + 1
    while position < min(sentence.upperBound, index + 6) {
      if tokens.mark(position) == UInt8(ascii: "-") {
        position += 1
        continue
      }
      if let country = map.lexicon.countries.nisba(tokens.word(position)) {
        if !codes.contains(where: { $0.code == country.code }) { codes.append((country.code, tokens[position].span)) }
      } else if !codes.isEmpty || map.function(position) != nil {
        break
      }
      position += 1
    }
    guard codes.count >= 2, noun.kind != .visit, !noun.isDefinite else { return anaphor(noun, at: index) }
    let parties = codes.map { ClaimDraft.Party(chain: stateChain($0.code, span: $0.span, chain: nil), span: $0.span) }
    drafts.append(draft("noun.nisba", form(of: index, parties.count), parties, at: index, noun: index))
  }

  func isBody(_ group: [Argument]?) -> Bool {
    guard let group, let first = group.first else { return false }
    switch mentions[first.mention].kind {
    case .organisation: return true
    case .group: return chains[mentions[first.mention].chain].side.map { map.lexicon.countries[$0] == nil } ?? false
    default: return false
    }
  }

  /// «بحث المسؤولون مع لافروف»: a contact told before, by one of those who took part.
  mutating func retell(_ frame: String, _ form: ContactForm, _ known: [Argument], at index: Int, noun: Int? = nil) {
    var draft = draft(frame, form, known.map { party($0, inferred: nil) }, at: index, noun: noun)
    draft.isAnaphor = true
    drafts.append(draft)
  }

  /// A definite noun without arguments of its own tells more of a contact told before.
  mutating func anaphor(_ noun: ContactNoun, at index: Int) {
    guard noun.isDefinite, noun.number != .dual else { return }
    var draft = draft("anaphor", noun.form, [], at: index, noun: index)
    draft.isAnaphor = true
    drafts.append(draft)
  }
}
