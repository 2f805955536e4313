/// The members of a group told by one plural office: «وزراء خارجية مصر وقبرص واليونان».
extension FrameReader {

  /// The chains that a mention's members are; a chain is made for each member whom the article does not name.
  func members(of mention: Mention) -> [Int] {
    if !mention.members.isEmpty { return mention.members }
    let sides = mention.sides.count > 1 ? mention.sides : sidesOfPair(in: mention)
    guard sides.count > 1, mention.isPlural else { return [mention.chain] }
    guard let office = office(of: mention) else {
      // «خبراء روسيا وأميركا»: a group each.
      return sides.map { side in chain(of: mention, side: side) }
    }
    return sides.map { side in
      holder(of: office, side: side)
        ?? (office[0] == lexicon.leader
          ? stateChain(side, span: mention.span, chain: nil) : chain(of: mention, side: side, office: office))
    }
  }

  /// «وزيرا خارجية البلدين»: of each of the two states told before.
  private func sidesOfPair(in mention: Mention) -> [String] {
    guard mention.isPlural,
      mention.tokens.dropFirst().contains(where: { map.lexicon.bothSides.contains(tokens.word($0)) })
    else { return [] }
    return Array(sides(pair(before: mention.tokens.lowerBound, states: true))).sorted()
  }

  /// The office of one member: «وزير خارجية», «رئيس».
  private func office(of mention: Mention) -> [String]? {
    let head = mention.tokens.lowerBound
    // «رئيسا الوفدين»: no heads of state.
    if isCounterpart(mention) { return officeBefore(mention) }
    guard let singular = lexicon.singulars[tokens[head].word],
      !(mention.tokens.count > 1 && lexicon.delegations.contains(tokens.word(head + 1)))
    else { return nil }
    let name = lexicon.offices[Int(singular)]
    guard head + 1 < mention.tokens.upperBound else { return [name] }
    let portfolio = tokens.text(tokens[head + 1].span)
    guard name == lexicon.minister || lexicon.lesser.contains(portfolio) else { return [name] }
    return [name, portfolio.hasPrefix("ال") ? String(portfolio.dropFirst(2)) : portfolio]
  }

  /// «نظرائه في مصر وقبرص»: the office of the person told before, as it is told of each.
  private func officeBefore(_ mention: Mention) -> [String]? {
    let place = Self.count(mentions) { $0.tokens.lowerBound < mention.tokens.lowerBound }
    let near = mentions[max(0, place - Self.nearOffices)..<place]
    guard let told = near.last(where: { $0.kind == .person && !$0.isPlural && !isCounterpart($0) && $0.office != nil }),
      let office = told.office.map(words), let head = office.first
    else { return nil }
    let bare = { (word: String) in word.hasPrefix("ال") ? String(word.dropFirst(2)) : word }
    guard office.count > 1, bare(head) == lexicon.minister || lexicon.lesser.contains(office[1]) else {
      return [bare(head)]
    }
    return [bare(head), bare(office[1])]
  }

  /// How many mentions back the office stands whose counterparts are told.
  private static let nearOffices = 8

  /// So many people of one side are looked at; no press article names as many with their offices.
  private static let mostOfASide = 200

  /// The person of a side whom the article names with that office.
  private func holder(of office: [String], side: String) -> Int? {
    finder.people(of: side, in: chains).prefix(Self.mostOfASide).first { chain in
      guard chains[chain].side == side, let words = chains[chain].office.map(words) else { return false }
      if office[0] == lexicon.leader { return words.first.map { lexicon.leaders.contains($0) } ?? false }
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
