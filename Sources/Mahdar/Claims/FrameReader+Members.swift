/// The members of a group told by one plural office: «وزراء خارجية مصر وقبرص واليونان».
extension FrameReader {

  /// The chains that a mention's members are; a chain is made for each member whom the article does not name.
  func members(of mention: Mention) -> [Int] {
    if !mention.members.isEmpty { return mention.members }
    let sides = mention.sides.count > 1 ? mention.sides : sidesOfPair(in: mention)
    guard sides.count > 1, mention.isPlural else { return [mention.chain] }
    return sides.map { member(of: mention, side: $0) }
  }

  /// The one of a side among those whom a plural tells.
  func member(of mention: Mention, side: String) -> Int {
    // «الجانبان الكيني والأوغندي»: the states.
    if lexicon.halves.contains(tokens.word(mention.tokens.lowerBound)) {
      return stateChain(side, span: mention.span, chain: nil)
    }
    // «خبراء روسيا وأميركا»: a group each.
    guard let office = office(of: mention) ?? officeFaced(by: mention) else { return chain(of: mention, side: side) }
    return holder(of: office, side: side)
      ?? (office == [lexicon.leader]
        ? stateChain(side, span: mention.span, chain: nil) : chain(of: mention, side: side, office: office))
  }

  /// «التقى وزير الخارجية نظراءه من أ وب»: the office of the person before whose counterparts they are.
  private func officeFaced(by mention: Mention) -> [String]? {
    guard mention.isCounterpart else { return nil }
    for phrase in phrases(before: mention.tokens.lowerBound).reversed() where isPerson(phrase) {
      guard let chain = phrase.members.last.map({ chains[mentions[$0].chain] }),
        let told = chain.mentions.prefix(ClauseReader.reach).first(where: { mentions[$0].office != nil }),
        let office = mentions[told].office
      else { continue }
      // «وزير الخارجية», «الرئيس الكيني»
      let words = mentions[told].tokens.drop { tokens[$0].span.end <= office.start }.prefix(2).filter {
        lexicon.countries.nisba(tokens.word($0)) == nil
      }
      // «لوزير الخارجية» less its clitic
      return words.map { index in
        withoutArticle(tokens.text(TextSpan(max(tokens[index].span.start, office.start), tokens[index].span.end)))
      }
    }
    return nil
  }

  /// «وزيرا خارجية البلدين»: of each of the two states told before.
  private func sidesOfPair(in mention: Mention) -> [String] {
    guard mention.isPlural,
      mention.tokens.dropFirst().contains(where: { map.lexicon.bothSides.contains(tokens.word($0)) })
        || isOfBoth(mention)
    else { return [] }
    return Array(sides(pair(before: mention.tokens.lowerBound, states: true))).sorted()
  }

  /// «خبراء من البلدين»
  func isOfBoth(_ mention: Mention) -> Bool {
    let end = mention.tokens.upperBound
    return mention.isPlural && mention.side == nil && (mention.kind == .group || mention.kind == .source)
      && map.function(end) == .from && map.lexicon.bothSides.contains(tokens.word(end + 1))
  }

  /// The office of one member: «وزير خارجية», «رئيس».
  private func office(of mention: Mention) -> [String]? {
    let head = mention.tokens.lowerBound
    // «رئيسا الوفدين»: no heads of state.
    guard let singular = lexicon.singulars[tokens[head].word],
      !(mention.tokens.count > 1 && lexicon.delegations.contains(tokens.word(head + 1)))
    else { return nil }
    let name = lexicon.offices[Int(singular)]
    guard head + 1 < mention.tokens.upperBound else { return [name] }
    let portfolio = tokens.text(tokens[head + 1].span)
    // «رئيسي مخابرات كينيا وأوغندا»: what stands before the first state is the office's.
    let isState =
      lexicon.countries.nisba(tokens.word(head + 1)) != nil || lexicon.countries.beginsName(tokens.word(head + 1))
      || map.lexicon.bothSides.contains(tokens.word(head + 1)) || map.lexicon.each.contains(tokens.word(head + 1))
    guard !isState, name == lexicon.minister || lexicon.lesser.contains(portfolio) || name != lexicon.leader else {
      return [name]
    }
    return [name, withoutArticle(portfolio)]
  }

  private func withoutArticle(_ word: String) -> String { word.hasPrefix("ال") ? String(word.dropFirst(2)) : word }

  /// So many people of one side are looked at; no press article names as many with their offices.
  private static let mostOfASide = 200

  /// The person of a side whom the article names with that office.
  private func holder(of office: [String], side: String) -> Int? {
    finder.people(of: side, in: chains).prefix(Self.mostOfASide).first { chain in
      // «الرئيس الكيني», whom no name and so no other office tells
      let told = chains[chain].office ?? (chains[chain].isNamed ? nil : chains[chain].name)
      guard chains[chain].side == side, let words = told.map(words) else { return false }
      if office == [lexicon.leader] { return words.first.map { lexicon.leaders.contains($0) } ?? false }
      guard words.first == office[0] || words.first == "ال" + office[0],
        office.allSatisfy({ part in words.contains { $0 == part || $0 == "ال" + part } })
      else { return false }
      // «رئيس الوزراء» is no «رئيس» of the state.
      return office.count > 1 || !words.contains { lexicon.lesser.contains($0) }
    }
  }

  private func words(_ span: TextSpan) -> [String] {
    tokens.text(span).split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).map(String.init)
  }

  private func chain(of mention: Mention, side: String, office: [String] = []) -> Int {
    var chain = chains[mention.chain]
    chain.side = side
    if !office.isEmpty {
      chain.kind = .person
      chain.isNamed = false
      chain.office = mention.span
      chain.id = nil
      chain.knownName = (office + [lexicon.countries[side]?.name ?? side]).joined(separator: " ")
    }
    if let known = finder.member(like: chain, in: chains) { return known }
    chain.mentions = []
    return add(chain)
  }
}
