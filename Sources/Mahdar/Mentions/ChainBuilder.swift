/// Gathers the mentions of one person, state or thing into chains.
///
/// People are chained by their gazetteer row, their words, their family name alone and their office alone.
final class ChainBuilder {
  let tokens: Tokens
  let lexicon: MentionLexicon
  var drafts: [MentionDraft]
  /// The day of publication as YYYYMMDD; 0 when unknown.
  let day: Int32
  /// The country of the outlet; 0 when unknown.
  private(set) var home: SideID

  /// A chain in the making.
  struct Link {
    var kind: MentionKind
    /// The hashes of the name's words, fullest name first told.
    var words: [WordHash] = []
    /// A bit for each of `words`, so that most names that share none are told apart by one comparison.
    var mask: UInt64 = 0
    var name: Range<Int>?
    /// The hash of the name's letters without the spaces.
    var joined = WordHash()
    var entry: GazetteerEntry?
    var side: SideID = 0
    /// The drafts that tell an office of this person.
    var offices: [Int] = []
    var isNamed = false
    /// Whether a title stands before a mention of the name.
    var isTitled = false
    var isResolved = false
    /// Whether nothing told of the person tells the side.
    var isHomely = false
    /// The last word of another name that was told in brackets, and its token.
    var alias: (word: WordHash, token: Int)?
    /// The words of an unknown party or movement that the person leads.
    var ownSide: Range<Int>?
    /// The row of `counterparts` that tells the office «نظيره» stands for.
    var counterpart: Int?
  }
  /// Whose counterparts the article tells: the mention of the office, and the words of «نظيره» with the side.
  var counterparts: [(office: MentionDraft, words: Range<Int>)] = []
  var links: [Link] = []
  /// The sides of all counterparts.
  var facing: Set<SideID> = []
  /// How many chains and mentions back are looked at, so that no input makes the work grow with its square.
  /// No press article has as many.
  static let reach = 500

  init(tokens: Tokens, lexicon: MentionLexicon, drafts: [MentionDraft], day: Int32, home: SideID) {
    self.home = home
    self.day = day
    self.tokens = tokens
    self.lexicon = lexicon
    self.drafts = drafts
    if home == 0 { self.home = creditHome() }
    if self.home == 0 { self.home = datelineHome() }
  }

  func build() -> (mentions: [Mention], chains: [Chain]) {
    settleRealms()
    settleTwins()
    partGuests()
    chainNames()
    chainAliases()
    addFamilyNames()
    drafts.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    renumberOffices()
    chainOffices()
    chainOthers()
    resolveHolders()
    tellSides()
    dropEmptyLinks()
    return output()
  }

  // MARK: Names

  func words(_ draft: MentionDraft) -> [WordHash] {
    guard let name = draft.name else { return [] }
    return name.compactMap { index in
      guard tokens[index].isWord else { return nil }
      let clitics = index == draft.tokens.lowerBound ? Self.clitics(draft.reading) : 0
      return tokens.hash(index, dropping: clitics)
    }
  }

  static func clitics(_ reading: Reading) -> Int {
    switch reading {
    case .whole: 0
    case .conjunction, .preposition: 1
    case .both: 2
    }
  }

  func chainNames() {
    // Full names first: a family name alone may stand before them, in the headline.
    let named = drafts.indices.filter {
      drafts[$0].kind == .person && drafts[$0].name != nil && !drafts[$0].isAlias
    }
    let order = named.filter { drafts[$0].name?.count != 1 } + named.filter { drafts[$0].name?.count == 1 }
    for index in order {
      let draft = drafts[index]
      let words = words(draft)
      let mask = words.reduce(0) { $0 | Self.bit($1) }
      let joined = draft.name.map(joined) ?? WordHash()
      if let found = chain(of: draft, words, mask, joined) {
        drafts[index].chain = found
        if words.count > links[found].words.count {
          links[found].words = words
          links[found].mask = mask
          links[found].name = draft.name
          links[found].joined = joined
        }
        if links[found].entry == nil { links[found].entry = draft.entry }
        if links[found].side == 0 { links[found].side = draft.side }
        if draft.rule == "title and name" { links[found].isTitled = true }
      } else {
        drafts[index].chain = links.count
        links.append(
          Link(
            kind: .person, words: words, mask: mask, name: draft.name, joined: joined, entry: draft.entry,
            side: draft.side, isNamed: true, isTitled: draft.rule == "title and name"))
      }
    }
  }

  /// Gives aliases the chain of the person told before them.
  private func chainAliases() {
    for index in drafts.indices.dropFirst() where drafts[index].isAlias {
      let chain = drafts[index - 1].chain
      guard chain >= 0, let word = words(drafts[index]).last, let name = drafts[index].name else { continue }
      drafts[index].chain = chain
      links[chain].alias = (word, name.upperBound - 1)
    }
  }

  /// The last chain that a name is of.
  private func chain(of draft: MentionDraft, _ words: [WordHash], _ mask: UInt64, _ joined: WordHash) -> Int? {
    links.indices.suffix(Self.reach).last { chain in
      // Names of several words share one, or are written together in one of the two places.
      if words.count > 1, links[chain].mask & mask == 0, links[chain].joined != joined,
        draft.entry == nil || links[chain].entry != draft.entry
      {
        return false
      }
      return isSame(links[chain], draft, words, joined)
    }
  }

  private static func bit(_ word: WordHash) -> UInt64 { 1 << (word.value >> 58) }

  private func isSame(_ link: Link, _ draft: MentionDraft, _ words: [WordHash], _ joined: WordHash) -> Bool {
    if let entry = draft.entry, let other = link.entry, entry == other { return true }
    // «نور الدين البحيري», «نورالدين البحيري»
    if words.count != link.words.count, words.count > 1, joined == link.joined { return true }
    if words.count == 1, link.words.count > 1, link.words.last == words[0] { return true }
    // «نصر الله», «حسن نصرالله»
    if words.count == 2, link.words.count > 2 || link.words.count == 2 && link.words.last == joined,
      link.words.last == joined
    {
      return true
    }
    if draft.entry != nil, link.entry != nil { return false }
    if words.count == 1, let name = draft.name, let other = link.name, draft.entry == nil || link.entry == nil,
      isClose(name.lowerBound, other.upperBound - 1)
    {
      return true
    }
    guard let last = words.last, let otherLast = link.words.last else { return false }
    if words.count > 1, link.words.count > 1, words.first == link.words.first, last != otherLast, let name = draft.name,
      let other = link.name, isClose(name.upperBound - 1, other.upperBound - 1)
    {
      return true
    }
    let short = words.count <= link.words.count ? words : link.words
    let long = words.count <= link.words.count ? link.words : words
    if short.count == 1 {
      return long.last == short[0] || long.count > 1 && long.dropFirst().contains(short[0])
        || long.first == short[0] && (draft.office == nil || draft.side == 0 || draft.side == link.side)
    }
    if short.allSatisfy({ long.contains($0) }) { return true }
    return last == otherLast && words.first == link.words.first
  }

  /// The hash of a name's letters without the spaces.
  func joined(_ name: Range<Int>) -> WordHash {
    var hash = WordHash()
    for index in name.reversed() where tokens[index].isWord {
      for letter in tokens.letters(index).reversed() { hash = hash.preceded(by: letter) }
    }
    return hash
  }

  /// Whether two long words are one edit apart: «بومبيو», «بومبو».
  func isClose(_ first: Int, _ second: Int) -> Bool {
    let lengths = (tokens[first].foldedEnd - tokens[first].folded, tokens[second].foldedEnd - tokens[second].folded)
    guard min(lengths.0, lengths.1) >= 5, abs(lengths.0 - lengths.1) <= 1 else { return false }
    let one = tokens.letters(first)
    let two = tokens.letters(second)
    let (short, long) = one.count <= two.count ? (one, two) : (two, one)
    // «شفيتزر», «شفتيزر»: two letters that changed places.
    if short.count == long.count,
      let at = short.indices.first(where: { short[$0] != long[$0 - short.startIndex + long.startIndex] }),
      at + 1 < short.endIndex
    {
      let other = at - short.startIndex + long.startIndex
      if short[at] == long[other + 1], short[at + 1] == long[other],
        short[(at + 2)...].elementsEqual(long[(other + 2)...])
      {
        return true
      }
    }
    var head = 0
    while head < short.count, short[short.startIndex + head] == long[long.startIndex + head] { head += 1 }
    var tail = 0
    while tail < short.count - head, short[short.endIndex - 1 - tail] == long[long.endIndex - 1 - tail] { tail += 1 }
    return head + tail >= long.count - 1
  }

  private static func bit(length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

  /// Finds later and earlier mentions by family name alone.
  func addFamilyNames() {
    var families: [WordHash: Int] = [:]
    // The lengths of family names, a bit each: the question asked of every word.
    var sizes: UInt64 = 0
    for (index, link) in links.enumerated() where link.words.count > 1 || isBareSurname(link) {
      guard let last = link.words.last, let name = link.name else { continue }
      let word = tokens[name.upperBound - 1].whole
      let known = lexicon.classes(word)
      if known.contains(.tail) || known.contains(.function) || known.contains(.stop) { continue }
      if families[last] == nil { families[last] = index }
      sizes |= Self.bit(length: tokens.letters(name.upperBound - 1).count)
    }
    // «فام كوانغ» is «فام» afterwards; a first name that many bear stands for nobody.
    for (index, link) in links.enumerated() where link.words.count > 1 {
      guard let first = link.words.first, let name = link.name, isOwnFirstWord(name.lowerBound),
        families[first] == nil
      else { continue }
      families[first] = index
      sizes |= Self.bit(length: tokens.letters(name.lowerBound).count)
    }
    for (index, link) in links.enumerated() {
      guard let alias = link.alias else { continue }
      if families[alias.word] == nil { families[alias.word] = index }
      sizes |= Self.bit(length: tokens.letters(alias.token).count)
    }
    guard !families.isEmpty else { return }
    var covered = TokenMap(count: tokens.count, nothing: false)
    for draft in drafts where !draft.needsChain && !isFamily(draft, families) { covered.set(draft.tokens, to: true) }
    var added = doubleFamilyNames(covered)
    for draft in added { covered.set(draft.tokens, to: true) }
    let full = links.indices.filter { links[$0].words.count > 1 && links[$0].name != nil }.prefix(Self.reach)
    for index in 0..<tokens.count where !covered[index] && tokens[index].kind == .word {
      let token = tokens[index]
      let count = Int(token.foldedEnd - token.folded)
      // «وأوضح ألبارس»: a slip of the pen where somebody speaks.
      if token.word == 0, count >= 5, lexicon.cues.says.contains(tokens[index - 1].word),
        let chain = full.first(where: { links[$0].name.map { isClose(index, $0.upperBound - 1) } ?? false })
      {
        added.append(
          MentionDraft(
            tokens: index..<index + 1, reading: .whole, kind: .person, name: index..<index + 1,
            side: links[chain].side, entry: links[chain].entry, rule: "family name, misspelled", chain: chain))
        continue
      }
      for (reading, clitics) in [(Reading.whole, 0), (.conjunction, 1), (.both, 2)] {
        guard count > clitics, sizes & Self.bit(length: count - clitics) != 0 else { continue }
        if clitics > 0, !startsWithClitics(index, clitics) { continue }
        let hash = clitics == 0 ? token.hash : tokens.hash(index, dropping: clitics)
        guard let chain = families[hash] else { continue }
        let first = tokens.letter(index, 0)
        let isConjunction = clitics == 1 && (first == Letters.waw || first == Letters.feh)
        let reading = clitics == 1 && !isConjunction ? Reading.preposition : reading
        guard mayBeFamily(index, clitics) else { continue }
        added.append(
          MentionDraft(
            tokens: index..<index + 1, reading: reading, kind: .person, name: index..<index + 1,
            side: links[chain].side, entry: links[chain].entry, rule: "family name", chain: chain))
        break
      }
    }
    guard !added.isEmpty else { return }
    let taken = Set(added.map { $0.tokens.lowerBound })
    drafts.removeAll {
      ($0.needsChain || isFamily($0, families)) && $0.tokens.contains { taken.contains($0) }
    }
    drafts += added
  }

  /// «حمد النيل» behind «الصادق حمد النيل»: the last two words of a name of three or more, where nothing else is read.
  private func doubleFamilyNames(_ covered: TokenMap<Bool>) -> [MentionDraft] {
    var pairs: [WordHash: [(first: WordHash, chain: Int)]] = [:]
    for (chain, link) in links.enumerated() where link.kind == .person && link.words.count > 2 {
      guard let name = link.name, let last = link.words.last else { continue }
      let known = lexicon.classes(tokens[name.upperBound - 2].whole)
      guard known.isDisjoint(with: [.son, .function, .stop, .title]) else { continue }
      pairs[last, default: []].append((link.words[link.words.count - 2], chain))
    }
    if pairs.isEmpty { return [] }
    var found: [MentionDraft] = []
    for index in 1..<max(1, tokens.count) where !covered[index] && !covered[index - 1] && tokens[index].kind == .word {
      guard let same = pairs[tokens[index].hash]?.first(where: { $0.first == tokens[index - 1].hash }) else { continue }
      found.append(
        MentionDraft(
          tokens: index - 1..<index + 1, reading: .whole, kind: .person, name: index - 1..<index + 1,
          side: links[same.chain].side, entry: links[same.chain].entry, rule: "family name", chain: same.chain))
    }
    return found
  }

  /// «باترسون» behind «آن باترسون»: a city's name that is somebody's in this article, where no place is asked for.
  private func isFamily(_ draft: MentionDraft, _ families: [WordHash: Int]) -> Bool {
    guard draft.kind == .place, draft.entry != nil, draft.tokens.count == 1, draft.reading == .whole,
      case let index = draft.tokens.lowerBound, !lexicon.cues.place.contains(tokens[index - 1].word)
    else { return false }
    return families[tokens[index].hash] != nil
  }

  /// Whether a name's first word is no given name that many bear, no title and no word of the language.
  private func isOwnFirstWord(_ index: Int) -> Bool {
    let known = lexicon.classes(tokens[index].whole)
    return tokens.letters(index).count > 2 && (tokens[index].word == 0 || known.contains(.nameWord))
      && known.isDisjoint(with: [
        .given, .common, .function, .nisba, .place, .city, .office, .occupation, .title, .son, .foreignParticle, .tail,
      ])
  }

  /// Whether a chain's one name is a word that no table holds, so that it is the same wherever it stands.
  private func isBareSurname(_ link: Link) -> Bool {
    link.words.count == 1 && link.kind == .person
      && link.name.map { tokens[$0.lowerBound].whole == 0 && tokens.letters($0.lowerBound).count > 4 } ?? false
  }

  func startsWithClitics(_ index: Int, _ count: Int) -> Bool {
    let first = tokens.letter(index, 0)
    let isPreposition = { (letter: Letter) in letter == Letters.beh || letter == Letters.lam || letter == Letters.kaf }
    if count == 1 { return first == Letters.waw || first == Letters.feh || isPreposition(first) }
    return (first == Letters.waw || first == Letters.feh) && isPreposition(tokens.letter(index, 1))
  }

  /// Whether an ordinary word may stand for a family here: «الشاهد», «عوض».
  func mayBeFamily(_ index: Int, _ clitics: Int) -> Bool {
    let known = lexicon.classes(tokens[index].whole)
    if clitics > 0 { return known.isDisjoint(with: [.common, .function, .given, .place]) }
    if known.isDisjoint(with: [.common, .nisba, .place, .function]) { return true }
    if known.contains(.function) { return false }
    let before = tokens[index - 1]
    // «وقال كامل إن», «التقى أمين»
    if lexicon.cues.says.contains(before.word) || lexicon.cues.meets.contains(before.word) { return true }
    if known.contains(.given), known.contains(.common) { return false }
    return lexicon.classes(before.word).contains(.function) || before.kind == .mark || before.kind == .outside
  }

  // MARK: Other kinds

  /// The noun of a group less its article and the accusative's alef: «الوفد», «وفدا».
  private func groupNoun(_ draft: MentionDraft) -> WordHash {
    let token = tokens[draft.tokens.lowerBound]
    var letters = tokens.letters(draft.tokens.lowerBound).dropFirst(Self.clitics(draft.reading))
    if letters.count > 3, letters.starts(with: [Letters.alef, Letters.lam]) { letters = letters.dropFirst(2) }
    if letters.count > 3, letters.last == Letters.alef { letters = letters.dropLast() }
    return token.kind == .word ? WordHash(letters) : token.hash
  }

  func chainOthers() {
    var byEntry: [GazetteerEntry: Int] = [:]
    var bySide: [SideID: Int] = [:]
    // The last group told by each noun with its side: «وفد ياباني», then «الوفد».
    var groups: [WordHash: Int] = [:]
    for index in drafts.indices where drafts[index].chain < 0 {
      let draft = drafts[index]
      if draft.kind == .group {
        let noun = groupNoun(draft)
        if draft.side == 0, draft.tokens.count == 1, let chain = groups[noun] {
          drafts[index].chain = chain
          drafts[index].side = links[chain].side
          continue
        }
        newLink(index)
        if draft.tokens.count > 1 { groups[noun] = drafts[index].chain }
        continue
      }
      if draft.kind == .state, draft.side != 0 {
        if let chain = bySide[draft.side] { drafts[index].chain = chain; continue }
        bySide[draft.side] = links.count
      } else if let entry = draft.entry {
        let key = GazetteerEntry(kind: draft.kind, row: entry.row)
        if let chain = byEntry[key] { drafts[index].chain = chain; continue }
        byEntry[key] = links.count
      }
      newLink(index)
    }
  }
}
