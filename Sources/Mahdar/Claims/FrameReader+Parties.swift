/// From phrases to the parties of a contact.
extension FrameReader {
  /// The parties that a phrase names or stands for; none where its words can take no part.
  func parties(_ phrase: Phrase?, excluding others: [Party] = [], at index: Int) -> [Party] {
    guard let phrase else { return [] }
    switch phrase.reference {
    case .named: return (phrase.isOfHomeland ? homeland(phrase) : []) + phrase.members.flatMap { parties(of: $0) }
    case .pronoun: return antecedent(before: phrase.tokens.lowerBound, excluding: others).map { [$0] } ?? []
    case .titled: return titled(phrase.tokens.lowerBound).map { [$0] } ?? []
    case .distributive: return nisbas(behind: phrase.tokens.lowerBound)
    case .pair:
      // «الجانبان الجزائري والمالي»
      let told = nisbas(behind: phrase.tokens.upperBound - 1)
      return !told.isEmpty ? told : pair(before: phrase.tokens.lowerBound, states: false)
    }
  }

  /// «سموه»: the person told last by that title, else the one whom the article told of first.
  private func titled(_ index: Int) -> Party? {
    let token = tokens[index]
    let clitics = map.lexicon.titled.contains(token.whole) ? 0 : 1
    // «سيادته», «سمو ه», «جلالتها», less what makes them his or hers.
    var title = tokens.letters(index).dropFirst(clitics)
    while title.count > Self.titleStem, [Letters.alef, Letters.heh, Letters.teh].contains(title.last) {
      title.removeLast()
    }
    let before = Self.count(mentions) { $0.tokens.lowerBound < index }
    let told = mentions[max(0, before - Self.sourceReach)..<before].last { mention in
      mention.kind == .person && mention.name != nil
        && (mention.tokens.lowerBound - 1..<mention.tokens.upperBound).contains { position in
          let letters = tokens.letters(position)
          return letters.starts(with: title)
            || letters.starts(with: [Letters.alef, Letters.lam]) && letters.dropFirst(2).starts(with: title)
        }
    }
    let first = discourse.first ?? tree.clauses.indices.first.flatMap { subject(ofClause: $0).first }
    return inferred([told.map { Party(chain: $0.chain, span: $0.span) } ?? first].compactMap(\.self)).first
  }

  /// «سمو»: the shortest title.
  private static let titleStem = 3

  /// «قال الوزير أ إن بلاده ستشارك»: the state of the nearest subject above who has one.
  private func homeland(_ phrase: Phrase) -> [Party] {
    let own = tree.clauses[phrase.clause]
    var clause =
      own.topic >= 0 && tree.phrases[own.topic].tokens == phrase.tokens || own.kind == .complement
      ? own.parent : phrase.clause
    for _ in 0..<ClauseReader.reach where clause >= 0 {
      if let state = state(of: subject(ofClause: clause)) { return [state] }
      clause = tree.clauses[clause].parent
    }
    return [state(of: discourse.focus)].compactMap(\.self)

    func state(of parties: [Party]) -> Party? {
      guard let teller = parties.first(where: { chains[$0.chain].side.map { lexicon.countries[$0] != nil } ?? false }),
        let code = chains[teller.chain].side
      else { return nil }
      let span = tokens[phrase.tokens.lowerBound].span
      return Party(chain: stateChain(code, span: span, chain: nil), span: span)
    }
  }

  /// The parties of one mention: itself, or the members of a plural.
  func parties(of index: Int) -> [Party] {
    let mention = mentions[index]
    guard map.mayAct(mention) || isOfBoth(mention), !performers.contains(mention.chain), !isBusiness(mention) else {
      return []
    }
    if let group = tree.delegations[index], let side = chains[mentions[group].chain].side {
      lead(mention.chain, side)
    }
    if let named = described(by: index) { return [Party(chain: named, span: mention.span)] }
    if let office = tree.offices[index] { give(mentions[office], to: mention.chain) }
    return members(of: mention).map { Party(chain: $0, span: mention.span) }
  }

  /// The chains of artists, athletes, reporters and families, who speak for no side: «النجم الأرجنتيني أ», «وزوجته أ».
  func findPerformers() -> Set<Int> { Set(mentions.filter(isPerformer).map(\.chain)) }

  private func isPerformer(_ mention: Mention) -> Bool {
    guard mention.kind == .person else { return false }
    let start = mention.tokens.lowerBound
    // «وزوجته الأميرة أ»
    if lexicon.spouses.contains(tokens[start - 1].lessConjunction) || lexicon.spouses.contains(tokens.word(start - 1)) {
      return true
    }
    return (mention.office == nil ? start - 2...start : start...start).contains { position in
      lexicon.performers.contains(tokens.word(position))
        && (position + 1..<max(position + 1, start)).allSatisfy { lexicon.countries.nisba(tokens.word($0)) != nil }
    }
  }

  /// So many mentions back a source without a name is remembered.
  private static let sourceReach = 32

  /// «المسؤول الأممي»: the person of that side whom the article named last.
  private func described(by index: Int) -> Int? {
    let mention = mentions[index]
    guard mention.kind == .source, !mention.isPlural, let side = mention.side,
      tokens.letters(mention.tokens.lowerBound).starts(with: [Letters.alef, Letters.lam])
    else { return nil }
    // «قال مسؤول أميركي … والتقى المسؤول الأميركي»: the one without a name.
    let before = mentions[max(0, index - Self.sourceReach)..<index]
    if before.contains(where: { $0.kind == .source && $0.side == side }) { return nil }
    return discourse.recent.last { chains[$0.chain].isNamedPerson && chains[$0.chain].side == side }?.chain
  }

  func sides(_ parties: [Party]) -> Set<String> { Set(parties.compactMap { chains[$0.chain].side }) }

  /// The sides that a phrase's mentions tell, members of plurals included.
  func sides(_ phrase: Phrase) -> Set<String> {
    Set(
      phrase.members.flatMap { member in
        mentions[member].sides.count > 1
          ? mentions[member].sides : [chains[mentions[member].chain].side].compactMap(\.self)
      })
  }

  func distinct(_ parties: [Party]) -> [Party] {
    var seen: Set<Int> = []
    return parties.filter { seen.insert($0.chain).inserted }
  }

  func inferred(_ parties: [Party]) -> [Party] {
    parties.map { party in
      var party = party
      party.isInferred = true
      return party
    }
  }

  /// Whether a phrase names a place or state.
  func isPlace(_ phrase: Phrase) -> Bool {
    if phrase.isOfHomeland { return true }
    guard phrase.reference == .named, let first = phrase.members.first else { return false }
    let kind = mentions[first].kind
    return kind == .place || kind == .state
  }

  func isStates(_ parties: [Party]) -> Bool {
    parties.allSatisfy { chains[$0.chain].kind == .state || chains[$0.chain].kind == .place }
  }

  func isPerson(_ phrase: Phrase) -> Bool {
    phrase.reference == .titled
      || phrase.reference == .named && phrase.members.contains { mentions[$0].kind == .person }
  }

  func isGroup(_ phrase: Phrase) -> Bool {
    phrase.reference == .named && phrase.members.contains { mentions[$0].kind == .group }
  }

  /// «رجال الأعمال المصريين»: they trade for themselves.
  private func isBusiness(_ mention: Mention) -> Bool {
    if mention.kind == .source { return isSource(mention) }
    return mention.kind == .group && lexicon.trade.contains(tokens.word(mention.tokens.lowerBound + 1))
  }

  /// «مصادر في الشرطة»: they tell and do nothing.
  private func isSource(_ mention: Mention) -> Bool {
    let letters = tokens.letters(mention.tokens.lowerBound)
    return Self.sources.contains { source in
      letters.starts(with: source) || letters.dropFirst(2).starts(with: source)
        || letters.dropFirst().starts(with: source)
    }
  }

  private static let sources = [FoldedText.key("مصدر"), FoldedText.key("مصادر")]

  /// «مسؤولين روس»
  func isOfficials(_ phrase: Phrase) -> Bool {
    phrase.reference == .named
      && phrase.members.contains { mentions[$0].kind == .source && map.mayAct(mentions[$0]) }
  }

  /// Adds a chain of what the article tells without naming it.
  func add(_ chain: Chain) -> Int {
    append(chain)
    return chains.count - 1
  }

  /// The chain of a state, made when the article names the state only by a place or nisba.
  func stateChain(_ code: String, span: TextSpan, chain: Int?) -> Int {
    if let chain { return chain }
    if let known = finder.state(code, in: chains) { return known }
    let country = lexicon.countries[code]
    return add(
      Chain(
        kind: .state, name: span, office: nil, side: code, id: country?.wikidata, label: country?.label,
        isResolved: true,
        isNamed: false, mentions: [], knownName: country?.name ?? code))
  }

  /// «قمة أميركية روسية»: sides told by two nisbas behind a noun.
  func nisbas(behind index: Int) -> [Party] {
    var found: [(code: String, span: TextSpan)] = []
    var position = index + 1
    while position < min(sentence.upperBound, index + 6) {
      if tokens.mark(position) == UInt8(ascii: "-") {
        position += 1
        continue
      }
      if let country = lexicon.countries.nisba(tokens.word(position)) {
        if !found.contains(where: { $0.code == country.code }) { found.append((country.code, tokens[position].span)) }
      } else if !found.isEmpty || map.function(position) != nil {
        break
      }
      position += 1
    }
    guard found.count > 1 else { return [] }
    return found.map { Party(chain: stateChain($0.code, span: $0.span, chain: nil), span: $0.span) }
  }

  /// «برئاسة أ عن الجانب الكيني وب عن الجانب الأوغندي», «ترأس الجانب الكيني أ والجانب الأوغندي ب»: who acts for each of two
  /// sides, told right beside it.
  func actors() -> [Party] {
    var found: [Party] = []
    for phrase in tree.phrases.prefix(Self.reach) {
      guard let first = phrase.members.first, isHalf(first), let side = mentions[first].side else { continue }
      let half = mentions[first].tokens
      let beside = map.mentionAt[half.upperBound] >= 0 ? half.upperBound : half.lowerBound - 2
      guard beside >= sentence.lowerBound, map.mentionAt[beside] >= 0,
        beside > half.upperBound - 1 || phrase.role == .from,
        case let person = mentions[Int(map.mentionAt[beside])], person.kind == .person,
        chains[person.chain].side == nil || chains[person.chain].side == side || chains[person.chain].isHomely
      else { continue }
      lead(person.chain, side)
      found.append(Party(chain: person.chain, span: person.span))
    }
    return sides(found).count > 1 ? distinct(found) : []
  }

  /// «اللجنة المشتركة الكينية الأوغندية»: the states whose joint committee stands close behind a word.
  func jointly(behind index: Int) -> [Party] {
    for position in index + 1..<min(index + Self.jointReach, sentence.upperBound)
    where map.lexicon.joint.contains(tokens.word(position))
      || map.lexicon.joint.contains(tokens[position].lessPreposition)
    {
      let behind = nisbas(behind: position)
      // «اللجنة الكينية الأوغندية المشتركة»
      return behind.isEmpty ? nisbas(behind: index) : behind
    }
    return []
  }

  /// «أعمال الدورة الخامسة للجنة العليا المشتركة»: so many words stand before it, its verb's adverbials not counted.
  private static let jointReach = 6

  /// «خبراء روس وأميركيين»: the side that a second nisba adds to a group.
  func secondNisba(of phrase: Phrase) -> Party? {
    guard let first = phrase.members.first else { return nil }
    let own = chains[mentions[first].chain].side
    for position in phrase.tokens.lowerBound..<min(phrase.tokens.upperBound + 2, sentence.upperBound) {
      for word in [tokens[position].whole, tokens[position].lessConjunction] {
        guard let country = lexicon.countries.nisba(word), country.code != own else { continue }
        var group = chains[mentions[first].chain]
        group.side = country.code
        return .init(chain: add(group), span: tokens[position].span)
      }
    }
    return nil
  }

  /// So many mentions of a person are looked at for the one that takes part.
  private static let tellings = 20

  func mention(of party: Party) -> Mention? {
    chains[party.chain].mentions.prefix(Self.tellings).first { mentions[$0].span == party.span }.map { mentions[$0] }
      ?? chains[party.chain].mentions.first.map { mentions[$0] }
  }
}
