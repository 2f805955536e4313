/// Counterparts without a name: «نظيره الروسي» of a foreign minister is «وزير الخارجية الروسي».
extension FrameReader {
  /// Gives each unnamed counterpart among the parties the office of the party that it is told by, with its own side.
  mutating func nameCounterparts(_ parties: [Party]) {
    for party in parties {
      let chain = chains[party.chain]
      nameCounterpartBody(party, among: parties)
      guard chain.kind == .person, !chain.isNamed, chain.knownName == nil, let side = chain.side,
        let mention = mention(of: party), isCounterpart(mention),
        let own = parties.first(where: { $0.chain != party.chain && chains[$0.chain].office != nil }),
        let office = chains[own.chain].office
      else { continue }
      let words = officeWords(office, chains[own.chain].mentions)
      guard let head = words.first else { continue }
      let isFeminine = tokens.letters(mention.tokens.lowerBound).contains(Letters.teh)
      let title = isFeminine && !head.hasSuffix("ة") ? [head + "ة"] + words.dropFirst() : words
      chains[party.chain].knownName = (title + [sideWords(of: mention, side)]).joined(separator: " ")
    }
  }

  /// «نظيرتها الزامبية» of a ministry is the other state's ministry.
  private mutating func nameCounterpartBody(_ party: Party, among parties: [Party]) {
    let chain = chains[party.chain]
    guard chain.kind == .person, !chain.isNamed, chain.knownName == nil, let side = chain.side,
      let mention = mention(of: party), isCounterpart(mention),
      let own = parties.first(where: { $0.chain != party.chain }), chains[own.chain].kind == .organisation,
      let told = chains[own.chain].mentions.first
    else { return }
    var range = mentions[told].tokens
    while range.count > 1, lexicon.countries.nisba(tokens.word(range.upperBound - 1)) != nil {
      range = range.lowerBound..<range.upperBound - 1
    }
    chains[party.chain].kind = .organisation
    chains[party.chain].knownName =
      (range.map { tokens.text(tokens[$0].span) } + [sideWords(of: mention, side)]).joined(separator: " ")
  }

  /// So many mentions of a person are looked at for the words of his office.
  private static let tellings = 20

  func mention(of party: Party) -> Mention? {
    chains[party.chain].mentions.prefix(Self.tellings).first { mentions[$0].span == party.span }.map { mentions[$0] }
      ?? chains[party.chain].mentions.first.map { mentions[$0] }
  }

  /// «نظيره», «نظيرتها».
  func isCounterpart(_ mention: Mention) -> Bool {
    let token = tokens[mention.tokens.lowerBound]
    return Reading.allCases.contains { lexicon.counterparts.contains(token.word($0)) }
  }

  /// An office less the side that it ends with: «وزير الخارجية» of «وزير الخارجية القطري», «رئيس وزراء» of «رئيس وزراء فيجي».
  private func officeWords(_ office: TextSpan, _ told: [Int]) -> [String] {
    guard let first = told.prefix(Self.tellings).first(where: { mentions[$0].office == office }) else { return [] }
    var range = mentions[first].tokens
    while range.count > 1, tokens[range.upperBound - 1].span.end > office.end { range = range.lowerBound..<range.upperBound - 1 }
    while range.count > 1, tokens[range.lowerBound].span.end <= office.start { range = range.lowerBound + 1..<range.upperBound }
    while range.count > 1 {
      let last = range.upperBound - 1
      guard lexicon.countries.nisba(tokens.word(last)) != nil || lexicon.countries.isName(tokens.word(last)) else {
        break
      }
      range = range.lowerBound..<last
    }
    return range.map { tokens.text(tokens[$0].span) }
  }

  /// The words behind «نظيره» that tell the side, else the country's name.
  private func sideWords(of mention: Mention, _ side: String) -> String {
    let told = mention.tokens.dropFirst().filter { lexicon.countries.nisba(tokens.word($0)) != nil }
    if !told.isEmpty { return told.map { tokens.text(tokens[$0].span) }.joined(separator: " ") }
    return lexicon.countries[side]?.name ?? side
  }
}
